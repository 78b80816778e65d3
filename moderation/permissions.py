"""Who may report and who may judge."""

from datetime import timedelta
from typing import Any

from django.db.models import Exists, OuterRef, QuerySet
from django.utils import timezone
from django.utils.translation import gettext as _now
from django.utils.translation import gettext_lazy as _

from accounts.exceptions import ActionDenied, RateLimited
from accounts.models import Member
from forums.models import PendingPost, Post, Topic
from guidance.drafts import Draft, Severity
from guidance.evaluation import evaluate
from guidance.models import Guideline
from guidance.rule_cache import spoken_rules
from moderation.models import Access, Appeal, Case, CaseLogEntry, Decision, Duty, Report, Step
from moderation.report_weights import HIDES_AT
from text.limits import REPORT

_O = Decision.Outcome
# After so long the reason for a look at what is private is asked again.
LOOK_LASTS = timedelta(hours=1)
NOT_FOR_POSTS = (_O.PUBLISH, _O.REFUSE, _O.APPROVE, _O.DECLINE)
# What can be decided about a post only because somebody is worried about its author.
FOR_WORRIES = (_O.NO_ACTION, _O.THANK, _O.FOLD, _O.TAKE_OUT)


def check_report(member: Member, post: Post) -> None:
    """You may report any post you can read but your own; read-only members too."""
    if not member.is_active or member.is_suspended:
        raise ActionDenied(_("Your account is paused, so this was not sent."))
    if post.author_id == member.pk:
        raise ActionDenied(_("This is your own post. You can change it or withdraw it."))
    if post.status == Post.Status.HIDDEN:
        raise ActionDenied(_("The moderators have hidden this post, so they know of it already."))
    if post.topic.status == Topic.Status.HIDDEN:
        raise ActionDenied(_("The moderators have hidden this topic, so they know of it already."))


# Nobody reads that many posts so closely; a page of a heap of spam has far fewer authors.
MAX_REPORTS_PER_HOUR = 20


def check_report_pace(member: Member, reason: str) -> None:
    """One member reports at most MAX_REPORTS_PER_HOUR things in an hour; the first ones are kept.
    Complaints do not use up the right to say that somebody may be in danger.

    Locks the member, so that reports sent at once are counted one after the other.
    """
    Member.objects.select_for_update().filter(pk=member.pk).first()
    since = timezone.now() - timedelta(hours=1)
    told = Report.objects.filter(reporter=member, reason=reason, made_at__gt=since)
    if told.count() >= MAX_REPORTS_PER_HOUR:
        raise RateLimited(
            _(
                "You have told us about many posts within an hour. The moderators have them and "
                "will look. Please wait an hour before you send more."
            )
        )


def check_more_words(report: Report, words: str) -> None:
    """To one report its member adds MAX_REPORTS_PER_HOUR times in an hour, up to REPORT letters."""
    since = timezone.now() - timedelta(hours=1)
    added = report.case.entries.filter(
        kind=CaseLogEntry.Kind.REPORTED, by=report.reporter, made_at__gt=since
    )
    if added.count() >= MAX_REPORTS_PER_HOUR or len(words) > REPORT:
        raise RateLimited(
            _(
                "You have told us a lot about this. The moderators have it and will read it. If "
                "somebody is in danger right now, please ring the emergency number."
            )
        )


def check_claim(member: Member, case: Case) -> None:
    """Moderators work on cases, but nobody on one they are part of; unless its time is over and
    nobody else is left, so that nothing waits for ever. About oneself nobody ever decides."""
    if not member.moderates(case.board_id) and not (
        member.is_moderator and is_in_nobodys_care(case)
    ):
        raise ActionDenied(_("Only moderators of this board decide its cases."))
    if case.about_id == member.pk:
        raise ActionDenied(_("This is about yourself, so another moderator decides it."))
    if has_reported(member, case) and not is_left_over(case):
        raise ActionDenied(_("You reported this yourself, so another moderator decides it."))
    is_own = case.appeal is not None and case.appeal.decision.moderator_id == member.pk
    if is_own and not is_left_over(case):
        raise ActionDenied(
            _("This is an appeal against your own decision, so somebody else looks.")
        )
    is_for_others = case.is_for_admins and member.role != Member.Role.ADMIN
    if is_for_others and not is_left_over(case):
        raise ActionDenied(_("This was handed to the admins, so one of them decides it."))


