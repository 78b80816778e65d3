"""Spam comes in heaps: several cases at a time, and half an hour to change one's mind."""

from collections.abc import Collection
from contextlib import suppress

from django.db import connection, transaction
from django.utils import timezone
from django.utils.translation import gettext as _

from accounts.exceptions import ActionDenied, EditConflict
from accounts.models import Member
from forums.models import Post
from guidance.models import Guideline
from live.events import atomic_action
from moderation import events
from moderation.actions.case_log import lock_case, log, open_again
from moderation.actions.claiming import noticed
from moderation.actions.deciding import decide_case, settle_appeal
from moderation.actions.decision_effects import take_back
from moderation.models import Batch, Case, CaseLogEntry, Decision, Report
from moderation.permissions import posts_of
from notifications.actions import notify

MAX_BATCH = 50


def hide_spam(
    *, moderator: Member, cases: Collection[int], guideline: Guideline, reason: str
) -> Batch | None:
    """Hides the posts of these cases; None if none of them could be decided so.

    Left out are worries about a person, whatever is held by others or not reported as spam, and
    what the moderator is part of.
    """
    if not guideline.is_about_spam:
        raise ActionDenied(_("Only spam can be decided many at a time."))
    batch = Batch.objects.create(moderator=moderator)
    for pk in sorted(cases)[:MAX_BATCH]:
        _hide_spam(batch, pk, guideline, reason)
    return _unless_empty(batch)


@atomic_action
def _hide_spam(batch: Batch, pk: int, guideline: Guideline, reason: str) -> None:
    """One case, in a transaction of its own: nobody waits for the locks of fifty."""
    reported = Report.objects.filter(guideline=guideline, closed_at=None).values("case")
    fitting = (
        Case.objects.free_for(batch.moderator)
        .filter(pk=pk, is_worry=False, post__isnull=False)
        .filter(pk__in=reported)
        # Never waiting: two heaps at once get different ones.
        .select_for_update(of=("self",), no_key=True, skip_locked=True)
    )
    for case in fitting:
        _hide(batch, case, guideline, reason)


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
        raise ActionDenied(
            _("Posts are hidden together only when their author is suspended for good.")
        )
    batch = Batch.objects.create(moderator=moderator)
    for pk in sorted(posts)[:MAX_BATCH]:
        # Whoever was faster has decided it.
        with suppress(EditConflict, ActionDenied):
            _hide_post_of(batch, member, pk, guideline, reason)
    return _unless_empty(batch)


@atomic_action
def _hide_post_of(batch: Batch, member: Member, pk: int, guideline: Guideline, reason: str) -> None:
    """One post, in a transaction of its own. Two presses for the same post take turns, and the
    second finds it hidden."""
    with connection.cursor() as cursor:
        cursor.execute("SELECT pg_advisory_xact_lock(hashtext('heap'), %s)", [pk % 2**31])
    case = Case.objects.filter(post=pk).first()
    if case is not None:
        lock_case(case)
    post = posts_of(member, batch.moderator).filter(pk=pk).first()
    if post is not None:
        _hide(batch, noticed(batch.moderator, post), guideline, reason)


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


def undo_batch(*, moderator: Member, batch: Batch) -> int:
    """Within half an hour: the posts are shown again, and what others asked to be looked at waits
    again; how many posts."""
    return sum(_undo(each, moderator) for each in _begin_undo(batch, moderator))


@transaction.atomic
def _begin_undo(batch: Batch, moderator: Member) -> list[Decision]:
    """Marks the batch, once. Until its turn each decision counts as one that stands."""
    batch = Batch.objects.select_for_update(no_key=True).get(pk=batch.pk)
    if batch.moderator_id != moderator.pk and moderator.role != Member.Role.ADMIN:
        raise ActionDenied(_("Only whoever decided it, or an admin, can undo it."))
    if batch.undone_at is not None:
        raise ActionDenied(_("This was undone already."))
    if not batch.can_be_undone:
        raise ActionDenied(
            _("This can be undone for half an hour only. You can show each post again.")
        )
    decisions = list(batch.decisions.select_related("case").order_by("case_id"))
    batch.undone_at, batch.stands = timezone.now(), [each.pk for each in decisions]
    batch.save(update_fields=["undone_at", "stands"])
    return decisions


@atomic_action
def _undo(decision: Decision, moderator: Member) -> bool:
    """Whether a post is shown again by it. What was reported or judged again meanwhile stands."""
    case = lock_case(decision.case)
    latest = case.decisions.first()
    if case.is_open or latest is None or latest.pk != decision.pk or case.post is None:
        return False
    was_hidden = case.post.status == Post.Status.HIDDEN
    reason = _("This was hidden by mistake.")
    take_back(decision, case, moderator, reason)
    batch = Batch.objects.select_for_update(no_key=True).get(decisions=decision)
    batch.stands.remove(decision.pk)
    batch.save(update_fields=["stands"])
    # What nobody but the heap itself asked to be looked at waits for nothing.
    if case.opened_at < batch.made_at or case.reports.exists():
        open_again(case)
        events.case_opened(case)
    case.version += 1
    case.save()
    log(case, CaseLogEntry.Kind.UNDONE, moderator)
    settle_appeal(decision, moderator, _("It was decided in a heap, by mistake."))
    case.post.refresh_from_db(fields=["status"])
    is_shown = was_hidden and case.post.is_published
    if is_shown:
        _tell(case, reason)
    return is_shown


def _tell(case: Case, reason: str) -> None:
    assert case.post is not None
    notify(
        member_ids=[case.about_id],
        kind="restored",
        link=case.post.get_absolute_url(),
        subject=f"case:{case.pk}",
        within=case.within,
        parts={"topic": case.post.topic.title, "reason": reason},
    )
