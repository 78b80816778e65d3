"""Words that were not sent: several devices, and none is written over."""

import uuid
from datetime import timedelta
from typing import Any

import pytest
from django.core.management import call_command
from django.test import Client
from django.urls import reverse
from django.utils import timezone

from accounts.models import Member
from accounts.requests import writer_mark
from forums.actions.replies import undo_send
from forums.models import Board, Draft, Post, Topic
from tests.factories import make_reply


def keep(client: Client, topic: Topic, text: str, known: str | None = "", **more: Any) -> Any:
    words = {"place": f"topic:{topic.pk}", "text": text, **more}
    if known is not None:
        words["known"] = known
    return client.post(reverse("forums:keep_draft"), words).json()


def others(answer: Any) -> list[str]:
    return [each["text"] for each in answer["others"]]


def test_two_devices_and_neither_is_lost(as_member: Client, topic: Topic) -> None:
    phone = keep(as_member, topic, "On the phone.")
    assert others(phone) == []
    # The computer had opened the page before, and knows nothing of it.
    computer = keep(as_member, topic, "At the computer.")
    assert others(computer) == ["On the phone."]
    again = keep(as_member, topic, "At the computer, more.", computer["known"])
    assert others(again) == ["On the phone."]
    late = keep(as_member, topic, "On the phone, more.", phone["known"])
    assert others(late) == ["At the computer, more."]
    for address in (topic.get_absolute_url(), reverse("forums:reply", args=[topic.pk])):
        page = as_member.get(address).content.decode()
        assert "On the phone, more." in page
        assert "At the computer, more." in page
        assert "Another window or device wrote here too" in page
        assert late["known"] in page


def test_five_devices_take_turns_and_each_keeps_its_last_words(
    as_member: Client, topic: Topic
) -> None:
    known = dict.fromkeys("abcde", "")
    for turn in range(4):
        for each in known:
            # Changed in the middle, so that no version stands in another.
            answer = keep(as_member, topic, f"{each} {turn} end", known[each])
            known[each] = answer["known"]
    draft = Draft.objects.get()
    kept = {draft.text, *(each["text"] for each in draft.others)}
    assert kept == {f"{each} 3 end" for each in known}
    page = as_member.get(reverse("forums:drafts")).content.decode()
    assert all(words in page for words in kept)


def test_an_emptied_box_of_a_late_page_takes_nothing_away(as_member: Client, topic: Topic) -> None:
    written = keep(as_member, topic, "Written on the phone.")
    late = keep(as_member, topic, "  ", "")
    assert Draft.objects.get().text == "Written on the phone."
    assert late["known"] == written["known"]


def test_an_emptied_box_gives_way_to_the_other_version(as_member: Client, topic: Topic) -> None:
    keep(as_member, topic, "Theirs.")
    mine = keep(as_member, topic, "Mine.")
    emptied = keep(as_member, topic, "", mine["known"])
    draft = Draft.objects.get()
    assert (draft.text, draft.others) == ("Theirs.", [])
    assert emptied["known"] == draft.state


def test_a_title_of_another_device_is_not_lost(as_member: Client, board: Board) -> None:
    for title in ("Spasms at night", "Cramps"):
        words = {"place": f"board:{board.pk}", "title": title, "text": "Same.", "known": ""}
        as_member.post(reverse("forums:keep_draft"), words)
    draft = Draft.objects.get()
    assert (draft.title, draft.others[0]["title"]) == ("Cramps", "Spasms at night")
    address = reverse("forums:new_topic", args=[board.slug])
    assert "Spasms at night" in as_member.get(address).content.decode()
    words = {
        "title": "Cramps",
        "text": "Same.",
        "token": str(uuid.uuid4()),
        "known": draft.state,
        "do": f"both:{draft.others[0]['state']}",
    }
    page = as_member.post(address, words)
    assert "Spasms at night" in page.context["form"]["text"].value()
    assert page.context["form"]["title"].value() == "Cramps"


def test_one_device_hears_of_nothing(as_member: Client, topic: Topic) -> None:
    known = ""
    for text in ("One", "One two", "One two three"):
        answer = keep(as_member, topic, text, known)
        assert others(answer) == []
        known = answer["known"]
    assert keep(as_member, topic, "", known) == {"kept": True, "known": "", "others": []}
    assert not Draft.objects.exists()


def test_a_page_of_the_day_before_still_keeps(as_member: Client, topic: Topic) -> None:
    keep(as_member, topic, "One.", None)
    assert others(keep(as_member, topic, "Two.", None)) == []


