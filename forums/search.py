"""Searching: what was asked for, what finds it, and where it stands in a text."""

import re
from collections.abc import Collection, Iterable, Sequence
from dataclasses import dataclass
from typing import Any

from django.contrib.postgres.search import SearchQuery
from django.db import connection
from django.db.models import Func, Value

from text.words import prepared, words

# Of one search; what is said beyond is left out.
MAX_WORDS = 40
EXCERPT_LENGTH = 200
_BEFORE_THE_HIT = 60
# Every kind of double quote; single ones are apostrophes.
_QUOTES = '"“”„‟«»❝❞〝〞＂'
_ITEM = re.compile(
    rf"(?P<minus>[-−])?(?:[{_QUOTES}](?P<phrase>[^{_QUOTES}]*)[{_QUOTES}]?|(?P<word>[^\s{_QUOTES}]+))"
)


@dataclass(frozen=True)
class Item:
    """Words that stand one behind the other; ``is_not``: posts with them are left out."""

    words: tuple[str, ...]
    is_not: bool = False


def parse(asked: str) -> list[list[Item]]:
    """Alternatives (“or”), each of items that all have to be there.

    A word with a dash, a slash or a full stop in it is a phrase of its parts, and a minus leaves
    out what follows it at once.
    """
    groups: list[list[Item]] = [[]]
    left = MAX_WORDS
    for match in _ITEM.finditer(asked):
        if (match["word"] or "").casefold() == "or":
            groups.append([])
            continue
        found = tuple(prepared(match["phrase"] or match["word"] or "").split())[:left]
        if found:
            left -= len(found)
            groups[-1].append(Item(found, match["minus"] is not None))
    return [group for group in groups if group]


class Lexemes(SearchQuery):
    """A search that is written in lexemes already, such as ``'leg' <-> 'spasm'``."""

    def __init__(self, query: str) -> None:
        super().__init__(Value(query), search_type="raw")

    def as_sql(self, compiler: Any, connection: Any, *args: Any, **kwargs: Any) -> Any:
        # Not by to_tsquery, whose parser knows other letters in every locale.
        sql, params = compiler.compile(self.get_source_expressions()[-1])
        return f"({sql})::tsquery", params


def search_vector(text: str, title: str = "") -> Func:
    """The expression that makes a post findable; titles weigh more (A) than words (B)."""
    return Func(Value(prepared(title)), Value(prepared(text)), function="forums_vector")


def lexemes(few: Collection[str]) -> dict[str, str]:
    """{prepared word: its stem}, without stop words; one query."""
    if not few:
        return {}
    with connection.cursor() as cursor:
        cursor.execute(
            "SELECT word, lexeme FROM unnest(%s::text[]) AS word,"
            " unnest(ts_lexize('pg_catalog.english_stem', word)) AS lexeme",
            [sorted(set(few))],
        )
        return dict(cursor.fetchall())


def query_of(groups: Sequence[Sequence[Item]], stems: dict[str, str]) -> str:
    """The same as a tsquery; empty if nothing is asked for but stop words or what to leave out."""
    return " | ".join(
        f"({' & '.join(asked)})"
        for group in groups
        if (asked := _asked(group, stems)) and not all(each.startswith("!") for each in asked)
    )


def any_of(phrases: Iterable[str], stems: dict[str, str]) -> str:
    """A tsquery for any of these phrases."""
    items = (Item(tuple(prepared(phrase).split())) for phrase in phrases)
    found = (_phrase(item, stems) for item in items)
    return " | ".join(dict.fromkeys(each for each in found if each))


def _asked(group: Sequence[Item], stems: dict[str, str]) -> list[str]:
    found = [(item, _phrase(item, stems)) for item in group]
    return [f"!{phrase}" if item.is_not else phrase for item, phrase in found if phrase]


def _phrase(item: Item, stems: dict[str, str]) -> str:
    """Words one behind the other; those that count for nothing leave their place open."""
    places = [(place, stems[word]) for place, word in enumerate(item.words) if word in stems]
    if not places:
        return ""
    (last, first_stem), *rest = places
    phrase = f"'{first_stem}'"
    for place, stem in rest:
        phrase += f" <{place - last}> '{stem}'"
        last = place
    return f"({phrase})" if rest else phrase


Piece = tuple[str, bool]


def _best(hits: Sequence[tuple[int, int]], found: Sequence[str]) -> int:
    """Where the stretch begins that holds most of what was asked for; the first of several."""
    most, best = 0, 0
    for number, (start, _end) in enumerate(hits):
        within = {
            found[other]
            for other in range(number, min(number + MAX_WORDS, len(hits)))
            if hits[other][1] - start <= EXCERPT_LENGTH - _BEFORE_THE_HIT
        }
        if len(within) > most:
            most, best = len(within), start
    return best


def marked_excerpt(text: str, wanted: Collection[str], stems: dict[str, str]) -> list[Piece]:
    """[(piece, whether it was asked for)]: about EXCERPT_LENGTH characters around the first hit."""
    hits = [(start, end) for word, start, end in words(text) if stems.get(word) in wanted]
    first = _best(hits, [stems[word] for word, _s, _e in words(text) if stems.get(word) in wanted])
    begin = 0
    if first > EXCERPT_LENGTH - _BEFORE_THE_HIT:
        begin = text.find(" ", first - _BEFORE_THE_HIT, first) + 1 or first
    end = len(text)
    if end - begin > EXCERPT_LENGTH:
        end = max(text.rfind(" ", begin, begin + EXCERPT_LENGTH), begin + EXCERPT_LENGTH // 2)
    pieces: list[Piece] = [("… ", False)] if begin else []
    at = begin
    for start, stop in hits:
        if start < begin or stop > end:
            continue
        pieces += [(text[at:start], False), (text[start:stop], True)]
        at = stop
    pieces.append((text[at:end], False))
    if end < len(text):
        pieces.append((" …", False))
    return [(piece, is_hit) for piece, is_hit in pieces if piece]
