"""What the rules read, and what they answer."""

from collections.abc import Container, Iterable
from dataclasses import dataclass
from enum import IntEnum
from typing import NamedTuple

from django.utils.functional import Promise


class Severity(IntEnum):
    """How strongly a rule speaks; the order decides which of several is shown."""

    TIP = 1  # a remark beside the box
    ASK = 2  # one more press before it is sent
    LIST = 3  # is published, and goes on the moderators' list
    HELP = 4  # a card with help; it never delays or blocks
    HOLD = 5  # waits for a moderator
    BLOCK = 6  # cannot be sent so


@dataclass(frozen=True)
class Draft:
    """A text on its way, and what is known about it.

    ``kind`` is title (nothing but a title yet), opening or reply; ``title`` goes with openings.
    ``wish`` is what the topic's author would like: listening, stories, ideas, information or
    good_news; ``relation`` what the writer is to MS. ``account_days`` and ``posts`` are None where
    nobody knows.
    """

    kind: str
    text: str = ""
    title: str = ""
    board: str = ""
    parent: str = ""
    wish: str = ""
    own_topic: bool = False
    account_days: int | None = None
    posts: int | None = None
    existing_titles: tuple[str, ...] = ()
    relation: str = ""


class HeardRule(NamedTuple):
    """A rule that heard something: its code, and one of guidance.purposes or nothing."""

    code: str
    purpose: str = ""


@dataclass(frozen=True)
class DraftOutcome:
    """What of the prompts matters once the draft is sent. ``listed`` are the rules that tell the
    moderators; who may need help is never made to wait, unless a rule holds the draft."""

    holds: bool = False
    needs_help: bool = False
    listed: tuple[HeardRule, ...] = ()

    @classmethod
    def of(cls, prompts: "Iterable[Prompt]", *, lately: "Container[str]" = ()) -> "DraftOutcome":
        """``lately`` are the keys of rules that the author let stand within a day."""
        found = list(prompts)
        return cls(
            holds=any(
                prompt.severity == Severity.HOLD or (prompt.holds_second and prompt.key in lately)
                for prompt in found
            ),
            needs_help=any(prompt.severity == Severity.HELP for prompt in found),
            listed=tuple(
                HeardRule(prompt.rule, prompt.purpose) for prompt in found if prompt.is_listed
            ),
        )


@dataclass(frozen=True)
class Prompt:
    """What one rule says about one draft, and the words that made it speak.

    ``is_listed``: whatever the author answers, it goes on the moderators' list too.
    """

    rule: str
    severity: Severity
    message: str | Promise
    words: tuple[str, ...] = ()
    field: str = "text"
    is_listed: bool = False
    # Of the row that spoke: a code may have several.
    key: str = ""
    # Sent all the same twice within a day, the second one waits.
    holds_second: bool = False
    # One of guidance.purposes, or empty.
    purpose: str = ""
