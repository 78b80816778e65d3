"""./dev bench guidance --data DIR: what the rules hear in two public sets, and how long they take.

DIR holds goemotions_dev_test.tsv (GoEmotions, Apache-2.0) and presidio_synth_dataset_v2.json
(presidio-research, MIT). Neither is part of this project; no row of them is shown.
"""

import csv
import json
import os
import re
import statistics
import sys
import time
from collections.abc import Callable, Iterable, Sequence
from pathlib import Path
from typing import Any

import django

from devkit.measuring import show
from guidance.intervals import wilson

HARD = {"sadness", "grief", "fear"}
CARING = {"caring"}
KIND = {"caring", "gratitude", "love", "optimism", "joy", "relief", "admiration", "excitement"}
HOSTILE = {"anger", "annoyance", "disgust"}
NEWCOMER = {"account_days": 1, "posts": 0}
# Where a reply stands, and who writes it.
PLACES: dict[str, dict[str, object]] = {
    "no wish": {},
    "listening": {"wish": "listening"},
    "listening, newcomer": {"wish": "listening", **NEWCOMER},
}
# Help is no interruption, and nobody minds a word about paragraphs.
NO_INTERRUPTION = {"G24", "G15", "G18"}
# Nobody's rules: what a scan for some phrases costs on the same machine.
PHRASES = (
    "at least you", "get a grip", "calm down", "you should", "have you tried", "go away", "shut up",
    "my doctor", "no cure", "sell my", "send me", "in your head", "grow up", "stop taking",
    "for sure", "all of them", "take my", "how many", "who cares", "at the end",
)  # fmt: skip
DETAILS = {"PHONE_NUMBER", "EMAIL_ADDRESS", "US_SSN", "CREDIT_CARD"}


def main(arguments: list[str]) -> int:
    if "--data" not in arguments:
        sys.stderr.write("bench guidance needs --data DIR with the two public sets.\n")
        return 2
    at = arguments.index("--data")
    folder = Path(arguments[at + 1])
    os.environ.setdefault("SITE_URL", "http://127.0.0.1")
    os.environ.setdefault("SECRET_KEY", "for this measurement alone, " * 2)
    os.environ.setdefault("DATABASE_URL", "postgresql://nobody@127.0.0.1:1/none")
    os.environ.setdefault("DJANGO_SETTINGS_MODULE", "mssupport.settings")
    django.setup()
    rows = [
        *_emotions(folder),
        *_own(),
        *_languages(),
        *_details(folder),
        _speed(folder),
    ]
    return show(rows, [*arguments[:at], *arguments[at + 2 :]])


def _emotions(folder: Path) -> list[dict[str, object]]:
    with (folder / "goemotions_dev_test.tsv").open(encoding="utf-8") as lines:
        rows = list(csv.DictReader(lines, delimiter="\t", quoting=csv.QUOTE_NONE))
    kind = [row["text"] for row in rows if _is_kind(set(row["labels"].split(",")))]
    found = [
        _share(f"GoEmotions, plainly kind, {name}", "a reply is interrupted",
               [_rules(text, "reply", **about) for text in kind],
               lambda rules: bool(rules - NO_INTERRUPTION))
        for name, about in PLACES.items()
    ]  # fmt: skip
    for name, labels in (("sadness, grief, fear", HARD), ("caring", CARING), ("all", set())):
        texts = [
            row["text"] for row in rows if not labels or labels & set(row["labels"].split(","))
        ]
        heard = [_rules(text, "reply") for text in texts]
        found += [
            _share(f"GoEmotions, {name}", "risk (G24, G25)", heard,
                   lambda rules: bool(rules & {"G24", "G25"})),
            _share(f"GoEmotions, {name}", "a reply is interrupted", heard,
                   lambda rules: bool(rules - NO_INTERRUPTION)),
            _share(f"GoEmotions, {name}", "blocked or held (G25)", heard,
                   lambda rules: "G25" in rules),
            _share(f"GoEmotions, {name}", "an opening is interrupted",
                   [_rules(text, "opening") for text in texts],
                   lambda rules: bool(rules - NO_INTERRUPTION)),
        ]  # fmt: skip
    return found


def _is_kind(labels: set[str]) -> bool:
    return bool(labels & KIND) and not labels & HOSTILE


