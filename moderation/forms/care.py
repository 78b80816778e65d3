"""Looking after a person, and after those who do."""

import uuid
from datetime import timedelta
from typing import Any

from django import forms
from django.core.validators import MaxValueValidator
from django.utils.translation import gettext_lazy as _

from accounts.models import Member
from moderation.forms.fields import ReasonField
from moderation.models import CareSettings, Duty
from text.limits import REASON
from text.tidying import tidy


class StepForm(forms.Form):
    words = forms.CharField(
        label=_("What came of it? You can leave this empty."), required=False, max_length=REASON,
        widget=forms.Textarea({"rows": 2}),
    )  # fmt: skip

    def clean_words(self) -> str:
        return tidy(self.cleaned_data["words"])


class CareForm(forms.Form):
    words = ReasonField(
        label=_("Your words"), error_messages={"required": _("There is nothing here to send yet.")}
    )
    token = forms.UUIDField(widget=forms.HiddenInput)

    def __init__(self, *args: Any, **kwargs: Any) -> None:
        super().__init__(*args, **kwargs)
        self.initial.setdefault("token", uuid.uuid4())


class DutyForm(forms.ModelForm):
    """When somebody looks in; in their own time zone."""

    class Meta:
        model = Duty
        fields = ("starts_at", "ends_at")
        widgets = {
            name: forms.DateTimeInput({"type": "datetime-local"}, format="%Y-%m-%dT%H:%M")
            for name in fields
        }

    MAX_LENGTH = timedelta(days=7)

    def clean(self) -> dict[str, Any]:
        cleaned = super().clean() or self.cleaned_data
        starts, ends = cleaned.get("starts_at"), cleaned.get("ends_at")
        if starts and ends and ends <= starts:
            self.add_error("ends_at", _("It has to end after it begins."))
        elif starts and ends and ends - starts > self.MAX_LENGTH:
            self.add_error("ends_at", _("Seven days at most: nobody can look in for longer."))
        return cleaned


class CareSettingsForm(forms.ModelForm):
    class Meta:
        model = CareSettings
        fields = ("hard_cases_a_day", "is_blurred", "buddy")
        help_texts = {
            "hard_cases_a_day": _("After so many, “the next case” brings you others."),
            "buddy": _("One press tells them that some company would be good."),
        }

    def __init__(self, *args: Any, viewer: Member, **kwargs: Any) -> None:
        super().__init__(*args, **kwargs)
        number, buddy = self.fields["hard_cases_a_day"], self.fields["buddy"]
        number.max_value = 50  # type: ignore[attr-defined]
        number.validators.append(MaxValueValidator(50))
        team = Member.objects.active().moderators().exclude(pk=viewer.pk)
        buddy.queryset = team.order_by("pseudonym")  # type: ignore[attr-defined]
        buddy.empty_label = _("Nobody")  # type: ignore[attr-defined]


class AfterCheckForm(forms.Form):
    """Two questions, for oneself alone."""

    SCALE = [(n, str(n)) for n in range(1, 6)]

    weight = forms.TypedChoiceField(
        label=_("How heavy was it for you? (1 is light, 5 is very heavy)"), coerce=int,
        choices=SCALE, widget=forms.RadioSelect,
    )  # fmt: skip
    energy = forms.TypedChoiceField(
        label=_("How much is left in you today? (1 is nothing, 5 is plenty)"), coerce=int,
        choices=SCALE, widget=forms.RadioSelect,
    )  # fmt: skip
