"""Guidelines are changed in a form of their own, each time as a version."""

from typing import Any

import pytest
from django.test import Client
from django.urls import reverse

from forums.models import Board
from guidance.models import Guideline

NEW = "/moderation/guidelines/new/"
WORDS: dict[str, Any] = {
    "number": "40", "title": "One thing at a time", "body": "Ask one thing.",
    "why": "It is easier to answer.", "fits": "“How long?”", "does_not_fit": "", "version": "0",
    "is_published": "on",
}  # fmt: skip


def test_a_moderator_writes_one_and_changes_it(
    as_moderator: Client, as_member: Client, board: Board, guideline: Guideline
) -> None:
    answer = as_moderator.post(NEW, {**WORDS, "boards": [board.name]})
    assert answer.status_code == 302
    here = Guideline.objects.get(number=40)
    assert (here.version, here.boards) == (1, [board.name])
    address = reverse("moderation:guideline", args=[40])
    assert "One thing at a time" in as_member.get(reverse("guidance:guidelines")).content.decode()
    changed = {**WORDS, "body": "Ask one thing, please.", "version": "1"}
    assert as_moderator.post(address, changed).status_code == 302
    here.refresh_from_db()
    assert (here.version, here.body, here.boards) == (2, "Ask one thing, please.", [])
    assert [each.version for each in here.versions.all()] == [2, 1]
    page = as_moderator.get(address).content.decode()
    assert "Ask one thing." in page
    assert "lighthouse" in page
    assert address in as_moderator.get(reverse("moderation:rules")).content.decode()


def test_two_who_save_at_once_lose_nothing(as_moderator: Client, guideline: Guideline) -> None:
    as_moderator.post(NEW, WORDS)
    address = reverse("moderation:guideline", args=[40])
    as_moderator.post(address, {**WORDS, "body": "Theirs.", "version": "1"})
    late = as_moderator.post(address, {**WORDS, "body": "Mine.", "version": "1"})
    assert late.status_code == 409
    page = late.content.decode()
    assert "Mine." in page
    assert "Theirs." in page
    again = {**WORDS, "body": "Mine.", "version": late.context["form"]["version"].value()}
    assert as_moderator.post(address, again).status_code == 302
    assert Guideline.objects.get(number=40).body == "Mine."


@pytest.mark.parametrize(
    ("words", "says"),
    [({"number": "3"}, "already exists"), ({"title": " "}, "a few words"),
     ({"body": ""}, "what is asked"), ({"why": ""}, "Please say why"),
     ({"boards": ["No such board"]}, "not one of"), ({"number": "x"}, "number")],
)  # fmt: skip
def test_what_is_missing_is_said(
    as_moderator: Client, guideline: Guideline, words: dict[str, Any], says: str
) -> None:
    answer = as_moderator.post(NEW, {**WORDS, **words})
    assert answer.status_code == 422
    assert says in answer.content.decode()
    assert "It is easier to answer." in answer.content.decode() or "why" in words


def test_to_others_the_page_does_not_exist(as_member: Client, guideline: Guideline) -> None:
    for address in (NEW, reverse("moderation:guideline", args=[3])):
        assert as_member.get(address).status_code == 404
        assert as_member.post(address, WORDS).status_code == 404
