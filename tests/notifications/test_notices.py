"""Hearing of things, once, and no longer when they are hidden."""

from typing import Any

from django.test import Client
from django.urls import reverse

from accounts.models import Member
from forums.actions.visibility import hide_post, restore_post
from forums.models import Post
from live.models import Event
from notifications.actions import notify
from notifications.models import Notice
from tests.factories import make_reply


def tell(member: Member, number: int) -> None:
    notify(
        member_ids=[member.pk], kind="report_closed", link="/", subject=f"report:{number}", parts={}
    )


def test_badge_and_list(as_member: Client, member: Member) -> None:
    tell(member, 1)
    assert b"data-count>1<" in as_member.get("/").content
    notice = Notice.objects.get()
    answer = as_member.post(reverse("notifications:open", args=[notice.pk]))
    assert answer["Location"] == "/"
    notice.refresh_from_db()
    assert notice.read_at is not None
    kinds = Event.objects.filter(room=f"member.{member.pk}").values_list("kind", flat=True)
    assert list(kinds) == ["notices.changed"] * 2


def test_the_same_told_again_is_one_notice_and_new(member: Member) -> None:
    tell(member, 1)
    Notice.objects.update(read_at="2026-01-01T00:00Z")
    tell(member, 1)
    assert Notice.objects.get().read_at is None


def test_hidden_post_withdraws_what_was_said_about_it(
    opening: Post, reply: Post, moderator: Member
) -> None:
    below = make_reply(reply)
    assert Notice.objects.filter(subject=f"post:{below.pk}").exists()
    hide_post(post=below, by=moderator)
    assert not Notice.objects.shown().filter(subject=f"post:{below.pk}").exists()
    make_reply(opening)
    hide_post(post=opening, by=moderator)
    assert not Notice.objects.shown().filter(within=f"topic:{opening.topic_id}").exists()
    restore_post(post=opening, by=moderator)
    restore_post(post=below, by=moderator)
    shown = Notice.objects.shown()
    assert shown.filter(subject=f"post:{below.pk}").exists()
    assert shown.filter(within=f"topic:{opening.topic_id}").exists()


def test_others_notices_are_not_there(as_other: Client, member: Member) -> None:
    tell(member, 1)
    notice = Notice.objects.get()
    assert as_other.post(reverse("notifications:open", args=[notice.pk])).status_code == 404
    as_other.post(reverse("notifications:read_all"))
    notice.refresh_from_db()
    assert notice.read_at is None


def test_pages_follow_without_gaps(as_member: Client, member: Member) -> None:
    for number in range(65):
        tell(member, number)
    seen: list[int] = []
    before: Any = ""
    while True:
        page = as_member.get(reverse("notifications:notices"), {"before": before}).context["page"]
        seen += [notice.pk for notice in page.notices]
        if page.older is None:
            break
        before = page.older
    assert len(seen) == len(set(seen)) == 65


def test_no_post_is_quoted(opening: Post) -> None:
    make_reply(opening, text="canaryword")
    assert "canaryword" not in str(list(Notice.objects.values()))


def test_many_replies_are_one_notice_until_it_is_read(opening: Post, other: Member) -> None:
    """``other`` began the topic and follows it."""
    first = make_reply(opening)
    told = Notice.objects.get(member=other, kind="topic")
    for _ in range(3):
        make_reply(opening)
    again = Notice.objects.get(member=other, kind="topic")
    assert again.created_at == told.created_at
    assert Event.objects.filter(room=f"member.{other.pk}").count() == 1
    assert first.author.pseudonym not in again.sentence
    Notice.objects.filter(pk=told.pk).update(read_at="2026-01-01T00:00Z")
    make_reply(opening)
    again.refresh_from_db()
    assert again.read_at is None
    assert again.created_at > told.created_at


def test_reading_the_newest_reads_the_notice(
    as_other: Client, opening: Post, other: Member
) -> None:
    """Reading an older page does not: what is new may stand on another."""
    make_reply(opening)
    make_reply(opening)
    notice = Notice.objects.get(member=other, kind="topic")
    for number, is_read in (("2", False), ("3", True)):
        as_other.post(reverse("forums:read", args=[opening.topic_id]), {"numbers": number})
        notice.refresh_from_db()
        assert (notice.read_at is not None) == is_read


def test_a_reaction_given_again_is_not_told_again(member: Member) -> None:
    for _ in range(2):
        notify(
            member_ids=[member.pk], kind="reaction", link="/", subject="post:1",
            within="topic:1", parts={"topic": "x"}, renotify=False,
        )  # fmt: skip
        Notice.objects.update(read_at="2026-01-01T00:00Z")
    assert Notice.objects.get().read_at is not None
