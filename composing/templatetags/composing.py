"""The box to write in."""

from functools import lru_cache
from uuid import UUID

from crispy_forms.templatetags.crispy_forms_filters import as_crispy_form
from django import template
from django.utils.safestring import SafeString
from django.utils.translation import get_language

from composing.forms import ComposeForm

register = template.Library()


@register.simple_tag
def box(form: ComposeForm) -> SafeString:
    """The fields of a form to write in. An empty one is drawn once: only its token is its own."""
    words = (value for name, value in form.initial.items() if name != "token")
    if form.is_bound or any(words):
        return as_crispy_form(form)
    empty = _empty_box(type(form), get_language())
    return SafeString(empty.replace(str(_ANY_TOKEN), str(form.initial["token"])))


_ANY_TOKEN = UUID(int=0)


@lru_cache
def _empty_box(form: type[ComposeForm], _language: str | None) -> SafeString:
    return as_crispy_form(form(initial={"token": _ANY_TOKEN}))
