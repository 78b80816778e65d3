"""What a page has written, as drafts are kept."""

from dataclasses import asdict, dataclass, replace
from typing import Any
from uuid import UUID


@dataclass(frozen=True)
class DraftWords:
    """The arguments of composing.actions.drafts.save_draft, but for the member."""

    place: str
    title: str
    text: str
    wish: str
    warnings: list[str]
    token: UUID | None
    known: str | None
    page: UUID | None

    def as_arguments(self) -> dict[str, Any]:
        return asdict(self)

    def of_another_page(self) -> "DraftWords":
        """The same words, as the next thing to write."""
        return replace(self, token=None, known="", page=None)
