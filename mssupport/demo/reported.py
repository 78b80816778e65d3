"""A few reports that wait in the demo community's queue, one case decided, some notices."""

from accounts.models import Member
from forums.models import Post
from guidance.models import Guideline
from moderation.actions.deciding import decide_case
from moderation.actions.reporting import file_report
from moderation.models import Report
from mssupport.demo.logins import LOGINS
from notifications.actions import notify


def report_some() -> None:
    """By the actions themselves, so that the queue is what members would have made."""
    moderator = Member.objects.get(email=LOGINS["moderator"])
    _report("I am a burden to everybody", None, "Could somebody look in on this person?")
    _report("I am tired of being treated like a child", 3, "It gets personal here.")
    _report("Nobody scares anybody into anything", 3, "")
    _report("guessed far too high", 5, "Is this all right? It sounds like dosing.")
    decided = _report("Cooling vest. Expensive", 8, "Advert?")
    if decided is not None:
        decide_case(
            moderator=moderator,
            case=decided.case,
            outcome="no_action",
            guideline=None,
            reason="This is how somebody gets on with a thing they own, which is welcome.",
            days=None,
            version=decided.case.version,
        )
    _tell_the_member()


def _report(words: str, number: int | None, note: str) -> Report | None:
    post = Post.objects.filter(text__contains=words).order_by("pk").first()
    if post is None:
        return None
    reporter = (
        Member.objects.filter(role=Member.Role.MEMBER)
        .exclude(pk=post.author_id)
        .order_by("-pk")
        .first()
    )
    assert reporter is not None
    return file_report(
        reporter=reporter,
        post=post,
        reason="worried" if number is None else "guideline",
        guideline=Guideline.objects.get(number=number) if number is not None else None,
        words=note,
    )


def _tell_the_member() -> None:
    """Notices such as replies would have left for the demo member."""
    member = Member.objects.get(email=LOGINS["member"])
    replies = (
        Post.objects.filter(parent__author=member)
        .exclude(author=member)
        .select_related("author", "topic")
        .order_by("-created_at")[:4]
    )
    for post in replies:
        notify(
            member_ids=[member.pk],
            kind="reply",
            link=post.get_absolute_url(),
            subject=f"post:{post.pk}",
            within=f"topic:{post.topic_id}",
            parts={"who": post.author.pseudonym, "topic": post.topic.title},
        )


def report_many(count: int) -> None:
    """So many posts more wait, for a morning of moderation: by members who are new to none."""
    guidelines = list(Guideline.objects.filter(number__in=[3, 5, 8]))
    reporters = list(Member.objects.filter(role=Member.Role.MEMBER).order_by("pk")[:40])
    posts = (
        Post.objects.filter(status="published", number__gt=1, case=None)
        .exclude(author__in=Member.objects.moderators())
        .select_related("topic", "author")
        .order_by("-pk")[:count]
    )
    for number, post in enumerate(posts):
        reporter = reporters[number % len(reporters)]
        if reporter.pk == post.author_id:
            reporter = reporters[(number + 1) % len(reporters)]
        is_worry = number % 40 == 0
        file_report(
            reporter=reporter,
            post=post,
            reason="worried" if is_worry else "guideline",
            guideline=None if is_worry else guidelines[number % len(guidelines)],
            words="Could somebody look at this?",
        )
