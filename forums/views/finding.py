"""Getting at topics and posts as this viewer may see them."""

from typing import TypeVar

from django.db.models import Model, QuerySet
from django.http import Http404, HttpRequest

from accounts.requests import viewer_of
from forums.models import Board, Post, Topic

M = TypeVar("M", bound=Model)


class LogInFirst(Http404):
    """Nothing here for somebody who is not logged in: hidden and absent answer alike."""


def _found(request: HttpRequest, things: QuerySet[M], **wanted: object) -> M:
    thing = things.filter(**wanted).first()
    if thing is None:
        raise Http404 if request.user.is_authenticated else LogInFirst
    return thing


def board_or_404(request: HttpRequest, slug: str) -> Board:
    return _found(request, Board.objects.visible_to(viewer_of(request)), slug=slug)


def topic_or_404(request: HttpRequest, pk: int) -> Topic:
    return _found(
        request, Topic.objects.visible_to(viewer_of(request)).select_related("board"), pk=pk
    )


def post_or_404(request: HttpRequest, pk: int) -> Post:
    """A post whose place the viewer may see, with its topic; its words may be gone."""
    visible = Topic.objects.visible_to(viewer_of(request)).values("pk")
    posts = (
        Post.objects.filter(topic__in=visible)
        .select_related("topic__board", "author", "parent__author")
        .defer("search", "parent__search", "parent__text", "parent__html")
    )
    return _found(request, posts, pk=pk)
