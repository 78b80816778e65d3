"""What is asked first finds no less than what it stands for."""

import re
from itertools import product
from typing import Any

import pytest

from guidance import conditions
from guidance.conditions import check_of
from guidance.default_rules import RULES
from guidance.detectors import risk_expressions
from guidance.detectors.screening import Screened, alternatives, wider
from guidance.drafts import Draft
from guidance.normalized_text import NormalizedText
from guidance.second_reader.train import own_sentences
from guidance.terms import FIRST_LISTS
from tests.guidance.sentences import FIRES
from tests.guidance.test_kinds import HELP, VEILED

SCREENED = {
    name: each for name, each in vars(risk_expressions).items() if isinstance(each, Screened)
}  # fmt: skip
TEXTS = [text for _code, text, _about in FIRES] + [text for _code, text, _ in own_sentences()]


@pytest.mark.parametrize("name", sorted(SCREENED))
def test_nothing_that_the_expression_finds_is_passed_over(name: str) -> None:
    screened = SCREENED[name]
    around = ("", "ø, ", "\u00a0", "x\n", "٣ ")
    texts = [
        f"{before}{text.casefold()}{after}"
        for text, before, after in product([*TEXTS, *HELP, *VEILED], around, around)
    ]
    found = [text for text in texts if screened.pattern.search(text)]
    assert len(found) >= 25
    assert all(screened.may_be_in(text) for text in found)


@pytest.mark.parametrize(
    ("pattern", "text"),
    [
        (r"\bi took (?:\w+ ){0,2}pills\b(?! for)", "i took ølte ünd pills"),
        (r"\btook \w+\b,", "took ø,"),
        (r"my fianc\S+ is", "my fiancé is"),
        (r"\d+ days?$", "٣ days\n"),
        (r"(?<=\w )no[\s,]+more", "ø no\u2003,\x85more"),
        (r"(?:^|[.!?\n] ?)gone(?=[.,]|$)", "so. gone"),
        (r"a(?:(?!\b(?:not|\)x)\b)[^.!?\n]){0,90}b", "a c b"),
        (r"[^)(?=]x\(?!", "yx!"),
        (r"no{1,2}?w", "noow"),
    ],
)
def test_it_is_as_wide_or_wider(pattern: str, text: str) -> None:
    assert re.search(pattern, text)
    assert Screened(pattern).may_be_in(text)
    assert Screened(pattern).search(text)


@pytest.mark.parametrize(
    ("pattern", "parts"),
    [
        ("a|b", ["a", "b"]), ("a", ["a"]), (r"a(?:b|c)|[|]|\||d", ["a(?:b|c)", "[|]", r"\|", "d"]),
        (r"(?<!a|b)c|[^)]|\(|e", ["(?<!a|b)c", "[^)]", r"\(", "e"]),
    ],
)  # fmt: skip
def test_alternatives_are_taken_apart(pattern: str, parts: list[str]) -> None:
    assert alternatives(pattern) == parts
    for screened in SCREENED.values():
        assert "|".join(alternatives(screened.pattern.pattern)) == screened.pattern.pattern


def test_where_it_fits_the_narrow_one_decides() -> None:
    screened = Screened(r"\bgone\b(?! home)")
    assert screened.may_be_in("gone home")
    assert screened.search("gone home") is None
    assert screened.search("bygones") is None
    assert not screened.may_be_in("here")
    assert wider(r"a\(b(?=c[)]d)\b") == r"a\(b"


def _each_alone(condition: dict[str, Any]) -> list[dict[str, Any]]:
    return [{**condition, "any": [part]} for part in condition["any"]]


def test_parts_are_heard_together_as_each_alone() -> None:
    conditions_of_any = [each["condition"] for each in RULES if "any" in each["condition"]]
    checks = [
        (check_of(each, FIRST_LISTS), [check_of(one, FIRST_LISTS) for one in _each_alone(each)])
        for each in conditions_of_any
    ]
    heard = 0
    for text in TEXTS:
        wording = NormalizedText.of(Draft(kind="reply", text=text))
        for together, alone in checks:
            words = [word for each in alone for word in each(wording) or []]
            assert sorted(together(wording) or []) == sorted(words)
            heard += bool(words)
    assert heard > 500


def test_too_many_parts_for_one_expression_are_asked_one_by_one(
    monkeypatch: pytest.MonkeyPatch,
) -> None:
    monkeypatch.setattr(conditions, "_either", lambda patterns: None)
    condition = {"any": [{"phrases": ["at least you"]}, {"phrases": ["look on the bright side"]}]}
    check = check_of(condition, {})
    words = check(NormalizedText.of(Draft(kind="reply", text="Look on the bright side.")))
    assert words == ["Look on the bright side"]
