"""What a rule listens for, as data that moderators write: checked when it is saved, and matched in
time that grows with the length of the draft and nothing else (RE2).

A condition is ``{"any": [part, ...]}`` or ``{"all": [part, ...]}``, and with
``"never": [part, ...]`` it stays quiet when one of those is there. A part is one of

* ``{"phrases": ["at least you"], "at": "start"}``: these words, in any spacing, a ``~`` after a
  word for its forms; ``start`` is the beginning of a sentence or clause;
* ``{"pattern": "..."}``: an expression of RE2, in which ``{start}`` is such a beginning and
  ``{drugs}`` any term of the list drugs;
* ``{"terms": "drugs"}``: any term of a list;
* ``{"words": {"at_least": 250}}``, ``{"words": {"at_most": 12}}``: how long the text is;
* ``{"links": true}``: whether there is a web address, ``{"breaks": false}``: any new line;
* ``{"detector": "contact_details"}``: what needs code (guidance/detectors).

Phrases, patterns and terms take ``"in"``: ``own`` (the default: without quotes), ``all``, ``title``
or ``text``; ``"unless"``: an expression that, in the same sentence, makes it stay quiet;
``"also"``: one that has to be somewhere in the same draft; and ``"skip"``: any of ``reported``,
``negated``, ``hedged``, ``question``, ``past``.
"""

import re
from collections.abc import Callable, Iterator, Mapping, Sequence
from dataclasses import dataclass
from functools import lru_cache
from typing import Any

import re2

from guidance.context_filters import CONTEXT_FILTERS
from guidance.detectors import DETECTORS
from guidance.normalized_text import NormalizedText, without_accents


class InvalidCondition(ValueError):
    """A condition that cannot be saved; says what is wrong with it."""


# {start} of a clause: after punctuation, or after the words with which people ease into one.
_START = (
    r"(?:^|[,;:.!?()-]\s*|\b(?:but|and|so|well|oh|hey|honestly|look|listen|come on|seriously|please"
    r"|just|because|then|i mean|to be honest|tbh|or|maybe|perhaps|remember|sorry but|hun|hon|love"
    r"|mate|dear)\b,?\s+)(?:just |please |simply |really |honestly |so )?"
)
PLACES = ("own", "all", "title", "text")
MAX_PATTERN_LENGTH = 6000
# With more in one expression RE2 makes new states all the time: measured, it is slower again.
MAX_PATTERNS_PER_SCREEN = 3
_LINK = re.compile(
    r"https?://|www\.|(?<![\w-])[\w-]{1,63}\.(?:org|com|net|gov|edu|co|uk|de|fr|info|io)\b(?:/|\b)",
    re.I,
)

# The words that made it speak; None if it stays quiet; empty if it speaks of no words.
Found = list[str] | None
Check = Callable[[NormalizedText], Found]


def check_of(condition: Any, terms: Mapping[str, Sequence[str]]) -> Check:
    """The condition, ready to be asked. Raises InvalidCondition with what is wrong."""
    if not isinstance(condition, dict) or ("any" in condition) == ("all" in condition):
        raise InvalidCondition("A condition takes “any” or “all” of its parts.")
    if unknown := set(condition) - {"any", "all", "never"}:
        raise InvalidCondition(f"A condition has any, all and never, and not {min(unknown)!r}.")
    together = _any if "any" in condition else _all
    speaks = together(_parts(condition.get("any") or condition.get("all"), terms))
    if "never" not in condition:
        return speaks
    forbids = _any(_parts(condition["never"], terms))

    def check(wording: NormalizedText) -> Found:
        found = speaks(wording)
        return None if found is None or forbids(wording) is not None else found

    return check


def _parts(parts: Any, terms: Mapping[str, Sequence[str]]) -> list[Check]:
    if not isinstance(parts, list) or not parts:
        raise InvalidCondition("There is nothing to listen for yet: add at least one part.")
    return [part_of(each, terms) for each in parts]


def part_of(part: Any, terms: Mapping[str, Sequence[str]]) -> Check:
    """One part, ready to be asked. Raises InvalidCondition with what is wrong."""
    if not isinstance(part, dict):
        raise InvalidCondition("A part is written as {...} with one of the known words in it.")
    for name, make in PARTS.items():
        if name in part:
            return make(part, terms)
    raise InvalidCondition(f"None of {', '.join(PARTS)} stands in {sorted(part)}.")