def can_act_on(member: Member, case: Case) -> bool:
    """Whether check_claim lets this moderator decide the case."""
    try:
        check_claim(member, case)
    except ActionDenied:
        return False
    return True


def may_decide(case: Case) -> QuerySet[Member]:
    """All who can come in and decide the case without being part of it."""
    appealed = case.appeal.decision if case.appeal is not None else None
    cases = [case.pk] if appealed is None else [case.pk, appealed.case_id]
    team: Any = Member.objects.active().moderating(case.board_id)
    if case.is_for_admins:
        team = team.filter(role=Member.Role.ADMIN)
    part = [case.about_id] if appealed is None else [case.about_id, appealed.moderator_id]
    return team.exclude(pk__in=part).exclude(  # type: ignore[no-any-return]
        pk__in=Report.objects.filter(case__in=cases).values("reporter")
    )


def is_in_nobodys_care(case: Case) -> bool:
    """Whether all who look after its board are those whom it is about: then any of the team may,
    for a worry at once."""
    if not case.is_worry and case.review_due_at >= timezone.now():
        return False
    team: Any = Member.objects.active().moderating(case.board_id)
    return not team.exclude(pk=case.about_id).exists()


def is_left_over(case: Case) -> bool:
    """Whether it should have been looked at, and nobody could who is not part of it."""
    return case.review_due_at < timezone.now() and not may_decide(case).exists()


def has_passed_on(member: Member, case: Case) -> bool:
    return case.passed_on.filter(moderator=member).exists()


def is_taken_by_others(case: Case) -> bool:
    """Whether somebody is left who can decide it and has not passed it on."""
    return may_decide(case).exclude(pk__in=case.passed_on.values("moderator")).exists()


def check_open_case(member: Member, post: Post) -> None:
    """Moderators of its board open a case about a post of somebody else."""
    if not member.moderates(post.topic.board_id):
        raise ActionDenied(_("Only moderators of this board decide its cases."))
    if post.author_id == member.pk:
        raise ActionDenied(_("This is about yourself, so another moderator decides it."))


def has_reported(member: Member, case: Case) -> bool:
    """Whether the member reported this, ever, or what an appeal is about."""
    cases = [case.pk]
    if case.appeal is not None:
        cases.append(case.appeal.decision.case_id)
    return Report.objects.filter(case__in=cases, reporter=member).exists()


def check_words(outcome: str, guideline: Guideline | None, reason: str) -> None:
    """A decision that takes something names a guideline, and every one has a reason."""
    if not reason.strip():
        raise ActionDenied(_("Please write a reason. The author has a right to it."))
    if outcome not in Decision.HARMLESS and guideline is None:
        raise ActionDenied(_("Please name the guideline that this is about."))


check_decide = check_claim


def check_look(member: Member, words: Post | PendingPost) -> None:
    """Moderators of its board read what is hidden, and say why."""
    board = words.board_id if isinstance(words, PendingPost) else words.topic.board_id
    if not member.moderates(board):
        raise ActionDenied(_("Only moderators of this board can read what is hidden."))
    if words.author_id == member.pk:
        raise ActionDenied(_("These are your own words."))


def check_care(member: Member, case: Case) -> None:
    """The team writes to a person somebody is worried about, and that person answers."""
    if member.pk == case.about_id:
        if not case.care_notes.exclude(by=member).exists():
            raise ActionDenied(_("Nobody has written to you here."))
        return
    check_claim(member, case)
    if not case.is_worry and not case.steps.exists():
        raise ActionDenied(_("This is for worries about a person."))


def check_step(step: Step, words: str) -> None:
    """Whoever says they reached out has written here, or says how."""
    if step.kind == Step.Kind.REACH_OUT and not words and not step.case.care_notes.exists():
        raise ActionDenied(
            _("Nothing was written to the person here yet. Please write, or say how you did.")
        )


