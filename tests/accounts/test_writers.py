"""What one member wrote is never sent, seen or kept under another's name."""

import re
import uuid
from collections.abc import Iterator
from typing import Any

import pytest
from django.test import Client
from django.urls import URLPattern, URLResolver, get_resolver, reverse

from accounts.actions.stashed_forms import delete_old_stashed_forms
from accounts.models import Member, StashedForm
from accounts.requests import writer_mark
from composing.models import Draft
from forums.actions.replies import post_reply
from forums.models import Board, Post, Topic
from guidance.models import Guideline
from moderation.models import Report

WORDS = "Only fern wrote this canary."


def paths(patterns: Any = None, before: str = "/") -> Iterator[str]:
    """A path for each address of the site, with ones for what it names."""
    for each in patterns or get_resolver().url_patterns:
        route = before + re.sub(r"<(?:\w+:)?\w+>", "1", str(each.pattern)).lstrip("^").rstrip("$")
        if isinstance(each, URLResolver):
            yield from paths(each.url_patterns, route)
        elif isinstance(each, URLPattern) and not set("()[]\\") & set(route):
            yield route


# They answer programs, or log out, whoever asks.
FOR_ALL = {"/healthz", "/readyz", "/metrics", "/robots.txt", "/accounts/logout/"}


@pytest.mark.parametrize("path", sorted(set(paths()) - FOR_ALL))
def test_every_address_refuses_a_form_of_somebody_else(
    as_admin: Client, member: Member, path: str
) -> None:
    answer = as_admin.post(path, {"writer": writer_mark(member), "text": WORDS, "words": WORDS})
    assert answer.status_code in {404, 409}, path
    assert WORDS.encode() not in answer.content
    assert not Post.objects.exists()


def test_a_post_is_not_published_under_the_other_name(
    as_member: Client, as_other: Client, topic: Topic, member: Member, other: Member
) -> None:
    address = reverse("forums:reply", args=[topic.pk])
    page = as_member.get(address).content.decode()
    mark = re.search(r'name="writer" value="([^"]+)"', page)
    assert mark is not None
    words = {"text": WORDS, "token": str(uuid.uuid4()), "writer": mark[1]}
    answer = as_other.post(address, words)
    assert (answer.status_code, answer["X-Refused"]) == (409, "writer")
    assert not Post.objects.filter(text=WORDS).exists()
    assert WORDS not in as_other.get(address).content.decode()
    # Its writer finds it on the page it was meant for.
    assert WORDS in as_member.get(address).content.decode()
    assert as_member.post(address, words).status_code == 302
    assert Post.objects.get(text=WORDS).author == member


def test_a_reply_waits_on_the_page_of_its_topic(
    as_member: Client, as_other: Client, member: Member, topic: Topic
) -> None:
    words = {"text": WORDS, "token": str(uuid.uuid4()), "writer": writer_mark(member)}
    as_other.post(reverse("forums:reply", args=[topic.pk]), words)
    page = topic.get_absolute_url()
    assert WORDS not in as_other.get(page).content.decode()
    for _ in range(2):
        assert WORDS in as_member.get(page).content.decode()
    assert Draft.objects.get().text == WORDS
    Draft.objects.all().delete()
    Member.objects.filter(pk=member.pk).update(consent_version=0)
    as_other.post(reverse("forums:reply", args=[topic.pk]), words)
    assert as_member.get(page).status_code in {200, 302}


def test_an_old_page_does_not_show_it_either(
    log_in: Any, member: Member, other: Member, topic: Topic
) -> None:
    """Logging in changes the token of forms, so the form fails there first."""
    client = log_in(other, enforce_csrf_checks=True)
    words = {"text": WORDS, "writer": writer_mark(member), "csrfmiddlewaretoken": "x" * 32}
    answer = client.post(reverse("forums:reply", args=[topic.pk]), words)
    assert (answer.status_code, answer["X-Refused"]) == (409, "writer")
    assert WORDS.encode() not in answer.content
    assert StashedForm.objects.get().member == member


