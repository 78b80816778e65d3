"""Widgets written by functions are, letter by letter, what Django's templates make of them."""

from typing import Any

import pytest
from django import forms
from django.forms.renderers import DjangoTemplates
from django.utils.safestring import mark_safe
from django.utils.translation import gettext_lazy as _

from mssupport.form_renderer import QuickWidgets

CHOICES: list[Any] = [
    ("", "—"), ("a", _("Anything")), ("<b>", 'Less & "more"'),
    ("Group “one”", [(1, "One"), (2, "Two")]),
]  # fmt: skip
VALUES: list[Any] = [
    None, "", "words", '<script>"&\'', 0, 3.5, True, False, mark_safe("&amp;"), "a", ["a", "1"],
    "line\nline", "\n first",
]  # fmt: skip
ATTRS: list[dict[str, Any]] = [
    {}, {"id": "id_x", "class": "wide"}, {"required": True, "disabled": False, "rows": 3},
    {"data-draft": 'te"xt', "aria-describedby": "a b", "id": ""}, {"maxlength": 20, "title": "<"},
]  # fmt: skip
WIDGETS: list[type[forms.Widget]] = [
    forms.TextInput, forms.HiddenInput, forms.EmailInput, forms.NumberInput, forms.URLInput,
    forms.PasswordInput, forms.CheckboxInput, forms.Textarea, forms.DateInput, forms.TimeInput,
    forms.DateTimeInput, forms.Select, forms.SelectMultiple, forms.RadioSelect,
    forms.CheckboxSelectMultiple,
]  # fmt: skip


@pytest.mark.parametrize("widget_class", WIDGETS)
def test_it_is_the_same(widget_class: type[forms.Widget]) -> None:
    has_choices = issubclass(widget_class, forms.widgets.ChoiceWidget)
    widget = widget_class(choices=CHOICES) if has_choices else widget_class()
    for value in VALUES:
        for attrs in ATTRS:
            django, quick = (
                widget.render("na<me", value, attrs, renderer)
                for renderer in (DjangoTemplates(), QuickWidgets())
            )
            assert quick == django, (value, attrs)
            assert hasattr(quick, "__html__")


def test_choices_by_themselves_are_the_same() -> None:
    """As our template pack draws them: one after the other."""
    for widget_class in (forms.RadioSelect, forms.CheckboxSelectMultiple):
        field = forms.MultipleChoiceField(choices=CHOICES, widget=widget_class)
        form_class = type("Form", (forms.Form,), {"some": field})
        drawn = [
            [widget.tag() for widget in form_class(renderer=renderer)["some"]]
            for renderer in (DjangoTemplates(), QuickWidgets())
        ]
        assert drawn[0] == drawn[1]
        assert len(drawn[0]) > 3
