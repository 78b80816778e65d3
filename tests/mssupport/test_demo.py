"""The demo community: always the same, and as right as if members had made it."""

from datetime import UTC, datetime
from typing import Any

import pytest
from django.core.management import CommandError, call_command
from django.db import transaction
from django.db.models import Count, Max

from accounts.models import Member
from forums.models import Board, Follow, Post, ReadMark, Topic
from guidance.models import Guideline
from guidance.support_types import SupportType
from moderation.models import Case
from mssupport.demo.builder import DemoBuilder
from mssupport.demo.logins import LOGINS, PASSWORD
from mssupport.demo.talk import read
from tests.factories import group_of

NOW = datetime(2026, 6, 1, 12, tzinfo=UTC)


@pytest.fixture
def demo(db: Any, monkeypatch: pytest.MonkeyPatch) -> None:
    for number in range(1, 10):
        Guideline.objects.get_or_create(number=number, defaults={"title": f"{number}"})
    group_of("admin")
    monkeypatch.setenv("MSSUPPORT_EMBEDDED", "1")
    call_command("demo", verbosity=0)


def _contents() -> list[tuple[Any, ...]]:
    return list(
        Post.objects.order_by("pk").values_list(
            "topic__title", "author__pseudonym", "number", "branch", "subthread", "text",
            "created_at", "token",
        )
    )  # fmt: skip


@pytest.mark.django_db(transaction=True)
def test_same_seed_same_community() -> None:
    group_of("admin")
    found = []
    for seed in (1, 1, 2):
        with transaction.atomic():
            DemoBuilder(seed, 1, NOW).weave()
            found.append(_contents())
            transaction.set_rollback(True)
    assert found[0] == found[1]
    assert found[0] != found[2]


def test_it_is_a_believable_size(demo: None) -> None:
    assert Board.objects.count() == 5
    assert Member.objects.count() == 40
    assert Topic.objects.count() == 62
    # Two wait for an answer, so that there is something to see for whoever has time.
    assert Topic.objects.filter(posts_count=1).count() == 2
    assert 550 <= Post.objects.count() <= 700
    assert Case.objects.filter(status="open").count() >= 3
    assert Case.objects.filter(status="open", is_worry=True).count() == 1
    assert Post.objects.filter(subthread__gt=0).count() > 100
    oldest, newest = Post.objects.dates("created_at", "month")[0], Post.objects.latest("created_at")
    assert (newest.created_at.date() - oldest).days > 60


def test_counters_are_what_the_actions_would_have_made(demo: None) -> None:
    for topic in Topic.objects.annotate(
        posts_there=Count("posts"), last=Max("posts__number"), branches=Max("posts__branch")
    ):
        assert topic.posts_count == topic.posts_there == topic.last
        assert topic.branches_count == topic.branches
        final = topic.posts.get(number=topic.posts_count)
        assert (topic.last_posted_at, topic.last_author_id) == (final.created_at, final.author_id)
    for board in Board.objects.all():
        listed = ["open", "closed"]
        assert board.topics_count == board.topics.filter(status__in=listed).count()
        posts = Post.objects.filter(topic__board=board, topic__status__in=listed)
        assert board.posts_count == posts.count()
    for head in Post.objects.filter(subthread=0, number__gt=1):
        below = Post.objects.filter(topic=head.topic_id, branch=head.branch, subthread__gt=0)
        assert head.below_count == below.count()
    for post in Post.objects.exclude(parent=None).select_related("parent"):
        assert post.parent is not None
        assert post.parent.topic_id == post.topic_id
        assert post.parent.created_at <= post.created_at
        assert post.level == min(3, post.parent.level + 1)
    assert not Post.objects.filter(search=None).exists()
    assert Follow.objects.exists()
    assert all(mark.seen_count == mark.up_to + len(mark.beyond) for mark in ReadMark.objects.all())


def test_logins_work_for_each_role(demo: None) -> None:
    for role, email in LOGINS.items():
        member = Member.objects.get(email=email)
        assert (member.role, member.check_password(PASSWORD)) == (role, True)


def test_new_rows_go_on_after_the_demo(demo: None) -> None:
    from tests.factories import make_reply

    post = make_reply(Topic.objects.earliest("pk").posts.get(number=1))
    assert post.number == post.topic.posts_count + 1


def test_scale_multiplies(db: Any) -> None:
    DemoBuilder(1, 2, NOW).weave()
    assert Topic.objects.count() == 125
    giant = Topic.objects.latest("posts_count")
    assert giant.posts_count == 10_001
    assert giant.branches_count == Post.objects.filter(topic=giant, subthread=0).count() - 1


def test_public_passwords_are_not_put_into_a_real_database(
    db: Any, monkeypatch: pytest.MonkeyPatch
) -> None:
    monkeypatch.delenv("MSSUPPORT_EMBEDDED", raising=False)
    with pytest.raises(CommandError, match="--on-database"):
        call_command("demo")
    with pytest.raises(CommandError, match="--on-database"):
        call_command("demo", "--on-database", "another")
    assert Member.objects.count() == 0


def test_it_fills_an_empty_forum_only(demo: None) -> None:
    with pytest.raises(CommandError, match="empty"):
        call_command("demo")


def test_long_topics_are_as_long_as_asked(db: Any, monkeypatch: pytest.MonkeyPatch) -> None:
    group_of("admin")
    monkeypatch.setenv("MSSUPPORT_EMBEDDED", "1")
    call_command("demo", "--long-topic", "30", "--long-topic", "200", verbosity=0)
    assert list(
        Topic.objects.order_by("-posts_count").values_list("posts_count", flat=True)[:1]
    ) == [201]
    assert Topic.objects.filter(posts_count=31, title="Say good morning here").count() == 1
    with pytest.raises(CommandError, match="1 or more"):
        call_command("demo", "--long-topic", "0")


def test_everybody_speaks_as_who_they_are(demo: None) -> None:
    said: dict[str, set[str]] = {}
    for board in Board.objects.all():
        talk = read(board.slug)
        for thread in talk.threads:
            said.setdefault(thread.opening, set()).add(thread.speaker)
            for line in thread.lines:
                said.setdefault(line.text, set()).add(line.speaker)
        for line in talk.anywhere:
            said.setdefault(line.text, set()).add(line.speaker)
    spoke = set()
    for post in Post.objects.select_related("author", "topic__author"):
        speakers = said.get(post.text)
        if speakers is None:
            continue
        assert post.author.relation in speakers, (post.author.relation, post.text)
        spoke.add(post.author.relation)
    assert spoke == {"living_with", "carer", "waiting", "professional"}
    wishes = set(Topic.objects.values_list("wish", flat=True))
    assert wishes == {"", *SupportType.values}
