"""Content warnings: an author warns, each reader chooses, and it holds everywhere."""

import uuid
from typing import Any

import pytest
from django.test import Client
from django.urls import reverse

from accounts.models import Member
from composing.actions.content_warnings import choose_warnings
from composing.models import ContentWarning, WarningChoice
from forums.actions.content_warnings import suggest_warning
from forums.actions.replies import post_reply
from forums.models import Post, Topic, WarningSuggestion
from live.catch_up import catch_up
from mssupport.registry import ROOMS
from notifications.models import Notice
from tests.factories import MemberFactory, make_reply, make_topic

WORDS = "The canaryneedle went in."


@pytest.fixture
def warned(opening: Post, other: Member) -> Post:
    return post_reply(
        author=other, topic=opening.topic, text=WORDS, token=uuid.uuid4(), warnings=["needles"]
    )


def choose(client: Client, **does: str) -> Any:
    words = {each.slug: "fold" for each in ContentWarning.objects.all()} | does
    return client.post(reverse("composing:warnings"), words)


def test_an_author_warns(as_member: Client, topic: Topic) -> None:
    page = as_member.get(topic.get_absolute_url()).content.decode()
    assert "Needles and procedures" in page
    words = {"text": WORDS, "token": str(uuid.uuid4()), "warnings": ["needles", "grief"]}
    address = reverse("forums:reply", args=[topic.pk])
    preview = as_member.post(address, {**words, "do": "preview"}).content.decode()
    assert "Content warning: Needles and procedures; Death and grief" in preview
    assert as_member.post(address, words).status_code == 302
    post = Post.objects.get(text=WORDS)
    assert post.warnings == ["needles", "grief"]
    odd = as_member.post(address, {**words, "token": str(uuid.uuid4()), "warnings": ["x"]})
    assert odd.status_code == 422
    assert WORDS in odd.content.decode()


def test_it_is_folded_unless_one_chooses_otherwise(
    as_member: Client, visitor: Client, warned: Post
) -> None:
    address = warned.topic.get_absolute_url()
    folded = as_member.get(address).content.decode()
    assert "Content warning: Needles and procedures." in folded
    assert '<details class="fold" data-warnings="needles">' in folded
    assert choose(as_member, needles="show").status_code == 302
    shown = as_member.get(address).content.decode()
    assert "canaryneedle" in shown
    assert 'class="fold"' not in shown
    choose(as_member, needles="hide")
    hidden = as_member.get(address).content.decode()
    assert "Not shown, as you chose: Needles and procedures." in hidden
    assert "canaryneedle" not in hidden
    once = reverse("forums:read_post", args=[warned.pk])
    assert once in hidden
    assert "canaryneedle" in as_member.get(once).content.decode()


def test_its_author_reads_it_as_it_is(as_other: Client, warned: Post) -> None:
    choose(as_other, needles="hide")
    page = as_other.get(warned.topic.get_absolute_url()).content.decode()
    assert "canaryneedle" in page
    assert 'class="fold"' not in page


def test_search(as_member: Client, as_other: Client, warned: Post) -> None:
    address = reverse("forums:search") + "?words=canaryneedle"

    def found(client: Client) -> str:
        page = client.get(address).content.decode()
        return page[page.index("</form>") :]

    assert "Content warning: Needles and procedures" in found(as_member)
    assert "went in" not in found(as_member)
    choose(as_member, needles="show")
    assert "went in" in found(as_member)
    choose(as_member, needles="hide")
    assert warned.get_absolute_url() not in found(as_member)
    assert "went in" in found(as_other)


def test_lists(as_member: Client, member: Member, other: Member) -> None:
    post = make_topic(author=other, title="Canary title")
    Topic.objects.filter(pk=post.topic_id).update(warnings=["grief"])
    Post.objects.filter(pk=post.pk).update(warnings=["grief"])
    for address in (post.topic.board.get_absolute_url(), "/", reverse("forums:new")):
        page = as_member.get(address).content.decode()
        assert "Canary title" in page
        assert "Content warning: Death and grief" in page
    choose(as_member, grief="hide")
    for address in (post.topic.board.get_absolute_url(), "/", reverse("forums:new")):
        page = as_member.get(address).content.decode()
        assert "Canary title" not in page
        assert "A topic you chose not to see" in page


