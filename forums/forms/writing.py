"""Posts, topics and drafts, as members write them."""

import uuid
from collections.abc import Sequence
from dataclasses import dataclass
from functools import cached_property
from typing import Any

from django import forms
from django.utils.translation import gettext_lazy as _

from accounts.models import Member
from composing.fields import Line, Words, too_long
from composing.selectors import warnings_to_choose
from forums.selectors.composer_state import ComposerState
from guidance.drafts import Draft, DraftOutcome, Prompt, Severity
from guidance.evaluation import CompiledRule, Evaluation, evaluate_for
from guidance.rule_cache import current_rules
from guidance.selectors import AuthorHistory, had_tip
from guidance.support_types import SupportType
from text.limits import DRAFT, DRAFT_TITLE, POST, TITLE
from text.tidying import has_words


@dataclass(frozen=True)
class About:
    """What guidance knows beside the words: see guidance.drafts.Draft."""

    member: Member
    board: str = ""
    parent: str = ""
    # The topic it is about, such as topic:12; empty for a new one.
    place: str = ""
    # Of a post that is changed; else the form says what it is for.
    is_opening: bool = False
    own_topic: bool = False
    wish: str = ""
    account_days: int | None = None
    posts: int | None = None
    history: AuthorHistory | None = None
    state: ComposerState | None = None

    @property
    def dismissed(self) -> frozenset[str]:
        """The codes of rules that this author let stand a while ago: they are not asked again."""
        return self.history.dismissed if self.history is not None else frozenset()

    @property
    def sent_anyway(self) -> frozenset[str]:
        """The keys of rules that spoke within a day and were sent all the same."""
        return self.history.sent_anyway if self.history is not None else frozenset()

    @property
    def rules(self) -> tuple[CompiledRule, ...]:
        return current_rules(self.history.rules_version if self.history is not None else None)

    def to_rules(self, *, wish: str) -> dict[str, Any]:
        """As the fields of a Draft."""
        return {
            "board": self.board,
            "parent": self.parent,
            "own_topic": self.own_topic,
            "wish": wish,
            "relation": self.member.relation,
            "account_days": self.account_days,
            "posts": self.posts,
        }


