"""The published guidelines, as moderators change them."""

from typing import Any

from django import forms
from django.utils.translation import gettext_lazy as _

from forums.models import Board
from guidance.models import Guideline
from text.tidying import tidy, tidy_line


class GuidelineForm(forms.ModelForm):
    """A guideline in plain words; ``version`` is the one that was read."""

    version = forms.IntegerField(widget=forms.HiddenInput, min_value=0, max_value=10**6)
    boards = forms.MultipleChoiceField(
        label=_("Only in these boards"),
        help_text=_("None ticked means everywhere."),
        required=False,
        widget=forms.CheckboxSelectMultiple,
    )

    class Meta:
        model = Guideline
        fields = (
            "number", "title", "body", "why", "fits", "does_not_fit", "boards", "is_published",
        )  # fmt: skip
        widgets = {
            name: forms.Textarea({"rows": 3}) for name in ("body", "why", "fits", "does_not_fit")
        }
        error_messages = {
            "title": {"required": _("Please give it a name of a few words.")},
            "body": {"required": _("Please say what is asked of members.")},
            "why": {"required": _("Please say why. Members follow what they understand.")},
            "number": {"required": _("Please give it a number.")},
        }

    def __init__(self, *args: Any, **kwargs: Any) -> None:
        super().__init__(*args, **kwargs)
        here = self.instance
        if here.pk:
            # What decisions and posts name never changes its meaning.
            del self.fields["number"]
        names = list(Board.objects.values_list("name", flat=True))
        boards: Any = self.fields["boards"]
        boards.choices = [(name, name) for name in dict.fromkeys([*names, *(here.boards or [])])]
        self.initial["version"] = here.version if here.pk else 0

    def clean(self) -> dict[str, Any]:
        cleaned = super().clean() or self.cleaned_data
        for name in ("body", "why", "fits", "does_not_fit"):
            cleaned[name] = tidy(cleaned.get(name) or "").strip()
        cleaned["title"] = tidy_line(cleaned.get("title") or "")
        return cleaned
