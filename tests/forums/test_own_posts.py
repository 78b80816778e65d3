"""Changing and withdrawing what one wrote, reacting to what others wrote, drafts."""

import uuid
from datetime import timedelta
from typing import Any

import pytest
from django.test import Client
from django.urls import reverse

from accounts.models import Block, Member
from composing.models import Draft
from forums.actions.replies import edit_post
from forums.actions.visibility import hide_post
from forums.models import Follow, Post, Reaction, Topic
from guidance.models import Guideline
from notifications.models import Notice
from tests.factories import MemberFactory, make_reply


def change(client: Client, post: Post, text: str, version: int = 1) -> Any:
    return client.post(
        reverse("forums:edit", args=[post.pk]),
        {"text": text, "version": version, "token": uuid.uuid4()},
    )


def test_change_keeps_the_history(as_other: Client, as_member: Client, reply: Post) -> None:
    before = reply.text
    assert change(as_other, reply, "I stretch twice.").status_code == 302
    reply.refresh_from_db()
    assert (reply.text, reply.version) == ("I stretch twice.", 2)
    assert reply.edited_at is not None
    history = as_member.get(reverse("forums:history", args=[reply.pk])).content.decode()
    assert before in history
    assert "I stretch twice." in history
    assert b"edited" in as_member.get(reply.topic.get_absolute_url()).content


def test_change_from_two_windows_shows_both_texts(as_other: Client, reply: Post) -> None:
    change(as_other, reply, "From the first window.")
    answer = change(as_other, reply, "From the second window.")
    assert answer.status_code == 409
    assert b"From the first window." in answer.content
    assert b"From the second window." in answer.content
    reply.refresh_from_db()
    assert reply.text == "From the first window."


def test_nobody_changes_what_others_wrote(
    as_member: Client, as_moderator: Client, reply: Post
) -> None:
    for client in (as_member, as_moderator):
        assert change(client, reply, "Not mine.").status_code == 404
    reply.refresh_from_db()
    assert reply.text != "Not mine."


def test_withdrawn_words_are_gone_everywhere(
    as_other: Client, as_member: Client, other: Member, opening: Post
) -> None:
    post = make_reply(opening, author=other, text="canaryword one")
    edit_post(post=post, by=other, text="canaryword two", version=1)
    below = make_reply(post, text="An answer.")
    assert as_other.get(reverse("forums:withdraw", args=[post.pk])).status_code == 200
    as_other.post(reverse("forums:withdraw", args=[post.pk]))
    page = as_member.get(post.topic.get_absolute_url()).content
    assert b"Withdrawn by its author." in page
    assert below.text.encode() in page
    assert b"canaryword" not in page
    assert as_member.get(reverse("forums:history", args=[post.pk])).status_code == 404
    found = as_member.get(reverse("forums:search"), {"words": "canaryword"})
    assert found.context["results"].found == []
    assert post.revisions.count() == 0


def test_reaction_is_one_however_often_it_is_pressed(
    as_member: Client, member: Member, reply: Post
) -> None:
    address = reverse("forums:react", args=[reply.pk])
    for _ in range(3):
        as_member.post(address, {"reaction": "hug"})
    assert Reaction.objects.filter(post=reply, member=member).count() == 1
    assert Notice.objects.filter(member=reply.author, kind="reaction").count() == 1
    as_member.post(address, {"reaction": "-hug"})
    assert Reaction.objects.count() == 0


@pytest.mark.parametrize("kind", ["", "-", "nonsense", "hug; DROP", "\x00"])
def test_unknown_reaction_does_nothing(as_member: Client, reply: Post, kind: str) -> None:
    answer = as_member.post(reverse("forums:react", args=[reply.pk]), {"reaction": kind})
    assert answer.status_code == 302
    assert Reaction.objects.count() == 0


def test_no_reaction_to_oneself(as_other: Client, reply: Post) -> None:
    answer = as_other.post(reverse("forums:react", args=[reply.pk]), {"reaction": "hug"})
    assert answer.status_code == 403


def test_following_and_not(as_member: Client, member: Member, topic: Topic) -> None:
    address = reverse("forums:follow", args=[topic.pk])
    as_member.post(address, {"follow": "yes"})
    as_member.post(address, {"follow": "yes"})
    make_reply(topic.posts.get(number=1))
    assert Follow.objects.filter(member=member).count() == 1
    assert Notice.objects.filter(member=member, kind="topic").count() == 1
    as_member.post(address, {"follow": "no"})
    make_reply(topic.posts.get(number=1))
    assert Notice.objects.filter(member=member, kind="topic").count() == 1


def test_draft_is_kept_shown_and_done_with(as_member: Client, member: Member, topic: Topic) -> None:
    place = f"topic:{topic.pk}"
    as_member.post(reverse("composing:autosave_draft"), {"place": place, "text": "Half a thought"})
    assert b"Half a thought" in as_member.get(topic.get_absolute_url()).content
    assert b"Half a thought" in as_member.get(reverse("composing:drafts")).content
    as_member.post(
        reverse("forums:reply", args=[topic.pk]),
        {"text": "Half a thought, and the rest.", "token": uuid.uuid4()},
    )
    assert not Draft.objects.filter(member=member).exists()


