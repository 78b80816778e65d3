"""What each decision does, what the author is told, and how it is taken back."""

from datetime import timedelta
from typing import Any

import pytest
from django.db import connection
from django.test import Client
from django.urls import reverse
from django.utils import timezone

from accounts.exceptions import ActionDenied, EditConflict, RateLimited
from accounts.models import Member
from composing.actions.drafts import save_draft
from composing.models import Draft
from forums.actions.replies import edit_post
from forums.models import Post, Topic
from guidance.models import Guideline, PromptEvent
from live.models import Event
from moderation.actions.appealing import ask_for_another_look, decide_appeal
from moderation.models import Appeal, Case, CaseLogEntry, Decision, Report
from moderation.selectors.case import draft_reason
from notifications.models import Notice
from tests.factories import BoardFactory, MemberFactory, make_reply
from tests.moderation.acts import appeal, decide, judge_appeal, report


@pytest.fixture
def case(reply: Post, guideline: Guideline) -> Case:
    return report(reply, guideline).case


def form_for(case: Case, guideline: Guideline, **more: Any) -> dict[str, Any]:
    version = Case.objects.get(pk=case.pk).version
    words = {"guideline": guideline.pk, "reason": "Kindly meant.", "version": version}
    return {**words, "days": "", "minutes": "", **more}


def judge(client: Client, case: Case, guideline: Guideline, **more: Any) -> Decision:
    answer = client.post(case.get_absolute_url(), form_for(case, guideline, **more))
    assert answer.status_code == 302, answer.content.decode()[:3000]
    return case.decisions.latest("pk")


def page_of(client: Client, post: Post) -> str:
    return str(client.get(post.topic.get_absolute_url()).content.decode())


def test_fold(
    as_moderator: Client, as_member: Client, case: Case, reply: Post, guideline: Guideline
) -> None:
    judge(as_moderator, case, guideline, outcome="fold", warning="Talks about needles.")
    page = page_of(as_member, reply)
    assert "Content warning: Talks about needles." in page.replace("  ", " ")
    assert reply.text in page
    assert Event.objects.filter(kind="post.edited").exists()


def test_correction_stays_under_the_post(
    as_moderator: Client, as_member: Client, case: Case, reply: Post, guideline: Guideline
) -> None:
    source = "https://mssociety.org.uk/relapses"
    judge(
        as_moderator, case, guideline, outcome="correct", note="Relapses can fade.", source=source
    )
    page = page_of(as_member, reply)
    assert "Relapses can fade." in page
    assert f'href="{source}"' in page


def test_details_are_gone_everywhere(
    as_moderator: Client, as_other: Client, as_member: Client, guideline: Guideline, opening: Post,
    other: Member,
) -> None:  # fmt: skip
    post = make_reply(opening, author=other, text="Ring canaryphone, I am canaryname.")
    edit_post(post=post, by=other, text="Ring canaryphone now.", version=1)
    case = report(post, guideline).case
    save_draft(member=other, place=f"edit:{post.pk}", title="", text="canaryphone again")
    before = judge(as_moderator, case, guideline, outcome="no_action")
    assert "canaryphone" in before.snapshot
    report(post, guideline)
    answer = as_moderator.post(
        case.get_absolute_url(),
        form_for(case, guideline, outcome="take_out", take_out="canaryphone\ncanaryother"),
    )
    assert answer.status_code == 422, "what is not in the post is said, not skipped"
    # The name stands in its history alone.
    words = "canaryphone\ncanaryname"
    judge(as_moderator, case, guideline, outcome="take_out", take_out=words)
    assert "canaryphone" not in page_of(as_member, post)
    history = as_member.get(reverse("forums:history", args=[post.pk])).content.decode()
    assert "canary" not in history
    assert Post.objects.matching("canaryphone").count() == 0
    assert not Draft.objects.filter(text__contains="canaryphone").exists()
    assert not Report.objects.filter(snapshot__contains="canaryphone").exists()
    assert not Decision.objects.filter(snapshot__contains="canaryphone").exists()
    tables = connection.introspection.table_names()
    with connection.cursor() as cursor:
        for table in tables:
            if table == "django_session":
                continue
            cursor.execute(
                f'SELECT count(*) FROM "{table}" t WHERE t::text LIKE %s', ["%canaryphone%"]
            )
            assert cursor.fetchone() == (0,), table


