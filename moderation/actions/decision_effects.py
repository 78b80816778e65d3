"""What each decision does, and how that is taken back.

``apply`` returns how things were before, as JSON; ``take_back`` is given the same.
"""

from collections.abc import Callable
from datetime import datetime, timedelta
from functools import partial
from typing import Any

from django.db.models import QuerySet
from django.urls import reverse
from django.utils import timezone
from django.utils.translation import gettext as _

from accounts.actions.account_status import (
    ban_member,
    restrict_member,
    set_account_status,
    suspend_member,
)
from accounts.actions.approving import approve_member, reject_member
from accounts.exceptions import ActionDenied
from accounts.models import PERMANENT, Member, StatusChange
from forums.actions.moderator_tools import correct_post, fold_post, slow_topic
from forums.actions.pending_posts import approve_pending_post, reject_pending_post
from forums.actions.redacting import take_out, without
from forums.actions.settling import is_untitled
from forums.actions.topics import close_topic, move_topic, reopen_topic
from forums.actions.visibility import hide_post, restore_post
from forums.models import Board, Post, Topic
from forums.permissions import check_move
from moderation.actions.case_log import log
from moderation.models import Case, CaseLogEntry, Decision, Report
from notifications.actions import notify

Outcome, Kind = Decision.Outcome, StatusChange.Kind
Words = dict[str, Any]
# Which date of the member each change sets, and which decision makes it.
_LIMITS = {
    Kind.READ_ONLY: "read_only_until",
    Kind.SUSPENDED: "suspended_until",
    Kind.BANNED: "suspended_until",
}
_LIMITED_BY = {
    Kind.READ_ONLY: Outcome.RESTRICT,
    Kind.SUSPENDED: Outcome.SUSPEND,
    Kind.BANNED: Outcome.BAN,
}


def apply(decision: Decision, case: Case, words: Words) -> Words:
    """Does what was decided. ``words`` are the form's: note, source, warning, take_out, board,
    minutes."""
    before: Words = {}
    if case.post is not None:
        before = _on_post(decision, case, words)
    elif case.held is not None:
        before = _on_held(decision, case)
    about, by, reason = case.about, decision.moderator, decision.reason
    match decision.outcome:
        case Outcome.RESTRICT:
            before |= _standing(about)
            assert decision.until is not None
            change = restrict_member(member=about, until=decision.until, reason=reason, by=by)
            before["change"] = change.pk
            log(case, CaseLogEntry.Kind.RESTRICTED, by, f"{decision.days}")
        case Outcome.SUSPEND:
            before |= _standing(about)
            assert decision.until is not None
            change = suspend_member(member=about, until=decision.until, reason=reason, by=by)
            before["change"] = change.pk
        case Outcome.BAN:
            before |= _standing(about)
            before["change"] = ban_member(member=about, reason=reason, by=by).pk
        case Outcome.APPROVE:
            _admit(case, by)
        case Outcome.DECLINE:
            reject_member(member=about, by=by)
    return before


def _on_held(decision: Decision, case: Case) -> Words:
    assert case.held is not None
    if decision.outcome == Outcome.PUBLISH:
        publish(case, decision.moderator)
        return {}
    reject_pending_post(held=case.held, by=decision.moderator)
    return {"held": case.held.pk}


def publish(case: Case, by: Member) -> None:
    """What waited is a post now, and the case goes on with it."""
    assert case.held is not None
    case.post, case.held = approve_pending_post(held=case.held, by=by), None
    case.save(update_fields=["post", "held"])
    log(case, CaseLogEntry.Kind.PUBLISHED, by)


def _admit(case: Case, by: Member) -> None:
    approve_member(member=case.about, by=by)
    log(case, CaseLogEntry.Kind.ADMITTED, by)


def _on_post(decision: Decision, case: Case, words: Words) -> Words:
    post, by = case.post, decision.moderator
    assert post is not None
    if decision.hides:
        # What several reports hid until somebody looked stays hidden, and is restored the same.
        hidden = hide_post(post=post, by=by)
        if hidden:
            log(case, CaseLogEntry.Kind.HIDDEN, by)
        return {"hidden": hidden or post.status == post.Status.HIDDEN}
    is_instead = {"is_instead": True} if words.get("is_instead") else {}
    if not is_instead and restore_post(post=post, by=by):
        log(case, CaseLogEntry.Kind.RESTORED, by)
    return is_instead | _to_post(decision, case, words)


