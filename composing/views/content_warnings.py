"""What a reader wants of content warnings."""

from django.contrib import messages
from django.http import HttpResponse
from django.shortcuts import redirect, render
from django.utils.translation import gettext as _
from django.views.decorators.http import require_http_methods

from accounts.requests import MemberRequest, member_required
from composing.actions.content_warnings import choose_warnings
from composing.forms import WarningChoicesForm


@require_http_methods(["GET", "HEAD", "POST"])
@member_required
def choices(request: MemberRequest) -> HttpResponse:
    form = WarningChoicesForm(
        request.POST if request.method == "POST" else None, member=request.user
    )
    if request.method == "POST" and form.is_valid():
        choose_warnings(member=request.user, does=form.cleaned_data)
        messages.success(request, _("Kept. It holds everywhere here."))
        return redirect("composing:warnings")
    status = 422 if form.errors else 200
    return render(request, "composing/warnings.html", {"form": form}, status=status)
