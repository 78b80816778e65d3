"""Words that were not sent: two devices, and neither is written over."""

import uuid
from typing import Any

import pytest
from django.test import Client
from django.urls import reverse

from accounts.models import Member
from forums.models import Draft, Post, Topic


def keep(client: Client, topic: Topic, text: str, known: str | None = "") -> Any:
    words = {"place": f"topic:{topic.pk}", "text": text}
    if known is not None:
        words["known"] = known
    return client.post(reverse("forums:keep_draft"), words).json()


def test_two_devices_and_neither_is_lost(as_member: Client, topic: Topic) -> None:
    phone = keep(as_member, topic, "On the phone.")
    assert phone["other"] == ""
    # The computer had opened the page before, and knows nothing of it.
    computer = keep(as_member, topic, "At the computer.")
    assert computer["other"] == "On the phone."
    again = keep(as_member, topic, "At the computer, more.", computer["known"])
    assert again["other"] == "On the phone."
    late = keep(as_member, topic, "On the phone, more.", phone["known"])
    assert late["other"] == "At the computer, more."
    for address in (topic.get_absolute_url(), reverse("forums:reply", args=[topic.pk])):
        page = as_member.get(address).content.decode()
        assert "On the phone, more." in page
        assert "At the computer, more." in page
        assert "Another window or device wrote here too" in page
        assert late["known"] in page


def test_one_device_hears_of_nothing(as_member: Client, topic: Topic) -> None:
    known = ""
    for text in ("One", "One two", "One two three"):
        answer = keep(as_member, topic, text, known)
        assert answer["other"] == ""
        known = answer["known"]
    assert keep(as_member, topic, "", known) == {"kept": True, "known": "", "other": ""}
    assert not Draft.objects.exists()


def test_a_page_of_the_day_before_still_keeps(as_member: Client, topic: Topic) -> None:
    keep(as_member, topic, "One.", None)
    assert keep(as_member, topic, "Two.", None)["other"] == ""


@pytest.mark.parametrize(("do", "text"), [("both", "Mine.\n\nTheirs."), ("mine", "Mine.")])
def test_its_author_says_what_becomes_of_it(
    as_member: Client, topic: Topic, do: str, text: str
) -> None:
    keep(as_member, topic, "Theirs.")
    keep(as_member, topic, "Mine.")
    address = reverse("forums:reply", args=[topic.pk])
    words = {"text": "Mine.", "token": str(uuid.uuid4()), "do": do}
    answer = as_member.post(address, words)
    assert answer.status_code == 200
    assert answer.context["form"]["text"].value() == text
    draft = Draft.objects.get()
    assert (draft.text, draft.other_text) == (text, "")
    assert answer.context["form"]["known"].value() == draft.state


def test_sending_one_keeps_the_other(as_member: Client, member: Member, topic: Topic) -> None:
    keep(as_member, topic, "Theirs.")
    keep(as_member, topic, "Mine.")
    words = {"text": "Mine.", "token": str(uuid.uuid4())}
    assert as_member.post(reverse("forums:reply", args=[topic.pk]), words).status_code == 302
    assert Post.objects.get(author=member).text == "Mine."
    draft = Draft.objects.get()
    assert (draft.text, draft.other_text, draft.token) == ("Theirs.", "", None)
