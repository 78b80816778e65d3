"""What is known about a text on its way, beside its words."""

from dataclasses import dataclass
from datetime import datetime, timedelta
from typing import Any
from uuid import UUID

from django.utils import timezone

from accounts.models import Member
from guidance.evaluation import CompiledRule
from guidance.rule_cache import current_rules
from guidance.selectors import AuthorHistory


@dataclass(frozen=True)
class SavedDraft:
    """The draft of one form, as far as sending that form has to know it."""

    text: str
    page: UUID | None
    saved_at: datetime

    @property
    def state(self) -> str:
        """As Draft.state."""
        return self.saved_at.isoformat()


# After “Back” a browser may show a form that was sent, with another token: within this time a
# second press does not post it twice.
SAME_AGAIN_WITHIN = timedelta(minutes=10)


@dataclass(frozen=True)
class LastSubmission:
    """The last form that a member sent, whatever the surface."""

    digest: str
    url: str
    sent_at: datetime

    def is_same(self, digest: str) -> bool:
        """Whether it was these words from the same surface, a moment ago."""
        return self.digest == digest and timezone.now() - self.sent_at < SAME_AGAIN_WITHIN


@dataclass(frozen=True)
class WritingContext:
    """What guidance and the composer know about author and surface: see guidance.drafts.Draft.

    ``subject`` is what the text is about, such as topic:12; empty for something new.
    ``is_opening`` says of a post that is changed whether it opens its topic; of anything else the
    form says what it is for. ``draft`` is the one that is kept for this form.
    """

    member: Member
    board: str = ""
    parent: str = ""
    subject: str = ""
    is_opening: bool = False
    own_topic: bool = False
    wish: str = ""
    account_days: int | None = None
    posts: int | None = None
    history: AuthorHistory | None = None
    draft: SavedDraft | None = None
    last_submission: LastSubmission | None = None

    @property
    def dismissed(self) -> frozenset[str]:
        """The codes of rules that this author let stand a while ago: they are not asked again."""
        return self.history.dismissed if self.history is not None else frozenset()

    @property
    def sent_anyway(self) -> frozenset[str]:
        """The keys of rules that spoke within a day and were sent all the same."""
        return self.history.sent_anyway if self.history is not None else frozenset()

    @property
    def rules(self) -> tuple[CompiledRule, ...]:
        return current_rules(self.history.rules_version if self.history is not None else None)

    def to_rules(self, *, wish: str) -> dict[str, Any]:
        """As the fields of a guidance draft."""
        return {
            "board": self.board,
            "parent": self.parent,
            "own_topic": self.own_topic,
            "wish": wish,
            "relation": self.member.relation,
            "account_days": self.account_days,
            "posts": self.posts,
        }
