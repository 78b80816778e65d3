"""What guidance changes, as honestly as it can be said: counts, intervals, and a comparison with
those to whom a rule says nothing. No draft is kept, and no member has a score."""

from collections import Counter
from collections.abc import Iterable
from dataclasses import dataclass
from datetime import timedelta
from typing import Any

from django.db import connection
from django.db.models import Count, Sum
from django.utils import timezone
from django.utils.functional import Promise
from django.utils.translation import gettext_lazy as _

from guidance.intervals import difference, wilson
from guidance.models import PromptEvent, Rule, UnsentCount

DAYS = 90
LATELY = timedelta(days=30)
# With fewer in either group nothing is said about a difference.
MIN_CASES_TO_DRAW = 20
MIN_CASES = 100
# What may have happened to a post within these days counts; younger posts do not yet.
WITHIN = timedelta(days=3)

OUTCOMES: dict[str, Promise] = {
    "changed": _("Changed"),
    "as_it_is": _("Sent as it is"),
    "dismissed": _("Sent as it is, by that button"),
    "wrong": _("Called wrong by its author"),
    "given_up": _("Not sent"),
}
LATER: dict[str, Promise] = {
    "reported": _("Reported within three days"),
    "hidden": _("Hidden now"),
    "answered": _("Answered within three days"),
    "thanked": _("Thanked or hugged within three days"),
}


@dataclass(frozen=True)
class Share:
    """A share with its interval at 95 %, in percent."""

    label: str
    count: int
    of: int

    @property
    def percent(self) -> float:
        return 100 * self.count / self.of if self.of else 0.0

    @property
    def low(self) -> float:
        return 100 * wilson(self.count, self.of)[0]

    @property
    def high(self) -> float:
        return 100 * wilson(self.count, self.of)[1]


@dataclass(frozen=True)
class Comparison:
    """Posts after the rule spoke, beside posts where it was held out."""

    label: str
    spoken: Share
    held_out: Share

    @property
    def apart(self) -> tuple[float, float]:
        """Spoken less held out: the interval of the difference, in percentage points."""
        low, high = difference(
            self.spoken.count, self.spoken.of, self.held_out.count, self.held_out.of
        )
        return 100 * low, 100 * high

    @property
    def says(self) -> str:
        low, high = self.apart
        if min(self.spoken.of, self.held_out.of) < MIN_CASES:
            return str(_("Too early to tell."))
        if low <= 0 <= high:
            return str(_("No difference that could not be chance."))
        return str(_("More often when it spoke.") if low > 0 else _("Less often when it spoke."))


@dataclass(frozen=True)
class Effect:
    """One rule, or all rules of one guideline together."""

    key: str
    name: str
    guideline: int
    fired: int
    trial: int
    outcomes: list[Share]
    later: list[Share]
    compared: list[Comparison]

    @property
    def is_drawn(self) -> bool:
        """Of fewer a bar would say more than is known."""
        return self.outcomes[0].of >= MIN_CASES_TO_DRAW

    @property
    def is_silent(self) -> bool:
        return not self.fired and not self.trial

    @property
    def says(self) -> str:
        """The plain sentence."""
        changed = self.outcomes[0]
        if changed.of < MIN_CASES:
            return str(_("Too early to tell what it changes."))
        return str(
            _("About %(n)s in 100 authors change something after it speaks (%(low)s to %(high)s).")
        ) % {"n": round(changed.percent), "low": round(changed.low), "high": round(changed.high)}


def heard_lately() -> dict[str, int]:
    """{key: how often it was heard in the last 30 days}."""
    since = timezone.now() - LATELY
    rows = PromptEvent.objects.filter(shown_at__gt=since).order_by().values_list("key")
    counts = Counter(dict(rows.annotate(count=Count("pk"))))
    unsent = UnsentCount.objects.filter(day__gt=since.date()).order_by().values_list("key")
    counts.update(dict(unsent.annotate(total=Sum("count"))))
    return dict(counts)


