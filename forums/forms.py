"""Shape and wording of what members write here."""

import uuid
from collections.abc import Sequence
from dataclasses import dataclass
from typing import Any

from django import forms
from django.utils.translation import gettext_lazy as _
from django.utils.translation import ngettext

from accounts.models import Member
from forums.lists import warnings_to_choose
from forums.models import Board, ContentWarning, Knowledge, Topic, WarningChoice
from guidance.drafts import Draft, Heard, Prompt, Severity
from guidance.looking import Looked, look_for
from guidance.rulebook import current_rules
from guidance.wishes import Wish
from text.limits import DRAFT, DRAFT_TITLE, POST, TITLE
from text.tidying import has_words, tidy, tidy_line


def _too_long(value: str, limit: int) -> forms.ValidationError | None:
    over = len(value) - limit
    if over <= 0:
        return None
    return forms.ValidationError(
        ngettext(
            "This is %(over)s character too long. Could it be two posts?",
            "This is %(over)s characters too long. Could it be two posts?",
            over,
        )
        % {"over": over}
    )


class _Words(forms.CharField):
    """A long text: tidied, never trimmed silently; NUL and broken Unicode are taken out."""

    widget: Any = forms.Textarea

    def __init__(self, *, limit: int, **kwargs: Any) -> None:
        super().__init__(strip=False, **kwargs)
        self.limit = limit

    def to_python(self, value: Any) -> str:
        return tidy(str(value)) if value else ""

    def validate(self, value: str) -> None:
        super().validate(value)
        if error := _too_long(value, self.limit):
            raise error

    def run_validators(self, value: str) -> None:
        """Nothing is left to validate: tidying took out what the stock validators refuse."""


class _Line(_Words):
    widget = forms.TextInput

    def to_python(self, value: Any) -> str:
        return tidy_line(str(value)) if value else ""


@dataclass(frozen=True)
class About:
    """What guidance knows beside the words: see guidance.drafts.Draft."""

    member: Member
    board: str = ""
    parent: str = ""
    # Of a post that is changed; else the form says what it is for.
    is_opening: bool = False
    own_topic: bool = False
    wish: str = ""
    account_days: int | None = None
    posts: int | None = None
    # The codes of rules that this author let stand a while ago: they are not asked again.
    dismissed: frozenset[str] = frozenset()
    # The keys of rules that spoke within a day and were sent all the same.
    lately: frozenset[str] = frozenset()

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

    text = _Words(
        limit=POST,
        label=_("Your words"),
        error_messages={"required": _("There is nothing here to post yet.")},
    )
    token = forms.UUIDField(widget=forms.HiddenInput)
    # Rules whose “Post it as it is” was pressed, and those whose remark was read on the page.
    as_it_is = forms.CharField(required=False, widget=forms.HiddenInput)
    seen = forms.CharField(required=False, widget=forms.HiddenInput)
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
        self.looked = Looked([], [], [])
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
            text=str(cleaned.get("text") or ""),
            title=str(cleaned.get("title") or ""),
            **self.about.to_rules(wish=str(cleaned.get("wish") or self.about.wish)),
        )
        self.looked = look_for(self.about.member.pk, draft, current_rules(), is_sent=True)
        for prompt in self.prompts:
            if prompt.severity == Severity.BLOCK:
                self.add_error("text", forms.ValidationError(str(prompt.message)))
        return cleaned

    @property
    def prompts(self) -> list[Prompt]:
        """What the rules say to the author."""
        return self.looked.prompts

    @property
    def open_prompt(self) -> Prompt | None:
        """What the author is still asked before this is sent; None if nothing.

        Help is never a question, and when help is shown nothing else is asked.
        """
        assert self.about is not None
        accepted = self.about.dismissed | self.pressed | self._codes("seen")
        for prompt in self.prompts:
            if prompt.severity in {Severity.HELP, Severity.HOLD}:
                return None
            if prompt.severity in {Severity.TIP, Severity.ASK} and prompt.rule not in accepted:
                return prompt
        return None

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
        """The rules whose “Post it as it is” was pressed."""
        return self._codes("as_it_is")

    def _codes(self, name: str) -> set[str]:
        return set(str(self.cleaned_data.get(name) or "").split(",")) - {""}

    @property
    def heard(self) -> Heard:
        """What the rules heard, as far as it matters once this is sent."""
        return Heard.of(self.prompts, lately=self.about.lately if self.about else ())

    @property
    def help_prompt(self) -> Prompt | None:
        return next((p for p in self.prompts if p.severity == Severity.HELP), None)


def with_answers(questions: Sequence[str], answers: Sequence[str], text: str) -> str:
    """What was answered to a board's questions stands before the text, as readable Markdown."""
    answered = [
        f"**{question}**\n\n{answer.strip()}"
        for question, answer in zip(questions, answers, strict=False)
        if answer.strip()
    ]
    return "\n\n".join([*answered, text] if text.strip() else answered) if answered else text


