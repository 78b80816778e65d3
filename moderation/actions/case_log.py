"""What all actions on a case share: its lock, and the lines of its history."""

from django.utils import timezone

from accounts.models import Member
from forums.models import PendingPost, Post
from moderation.models import Case, CaseLogEntry


def lock_case(case: Case) -> Case:
    """The case as it is now, locked until the end of the act."""
    return (
        Case.objects.select_for_update(of=("self",), no_key=True)
        .select_related("post__author", "post__topic__board", "about", "claimed_by")
        .select_related("appeal__decision__moderator")
        .select_related("appeal__decision__case__post__topic__board")
        .select_related("held__board", "held__topic")
        .get(pk=case.pk)
    )


def log(case: Case, kind: CaseLogEntry.Kind, by: Member | None, words: str = "") -> None:
    CaseLogEntry.objects.create(case=case, kind=kind, by=by, note=words)


def open_again(case: Case) -> None:
    """Waits again, as if it were new; its history stays."""
    case.status = Case.Status.OPEN
    case.opened_at, case.closed_at, case.looked_at = timezone.now(), None, None
    case.is_worry, case.is_for_admins, case.asked, case.score = False, False, None, 0
    case.taken_back, case.is_answered = "", False
    case.claimed_by, case.claimed_until = None, None
    log(case, CaseLogEntry.Kind.REOPENED, None)


def snapshot_text(post: Post | PendingPost) -> str:
    if isinstance(post, PendingPost):
        return f"{post.title}\n\n{post.text}" if post.title else post.text
    return f"{post.topic.title}\n\n{post.text}" if post.is_opening else post.text


def release(case: Case) -> None:
    """Nobody works on it any more. Unless a step was done, it waits for its first look again."""
    case.claimed_by, case.claimed_until = None, None
    if not case.steps.filter(done_at__gte=case.opened_at).exists():
        case.looked_at = None
    case.save(update_fields=["claimed_by", "claimed_until", "looked_at", "is_for_admins", "asked"])