def test_details_in_a_title_go_from_notices_too(
    as_moderator: Client, guideline: Guideline, board: Any, other: Member
) -> None:
    from tests.factories import make_topic

    opening = make_topic(author=other, board=board, title="Ask canaryname about legs")
    make_reply(opening)
    assert "canaryname" in Notice.objects.get(member=other).sentence
    case = report(opening, guideline).case
    judge(as_moderator, case, guideline, outcome="take_out", take_out="canaryname")
    assert "canaryname" not in Notice.objects.get(member=other, kind="topic").sentence
    assert Topic.objects.get(pk=opening.topic_id).title == "Ask […] about legs"


def test_move_close_slow(
    as_moderator: Client, opening: Post, guideline: Guideline, member: Member
) -> None:
    target = BoardFactory()
    first = report(make_reply(opening), guideline).case
    judge(as_moderator, first, guideline, outcome="move", board=target.pk)
    second = report(make_reply(opening), guideline).case
    judge(as_moderator, second, guideline, outcome="slow", minutes=30)
    topic = Topic.objects.get(pk=opening.topic_id)
    assert (topic.board, topic.slow_minutes) == (target, 30)
    opening.refresh_from_db()
    assert "one post from each of us in 30 minutes" in page_of(as_moderator, opening)
    make_reply(opening, author=member)
    with pytest.raises(RateLimited, match="goes slowly"):
        make_reply(opening, author=member)
    make_reply(opening, author=MemberFactory(role="moderator"))
    as_moderator.post(reverse("forums:at_its_pace", args=[opening.topic_id]))
    opening = Post.objects.get(pk=opening.pk)
    make_reply(opening, author=member)
    third = report(make_reply(opening), guideline).case
    judge(as_moderator, third, guideline, outcome="close")
    assert Topic.objects.get(pk=opening.topic_id).status == "closed"


@pytest.mark.parametrize(
    ("outcome", "needed"),
    [("fold", "warning"), ("correct", "note"), ("correct", "source"), ("take_out", "take_out"),
     ("move", "board"), ("slow", "minutes"), ("restrict", "days"), ("suspend", "days")],
)  # fmt: skip
def test_what_an_outcome_needs_is_asked_for(
    as_moderator: Client, case: Case, guideline: Guideline, outcome: str, needed: str
) -> None:
    words = {"warning": "x", "note": "x", "source": "https://x.example/", "take_out": "bed",
             "board": BoardFactory().pk, "minutes": 5, "days": 3}  # fmt: skip
    whole = form_for(case, guideline, outcome=outcome, **words)
    answer = as_moderator.post(case.get_absolute_url(), {**whole, needed: ""})
    assert answer.status_code == 422
    assert needed in answer.context["form"].errors
    assert b"Kindly meant." in answer.content
    assert as_moderator.post(case.get_absolute_url(), whole).status_code == 302


@pytest.mark.parametrize(
    ("outcome", "words", "says"),
    [
        ("fold", {"warning": "Strong words"}, "Strong words"),
        ("slow", {"minutes": 45}, "once in 45 minutes"),
        ("move", {}, "to “Where it fits”"),
    ],
)
def test_what_was_done_is_said_exactly(
    as_moderator: Client, as_other: Client, case: Case, guideline: Guideline,
    outcome: str, words: dict[str, Any], says: str,
) -> None:  # fmt: skip
    if outcome == "move":
        words = {"board": BoardFactory(name="Where it fits").pk}
    decision = judge(as_moderator, case, guideline, outcome=outcome, **words)
    assert says in as_other.get(decision.get_absolute_url()).content.decode()


def test_thanks_are_told_and_take_nothing(
    as_moderator: Client, as_other: Client, case: Case, reply: Post, guideline: Guideline
) -> None:
    decision = judge(as_moderator, case, guideline, outcome="thank")
    notice = Notice.objects.get(member=reply.author, kind="thanked")
    page = as_other.get(notice.link).content.decode()
    assert "thank you for it" in page
    assert "Ask for another look" not in page
    with pytest.raises(ActionDenied):
        appeal(decision, reply.author)


