"""Fields for what members write: tidied, and never cut in silence."""

from typing import Any

from django import forms
from django.utils.translation import ngettext

from text.tidying import tidy, tidy_line


def too_long(value: str, limit: int) -> forms.ValidationError | None:
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


class Words(forms.CharField):
    """A long text: tidied, never trimmed silently; NUL and broken Unicode are taken out."""

    widget: Any = forms.Textarea

    def __init__(self, *, limit: int, **kwargs: Any) -> None:
        super().__init__(strip=False, **kwargs)
        self.limit = limit

    def to_python(self, value: Any) -> str:
        return tidy(str(value)) if value else ""

    def validate(self, value: str) -> None:
        super().validate(value)
        if error := too_long(value, self.limit):
            raise error

    def run_validators(self, value: str) -> None:
        """Nothing is left to validate: tidying took out what the stock validators refuse."""


class Line(Words):
    widget = forms.TextInput

    def to_python(self, value: Any) -> str:
        return tidy_line(str(value)) if value else ""
