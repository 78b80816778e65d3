"""Shape and wording of what members write here."""

from forums.forms.choosing import (
    KnowledgeForm,
    SearchForm,
    SuggestWarningForm,
    WishFilterForm,
    WishForm,
)
from forums.forms.writing import (
    About,
    ComposeForm,
    DraftForm,
    EditForm,
    TopicForm,
    split_answers,
    with_answers,
)

__all__ = [
    "About", "ComposeForm", "DraftForm", "EditForm", "KnowledgeForm", "SearchForm",
    "SuggestWarningForm", "TopicForm", "WishFilterForm", "WishForm",
    "split_answers", "with_answers",
]  # fmt: skip
