"""“@name”: those who wrote in the same topic hear of it, and nobody else."""

from typing import Any

import pytest
from django.test import Client
from django.urls import reverse

from accounts.actions.blocking import block_member
from accounts.models import Member
from composing.models import ContentWarning, WarningChoice
from forums.actions.replies import edit_post, withdraw_post
from forums.models import Post, Topic
from notifications.models import Notice
from tests.factories import MemberFactory, make_reply, make_topic


@pytest.fixture
def rose(opening: Post) -> Member:
    member: Member = MemberFactory(pseudonym="Rose")
    make_reply(opening, author=member)
    return member


def told(kind: str = "mention") -> set[str]:
    notices = Notice.objects.filter(kind=kind, withdrawn_at=None)
    return set(notices.values_list("member__pseudonym", flat=True))


def suggestions(client: Client, topic: Topic, begins: str) -> Any:
    address = reverse("forums:people", args=[topic.pk])
    return client.get(address, {"begins": begins}).json()["people"]


def test_whoever_is_named_hears_of_it_once(opening: Post, member: Member, rose: Member) -> None:
    post = make_reply(opening, author=member, text="What @rose says. And @Rose again.")
    assert told() == {"Rose"}
    notice = Notice.objects.get(kind="mention")
    assert notice.sentence == f"fern named you in “{opening.topic.title}”"
    assert notice.link == post.get_absolute_url()
    # The topic they follow is not told a second time.
    assert "Rose" not in told("topic")


def test_the_longest_name_is_meant(opening: Post, member: Member, rose: Member) -> None:
    make_reply(opening, author=MemberFactory(pseudonym="Rose of Sharon"))
    make_reply(opening, author=member, text="I agree with @Rose of Sharon here.")
    assert told() == {"Rose of Sharon"}


def test_only_people_of_the_topic(opening: Post, member: Member) -> None:
    stranger = MemberFactory(pseudonym="Stranger")
    make_topic(author=stranger)
    make_reply(opening, author=member, text="@Stranger should read this, and so should @fern.")
    assert told() == set()


def test_whom_one_answers_hears_of_the_answer_alone(member: Member, rose: Member) -> None:
    theirs = Post.objects.get(author=rose)
    make_reply(theirs, author=member, text="Thank you @Rose.")
    assert told() == set()
    assert "Rose" in told("reply")


def test_nobody_hears_of_whom_they_are_kept_apart_from(
    opening: Post, member: Member, rose: Member
) -> None:
    block_member(by=rose, member=member)
    make_reply(opening, author=member, text="@Rose")
    assert told() == set()


def test_nobody_hears_of_what_they_do_not_want_to_see(
    opening: Post, member: Member, rose: Member
) -> None:
    grief = ContentWarning.objects.get(slug="grief")
    WarningChoice.objects.create(member=rose, warning=grief, does="hide")
    make_reply(opening, author=member, text="@Rose", warnings=["grief"])
    assert told() == set()


def test_named_by_a_change_and_taken_back_with_the_post(
    opening: Post, member: Member, rose: Member
) -> None:
    post = make_reply(opening, author=member, text="What she says.")
    for version, text in enumerate(("What @Rose says.", "What @Rose says!"), start=1):
        edit_post(post=post, by=member, text=text, version=version)
    assert Notice.objects.filter(kind="mention").count() == 1
    withdraw_post(post=post, by=member)
    assert told() == set()


@pytest.mark.parametrize("name", ["Strauß", "Σοφος", "Zoë", "Łucja"])
def test_names_of_all_alphabets(opening: Post, member: Member, name: str) -> None:
    make_reply(opening, author=MemberFactory(pseudonym=name))
    make_reply(opening, author=member, text=f"Thank you @{name}.")
    assert told() == {name}


def test_who_took_their_words_back_is_not_named(
    opening: Post, member: Member, rose: Member
) -> None:
    withdraw_post(post=Post.objects.get(author=rose), by=rose)
    make_reply(opening, author=member, text="@Rose")
    assert told() == set()


def test_nobody_hears_of_a_topic_they_cannot_open(
    opening: Post, member: Member, rose: Member
) -> None:
    block_member(by=rose, member=opening.author)
    make_reply(opening, author=member, text="@Rose")
    assert told() == set()


def test_a_warning_that_comes_with_the_change_counts(
    opening: Post, member: Member, rose: Member
) -> None:
    grief = ContentWarning.objects.get(slug="grief")
    WarningChoice.objects.create(member=rose, warning=grief, does="hide")
    post = make_reply(opening, author=member, text="What she says.")
    edit_post(post=post, by=member, text="What @Rose says.", version=1, warnings=["grief"])
    assert told() == set()


def test_suggestions_are_the_latest_people_of_the_topic(
    opening: Post, as_member: Client, member: Member, rose: Member
) -> None:
    make_reply(opening, author=MemberFactory(pseudonym="Rosalind"))
    make_reply(opening, author=member)
    make_topic(author=MemberFactory(pseudonym="Roscoe"))
    topic = opening.topic
    assert suggestions(as_member, topic, "") == ["Rosalind", "Rose", "otter"]
    assert suggestions(as_member, topic, "ros") == ["Rosalind", "Rose"]
    assert suggestions(as_member, topic, "rose") == ["Rose"]
    assert suggestions(as_member, topic, "\0%_") == []
    block_member(by=member, member=rose)
    assert suggestions(as_member, topic, "ros") == ["Rosalind"]
    Post.objects.filter(author__pseudonym="Rosalind").update(status="hidden")
    assert suggestions(as_member, topic, "ros") == []


def test_suggestions_are_for_who_sees_the_topic(
    topic: Topic, visitor: Client, as_member: Client
) -> None:
    address = reverse("forums:people", args=[topic.pk])
    assert visitor.get(address).status_code == 302
    Topic.objects.filter(pk=topic.pk).update(status="hidden")
    assert as_member.get(address).status_code == 404


def test_a_post_without_a_name_asks_nothing(
    opening: Post, member: Member, rose: Member, django_assert_max_num_queries: Any
) -> None:
    with django_assert_max_num_queries(50) as without:
        make_reply(opening, author=member, text="Nobody.")
    with django_assert_max_num_queries(len(without.captured_queries) + 3):
        make_reply(opening, author=member, text="@Rose")
