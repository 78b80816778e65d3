"""Personal details are taken out for good: of a post, its history, and wherever it was quoted."""

import re
from collections.abc import Collection, Iterable, Iterator, Sequence
from dataclasses import dataclass, field
from functools import cached_property, lru_cache
from itertools import pairwise

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
from text.words import Word, prepared
from text.words import words as words_in

# Stands where something was taken out, in whatever language the post is.
TAKEN_OUT = "[…]"
# Of other topics, so many posts with the same words in them are looked through.
MAX_POSTS_ELSEWHERE = 500
# A passage between quotation marks says so much of a post, or it may be somebody else's words.
MIN_QUOTED_WORDS = 4


@atomic_action
def take_out(*, post: Post, by: Member, words: Collection[str]) -> None:
    """Personal details go from the post, its history, its title, search and drafts, for good."""
    ahead, draw = _drawn_ahead(post, words)
    topic = Topic.objects.select_for_update(no_key=True).get(pk=post.topic_id)
    check_tend(by, topic)
    now = Post.objects.select_for_update(no_key=True).defer("search").get(pk=post.pk)
    # Nearly always it reads as it did a moment ago, and everything is compared and drawn already.
    quoted = ahead if ahead.texts == tuple(_texts_of(now)) else Quoted.of(now, words)
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
    return without_details(text, longest_first)


def without_quotes(text: str, quoted: "Quoted") -> str:
    """The text with its quotes of these sayings taken out: whole blocks of quoted lines, or those
    lines that quote them."""

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


def _drawn_ahead(post: Post, words: Collection[str]) -> "tuple[Quoted, _Drawn]":
    """Before the topic is locked: nobody waits while everything is compared and drawn."""
    now = Post.objects.defer("search").get(pk=post.pk)
    quoted = Quoted.of(now, words)
    cleaned = {each: without(each, words) for each in _texts_of(now)}
    cleaned.setdefault(now.text, now.text)
    drawn = _Drawn()
    for other in _others(now, words).prefetch_related("revisions"):
        cleaned |= {each: quoted.cleaned(each, other.topic_id) for each in _texts_of(other)}
    for before, after in cleaned.items():
        if after != before or before == now.text:
            drawn[after] = render(after)
    return quoted, drawn


def _texts_of(post: Post) -> list[str]:
    return [post.text, *(revision.text for revision in post.revisions.all())]


def _others(post: Post, words: Collection[str]) -> QuerySet[Post]:
    """Who may have quoted it: whoever quotes in its topic, and elsewhere who has the same words."""
    posts = Post.objects.defer("search").select_related("topic")
    posts = posts.exclude(status=Post.Status.WITHDRAWN).exclude(pk=post.pk)
    here = posts.filter(_QUOTES, topic=post.topic_id)
    wanted = {word for each in words for word in _looked_for(each)}
    found = any_of(wanted, lexemes({w for each in wanted for w in prepared(each).split()}))
    if not found:
        return here
    elsewhere = Post.objects.exclude(topic=post.topic_id).filter(
        _QUOTES, search=Lexemes(found), created_at__gt=post.created_at
    )
    pks = elsewhere.order_by("-pk").values_list("pk", flat=True)[:MAX_POSTS_ELSEWHERE]
    return posts.filter(Q(pk__in=list(pks)) | Q(pk__in=here.values("pk")))


def _looked_for(detail: str) -> Iterator[str]:
    """What finds it elsewhere: itself, and a number by its beginnings and ends, however parted."""
    yield detail
    figures = "".join(prepared(detail).split())
    if figures.isdecimal() and len(figures) >= MIN_DIGITS:
        for length in range(4, len(figures) + 1):
            yield figures[:length]
            yield figures[-length:]


def _clean(other: Post, quoted: "Quoted", draw: _Drawn) -> None:
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


# What stands in a text that quotes.
_QUOTES = Q(text__contains=">") | Q(text__regex="[“\"„«‘‚']")


def _clean_what_waits(post: Post, quoted: "Quoted") -> None:
    """What a moderator reads first, and drafts: of these the quotes alone, too."""
    waiting = PendingPost.objects.filter(created_at__gt=post.created_at)
    for held in waiting.filter(_QUOTES).iterator():
        if (text := quoted.cleaned(held.text, held.topic_id)) != held.text:
            PendingPost.objects.filter(pk=held.pk).update(text=text)
    here = {draft_keys.reply(post.topic_id, None), draft_keys.reply(post.topic_id, post.pk)}
    drafts = Draft.objects.filter(saved_at__gt=post.created_at)
    for draft in drafts.filter(_QUOTES | ~Q(others=[])).iterator():
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
_PASSAGE = re.compile(
    '“[^“”\n]+”|„[^„“”\n]+[“”]|«[^«»\n]+»|"[^"\n]+"|‚[^‚‘’\n]+[‘’]'
    r"|(?<!\w)‘(?:[^‘’\n]|(?<=\w)’(?=\w))+’|(?<!\w)'(?:[^'\n]|(?<=\w)'(?=\w))+'(?!\w)"
)


# So many words in a row are compared at once.
_GRAM = 4
_BETWEEN_FIGURES = re.compile(r"(?<=\d) (?=\d)")


