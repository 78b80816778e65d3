"""Whether the record is whole: every seal, and every row as it was sealed."""

import hashlib
import json
from dataclasses import dataclass

from django.db import connection, transaction
from django.db.models import Sum

from accounts.models import Erasure
from moderation.models import Seal

_LINE = """
    SELECT (to_jsonb(t) - 'snapshot')::text FROM {table} AS t WHERE id = %s
"""
# Rows from before there were seals have none; what came later has.
_UNSEALED = """
    SELECT id FROM {table} AS t
    WHERE id > (SELECT min("row") FROM moderation_seal WHERE "table" = %s)
        AND NOT EXISTS (SELECT FROM moderation_seal WHERE "table" = %s AND "row" = t.id)
    ORDER BY id LIMIT 1
"""
SEALED = (
    "moderation_decision",
    "moderation_entry",
    "moderation_carenote",
    "moderation_access",
    "accounts_standingchange",
    "moderation_undone",
)


@dataclass(frozen=True)
class Verdict:
    """How many seals were checked, and what is wrong with the first that is not whole. Of those
    ``erased`` the words are gone with an account, and only their hash is left."""

    checked: int
    wrong: str = ""
    last: str = ""
    erased: int = 0


def verify() -> Verdict:
    with transaction.atomic(), connection.cursor() as cursor:
        # As the seals were written.
        cursor.execute("SET LOCAL timezone = 'UTC'")
        checked, before, erased = 0, "", 0
        for seal in Seal.objects.order_by("number").iterator():
            if seal.number != checked + 1:
                return Verdict(checked, f"seal {checked + 1} is missing")
            if not seal.is_erased and _sha256(seal.content) != seal.content_hash:
                return Verdict(checked, f"seal {seal.number} does not fit its content")
            covered = seal.content_hash if seal.covers_hash else seal.content
            whole = f"{before}{seal.table}{seal.row}{covered}"
            # Of the oldest the digest covers the content: once that is erased, it is only known
            # that the next one follows it.
            is_open = seal.is_erased and not seal.covers_hash
            if not is_open and _sha256(whole) != seal.digest:
                return Verdict(checked, f"seal {seal.number} does not follow the one before")
            if seal.table not in SEALED:
                return Verdict(checked, f"seal {seal.number} names a table that is not sealed")
            erased += seal.is_erased
            cursor.execute(_LINE.format(table=seal.table), [seal.row])
            row = cursor.fetchone()
            if row is None:
                return Verdict(checked, f"row {seal.row} of {seal.table} is missing")
            now, then = json.loads(row[0]), json.loads(seal.content or "{}")
            # Columns that were added since are not part of what was sealed.
            if {key: now.get(key) for key in then} != then:
                return Verdict(checked, f"row {seal.row} of {seal.table} was changed")
            checked, before = seal.number, seal.digest
        for table in SEALED:
            cursor.execute(_UNSEALED.format(table=table), [table, table])
            if (row := cursor.fetchone()) is not None:
                return Verdict(checked, f"row {row[0]} of {table} has no seal")
        allowed = Erasure.objects.aggregate(all=Sum("sealed_rows"))["all"] or 0
        if erased != allowed:
            return Verdict(
                checked,
                f"{erased} rows have lost their words, and erased accounts explain {allowed}",
            )
    return Verdict(checked, last=before, erased=erased)


def _sha256(text: str) -> str:
    return hashlib.sha256(text.encode()).hexdigest()
