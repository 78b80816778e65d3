"""What can become of a form that was sent."""

from dataclasses import dataclass
from datetime import timedelta
from uuid import UUID

from django.utils.functional import Promise

from accounts.exceptions import ActionDenied, EditConflict
from guidance.drafts import Prompt

# So long what was sent may be taken back into the box.
UNDO_SEND = timedelta(minutes=1)


@dataclass(frozen=True)
class Offer:
    """Another way on that a nudge knows: ``name`` goes back to the surface."""

    name: str
    label: str | Promise


@dataclass(frozen=True)
class Nudge:
    """What the state of a discussion asks before something is sent there; no text was read for it.
    ``rule`` is its code with the subject, so that letting it stand is remembered for this one."""

    rule: str
    message: str | Promise
    offer: Offer | None = None

    @property
    def code(self) -> str:
        return self.rule.partition(":")[0]


@dataclass(frozen=True)
class Published:
    """It can be read at ``url``. ``subject`` names it, such as post:12; ``token`` is the one it was
    first written with; ``can_undo`` says whether it may be taken back for a minute; ``message``
    is said to its author."""

    subject: str
    url: str
    token: UUID
    can_undo: bool = False
    message: str = ""


@dataclass(frozen=True)
class Pending:
    """A moderator reads it first; ``url`` is the author's own page of it."""

    url: str
    token: UUID


@dataclass(frozen=True)
class SentAgain:
    """The same words came from the same surface a moment ago: they are at ``url``, once."""

    url: str


@dataclass(frozen=True)
class NeedsAnswer:
    """The author is asked first: what a rule and what the discussion's state ask, both at once."""

    prompt: Prompt | None
    nudge: Nudge | None

    @property
    def rules(self) -> str:
        """Their codes, for the buttons that answer."""
        return ",".join(each.rule for each in (self.prompt, self.nudge) if each is not None)


@dataclass(frozen=True)
class Conflict:
    """Other words came by the same form, or another version stands there; nothing is lost."""

    error: EditConflict


@dataclass(frozen=True)
class Refused:
    """The author may not, for a reason; the words stay in the box."""

    error: ActionDenied


Outcome = Published | Pending | SentAgain | NeedsAnswer | Conflict | Refused
