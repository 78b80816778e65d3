"""What starting a topic and replying to it share."""

from typing import Any
from uuid import UUID

from django.contrib.postgres.search import SearchVector
from django.db import connection
from django.db.models import F, Value
from django.utils.translation import gettext as _

from accounts.access import Overtaken
from accounts.models import Member
from forums.actions.following import add_newest_to_mark
from forums.models import Board, Draft, Follow, Post, Topic
from text.rendering import plain, render


def already_posted(author: Member, token: UUID, text: str) -> Post | None:
    """The post that came with this token before, so that an impatient thumb writes once.

    Raises Overtaken if other words came with the token: neither text is lost.
    """
    with connection.cursor() as cursor:
        # Two sendings of one form take turns, whatever topic or board each of them names.
        cursor.execute(
            "SELECT pg_advisory_xact_lock(%s, %s)",
            [author.pk % 2**31, int.from_bytes(token.bytes[:4], "big", signed=True)],
        )
    if not Post.objects.filter(author=author, token=token).exists():
        return None
    post = Post.objects.select_related("topic").get(author=author, token=token)
    if post.text != text:
        raise Overtaken(
            _("This form was already sent, with other words. Both are here."),
            ((_("Already posted"), post.text), (_("What you sent now"), text)),
        )
    return post


def search_words(text_html: str, title: str = "") -> object:
    """The expression that makes a post findable; titles weigh more."""
    vector: Any = SearchVector(Value(plain(text_html)), config="english", weight="B")
    if title:
        vector = SearchVector(Value(title), config="english", weight="A") + vector
    return vector


def new_post(
    *, topic: Topic, author: Member, text: str, token: UUID, parent: Post | None, number: int
) -> Post:
    """An unsaved post, standing where it belongs in the reading order of a locked topic."""
    html = render(text)
    branch, twig = 0, 0
    if number > 1 and (parent is None or parent.is_opening):
        branch = topic.branches_count + 1
    elif parent is not None:
        branch, twig = parent.branch, parent.twig or number
    return Post(
        topic=topic,
        author=author,
        parent=parent,
        number=number,
        branch=branch,
        twig=twig,
        text=text,
        html=html,
        token=token,
        search=search_words(html, topic.title if number == 1 else ""),
    )


def count_in_board(board_id: int, post: Post, *, topics: int = 0) -> None:
    Board.objects.filter(pk=board_id).update(
        topics_count=F("topics_count") + topics,
        posts_count=F("posts_count") + 1,
        last_posted_at=post.created_at,
    )


def settle_author(post: Post, place: str, *, is_following: bool = False) -> None:
    """The author follows the topic, has read the own post, and the draft is done with."""
    if not is_following:
        Follow.objects.bulk_create(
            [Follow(topic_id=post.topic_id, member_id=post.author_id)], ignore_conflicts=True
        )
    add_newest_to_mark(post.topic_id, post.author_id, post.number)
    Draft.objects.filter(member_id=post.author_id, place=place).delete()