@pytest.mark.parametrize(("outcome", "more"), [("suspend", {"days": 5}), ("ban", {}), ("warn", {})])
def test_members_are_warned_suspended_and_shut_out(
    as_moderator: Client, log_in: Any, case: Case, reply: Post, guideline: Guideline,
    outcome: str, more: dict[str, Any],
) -> None:  # fmt: skip
    decision = judge(as_moderator, case, guideline, outcome=outcome, **more)
    author = Member.objects.get(pk=reply.author_id)
    assert author.is_suspended == (outcome != "warn")
    assert author.is_banned == (outcome == "ban")
    client = log_in(author)
    assert client.get("/").status_code == (200 if outcome == "warn" else 403)
    # What stays open: help, the guidelines, the record, the decision, and asking again.
    for name in ("guidance:help", "guidance:guidelines", "moderation:record"):
        assert client.get(reverse(name)).status_code == 200
    answer = client.post(decision.get_absolute_url(), {"words": "I meant it well."})
    assert answer["Location"] == decision.get_absolute_url()
    assert "Somebody else decides it" in client.get(decision.get_absolute_url()).content.decode()
    assert Appeal.objects.get().words == "I meant it well."


def test_the_author_is_told_everything(
    as_moderator: Client, as_other: Client, case: Case, reply: Post, guideline: Guideline
) -> None:
    decision = judge(as_moderator, case, guideline, outcome="restrict", days=3)
    page = as_other.get(decision.get_absolute_url()).content.decode()
    for words in ("For 3 days you can read and not write", str(guideline), "Kindly meant.",
                  reply.text, "A moderator, a volunteer, decided this", "Until:",
                  "Ask for another look"):  # fmt: skip
        assert words in page, words
    for report_ in case.reports.all():
        assert report_.reporter.pseudonym not in page
    assert "lighthouse" not in page


def test_the_reason_begins_with_the_guideline(
    as_moderator: Client, case: Case, guideline: Guideline
) -> None:
    page = as_moderator.get(case.get_absolute_url())
    assert str(guideline) in page.context["form"].initial["reason"]
    assert page.context["form"].initial["guideline"] == guideline


def test_context_of_a_case(
    as_moderator: Client,
    opening: Post,
    other: Member,
    guideline: Guideline,
    moderator: Member,
    monkeypatch: Any,
) -> None:
    monkeypatch.setattr("moderation.actions.throttling.SIGNS", 99)
    earlier = report(make_reply(opening, author=other), guideline).case
    decide(earlier, moderator, guideline, outcome="warn")
    waiting = report(make_reply(opening, author=other, text="Another one."), guideline).case
    asked = make_reply(opening, author=other, text="My number is 020 7946 0958.")
    PromptEvent.objects.create(
        member=other, token=asked.token, rule="G21", message="Is that meant?"
    )
    page = as_moderator.get(report(asked, guideline).case.get_absolute_url()).content.decode()
    assert "Warn the author; the post stays" in page
    assert waiting.get_absolute_url() in page
    assert "What the page said to the author while writing" in page
    assert "Is that meant?" in page


# Another look


def test_an_appeal_is_decided_by_somebody_else(
    as_moderator: Client, case: Case, reply: Post, guideline: Guideline, moderator: Member
) -> None:
    decision = judge(as_moderator, case, guideline, outcome="hide")
    again = appeal(decision, reply.author)
    assert (again.kind, again.about) == ("appeal", reply.author)
    assert as_moderator.get(again.get_absolute_url()).status_code == 200
    with pytest.raises(ActionDenied, match="your own decision"):
        judge_appeal(again, moderator, "overturned")
    colleague = MemberFactory(role="moderator")
    judge_appeal(again, colleague, "upheld")
    reply.refresh_from_db()
    assert reply.status == "hidden"
    told = Notice.objects.get(member=reply.author, kind="appeal_decided")
    assert told.link == decision.get_absolute_url()
    with pytest.raises(EditConflict):
        judge_appeal(again, colleague, "overturned", version=1)
    with pytest.raises(ActionDenied, match="already"):
        appeal(decision, reply.author)