def _to_post(decision: Decision, case: Case, words: Words) -> Words:
    post, by = case.post, decision.moderator
    assert post is not None
    match decision.outcome:
        case Outcome.CORRECT:
            note_now, source_now = words["note"], words["source"]
            was, source = correct_post(post=post, by=by, note=note_now, source=source_now)
            return {"note": [was, source], "to_note": [note_now, source_now]}
        case Outcome.FOLD:
            warned = fold_post(post=post, by=by, warning=words["warning"])
            return {"warning": warned, "to_warning": words["warning"]}
        case Outcome.TAKE_OUT:
            parts = words["take_out"].splitlines()
            take_out(post=post, by=by, words=parts)
            _take_out_of_record(case, parts)
        case Outcome.MOVE:
            before = post.topic.board_id
            move_topic(topic=post.topic, board=words["board"], by=by)
            return {"board": before, "to_board": words["board"].pk}
        case Outcome.CLOSE:
            before_close = _status_of(post)
            close_topic(topic=post.topic, by=by)
            return {"topic": before_close, "to_topic": Topic.Status.CLOSED}
        case Outcome.SLOW:
            was_slow = slow_topic(topic=post.topic, by=by, minutes=words["minutes"])
            return {"minutes": was_slow, "to_minutes": words["minutes"]}
    return {}


def take_back(decision: Decision, case: Case, by: Member, reason: str) -> None:
    """Gives back everything the decision took: the post, its notices, the topic, the standing."""
    before, post = decision.before, case.post
    if post is not None:
        of_case = Decision.objects.filter(case=case)
        of_topic = Decision.objects.filter(case__post__topic=post.topic_id)
        was_hidden = decision.hides and before.get("hidden")
        if was_hidden and not _still_hides(decision, of_case) and restore_post(post=post, by=by):
            log(case, CaseLogEntry.Kind.RESTORED, by)
        if "warning" in before:
            warning = _replayed(decision, "warning", of_case, now=post.warning)
            fold_post(post=post, by=by, warning=warning)
        if "note" in before:
            note_now = [post.correction, post.correction_source]
            words, source = _replayed(decision, "note", of_case, now=note_now)
            correct_post(post=post, by=by, note=words, source=source)
        if "topic" in before:
            _give_back_status(decision, post, of_topic, by)
        if "minutes" in before:
            minutes = _replayed(decision, "minutes", of_topic, now=post.topic.slow_minutes)
            slow_topic(topic=post.topic, by=by, minutes=minutes)
        if "board" not in before or _give_back_board(decision, case, of_topic, by):
            what = _("taken back: %(what)s") % {"what": decision.get_outcome_display()}
            tell_who_opened(decision, case, what, subject=f"tended-back:{decision.pk}")
    if "held" in before and case.held is not None:
        publish(case, by)
    if decision.outcome == Outcome.DECLINE:
        _admit(case, by)
    if "read_only_until" in before:
        _give_back_standing(decision, by, reason)


def _is_gone(each: Decision, decision: Decision | None) -> bool:
    """Whether this decision is the one that is taken back now, or was taken back before."""
    return (decision is not None and each.pk == decision.pk) or each.is_taken_back


def tell_who_opened(decision: Decision, case: Case, what: str, *, subject: str) -> None:
    """What is done with a whole topic is told to whoever opened it. If it was about their own post,
    they read the reason instead."""
    if decision.outcome not in {Outcome.MOVE, Outcome.CLOSE, Outcome.SLOW} or case.post is None:
        return
    topic = case.post.topic
    if topic.author_id == case.about_id:
        return
    notify(
        member_ids=[topic.author_id],
        kind="topic_tended",
        link=reverse("forums:find_topic", args=[topic.pk]),
        subject=subject,
        within=case.within,
        parts={"topic": topic.title, "what": what},
    )


def _status_of(post: Post) -> str:
    """Of its topic, as it is now; of a hidden one, what it will be when it is shown again."""
    topic = Topic.objects.get(pk=post.topic_id)
    if topic.status == Topic.Status.HIDDEN:
        return topic.status_before or Topic.Status.OPEN
    return topic.status


def _give_back_board(
    decision: Decision, case: Case, of_topic: QuerySet[Decision], by: Member
) -> bool:
    """Whether the topic is where it would be without the decision. It is not if it cannot go there
    any more; then the record says so, and the rest is taken back all the same."""
    assert case.post is not None
    topic = case.post.topic
    pk = _replayed(decision, "board", of_topic, now=topic.board_id)
    if pk == topic.board_id:
        return True
    board = Board.objects.get(pk=pk)
    try:
        check_move(by, topic, board)
    except ActionDenied as refused:
        log(case, CaseLogEntry.Kind.NOTE, by, _("The topic was not moved back: %s") % refused)
        return False
    move_topic(topic=topic, board=board, by=by)
    return True


def _give_back_status(
    decision: Decision, post: Post, of_topic: QuerySet[Decision], by: Member
) -> None:
    """Without its first post it takes no more answers, whatever was decided."""
    now = _status_of(post)
    status = _replayed(decision, "topic", of_topic, now=now)
    if status == Topic.Status.OPEN and not is_untitled(post.topic):
        reopen_topic(topic=post.topic, by=by)