class ComposeForm(forms.Form):
    """A reply. What guidance says about it is in ``prompts`` after validation."""

    kind = "reply"

    text = Words(
        limit=POST,
        label=_("Your words"),
        error_messages={"required": _("There is nothing here to post yet.")},
    )
    token = forms.UUIDField(widget=forms.HiddenInput)
    # Rules whose “Post anyway” was pressed, and those whose remark was read on the page.
    as_it_is = forms.CharField(required=False, widget=forms.HiddenInput)
    seen = forms.CharField(required=False, widget=forms.HiddenInput)
    # Rules of which the author said that they did not fit.
    wrong = forms.CharField(required=False, widget=forms.HiddenInput)
    # The state of the draft that this page has seen.
    known = forms.CharField(required=False, widget=forms.HiddenInput)
    # This very page, on this device: another one has its own.
    page = forms.UUIDField(required=False, widget=forms.HiddenInput)
    # Stands folded below the others.
    warnings = forms.MultipleChoiceField(
        label=_("Warn readers of"),
        help_text=_("The post is folded then. Each reader chooses whether it stays so."),
        required=False,
        widget=forms.CheckboxSelectMultiple,
    )

    def __init__(self, *args: Any, about: About | None = None, **kwargs: Any) -> None:
        super().__init__(*args, **kwargs)
        self.about = about
        self.evaluation = Evaluation([], [], [])
        warnings: Any = self.fields["warnings"]
        warnings.choices, warnings.stands_apart = warnings_to_choose, True
        self.fields["text"].widget.attrs.update({"rows": 8, "data-draft": "text"})
        self.initial.setdefault("token", uuid.uuid4())
        self.initial.setdefault("page", uuid.uuid4())

    def clean_text(self) -> str:
        text: str = self.cleaned_data["text"]
        if not has_words(text):
            raise forms.ValidationError(_("Please add a word or two, so that it can be read."))
        return text

    def clean(self) -> dict[str, Any]:
        cleaned = super().clean() or self.cleaned_data
        assert self.about is not None, "what is sent is looked at for somebody"
        draft = Draft(
            kind="opening" if self.about.is_opening else self.kind,
            # Of what is too long the beginning, for help alone: it cannot be sent.
            text=str(cleaned.get("text") or self.data.get("text", "")[:POST]),
            title=str(cleaned.get("title") or ""),
            **self.about.to_rules(wish=str(cleaned.get("wish") or self.about.wish)),
        )
        self.evaluation = evaluate_for(self.about.member.pk, draft, self.about.rules, is_sent=True)
        for prompt in self.prompts:
            if prompt.severity == Severity.BLOCK:
                self.add_error("text", forms.ValidationError(str(prompt.message)))
        return cleaned

    @property
    def prompts(self) -> list[Prompt]:
        """What the rules say to the author."""
        return self.evaluation.prompts

    @property
    def open_prompt(self) -> Prompt | None:
        """What the author is still asked before this is sent; None if nothing.

        Help is never a question, and when help is shown nothing else is asked. A tip is given once
        a day, and once in a place.
        """
        assert self.about is not None
        accepted = self.about.dismissed | self.pressed | self._codes("seen")
        for prompt in self.prompts:
            if prompt.severity in {Severity.HELP, Severity.HOLD}:
                return None
            if prompt.rule in accepted or prompt.severity > Severity.ASK:
                continue
            if prompt.severity == Severity.ASK or not self._had_tip:
                return prompt
        return None

    @cached_property
    def _had_tip(self) -> bool:
        assert self.about is not None
        return had_tip(self.about.member, self.cleaned_data.get("token"), self.about.place)

    def tie(self, prompt: Prompt) -> None:
        """The field that the prompt is about is described by it; see _compose.html."""
        field = self[prompt.field if prompt.field in self.fields else "text"]
        described = f"{field.aria_describedby or ''} said".strip()
        field.field.widget.attrs["aria-describedby"] = described

    @property
    def dismissed(self) -> list[str]:
        """The rules that spoke, and that the author let stand this time."""
        asked = {Severity.TIP, Severity.ASK}
        spoke = [prompt.rule for prompt in self.prompts if prompt.severity in asked]
        return [rule for rule in spoke if rule in self.pressed | self._codes("seen")]

    @property
    def pressed(self) -> set[str]:
        """The rules whose “Post anyway” was pressed, or “This was wrong”."""
        return self._codes("as_it_is") | self.called_wrong

    @property
    def called_wrong(self) -> set[str]:
        return self._codes("wrong")

    def _codes(self, name: str) -> set[str]:
        return set(str(self.cleaned_data.get(name) or "").split(",")) - {""}

    @property
    def heard(self) -> DraftOutcome:
        """What the rules heard, as far as it matters once this is sent."""
        sent_anyway = self.about.sent_anyway if self.about else ()
        return DraftOutcome.of(self.prompts, lately=sent_anyway)

    @property
    def help_prompts(self) -> list[Prompt]:
        return [prompt for prompt in self.prompts if prompt.severity == Severity.HELP]

    @property
    def help_prompt(self) -> Prompt | None:
        return next(iter(self.help_prompts), None)


def with_answers(questions: Sequence[str], answers: Sequence[str], text: str) -> str:
    """What was answered to a board's questions stands before the text, as readable Markdown."""
    answered = [
        f"**{question}**\n\n{answer.strip()}"
        for question, answer in zip(questions, answers, strict=False)
        if answer.strip()
    ]
    return "\n\n".join([*answered, text] if text.strip() else answered) if answered else text


def split_answers(questions: Sequence[str], text: str) -> tuple[list[str], str]:
    """What with_answers put together: the answers, each a paragraph, and the rest. Put together
    again they are the same text."""
    answers = [""] * len(questions)
    for number, question in enumerate(questions):
        head = f"**{question}**\n\n"
        if text.startswith(head):
            answers[number], _gap, text = text.removeprefix(head).partition("\n\n")
    return answers, text


