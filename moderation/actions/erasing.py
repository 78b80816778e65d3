"""Of the record of moderation the words go when a member leaves; that it happened, and when, stays.

The rows are sealed (moderation/records.py). For this alone the database lets them be changed, in a
transaction that says so, and their seals keep the hash of what was sealed.
"""

from django.db import connection, transaction
from django.db.models import F

from accounts.models import Erasure, Member
from moderation.models import (
    Appeal,
    CareSettings,
    Case,
    CaseSkip,
    CheckIn,
    Duty,
    QueueView,
    Report,
)

# Which columns of a sealed table hold words, and which rows are about the member.
_SEALED = (
    (
        "moderation_decision",
        "reason = '', snapshot = '', details = '{}', before = '{}'",
        "about_id = %(who)s",
    ),
    ("moderation_entry", "note = ''", "note <> '' AND case_id IN ({cases})"),
    ("moderation_carenote", "words = ''", "case_id IN ({cases})"),
    ("moderation_access", "reason = ''", "member_id = %(who)s"),
    ("accounts_standingchange", "reason = ''", "member_id = %(who)s"),
    (
        "moderation_undone", "reason = ''",
        "decision_id IN (SELECT id FROM moderation_decision WHERE about_id = %(who)s)",
    ),
)  # fmt: skip
_CASES = "SELECT id FROM moderation_case WHERE about_id = %(who)s"
_FORGET_SEALS = """
    UPDATE moderation_seal SET content = '', is_erased = true
    WHERE "table" = %(table)s AND NOT is_erased AND "row" = ANY (%(rows)s::bigint[])
"""


@transaction.atomic
def erase(member: Member, _keep_words: bool) -> None:
    """What they reported and appealed in words of their own, and what was written about them."""
    for model, field in (
        (Duty, "member"), (QueueView, "moderator"), (CareSettings, "moderator"),
        (CaseSkip, "moderator"), (CheckIn, "moderator"),
    ):  # fmt: skip
        model.objects.filter(**{field: member}).delete()
    Report.objects.filter(reporter=member).update(words="")
    Report.objects.filter(case__about=member).update(snapshot="")
    # What others told the team about them names them, as often as not.
    Report.objects.filter(case__about=member).update(words="")
    Appeal.objects.filter(member=member).update(words="", reason="")
    # Whoever reads one at this moment reads what is no more.
    Case.objects.filter(about=member).update(taken_back="", version=F("version") + 1)
    forgotten = 0
    with connection.cursor() as cursor:
        cursor.execute("SET LOCAL mssupport.erasing = 'on'")
        for table, blank, which in _SEALED:
            which = which.format(cases=_CASES)
            cursor.execute(
                f"UPDATE {table} SET {blank} WHERE {which} RETURNING id",  # noqa: S608 (names of ours)
                {"who": member.pk},
            )
            rows = [pk for (pk,) in cursor.fetchall()]
            cursor.execute(_FORGET_SEALS, {"table": table, "rows": rows})
            forgotten += cursor.rowcount
        cursor.execute("SET LOCAL mssupport.erasing = 'off'")
    # So that verify_records knows how many may have lost their words.
    Erasure.objects.filter(member_number=member.pk).update(sealed_rows=F("sealed_rows") + forgotten)