def test_catch_up_and_socket(member: Member, other: Member, warned: Post) -> None:
    room = warned.topic.room

    def html(viewer: Member) -> list[str]:
        missed = catch_up(ROOMS, room, 0, viewer.pk)
        assert missed is not None
        return [frame["data"]["html"] for frame in missed.frames if "html" in frame["data"]]

    assert 'data-warnings="needles"' in html(member)[-1]
    choose_warnings(member=member, does={"needles": "hide"})
    assert not [each for each in html(member) if "canaryneedle" in each]
    choose_warnings(member=other, does={"needles": "hide"})
    assert "canaryneedle" in html(other)[-1]


def test_notices(opening: Post, member: Member, other: Member) -> None:
    follower = MemberFactory()
    asked = make_reply(opening, author=member)
    opening.topic.follows.create(member=follower)
    for each in (follower, member):
        choose_warnings(member=each, does={"grief": "hide"})
    words: dict[str, Any] = {"author": other, "topic": opening.topic, "parent": asked}
    post_reply(text="One.", token=uuid.uuid4(), warnings=["grief"], **words)
    assert not Notice.objects.filter(member__in=[follower, member]).exists()
    post_reply(text="Two.", token=uuid.uuid4(), warnings=["needles"], **words)
    assert Notice.objects.filter(member__in=[follower, member]).count() == 2


def test_changing_adds_and_takes_away(as_other: Client, other: Member, board: Any) -> None:
    post = make_topic(author=other, board=board, text="Heavy words.")
    address = reverse("forums:edit", args=[post.pk])
    words = {"text": "Heavy words.", "token": str(uuid.uuid4()), "version": "1"}
    as_other.post(address, {**words, "warnings": ["grief"]})
    post.refresh_from_db()
    post.topic.refresh_from_db()
    assert (post.warnings, post.topic.warnings, post.version) == (["grief"], ["grief"], 1)
    assert 'value="grief"' in as_other.get(address).content.decode()
    as_other.post(address, words)
    post.refresh_from_db()
    post.topic.refresh_from_db()
    assert (post.warnings, post.topic.warnings) == ([], [])


def test_two_readers_ask_the_author(
    as_member: Client, as_other: Client, reply: Post, other: Member
) -> None:
    address = reverse("forums:suggest_warning", args=[reply.pk])
    assert address in as_member.get(reply.topic.get_absolute_url()).content.decode()
    assert as_other.get(address).status_code == 403
    assert as_member.post(address, {}).status_code == 422
    for _ in range(2):
        assert as_member.post(address, {"warning": "grief"}).status_code == 302
    assert WarningSuggestion.objects.count() == 1
    assert not Notice.objects.filter(kind="warning_suggested").exists()
    grief = ContentWarning.objects.get(slug="grief")
    suggest_warning(post=reply, by=MemberFactory(pseudonym="canarysecond"), warning=grief)
    notice = Notice.objects.get(kind="warning_suggested")
    assert notice.member == other
    assert "Death and grief" in notice.sentence
    page = as_other.get(reverse("notifications:notices")).content.decode()
    assert "canarysecond" not in page
    words = {"text": reply.text, "token": str(uuid.uuid4()), "version": "1"}
    as_other.post(reverse("forums:edit", args=[reply.pk]), {**words, "warnings": ["grief"]})
    assert not WarningSuggestion.objects.exists()


def test_what_one_chose_is_seen_again(as_member: Client, visitor: Client) -> None:
    assert choose(as_member, needles="hide", sex="show").status_code == 302
    assert dict(WarningChoice.objects.values_list("warning__slug", "does")) == {
        "needles": "hide", "sex": "show",
    }  # fmt: skip
    page = as_member.get(reverse("composing:warnings")).content.decode()
    assert page.count("checked") == ContentWarning.objects.count()
    assert choose(as_member, needles="odd").status_code == 422
    assert visitor.get(reverse("composing:warnings")).status_code == 302
    assert (
        reverse("composing:warnings")
        in as_member.get(reverse("accounts:settings")).content.decode()
    )
