"""Getting at topics and posts as this viewer may see them."""

from typing import TypeVar

from django.db.models import Model, Q, QuerySet
from django.http import Http404, HttpRequest
from django.utils.translation import gettext as _

from accounts.models import Member
from accounts.requests import viewer_of
from forums.models import Board, Post, Topic
from forums.selectors.visible_topics import get_visible_topic

M = TypeVar("M", bound=Model)


class LogInFirst(Http404):
    """Nothing here for somebody who is not logged in: hidden and absent answer alike."""


def _found(request: HttpRequest, things: QuerySet[M], **wanted: object) -> M:
    for thing in things.filter(**wanted)[:1]:
        return thing
    raise _absent(request)


def _absent(request: HttpRequest) -> Http404:
    return Http404() if request.user.is_authenticated else LogInFirst()


def board_or_404(request: HttpRequest, slug: str) -> Board:
    return _found(request, Board.objects.visible_to(viewer_of(request)), slug=slug)


def topic_or_404(request: HttpRequest, pk: int) -> Topic:
    topic = get_visible_topic(viewer_of(request), pk)
    if topic is None:
        raise _absent(request)
    return topic


def post_or_404(request: HttpRequest, pk: int) -> Post:
    """A post whose place the viewer may see, with its topic; its words may be gone. Their own words
    are in reach wherever they stand."""
    viewer = viewer_of(request)
    is_theirs = Q(topic__in=Topic.objects.visible_to(viewer).values("pk"))
    if isinstance(viewer, Member):
        is_theirs |= Q(author=viewer)
    posts = (
        Post.objects.filter(is_theirs)
        .select_related("topic__board", "author", "parent__author")
        .defer("search", "parent__search", "parent__text", "parent__html")
    )
    here = _found(request, posts, pk=pk)
    is_own = isinstance(viewer, Member) and here.author_id == viewer.pk and not here.is_opening
    if is_own and get_visible_topic(viewer, here.topic_id) is None:
        # Their words are theirs; the title is not.
        here.topic.title = _("A topic you cannot open now")
    return here