def _replayed(decision: Decision, key: str, others: QuerySet[Decision], now: Any) -> Any:
    """How it would be if this decision had never been made: as it was before the first of those
    that set it, and then what each of the others made of it that still stands. What somebody set
    by hand, between two of them or since (``now`` is how it is), stands as well.

    ``before[key]`` is how each found it, ``before["to_" + key]`` what it made of it.
    """
    others = others.select_related("batch", "undone", "appeal").order_by("pk")
    setters = [each for each in others if key in each.before]
    by_hand: set[int] = set()

    def result(count: int, is_gone: Callable[[Decision], bool]) -> Any:
        value = setters[0].before[key]
        for each in setters[:count]:
            if each.pk in by_hand:
                value = each.before[key]
            if not is_gone(each):
                value = each.before.get(f"to_{key}", value)
        return value

    for count, each in enumerate(setters):
        # One that came instead of another found what that one had left.
        if count and not each.before.get("is_instead"):
            was_gone = partial(_was_gone, at=each.made_at)
            if each.before[key] != result(count, was_gone):
                by_hand.add(each.pk)
    if now != result(len(setters), partial(_was_gone, at=timezone.now(), but=decision)):
        return now
    return result(len(setters), lambda each: _is_gone(each, decision))


def _was_gone(each: Decision, *, at: datetime, but: Decision | None = None) -> bool:
    """Whether this decision was taken back at that time; ``but`` is being taken back only now."""
    if but is not None and each.pk == but.pk:
        return False
    return each.taken_back_at is not None and each.taken_back_at <= at


def still_hides(case: Case) -> bool:
    """Whether a decision that stands hides the case's post."""
    return _still_hides(None, Decision.objects.filter(case=case))


def _still_hides(decision: Decision | None, of_case: QuerySet[Decision]) -> bool:
    """Whether what else was decided about the post, one after the other, ends with it hidden: each
    decision hid it or showed it again, but for one that came instead of another."""
    is_hidden = False
    for each in of_case.select_related("batch", "undone", "appeal").order_by("pk"):
        if not _is_gone(each, decision) and (each.hides or not each.before.get("is_instead")):
            is_hidden = each.hides
    return is_hidden


def _standing(member: Member) -> Words:
    now = Member.objects.get(pk=member.pk)
    return {
        "read_only_until": now.read_only_until and now.read_only_until.isoformat(),
        "suspended_until": now.suspended_until and now.suspended_until.isoformat(),
    }


def _give_back_standing(decision: Decision, by: Member, reason: str) -> None:
    """As if this decision had never been: what others decided, before or since, on a case or on
    the admin pages, still holds; and what an admin ended stays ended."""
    of_member = list(Decision.objects.filter(about=decision.about_id))
    taken_back = [each for each in of_member if _is_gone(each, decision)]
    # As they were decided: the record has what held then, which may have come of another.
    decided = {each.before["change"]: each.until for each in of_member if "change" in each.before}
    left: dict[str, datetime | None] = {"read_only_until": None, "suspended_until": None}
    for change in decision.about.status_changes.order_by("made_at", "pk"):
        if change.kind == Kind.RESTORED:
            left = dict.fromkeys(left)
        elif change.kind in _LIMITS and not any(_made(each, change) for each in taken_back):
            name = _LIMITS[Kind(change.kind)]
            # As it was asked for: the record has what held then, which may have come of another.
            until = decided.get(change.pk, change.asked_until or change.until)
            until = PERMANENT if change.kind == Kind.BANNED else until
            left[name] = max(filter(None, (left[name], until)))
    now = timezone.now()
    still = {
        name: until if until is not None and until > now else None for name, until in left.items()
    }
    set_account_status(member=decision.about, by=by, reason=reason, **still)


def _made(decision: Decision, change: StatusChange) -> bool:
    """Whether this change of standing came of that decision. Each knows its own; of old ones that
    do not, whether they are alike."""
    if "change" in decision.before:
        return bool(decision.before["change"] == change.pk)
    if decision.outcome != _LIMITED_BY[Kind(change.kind)]:
        return False
    if change.kind == Kind.BANNED:
        return decision.moderator_id == change.by_id and decision.reason == change.reason
    # To the microsecond, when it was decided.
    return decision.until == change.until


def _take_out_of_record(case: Case, parts: list[str]) -> None:
    """The same words, as they were reported and judged."""
    case.taken_back = without(case.taken_back, parts)
    for report in Report.objects.filter(case=case):
        Report.objects.filter(pk=report.pk).update(snapshot=without(report.snapshot, parts))
    for decision in Decision.objects.filter(case=case):
        Decision.objects.filter(pk=decision.pk).update(snapshot=without(decision.snapshot, parts))


def until(outcome: str, days: int | None, latest: datetime | None = None) -> datetime | None:
    """When a restriction ends by itself, at the latest then; None for what does not, or does not
    end."""
    if outcome in {Outcome.RESTRICT, Outcome.SUSPEND} and days:
        ends = timezone.now() + timedelta(days=days)
        return min(ends, latest) if latest is not None else ends
    return None
