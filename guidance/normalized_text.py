"""A draft as the rules read it: plain letters, cut into sentences, without other people's words."""

import re
import unicodedata
from dataclasses import dataclass, field
from functools import cached_property

from guidance.drafts import Draft
from guidance.languages import is_clearly, language_of
from text.splitting import NO_END
from text.tidying import limit_marks

_PLAIN = str.maketrans(
    {"‘": "'", "’": "'", "ʼ": "'", "′": "'", "`": "'", "“": '"', "”": '"', "„": '"', "«": '"',
     "»": '"', "‐": "-", "‑": "-", "–": "-", "—": "-", "\u00a0": " "}
)  # fmt: skip
# What nobody sees: joiners, marks of direction, variants, fillers, tags.
_UNSEEN = re.compile(
    "[\u00ad\u034f\u061c\u115f\u1160\u17b4\u17b5\u180b-\u180f\u200b-\u200f\u202a-\u202e"
    "\u2060-\u206f\u3164\ufe00-\ufe0f\ufeff\uffa0\U000e0000-\U000e0fff]"
)
# An accent behind the letter that bears it, where that is a Latin one.
_ACCENT = re.compile(r"(?<=[A-Za-z])[\u0300-\u036f]+")
# Stars and lines of bold and slanted words, and a backslash that breaks a line.
_MARKED = re.compile(
    r"(?<![^\W_])[*_]{1,3}(?=[^\W_])|(?<=[^\s*_])[*_]{1,3}(?![^\W_])|\\$", re.MULTILINE
)
# Letters with a blank, a stop, a dash or a star between each and the next.
_SPACED = re.compile(r"(?<!\w)[A-Za-z](?:([ .*-])[A-Za-z])(?:\1[A-Za-z]){2,}(?!\w)")
# A line that ends within a sentence or a paragraph; and not before a list, a quote or a blank line.
_SOFT_BREAK = re.compile(r"[ \t]*\n(?![ \t]*(?:\n|[-*+•>]|\d{1,9}[.)]|$))(?<!\n\n)")
# Letters of other alphabets that look like Latin ones, where they stand among Latin ones.
_ALIKE = str.maketrans(
    "аеорсухіѕԁјһԛԝΑΒΕΗΙΚΜΝΟΡΤΧАВЕКМНОРСТХУІЅЈ", "aeopcyxisdjhqwABEHIKMNOPTXABEKMHOPCTXYISJ"
)
_WORD = re.compile(r"\w+")
_LOOKS_LATIN = re.compile(r"[Ͱ-ӿ]")
_LATIN = re.compile(r"[A-Za-z]")
# Typed without the apostrophe, as on a phone.
_SHORTENED = re.compile(
    r"\b(?:(do|does|did|is|are|was|were|wo|ca|could|should|would|have|has|had|must)(nt)"
    r"|(you|they)(re|ve|ll)|(we)(ve)|(i)(m|ve)|(that|what|there|he|she|who)(s)"
    r"|(it)(s)(?= (?:not|really|just|only|all|a|an|the|been|so|no|never|your|bound|like|got|in"
    r"|too|very)\b))\b",
    re.IGNORECASE,
)
_YOU = re.compile(r"(?<![\w.'/-])u(?= [a-z]|[?!]|$)")
_BLANKS = re.compile(r"[ \t]{2,}")
# As text.rendering reads them: a sign, a blank, and the words.
_QUOTED_LINES = re.compile(r"^[ \t]{0,3}>(?:[ \t].*)?$", re.MULTILINE)
# Told in somebody's own words: double quotes always, single ones around several words.
_CITED = re.compile(r"\"[^\"\n]{1,600}\"|(?<!\w)'[^'\n]{2,600}'(?!\w)")
_SENTENCE = re.compile(rf"(?<=[.!?…]){NO_END}[\"')\]]*\s+|\n+|\s[•*-]\s")
MAX_SENTENCES = 4000
MAX_GROWTH_CHARACTERS = 2_000


