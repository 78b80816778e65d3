"""Guidelines: read and changed by moderators whose group may change rules."""

from django.contrib import messages
from django.http import HttpResponse
from django.shortcuts import get_object_or_404, redirect, render
from django.utils.translation import gettext as _
from django.views.decorators.http import require_http_methods

from accounts.requests import MemberRequest
from guidance.actions.guidelines import save_guideline
from guidance.models import Guideline
from moderation.forms.guidelines import GuidelineForm
from moderation.views.rule_editor import may_change_rules


@require_http_methods(["GET", "HEAD", "POST"])
@may_change_rules
def new_guideline(request: MemberRequest) -> HttpResponse:
    return _form(request, Guideline(version=1))


@require_http_methods(["GET", "HEAD", "POST"])
@may_change_rules
def guideline(request: MemberRequest, number: int) -> HttpResponse:
    return _form(request, get_object_or_404(Guideline, number=number))


def _form(request: MemberRequest, here: Guideline) -> HttpResponse:
    name, status = str(here) if here.pk else "", 200
    stands = here.version if here.pk else 0
    form = GuidelineForm(request.POST if request.method == "POST" else None, instance=here)
    if request.method == "POST":
        if not form.is_valid():
            status = 422
        elif form.cleaned_data["version"] != stands:
            form.add_error(
                None,
                _(
                    "Somebody changed this guideline meanwhile. What you wrote is still here; the "
                    "history below shows theirs. Save again to put yours in its place."
                ),
            )
            words = request.POST.copy()
            words["version"] = str(stands)
            form.data = words
            status = 409
        else:
            save_guideline(guideline=form.save(commit=False), by=request.user)
            messages.success(request, _("Saved. It stands so from now on."))
            return redirect("moderation:guideline", number=form.instance.number)
    history = here.versions.select_related("by")[:50] if here.pk else []
    context = {"form": form, "name": name, "history": history}
    return render(request, "moderation/guideline.html", context, status=status)