@pytest.mark.parametrize(("do", "text"), [("both", "Mine.\n\nTheirs."), ("mine", "Mine.")])
def test_its_author_says_what_becomes_of_it(
    as_member: Client, topic: Topic, do: str, text: str
) -> None:
    theirs = keep(as_member, topic, "Theirs.")
    mine = keep(as_member, topic, "Mine.")
    address = reverse("forums:reply", args=[topic.pk])
    words = {"text": "Mine.", "token": str(uuid.uuid4()), "known": mine["known"],
             "do": f"{do}:{theirs['known']}"}  # fmt: skip
    answer = as_member.post(address, words)
    assert answer.status_code == 200
    assert answer.context["form"]["text"].value() == text
    draft = Draft.objects.get()
    assert (draft.text, draft.others) == (text, [])
    assert answer.context["form"]["known"].value() == draft.state


def test_one_of_three_is_settled_and_the_third_stays(as_member: Client, topic: Topic) -> None:
    first = keep(as_member, topic, "First.")
    keep(as_member, topic, "Second.")
    third = keep(as_member, topic, "Third.")
    words = {"text": "Third.", "token": str(uuid.uuid4()), "known": third["known"],
             "do": f"mine:{first['known']}"}  # fmt: skip
    page = as_member.post(reverse("forums:reply", args=[topic.pk]), words).content.decode()
    assert "Second." in page
    assert "First." not in page
    assert [each["text"] for each in Draft.objects.get().others] == ["Second."]


def test_sending_one_keeps_the_other(as_member: Client, member: Member, topic: Topic) -> None:
    keep(as_member, topic, "Theirs.")
    keep(as_member, topic, "Mine.")
    words = {"text": "Mine.", "token": str(uuid.uuid4())}
    assert as_member.post(reverse("forums:reply", args=[topic.pk]), words).status_code == 302
    assert Post.objects.get(author=member).text == "Mine."
    draft = Draft.objects.get()
    assert (draft.text, draft.others, draft.token) == ("Theirs.", [], None)


def test_undo_keeps_what_was_begun_meanwhile(
    as_member: Client, member: Member, topic: Topic, opening: Post
) -> None:
    post = make_reply(opening, author=member, text="Sent too soon.")
    keep(as_member, topic, "The next thing.")
    undo_send(post=post, by=member)
    draft = Draft.objects.get()
    assert draft.text == "Sent too soon."
    assert [each["text"] for each in draft.others] == ["The next thing."]


def test_content_warnings_are_part_of_a_draft(as_member: Client, topic: Topic) -> None:
    keep(as_member, topic, "About a needle.", warnings=["grief", "needles", "no-such"])
    assert Draft.objects.get().warnings == ["grief", "needles"]
    for address in (topic.get_absolute_url(), reverse("forums:reply", args=[topic.pk])):
        page = as_member.get(address)
        assert page.context["form"]["warnings"].value() == ["grief", "needles"]


@pytest.mark.parametrize("warnings", [["grief"], ["grief", "needles"]])
def test_content_warnings_outlive_the_session(
    visitor: Client, member: Member, topic: Topic, warnings: list[str]
) -> None:
    address = reverse("forums:reply", args=[topic.pk])
    words = {
        "text": "Two words.",
        "token": str(uuid.uuid4()),
        "writer": writer_mark(member),
        "warnings": warnings,
    }
    visitor.post(address, words)
    visitor.force_login(member)
    assert visitor.get(address).context["form"]["warnings"].value() == warnings
    draft = Draft.objects.get()
    assert (draft.text, draft.warnings) == ("Two words.", warnings)
    assert str(draft.token) == words["token"]


def test_words_of_an_ended_session_do_not_write_over_a_draft(
    visitor: Client, member: Member, as_member: Client, topic: Topic
) -> None:
    keep(as_member, topic, "Kept before.")
    address = reverse("forums:reply", args=[topic.pk])
    words = {"text": "Sent.", "token": str(uuid.uuid4()), "writer": writer_mark(member)}
    visitor.post(address, words)
    visitor.force_login(member)
    page = visitor.get(address).content.decode()
    assert "Kept before." in page
    assert [each["text"] for each in Draft.objects.get().others] == ["Kept before."]


def test_drafts_are_kept_for_twelve_months(as_member: Client, topic: Topic, capsys: Any) -> None:
    keep(as_member, topic, "Long ago.")
    Draft.objects.update(saved_at=timezone.now() - timedelta(days=364))
    call_command("forget_old_drafts")
    assert Draft.objects.exists()
    Draft.objects.update(saved_at=timezone.now() - timedelta(days=366))
    call_command("forget_old_drafts")
    assert not Draft.objects.exists()
    assert capsys.readouterr().out.split("\n")[:2] == ["0 forgotten", "1 forgotten"]
    assert "12 months" in as_member.get(reverse("forums:drafts")).content.decode()
