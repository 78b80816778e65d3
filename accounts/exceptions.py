"""How a rule says no: with the sentence the member will read."""

from django.utils.functional import Promise


class ActionDenied(Exception):
    """The member may not do this now, and the reason says why; pages answer 403 with it.

    ``next_step`` is a URL name and its label: what the member can do instead.
    """

    def __init__(
        self, reason: str | Promise, next_step: tuple[str, str | Promise] | None = None
    ) -> None:
        super().__init__(str(reason))
        self.reason = reason
        self.next_step = next_step


class RateLimited(ActionDenied):
    """The member did this very often just now; pages answer 429. ``wait`` is in seconds, if it is
    known."""

    def __init__(
        self,
        reason: str | Promise,
        next_step: tuple[str, str | Promise] | None = None,
        wait: float = 0,
    ) -> None:
        super().__init__(reason, next_step)
        self.wait = wait


class EditConflict(Exception):
    """Somebody else changed the thing meanwhile; nothing was applied, and pages answer 409.

    ``texts`` are pairs of a heading and the words that must not be lost.
    """

    def __init__(
        self, reason: str | Promise, texts: tuple[tuple[str | Promise, str], ...] = ()
    ) -> None:
        super().__init__(str(reason))
        self.reason = reason
        self.texts = texts