def test_appeals_have_their_time_and_their_owner(
    as_moderator: Client, as_member: Client, log_in: Any, case: Case, reply: Post,
    guideline: Guideline, member: Member, monkeypatch: pytest.MonkeyPatch,
) -> None:  # fmt: skip
    decision = judge(as_moderator, case, guideline, outcome="hide")
    with pytest.raises(ActionDenied):
        appeal(decision, member)
    assert as_member.post(decision.get_absolute_url(), {"words": "x"}).status_code == 404
    client = log_in(reply.author)
    assert client.post(decision.get_absolute_url(), {"words": ""}).status_code == 422
    long = client.post(decision.get_absolute_url(), {"words": "x" * 2001})
    assert long.status_code == 422
    assert "x" * 2001 in long.content.decode()
    later = timezone.now() + timedelta(days=31)
    monkeypatch.setattr("moderation.permissions.timezone.now", lambda: later)
    with pytest.raises(ActionDenied, match="30 days"):
        appeal(decision, reply.author)


def test_overturning_gives_everything_back(
    as_moderator: Client, opening: Post, guideline: Guideline, other: Member
) -> None:
    reply = make_reply(opening, author=other)
    make_reply(reply)
    shown = set(Notice.objects.shown().values_list("pk", flat=True))
    Topic.objects.filter(pk=opening.topic_id).update(status="open")
    case = report(opening, guideline).case
    decision = judge(as_moderator, case, guideline, outcome="suspend", days=9)
    assert Notice.objects.shown().filter(pk__in=shown).count() < len(shown)
    judge_appeal(appeal(decision, other), MemberFactory(role="admin"), "overturned")
    other.refresh_from_db()
    opening.refresh_from_db()
    assert not other.is_suspended
    assert opening.is_published
    assert Topic.objects.get(pk=opening.topic_id).status == "open"
    assert Notice.objects.shown().filter(pk__in=shown).count() == len(shown)
    assert set(CaseLogEntry.objects.filter(case=case).values_list("kind", flat=True)) >= {
        "appealed", "appeal_decided", "restored",
    }  # fmt: skip


@pytest.mark.parametrize(
    ("outcome", "words", "column", "wanted"),
    [
        ("fold", {"warning": "x"}, "warning", ""),
        ("correct", {"note": "x", "source": "https://x.example/"}, "correction", ""),
    ],
)
def test_overturning_what_stays_on_the_post(
    as_moderator: Client, case: Case, reply: Post, guideline: Guideline,
    outcome: str, words: dict[str, str], column: str, wanted: str,
) -> None:  # fmt: skip
    decision = judge(as_moderator, case, guideline, outcome=outcome, **words)
    judge_appeal(appeal(decision, reply.author), MemberFactory(role="admin"), "overturned")
    reply.refresh_from_db()
    assert getattr(reply, column) == wanted


def test_overturning_what_was_done_to_the_topic(
    as_moderator: Client, opening: Post, guideline: Guideline, monkeypatch: Any
) -> None:
    # So many reports would slow it down by themselves.
    monkeypatch.setattr("moderation.actions.throttling.SIGNS", 99)
    home, target = opening.topic.board_id, BoardFactory()
    for outcome, words in (("move", {"board": target.pk}), ("slow", {"minutes": 9}), ("close", {})):
        case = report(make_reply(opening), guideline).case
        decision = judge(as_moderator, case, guideline, outcome=outcome, **words)
        judge_appeal(appeal(decision, decision.about), MemberFactory(role="admin"), "overturned")
        topic = Topic.objects.get(pk=opening.topic_id)
        assert (topic.board_id, topic.slow_minutes, topic.status) == (home, 0, "open"), outcome


def test_what_others_decided_still_holds(
    as_moderator: Client, opening: Post, guideline: Guideline, other: Member
) -> None:
    first = report(make_reply(opening, author=other), guideline).case
    second = report(make_reply(opening, author=other), guideline).case
    short = judge(as_moderator, first, guideline, outcome="suspend", days=2)
    long = judge(as_moderator, second, guideline, outcome="suspend", days=20)
    judge_appeal(appeal(long, other), MemberFactory(role="admin"), "overturned")
    other.refresh_from_db()
    assert other.suspended_until == short.until


