"""What a rule hears does not depend on how the words are dressed."""

import random
import re
import unicodedata
from collections.abc import Callable
from typing import Any

import pytest

from guidance.drafts import Draft
from guidance.evaluation import default_rules, evaluate
from guidance.normalized_text import plain
from tests.guidance.sentences import FIRES, QUIET

# About the shape of a text, or of a title; and details are read sign by sign.
SHAPE = {"G16", "G17", "G18", "G19", "G20", "G21"}
UNSEEN = "\u200b\u200d\u2060\u00ad\ufeff\u200e\u202a\u202c\u2066\u2069\ufe0f\u034f"


def rules(text: str, about: dict[str, Any]) -> set[str]:
    draft = Draft(**{"kind": "reply", **about, "text": text})
    return {prompt.rule for prompt in evaluate(draft, default_rules())} - SHAPE


def each_word(text: str, dress: Callable[[random.Random, str], str]) -> str:
    chance = random.Random(text)
    return re.sub(r"[A-Za-z’']{2,}", lambda m: dress(chance, m.group()), text)


def emphasised(text: str) -> str:
    marks = ["*", "**", "***", "_", "__", "", ""]

    def dress(chance: random.Random, word: str) -> str:
        mark = chance.choice(marks)
        return f"{mark}{word}{mark}"

    return each_word(text, dress)


def broken(text: str) -> str:
    chance = random.Random(text)
    ends = [" ", " ", "\n", "  \n", "\\\n"]
    return re.sub(r"(?<=[A-Za-z,]) (?=[A-Za-z])", lambda _: chance.choice(ends), text)


def unseen(text: str) -> str:
    return each_word(
        text,
        lambda chance, word: word[:1] + chance.choice(UNSEEN) + word[1:] + chance.choice(UNSEEN),
    )


def accented(text: str) -> str:
    return each_word(
        text, lambda chance, word: word[:1] + chance.choice("\u0301\u0308\u0316") + word[1:]
    )


def wide(text: str) -> str:
    return "".join(chr(ord(c) + 0xFEE0) if c.isascii() and c.isalpha() else c for c in text)


DRESSES = [emphasised, broken, unseen, accented, wide]
# As they are typed, so that nothing stands in them that a dress would change.
PLAIN = [
    (rule, text, about)
    for rule, text, about in FIRES + QUIET
    if not re.search(r"[*_>@/\n\"“”\d]|\b[A-Za-z]\b [A-Za-z]\b ", text) and not about.get("title")
]


@pytest.mark.parametrize("dress", DRESSES, ids=lambda dress: dress.__name__)
def test_the_verdict_is_the_same(dress: Callable[[str], str]) -> None:
    assert len(PLAIN) > 250
    other = [
        (text, rules(text, about), rules(dress(text), about))
        for _rule, text, about in PLAIN
        if rules(text, about) != rules(dress(text), about)
    ]
    assert other == []


@pytest.mark.parametrize(
    ("typed", "read"),
    [
        ("i d i o t", "idiot"), ("k.y.s.x", "kysx"), ("i-d-i-o-t", "idiot"),
        ("2*3*4 and snake_case", "2*3*4 and snake_case"),
        ("**bold** and _slanted_", "bold and slanted"), ("café über", "cafe uber"),
        ("हिन्दी मुझे", "हिन्दी मुझे"), ("e.g. this", "e.g. this"), ("f*ck", "f*ck"),
    ],
)  # fmt: skip
def test_how_words_are_read(typed: str, read: str) -> None:
    assert unicodedata.normalize("NFC", plain(typed)) == read
