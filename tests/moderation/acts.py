"""What moderation tests do again and again, by the actions themselves."""

import uuid
from typing import Any

from accounts.models import Member
from forums.models import Post
from guidance.models import Guideline
from moderation.actions.appealing import ask_for_another_look, decide_appeal
from moderation.actions.deciding import decide_case
from moderation.actions.reporting import file_report
from moderation.models import Appeal, Case, Decision, Report
from tests.factories import MemberFactory, make_reply, make_topic


def report(
    post: Post, guideline: Guideline | None, reporter: Member | None = None, **more: Any
) -> Report:
    return file_report(
        reporter=reporter or MemberFactory(),
        post=post,
        reason="guideline" if guideline else "worried",
        guideline=guideline,
        words="Please look.",
        **more,
    )


def decide(case: Case, moderator: Member, guideline: Guideline | None, **more: Any) -> Decision:
    words = {"outcome": "hide", "reason": "It was about the person.", "days": None, **more}
    version = words.pop("version", Case.objects.get(pk=case.pk).version)
    return decide_case(
        moderator=moderator, case=case, guideline=guideline, version=version, **words
    )


def appeal(decision: Decision, member: Member) -> Case:
    return ask_for_another_look(member=member, decision=decision, words="I meant it well.").case


def judge_appeal(case: Case, by: Member, verdict: str, **more: Any) -> Appeal:
    version = Case.objects.get(pk=case.pk).version
    words = {"reason": "Looked at again.", "version": version, **more}
    return decide_appeal(moderator=by, case=case, verdict=verdict, **words)


def judged(author: Member, guideline: Guideline, by: Member, outcome: str, **more: Any) -> Decision:
    """A decision of this kind about a new post of the author, or about ``post``."""
    opening = more.pop("opening", None) or make_topic()
    post = more.pop("post", None) or make_reply(opening, author=author, text=f"{uuid.uuid4()}")
    return decide(report(post, guideline).case, by, guideline, outcome=outcome, **more)


def overturned(decision: Decision, author: Member) -> None:
    judge_appeal(appeal(decision, author), MemberFactory(role="moderator"), "overturned")
    author.refresh_from_db()
