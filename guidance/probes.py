"""Sentences of people who feel bad, or speak of dying: what a rule of a moderator's own must leave
alone. They are made of words and frames, so that a phrase of two words is found out as well."""

from collections.abc import Iterator

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
