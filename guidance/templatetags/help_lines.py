"""Numbers to ring."""

import re

from django import template

register = template.Library()

_BETWEEN = re.compile(r"\s*(?:[/,;|]|\b(?:or|and|oder|ou|o|of)\b)\s*")
_NUMBER = re.compile(r"[+*#]?\d[\d\s().*#–-]*")
_NOT_DIALLED = re.compile(r"[^\d+*#]")
# It is dialled inside the country alone: +44 (0)20 is +4420.
_TRUNK_ZERO = re.compile(r"(?<=\d)\s*\(0\)|(?<=\d)\s*\(0(?=\d)")
_TO_WRITE_TO = re.compile(r"\b(?:text|sms|whatsapp|chat)\b", re.IGNORECASE)


@register.filter
def numbers(phone: str) -> list[tuple[str, str]]:
    """Each number of a line as it is written, and what follows ``tel:``; the second is empty where
    there is nothing to ring, as in “Text HOME to 741741”.

    >>> numbers("0800 123-45 67")
    [('0800 123-45 67', '08001234567')]
    >>> numbers("+44 (0)20 7946 0958 / 988")
    [('+44 (0)20 7946 0958', '+442079460958'), ('988', '988')]
    """
    return [(part, _dialled(part)) for part in _BETWEEN.split(phone) if part]


def _dialled(part: str) -> str:
    number = _NUMBER.search(part)
    if number is None or _TO_WRITE_TO.search(part):
        return ""
    written = number.group()
    if written.startswith("+"):
        written = _TRUNK_ZERO.sub("", written)
    return _NOT_DIALLED.sub("", written)
