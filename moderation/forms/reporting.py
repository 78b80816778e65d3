"""Telling the moderators."""

from typing import Any

from django import forms
from django.utils.translation import gettext_lazy as _

from guidance.models import Guideline
from moderation.models import Report
from text.limits import REASON
from text.tidying import tidy

WORRIED = "worried"


class ReportForm(forms.Form):
    """Why: one of the numbered guidelines, or a worry about the person."""

    reason = forms.ChoiceField(
        label=_("What is it about?"),
        widget=forms.RadioSelect,
        error_messages={"required": _("Please choose what it is about.")},
    )
    words = forms.CharField(
        label=_("Would you like to add something?"),
        help_text=_("You can leave this empty. The author never sees who reported."),
        required=False,
        max_length=REASON,
        widget=forms.Textarea({"rows": 4}),
    )
    name = forms.BooleanField(
        label=_("It is about this member’s name, and not about the post."), required=False
    )

    agree = forms.BooleanField(
        label=_("The team may read and keep what I wrote here, also if it is about my health."),
        required=False,
    )

    def __init__(
        self, *args: Any, guidelines: list[Guideline], has_consented: bool, **kwargs: Any
    ) -> None:
        super().__init__(*args, **kwargs)
        if has_consented:
            del self.fields["agree"]
        self.guidelines = {str(each.pk): each for each in guidelines}
        reason = self.fields["reason"]
        assert isinstance(reason, forms.ChoiceField)
        reason.choices = [
            (WORRIED, _("I am worried about this person")),
            *((pk, str(guideline)) for pk, guideline in self.guidelines.items()),
        ]

    def clean_words(self) -> str:
        return tidy(self.cleaned_data["words"])

    def clean(self) -> dict[str, Any]:
        told: dict[str, Any] = super().clean() or self.cleaned_data
        if "agree" in self.fields and told.get("words") and not told.get("agree"):
            self.add_error("agree", _("Please tick this box, or leave your words out."))
        return told

    @property
    def as_reason(self) -> tuple[str, Guideline | None]:
        chosen = self.cleaned_data["reason"]
        if chosen == WORRIED:
            return Report.Reason.WORRIED, None
        return Report.Reason.GUIDELINE, self.guidelines[chosen]

    @property
    def is_about_name(self) -> bool:
        return bool(self.cleaned_data["name"]) and self.cleaned_data["reason"] != WORRIED
