"""A second look at what a rule heard: whether the sentence reads as kind, or as an own story.

A linear model over short runs of words, trained offline (train.py) on sentences of our own
(sentences_*.tsv). ``weights.tsv`` is all that is shipped: a feature and its weight on each line. It
only ever silences a tip, an ask or a listing; never help, a hold or a block. CARD.md says what it
was trained on, its figures, and what it cannot.
"""

import math
import re
from collections.abc import Iterator
from functools import lru_cache
from itertools import pairwise
from pathlib import Path

WEIGHTS = Path(__file__).with_name("weights.tsv")
# What a rule heard is let through unless kindness is so likely.
KIND_FROM = 0.6
# No more of a sentence is read: it grows with the length and nothing else.
MAX_READ = 400
_TOKEN = re.compile(r"[a-z]+(?:'[a-z]+)?|\d+|[?!]")
_LONGEST_RUN = 3
# What kind of word it is, for those that tell who does what to whom.
_KINDS = {
    word: kind
    for kind, words in {
        "ME": "i i'm i've i'd i'll me my mine myself we we're we've our us",
        "YOU": "you you're you've you'd you'll your yours yourself u ur",
        "NOT": "not never no nobody none nothing don't doesn't didn't isn't wasn't can't won't"
               " aren't wouldn't shouldn't couldn't cannot haven't",
        "TOLD": "he she they said says told tell thinks asked people everyone",
        "WARM": "hug hugs sorry love hope thank thanks glad proud gentle kind here listen listening"
                " dear sweetheart",
        "IF": "if would could may might maybe perhaps wonder",
        "DO": "should must need ought have got gotta want try stop start take get go make ask ring"
              " talk look buy",
    }.items()
    for word in words.split()
}  # fmt: skip


def features(sentence: str, code: str) -> Iterator[str]:
    """Runs of one to three words, the same with kinds of words for the words, the rule's code
    beside each word, and how the sentence begins, ends and how long it is."""
    words = _TOKEN.findall(sentence[:MAX_READ].casefold().replace("’", "'"))
    tokens = ["^", *words, "$"]
    for size in range(1, _LONGEST_RUN + 1):
        for at in range(len(tokens) - size + 1):
            yield " ".join(tokens[at : at + size])
    yield from (f"{code}:{word}" for word in words)
    kinds = [_KINDS[word] for word in words if word in _KINDS]
    shape = [word if word in "?!" else _KINDS.get(word, "w") for word in words]
    yield from (f"has={kind}" for kind in kinds)
    yield from (f"then={one}>{other}" for one, other in pairwise(kinds))
    yield from (f"shape={' '.join(shape[at : at + 3])}" for at in range(len(shape) - 2))
    yield f"code={code}"
    yield f"first={next(iter(kinds), '')}"
    yield f"begins={next(iter(shape), '')}"
    yield f"asks={sentence.rstrip().endswith('?')}"
    yield f"length={min(6, len(words) // 6)}"


@lru_cache(maxsize=1)
def weights() -> dict[str, float]:
    """{feature: weight}; the empty feature is what everything begins with."""
    lines = WEIGHTS.read_text(encoding="utf-8").splitlines()
    pairs = (line.rsplit("\t", 1) for line in lines if line and not line.startswith("#"))
    return {feature: float(weight) for feature, weight in pairs}


@lru_cache(maxsize=1)
def codes() -> frozenset[str]:
    """The rules it was trained for; of others it says nothing."""
    return frozenset(each[5:] for each in weights() if each.startswith("code="))


def reads_as_kind(sentence: str, code: str) -> bool:
    return code in codes() and kindness(sentence, code) >= KIND_FROM


def kindness(sentence: str, code: str) -> float:
    """How likely the sentence is kind although the rule heard it: from 0 to 1."""
    known = weights()
    total = known.get("", 0.0) + sum(known.get(each, 0.0) for each in set(features(sentence, code)))
    return 1 / (1 + math.exp(-max(-30.0, min(30.0, total))))
