"""What is remembered of a form that was sent, for the pages after it."""

from collections.abc import Collection, Sequence
from datetime import timedelta
from hashlib import sha256
from typing import Any
from uuid import UUID

from django.db import connection
from django.utils import timezone
from psycopg2.extras import Json

from accounts.models import Member
from composing.models import Submission
from composing.outcomes import UNDO_SEND, Pending, Published

# A page that is slower than this has lost its session too.
KEPT_FOR = timedelta(days=30)


def digest_of(draft_key: str, title: str, text: str) -> str:
    return sha256("\0".join((draft_key, title, text)).encode()).hexdigest()


# A help card that nobody has seen yet goes over to the newest row, in the same statement.
_RECORD = """
    WITH unseen AS (
        SELECT id, help_messages FROM composing_submission
        WHERE member_id = %(member)s AND help_messages <> '[]' AND %(subject)s <> '' FOR UPDATE
    ), cleared AS (
        UPDATE composing_submission SET help_messages = '[]' WHERE id IN (SELECT id FROM unseen)
    )
    INSERT INTO composing_submission
        (member_id, digest, page, subject, url, undo_until, sent_at, help_messages)
    SELECT %(member)s, %(digest)s, %(page)s, %(subject)s, %(url)s, %(undo_until)s, %(now)s,
        coalesce((SELECT jsonb_agg(message) FROM (
            SELECT jsonb_array_elements(help_messages) AS message FROM unseen
            UNION ALL SELECT jsonb_array_elements(%(help_messages)s)
        ) AS all_messages), '[]')
"""


def record_submission(
    *,
    member: Member,
    outcome: Published | Pending,
    digest: str,
    page: UUID | None,
    help_messages: Sequence[str],
) -> None:
    """Call it once the form has become something; the next page that shows that has beside it what
    the outcome allows. A help card that nobody has seen yet stands beside the newest. One
    statement."""
    now = timezone.now()
    published = outcome if isinstance(outcome, Published) else None
    # The page of what waits has help in its own words.
    params: dict[str, Any] = {
        "member": member.pk,
        "digest": digest,
        "page": page,
        "subject": published.subject if published else "",
        "url": outcome.url,
        "undo_until": now + UNDO_SEND if published and published.can_undo else None,
        "now": now,
        "help_messages": Json(list(help_messages) if published else []),
    }
    with connection.cursor() as cursor:
        cursor.execute(_RECORD, params)


def forget_digests(*, member: Member) -> None:
    """What was sent was taken back, and may be sent again in the same words."""
    Submission.objects.filter(member=member).exclude(digest="").update(digest="")


def forget_undo(*, member: Member, subject: str) -> None:
    """It was taken back into the box; help that nobody has seen yet stays for the next post."""
    Submission.objects.filter(member=member, subject=subject).update(undo_until=None)


def note_help_shown(*, member: Member, subjects: Collection[str]) -> None:
    """Help is shown once."""
    Submission.objects.filter(member=member, subject__in=subjects).update(help_messages=[])


def forget_old_submissions() -> int:
    """How many were too old to matter, and are gone now."""
    count, _of_what = Submission.objects.filter(sent_at__lt=timezone.now() - KEPT_FOR).delete()
    return count
