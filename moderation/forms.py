import uuid
from datetime import timedelta
from typing import Any

from django import forms
from django.core.validators import MaxValueValidator
from django.utils.translation import gettext_lazy as _

from accounts.models import Member
from forums.models import Board
from forums.rules import opens_to_the_web
from guidance.models import Guideline
from moderation.models import Appeal, CareSettings, Case, Decision, Duty, QueueView, Report
from moderation.rules import FOR_WORRIES
from text.limits import REASON, WARNING
from text.tidying import tidy, tidy_line

WORRIED = "worried"
Outcome = Decision.Outcome


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

    @property
    def is_about_name(self) -> bool:
        return bool(self.cleaned_data["name"]) and self.cleaned_data["reason"] != WORRIED


class ReasonField(forms.CharField):
    def __init__(self, **kwargs: Any) -> None:
        kwargs.setdefault("label", _("Reason, in words the author will read"))
        kwargs.setdefault("max_length", REASON)
        super().__init__(widget=forms.Textarea({"rows": 5}), **kwargs)

    def clean(self, value: Any) -> str:
        return tidy(super().clean(value))


class DecisionForm(forms.Form):
    """What to do, why, and what each outcome needs besides: those fields are folded together."""

    outcome = forms.ChoiceField(
        label=_("Decision"),
        widget=forms.RadioSelect,
        error_messages={"required": _("Please choose a decision.")},
    )
    guideline = forms.ModelChoiceField(
        Guideline.objects.published(),
        label=_("Guideline"),
        required=False,
        empty_label=_("None, for “no action” and “thank”"),
    )
    reason = ReasonField(
        help_text=_("It begins with the guideline’s own words. Change them as you like."),
        error_messages={"required": _("Please write a reason. The author has a right to it.")},
    )
    days = forms.IntegerField(
        label=_("For how many days: only reading, or suspended"),
        required=False,
        min_value=1,
        max_value=365,
        initial=7,
    )
    warning = forms.CharField(
        label=_("Content warning, to fold it under"), required=False, max_length=WARNING,
        help_text=_("What it holds, in a few words, such as: talks about needles."),
    )  # fmt: skip
    note = forms.CharField(
        label=_("Correction"), required=False, max_length=REASON,
        widget=forms.Textarea({"rows": 3}),
        help_text=_("It stands under the post for everybody, without blame."),
    )  # fmt: skip
    source = forms.URLField(
        label=_("Where the correction comes from (a web address)"), required=False,
        assume_scheme="https",
    )  # fmt: skip
    take_out = forms.CharField(
        label=_("Words to take out, one thing on each line, letter by letter"), required=False,
        max_length=REASON, widget=forms.Textarea({"rows": 3}),
        help_text=_("They go from the post, its history and search, and cannot be brought back."),
    )  # fmt: skip
    board = forms.ModelChoiceField(
        Board.objects.none(), label=_("Board to move the topic to"), required=False
    )
    minutes = forms.IntegerField(
        label=_("Slow: one post from each member in so many minutes"), required=False,
        min_value=1, max_value=1440, initial=30,
    )  # fmt: skip
    version = forms.IntegerField(widget=forms.HiddenInput, min_value=0, max_value=10**6)

    # What each outcome cannot do without, and what to say when it is missing.
    NEEDS: dict[str, list[tuple[str, Any]]] = {
        Outcome.RESTRICT: [("days", _("Please say for how many days, from 1 to 365."))],
        Outcome.SUSPEND: [("days", _("Please say for how many days, from 1 to 365."))],
        Outcome.FOLD: [("warning", _("Please say what the post holds."))],
        Outcome.CORRECT: [
            ("note", _("Please write the correction.")),
            ("source", _("Please say where it comes from: people need to be able to check.")),
        ],
        Outcome.TAKE_OUT: [("take_out", _("Please write the words to take out."))],
        Outcome.MOVE: [("board", _("Please choose the board."))],
        Outcome.SLOW: [("minutes", _("Please say for how many minutes."))],
    }

    def __init__(self, *args: Any, case: Case, viewer: Member, **kwargs: Any) -> None:
        super().__init__(*args, **kwargs)
        self.case = case
        outcome, board = self.fields["outcome"], self.fields["board"]
        assert isinstance(outcome, forms.ChoiceField)
        names = [each for each in Outcome if case.post_id or each in Decision.FOR_NAMES]
        if case.is_worry and not case.reports.filter(reason="guideline", closed_at=None).exists():
            names = list(FOR_WORRIES)
        if case.member_id:
            labels = {Outcome.RESTRICT: _("The member can only read for some days"),
                      Outcome.SUSPEND: _("Suspend the member for some days"),
                      Outcome.BAN: _("Suspend the member for good"),
                      Outcome.WARN: _("Warn the member")}  # fmt: skip
            outcome.choices = [(each.value, labels.get(each, each.label)) for each in names]
            for name in ("warning", "note", "source", "take_out", "board", "minutes"):
                del self.fields[name]
            return
        outcome.choices = [(each.value, each.label) for each in names]
        assert case.post is not None
        topic = case.post.topic
        others = Board.objects.visible_to(viewer).exclude(pk=topic.board_id)
        fitting = [each.pk for each in others if not opens_to_the_web(topic, each)]
        board.queryset = others.filter(pk__in=fitting)  # type: ignore[attr-defined]

    @property
    def main(self) -> list[Any]:
        return [self[name] for name in ("outcome", "guideline", "reason", "version")]

    @property
    def details(self) -> list[Any]:
        """What only some outcomes need."""
        return [field for field in self if field.name not in {each.name for each in self.main}]

    def clean_warning(self) -> str:
        return tidy_line(self.cleaned_data["warning"]).rstrip(".")

    def clean_note(self) -> str:
        return tidy(self.cleaned_data["note"])

    def clean_take_out(self) -> str:
        return tidy(self.cleaned_data["take_out"])

    def clean(self) -> dict[str, Any]:
        cleaned = super().clean() or self.cleaned_data
        outcome = cleaned.get("outcome")
        if outcome and outcome not in Decision.HARMLESS and not cleaned.get("guideline"):
            self.add_error("guideline", _("Please name the guideline that this is about."))
        for name, message in self.NEEDS.get(outcome or "", []):
            if not cleaned.get(name) and name not in self.errors:
                self.add_error(name, message)
        if outcome == Outcome.TAKE_OUT and self.case.post is not None:
            text = f"{self.case.post.topic.title}\n{self.case.post.text}"
            lost = [w for w in cleaned.get("take_out", "").splitlines() if w and w not in text]
            if lost:
                says = _("These words are not in the post, letter by letter: %(words)s")
                self.add_error("take_out", says % {"words": "; ".join(lost)})
        return cleaned