def _any(checks: Sequence[Check]) -> Check:
    groups = list(_together(checks))

    def check(wording: NormalizedText) -> Found:
        found: Found = None
        for screen, group in groups:
            if screen is not None and screen.search(group[0].joined(wording)) is None:
                continue
            for each in group:
                words = each(wording)
                if words is not None:
                    found = (found or []) + words
        return found

    return check


def _together(checks: Sequence[Check]) -> Iterator[tuple[Any, list[Any]]]:
    """Parts that are looked for in the same place, a few at a time, with an expression that fits
    wherever one of them does: nearly always it is the only one that is asked. Others by themselves.
    """
    by_place: dict[str, list[_Matching]] = {}
    for each in checks:
        if isinstance(each, _Matching):
            by_place.setdefault(each.place, []).append(each)
        else:
            yield None, [each]
    for parts in by_place.values():
        for few in _batched(parts, MAX_PATTERNS_PER_SCREEN):
            yield (_either(tuple(each.pattern.pattern for each in few)) if few[1:] else None), few


def _batched(parts: "list[_Matching]", size: int) -> "Iterator[list[_Matching]]":
    for at in range(0, len(parts), size):
        yield parts[at : at + size]


@lru_cache(maxsize=1024)
def _either(patterns: tuple[str, ...]) -> Any:
    """One expression for all of these; None if RE2 finds it too large."""
    try:
        return re2.compile("|".join(f"(?:{each})" for each in patterns), _options())
    except re2.error:
        return None


def _all(checks: Sequence[Check]) -> Check:
    def check(wording: NormalizedText) -> Found:
        found: list[str] = []
        for each in checks:
            words = each(wording)
            if words is None:
                return None
            found += words
        return found

    return check


def _phrases(condition: dict[str, Any], terms: Mapping[str, Sequence[str]]) -> Check:
    phrases = condition["phrases"]
    if (
        not phrases
        or not isinstance(phrases, list)
        or not all(isinstance(p, str) and p.strip() for p in phrases)
    ):
        raise InvalidCondition("“phrases” takes a list of words.")
    written = "|".join(_spaced(phrase) for phrase in phrases)
    before = "{start}" if condition.get("at") == "start" else r"\b"
    return _matching({**condition, "pattern": rf"{before}(?:{written})\b"}, terms)


def _spaced(phrase: str) -> str:
    """The phrase with any spacing; ``walk~`` is walk, walks, walked and walking."""
    words = []
    for word in phrase.split():
        forms = word.removesuffix("~")
        tail = r"(?:s|es|d|ed|ing)?" if word.endswith("~") else ""
        words.append(re2.escape(forms) + tail)
    return r"\s+".join(words)


def _terms(condition: dict[str, Any], terms: Mapping[str, Sequence[str]]) -> Check:
    name = condition["terms"]
    if name not in terms:
        raise InvalidCondition(f"The lists are {', '.join(sorted(terms))}, and not {name!r}.")
    return _matching({**condition, "pattern": rf"\b{{{name}}}\b"}, terms)


def _matching(condition: dict[str, Any], terms: Mapping[str, Sequence[str]]) -> Check:
    key = _key(terms)
    pattern = compiled(condition["pattern"], key)
    if pattern.search("") is not None:
        raise InvalidCondition("This expression fits every text, also an empty one.")
    unless, also = (
        compiled(condition[name], key) if condition.get(name) else None
        for name in ("unless", "also")
    )
    place, skips = condition.get("in", "own"), condition.get("skip", [])
    if place not in PLACES:
        raise InvalidCondition(f"“in” is one of {', '.join(PLACES)}, and not {place!r}.")
    if unknown := [each for each in skips if each not in CONTEXT_FILTERS]:
        raise InvalidCondition(
            f"“skip” knows {', '.join(CONTEXT_FILTERS)}, and not {unknown[0]!r}."
        )

    return _Matching(place, pattern, unless, also, tuple(skips))