# Each thing that was heard, with what became of the post that came of it.
_HEARD = """
    SELECT shown.key, shown.how, shown.outcome,
        count(*) AS heard,
        count(post.id) FILTER (WHERE old) AS posts,
        count(*) FILTER (WHERE old AND EXISTS (
            SELECT FROM moderation_report AS report JOIN moderation_case AS about
                ON about.id = report.case_id
            WHERE about.post_id = post.id AND report.made_at < post.created_at + %(within)s
        )) AS reported,
        count(*) FILTER (WHERE old AND post.status = 'hidden') AS hidden,
        count(*) FILTER (WHERE old AND EXISTS (
            SELECT FROM forums_post AS answer
            WHERE answer.topic_id = post.topic_id AND answer.number > post.number
                AND answer.author_id <> post.author_id
                AND answer.created_at < post.created_at + %(within)s
                AND (answer.parent_id = post.id OR post.number = 1)
        )) AS answered,
        count(*) FILTER (WHERE old AND EXISTS (
            SELECT FROM forums_reaction AS reaction
            WHERE reaction.post_id = post.id AND reaction.created_at < post.created_at + %(within)s
        )) AS thanked
    FROM guidance_promptevent AS shown
    LEFT JOIN forums_post AS post
        ON post.author_id = shown.member_id AND post.token = shown.token
    CROSS JOIN LATERAL (SELECT post.created_at < %(old_before)s AS old) AS age
    WHERE shown.shown_at > %(since)s AND shown.key <> ''
    GROUP BY shown.key, shown.how, shown.outcome
"""


def effects() -> tuple[list[Effect], list[Effect]]:
    """Of the last 90 days: by guideline, and by rule."""
    now = timezone.now()
    since = now - timedelta(days=DAYS)
    words: dict[str, Any] = {"since": since, "within": WITHIN, "old_before": now - WITHIN}
    with connection.cursor() as cursor:
        cursor.execute(_HEARD, words)
        names = [column.name for column in cursor.description or ()]
        rows = [dict(zip(names, row, strict=True)) for row in cursor.fetchall()]
    for tally in UnsentCount.objects.filter(day__gt=since.date()):
        rows.append({
            "key": tally.key, "how": tally.how, "outcome": "given_up", "heard": tally.count,
            "posts": 0, **dict.fromkeys(LATER, 0),
        })  # fmt: skip
    rules = list(Rule.objects.select_related("guideline"))
    by_rule = [
        _effect(
            rule.key, rule.name, rule.guideline.number, [r for r in rows if r["key"] == rule.key]
        )
        for rule in rules
    ]
    guidelines = {rule.guideline.number: rule.guideline for rule in rules}
    keys = {number: {r.key for r in rules if r.guideline.number == number} for number in guidelines}
    by_guideline = [
        _effect("", each.title, number, [r for r in rows if r["key"] in keys[number]])
        for number, each in sorted(guidelines.items())
    ]
    return by_guideline, by_rule


def _effect(key: str, name: str, guideline: int, rows: Iterable[dict[str, Any]]) -> Effect:
    total: dict[str, Counter[str]] = {how: Counter() for how in PromptEvent.Mode.values}
    for row in rows:
        count = total[row["how"]]
        count["heard"] += row["heard"]
        count[row["outcome"] or "open"] += row["heard"]
        for each in ("posts", *LATER):
            count[each] += row[each]
    spoken, silent = total["shown"], total["held_out"]
    # What is still being written has no outcome yet.
    ended = spoken["heard"] - spoken["open"]
    return Effect(
        key=key,
        name=name,
        guideline=guideline,
        fired=spoken["heard"],
        trial=total["trial"]["heard"],
        outcomes=[Share(str(label), spoken[each], ended) for each, label in OUTCOMES.items()],
        later=[Share(str(label), spoken[each], spoken["posts"]) for each, label in LATER.items()],
        compared=[
            Comparison(
                str(label),
                Share("", spoken[each], spoken["posts"]),
                Share("", silent[each], silent["posts"]),
            )
            for each, label in LATER.items()
        ]
        if silent["heard"]
        else [],
    )
