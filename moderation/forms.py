from typing import Any

from django import forms
from django.utils.translation import gettext_lazy as _

from guidance.models import Guideline
from moderation.models import Decision, Report
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

    def __init__(self, *args: Any, guidelines: list[Guideline], **kwargs: Any) -> None:
        super().__init__(*args, **kwargs)
        self.guidelines = {str(each.pk): each for each in guidelines}
        reason = self.fields["reason"]
        assert isinstance(reason, forms.ChoiceField)
        reason.choices = [
            (WORRIED, _("I am worried about this person")),
            *((pk, str(guideline)) for pk, guideline in self.guidelines.items()),
        ]

    def clean_words(self) -> str:
        return tidy(self.cleaned_data["words"])

    @property
    def as_reason(self) -> tuple[str, Guideline | None]:
        chosen = self.cleaned_data["reason"]
        if chosen == WORRIED:
            return Report.Reason.WORRIED, None
        return Report.Reason.GUIDELINE, self.guidelines[chosen]


class DecisionForm(forms.Form):
    outcome = forms.ChoiceField(
        label=_("Decision"),
        choices=Decision.Outcome.choices,
        widget=forms.RadioSelect,
        error_messages={"required": _("Please choose a decision.")},
    )
    days = forms.IntegerField(
        label=_("For how many days, if the author may only read"),
        required=False,
        min_value=1,
        max_value=365,
        initial=7,
    )
    guideline = forms.ModelChoiceField(
        Guideline.objects.published(),
        label=_("Guideline"),
        required=False,
        empty_label=_("None, for “no action”"),
    )
    reason = forms.CharField(
        label=_("Reason, in words the author will read"),
        help_text=_("What was it, and what would fit? Kind and plain."),
        max_length=REASON,
        widget=forms.Textarea({"rows": 5}),
        error_messages={"required": _("Please write a reason. The author has a right to it.")},
    )
    version = forms.IntegerField(widget=forms.HiddenInput)

    def clean_reason(self) -> str:
        return tidy(self.cleaned_data["reason"])

    def clean(self) -> dict[str, Any]:
        cleaned = super().clean() or self.cleaned_data
        outcome = cleaned.get("outcome")
        if outcome and outcome != Decision.Outcome.NO_ACTION and not cleaned.get("guideline"):
            self.add_error("guideline", _("Please name the guideline that this is about."))
        if outcome == Decision.Outcome.RESTRICT and not cleaned.get("days"):
            self.add_error("days", _("Please say for how many days, from 1 to 365."))
        return cleaned


class UndoForm(forms.Form):
    reason = forms.CharField(
        label=_("Why the post is shown again, in words the author will read"),
        max_length=REASON,
        widget=forms.Textarea({"rows": 3}),
    )

    def clean_reason(self) -> str:
        return tidy(self.cleaned_data["reason"])