def outcomes_for(case: Case) -> tuple[Decision.Outcome, ...]:
    """What can be decided about this."""
    if case.held_id:
        # Nothing is taken from anybody for sounding desperate.
        return (_O.PUBLISH, _O.REFUSE) if case.is_worry else Decision.FOR_HELD
    if case.member_id:
        return Decision.FOR_NAMES if case.about.is_approved else Decision.FOR_JOINING
    if case.is_worry and not case.reports.filter(reason="guideline", closed_at=None).exists():
        return tuple(each for each in FOR_WORRIES if _still_fits(each, case))
    return tuple(each for each in _O if each not in NOT_FOR_POSTS and _still_fits(each, case))


# What needs words to be there, a topic that is there, and one that is open.
_FOR_WORDS = (_O.CORRECT, _O.TAKE_OUT, _O.FOLD, _O.HIDE, _O.HIDE_AND_WARN, _O.THANK)
_FOR_TOPICS = (_O.MOVE, _O.CLOSE, _O.SLOW)


def _still_fits(outcome: str, case: Case) -> bool:
    """Whether there is something left that this could be done to."""
    assert case.post is not None
    if case.post.status == Post.Status.WITHDRAWN and outcome in _FOR_WORDS:
        return False
    topic = case.post.topic
    if topic.status == Topic.Status.WITHDRAWN and outcome in _FOR_TOPICS:
        return False
    return topic.status != Topic.Status.CLOSED or outcome not in {_O.CLOSE, _O.SLOW}


def posts_of(member: Member, moderator: Member) -> QuerySet[Post]:
    """The member's posts that are shown, newest first, on the boards this moderator looks after.

    Left out is what is to be decided by itself: a worry about the person, what a colleague works
    on or the admins have, and what this moderator reported.
    """
    case = Case.objects.filter(post=OuterRef("pk"))
    apart = case.filter(status="open", is_worry=True)
    held = case.filter(case.is_held()).exclude(claimed_by=moderator)
    own = Report.objects.filter(case__post=OuterRef("pk"), reporter=moderator)
    posts = (
        Post.objects.filter(author=member, status=Post.Status.PUBLISHED)
        .exclude(topic__status="withdrawn")
        .exclude(Exists(apart))
        .exclude(Exists(held))
        .exclude(Exists(own))
        .select_related("topic__board")
        .defer("search")
        .order_by("-pk")
    )
    if moderator.role != Member.Role.ADMIN:
        posts = posts.exclude(Exists(case.filter(status="open", is_for_admins=True)))
    if moderator.moderated_board_ids is not None:
        posts = posts.filter(topic__board__in=moderator.moderated_board_ids)
    return posts


def check_outcome(case: Case, outcome: str) -> None:
    """Nobody's post is hidden or locked, and nobody warned, for sounding desperate."""
    if outcome in outcomes_for(case):
        return
    if not case.is_worry:
        raise ActionDenied(_("This cannot be decided here any more. Please load the page again."))
    raise ActionDenied(
        _(
            "This is a worry about a person and no complaint, so nothing is taken from them. "
            "You can fold the post, or take out words that describe ways and means."
        )
    )


def check_own_duty(member: Member, duty: Duty) -> None:
    """You take back your own times; admins also those of others."""
    if duty.member_id != member.pk and member.role != Member.Role.ADMIN:
        raise ActionDenied(_("This is somebody else's time on duty."))


def check_hand_on(member: Member, case: Case, colleague: Member | None) -> None:
    """To the admins, or to one colleague who is not part of it."""
    check_claim(member, case)
    if colleague is None:
        if not may_decide(case).filter(role=Member.Role.ADMIN).exclude(pk=member.pk).exists():
            raise ActionDenied(
                _now("No admin can decide this one now. Please ask a colleague, or decide it.")
            )
        return
    if colleague.pk == member.pk:
        raise ActionDenied(_("Please choose somebody else: this is yourself."))
    if not may_decide(case).filter(pk=colleague.pk).exists():
        words = _now("%(who)s cannot decide this one. Please ask somebody else.")
        raise ActionDenied(words % {"who": colleague})


