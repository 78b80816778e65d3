"""``{% csrf_token %}`` as every form here has it: with the mark of whoever opened the page."""

from django import template
from django.template.base import Parser, Token
from django.template.defaulttags import CsrfTokenNode
from django.utils.html import format_html
from django.utils.safestring import SafeString

from accounts.models import Member
from accounts.requests import writer_mark

register = template.Library()


class FormTokenNode(CsrfTokenNode):
    """Django's token and a hidden field ``writer``: whose words these are, should somebody else be
    logged in when they are sent."""

    def render(self, context: template.Context) -> SafeString:
        token = super().render(context)
        user = context.get("user")
        if not token or not isinstance(user, Member):
            return SafeString(token)
        mark = format_html('<input type="hidden" name="writer" value="{}">', writer_mark(user))
        return SafeString(f"{token}{mark}")


@register.tag
def csrf_token(_parser: Parser, _token: Token) -> FormTokenNode:
    return FormTokenNode()
