"""What a rule would have heard: in posts of the last weeks, and in words somebody tries."""

import re
from collections.abc import Mapping, Sequence
from dataclasses import dataclass
from datetime import timedelta
from typing import Any

from django.db.models import CharField, QuerySet
from django.db.models.functions import MD5, Cast
from django.utils import timezone

from accounts.models import Member
from forums.models import Post
from guidance.conditions import part_of
from guidance.drafts import Draft
from guidance.evaluation import CompiledRule
from guidance.intervals import wilson
from guidance.normalized_text import NormalizedText, plain

DAYS, MAX_POSTS_PER_WINDOW, MAX_SHOWN = 30, 1000, 12
AROUND = 90
_NAMED = re.compile(r"@[\w.'-]+")


@dataclass(frozen=True)
class Catch:
    """One post it would have heard: a few words of it, those that fired marked; no names."""

    board: str
    is_opening: bool
    was_hidden: bool
    pieces: list[tuple[str, bool]]


@dataclass(frozen=True)
class Sample:
    looked_at: int
    caught: int
    hidden: int
    shown: list[Catch]
    is_all: bool
    # Heard as well, and taken for kind by the second reader.
    kind: int = 0

    @property
    def percent(self) -> float:
        return 100 * self.caught / self.looked_at if self.looked_at else 0.0

    @property
    def interval(self) -> tuple[float, float]:
        """Within which the share of all posts lies, in percent."""
        low, high = wilson(self.caught, self.looked_at)
        return 100 * low, 100 * high


def try_on_posts(rule: CompiledRule, viewer: Member) -> Sample:
    """The rule on up to 1,000 posts of the last 30 days, of the boards this moderator looks after;
    always the same ones on one day, so that two tries can be compared."""
    posts = list(_recent(viewer)[: MAX_POSTS_PER_WINDOW + 1])
    is_all = len(posts) <= MAX_POSTS_PER_WINDOW
    caught, hidden, kind = 0, 0, 0
    shown: list[Catch] = []
    for post in posts[:MAX_POSTS_PER_WINDOW]:
        wording = NormalizedText.of(_draft(post, rule))
        if not rule.speaks_to(wording.draft):
            continue
        words = rule.heard_in(wording)
        if words is None:
            kind += rule.is_heard_as_kind(wording)
            continue
        caught += 1
        was_hidden = post.status == Post.Status.HIDDEN
        hidden += was_hidden
        if len(shown) < MAX_SHOWN:
            name = post.topic.board.name
            shown.append(Catch(name, post.is_opening, was_hidden, marked(wording.whole, words)))
    return Sample(min(len(posts), MAX_POSTS_PER_WINDOW), caught, hidden, shown, is_all, kind)


def _recent(viewer: Member) -> QuerySet[Post]:
    since = timezone.now() - timedelta(days=DAYS)
    posts = Post.objects.filter(created_at__gt=since).exclude(status=Post.Status.WITHDRAWN)
    if viewer.moderated_board_ids is not None:
        posts = posts.filter(topic__board__in=viewer.moderated_board_ids)
    return (
        posts.annotate(drawn=MD5(Cast("pk", CharField())))
        .order_by("drawn")
        .select_related("topic__board", "author")
        .defer("search", "html")
    )


def _draft(post: Post, rule: CompiledRule) -> Draft:
    only_titles = rule.kinds == {"title"}
    return Draft(
        kind="title" if post.is_opening and only_titles else _kind(post),
        text="" if only_titles else post.text,
        title=post.topic.title if post.is_opening else "",
        board=post.topic.board.name,
        wish="" if post.is_opening else post.topic.wish,
        own_topic=post.topic.author_id == post.author_id,
        account_days=(post.created_at - post.author.joined_at).days,
        relation=post.author.relation,
    )


def _kind(post: Post) -> str:
    return "opening" if post.is_opening else "reply"


def marked(text: str, words: Sequence[str]) -> list[tuple[str, bool]]:
    """A stretch of the text around the first of the words, cut where they begin and end."""
    text = _NAMED.sub("@…", text)
    low = text.casefold()
    places = [(low.find(word.casefold()), len(word)) for word in words if word]
    found = sorted(place for place in places if place[0] >= 0)
    if not found:
        return [(_cut(text, 0, 2 * AROUND), False)]
    begin = max(0, found[0][0] - AROUND)
    end = min(len(text), found[0][0] + found[0][1] + AROUND)
    pieces: list[tuple[str, bool]] = []
    at = begin
    for start, length in found:
        if start < at or start + length > end:
            continue
        pieces += [(text[at:start], False), (text[start : start + length], True)]
        at = start + length
    pieces.append((text[at:end], False))
    if begin:
        pieces.insert(0, ("… ", False))
    if end < len(text):
        pieces.append((" …", False))
    return [piece for piece in pieces if piece[0]]


def _cut(text: str, begin: int, end: int) -> str:
    return text[begin:end] + (" …" if end < len(text) else "")


@dataclass(frozen=True)
class PartHeard:
    """One part of the condition beside a text: whether it fits, and by which words."""

    number: int
    forbids: bool
    fits: bool
    words: list[str]


@dataclass(frozen=True)
class Explained:
    speaks: bool
    reads_it: bool
    # It would speak, and the second reader takes the sentence for kind.
    is_kind: bool
    pieces: list[tuple[str, bool]]
    parts: list[PartHeard]


def try_on_text(
    rule: CompiledRule,
    condition: Mapping[str, Any],
    terms: Mapping[str, Sequence[str]],
    draft: Draft,
) -> Explained:
    """The rule on words somebody tries, each part by itself."""
    wording = NormalizedText.of(draft)
    read = wording.read_in(rule.language)
    parts = []
    together = condition.get("any") or condition.get("all") or []
    listed = [(part, False) for part in together]
    listed += [(part, True) for part in condition.get("never", [])]
    for number, (part, forbids) in enumerate(listed, start=1):
        words = part_of(part, terms)(read) if read is not None else None
        parts.append(PartHeard(number, forbids, words is not None, words or []))
    found = rule.heard_in(wording)
    reads_it = rule.speaks_to(draft)
    return Explained(
        speaks=reads_it and found is not None,
        reads_it=reads_it,
        is_kind=rule.is_heard_as_kind(wording),
        pieces=marked(plain(draft.text or draft.title), found or []),
        parts=parts,
    )
