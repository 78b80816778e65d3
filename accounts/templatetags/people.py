"""How a person is shown, and how a time is."""

from datetime import datetime

from django import template
from django.utils.formats import date_format
from django.utils.html import format_html
from django.utils.safestring import SafeString
from django.utils.timezone import localtime

from accounts.models import Member
from text.direction import isolated

register = template.Library()


@register.simple_tag
def moment(when: datetime) -> SafeString:
    """A time for people and machines: the page's script words it in the reader's own zone."""
    shown = localtime(when)
    return format_html(
        '<time datetime="{}">{}</time>', when.isoformat(), date_format(shown, "DATETIME_FORMAT")
    )


# ``{{ member.pseudonym|isolated }}`` inside a sentence or a title; alone in a tag, <bdi> does.
register.filter("isolated", isolated)


@register.filter
def initial(pseudonym: str) -> str:
    """The letter in a person's round mark."""
    return next((sign.upper() for sign in pseudonym if sign.isalnum()), "?")


@register.filter
def relation_words(relation: str) -> str:
    """How somebody relates to MS, in words; nothing for who has not said."""
    known = relation and relation != Member.Relation.NOT_SAID
    return str(Member.Relation(relation).label) if known else ""


@register.filter
def hue(pk: int) -> int:
    """One of twelve colours, always the same for the same person."""
    return pk * 5 % 12
