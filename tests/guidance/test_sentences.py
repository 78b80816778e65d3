"""Each rule on sentences of our own: what it hears, and what it leaves alone."""

import json
import time
from typing import Any

import pytest
from django.core.management import CommandError, call_command
from hypothesis import given
from hypothesis import strategies as st

from guidance.default_rules import RULES
from guidance.drafts import Draft, Prompt, Severity
from guidance.evaluation import default_rules, evaluate
from tests.guidance.sentences import FIRES, QUIET


def heard(draft: Draft) -> list[Prompt]:
    return evaluate(draft, default_rules())


def rules(text: str, about: dict[str, Any]) -> set[str]:
    return {prompt.rule for prompt in heard(Draft(**{"kind": "reply", "text": text, **about}))}


def names(sentences: list[tuple[str, str, dict[str, Any]]]) -> list[str]:
    return [f"{rule} {text[:50]}" for rule, text, _about in sentences]


def test_there_are_enough_sentences() -> None:
    assert len(FIRES) + len(QUIET) >= 200
    spoken = {rule["key"].partition("-")[0] for rule in RULES if rule.get("state") != "off"}
    # Of titles there are tests of their own.
    assert spoken - {"G17", "G20"} <= {rule for rule, _text, _about in FIRES}
    assert len({rule["key"].partition("-")[0] for rule in RULES}) == 25


@pytest.mark.parametrize(
    ("rule", "text", "about"), FIRES, ids=[f"{r} {t[:50]}" for r, t, _ in FIRES]
)
def test_fires(rule: str, text: str, about: dict[str, Any]) -> None:
    assert rule in rules(text, about)


@pytest.mark.parametrize(
    ("rule", "text", "about"), QUIET, ids=[f"{r} {t[:50]}" for r, t, _ in QUIET]
)
def test_stays_quiet(rule: str, text: str, about: dict[str, Any]) -> None:
    assert rule not in rules(text, about)


QUOTED = [
    "> At least you can walk.",
    "“Get a grip”, she said.",
    'He wrote "you are an idiot" twice.',
]


@pytest.mark.parametrize("text", QUOTED)
def test_other_peoples_words_do_not_count(text: str) -> None:
    assert rules(text, {}) == set()


@pytest.mark.parametrize("kind", ["reply", "opening"])
def test_what_must_not_be_published_is_heard_in_quotes_too(kind: str) -> None:
    assert "G21" in rules("> ring 020 7946 0958", {"kind": kind})
    assert "G25" in rules("> what is the lethal dose of insulin", {"kind": kind})


def test_ones_own_topic_is_ones_own() -> None:
    text = "You should stop the Gilenya. At least you can walk."
    assert {"G01", "G09"} <= rules(text, {})
    assert rules(text, {"own_topic": True}) == set()
    # What nobody may publish, nobody may publish.
    assert "G21" in rules("Ring 020 7946 0958", {"own_topic": True})


@pytest.mark.parametrize(
    "text",
    ["You’re an idiot.", "You're an idiot.", "YOU ARE AN IDIOT", "You are an id\u200biot.",
     "Уou аre an idiоt.", "you  are   an idiot", "You are an ｉｄｉｏｔ."],
)  # fmt: skip
def test_spelling_tricks_do_not_help(text: str) -> None:
    assert "G06" in rules(text, {})


def test_help_is_shown_before_all_else() -> None:
    found = heard(Draft(kind="reply", text="Ring me on 020 7946 0958. I want to end my life."))
    assert [prompt.rule for prompt in found] == ["G24", "G21"]
    found = heard(Draft(kind="reply", text="I want to end my life. What is the lethal dose of it?"))
    assert [(p.rule, p.severity) for p in found] == [
        ("G24", Severity.HELP), ("G25", Severity.HOLD),
    ]  # fmt: skip


def test_only_danger_holds_or_blocks_on_words_of_risk() -> None:
    """And nothing reacts to how bad somebody feels."""
    for text in ("I feel worthless and broken.", "I hate my life.", "I cannot cope.", "I give up."):
        assert rules(text, {"kind": "opening"}) == set()
    for rule in default_rules():
        if rule.severity in {Severity.HOLD, Severity.BLOCK}:
            assert rule.code in {"G11", "G21", "G22", "G25"}


@pytest.mark.parametrize(
    ("about", "severity"),
    [({"account_days": 1, "posts": 0}, "HOLD"), ({"account_days": 400, "posts": 1}, "HOLD"),
     ({"account_days": 400, "posts": 30}, "ASK"), ({}, "ASK")],
)  # fmt: skip
def test_selling_is_held_from_somebody_new(about: dict[str, Any], severity: str) -> None:
    (prompt,) = heard(Draft(kind="reply", text="Use code CALM10 for 10% off.", **about))
    assert (prompt.rule, prompt.severity.name) == ("G22", severity)


def test_like_titles_are_named() -> None:
    titles = ("Leg spasms at night", "Spasms in the leg, worse at night", "Hello from Leeds")
    (prompt,) = heard(Draft(kind="title", title="Night time leg spasms", existing_titles=titles))
    assert prompt.rule == "G20"
    assert set(prompt.words) == set(titles[:2])
    assert heard(Draft(kind="title", title="Telling my manager", existing_titles=titles)) == []


anything = st.text(
    alphabet=st.one_of(
        st.characters(codec="utf-8"), st.sampled_from("you are at least die 0123@.,\n\"'>")
    ),
    max_size=400,
)  # fmt: skip


@given(text=anything, title=anything, kind=st.sampled_from(["title", "opening", "reply"]))
def test_it_never_raises_and_says_the_same_twice(text: str, title: str, kind: str) -> None:
    draft = Draft(kind=kind, text=text, title=title)
    assert heard(draft) == heard(draft)


@pytest.mark.parametrize(
    "piece", ["you are ", "a", "at least you ", "0", "i want to ", "( ", "> x\n"]
)
def test_a_very_long_draft_costs_as_its_length(piece: str) -> None:
    """Not a speed test: a guard against time that grows faster than the text."""

    def took(length: int) -> float:
        text = piece * (length // len(piece))
        started = time.process_time()
        heard(Draft(kind="reply", text=text))
        return time.process_time() - started

    took(1000)
    assert took(200_000) < max(20 * took(20_000), 1.0) * 3


def test_look_tries_an_archive(db: Any, tmp_path: Any, capsys: Any) -> None:
    drafts = [
        {"id": 7, "kind": "reply", "text": "You should stop the Tecfidera."},
        {"id": "a", "kind": "title", "title": "Help"},
        {"id": "b", "kind": "reply", "text": "That must be hard."},
        {"id": "c", "kind": "reply", "wish": "listening", "text": "You should see somebody."},
    ]
    file = tmp_path / "drafts.jsonl"
    file.write_text("\n".join(map(json.dumps, drafts)) + "\n\n", encoding="utf-8")
    call_command("evaluate", str(file))
    said = [json.loads(line) for line in capsys.readouterr().out.splitlines()]
    assert said[0] == {
        "id": 7, "shown": "G09",
        "prompts": [{"rule": "G09", "severity": "ask", "listed": True,
                     "words": ["You should stop the Tecfidera"]}],
    }  # fmt: skip
    assert [each["shown"] for each in said] == ["G09", "G17", None, "G02"]
    for wrong in ("nonsense", "[1]", '{"kind": "letter"}'):
        file.write_text(wrong, encoding="utf-8")
        with pytest.raises(CommandError):
            call_command("evaluate", str(file))
