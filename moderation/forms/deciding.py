"""Judging a case, handing it on, and another look."""

import json
import re
from collections.abc import Collection, Iterable
from itertools import groupby
from typing import Any

from django import forms
from django.utils.translation import gettext as _now
from django.utils.translation import gettext_lazy as _

from accounts.models import Member
from forums.models import Board, Post
from forums.permissions import opens_to_the_web
from guidance.models import Guideline
from moderation.forms.fields import ReasonField
from moderation.models import Appeal, Case, Decision
from moderation.permissions import may_decide, milder_than, outcomes_for
from moderation.selectors.case import draft_reason
from text.limits import REASON, WARNING
from text.tidying import tidy, tidy_line

Outcome = Decision.Outcome
DAYS_SAY = _("Please give the days as a number from 1 to 365.")
MINUTES_SAY = _("Please give the minutes as a number from 1 to 1440 (a day).")
SOURCE_SAYS = _("This is not a whole web address, such as https://example.org/page.")
DAYS = (Outcome.RESTRICT, Outcome.SUSPEND)
LABELS_FOR_NAMES: dict[str, Any] = {
    Outcome.RESTRICT: _("The member can only read for some days"),
    Outcome.SUSPEND: _("Suspend the member for some days"),
    Outcome.BAN: _("Suspend the member for good"),
    Outcome.WARN: _("Warn the member"),
}
LABELS_FOR_HELD: dict[str, Any] = {
    Outcome.RESTRICT: _("Do not publish it; its author can only read for some days"),
    Outcome.SUSPEND: _("Do not publish it; its author is suspended for some days"),
    Outcome.BAN: _("Do not publish it; its author is suspended for good"),
}


# What the record says where the reason was left as the page had begun it, about a guideline.
HARMLESS_SAYS = {
    Outcome.NO_ACTION: _("Looked at. There is nothing to do."),
    Outcome.THANK: _("Thank you for your post."),
    Outcome.PUBLISH: _("Welcome, and thank you for writing."),
    Outcome.APPROVE: _("Welcome, and thank you for writing."),
}