@dataclass(frozen=True)
class _Matching:
    """Phrases, a pattern or terms: expressions of RE2, and where they are looked for."""

    place: str
    pattern: Any
    unless: Any
    also: Any
    skips: tuple[str, ...]

    def __call__(self, wording: NormalizedText) -> Found:
        # Nearly always this is all: one look at everything, each sentence a line of it.
        if self.pattern.search(self.joined(wording)) is None:
            return None
        if self.also is not None and self.also.search(self.joined(wording)) is None:
            return None
        found = []
        for sentence in _read(wording, self.place):
            match = self.pattern.search(sentence)
            if match is None or (self.unless is not None and self.unless.search(sentence)):
                continue
            if any(CONTEXT_FILTERS[each](sentence, match.start()) for each in self.skips):
                continue
            found.append(match.group().strip(" ,;:.!?()-"))
        return found or None

    def joined(self, wording: NormalizedText) -> str:
        return _joined(wording, self.place)


def _joined(wording: NormalizedText, place: str) -> str:
    match place:
        case "all":
            return wording.all_joined
        case "title":
            return wording.title
        case "text":
            return wording.text
    return wording.joined


def _read(wording: NormalizedText, place: str) -> list[str]:
    match place:
        case "all":
            return wording.all_sentences
        case "title":
            return [wording.title] if wording.title else []
        case "text":
            return [wording.text]
    return wording.sentences


Terms = tuple[tuple[str, tuple[str, ...]], ...]


def _key(terms: Mapping[str, Sequence[str]]) -> Terms:
    return tuple(sorted((name, tuple(words)) for name, words in terms.items()))


@lru_cache(maxsize=4096)
def compiled(pattern: Any, terms: Terms) -> Any:
    """An expression of RE2 with our own words in it, in capitals or not."""
    if not isinstance(pattern, str) or not pattern:
        raise InvalidCondition("“pattern” takes an expression.")
    if len(pattern) > MAX_PATTERN_LENGTH:
        raise InvalidCondition(f"An expression has at most {MAX_PATTERN_LENGTH} characters.")
    # As drafts are read: without accents on Latin letters.
    written = without_accents(pattern).replace("{start}", _START)
    for name, words in terms:
        longest_first = sorted(words, key=len, reverse=True)
        written = written.replace(
            f"{{{name}}}",
            f"(?:{'|'.join(_spaced(without_accents(word)) for word in longest_first) or 'a^'})",
        )
    try:
        # Each sentence is a line: a beginning is that of a line, and so is an end.
        return re2.compile(f"(?m){written}", _options())
    except re2.error as error:
        says = error.args[0].decode() if isinstance(error.args[0], bytes) else str(error)
        raise InvalidCondition(f"This expression cannot be read: {says}") from None


def _options() -> Any:
    options = re2.Options()
    options.case_sensitive, options.log_errors = False, False
    options.max_mem = 64 << 20
    return options


def _length(condition: dict[str, Any], _terms: Mapping[str, Sequence[str]]) -> Check:
    limits = condition["words"]
    if not isinstance(limits, dict) or not limits or set(limits) - {"at_least", "at_most"}:
        raise InvalidCondition("“words” takes at_least, at_most or both.")
    low, high = limits.get("at_least", 0), limits.get("at_most", 10**9)
    if not isinstance(low, int) or not isinstance(high, int):
        raise InvalidCondition("“words” takes whole numbers.")
    if low > high:
        raise InvalidCondition("No text can have at least more words than at most.")
    return lambda wording: [] if low <= wording.words_count <= high else None


def _links(condition: dict[str, Any], _terms: Mapping[str, Sequence[str]]) -> Check:
    wanted = bool(condition["links"])
    return lambda wording: [] if bool(_LINK.search(wording.text)) == wanted else None


def _breaks(condition: dict[str, Any], _terms: Mapping[str, Sequence[str]]) -> Check:
    wanted = bool(condition["breaks"])
    return lambda wording: [] if ("\n" in wording.text.strip()) == wanted else None


def _detector(condition: dict[str, Any], terms: Mapping[str, Sequence[str]]) -> Check:
    name = condition["detector"]
    if name not in DETECTORS:
        raise InvalidCondition(f"The detectors are {', '.join(DETECTORS)}, and not {name!r}.")
    detector = DETECTORS[name]
    return lambda wording: detector(wording, terms)


PARTS: dict[str, Callable[[dict[str, Any], Mapping[str, Sequence[str]]], Check]] = {
    "phrases": _phrases,
    "pattern": _matching,
    "terms": _terms,
    "words": _length,
    "links": _links,
    "breaks": _breaks,
    "detector": _detector,
}