# A note hides no word, a fold shows them at a press, and what is taken out never comes back.
_POST_LEVEL = {
    _O.CORRECT: 1, _O.FOLD: 2, _O.TAKE_OUT: 3, _O.HIDE: 4, _O.HIDE_AND_WARN: 4, _O.REFUSE: 4,
}  # fmt: skip
_HIDDEN = _POST_LEVEL[_O.HIDE]
_PERSON_LEVEL = {_O.WARN: 1, _O.HIDE_AND_WARN: 1, _O.RESTRICT: 2, _O.SUSPEND: 3, _O.BAN: 4}


def is_no_harder(instead: str, than: Decision) -> bool:
    """Whether this outcome takes no more than the decision did, of the post and of its author. A
    mark on the post is less than anything done to the person."""
    person, was_person = _PERSON_LEVEL.get(_O(instead), 0), _PERSON_LEVEL.get(_O(than.outcome), 0)
    post = _HIDDEN if instead in Decision.HIDING else _POST_LEVEL.get(_O(instead), 0)
    was_post = _HIDDEN if than.hides else _POST_LEVEL.get(_O(than.outcome), 0)
    if than.case.post_id is None:
        # There is no post to hide.
        return person <= was_person
    is_mark_for_less = instead in {_O.CORRECT, _O.FOLD} and person < was_person
    return person <= was_person and (post <= was_post or is_mark_for_less)


# What an appeal can end with instead. No topic is closed, slowed or moved by it.
_INSTEAD = (
    _O.CORRECT, _O.FOLD, _O.HIDE, _O.WARN, _O.HIDE_AND_WARN, _O.RESTRICT, _O.SUSPEND,
)  # fmt: skip


def milder_than(decision: Decision) -> list[Decision.Outcome]:
    """What an appeal against this can end with, the mildest first: nothing, where it was yes or
    no."""
    if decision.outcome in {_O.DECLINE, _O.REFUSE}:
        return []
    possible = outcomes_for(decision.case)
    return [each for each in _INSTEAD if each in possible and is_no_harder(each, decision)]


def check_no_harder(instead: str, than: Decision) -> None:
    """An appeal never ends harder than what was appealed, nor with something else altogether."""
    if instead not in milder_than(than):
        raise ActionDenied(
            _("This would be harder than what was decided. An appeal can only make it milder.")
        )


def check_appeal(member: Member, decision: Decision) -> None:
    """Once for each decision about you, within 30 days; paused members too."""
    if decision.about_id != member.pk:
        raise ActionDenied(_("Only the person it is about can ask for another look."))
    if not decision.took_something:
        raise ActionDenied(
            _("Nothing was taken from you here, so there is nothing to look at again.")
        )
    if decision.is_undone:
        raise ActionDenied(_("This was taken back already."))
    if Appeal.objects.filter(decision=decision).exists():
        raise ActionDenied(_("You have asked for another look at this already."))
    if decision.appeal_until < timezone.now():
        raise ActionDenied(_("This was more than 30 days ago, so it cannot be looked at again."))


def is_for_nobody_else(words: Post | PendingPost) -> bool:
    """Whether no member but the author reads it, and no moderator has to decide about it now."""
    if isinstance(words, PendingPost):
        return not words.is_waiting
    return not words.is_published


def may_read(member: Member, words: Post | PendingPost) -> bool:
    """Whether this moderator said within the last hour why they read what is private about it."""
    looks = Access.objects.filter(by=member, made_at__gt=timezone.now() - LOOK_LASTS)
    if isinstance(words, PendingPost):
        return looks.filter(held=words).exists()
    return looks.filter(post=words).exists()


def hides_at_once(case: Case) -> bool:
    """Whether the post is hidden until a person has seen it: by the weight of several reports,
    never by one, and never when somebody may be in distress."""
    if case.post is None or case.is_worry or case.score < HIDES_AT:
        return False
    if case.reports.filter(closed_at=None).values("reporter").distinct().count() < 2:
        return False
    draft = Draft(kind="reply", text=case.post.text, title=case.post.topic.title)
    return all(prompt.severity != Severity.HELP for prompt in evaluate(draft, spoken_rules()))
