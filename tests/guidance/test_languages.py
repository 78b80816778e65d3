"""Rules read the languages they are written in; each file here has 200 sentences of another one."""

from pathlib import Path

import pytest

from guidance.drafts import Draft
from guidance.evaluation import default_rules, evaluate
from guidance.languages import language_of
from tests.guidance.sentences import FIRES

FILES = sorted((Path(__file__).parent / "languages").glob("*.txt"))


def sentences(file: Path) -> list[str]:
    return file.read_text(encoding="utf-8").splitlines()


def rules(text: str, kind: str = "reply") -> set[str]:
    return {prompt.rule for prompt in evaluate(Draft(kind=kind, text=text), default_rules())}


@pytest.mark.parametrize("file", FILES, ids=lambda file: file.stem)
def test_no_rule_speaks_to_another_language(file: Path) -> None:
    texts = sentences(file)
    assert len(set(texts)) == 200
    for kind in ("opening", "reply"):
        assert [text for text in texts if rules(text, kind)] == []
    assert rules("\n".join(texts)) == set()
    told = [language_of(text) for text in texts]
    # Short ones are close to several; then English rules read them, and say nothing.
    assert told.count(file.stem) >= 188


def test_english_is_read_as_english() -> None:
    told = [language_of(text) for _rule, text, _about in FIRES]
    assert told.count("en") >= 0.99 * len(told)


@pytest.mark.parametrize(
    "text",
    ["", "ok", "Die", "kys", "💙💙💙", "https://example.org/die-spastik", "1 2 3"],
)
def test_what_is_too_short_is_read_by_all_rules(text: str) -> None:
    assert language_of(text) == "en"


def test_an_english_sentence_is_heard_in_a_text_of_another_language() -> None:
    german = "Die Nacht war kurz und die Beine schwer. Niemand sieht mir an, wie krank ich bin."
    assert rules(german) == set()
    assert rules(f"{german}\n\nYou are such an idiot, go away.") == {"G06"}
    assert rules(f"{german} I want to die and I have a plan for tonight.") == {"G24"}
    assert "G21" in rules(f"{german} Schreib mir: anna@mail.example")


@pytest.mark.parametrize(
    "text",
    ["Ich will nicht mehr leben.", "Ich möchte einfach nur sterben.", "Ich bringe mich um.",
     "Quiero morirme.", "No quiero seguir viviendo.", "Je veux mourir.", "Je ne veux plus vivre.",
     "Voglio morire.", "Non voglio più vivere.", "Ik wil dood.", "Ik wil niet meer leven."],
)  # fmt: skip
def test_a_cry_is_heard_in_six_languages(text: str) -> None:
    for kind in ("title", "opening", "reply"):
        draft = Draft(kind=kind, title=text) if kind == "title" else Draft(kind=kind, text=text)
        found = evaluate(draft, default_rules())
        assert [(each.rule, each.severity.name) for each in found] == [("G24", "HELP")]


@pytest.mark.parametrize(
    "text",
    ["Ich will nicht sterben.", "No quiero morir.", "Je ne veux pas mourir.", "Non voglio morire.",
     "Ik wil niet dood."],
)  # fmt: skip
def test_the_fear_of_dying_is_no_wish(text: str) -> None:
    assert rules(text) == set()


GERMAN = "Die Nacht war kurz und die Beine schwer. Niemand sieht mir an, wie krank ich bin."


def strongest(text: str) -> str:
    found = evaluate(Draft(kind="reply", text=text), default_rules())
    return max(found, key=lambda each: each.severity).severity.name if found else ""


@pytest.mark.parametrize(
    ("text", "severity"),
    [(f"{GERMAN} kys", "BLOCK"), (f"{GERMAN} Wie viel Gramm Nembutal brauche ich?", "HOLD")],
)
def test_what_must_not_stand_here_is_heard_among_any_words(text: str, severity: str) -> None:
    assert strongest(text) == severity
