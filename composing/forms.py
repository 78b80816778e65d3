from typing import Any

from django import forms
from django.utils.translation import gettext_lazy as _

from accounts.models import Member
from composing.models import ContentWarning, WarningChoice


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
