"""Tries the rules on an archive: drafts as JSON lines in, what the rules say as JSON lines out."""

import json
import sys
from argparse import ArgumentParser
from collections.abc import Sequence
from pathlib import Path
from typing import Any, TextIO

from django.core.management.base import BaseCommand, CommandError
from django.db import ProgrammingError

from guidance.drafts import Draft, Prompt
from guidance.evaluation import CompiledRule, default_rules, evaluate, shown_of
from guidance.rule_cache import spoken_rules

KINDS = ("title", "opening", "reply")
LINES = ("text", "title", "board", "parent", "wish", "relation")


class Command(BaseCommand):
    help = (
        "Reads drafts as JSON lines (id, kind: title, opening or reply, board, title, parent, "
        "wish, own_topic, account_days, posts, existing_titles, text) and prints which rules "
        "speak to each and which one would be shown. It asks the rules as they stand on this "
        "site, and those of the software where there is none yet. Nothing is stored."
    )

    def add_arguments(self, parser: ArgumentParser) -> None:
        parser.add_argument("file", nargs="?", help="a file of JSON lines; else standard input")

    def handle(self, *_args: Any, **options: Any) -> None:
        if options["file"]:
            with Path(options["file"]).open(encoding="utf-8") as lines:
                self._all(lines)
        else:
            sys.stdin.reconfigure(encoding="utf-8")  # type: ignore[union-attr]
            self._all(sys.stdin)

    def _all(self, lines: TextIO) -> None:
        rules = self._rules()
        for number, line in enumerate(lines, start=1):
            if line.strip():
                name, draft = _draft(line, number)
                said = _said(name, evaluate(draft, rules))
                self.stdout.write(json.dumps(said, ensure_ascii=False))

    def _rules(self) -> Sequence[CompiledRule]:
        try:
            if rules := spoken_rules():
                return rules
        except ProgrammingError:
            pass
        self.stderr.write("This site has no rules of its own yet: those of the software are asked.")
        return default_rules()


def _draft(line: str, number: int) -> tuple[Any, Draft]:
    try:
        given = json.loads(line)
    except ValueError as error:
        raise CommandError(f"Line {number} is no JSON: {error}") from None
    if not isinstance(given, dict):
        raise CommandError(f"Line {number} is no JSON object.")
    kind = given.get("kind", "reply")
    if kind not in KINDS:
        raise CommandError(f"Line {number}: kind is {', '.join(KINDS)}, and not {kind!r}.")
    words = {name: str(given.get(name) or "") for name in LINES}
    if kind == "title" and not words["title"]:
        # A title by itself may come as the text.
        words["title"], words["text"] = words["text"], ""
    draft = Draft(
        kind=kind,
        own_topic=bool(given.get("own_topic")),
        account_days=_number(given.get("account_days")),
        posts=_number(given.get("posts")),
        existing_titles=tuple(map(str, given.get("existing_titles") or ())),
        **words,
    )
    return given.get("id", number), draft


def _number(value: Any) -> int | None:
    return int(value) if isinstance(value, int | float) else None


def _said(name: Any, prompts: list[Prompt]) -> dict[str, Any]:
    shown = shown_of(prompts)
    return {
        "id": name,
        "prompts": [_one(prompt) for prompt in prompts],
        "shown": shown.rule if shown is not None else None,
    }


def _one(prompt: Prompt) -> dict[str, Any]:
    said: dict[str, Any] = {
        "rule": prompt.rule, "severity": prompt.severity.name.lower(), "words": list(prompt.words),
    }  # fmt: skip
    return {**said, "listed": True} if prompt.is_listed else said
