"""Two laws of every rule, whoever writes it: it never answers to how bad somebody feels, but to
bring help; and nothing that speaks of dying is made to wait, but by the rule about ways and means.

A rule is tried on sentences of people who feel bad, or speak of dying. They are made of words and
frames, so that a phrase of two words is found out as well.
"""

from collections.abc import Iterable, Iterator, Mapping, Sequence
from typing import Any

from django.utils.translation import gettext as _

from guidance.conditions import InvalidCondition, part_of
from guidance.drafts import Draft
from guidance.normalized_text import NormalizedText

# What is built in to hear danger.
_OF_DANGER = frozenset({"plan_or_wish_to_die", "wish_not_to_live", "risk_of_another"})
# The guideline about danger.
_DANGER_NUMBER = 9

_FEELINGS = (
    "sad", "so sad", "hopeless", "depressed", "so depressed", "worthless", "useless", "broken",
    "lonely", "alone", "all alone", "scared", "afraid", "terrified", "frightened", "anxious",
    "miserable", "desperate", "in despair", "heartbroken", "devastated", "empty", "numb inside",
    "lost", "ashamed", "guilty", "angry", "furious", "bitter", "overwhelmed", "exhausted", "done",
    "a burden", "a failure", "in pieces", "at the end", "low", "down", "upset", "tearful", "tired",
    "grieving", "panicking", "stressed", "helpless", "weak",
)  # fmt: skip
_FRAMES = (
    "I am {} today.", "I feel {} and I do not know why.", "I'm {}.", "I am so {} all the time.",
    "It makes me feel {}.", "I have never been this {}.", "{}", "Feeling {} again.",
)  # fmt: skip
_SAID = (
    "I want to die.", "I do not want to be here any more.", "I hate my life.", "I hate myself.",
    "I cannot cope. I give up.", "I can't cope any more.", "I can't do this any more.",
    "I cannot go on.", "I cry all day and nobody helps me.", "I keep crying.", "I cried again.",
    "I am sick of this and angry with everybody.", "Everything is hopeless.", "Nothing helps.",
    "I wish I was dead.", "Nobody cares about me.", "I have no hope left.", "My life is over.",
    "I miss my old life.", "I can't stop crying.", "I am falling apart.", "This is unbearable.",
    "I cannot take it any more.", "I lie awake and think of the worst.", "I had a breakdown.",
    "My depression is back.", "My anxiety is bad.", "The grief comes in waves.",
)  # fmt: skip
_DANGER = (
    "My father died by suicide and I miss him.", "Last night I wanted to kill myself.",
    "I think about dying a lot.", "I have suicidal thoughts.", "I thought of ending my life.",
    "I harmed myself again.", "I used to self-harm.", "I took an overdose years ago.",
    "I wish I was dead.", "I want to die.", "Suicide is never far from my mind.",
    "He killed himself.", "She tried to end it all.", "I do not want to live.", "self-harm",
    "suicide", "suicidal", "kill myself", "killing myself", "end my life", "hurt myself",
    "overdose", "I want to be dead.", "I would rather be dead.", "better off dead",
    "no reason to live",
)  # fmt: skip


def of_distress() -> Iterator[str]:
    """What somebody may write on a bad day."""
    yield from _SAID
    for feeling in _FEELINGS:
        for frame in _FRAMES:
            yield frame.format(feeling)


def of_danger() -> Iterator[str]:
    """What speaks of dying, one's own or another's."""
    yield from _DANGER


class UnsafeRule(InvalidCondition):
    """A rule that breaks a law; ``field`` is what to change, or None for what it listens for."""

    def __init__(self, says: str, field: str | None = None) -> None:
        super().__init__(says)
        self.field = field


def check_laws(
    *,
    may_hold: bool,
    guideline: int,
    severity: str,
    condition: Mapping[str, Any],
    terms: Mapping[str, Sequence[str]],
) -> None:
    """Raises UnsafeRule with the sentence that a rule so written must leave alone. ``may_hold`` is
    true of the rules about ways and means alone: what they hear may be held or blocked."""
    if severity == "help":
        return
    if (sentence := first_heard(condition, of_distress(), terms)) is not None:
        raise UnsafeRule(
            _(
                "This would speak to somebody who writes “%(sentence)s”. A rule never answers to "
                "how bad somebody feels, but to bring help."
            )
            % {"sentence": sentence}
        )
    if severity not in {"hold", "block"} or may_hold:
        return
    is_about_it = guideline == _DANGER_NUMBER or any(
        part.get("detector") in _OF_DANGER
        for name in ("any", "all")
        for part in condition.get(name, [])
    )
    if is_about_it or first_heard(condition, of_danger(), terms) is not None:
        raise UnsafeRule(
            _("What speaks of danger brings help, and never waits: please choose Help."),
            "severity",
        )


def first_heard(
    condition: Mapping[str, Any], sentences: Iterable[str], terms: Mapping[str, Sequence[str]]
) -> str | None:
    """The first of these sentences in which the words of the condition are heard."""
    parts = [part for name in ("any", "all") for part in condition.get(name, [])]
    heard = [part for part in parts if not {"phrases", "pattern", "terms"}.isdisjoint(part)]
    # Where all parts have to fit, so do all the words.
    fits = all if "all" in condition else any
    checks = [part_of(part, terms) for part in heard]
    for sentence in sentences if checks else ():
        wording = NormalizedText.of(Draft(kind="opening", text=sentence))
        if fits(check(wording) is not None for check in checks):
            return sentence
    return None
