"""Saying why one reads what is private."""

from django import forms
from django.utils.translation import gettext_lazy as _

from moderation.forms.fields import ReasonField


class LookForm(forms.Form):
    reason = ReasonField(
        label=_("Why do you need to read it? The member can read this."),
        error_messages={"required": _("Please say why. The member has a right to it.")},
    )
