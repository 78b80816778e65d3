"""The box to write in."""

from functools import lru_cache
from uuid import UUID

from crispy_forms.templatetags.crispy_forms_filters import as_crispy_form
from django import template
from django.utils.safestring import SafeString
from django.utils.translation import get_language

from composing.forms import ComposeForm

register = template.Library()


# Each loading of a page has its own.
_OWN = ("token", "page")


@register.simple_tag
def box(form: ComposeForm) -> SafeString:
    """The fields of a form to write in. An empty one is drawn once: only its marks are its own.

    One with fields that its class does not have, such as a board's questions, is drawn each time.
    """
    words = (value for name, value in form.initial.items() if name not in _OWN)
    has_more = form.fields.keys() != form.base_fields.keys()
    if form.is_bound or any(words) or has_more:
        return as_crispy_form(form)
    empty = _empty_box(type(form), get_language())
    for name, stands in _ANY.items():
        empty = empty.replace(str(stands), str(form.initial[name]))
    return SafeString(empty)


_ANY = {name: UUID(int=number) for number, name in enumerate(_OWN)}


@lru_cache
def _empty_box(form: type[ComposeForm], _language: str | None) -> str:
    return str(as_crispy_form(form(initial=dict(_ANY))))
