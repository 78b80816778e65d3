"""The base of the sign-up form; a module of its own because allauth's forms import it."""

from typing import Any

from django import forms
from django.conf import settings
from django.http import HttpRequest
from django.utils.translation import gettext_lazy as _

from accounts.models import Member


class SignupForm(forms.Form):
    """What we ask besides allauth's fields."""

    relation = forms.ChoiceField(
        label=_("How do you relate to MS?"),
        choices=Member.Relation.choices,
        initial=Member.Relation.NOT_SAID,
        help_text=_("Other members see this beside your posts. You can change it later."),
    )
    use_it_anyway = forms.BooleanField(label=_("Use this pseudonym anyway"), required=False)

    def signup(self, request: HttpRequest, user: Any) -> None:
        """Called by allauth in the middle of its own saving."""
        user.relation = self.cleaned_data["relation"]
        user.is_admitted = not settings.MEMBERS_ARE_APPROVED
        user.save(update_fields=["relation", "is_admitted"])
