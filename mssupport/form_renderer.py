"""Django's own form widgets, written by functions instead of small templates.

A box to write in has 15 widgets, and a page spent 2 ms on their templates. What comes out is the
same, letter by letter: a test compares the two for every widget and every form.
"""

from collections.abc import Callable, Mapping
from typing import Any

from django.forms.renderers import DjangoTemplates
from django.utils.html import conditional_escape
from django.utils.safestring import mark_safe

Widget = Mapping[str, Any]


def _text(value: object) -> str:
    return str(conditional_escape(str(value)))


def _attributes(attrs: Mapping[str, Any]) -> str:
    return "".join(
        f" {_text(name)}" if value is True else f' {_text(name)}="{_text(value)}"'
        for name, value in attrs.items()
        if value is not False
    )


def _input(widget: Widget) -> str:
    value = widget["value"]
    shown = "" if value is None else f' value="{_text(value)}"'
    name = _text(widget["name"])
    return (
        f'<input type="{_text(widget["type"])}" name="{name}"{shown}{_attributes(widget["attrs"])}>'
    )


def _input_with_label(widget: Widget) -> str:
    if not widget.get("wrap_label"):
        return _input(widget)
    to = widget["attrs"].get("id")
    begins = f'<label for="{_text(to)}">' if to else "<label>"
    return f"{begins}{_input(widget)}\n {_text(widget['label'])}</label>"


def _textarea(widget: Widget) -> str:
    value = _text(widget["value"]) if widget["value"] else ""
    name = _text(widget["name"])
    return f'<textarea name="{name}"{_attributes(widget["attrs"])}>\n{value}</textarea>'


def _options(widget: Widget, option: Callable[[Widget], str], begins: str, ends: str) -> str:
    """A line for each option, a group around those that have a name."""
    parts = []
    for group, choices, _index in widget["optgroups"]:
        lines = "".join(option(choice) for choice in choices)
        parts.append(f"{begins.format(_text(group))}{lines}{ends}" if group else lines)
    return "".join(parts)


def _option(widget: Widget) -> str:
    begins = f'<option value="{_text(widget["value"])}"{_attributes(widget["attrs"])}>'
    return f"\n  {begins}{_text(widget['label'])}</option>\n"


def _select(widget: Widget) -> str:
    options = _options(widget, _option, '\n  <optgroup label="{}">', "\n  </optgroup>")
    return (
        f'<select name="{_text(widget["name"])}"{_attributes(widget["attrs"])}>{options}\n</select>'
    )


def _choices(widget: Widget) -> str:
    attributes = _attributes(
        {k: v for k, v in widget["attrs"].items() if k in ("id", "class") and v}
    )

    def option(choice: Widget) -> str:
        return f"<div>\n    {_input_with_label(choice)}\n\n</div>"

    options = _options(widget, option, "\n  <div><label>{}</label>", "\n  </div>")
    return f"<div{attributes}>{options}\n</div>"


_QUICK: dict[str, Callable[[Widget], str]] = {
    **{
        f"django/forms/widgets/{name}.html": _input
        for name in (
            "input", "text", "hidden", "email", "number", "url", "password", "checkbox", "date",
            "time", "datetime",
        )
    },
    "django/forms/widgets/checkbox_option.html": _input_with_label,
    "django/forms/widgets/radio_option.html": _input_with_label,
    "django/forms/widgets/textarea.html": _textarea,
    "django/forms/widgets/select.html": _select,
    "django/forms/widgets/checkbox_select.html": _choices,
    "django/forms/widgets/radio.html": _choices,
}  # fmt: skip


class QuickWidgets(DjangoTemplates):
    """Widgets that are one element by functions, all else by Django's templates."""

    def render(self, template_name: str, context: dict[str, Any], request: Any = None) -> str:
        quick = _QUICK.get(template_name)
        if quick is not None:
            return mark_safe(quick(context["widget"]))  # noqa: S308 (escaped above)
        return super().render(template_name, context, request)
