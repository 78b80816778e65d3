"""Personal details are taken out for good: of a post, its history, and wherever it was quoted."""

import re
from collections.abc import Collection, Iterable, Iterator
from dataclasses import dataclass
from functools import lru_cache

from django.db.models import Q, QuerySet

from accounts.models import Member
from composing.models import Draft
from forums import draft_keys, events
from forums.actions import post_creation
from forums.models import PendingPost, Post, Topic
from forums.permissions import check_tend
from forums.search import Lexemes, any_of, lexemes
from live.events import atomic_action
from notifications.actions import retitle
from text.rendering import render
from text.words import prepared

# Stands where something was taken out, in whatever language the post is.
TAKEN_OUT = "[…]"
# Of other topics, so many posts with the same words in them are looked through.
MAX_POSTS_ELSEWHERE = 500
# A passage between quotation marks says so much of a post, or it may be somebody else's words.
MIN_QUOTED_WORDS = 4


@atomic_action
def take_out(*, post: Post, by: Member, words: Collection[str]) -> None:
    """Personal details go from the post, its history, its title, search and drafts, for good."""
    draw = _drawn_ahead(post, words)
    topic = Topic.objects.select_for_update(no_key=True).get(pk=post.topic_id)
    check_tend(by, topic)
    now = Post.objects.select_for_update(no_key=True).defer("search").get(pk=post.pk)
    quoted = _Quoted.of(now, words)
    text = without(now.text, words)
    html = draw(text)
    title = without(topic.title, words) if now.is_opening else topic.title
    Post.objects.filter(pk=post.pk).update(
        text=text,
        html=html,
        version=now.version + 1,
        search=post_creation.search_words(html, title if now.is_opening else ""),
    )
    for revision in now.revisions.all():
        earlier = without(revision.text, words)
        if earlier != revision.text:
            revision.text, revision.html = earlier, draw(earlier)
            revision.save(update_fields=["text", "html"])
    for other in _others(now, words).select_for_update(no_key=True, of=("self",)).order_by("pk"):
        _clean(other, quoted, draw)
    _clean_what_waits(now, quoted)
    # What it was while it waited to be published.
    for held in PendingPost.objects.filter(post=post):
        held.text, held.title = without(held.text, words), without(held.title, words)
        held.save(update_fields=["text", "title"])
    if title != topic.title:
        Topic.objects.filter(pk=topic.pk).update(title=title)
        retitle(within=f"topic:{topic.pk}", topic=title)
        events.topic_retitled(topic)
    # Somebody who was just changing the post would otherwise bring them back unseen.
    Draft.objects.filter(place=draft_keys.edit(post.pk)).delete()
    events.post_edited(post)


def without(text: str, words: Collection[str]) -> str:
    """The text with these words replaced, the longest first: as they are named wherever they stand,
    and by themselves in any other spelling (case, blanks, line ends, stars, apostrophes, and the
    signs between the figures of a number)."""
    longest_first = sorted(filter(str.strip, words), key=len, reverse=True)
    for each in longest_first:
        text = text.replace(each, TAKEN_OUT)
    for pattern in _patterns(tuple(longest_first), whole=True):
        text = pattern.sub(TAKEN_OUT, text)
    return text


def without_quotes(text: str, sayings: Collection[str]) -> str:
    """The text with its quotes of these sayings, each prepared as search reads it with a blank at
    both ends, taken out: whole blocks of quoted lines, or those lines that quote them."""
    quoted = _Quoted(0, (), tuple(sayings))

    def clean(block: re.Match[str]) -> str:
        if quoted.says(block.group()):
            return f"> {TAKEN_OUT}"
        lines = block.group().split("\n")
        return "\n".join(f"> {TAKEN_OUT}" if quoted.says(line) else line for line in lines)

    return _BLOCK.sub(clean, text)


