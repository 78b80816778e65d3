"""How figures are written."""

from datetime import timedelta

from django import template
from django.utils.translation import gettext as _
from django.utils.translation import ngettext

register = template.Library()


@register.filter
def in_hours(span: timedelta | None) -> str:
    """Minutes up to two hours, hours up to two days, then days; a dash for none."""
    if span is None:
        return "–"
    minutes = round(span.total_seconds() / 60)
    if minutes < 120:
        return ngettext("%(n)s minute", "%(n)s minutes", minutes) % {"n": minutes}
    hours = round(minutes / 60)
    if hours <= 48:
        return ngettext("%(n)s hour", "%(n)s hours", hours) % {"n": hours}
    days = round(hours / 24)
    return ngettext("%(n)s day", "%(n)s days", days) % {"n": days}


@register.filter
def at_least(count: int, fewest: int) -> str:
    """The count, or that it is too small to be told."""
    return str(count) if count >= fewest else _("fewer than %(n)s") % {"n": fewest}
