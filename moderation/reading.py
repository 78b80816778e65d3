"""Page-shaped reads for moderators, and for members about themselves."""

from dataclasses import dataclass
from typing import Any

from accounts.models import Member, StandingChange
from forums.models import Post
from moderation.models import Case, Decision, Entry, Report
from text.rendering import render

PAGE = 30
# Posts of the thread shown before and after the reported one.
AROUND = 3


@dataclass(frozen=True)
class QueuePage:
    cases: list[Case]
    number: int
    has_more: bool
    waiting: int


@dataclass(frozen=True)
class CasePage:
    """Everything a moderator needs to judge, on one page."""

    case: Case
    reports: list[Report]
    snapshots: list[str]
    is_changed: bool
    now_html: str
    before: list[Post]
    after: list[Post]
    entries: list[Entry]
    decisions: list[Decision]
    author_decisions: list[Decision]


def _cases(member: Member) -> Any:
    return Case.objects.for_moderator(member).select_related("post__author", "post__topic__board")


def queue(member: Member, number: int) -> QueuePage:
    """Waiting cases: worries about a person first, then the oldest."""
    cases = _cases(member).waiting()
    first = (number - 1) * PAGE
    found = list(cases[first : first + PAGE + 1])
    return QueuePage(
        found[:PAGE], number, len(found) > PAGE, Case.objects.filter(status="open").count()
    )


def decided(member: Member, number: int) -> QueuePage:
    cases = _cases(member).decided()
    first = (number - 1) * PAGE
    found = list(cases[first : first + PAGE + 1])
    return QueuePage(found[:PAGE], number, len(found) > PAGE, 0)


def case_page(case: Case) -> CasePage:
    post = case.post
    reports = list(case.reports.select_related("reporter", "guideline").order_by("-made_at"))
    thread = (
        Post.objects.filter(topic=post.topic_id)
        .exclude(status=Post.Status.WITHDRAWN)
        .select_related("author")
        .defer("search")
    )
    before = list(thread.filter(number__lt=post.number).order_by("-number")[:AROUND])[::-1]
    after = list(thread.filter(number__gt=post.number).order_by("number")[:AROUND])
    now = f"{post.topic.title}\n\n{post.text}" if post.is_opening else post.text
    snapshots = list(dict.fromkeys(report.snapshot for report in reports))
    return CasePage(
        case=case,
        reports=reports,
        snapshots=[render(text) for text in snapshots],
        is_changed=bool(snapshots) and snapshots[0] != now,
        now_html=post.html,
        before=before,
        after=after,
        entries=list(case.entries.select_related("by")),
        decisions=list(case.decisions.select_related("moderator", "guideline")),
        author_decisions=list(
            Decision.objects.filter(case__post__author=post.author_id)
            .exclude(case=case)
            .exclude(outcome=Decision.Outcome.NO_ACTION)
            .select_related("guideline", "case__post")[:10]
        ),
    )


def decisions_about(member: Member) -> list[Decision]:
    """What was taken from this member, for their own record page."""
    return list(
        Decision.objects.filter(case__post__author=member)
        .exclude(outcome=Decision.Outcome.NO_ACTION)
        .select_related("guideline", "case__post__topic")
    )


def standing_of(member: Member) -> list[StandingChange]:
    return list(member.standing_changes.all())