def test_drafts_are_private(as_member: Client, as_other: Client, topic: Topic) -> None:
    as_member.post(
        reverse("composing:autosave_draft"), {"place": f"topic:{topic.pk}", "text": "canaryword"}
    )
    draft = Draft.objects.get()
    assert as_other.get(reverse("composing:open_draft", args=[draft.pk])).status_code == 404
    as_other.post(reverse("composing:delete_draft", args=[draft.pk]))
    assert Draft.objects.count() == 1


@pytest.mark.parametrize(
    "words", [{"place": "nonsense"}, {"place": "topic:" + "9" * 30}, {"text": "w" * 200_001}, {}]
)
def test_bad_drafts_are_told_so(as_member: Client, words: dict[str, str]) -> None:
    sent = {"place": "topic:1", "text": "x", **words} if words else {}
    assert as_member.post(reverse("composing:autosave_draft"), sent).status_code == 422


def test_drafts_have_a_limit(member: Member, monkeypatch: pytest.MonkeyPatch) -> None:
    from composing.actions.drafts import save_draft

    monkeypatch.setattr("composing.actions.drafts.MAX_DRAFTS", 3)
    for n in range(6):
        save_draft(member=member, place=f"topic:{n}", title="", text=f"words {n}")
    assert [draft.place for draft in Draft.objects.all()] == ["topic:5", "topic:4", "topic:3"]


# What one wrote is in reach wherever it stands


@pytest.mark.parametrize("why", ["blocked by the topic's author", "hidden topic"])
def test_own_words_stay_in_reach(
    as_member: Client, member: Member, moderator: Member, opening: Post, why: str
) -> None:
    own = make_reply(opening, author=member, text="My own canaryword.")
    make_reply(own, author=member, text="A second one.")
    if why == "hidden topic":
        hide_post(post=opening, by=moderator)
    else:
        Block.objects.create(by=opening.author, member=member)
    topic = opening.topic
    assert as_member.get(topic.get_absolute_url()).status_code == 404
    page = as_member.get(reverse("forums:own_posts")).content.decode()
    assert "My own canaryword." in page
    assert topic.title not in page, "the words of others are not"
    arrived = as_member.get(reverse("forums:post", args=[own.pk]), follow=True)
    assert "My own canaryword." in arrived.content.decode()
    reply = reverse("forums:reply_to_post", args=[own.pk])
    assert as_member.get(reply).status_code == 404
    assert change(as_member, own, "My own new words.").status_code == 302
    own.refresh_from_db()
    assert own.text == "My own new words."
    assert as_member.get(reverse("forums:history", args=[own.pk])).status_code == 200
    assert as_member.post(reverse("forums:withdraw", args=[own.pk])).status_code == 302
    own.refresh_from_db()
    assert own.status == "withdrawn"
    assert "canaryword" not in as_member.get(reverse("forums:own_posts")).content.decode()


def test_own_posts_come_in_pages(
    as_member: Client, member: Member, opening: Post, django_assert_max_num_queries: Any
) -> None:
    as_member.get(reverse("forums:own_posts"))
    for number in range(22):
        make_reply(opening, author=member, text=f"Reply canary{number}.")
        # Nobody writes that much at once.
        Post.objects.filter(author=member).update(created_at=opening.created_at - timedelta(days=1))
    make_reply(opening, text="Of somebody else.")
    with django_assert_max_num_queries(10):
        page = as_member.get(reverse("forums:own_posts")).content.decode()
    assert page.count("<details>") == 20
    assert "canary21." in page
    assert "Of somebody else." not in page
    older = page.split('href="?before=')[1].split('"')[0]
    page = as_member.get(reverse("forums:own_posts"), {"before": older}).content.decode()
    assert page.count("<details>") == 2
    assert "canary0." in page
    for odd in ("x", "9" * 30, "-1", "²"):
        assert as_member.get(reverse("forums:own_posts"), {"before": odd}).status_code == 200


def test_nothing_written_yet(as_member: Client, visitor: Client) -> None:
    assert b"not written here yet" in as_member.get(reverse("forums:own_posts")).content
    assert visitor.get(reverse("forums:own_posts")).status_code == 302


# Whose posts one does not see


def test_what_a_block_hides_is_hidden_by_every_page_of_the_post(
    as_member: Client, member: Member, opening: Post, guideline: Guideline
) -> None:
    writer = MemberFactory(pseudonym="canaryname")
    post = make_reply(opening, author=writer, text="A canaryword.")
    addresses = {
        name: reverse(name, args=[post.pk])
        for name in ("moderation:report", "forums:block", "forums:history", "forums:reply_to_post")
    }
    assert all("canary" in as_member.get(each).content.decode() for each in addresses.values())
    Block.objects.create(by=writer, member=member)
    for name, address in addresses.items():
        assert "canary" not in as_member.get(address).content.decode(), name
    assert as_member.post(addresses["forums:block"]).status_code == 404
    # Somebody may be in danger all the same, or be rude where others read it.
    page = as_member.get(addresses["moderation:report"])
    assert "You can still tell us about it." in page.content.decode()
    words = {"reason": guideline.pk, "words": "Others told me."}
    assert as_member.post(addresses["moderation:report"], words).status_code == 302
