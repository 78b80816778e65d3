"""Spam comes in heaps: several cases at a time, and half an hour to change one's mind."""

from collections.abc import Collection

from django.utils import timezone
from django.utils.translation import gettext as _

from accounts.access import Refused
from accounts.models import Member
from guidance.models import Guideline
from live.events import act
from moderation import events
from moderation.actions.applying import take_back
from moderation.actions.claiming import noticed
from moderation.actions.deciding import decide_case
from moderation.actions.history import locked, note, open_again
from moderation.models import Batch, Case, Decision, Entry, Report
from moderation.rules import can_act_on, outcomes_for, posts_of
from notifications.actions import notify

MOST = 50


@act
def hide_spam(
    *, moderator: Member, cases: Collection[int], guideline: Guideline, reason: str
) -> Batch | None:
    """Hides the posts of these cases; None if none of them could be decided so.

    Left out are worries about a person, whatever is held by others or not reported as spam, and
    what the moderator is part of.
    """
    if not guideline.is_about_spam:
        raise Refused(_("Only spam can be decided many at a time."))
    batch = Batch.objects.create(moderator=moderator)
    reported = Report.objects.filter(guideline=guideline, closed_at=None).values("case")
    # In the order of their ids, and never waiting: two heaps at once get different ones.
    fitting = (
        Case.objects.free_for(moderator)
        .filter(pk__in=list(cases)[:MOST], is_worry=False, post__isnull=False)
        .filter(pk__in=reported)
        .order_by("pk")
        .select_for_update(of=("self",), no_key=True, skip_locked=True)
    )
    for case in fitting:
        _hide(batch, case, guideline, reason)
    return _unless_empty(batch)


@act
def hide_posts_of(
    *,
    moderator: Member,
    member: Member,
    posts: Collection[int],
    guideline: Guideline,
    reason: str,
) -> Batch | None:
    """Hides these posts of a member who is suspended for good, each decided on its own case; None
    if none of them could be. What is not to be decided in a heap is left as it is."""
    if not member.is_banned:
        raise Refused(_("Posts are hidden together only when their author is suspended for good."))
    batch = Batch.objects.create(moderator=moderator)
    chosen = posts_of(member, moderator).filter(pk__in=list(posts)[:MOST]).order_by("pk")
    for post in list(chosen):
        case = noticed(moderator, post)
        assert case.post is not None
        # Hidden or withdrawn since it was chosen: its topic was another one of these, or its
        # author was faster.
        if Decision.Outcome.HIDE not in outcomes_for(case) or not can_act_on(moderator, case):
            continue
        _hide(batch, case, guideline, reason)
    return _unless_empty(batch)


def _hide(batch: Batch, case: Case, guideline: Guideline, reason: str) -> None:
    decide_case(
        moderator=batch.moderator,
        case=case,
        outcome=Decision.Outcome.HIDE,
        guideline=guideline,
        reason=reason,
        version=case.version,
        batch=batch,
    )


def _unless_empty(batch: Batch) -> Batch | None:
    if batch.decisions.exists():
        return batch
    batch.delete()
    return None


@act
def undo_batch(*, moderator: Member, batch: Batch) -> int:
    """Within half an hour: the posts are shown, the cases wait again; how many."""
    batch = Batch.objects.select_for_update(no_key=True).get(pk=batch.pk)
    if batch.moderator_id != moderator.pk and moderator.role != Member.Role.ADMIN:
        raise Refused(_("Only whoever decided it, or an admin, can undo it."))
    if not batch.can_be_undone:
        raise Refused(_("This can be undone for half an hour only. You can show each post again."))
    undone = 0
    for decision in batch.decisions.order_by("case_id"):
        case = locked(decision.case)
        latest = case.decisions.first()
        if case.is_open or latest is None or latest.pk != decision.pk:
            # It was reported or judged again meanwhile.
            batch.stands.append(decision.pk)
            continue
        reason = _("This was hidden by mistake.")
        take_back(decision, case, moderator, reason)
        # What nobody but the heap itself asked to be looked at waits for nothing.
        if case.opened_at < batch.made_at or case.reports.exists():
            open_again(case)
            events.case_opened(case)
        case.version += 1
        case.save()
        note(case, Entry.Kind.UNDONE, moderator)
        _tell(case, reason)
        undone += 1
    batch.undone_at = timezone.now()
    batch.save(update_fields=["undone_at", "stands"])
    return undone


def _tell(case: Case, reason: str) -> None:
    assert case.post is not None
    notify(
        member_ids=[case.about_id],
        kind="restored",
        link=case.post.get_absolute_url(),
        subject=f"case:{case.pk}",
        parts={"topic": case.post.topic.title, "reason": reason},
    )