class _Drawn(dict[str, str]):
    """The drawing of each text; of one that was not foreseen, when it is asked for."""

    def __missing__(self, text: str) -> str:
        return render(text)

    def __call__(self, text: str) -> str:
        return self[text]


def _drawn_ahead(post: Post, words: Collection[str]) -> _Drawn:
    """Before the topic is locked: nobody waits while everything is drawn."""
    now = Post.objects.defer("search").get(pk=post.pk)
    quoted = _Quoted.of(now, words)
    cleaned = {each: without(each, words) for each in _texts_of(now)}
    cleaned.setdefault(now.text, now.text)
    drawn = _Drawn()
    for other in _others(now, words).prefetch_related("revisions"):
        cleaned |= {each: quoted.cleaned(each, other.topic_id) for each in _texts_of(other)}
    for before, after in cleaned.items():
        if after != before or before == now.text:
            drawn[after] = render(after)
    return drawn


def _texts_of(post: Post) -> list[str]:
    return [post.text, *(revision.text for revision in post.revisions.all())]


def _others(post: Post, words: Collection[str]) -> QuerySet[Post]:
    """Who may have quoted it: whoever quotes in its topic, and elsewhere who has the same words."""
    quotes = Q(text__contains=">") | Q(text__regex='[“"„«]')
    posts = Post.objects.defer("search").select_related("topic")
    posts = posts.exclude(status=Post.Status.WITHDRAWN).exclude(pk=post.pk)
    here = posts.filter(quotes, topic=post.topic_id)
    found = any_of(words, lexemes({w for each in words for w in prepared(each).split()}))
    if not found:
        return here
    elsewhere = Post.objects.exclude(topic=post.topic_id).filter(
        quotes, search=Lexemes(found), created_at__gt=post.created_at
    )
    pks = elsewhere.order_by("-pk").values_list("pk", flat=True)[:MAX_POSTS_ELSEWHERE]
    return posts.filter(Q(pk__in=list(pks)) | Q(pk__in=here.values("pk")))


def _clean(other: Post, quoted: "_Quoted", draw: _Drawn) -> None:
    """Whoever quoted it keeps their own words."""
    for revision in other.revisions.all():
        earlier = quoted.cleaned(revision.text, other.topic_id)
        if earlier != revision.text:
            revision.text, revision.html = earlier, draw(earlier)
            revision.save(update_fields=["text", "html"])
    text = quoted.cleaned(other.text, other.topic_id)
    if text == other.text:
        return
    html = draw(text)
    Post.objects.filter(pk=other.pk).update(
        text=text, html=html, version=other.version + 1,
        search=post_creation.search_words(html, other.topic.title if other.is_opening else ""),
    )  # fmt: skip
    events.post_edited(other)


def _clean_what_waits(post: Post, quoted: "_Quoted") -> None:
    """What a moderator reads first, and drafts: of these the quotes alone, too."""
    waiting = PendingPost.objects.filter(created_at__gt=post.created_at)
    for held in waiting.filter(quoted.are_named_in("text")).iterator():
        if (text := quoted.cleaned(held.text, held.topic_id)) != held.text:
            PendingPost.objects.filter(pk=held.pk).update(text=text)
    here = {draft_keys.reply(post.topic_id, None), draft_keys.reply(post.topic_id, post.pk)}
    drafts = Draft.objects.filter(saved_at__gt=post.created_at)
    named = quoted.are_named_in("text") | ~Q(others=[])
    for draft in drafts.filter(named).iterator():
        topic = post.topic_id if draft.place in here else None
        text = quoted.cleaned(draft.text, topic)
        others = [{**each, "text": quoted.cleaned(each["text"], topic)} for each in draft.others]
        if (text, others) != (draft.text, draft.others):
            Draft.objects.filter(pk=draft.pk).update(text=text, others=others)