def test_something_else_instead(
    as_moderator: Client, as_admin: Client, case: Case, reply: Post, guideline: Guideline
) -> None:
    decision = judge(as_moderator, case, guideline, outcome="restrict", days=9)
    again = appeal(decision, reply.author)
    words = {"verdict": "changed", "reason": "Milder.", "version": again.version}
    address = again.get_absolute_url()
    assert as_admin.post(address, words).status_code == 422
    assert as_admin.post(address, {**words, "outcome": "fold"}).status_code == 422
    as_admin.post(address, {**words, "outcome": "fold", "warning": "Strong words"})
    reply.refresh_from_db()
    reply.author.refresh_from_db()
    assert (reply.status, reply.warning) == ("published", "Strong words")
    assert not reply.author.is_read_only
    assert list(case.decisions.values_list("outcome", flat=True)) == ["fold", "restrict"]


def test_record_page_has_every_decision(
    as_moderator: Client, as_other: Client, case: Case, guideline: Guideline, reply: Post
) -> None:
    decision = judge(as_moderator, case, guideline, outcome="hide")
    appeal(decision, reply.author)
    page = as_other.get(reverse("moderation:record")).content.decode()
    assert "A post of yours was hidden" in page
    assert "another look is asked for" in page


def test_instead_is_something_that_makes_sense(
    reply: Post, moderator: Member, admin: Member, guideline: Guideline, as_admin: Client
) -> None:
    """A name cannot be hidden, on appeal either."""
    case = report(reply, guideline, is_about_name=True).case
    decision = decide(case, moderator, guideline, outcome="warn")
    appealed = ask_for_another_look(member=reply.author, decision=decision, words="x").case
    page = as_admin.get(appealed.get_absolute_url()).content.decode()
    assert 'value="warn"' in page
    assert 'value="hide"' not in page
    with pytest.raises(ActionDenied):
        decide_appeal(
            moderator=admin, case=appealed, verdict="changed", reason="x", version=1,
            instead={"outcome": "hide"},
        )  # fmt: skip


def test_a_note_for_the_team_stands_on_later_cases(
    as_moderator: Client, as_admin: Client, as_other: Client, opening: Post, other: Member,
    guideline: Guideline,
) -> None:  # fmt: skip
    case = report(make_reply(opening, author=other), guideline).case
    address = reverse("moderation:note", args=[case.pk])
    as_moderator.post(address, {"words": "canarynote: rang twice."})
    as_moderator.post(address, {"words": " "})
    assert case.entries.filter(kind="note").count() == 1
    later = report(make_reply(opening, author=other), guideline).case
    assert "canarynote" in as_admin.get(later.get_absolute_url()).content.decode()
    for page in ("/record/", "/notices/", case.get_absolute_url()):
        assert b"canarynote" not in as_other.get(page).content
    assert as_other.post(address, {"words": "x"}).status_code == 404


@pytest.mark.parametrize(
    ("written", "kept"),
    [("{draft}", "Thank you for your post."), ("{draft}\n\nThat was kind.", "That was kind."),
     ("Thank you! {draft}", "Thank you!"), ("Well said.", "Well said.")],
)  # fmt: skip
def test_thanks_never_speak_of_a_guideline(
    reply: Post, guideline: Guideline, moderator: Member, log_in: Any, written: str, kept: str
) -> None:
    case = report(reply, guideline).case
    words = {"outcome": "thank", "guideline": guideline.pk, "version": case.version,
             "reason": written.format(draft=draft_reason(guideline))}  # fmt: skip
    log_in(moderator).post(case.get_absolute_url(), words)
    assert Decision.objects.get().reason == kept


@pytest.mark.parametrize(
    "change",
    [
        lambda draft: draft[:-5], lambda draft: draft[10:], str.upper, lambda draft: draft * 2,
        lambda draft: draft.replace(".", " ,"), lambda draft: draft.replace("\n", " \n\n\n"),
    ],
)  # fmt: skip
def test_nor_of_one_that_was_changed_a_little(
    reply: Post, guideline: Guideline, moderator: Member, log_in: Any, change: Any
) -> None:
    case = report(reply, guideline).case
    words = {"outcome": "thank", "guideline": guideline.pk, "version": case.version,
             "reason": change(draft_reason(guideline))}  # fmt: skip
    log_in(moderator).post(case.get_absolute_url(), words)
    assert Decision.objects.get().reason == "Thank you for your post."
