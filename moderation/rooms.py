from collections.abc import Collection
from typing import Any

from django.template.loader import render_to_string

from accounts.models import Member
from live.models import Event
from live.rooms import Audience, RenderedBatch, RenderedEvent
from moderation.models import Case


class ModeratorsRoom:
    """moderators: what happens in the queue; moderators.<member>: of the boards this one looks
    after."""

    prefix = "moderators"
    is_guarded = True

    def audience(self, key: str, member_ids: Collection[int]) -> Audience:
        team = Member.objects.active().moderators().among(member_ids)
        theirs = (
            team.filter(pk=int(key)).exclude(moderated_board_ids=None)
            if key
            else team.filter(moderated_board_ids=None)
        )
        return Audience(dict(theirs.values_list("pk", "access_version")))

    def draw(
        self, key: str, events: Collection[Event], member_ids: Collection[int]
    ) -> RenderedBatch:
        """Which case, its line in the queue or who decided it.

        How many wait is not the same number for everybody, so pages ask for it themselves.
        """
        ids = {event.ids["case"] for event in events}
        theirs = Case.objects.filter(pk__in=ids)
        if key:
            # What has left their boards since is no longer theirs.
            keeper = Member.objects.filter(pk=int(key)).first()
            theirs = theirs.in_care_of(keeper) if keeper is not None else theirs.none()
        cases = {
            case.pk: case for case in theirs.with_subject().prefetch_related("decisions__moderator")
        }
        # Nobody judges what is about themselves, nor learns here who reported it.
        drawn = {
            event.seq: RenderedEvent(_data(case), frozenset({case.about_id}))
            for event in events
            if (case := cases.get(event.ids["case"])) is not None
        }
        return RenderedBatch(self.audience(key, member_ids), drawn)


def _data(case: Case) -> dict[str, Any]:
    data: dict[str, Any] = {
        "case": case.pk,
        "version": case.version,
        "status": case.status,
        "is_worry": case.is_worry,
        "held_by": case.holder.pk if case.holder else None,
        "held_by_name": case.holder.pseudonym if case.holder else None,
    }
    if case.is_open:
        data["html"] = render_to_string("moderation/_case_item.html", {"case": case})
    else:
        data["decided_by"] = _decided_by(case)
    return data


def _decided_by(case: Case) -> str | None:
    if case.appeal is not None:
        return case.appeal.decided_by.pseudonym if case.appeal.decided_by else None
    last = next(iter(case.decisions.all()), None)
    if last is None:
        return case.about.pseudonym  # who took it back
    return last.moderator.pseudonym
