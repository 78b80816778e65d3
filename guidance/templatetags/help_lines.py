"""Numbers to ring."""

import re

from django import template

register = template.Library()

_NOT_DIALLED = re.compile(r"[^\d+*#]")


@register.filter
def dial(phone: str) -> str:
    """What follows ``tel:``; empty where the number has words in it, such as “Text HOME to 741741”.

    >>> dial("0800 123-45 67")
    '08001234567'
    """
    if any(sign.isalpha() for sign in phone):
        return ""
    return _NOT_DIALLED.sub("", phone)
