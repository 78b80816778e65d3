"""The one entry point: what rules say about a draft. The rules come from guidance.rule_cache."""

from collections.abc import Collection, Iterable, Mapping, Sequence
from dataclasses import dataclass
from functools import lru_cache
from hashlib import blake2b
from typing import Any

from guidance.conditions import Check, check_of
from guidance.default_rules import RULES
from guidance.drafts import Draft, Prompt, Severity
from guidance.languages import OURS
from guidance.normalized_text import NormalizedText
from guidance.second_reader.reading import reads_as_kind
from guidance.terms import FIRST_LISTS

# What is left out for one member in ten is a remark or a question, and never help or safety.
# Beside the box nobody reads more.
MAX_WORDS_NAMED = 50
MAY_BE_HELD_OUT = frozenset({Severity.TIP, Severity.ASK})
ONE_IN = 10


@dataclass(frozen=True)
class CompiledRule:
    """A rule that can be asked: its condition is compiled."""

    key: str
    kinds: frozenset[str]
    severity: Severity
    message: str
    check: Check
    field: str = "text"
    is_listed: bool = False
    spares_own_topic: bool = False
    boards: tuple[str, ...] = ()
    wishes: frozenset[str] = frozenset()
    relations: frozenset[str] = frozenset()
    newcomer_days: int | None = None
    newcomer_posts: int | None = None
    state: str = "on"
    when: str = "writing"
    holds_out: bool = False
    holds_second: bool = False
    language: str = OURS
    second_reader: bool = True
    purpose: str = ""

    @property
    def code(self) -> str:
        return self.key.partition("-")[0]

    def speaks_to(self, draft: Draft) -> bool:
        """Whether the draft is one that the rule reads at all."""
        # Who has written nothing but a title may need help as well.
        is_cry = draft.kind == "title" and self.severity == Severity.HELP
        if draft.kind not in self.kinds and not (is_cry and "opening" in self.kinds):
            return False
        if self.spares_own_topic and draft.own_topic and draft.kind == "reply":
            return False
        if self.wishes and draft.wish not in self.wishes:
            return False
        if self.relations and draft.relation not in self.relations:
            return False
        return self._is_here(draft) and self._is_for_them(draft)

    def heard_in(self, wording: NormalizedText) -> list[str] | None:
        """The words of its language that made it speak; None if it stays quiet, or if each sentence
        they stand in reads as kind."""
        read = wording.read_in(self.language)
        words = self.check(read) if read is not None else None
        if read is None or not words or not self.is_read_again:
            return words
        return [
            word
            for word in words
            if not all(reads_as_kind(each, self.code) for each in read.around(word))
        ] or None

    def is_heard_as_kind(self, wording: NormalizedText) -> bool:
        """Whether it would speak, were it not for the second reader."""
        read = wording.read_in(self.language)
        first = self.check(read) if read is not None else None
        return first is not None and self.heard_in(wording) is None

    @property
    def is_read_again(self) -> bool:
        """Help, holds and blocks never are."""
        return self.second_reader and self.severity <= Severity.LIST

    def _is_here(self, draft: Draft) -> bool:
        here = draft.board.casefold().replace("-", " ")
        return not self.boards or any(name in here for name in self.boards)

    def _is_for_them(self, draft: Draft) -> bool:
        """Newcomers are new in days or in posts; of whom nothing is known is none."""
        if self.newcomer_days is None and self.newcomer_posts is None:
            return True
        days, posts = draft.account_days, draft.posts
        return (
            self.newcomer_days is not None and days is not None and days < self.newcomer_days
        ) or (self.newcomer_posts is not None and posts is not None and posts < self.newcomer_posts)

    def is_held_out_for(self, member_id: int) -> bool:
        """Always the same tenth of the members for one rule, and another tenth for another."""
        if not self.holds_out or self.severity not in MAY_BE_HELD_OUT:
            return False
        digest = blake2b(f"{self.key}:{member_id}".encode(), digest_size=4).digest()
        return int.from_bytes(digest, "big") % ONE_IN == 0


