"""The guidelines, the welcome that asks for consent, help in a crisis, help while writing."""

from typing import Any

from django import forms
from django.contrib import messages
from django.http import HttpRequest, HttpResponse
from django.shortcuts import redirect, render
from django.utils.translation import gettext as _
from django.utils.translation import gettext_lazy
from django.views.decorators.http import require_http_methods, require_safe

from accounts import consents
from accounts.actions.consenting import give_consent
from accounts.requests import MemberRequest, member_required
from guidance.selectors import help_lines, norms
from text.limits import INTRODUCTION
from text.tidying import tidy

# As the countries themselves publish them; 112 also reaches help from mobiles in most others.
EMERGENCY_NUMBERS = (
    ("112", gettext_lazy("Europe")),
    ("999", gettext_lazy("United Kingdom")),
    ("911", gettext_lazy("North America")),
    ("000", gettext_lazy("Australia")),
    ("111", gettext_lazy("New Zealand")),
)


class ConsentForm(forms.Form):
    introduction = forms.CharField(
        label=gettext_lazy("What brings you here? You can leave this empty."),
        help_text=gettext_lazy(
            "A few words for the team alone, who look at each new membership. They are deleted "
            "when somebody has said yes."
        ),
        required=False,
        max_length=INTRODUCTION,
        widget=forms.Textarea({"rows": 4}),
    )
    agree = forms.BooleanField(
        label=gettext_lazy(consents.WORDING),
        error_messages={
            "required": gettext_lazy(
                "Please tick the box if you agree. If you do not, you can still read: "
                "just leave this page."
            )
        },
    )

    def __init__(self, *args: Any, asks_to_join: bool, **kwargs: Any) -> None:
        super().__init__(*args, **kwargs)
        if not asks_to_join:
            del self.fields["introduction"]

    def clean_introduction(self) -> str:
        return tidy(self.cleaned_data["introduction"])


@require_safe
def guidelines(request: HttpRequest) -> HttpResponse:
    return render(request, "guidance/guidelines.html", {"guidelines": norms()})


@require_safe
def help_now(request: HttpRequest) -> HttpResponse:
    context = {"lines": help_lines(), "emergency_numbers": EMERGENCY_NUMBERS}
    return render(request, "guidance/help.html", context)


@require_http_methods(["GET", "HEAD", "POST"])
@member_required
def welcome(request: MemberRequest) -> HttpResponse:
    """One page: the guidelines, and a consent of its own that nothing has ticked."""
    waits = not request.user.is_approved and not request.user.is_rejected
    form = ConsentForm(request.POST if request.method == "POST" else None, asks_to_join=waits)
    if request.method == "POST" and form.is_valid():
        words = form.cleaned_data.get("introduction", "")
        give_consent(member=request.user, introduction=words)
        if waits:
            messages.success(request, _("Thank you. The team looks at it within a day or so."))
        elif request.user.is_approved:
            messages.success(request, _("Thank you, and welcome. You can write now."))
        return redirect("forums:home")
    return render(
        request,
        "guidance/welcome.html",
        {"form": form, "guidelines": norms()},
        status=422 if form.errors else 200,
    )