class UndoForm(forms.Form):
    reason = ReasonField(label=_("Why the post is shown again, in words the author will read"))


class HandOnForm(forms.Form):
    """To the admins, or to a colleague."""

    to = forms.ModelChoiceField(
        Member.objects.none(), label=_("Who"), required=False, empty_label=_("The admins")
    )
    words = forms.CharField(
        label=_("What should they know?"), max_length=REASON, widget=forms.Textarea({"rows": 3}),
        error_messages={"required": _("Please say in a few words why you hand it on.")},
    )  # fmt: skip

    def __init__(self, *args: Any, case: Case, viewer: Member, **kwargs: Any) -> None:
        super().__init__(*args, **kwargs)
        team = Member.objects.may_come_in().moderators().exclude(pk__in=[viewer.pk, case.about_id])
        self.fields["to"].queryset = team.order_by("pseudonym")  # type: ignore[attr-defined]

    def clean_words(self) -> str:
        return tidy(self.cleaned_data["words"])


class AppealForm(forms.Form):
    words = ReasonField(
        label=_("Why do you see it differently?"),
        help_text=_("Up to 2,000 characters. Plain words are enough."),
        error_messages={"required": _("Please write a few words, so that somebody can look.")},
    )


class AppealDecisionForm(forms.Form):
    """Let it stand, take it back, or take it back and do something milder instead."""

    MILDER = (Outcome.CORRECT, Outcome.FOLD, Outcome.HIDE, Outcome.WARN, Outcome.HIDE_AND_WARN,
              Outcome.RESTRICT, Outcome.SUSPEND)  # fmt: skip

    verdict = forms.ChoiceField(
        label=_("What you find"),
        widget=forms.RadioSelect,
        choices=[
            (Appeal.Status.UPHELD, _("The decision stands")),
            (Appeal.Status.CHANGED, _("Something else instead")),
            (Appeal.Status.OVERTURNED, _("The decision is taken back, with all it did")),
        ],
        error_messages={"required": _("Please choose what you find.")},
    )
    reason = ReasonField(
        label=_("Reason, in words the member will read"),
        error_messages={"required": _("Please write a reason. The member has a right to it.")},
    )
    outcome = forms.ChoiceField(
        label=_("Instead"),
        required=False,
        choices=[("", "—"), *((m.value, m.label) for m in MILDER)],
    )
    days = forms.IntegerField(
        label=_("For how many days"), required=False, min_value=1, max_value=365
    )
    warning = forms.CharField(
        label=_("Content warning, to fold it under"), required=False, max_length=WARNING
    )
    note = forms.CharField(
        label=_("Correction"), required=False, max_length=REASON,
        widget=forms.Textarea({"rows": 3}),
    )  # fmt: skip
    source = forms.URLField(
        label=_("Where the correction comes from"), required=False, assume_scheme="https"
    )
    version = forms.IntegerField(widget=forms.HiddenInput, min_value=0, max_value=10**6)

    def clean(self) -> dict[str, Any]:
        cleaned = super().clean() or self.cleaned_data
        if cleaned.get("verdict") == Appeal.Status.CHANGED:
            if not cleaned.get("outcome"):
                self.add_error("outcome", _("Please choose what is done instead."))
            for name, message in DecisionForm.NEEDS.get(cleaned.get("outcome") or "", []):
                if not cleaned.get(name) and name not in self.errors:
                    self.add_error(name, message)
        return cleaned

    @property
    def instead(self) -> dict[str, Any] | None:
        if self.cleaned_data["verdict"] != Appeal.Status.CHANGED:
            return None
        names = ("outcome", "days", "warning", "note", "source")
        return {name: self.cleaned_data[name] for name in names}


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

    LONGEST = timedelta(days=7)

    def clean(self) -> dict[str, Any]:
        cleaned = super().clean() or self.cleaned_data
        starts, ends = cleaned.get("starts_at"), cleaned.get("ends_at")
        if starts and ends and ends <= starts:
            self.add_error("ends_at", _("It has to end after it begins."))
        elif starts and ends and ends - starts > self.LONGEST:
            self.add_error("ends_at", _("Seven days at most: nobody can look in for longer."))
        return cleaned


class PeriodForm(forms.Form):
    begins = forms.DateField(label=_("From"), widget=forms.DateInput({"type": "date"}))
    ends = forms.DateField(label=_("To"), widget=forms.DateInput({"type": "date"}))

    LONGEST = timedelta(days=732)

    def clean(self) -> dict[str, Any]:
        cleaned = super().clean() or self.cleaned_data
        begins, ends = cleaned.get("begins"), cleaned.get("ends")
        if begins and ends and not timedelta(0) <= ends - begins <= self.LONGEST:
            self.add_error("ends", _("Please choose up to two years, the earlier day first."))
        elif ends and ends.year > 9998:
            self.add_error("ends", _("Please choose a nearer day."))
        return cleaned

    @property
    def shown_end(self) -> Any:
        return self.cleaned_data["ends"] if self.is_bound else self.initial["ends"]


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
        team = Member.objects.may_come_in().moderators().exclude(pk=viewer.pk)
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


class SpamForm(forms.Form):
    """Several cases at once; which, the ticks beside them say."""

    reason = ReasonField(
        help_text=_("The same for each author."),
        error_messages={"required": _("Please write a reason. The authors have a right to it.")},
    )
