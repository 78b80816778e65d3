"""What a page says to everybody in the same words is drawn once, and kept."""

from django import template
from django.template.base import NodeList, Parser, Token
from django.utils.safestring import SafeString
from django.utils.translation import get_language

register = template.Library()


class StaticFragment(template.Node):
    """Its part of the template, drawn the first time it is needed in each language.

    It is drawn with an empty context: nothing of one viewer can ever be kept for another.
    """

    def __init__(self, nodelist: NodeList) -> None:
        self.nodelist = nodelist
        self._drawn: dict[str | None, SafeString] = {}

    def render(self, context: template.Context) -> SafeString:
        language = get_language()
        drawn = self._drawn.get(language)
        if drawn is None:
            nobody = template.Context()
            nobody.template = context.template
            drawn = self._drawn[language] = self.nodelist.render(nobody)
        return drawn


@register.tag
def static_fragment(parser: Parser, _token: Token) -> StaticFragment:
    """{% static_fragment %} … {% endstatic_fragment %}"""
    nodelist = parser.parse(("endstatic_fragment",))
    parser.delete_first_token()
    return StaticFragment(nodelist)