def test_drafts_are_not_saved_under_the_other_name(
    as_other: Client, member: Member, topic: Topic
) -> None:
    words = {"place": f"topic:{topic.pk}", "text": WORDS, "writer": writer_mark(member)}
    for name in ("composing:autosave_draft", "composing:check_draft"):
        assert as_other.post(reverse(name), words).status_code == 409
    assert not Draft.objects.exists()


def test_a_report_waits_for_its_writer(
    as_member: Client, as_other: Client, member: Member, guideline: Guideline, board: Board
) -> None:
    from tests.factories import make_topic

    post = make_topic(board=board)
    address = reverse("moderation:report", args=[post.pk])
    as_other.post(address, {"reason": "worried", "words": WORDS, "writer": writer_mark(member)})
    assert not Report.objects.exists()
    assert WORDS not in as_other.get(address).content.decode()
    assert WORDS in as_member.get(address).content.decode()


def test_several_kept_forms_do_not_overwrite_each_other(
    visitor: Client, as_member: Client, member: Member, topic: Topic
) -> None:
    address = reverse("forums:reply", args=[topic.pk])
    for n in range(StashedForm.MAX_PER_MEMBER + 2):
        visitor.post(address, {"text": f"Kept {n}.", "writer": writer_mark(member)})
    assert StashedForm.objects.count() == StashedForm.MAX_PER_MEMBER
    assert "Kept 21." in as_member.get(address).content.decode()
    as_member.post(address, {"text": "Kept 21.", "token": str(uuid.uuid4())})
    assert "Kept 20." in as_member.get(address).content.decode()


@pytest.mark.parametrize(
    "fields",
    [{"password": "secret words", "text": "x"}, {"text": "a\x00b"}, {"text": "w" * 300_000}],
)
def test_what_is_kept_is_no_secret_and_fits(
    visitor: Client, member: Member, topic: Topic, fields: dict[str, str]
) -> None:
    answer = visitor.post(
        reverse("forums:reply", args=[topic.pk]), {**fields, "writer": writer_mark(member)}
    )
    assert answer.status_code == 302
    assert all("password" not in kept.fields for kept in StashedForm.objects.all())


def test_old_ones_are_forgotten(member: Member) -> None:
    StashedForm.objects.create(member=member, path="/", fields={})
    old = StashedForm.objects.create(member=member, path="/", fields={})
    StashedForm.objects.filter(pk=old.pk).update(kept_at="2020-01-01T00:00Z")
    assert delete_old_stashed_forms() == 1
    assert StashedForm.objects.count() == 1


def test_every_form_bears_the_mark(as_admin: Client, topic: Topic, admin: Member) -> None:
    addresses = [
        topic.get_absolute_url(), "/settings/", "/notices/", "/moderation/", "/welcome/",
        "/accounts/email/", "/accounts/password/set/", reverse("admin:index"), "/drafts/",
        reverse("admin:accounts_member_changelist"),
    ]  # fmt: skip
    for address in addresses:
        page = as_admin.get(address).content.decode()
        tokens = page.count('name="csrfmiddlewaretoken"')
        assert page.count(f'name="writer" value="{writer_mark(admin)}"') == tokens, address


@pytest.mark.parametrize("where", ["box", "topic"])
def test_words_that_have_arrived_meanwhile_do_not_come_back(
    as_member: Client, as_other: Client, member: Member, topic: Topic, where: str
) -> None:
    """Kept from an old page; then the same form was sent again, as themselves."""
    address = reverse("forums:reply", args=[topic.pk])
    words = {"text": WORDS, "token": str(uuid.uuid4())}
    as_other.post(address, {**words, "writer": writer_mark(member)})
    assert StashedForm.objects.count() == 1
    post_reply(author=member, topic=topic, text=WORDS, token=uuid.UUID(words["token"]))
    page = as_member.get(address if where == "box" else topic.get_absolute_url())
    assert f">\n{WORDS}" not in page.content.decode()
    assert not Draft.objects.exists()
    assert not StashedForm.objects.exists()
