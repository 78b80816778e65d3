"""What is one viewer's own about a topic: read in one statement, before the topic itself.

Written as SQL, because it is asked for every page and the same each time.
"""

import json
from dataclasses import dataclass
from typing import Any
from uuid import UUID

from django.db import connection
from django.urls import reverse
from django.utils import timezone

from accounts.models import Member, Viewer
from composing.selectors import (
    AFTER_SENDING_COLUMN,
    JustSent,
    WarningPreferences,
    just_sent_from,
)
from forums import draft_keys
from forums.models import ReadMark
from notifications.selectors import BADGE_COLUMNS, Badge


@dataclass(frozen=True)
class ViewerTopicState:
    """``seq`` is the number of the topic's room: read before the posts, so that nothing falls in
    between. ``apart`` are the ids of members this viewer does not meet. ``mark`` is None for who
    has seen nothing here. ``posts_written`` counts no further than it was asked to. ``badge`` is
    what the head of the page would otherwise ask for by itself."""

    seq: int
    is_followed: bool
    apart: frozenset[int]
    mark: ReadMark | None
    draft_text: str
    # Of the form the draft was written in, unless a post came of it.
    draft_token: UUID | None
    # Its state, as Draft.state, and what others wrote in the same place, as Draft.others.
    draft_state: str
    draft_warnings: list[str]
    draft_others: list[dict[str, str]]
    # Something of theirs waits here for a moderator.
    has_held: bool
    # They sent a reply while they were logged out, and it waits to be taken up.
    has_stashed: bool
    posts_written: int
    # What stands beside posts that they have just sent.
    just_sent: tuple[JustSent, ...]
    # Slugs of content warnings that they want shown, and not shown.
    shows: list[str]
    hides: list[str]
    badge: Badge

    @property
    def wants(self) -> WarningPreferences:
        return WarningPreferences(frozenset(self.shows), frozenset(self.hides))


_OWN = f"""
    SELECT
        coalesce((SELECT seq FROM live_room WHERE name = %(room)s), 0),
        EXISTS (SELECT FROM forums_follow WHERE topic_id = %(topic)s AND member_id = %(me)s),
        ARRAY (
            SELECT member_id FROM accounts_block WHERE by_id = %(me)s
            UNION ALL SELECT by_id FROM accounts_block WHERE member_id = %(me)s
        ),
        mark.up_to, mark.beyond,
        draft.text,
        CASE WHEN NOT EXISTS (
            SELECT FROM forums_post WHERE author_id = %(me)s AND token = draft.token
        ) THEN draft.token END,
        draft.saved_at, draft.warnings, draft.others,
        EXISTS (
            SELECT FROM forums_pendingpost
            WHERE author_id = %(me)s AND topic_id = %(topic)s AND status = 'waiting'
        ),
        EXISTS (
            SELECT FROM accounts_stashedform WHERE member_id = %(me)s AND path = %(reply)s
        ),
        (
            SELECT count(*)
            FROM (SELECT FROM forums_post WHERE author_id = %(me)s LIMIT %(most)s) AS few
        ),
        ARRAY (
            SELECT slug FROM composing_warningchoice AS choice
            JOIN composing_contentwarning AS warning ON warning.id = choice.warning_id
            WHERE choice.member_id = %(me)s AND does = 'show'
        ),
        ARRAY (
            SELECT slug FROM composing_warningchoice AS choice
            JOIN composing_contentwarning AS warning ON warning.id = choice.warning_id
            WHERE choice.member_id = %(me)s AND does = 'hide'
        ),
        {AFTER_SENDING_COLUMN},
        {BADGE_COLUMNS}
    FROM (VALUES (1)) AS one
    LEFT JOIN forums_readmark AS mark ON mark.topic_id = %(topic)s AND mark.member_id = %(me)s
    LEFT JOIN composing_draft AS draft ON draft.member_id = %(me)s AND draft.place = %(place)s
"""  # noqa: S608 (constants)


def get_viewer_state(viewer: Viewer, topic_id: int, *, count_posts_to: int = 0) -> ViewerTopicState:
    words: dict[str, Any] = {
        "room": f"topic.{topic_id}",
        "topic": topic_id,
        "me": viewer.pk or 0,
        "my_room": f"member.{viewer.pk}",
        "place": draft_keys.reply(topic_id, None),
        "reply": reverse("forums:reply", args=[topic_id]),
        "most": count_posts_to,
        "now": timezone.now(),
    }
    with connection.cursor() as cursor:
        cursor.execute(_OWN, words)
        (
            seq, is_followed, apart, up_to, beyond, draft, token, saved_at, warnings, others,
            has_held, has_stashed, written, shows, hides, after_sending, *badge,
        ) = cursor.fetchone()  # fmt: skip
    mark = None if up_to is None else ReadMark(up_to=up_to, beyond=beyond)
    if isinstance(viewer, Member) and viewer.is_moderator:
        apart = ()  # the team sees everybody
    return ViewerTopicState(
        seq, is_followed, frozenset(apart), mark, draft or "", token,
        saved_at.isoformat() if saved_at is not None else "", warnings or [],
        json.loads(others or "[]"), has_held, has_stashed, written, just_sent_from(after_sending),
        shows, hides, Badge(*badge),
    )  # fmt: skip