def compile_rule(
    key: str, words: Mapping[str, Any], terms: Mapping[str, Sequence[str]]
) -> CompiledRule:
    """A rule's words, compiled. Raises InvalidCondition with what is wrong."""
    return CompiledRule(
        key=key,
        kinds=frozenset(words["kinds"]),
        severity=Severity[words["severity"].upper()],
        message=words["message"],
        check=check_of(words["condition"], terms),
        field=words.get("field", "text"),
        is_listed=words.get("is_listed", False) or words["severity"] == "list",
        spares_own_topic=words.get("spares_own_topic", False),
        boards=tuple(name.casefold().replace("-", " ") for name in words.get("boards", ())),
        wishes=frozenset(words.get("wishes", ())),
        relations=frozenset(words.get("relations", ())),
        newcomer_days=words.get("newcomer_days"),
        newcomer_posts=words.get("newcomer_posts"),
        state=words.get("state", "on"),
        when=words.get("when", "writing"),
        holds_out=words.get("holds_out", False),
        holds_second=words.get("holds_second", False),
        language=words.get("language", OURS),
        second_reader=words.get("second_reader", True),
        purpose=words.get("purpose", ""),
    )


@lru_cache
def default_rules() -> tuple[CompiledRule, ...]:
    """The rules a house begins with, those that are on; where no rows are asked."""
    rules = (compile_rule(each["key"], each, FIRST_LISTS) for each in RULES)
    return tuple(rule for rule in rules if rule.state == "on")


def evaluate(draft: Draft, rules: Iterable[CompiledRule]) -> list[Prompt]:
    """Everything these rules say, help first and then the most serious: a page shows one of them.

    The words a prompt names are in the spelling the rules read: plain quotes, NFKC.
    """
    wording = NormalizedText.of(draft)
    found: dict[str, Prompt] = {}
    for rule in rules:
        if not rule.speaks_to(draft):
            continue
        words = rule.heard_in(wording)
        if words is None:
            continue
        earlier = found.get(rule.code)
        if earlier is None or rule.severity > earlier.severity:
            found[rule.code] = Prompt(
                rule=rule.code,
                severity=rule.severity,
                message=rule.message,
                words=_widest(words),
                field=rule.field,
                is_listed=rule.is_listed,
                key=rule.key,
                holds_second=rule.holds_second,
                purpose=rule.purpose,
            )
    return sorted(found.values(), key=_urgency)


def _urgency(prompt: Prompt) -> tuple[bool, int]:
    """Help comes before all, also before what cannot be sent so: a person before a rule."""
    return prompt.severity != Severity.HELP, -prompt.severity


def _widest(words: Iterable[str]) -> tuple[str, ...]:
    """Each once, and without those that stand in a longer one."""
    once = list(dict.fromkeys(words))[:MAX_WORDS_NAMED]
    return tuple(
        word for word in once if not any(word != other and word in other for other in once)
    )


@dataclass(frozen=True)
class Evaluation:
    """What is said to this author, and what rules heard in silence: on trial, or held out."""

    prompts: list[Prompt]
    on_trial: list[Prompt]
    held_out: list[Prompt]


def evaluate_for(
    member_id: int, draft: Draft, rules: Collection[CompiledRule], *, is_sent: bool
) -> Evaluation:
    """What the rules make of this member's draft while it is written, or when it is sent."""
    now = [rule for rule in rules if is_sent or rule.when == "writing"]
    trial = [rule for rule in now if rule.state == "trial"]
    held_out = [r for r in now if r.state == "on" and r.is_held_out_for(member_id)]
    silent = {rule.key for rule in (*trial, *held_out)}
    return Evaluation(
        evaluate(draft, [rule for rule in now if rule.state == "on" and rule.key not in silent]),
        evaluate(draft, trial) if trial else [],
        evaluate(draft, held_out) if held_out else [],
    )


def shown_of(prompts: Iterable[Prompt]) -> Prompt | None:
    """The one that a page shows: the most serious."""
    return next(iter(prompts), None)
