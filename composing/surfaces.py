"""What a place where members write says of itself. Each app has its own, and one line in
mssupport.registry.SURFACES.

A surface is one form on one page. Everything that is the same for all of them, such as drafts,
guidance, questions, previews and repeated sending, is done here and in composing.views.
"""

from collections.abc import Mapping, Sequence
from typing import Any, Protocol
from uuid import UUID

from accounts.models import Member
from composing.context import WritingContext
from composing.forms import ComposeForm
from composing.outcomes import Nudge, Pending, Published


class Surface(Protocol):
    """``template`` is the page around the box and ``url`` its address; ``quote`` stands in the box
    at first, below what was begun there."""

    template: str
    quote: str = ""
    # For guidance: opening, or reply.
    kind: str = "reply"
    has_title: bool = False
    # A new text, and not a change of one that stands already.
    is_new: bool = True
    # The fields that make up the text; see text_from_fields.
    text_fields: Sequence[str] = ("text",)

    @property
    def draft_key(self) -> str:
        """``prefix:number``: one draft is kept for each member and key."""
        ...

    @property
    def url(self) -> str: ...

    @property
    def board_name(self) -> str:
        """Of the board whose guidelines hold; empty if only the general ones do."""
        return ""

    def is_newcomer(self, author: Member) -> bool:
        """Whether the guidelines are shown above the box."""
        return False

    def page_context(self, author: Member) -> dict[str, Any]:
        """What the template needs beside the box."""
        return {}

    def initial(self) -> dict[str, Any]:
        """The first values of the fields, where no draft is kept."""
        return {}

    def make_form(self, data: Any = None, **kwargs: Any) -> ComposeForm: ...

    def writing_context(self, author: Member, token: UUID | None = None) -> WritingContext:
        """Asked for when something is sent or checked; two statements."""
        ...

    def text_from_fields(self, fields: Mapping[str, Any]) -> str:
        """The whole text, as it is kept and published."""
        return str(fields.get("text", ""))

    def fields_from_text(self, text: str) -> dict[str, str]:
        """The other way round: together again they are the same text."""
        return {"text": text}

    def is_unchanged(self, text: str) -> bool:
        """Whether this is what stands there already, so that no draft is needed."""
        return False

    def has_arrived(self, author: Member, token: UUID) -> bool:
        """Whether the form with this token was sent, whatever became of it."""
        ...

    def nudge(self, author: Member, form: ComposeForm) -> Nudge | None:
        """What the state of the discussion asks before this is sent; None most of the time."""
        return None

    def has_offer(self, offer: str, author: Member, form: ComposeForm) -> bool:
        """Whether publish can take this way now."""
        return False

    def redraft(self, author: Member, form: ComposeForm, link: str) -> str | None:
        """The address of another form, if this one's words may go on there as a draft, below
        ``link``; they have moved when this returns."""
        return None

    @property
    def discussion_url(self) -> str:
        """Where what is written about stands; for the link of a redraft."""
        return self.url

    def similar(self, author: Member, title: str) -> Sequence[Any]:
        """Things with such a title that are there already; each with title and get_absolute_url."""
        return ()

    def publish(self, author: Member, form: ComposeForm, offer: str = "") -> Published | Pending:
        """One action in one transaction. Raises ActionDenied, RateLimited and EditConflict."""
        ...


class Surfaces(Protocol):
    """The surfaces of one app. ``prefixes`` are those of their draft keys, and of no other app."""

    prefixes: frozenset[str]

    def find(self, member: Member, prefix: str, number: int) -> Surface | None:
        """The surface with this draft key; None if there is none that this member may see."""
        ...

    def sent_text(self, member: Member, token: UUID) -> str | None:
        """What arrived by the form with this token; None if nothing did."""
        ...

    def pending(self, member: Member) -> Sequence[Any]:
        """What the member sent and nobody reads yet, or will; each with name, state and address."""
        ...


SurfaceList = tuple[Surfaces, ...]


def surfaces_of(surfaces: SurfaceList, draft_key: str) -> Surfaces | None:
    prefix = draft_key.partition(":")[0]
    return next((each for each in surfaces if prefix in each.prefixes), None)


def find_surface(surfaces: SurfaceList, member: Member, draft_key: str) -> Surface | None:
    """The surface of a draft, for who may see it."""
    prefix, _colon, number = draft_key.partition(":")
    there = surfaces_of(surfaces, draft_key)
    if there is None or not number.isdecimal() or len(number) > 18:
        return None
    return there.find(member, prefix, int(number))