class TopicForm(ComposeForm):
    """A new topic; ``questions`` are those of its board, each with a field that may stay empty."""

    kind = "opening"
    field_order = ["title", "text", "wish"]

    title = Line(
        limit=TITLE,
        label=_("Title"),
        help_text=_("What is it about, in a few words?"),
        error_messages={"required": _("Please give it a title, so that people can find it.")},
    )
    wish = forms.ChoiceField(
        label=_("What would help?"),
        help_text=_("Those who answer read this first. You can change it later."),
        # Not a bare enumeration, to which Django would add an empty choice.
        choices=SupportType.choices,
        required=False,
        widget=forms.RadioSelect,
    )

    def __init__(self, *args: Any, questions: Sequence[str] = (), **kwargs: Any) -> None:
        super().__init__(*args, **kwargs)
        self.questions = list(questions)
        for number, question in enumerate(self.questions):
            self.fields[f"answer_{number}"] = Words(
                limit=POST,
                label=question,
                required=False,
                widget=forms.Textarea({"rows": 2, "data-answer": question}),
            )
        if self.questions:
            self.fields["text"].label = _("Anything else")
            self.order_fields(["title", *self.answer_names, "text", "wish"])
            # Answers alone are enough.
            self.fields["text"].required = False
        self.fields["title"].widget.attrs.update({"data-draft": "title", "autocomplete": "off"})
        self.fields["text"].widget.attrs["rows"] = 12
        wish: Any = self.fields["wish"]
        # What is said about the words stands beside them.
        wish.stands_apart = True

    @property
    def answer_names(self) -> list[str]:
        return [f"answer_{number}" for number in range(len(self.questions))]

    def clean_text(self) -> str:
        answers = [self.cleaned_data.get(name) or "" for name in self.answer_names]
        text = with_answers(self.questions, answers, self.cleaned_data["text"])
        if error := too_long(text, POST):
            raise error
        self.cleaned_data["text"] = text
        return super().clean_text()

    def clean_title(self) -> str:
        title: str = self.cleaned_data["title"]
        if not has_words(title):
            raise forms.ValidationError(_("Please use at least one word in the title."))
        return title


_STANDS_ALREADY = _(
    "Words like these are read by a moderator first, and this post is published already. Please "
    "leave them out here, or send them as a new post. If things are very hard right now, the "
    "people on our help page are there, day and night."
)


class EditForm(ComposeForm):
    """New words for an own post; ``version`` is the one that was read."""

    version = forms.IntegerField(widget=forms.HiddenInput, min_value=1, max_value=10**6)

    def clean(self) -> dict[str, Any]:
        """What is published cannot go back to waiting: such words are for a post of their own."""
        cleaned = super().clean()
        for prompt in self.prompts:
            if prompt.severity == Severity.HOLD:
                self.add_error("text", forms.ValidationError(_STANDS_ALREADY))
        return cleaned


class _Warnings(forms.MultipleChoiceField):
    """Those that can be chosen; a draft is kept all the same when one cannot any more."""

    def validate(self, value: Any) -> None:
        """Nothing: see clean."""

    def clean(self, value: Any) -> list[str]:
        return [slug for slug in super().clean(value) if self.valid_value(slug)]


class DraftForm(forms.Form):
    # None from a page that names no state.
    known = forms.CharField(required=False, max_length=40)
    page = forms.UUIDField(required=False)
    place = forms.RegexField(r"^(board|topic|post|edit):\d{1,18}$")
    token = forms.UUIDField(required=False)
    title = Line(limit=DRAFT_TITLE, required=False)
    wish = forms.ChoiceField(choices=SupportType, required=False)
    text = Words(limit=DRAFT, required=False)
    warnings = _Warnings(choices=warnings_to_choose, required=False)

    def clean_known(self) -> str | None:
        return self.cleaned_data["known"] if "known" in self.data else None
