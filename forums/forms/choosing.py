"""What readers look for, and what they would like."""

from typing import Any

from django import forms
from django.utils.translation import gettext_lazy as _

from composing.fields import Line, Words
from composing.models import ContentWarning
from forums.models import Board, Interests, Topic
from guidance.support_types import SupportType
from text.tidying import has_words


class SearchForm(forms.Form):
    words = Line(
        limit=200,
        label=_("Words"),
        required=False,
        says_too_long=_("A search takes up to 200 characters. Please leave some words out."),
    )
    board = forms.ModelChoiceField(
        Board.objects.none(),
        to_field_name="slug",
        label=_("Board"),
        required=False,
        empty_label=_("All boards"),
    )
    author = Line(limit=30, label=_("Written by"), required=False)
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
        choices=SupportType,
        widget=forms.RadioSelect,
        error_messages={"required": _("Please choose one.")},
    )

    def __init__(self, *args: Any, topic: Topic, **kwargs: Any) -> None:
        super().__init__(*args, **kwargs)
        self.initial["wish"] = topic.wish


class KnowledgeForm(forms.Form):
    """What a member knows about, with commas or a line each."""

    subjects = Words(
        limit=Interests.MAX_SUBJECTS * (Interests.MAX_SUBJECT_LENGTH + 2),
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
        if len(subjects) > Interests.MAX_SUBJECTS:
            raise forms.ValidationError(
                _("Please name up to %(most)s; these are %(n)s.")
                % {"most": Interests.MAX_SUBJECTS, "n": len(subjects)}
            )
        if too_long := next(
            (each for each in subjects if len(each) > Interests.MAX_SUBJECT_LENGTH), None
        ):
            raise forms.ValidationError(
                _("“%(word)s …” is long. Could it be two, with a comma between?")
                % {"word": too_long[:20]}
            )
        return subjects


class WishFilterForm(forms.Form):
    """Of a board, the topics with one wish."""

    wish = forms.ChoiceField(
        label=_("What would help"),
        choices=[("", _("Anything")), *SupportType.choices],
        required=False,
    )
