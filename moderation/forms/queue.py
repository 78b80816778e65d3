"""Choosing what to look at, and deciding spam in heaps."""

from datetime import timedelta
from typing import Any

from django import forms
from django.utils.translation import gettext_lazy as _

from accounts.models import Member
from forums.models import Board
from guidance.models import Guideline
from moderation.forms.fields import ReasonField
from moderation.models import Case, QueueView
from text.tidying import tidy_line


class QueueForm(forms.Form):
    """Which cases to look at; everything may be left open."""

    STATES = [
        ("", _("Waiting")),
        ("mine", _("Mine, or asked of me")),
        ("admins", _("For the admins")),
        ("decided", _("Decided")),
    ]
    state = forms.ChoiceField(label=_("State"), required=False, choices=STATES)
    kind = forms.ChoiceField(
        label=_("Kind"), required=False, choices=[("", _("All kinds")), *Case.Kind.choices]
    )
    board = forms.ModelChoiceField(
        Board.objects.all(), label=_("Board"), required=False, empty_label=_("All boards"),
        to_field_name="slug",
    )  # fmt: skip
    guideline = forms.ModelChoiceField(
        Guideline.objects.all(), label=_("Guideline"), required=False, to_field_name="number",
        empty_label=_("All guidelines"),
    )  # fmt: skip

    def __init__(self, *args: Any, viewer: Member, **kwargs: Any) -> None:
        super().__init__(*args, **kwargs)
        board: Any = self.fields["board"]
        if viewer.moderated_board_ids is not None:
            board.queryset = Board.objects.filter(pk__in=viewer.moderated_board_ids)

    @property
    def chosen(self) -> dict[str, str]:
        """What of the address matters, for links and saved views."""
        given = {name: str(self.data.get(name, "")) for name in self.fields}
        return {name: value for name, value in given.items() if value}


class ViewForm(forms.ModelForm):
    class Meta:
        model = QueueView
        fields = ("name",)
        labels = {"name": _("Name of this view")}

    def clean_name(self) -> str:
        return tidy_line(self.cleaned_data["name"])


class SpamForm(forms.Form):
    """Several cases at once; which, the ticks beside them say."""

    reason = ReasonField(
        help_text=_("The same for each author."),
        error_messages={"required": _("Please write a reason. The authors have a right to it.")},
    )


def _day() -> forms.DateInput:
    """The browser's own choice of a day, which reads this one form of writing alone."""
    return forms.DateInput({"type": "date"}, format="%Y-%m-%d")


class PeriodForm(forms.Form):
    begins = forms.DateField(label=_("From"), widget=_day())
    ends = forms.DateField(label=_("To"), widget=_day())

    MAX_LENGTH = timedelta(days=732)

    def clean(self) -> dict[str, Any]:
        cleaned = super().clean() or self.cleaned_data
        begins, ends = cleaned.get("begins"), cleaned.get("ends")
        if begins and ends and not timedelta(0) <= ends - begins <= self.MAX_LENGTH:
            self.add_error("ends", _("Please choose up to two years, the earlier day first."))
        elif ends and ends.year > 9998:
            self.add_error("ends", _("Please choose a nearer day."))
        return cleaned

    @property
    def shown_end(self) -> Any:
        return self.cleaned_data["ends"] if self.is_bound else self.initial["ends"]
