"""What several forms of the team ask for."""

from typing import Any

from django import forms
from django.utils.translation import gettext_lazy as _

from text.limits import REASON
from text.tidying import has_words, tidy


class ReasonField(forms.CharField):
    def __init__(self, **kwargs: Any) -> None:
        kwargs.setdefault("label", _("Reason, in words the author will read"))
        kwargs.setdefault("max_length", REASON)
        super().__init__(widget=forms.Textarea({"rows": 5}), **kwargs)

    def clean(self, value: Any) -> str:
        words = tidy(super().clean(value))
        if words and not has_words(words):
            raise forms.ValidationError(_("Please add a word or two, so that it can be read."))
        return words
