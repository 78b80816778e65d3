from typing import Any

from django.apps import apps
from django.contrib.auth.models import AnonymousUser
from django.db import models
from django.db.models import F, FilteredRelation, Q
from django.db.models.functions import Coalesce

from accounts.blocks import blocked_ids
from accounts.models import Block, Member, Viewer
from forums.search import Lexemes, lexemes, parse, query_of


def _is_shut_out(viewer: Viewer) -> bool:
    return isinstance(viewer, Member) and (viewer.is_suspended or not viewer.is_active)


def reads_as(viewer: Viewer) -> Viewer:
    """Who is not admitted yet sees what strangers see."""
    is_waiting = isinstance(viewer, Member) and not viewer.is_approved
    return AnonymousUser() if is_waiting else viewer


def _shown_to(viewer: Viewer, board: str, is_hidden: Q, authors: list[str]) -> Q:
    """What is hidden is there for the moderators of its board alone, and nothing for who is kept
    apart from one of its authors; the team is kept apart from nobody."""
    if not isinstance(viewer, Member) or not viewer.is_moderator:
        shown = ~is_hidden
        if isinstance(viewer, Member):
            for author in authors:
                shown &= ~Q(**{f"{author}__in": blocked_ids(viewer.pk)})
        return shown
    if viewer.moderated_board_ids is None:
        return Q()
    return ~is_hidden | Q(**{f"{board}__in": viewer.moderated_board_ids})


def _unseen_of_those_apart(viewer: Member) -> models.Case:
    """How many posts of a topic this viewer has not seen and will not, being kept apart from their
    authors. Posts are asked for only if there is anybody."""
    posts = (
        apps.get_model("forums", "Post")
        .objects.filter(topic=models.OuterRef("pk"), status="published")
        .filter(author__in=blocked_ids(viewer.pk))
        .filter(number__gt=Coalesce(models.OuterRef("mark__up_to"), 0))
        .annotate(seen=models.Func(
            models.OuterRef("mark__beyond"), F("number"),
            function="array_position", output_field=models.IntegerField(),
        ))
        .filter(seen__isnull=True)
        .order_by()
        .values("topic")
        .annotate(n=models.Count("pk"))
    )  # fmt: skip
    blocks = Block.objects.filter(Q(by=viewer) | Q(member=viewer))
    return models.Case(
        models.When(models.Exists(blocks), then=Coalesce(models.Subquery(posts.values("n")), 0)),
        default=0,
    )


class BoardQuerySet(models.QuerySet):
    def visible_to(self, viewer: Viewer) -> "BoardQuerySet":
        """Members see every board that is in use; others those that are open to the web."""
        if _is_shut_out(viewer):
            return self.none()
        boards = self.filter(is_in_use=True)
        if isinstance(reads_as(viewer), Member):
            return boards
        return boards.filter(audience="web")


class TopicQuerySet(models.QuerySet):
    def visible_to(self, viewer: Viewer) -> "TopicQuerySet":
        """Topics of boards the viewer sees, but for those by members they are kept apart from;
        hidden ones for the board's moderators only."""
        if _is_shut_out(viewer):
            return self.none()
        viewer = reads_as(viewer)
        are_seen = Q(board__is_in_use=True) & ~Q(status="withdrawn")
        if not isinstance(viewer, Member):
            are_seen &= Q(board__audience="web")
        are_seen &= _shown_to(viewer, "board_id", Q(status="hidden"), ["author_id"])
        return self.filter(are_seen)

    def with_reading_of(self, viewer: Viewer) -> "TopicQuerySet":
        """Adds ``unread``: how many posts the viewer has not seen; None for strangers."""
        if not isinstance(viewer, Member):
            return self.annotate(unread=models.Value(None, models.IntegerField(null=True)))
        mine = FilteredRelation("read_marks", condition=Q(read_marks__member=viewer))
        unread: Any = (
            F("posts_count")
            - Coalesce(F("mark__seen_count"), 0)
            - models.Func(
                F("gone"),
                F("mark__up_to"),
                F("mark__beyond"),
                function="forums_gone_unseen",
                output_field=models.IntegerField(),
            )
        )
        if not viewer.is_moderator:
            unread -= _unseen_of_those_apart(viewer)
        return self.annotate(mark=mine, unread=unread)


class PostQuerySet(models.QuerySet):
    def visible_to(self, viewer: Viewer) -> "PostQuerySet":
        """Posts whose words the viewer may read: published ones in topics they see, and their own
        hidden ones. Moderators give a reason before they read what is hidden."""
        if _is_shut_out(viewer):
            return self.none()
        viewer = reads_as(viewer)
        posts = self.filter(topic__board__is_in_use=True).exclude(topic__status="withdrawn")
        if not isinstance(viewer, Member):
            posts = posts.filter(topic__board__audience="web")
        own = Q(status="hidden", author=viewer) if isinstance(viewer, Member) else Q()
        authors = ["author_id", "topic__author_id"]
        return posts.filter(
            _shown_to(viewer, "topic__board_id", Q(topic__status="hidden"), authors)
        ).filter(Q(status="published") | own)

    def published(self) -> "PostQuerySet":
        return self.filter(status="published")

    def matching(self, words: str) -> "PostQuerySet":
        """Full text, in the words of a web search: quotes, minus, or. Nothing if only stop words or
        what to leave out is asked for."""
        groups = parse(words)
        query = query_of(groups, lexemes({w for g in groups for item in g for w in item.words}))
        return self.filter(search=Lexemes(query)) if query else self.none()

    def with_author(self) -> "PostQuerySet":
        return self.select_related("author")