def apart_answers(questions: Sequence[str], text: str) -> tuple[list[str], str]:
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

    title = _Line(
        limit=TITLE,
        label=_("Title"),
        help_text=_("What is it about, in a few words?"),
        error_messages={"required": _("Please give it a title, so that people can find it.")},
    )
    wish = forms.ChoiceField(
        label=_("What would help?"),
        help_text=_("Those who answer read this first. You can change it later."),
        choices=Wish,
        required=False,
        widget=forms.RadioSelect,
    )

    def __init__(self, *args: Any, questions: Sequence[str] = (), **kwargs: Any) -> None:
        super().__init__(*args, **kwargs)
        self.questions = list(questions)
        for number, question in enumerate(self.questions):
            self.fields[f"answer_{number}"] = _Words(
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
        self.initial["wish"] = self.initial.get("wish") or Wish.LISTENING
        wish: Any = self.fields["wish"]
        # What is said about the words stands beside them.
        wish.stands_apart = True

    @property
    def answer_names(self) -> list[str]:
        return [f"answer_{number}" for number in range(len(self.questions))]

    def clean_text(self) -> str:
        answers = [self.cleaned_data.get(name) or "" for name in self.answer_names]
        text = with_answers(self.questions, answers, self.cleaned_data["text"])
        if error := _too_long(text, POST):
            raise error
        self.cleaned_data["text"] = text
        return super().clean_text()

    def clean_wish(self) -> str:
        """Nothing chosen, as by a page of another day, is listening."""
        return self.cleaned_data["wish"] or Wish.LISTENING

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
    known = forms.CharField(required=False, max_length=40)
    page = forms.UUIDField(required=False)
    place = forms.RegexField(r"^(board|topic|post|edit):\d{1,18}$")
    token = forms.UUIDField(required=False)
    title = _Line(limit=DRAFT_TITLE, required=False)
    wish = forms.ChoiceField(choices=Wish, required=False)
    text = _Words(limit=DRAFT, required=False)
    warnings = _Warnings(choices=warnings_to_choose, required=False)


class SearchForm(forms.Form):
    words = _Line(limit=200, label=_("Words"), required=False)
    board = forms.ModelChoiceField(
        Board.objects.none(),
        to_field_name="slug",
        label=_("Board"),
        required=False,
        empty_label=_("All boards"),
    )
    author = _Line(limit=30, label=_("Written by"), required=False)
    since = forms.DateField(
        label=_("From"), required=False, widget=forms.DateInput({"type": "date"})
    )
    until = forms.DateField(label=_("To"), required=False, widget=forms.DateInput({"type": "date"}))

    def __init__(self, *args: Any, boards: Any, **kwargs: Any) -> None:
        super().__init__(*args, **kwargs)
        board = self.fields["board"]
        assert isinstance(board, forms.ModelChoiceField)
        board.queryset = boards
        self.fields["words"].widget.attrs["type"] = "search"
        self.fields["author"].widget.attrs["autocomplete"] = "off"

    @property
    def asks_something(self) -> bool:
        return any(self.cleaned_data.get(name) for name in ("words", "author", "since", "until"))


class WarningChoicesForm(forms.Form):
    """For each content warning: show, fold or hide."""

    def __init__(self, *args: Any, member: Member, **kwargs: Any) -> None:
        super().__init__(*args, **kwargs)
        chosen = {each.warning_id: each.does for each in member.warning_choices.all()}
        for warning in ContentWarning.objects.all():
            self.fields[warning.slug] = forms.ChoiceField(
                label=warning.name,
                choices=[("fold", _("Fold it")), *WarningChoice.Does.choices],
                initial=chosen.get(warning.pk, "fold"),
                widget=forms.RadioSelect,
            )


class SuggestWarningForm(forms.Form):
    warning = forms.ModelChoiceField(
        ContentWarning.objects.filter(is_in_use=True),
        label=_("What could readers be warned of?"),
        to_field_name="slug",
        empty_label=None,
        widget=forms.RadioSelect,
        error_messages={"required": _("Please choose one.")},
    )


class WishForm(forms.Form):
    """What would help; of a topic that stands already."""

    wish = forms.ChoiceField(
        label=_("What would help?"),
        choices=Wish,
        widget=forms.RadioSelect,
        error_messages={"required": _("Please choose one.")},
    )

    def __init__(self, *args: Any, topic: Topic, **kwargs: Any) -> None:
        super().__init__(*args, **kwargs)
        self.initial["wish"] = topic.wish


class KnowledgeForm(forms.Form):
    """What a member knows about, with commas or a line each."""

    subjects = _Words(
        limit=Knowledge.MOST * (Knowledge.LONGEST + 2),
        label=_("A few words, with commas between"),
        help_text=_(
            "Such as: fatigue, PPMS, Ocrevus, working. Only you see this. It decides which topics "
            "come first here."
        ),
        required=False,
        widget=forms.Textarea({"rows": 2}),
    )

    def clean_subjects(self) -> list[str]:
        lines = self.cleaned_data["subjects"].replace("\n", ",").replace(";", ",").split(",")
        subjects = list(dict.fromkeys(" ".join(each.split()) for each in lines if has_words(each)))
        if len(subjects) > Knowledge.MOST:
            raise forms.ValidationError(
                _("Please name up to %(most)s; these are %(n)s.")
                % {"most": Knowledge.MOST, "n": len(subjects)}
            )
        if too_long := next((each for each in subjects if len(each) > Knowledge.LONGEST), None):
            raise forms.ValidationError(
                _("“%(word)s …” is long. Could it be two, with a comma between?")
                % {"word": too_long[:20]}
            )
        return subjects


class WishFilterForm(forms.Form):
    """Of a board, the topics with one wish."""

    wish = forms.ChoiceField(
        label=_("What would help"),
        choices=[("", _("Anything")), *Wish.choices],
        required=False,
    )
