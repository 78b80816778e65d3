"""Topics and changes of posts, as members write them."""

from collections.abc import Sequence
from typing import Any

from django import forms
from django.utils.translation import gettext_lazy as _

from composing.fields import Line, Words, too_long
from composing.forms import ComposeForm
from guidance.drafts import Severity
from guidance.support_types import SupportType
from text.limits import POST, TITLE
from text.tidying import has_words


def answer_names(questions: Sequence[str]) -> list[str]:
    """The fields for the answers to a board's questions."""
    return [f"answer_{number}" for number in range(len(questions))]


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
        return answer_names(self.questions)

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
