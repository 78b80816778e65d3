"""Drawing a post."""

from functools import lru_cache

from django import template
from django.template.loader import render_to_string
from django.utils.safestring import SafeString
from django.utils.timezone import get_current_timezone_name
from django.utils.translation import get_language

from forums.items import Face, PostItem

register = template.Library()


@register.simple_tag
def post(item: PostItem) -> SafeString:
    """One post as this viewer sees it."""
    return draw(item.face, get_current_timezone_name(), get_language())


# Most of the time a page costs goes into drawing posts that were drawn the same a moment ago. The
# key is the whole of what is shown, so that nothing ever has to be thrown out of it.
@lru_cache(maxsize=4096)
def draw(face: Face, _zone: str, _language: str | None) -> SafeString:
    return render_to_string("forums/_post.html", {"post": face})