class DecisionForm(forms.Form):
    """What to do, why, and what each outcome needs besides: those fields are folded together."""

    outcome = forms.ChoiceField(
        label=_("Decision"),
        widget=forms.RadioSelect,
        error_messages={
            "required": _("Please choose a decision."),
            "invalid_choice": _("This cannot be done here now. Please choose again."),
        },
    )
    guideline = forms.ModelChoiceField(
        Guideline.objects.published(),
        label=_("Guideline"),
        required=False,
        empty_label=_("None, for “no action” and “thank”"),
    )
    reason = ReasonField(
        help_text=_(
            "It begins with the guideline’s own words. Change them as you like. For “no action” "
            "the team alone reads it: its author hears nothing."
        ),
        error_messages={"required": _("Please write a reason. The author has a right to it.")},
    )
    days = forms.IntegerField(
        label=_("For how many days: only reading, or suspended"),
        required=False,
        min_value=1,
        max_value=365,
        initial=7,
        error_messages=dict.fromkeys(("invalid", "min_value", "max_value"), DAYS_SAY),
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
        assume_scheme="https", error_messages={"invalid": SOURCE_SAYS},
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
        error_messages=dict.fromkeys(("invalid", "min_value", "max_value"), MINUTES_SAY),
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
        of_house: Any = self.fields["guideline"]
        of_house.queryset = Guideline.objects.published().for_board(case.board_name)
        assert isinstance(outcome, forms.ChoiceField)
        has_no_post = case.post is None or case.post.status == Post.Status.WITHDRAWN
        labels = LABELS_FOR_HELD if case.held_id else LABELS_FOR_NAMES if has_no_post else {}
        outcome.choices = [
            (each.value, labels.get(each, each.label)) for each in outcomes_for(case)
        ]
        # One press is enough to say yes.
        self.fields["reason"].required = False
        if Outcome.PUBLISH in outcomes_for(case) or Outcome.APPROVE in outcomes_for(case):
            self.fields["reason"].help_text = _("To say yes you can leave this empty.")
            guideline: Any = self.fields["guideline"]
            guideline.empty_label = _("None, for a yes")
        if case.post is None:
            for name in ("warning", "note", "source", "take_out", "board", "minutes"):
                del self.fields[name]
            if not any(each in DAYS for each in outcomes_for(case)):
                del self.fields["days"]
            return
        topic = case.post.topic
        others = Board.objects.visible_to(viewer).exclude(pk=topic.board_id)
        # Where they do not look after it, they could not take it back.
        fitting = [
            each.pk
            for each in others
            if viewer.moderates(each.pk) and not opens_to_the_web(topic, each)
        ]
        board.queryset = others.filter(pk__in=fitting)  # type: ignore[attr-defined]
        if not fitting:
            del self.fields["board"]
            outcome.choices = [each for each in outcome.choices if each[0] != Outcome.MOVE]

    @property
    def main(self) -> list[Any]:
        return [self[name] for name in ("outcome", "guideline", "reason", "version")]

    @property
    def details(self) -> list[Any]:
        """What only some outcomes need."""
        return [field for field in self if field.name not in {each.name for each in self.main}]

    @property
    def needs(self) -> str:
        """For the page's script: which of the details each outcome needs."""
        return json.dumps({key: [name for name, _says in each] for key, each in self.NEEDS.items()})

    def clean_warning(self) -> str:
        return tidy_line(self.cleaned_data["warning"]).rstrip(".")

    def clean_note(self) -> str:
        return tidy(self.cleaned_data["note"])

    def clean_take_out(self) -> str:
        return tidy(self.cleaned_data["take_out"])

    def clean(self) -> dict[str, Any]:
        cleaned = super().clean() or self.cleaned_data
        outcome = cleaned.get("outcome")
        guidelines: Any = self.fields["guideline"]
        if outcome in Decision.HARMLESS:
            cleaned["guideline"] = None
            drafts = [draft_reason(each) for each in guidelines.queryset]
            reason = str(cleaned.get("reason") or "")
            # What the page had put there is about a guideline, and this is not.
            if (left := _without_draft(reason, drafts)) != reason:
                cleaned["reason"] = left or str(HARMLESS_SAYS[outcome])
        if not cleaned.get("reason") and "reason" not in self.errors:
            if outcome in {Outcome.PUBLISH, Outcome.APPROVE}:
                cleaned["reason"] = _now("Welcome, and thank you for writing.")
            else:
                says = _("Please write a reason. The author has a right to it.")
                self.add_error("reason", says)
        if outcome and outcome not in Decision.HARMLESS and not cleaned.get("guideline"):
            self.add_error("guideline", _("Please name the guideline that this is about."))
        for name, message in self.NEEDS.get(outcome or "", []):
            if not cleaned.get(name) and name not in self.errors:
                self.add_error(name, message)
        if outcome == Outcome.TAKE_OUT and self.case.post is not None:
            # Its history can be read too.
            earlier = self.case.post.revisions.values_list("text", flat=True)
            text = "\n".join([self.case.post.topic.title, self.case.post.text, *earlier])
            lost = [w for w in cleaned.get("take_out", "").splitlines() if w and w not in text]
            if lost:
                says = _(
                    "These words are not in the post or its history, letter by letter: %(words)s"
                )
                self.add_error("take_out", says % {"words": "; ".join(lost)})
        return cleaned


# So many words in a row are no chance: they come from the draft. Fewer beside them are what a cut
# has left of it.
_RUN, _REST = 4, 2
_WORD = re.compile(r"\w[\w'’-]*")


def _without_draft(reason: str, drafts: Iterable[str]) -> str:
    """What a moderator wrote themselves: before, between or after what the page had put there,
    whatever they changed in it."""
    runs: set[tuple[str, ...]] = set()
    drafted: set[str] = set()
    for draft in drafts:
        its = _WORD.findall(draft.casefold())
        drafted.update(its)
        runs.update(tuple(its[at : at + _RUN]) for at in range(len(its) - _RUN + 1))
    words = list(_WORD.finditer(reason))
    read = [word.group().casefold() for word in words]
    is_drafted = [False] * len(words)
    for at in range(len(words) - _RUN + 1):
        if tuple(read[at : at + _RUN]) in runs:
            is_drafted[at : at + _RUN] = [True] * _RUN
    if not any(is_drafted):
        return tidy(reason)
    own = []
    for of_draft, group in groupby(range(len(words)), lambda at: is_drafted[at]):
        places = list(group)
        is_rest = len(places) <= _REST and all(_is_rest(read[at], drafted) for at in places)
        if not of_draft and not is_rest:
            # With the signs behind it, up to where the draft goes on.
            first, last = words[places[0]].start(), places[-1] + 1
            own.append(reason[first : words[last].start() if last < len(words) else None].rstrip())
    return tidy("\n".join(own))


def _is_rest(word: str, drafted: Collection[str]) -> bool:
    """Whether it is a word of the draft, or what a cut left of one."""
    return any(each.startswith(word) or each.endswith(word) for each in drafted)


class HeapForm(forms.Form):
    """Why several posts of one author are hidden; which, the ticks beside them say."""

    guideline = forms.ModelChoiceField(
        Guideline.objects.published(),
        label=_("Guideline"),
        error_messages={"required": _("Please name the guideline that this is about.")},
    )
    reason = ReasonField(
        error_messages={"required": _("Please write a reason. The author has a right to it.")},
    )


class UndoForm(forms.Form):
    reason = ReasonField(label=_("Why it is taken back, in words the author will read"))


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
        team = may_decide(case).exclude(pk=viewer.pk)
        self.fields["to"].queryset = team.order_by("pseudonym")  # type: ignore[attr-defined]

    def clean_words(self) -> str:
        return tidy(self.cleaned_data["words"])


class NoteForm(forms.Form):
    words = forms.CharField(
        label=_("What should whoever looks later know? Only the team reads it."),
        max_length=REASON, widget=forms.Textarea({"rows": 3}),
        error_messages={"required": _("There is nothing here to keep yet.")},
    )  # fmt: skip

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
        label=_("Instead"), required=False, choices=[("", "—"), *Outcome.choices]
    )
    days = forms.IntegerField(
        label=_("For how many days"), required=False, min_value=1, max_value=365,
        error_messages=dict.fromkeys(("invalid", "min_value", "max_value"), DAYS_SAY),
    )  # fmt: skip
    warning = forms.CharField(
        label=_("Content warning, to fold it under"), required=False, max_length=WARNING
    )
    note = forms.CharField(
        label=_("Correction"), required=False, max_length=REASON,
        widget=forms.Textarea({"rows": 3}),
    )  # fmt: skip
    source = forms.URLField(
        label=_("Where the correction comes from"), required=False, assume_scheme="https",
        error_messages={"invalid": SOURCE_SAYS},
    )  # fmt: skip
    version = forms.IntegerField(widget=forms.HiddenInput, min_value=0, max_value=10**6)

    def __init__(self, *args: Any, case: Case, **kwargs: Any) -> None:
        super().__init__(*args, **kwargs)
        assert case.appeal is not None
        decision = case.appeal.decision
        possible = milder_than(decision)
        milder: Any = self.fields["outcome"]
        milder.choices = [("", "—"), *((each.value, each.label) for each in possible)]
        if case.appeal.decision.case.post is None and "warning" in self.fields:
            for name in ("warning", "note", "source"):
                del self.fields[name]
        if not possible:
            # Yes or no: there is nothing in between.
            verdict: Any = self.fields["verdict"]
            verdict.choices = [each for each in verdict.choices if each[0] != "changed"]
            for name in ("outcome", "days", "warning", "note", "source"):
                self.fields.pop(name, None)

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
        return {name: self.cleaned_data.get(name) for name in names}