def plain(text: str) -> str:
    """NFKC, straight quotes and dashes, no accents on Latin letters, no invisible characters, no
    look-alike or spaced letters, no stars of bold words; “dont” as “don't”."""
    unmarked = _MARKED.sub("", _UNSEEN.sub("", limit_marks(text)))
    normal = unicodedata.normalize("NFKC", unmarked)
    # One sign can become eighteen: what is longer than any text is not read on.
    text = normal[: len(text) + MAX_GROWTH_CHARACTERS].translate(_PLAIN)
    text = without_accents(text)
    text = _BLANKS.sub(" ", _SPACED.sub(_together, text))
    text = _YOU.sub("you", _SHORTENED.sub(_with_apostrophe, text))
    if text.isascii():
        return text
    return _WORD.sub(_in_one_alphabet, text)


def without_accents(text: str) -> str:
    """Latin letters without theirs; those of other alphabets keep what belongs to them."""
    if text.isascii():
        return text
    return unicodedata.normalize("NFC", _ACCENT.sub("", unicodedata.normalize("NFD", text)))


def _together(match: "re.Match[str]") -> str:
    return match.group().replace(match[1], "")


def _in_one_alphabet(match: "re.Match[str]") -> str:
    word = match.group()
    is_mixed = _LOOKS_LATIN.search(word) and _LATIN.search(word)
    return word.translate(_ALIKE) if is_mixed else word


def _with_apostrophe(match: "re.Match[str]") -> str:
    word, ending = (each for each in match.groups() if each is not None)
    return f"{word}n't" if ending.lower() == "nt" else f"{word}'{ending}"


def _without_others(text: str) -> str:
    """Without quoted lines and words in quotation marks, which are somebody else's."""
    return _CITED.sub(" ", _QUOTED_LINES.sub(" ", text))


def _sentences(text: str) -> list[str]:
    found = (each.strip() for each in _SENTENCE.split(text, maxsplit=MAX_SENTENCES))
    return [each for each in found if each]


@dataclass(frozen=True)
class NormalizedText:
    """``whole`` is title and text with everything in it; ``own`` is without quoted lines and words
    in quotation marks, which are somebody else's."""

    draft: Draft
    title: str = field(default="")
    text: str = field(default="")

    @classmethod
    def of(cls, draft: Draft) -> "NormalizedText":
        return cls(draft, plain(draft.title), plain(draft.text))

    @cached_property
    def whole(self) -> str:
        return f"{self.title}\n\n{self.text}" if self.title else self.text

    @cached_property
    def running(self) -> str:
        """The whole, with lines that end within a paragraph as one."""
        return _SOFT_BREAK.sub(" ", self.whole)

    @cached_property
    def own(self) -> str:
        return _SOFT_BREAK.sub(" ", _without_others(self.whole))

    @cached_property
    def own_text(self) -> str:
        return _without_others(self.text)

    @cached_property
    def sentences(self) -> list[str]:
        """Of what is their own, title included."""
        return _sentences(self.own)

    @cached_property
    def all_sentences(self) -> list[str]:
        """With what is quoted: for what must not be published whoever said it."""
        return _sentences(self.running)

    def around(self, words: str) -> list[str]:
        """The sentences in which these words stand: of their own, else of those they quote."""
        wanted = words.casefold()
        for sentences in (self.sentences, self.all_sentences):
            if found := [each for each in sentences if wanted in each.casefold()]:
                return found
        return [self.running]

    @cached_property
    def joined(self) -> str:
        """The sentences of their own, a line each."""
        return "\n".join(self.sentences)

    @cached_property
    def all_joined(self) -> str:
        return "\n".join(self.all_sentences)

    @cached_property
    def language(self) -> str:
        """Of what is their own, without accents; English where it is not clear."""
        return language_of(self.own)

    def read_in(self, language: str) -> "NormalizedText | None":
        """What of it is in this language: all, if the whole is or if none is asked for, else the
        sentences that clearly are. None if there are none."""
        if not language or language == self.language:
            return self
        if language not in self._parts:
            ours = [each for each in self.sentences if is_clearly(language, each)]
            text = "\n\n".join(ours)
            self._parts[language] = NormalizedText(self.draft, text=text) if ours else None
        return self._parts[language]

    @cached_property
    def _parts(self) -> dict[str, "NormalizedText | None"]:
        return {}

    @cached_property
    def words_count(self) -> int:
        return sum(1 for word in self.own_text.split() if any(map(str.isalnum, word)))
