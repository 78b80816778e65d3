"""What the rules read, and what they answer."""

from dataclasses import dataclass
from enum import IntEnum

from django.utils.functional import Promise


class Severity(IntEnum):
    """How strongly a rule speaks; the order decides which of several is shown."""

    TIP = 1  # a remark beside the box
    ASK = 2  # one more press before it is sent
    HELP = 3  # a card with help; it never delays or blocks
    BLOCK = 4  # cannot be sent so


@dataclass(frozen=True)
class Draft:
    """A text on its way: kind is title, opening or reply. ``title`` goes with openings."""

    kind: str
    text: str
    title: str = ""


@dataclass(frozen=True)
class Prompt:
    """What one rule says about one draft, and the words that made it speak."""

    rule: str
    severity: Severity
    message: str | Promise
    words: tuple[str, ...] = ()
    field: str = "text"
