"""Drawing posts."""

from functools import lru_cache
from typing import Any

from django import template
from django.template import Context
from django.template.loader import render_to_string
from django.utils.safestring import SafeString
from django.utils.timezone import get_current_timezone_name
from django.utils.translation import get_language, ngettext

from forums import paging
from forums.models import Topic
from forums.view_models import PostRender, PostView, TopicHead, TopicRow, TopicTools

register = template.Library()


@register.simple_tag
def post(item: PostView) -> SafeString:
    """One post as this viewer sees it."""
    return draw("forums/_post.html", "post", item.face, get_current_timezone_name(), get_language())


@register.simple_tag(takes_context=True)
def just_sent(context: Context, pk: int) -> SafeString:
    """What stands before a post that this viewer has just sent; nothing before others."""
    sent = (context.get("just_sent") or {}).get(pk)
    if sent is None:
        return SafeString()
    words: Any = {**context.flatten(), "just_sent": sent}
    return render_to_string("forums/_just_sent.html", words, context.get("request"))


@register.simple_tag(takes_context=True)
def topic_row(context: Context, topic: Topic, shows_board: bool | str) -> SafeString:
    """One topic of a list, as this viewer has it."""
    is_member = context["user"].is_authenticated
    row = TopicRow.of(topic, is_member=is_member, shows_board=bool(shows_board))
    zone = get_current_timezone_name()
    return draw("forums/_topic_row.html", "row", row, zone, get_language())


@register.simple_tag
def topic_head(head: TopicHead) -> SafeString:
    return draw("forums/_topic_head.html", "head", head, "", get_language())


@register.simple_tag
def topic_tools(tools: TopicTools) -> SafeString:
    """The buttons belong to the form #act, which holds what is one viewer's own."""
    return draw("forums/_topic_tools.html", "tools", tools, "", get_language())


# Most of the time a page costs goes into drawing what was drawn the same a moment ago. The key is
# the whole of what is shown, so that nothing ever has to be thrown out of it.
@lru_cache(maxsize=8192)
def draw(
    template: str,
    name: str,
    face: PostRender | TopicHead | TopicRow | TopicTools,
    _zone: str,
    _language: str | None,
) -> SafeString:
    return render_to_string(template, {name: face})


@register.simple_tag
def page_links(number: int, last: int, order: str | None) -> SafeString:
    """Links to the other pages, in the order of replies that the address asks for."""
    return _page_links(number, last, order if order in {"flat", "threaded"} else "", get_language())


@lru_cache(maxsize=1024)
def _page_links(number: int, last: int, order: str, _language: str | None) -> SafeString:
    links = {"number": number, "links": paging.around(number, last), "order": order}
    return render_to_string("forums/_page_links.html", links)


@register.simple_tag
def replies_below(count: int) -> str:
    return ngettext("%(n)s reply below", "%(n)s replies below", count) % {"n": count}