# A number of so many figures is one however it is parted; a shorter one may be anything.
_NUMBER = re.compile(r"[+(]?\d[\d\s().+/-]*")
_NO_DIGIT = re.compile(r"\D")
_BETWEEN_DIGITS = r"[\s().\-/]{0,3}"
MIN_DIGITS = 6
_APOSTROPHE = re.compile("['’‘ʼ]")
_BLOCK = re.compile(r"(?m)^[ \t]*(?:(?:[-*+]|\d{1,9}[.)])[ \t]+)*>.*$(?:\n[ \t]*>.*$)*")
_PASSAGE = re.compile('“[^“”\n]+”|„[^„“”\n]+[“”]|«[^«»\n]+»|"[^"\n]+"')


@dataclass(frozen=True)
class _Quoted:
    """A post as others may have quoted it, and the details that go from there.

    ``sayings`` are its text and those of its history, as search reads them.
    """

    topic: int
    words: tuple[str, ...]
    sayings: tuple[str, ...]

    @classmethod
    def of(cls, post: Post, words: Collection[str]) -> "_Quoted":
        named = tuple(word for word in words if word.split())
        sayings = tuple(f" {prepared(text)} " for text in _texts_of(post))
        return cls(post.topic_id, named, sayings)

    def cleaned(self, text: str, topic: int | None) -> str:
        """The text without the details where it quotes: where it says the same words, every sign of
        them; elsewhere in its topic, where a quote may have been shortened or changed, whole words
        of it."""
        text = _BLOCK.sub(lambda block: self._without_ours(block.group()), text)
        if topic == self.topic:
            text = _BLOCK.sub(lambda block: self._without(block.group(), whole=True), text)
        return _PASSAGE.sub(lambda passage: self._without_passage(passage.group()), text)

    def are_named_in(self, field: str) -> Q:
        """Texts that have the beginning of a detail in them, in any spelling of its case."""
        named = Q(pk=None)
        for word in self.words:
            named |= Q(**{f"{field}__icontains": word.split()[0].strip("*")})
        return named

    def _without_ours(self, block: str) -> str:
        """Of a block of quoted lines that quotes others too, the lines that quote this post."""
        if self.says(block):
            return self._without(block)
        return "\n".join(
            self._without(line) if self.says(line) else line for line in block.split("\n")
        )

    def _without_passage(self, passage: str) -> str:
        is_long = len(prepared(passage).split()) >= MIN_QUOTED_WORDS
        return self._without(passage) if is_long and self.says(passage) else passage

    def says(self, quote: str) -> bool:
        words = prepared(quote.replace("…", " "))
        return bool(words) and any(f" {words} " in saying for saying in self.sayings)

    def _without(self, quote: str, *, whole: bool = False) -> str:
        for pattern in _patterns(self.words, whole):
            quote = pattern.sub(TAKEN_OUT, quote)
        return quote


@lru_cache(maxsize=8)
def _patterns(words: tuple[str, ...], whole: bool) -> tuple[re.Pattern[str], ...]:
    return tuple(_tolerant(words, whole))


def _tolerant(words: Iterable[str], whole: bool) -> Iterator[re.Pattern[str]]:
    """A detail may have been parted where a quoted line ends, and stand with or without the stars
    of bold and slanted words, in the post or in the quote. ``whole``: not within a longer word."""
    for word in words:
        if _NUMBER.fullmatch(word) and len(digits := _NO_DIGIT.sub("", word)) >= MIN_DIGITS:
            yield re.compile(rf"(?<!\d)(?<!\d[.,])\+?{_BETWEEN_DIGITS.join(digits)}(?!\d)")
            continue
        parts = [
            _APOSTROPHE.sub("['’‘ʼ]", re.escape(part.strip("*") or part)) for part in word.split()
        ]
        if whole:
            parts[0], parts[-1] = rf"(?<!\w){parts[0]}", rf"{parts[-1]}(?!\w)"
        yield re.compile(
            r"(?:\s+|\s*\n[ \t]*(?:>[ \t]*)+)".join(rf"\*{{0,3}}{part}\*{{0,3}}" for part in parts),
            re.IGNORECASE,
        )
