"""Fields for what members write: tidied, and never cut in silence."""

from typing import Any

from django import forms
from django.utils.translation import ngettext

from text.tidying import tidy, tidy_line

# Tidying takes out at most half of what a person typed: line ends of two characters.
SPARE = 1_000


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

    def __init__(self, *, limit: int, says_too_long: Any = "", **kwargs: Any) -> None:
        super().__init__(strip=False, **kwargs)
        self.limit, self.says_too_long = limit, says_too_long

    def check_length(self, value: str) -> None:
        if error := too_long(value, self.limit):
            raise forms.ValidationError(self.says_too_long) if self.says_too_long else error

    def to_python(self, value: Any) -> str:
        return self.tidied(str(value)) if value else ""

    def tidied(self, value: str) -> str:
        """The text as it is stored. One that cannot fit is not even read."""
        if len(value) > 2 * self.limit + SPARE:
            self.check_length(value)
        return tidy(value)

    def validate(self, value: str) -> None:
        super().validate(value)
        self.check_length(value)

    def run_validators(self, value: str) -> None:
        """Nothing is left to validate: tidying took out what the stock validators refuse."""


class Line(Words):
    widget = forms.TextInput

    def tidied(self, value: str) -> str:
        return tidy_line(super().tidied(value))
