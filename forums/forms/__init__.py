"""Shape and wording of what members write and look for here."""

from forums.forms.choosing import (
    KnowledgeForm,
    SearchForm,
    SuggestWarningForm,
    WishFilterForm,
    WishForm,
)
from forums.forms.writing import (
    EditForm,
    TopicForm,
    answer_names,
    split_answers,
    with_answers,
)

__all__ = [
    "EditForm", "KnowledgeForm", "SearchForm", "SuggestWarningForm", "TopicForm", "WishFilterForm",
    "WishForm", "answer_names", "split_answers", "with_answers",
]  # fmt: skip