def _said(text: str) -> list[str]:
    """The words as they are compared: a number is one, however it is parted."""
    return _BETWEEN_FIGURES.sub("", prepared(text)).split()


@dataclass(frozen=True)
class Quoted:
    """Texts as others may have quoted them, and the details that go from there. ``texts`` are a
    post's and those of its history."""

    topic: int
    words: tuple[str, ...]
    texts: tuple[str, ...]
    # Comparing the same again costs nothing.
    _cleaned: dict[tuple[str, int | None], str] = field(default_factory=dict, compare=False)

    @classmethod
    def of(cls, post: Post, words: Collection[str]) -> "Quoted":
        named = tuple(word for word in words if word.split())
        return cls(post.topic_id, named, tuple(_texts_of(post)))

    @cached_property
    def _grams(self) -> frozenset[tuple[str, ...]]:
        """Up to _GRAM words in a row, from anywhere in the texts."""
        said = [_said(text) for text in self.texts]
        return frozenset(
            tuple(its[at : at + size])
            for its in said
            for size in range(1, _GRAM + 1)
            for at in range(len(its) - size + 1)
        )

    def cleaned(self, text: str, topic: int | None) -> str:
        """The text without the details where it quotes: where it says the same words, every sign of
        them; elsewhere in its topic, where a quote may have been shortened or changed, whole words
        of it."""
        if (text, topic) not in self._cleaned:
            self._cleaned[text, topic] = self._clean(text, topic)
        return self._cleaned[text, topic]

    def _clean(self, text: str, topic: int | None) -> str:
        text = _BLOCK.sub(lambda block: self._without_ours(block.group()), text)
        if topic == self.topic:
            text = _BLOCK.sub(lambda block: self._without(block.group(), whole=True), text)
        return _PASSAGE.sub(lambda passage: self._without_passage(passage.group()), text)

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
        """Whether these words stand in the texts, one after the other. It reads the quote once."""
        words = _said(quote.replace("…", " "))
        size = min(len(words), _GRAM)
        return bool(words) and all(
            tuple(words[at : at + size]) in self._grams for at in range(len(words) - size + 1)
        )

    def _without(self, quote: str, *, whole: bool = False) -> str:
        for pattern in _patterns(self.words, whole):
            quote = pattern.sub(TAKEN_OUT, quote)
        return without_details(quote, self.words)


# Between the words of a detail stand blanks, signs, and the marks of quoted lines.
_MAX_GAP = 8
# A longer one is no detail but a story: it goes as it was typed.
MAX_DETAIL_WORDS = 60


def without_details(text: str, details: Iterable[str]) -> str:
    """The text without these details wherever their words stand as words, one after the other, as
    search reads them: in any case, with or without accents, dashes, invisible signs and marks."""
    spans = sorted({span for detail in details for span in _spans(text, detail)})
    pieces, end = [], 0
    for begin, stop in spans:
        if begin < end:
            continue
        # With the stars around it: those of one side alone would stay as signs.
        while begin > end and stop < len(text) and text[stop] == text[begin - 1] in {"*", "_"}:
            begin, stop = begin - 1, stop + 1
        pieces += [text[end:begin], TAKEN_OUT]
        end = stop
    return "".join([*pieces, text[end:]])


def _spans(text: str, detail: str) -> Iterator[tuple[int, int]]:
    """Where the detail stands: (start, end)."""
    wanted = prepared(detail).split()
    if not 0 < len(wanted) <= MAX_DETAIL_WORDS:
        return
    read = _words_of(text)
    figures = "".join(wanted) if all(word.isdecimal() for word in wanted) else ""
    if len(figures) >= MIN_DIGITS:
        yield from _spans_of_number(text, read, figures)
        return
    for at in range(len(read) - len(wanted) + 1):
        if read[at][0] != wanted[0]:
            continue
        few = read[at : at + len(wanted)]
        if [word for word, _start, _end in few] == wanted and _are_near(text, few):
            yield few[0][1], few[-1][2]


def _spans_of_number(text: str, read: Sequence[Word], figures: str) -> Iterator[tuple[int, int]]:
    """However its figures are parted, and in whatever script they are written."""
    for at, (word, start, _end) in enumerate(read):
        if not word.isdecimal() or not figures.startswith(word):
            continue
        joined, last = "", at
        for last in range(at, len(read)):
            if not read[last][0].isdecimal() or not _are_near(text, read[at : last + 1][-2:]):
                break
            joined += read[last][0]
            if len(joined) >= len(figures):
                break
        end = read[last][2]
        is_amount = _AMOUNT.fullmatch(text, start, end) is not None
        # Of a longer amount it is a part.
        is_part = (
            at > 0 and read[at - 1][0].isdecimal() and text[read[at - 1][2] : start] in {".", ","}
        )
        if joined == figures and not is_amount and not is_part:
            yield start, end


# Three figures and three: how many there are of something.
_AMOUNT = re.compile(r"[1-9]\d{0,2}(?:[,.]\d{3})+")


def _are_near(text: str, few: Sequence[Word]) -> bool:
    return all(
        two[1] - one[2] <= _MAX_GAP or not text[one[2] : two[1]].strip(" \t\n>*_-–—.,/()")
        for one, two in pairwise(few)
    )


@lru_cache(maxsize=64)
def _words_of(text: str) -> tuple[Word, ...]:
    return tuple(words_in(text))


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
