from collections.abc import Iterator
from datetime import timedelta

from django.db.models import Q
from django.utils import timezone
from django.utils.translation import gettext as _

from accounts.exceptions import EditConflict
from accounts.models import Member
from forums.models import Post
from live.events import atomic_action
from moderation import events
from moderation.actions.case_log import lock_case, log, open_again, release
from moderation.actions.moderator_wellbeing import had_enough
from moderation.actions.privileged_access import log_access
from moderation.models import Case, CaseLogEntry
from moderation.permissions import (
    can_act_on,
    check_claim,
    check_hand_on,
    check_open_case,
    has_passed_on,
    is_taken_by_others,
)
from moderation.sla import review_due_at

LEASE = timedelta(minutes=15)


@atomic_action
def claim_case(*, moderator: Member, case: Case, take_over: bool = False) -> Case:
    """The case is this moderator's for 15 minutes; claiming it again begins them anew.

    Raises EditConflict if somebody else works on it, unless it is meant to be taken over.
    """
    case = lock_case(case)
    check_claim(moderator, case)
    if not case.is_open:
        raise EditConflict(_("This case was decided meanwhile."))
    holder = case.holder
    if holder is not None and holder.pk != moderator.pk and not take_over:
        raise EditConflict(_("%(who)s is working on this case.") % {"who": holder})
    is_theirs = holder is not None and holder.pk == moderator.pk
    if not is_theirs:
        taken = holder is not None
        kind = CaseLogEntry.Kind.TAKEN_OVER if taken else CaseLogEntry.Kind.CLAIMED
        log(case, kind, moderator, str(holder) if taken else "")
    _hold(case, moderator)
    return case


@atomic_action
def claim_next(*, moderator: Member) -> Case | None:
    """The case that should be looked at first, of those nobody holds; None if there is none.

    Two who ask at once get two different ones.
    """
    enough = had_enough(moderator)
    free = Case.objects.free_for(moderator)
    mine = free.filter(claimed_by=moderator, claimed_until__gt=timezone.now())
    if enough:
        # An appeal about a worry is as hard.
        free = free.filter(is_worry=False).exclude(appeal__decision__case__is_worry=True)
    for cases in (mine, free):
        found = cases.select_for_update(of=("self",), skip_locked=True, no_key=True).first()
        if found is not None:
            return claim_case(moderator=moderator, case=found)
    return next(iter(_left_over(moderator, but_worries=enough)), None)


# So many are looked through for one that nobody else can decide; there are hardly ever any.
MAX_LEFT_OVER = 20


def _left_over(moderator: Member, *, but_worries: bool) -> Iterator[Case]:
    """Claims what the moderator is part of or passed on, or what was handed to admins of whom there
    are none, when its time is over and nobody else can decide it, or would."""
    passed = Q(passed_on__moderator=moderator)
    waiting = Case.objects.for_moderator(moderator).waiting()
    waiting = waiting.filter(
        Q(is_part=True) | Q(is_for_admins=True) | passed, review_due_at__lt=timezone.now()
    )
    if but_worries:
        waiting = waiting.filter(is_worry=False).exclude(appeal__decision__case__is_worry=True)
    for case in waiting[:MAX_LEFT_OVER]:
        if (
            case.holder in {None, moderator}
            and can_act_on(moderator, case)
            and not (has_passed_on(moderator, case) and is_taken_by_others(case))
        ):
            yield claim_case(moderator=moderator, case=case)


@atomic_action
def give_back(*, moderator: Member, case: Case) -> None:
    """Nobody works on it any more; the next who looks may take it."""
    case = lock_case(case)
    if case.claimed_by_id != moderator.pk:
        return
    log(case, CaseLogEntry.Kind.GIVEN_BACK, moderator)
    release(case)
    events.case_changed(case)


@atomic_action
def open_case(*, moderator: Member, post: Post) -> Case:
    """A moderator noticed this by themselves: its case, opened again if it was decided, is theirs.

    Whatever is done to a post or topic is decided on a case, with a guideline and a reason.
    """
    return claim_case(moderator=moderator, case=noticed(moderator, post))


def noticed(moderator: Member, post: Post) -> Case:
    """The open case of a post, locked; a new one, or the old one opened again."""
    check_open_case(moderator, post)
    now, kind = timezone.now(), Case.Kind.NOTICED
    case, is_new = Case.objects.get_or_create(
        post=post,
        defaults={
            "about": post.author,
            "kind": kind,
            "opened_at": now,
            "review_due_at": review_due_at(kind, now, 1),
        },
    )
    case = lock_case(case)
    if is_new:
        log(case, CaseLogEntry.Kind.OPENED, moderator)
        events.case_opened(case)
    elif not case.is_open:
        open_again(case)
        case.kind, case.review_due_at = kind, review_due_at(kind, now, 1)
        case.version += 1
        case.save()
    return case


def return_lapsed() -> int:
    """Cases whose quarter of an hour ran out wait again, as if nobody had looked; how many."""
    lapsed = Case.objects.filter(claimed_by__isnull=False, claimed_until__lte=timezone.now())
    pks = list(lapsed.filter(status=Case.Status.OPEN).values_list("pk", flat=True)[:100])
    return sum(_return(pk) for pk in pks)


@atomic_action
def _return(pk: int) -> bool:
    case = Case.objects.select_for_update(of=("self",), skip_locked=True, no_key=True)
    here = case.filter(pk=pk, status=Case.Status.OPEN).with_subject().first()
    if here is None or here.claimed_by is None or here.is_claimed:
        return False
    release(here)
    events.case_changed(here)
    return True


@atomic_action
def hand_on(*, moderator: Member, case: Case, colleague: Member | None, words: str) -> None:
    """To the admins, or with a colleague's name to them; the words are for whoever takes it."""
    case = lock_case(case)
    check_hand_on(moderator, case, colleague)
    if not case.is_open:
        raise EditConflict(_("This case was decided meanwhile."), ((_("What you wrote"), words),))
    if colleague is None:
        case.is_for_admins, case.asked = True, None
        log(case, CaseLogEntry.Kind.FOR_ADMINS, moderator, words)
    else:
        case.asked = colleague
        log(case, CaseLogEntry.Kind.ASKED, moderator, f"{colleague}: {words}")
    release(case)
    events.case_changed(case)


@atomic_action
def write_note(*, moderator: Member, case: Case, words: str) -> None:
    """For the team alone; it stands in the history, and on later cases about the same person."""
    case = lock_case(case)
    check_claim(moderator, case)
    log(case, CaseLogEntry.Kind.NOTE, moderator, words)
    events.case_changed(case)


def _hold(case: Case, moderator: Member) -> None:
    now = timezone.now()
    if case.claimed_by is not None and not case.is_claimed:
        release(case)
    case.claimed_by, case.claimed_until = moderator, now + LEASE
    case.looked_at = case.looked_at or now
    case.save(update_fields=["claimed_by", "claimed_until", "looked_at"])
    log_access(case, moderator)
    events.case_changed(case)