def _own() -> list[dict[str, object]]:
    """Sentences of our own: what a rule should hear, and what only looks like it."""
    from guidance.second_reader.train import own_sentences

    found = []
    for name, about in PLACES.items():
        heard = [
            (code, kind, _rules(text, "reply", **about)) for code, text, kind in own_sentences()
        ]
        kind_ones = [rules for _code, kind, rules in heard if kind]
        others = [rules & {code} for code, kind, rules in heard if not kind]
        found.append(_share(f"own near misses, {name}", "a reply is interrupted", kind_ones,
                            lambda rules: bool(rules - NO_INTERRUPTION)))  # fmt: skip
        found.append(_share(f"own, to be heard, {name}", "the rule hears it", others, bool))
    return found


def _languages() -> list[dict[str, object]]:
    """200 sentences of our own in each of five other languages."""
    folder = Path(__file__).parents[1] / "tests" / "guidance" / "languages"
    return [
        _share(f"language {file.stem}", "any rule speaks",
               [_rules(text, kind) for text in file.read_text(encoding="utf-8").splitlines()
                for kind in ("opening", "reply")], bool)
        for file in sorted(folder.glob("*.txt"))
    ]  # fmt: skip


def _details(folder: Path) -> list[dict[str, object]]:
    rows = json.loads((folder / "presidio_synth_dataset_v2.json").read_text(encoding="utf-8"))
    with_details, without = [], []
    for row in rows:
        kinds = {span["entity_type"] for span in row["spans"]}
        heard = _rules(row["full_text"], "reply")
        if kinds & DETAILS:
            with_details.append(heard)
        elif not kinds & {"STREET_ADDRESS", "IBAN_CODE"}:
            without.append(heard)
    return [
        _share("Presidio, with details", "G21 (recall)", with_details, lambda r: "G21" in r),
        _share("Presidio, without", "G21 (false)", without, lambda r: "G21" in r),
    ]


def _speed(folder: Path) -> dict[str, object]:
    """All rules on drafts of 2,000 characters, put together from the set."""
    from guidance.drafts import Draft
    from guidance.evaluation import default_rules, evaluate

    text = (folder / "goemotions_dev_test.tsv").read_text(encoding="utf-8")
    drafts = [text[at : at + 2000] for at in range(0, 800_000, 2000)]
    scans = [re.compile(re.escape(phrase), re.IGNORECASE) for phrase in PHRASES]
    took, floor = [], []
    # As on a server that has run for a while: the expressions have seen such texts.
    for draft in drafts[1::2]:
        evaluate(Draft(kind="reply", text=draft), default_rules())
    for draft in drafts[::2]:
        started = time.perf_counter()
        evaluate(Draft(kind="reply", text=draft), default_rules())
        took.append((time.perf_counter() - started) * 1000)
        # In turns with the floor: a plain scan for twenty phrases.
        started = time.perf_counter()
        for scan in scans:
            scan.search(draft)
        floor.append((time.perf_counter() - started) * 1000)
    cuts = statistics.quantiles(took, n=20)
    return {
        "set": "2,000 characters", "what": "milliseconds", "rows": len(took),
        "p50_ms": statistics.median(took), "p95_ms": cuts[-1],
        "floor_ms": statistics.median(floor),
        "times_floor": statistics.median(took) / statistics.median(floor),
    }  # fmt: skip


def _rules(text: str, kind: str, **about: Any) -> set[str]:
    from guidance.drafts import Draft
    from guidance.evaluation import default_rules, evaluate

    return {
        prompt.rule for prompt in evaluate(Draft(kind=kind, text=text, **about), default_rules())
    }


def _share(
    name: str, what: str, heard: Sequence[set[str]], fires: Callable[[set[str]], bool]
) -> dict[str, object]:
    hits = sum(map(fires, heard))
    low, high = wilson(hits, len(heard))
    return {
        "set": name, "what": what, "rows": len(heard), "hits": hits,
        "share_pct": 100 * hits / len(heard), "low_pct": 100 * low, "high_pct": 100 * high,
        "most": _most(heard, fires),
    }  # fmt: skip


def _most(heard: Iterable[set[str]], fires: Callable[[set[str]], bool]) -> str:
    counts: dict[str, int] = {}
    for rules in heard:
        for rule in rules if fires(rules) else ():
            counts[rule] = counts.get(rule, 0) + 1
    ranked = sorted(counts.items(), key=lambda item: -item[1])[:4]
    return " ".join(f"{rule}:{count}" for rule, count in ranked)
