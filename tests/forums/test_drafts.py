"""Words that were not sent: several devices, and none is written over."""

import uuid
from datetime import timedelta
from functools import partial
from typing import Any

import pytest
from django.core.management import call_command
from django.test import Client
from django.urls import reverse
from django.utils import timezone
from hypothesis import given
from hypothesis import strategies as st

from accounts.actions.consenting import give_consent
from accounts.models import Member
from accounts.requests import writer_mark
from composing.actions.drafts import save_draft
from composing.models import Draft
from forums.actions.replies import undo_send
from forums.forms import split_answers, with_answers
from forums.models import Board, PendingPost, Post, Topic
from tests.factories import MemberFactory, make_reply, make_topic
from tests.together import at_once


def keep(client: Client, topic: Topic, text: str, known: str | None = "", **more: Any) -> Any:
    words = {"place": f"topic:{topic.pk}", "text": text, **more}
    if known is not None:
        words["known"] = known
    return client.post(reverse("composing:autosave_draft"), words).json()


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
    page = as_member.get(reverse("composing:drafts")).content.decode()
    assert all(words in page for words in kept)


def test_an_emptied_box_of_a_late_page_takes_nothing_away(as_member: Client, topic: Topic) -> None:
    keep(as_member, topic, "Written on the phone.")
    late = keep(as_member, topic, "  ", "")
    assert Draft.objects.get().text == "Written on the phone."
    # The late page has not seen it, so it can never match: what it writes next is a version.
    assert late["known"] == ""
    assert others(late) == ["Written on the phone."]
    again = keep(as_member, topic, "Anew.", late["known"])
    assert others(again) == ["Written on the phone."]


def test_an_emptied_box_gives_way_to_the_other_version(as_member: Client, topic: Topic) -> None:
    keep(as_member, topic, "Theirs.")
    mine = keep(as_member, topic, "Mine.")
    emptied = keep(as_member, topic, "", mine["known"])
    draft = Draft.objects.get()
    assert (draft.text, draft.others) == ("Theirs.", [])
    assert (emptied["known"], others(emptied)) == ("", ["Theirs."])
    again = keep(as_member, topic, "Anew.", emptied["known"])
    assert others(again) == ["Theirs."]


def test_a_title_of_another_device_is_not_lost(as_member: Client, board: Board) -> None:
    for title in ("Spasms at night", "Cramps"):
        words = {"place": f"board:{board.pk}", "title": title, "text": "Same.", "known": ""}
        as_member.post(reverse("composing:autosave_draft"), words)
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
    assert "12 months" in as_member.get(reverse("composing:drafts")).content.decode()


def page_of(client: Client, address: str) -> dict[str, str]:
    """The hidden fields of a form, as a page that stays open has them."""
    form = client.get(address).context["form"]
    return {name: str(form[name].value() or "") for name in ("token", "known", "page")}


def test_a_page_is_never_another_version_of_itself(as_member: Client, topic: Topic) -> None:
    mine = page_of(as_member, reverse("forums:reply", args=[topic.pk]))
    # An answer is lost, so that the page knows an older state.
    for text in ("One end", "One two end", "One two three end"):
        assert others(keep(as_member, topic, text, mine["known"], page=mine["page"])) == []
    assert Draft.objects.get().text == "One two three end"


def test_sending_spares_what_the_page_never_saw(as_member: Client, topic: Topic) -> None:
    address = reverse("forums:reply", args=[topic.pk])
    computer = page_of(as_member, address)
    keep(as_member, topic, "Long words of the phone.", page=str(uuid.uuid4()))
    assert as_member.post(address, {**computer, "text": "Computer."}).status_code == 302
    assert Draft.objects.get().text == "Long words of the phone."


def test_sending_is_done_with_what_the_page_kept_itself(as_member: Client, topic: Topic) -> None:
    address = reverse("forums:reply", args=[topic.pk])
    mine = page_of(as_member, address)
    keep(as_member, topic, "An earlier wording.", page=mine["page"])
    assert as_member.post(address, {**mine, "text": "Computer."}).status_code == 302
    assert not Draft.objects.exists()


def test_words_for_a_form_that_another_device_sent(
    as_member: Client, log_in: Any, member: Member, topic: Topic
) -> None:
    address = reverse("forums:reply", args=[topic.pk])
    keep(as_member, topic, "Begun.", token=str(uuid.uuid4()))
    phone, laptop = as_member, log_in(member)
    on_phone, on_laptop = page_of(phone, address), page_of(laptop, address)
    assert on_phone["token"] == on_laptop["token"]
    assert laptop.post(address, {**on_laptop, "text": "Begun."}).status_code == 302
    late = keep(phone, topic, "Begun. And more.", on_phone["known"],
                token=on_phone["token"], page=on_phone["page"])  # fmt: skip
    assert Draft.objects.get().text == "Begun. And more."
    assert late["token"] not in {"", on_phone["token"]}
    # And a slow request of the laptop's own page does not bring its draft back.
    Draft.objects.all().delete()
    keep(laptop, topic, "Beg", on_laptop["known"],
         token=on_laptop["token"], page=on_laptop["page"])  # fmt: skip
    assert not Draft.objects.exists()


def test_a_page_that_does_not_know_that_its_words_arrived(as_member: Client, topic: Topic) -> None:
    address = reverse("forums:reply", args=[topic.pk])
    token = str(uuid.uuid4())
    as_member.post(address, {"text": "Arrived.", "token": token})
    # Loaded anew, with the words that the device held: under their own token they are one post.
    again = page_of(as_member, address)
    assert keep(as_member, topic, "Arrived.", token=token, page=again["page"]) == {"kept": True}
    assert as_member.post(address, {**again, "text": "Arrived.", "token": token}).status_code == 302
    assert topic.posts.count() == 2


def test_sending_twice_with_other_words_keeps_them(as_member: Client, topic: Topic) -> None:
    address = reverse("forums:reply", args=[topic.pk])
    token = str(uuid.uuid4())
    as_member.post(address, {"text": "First.", "token": token})
    assert as_member.post(address, {"text": "Second.", "token": token}).status_code == 409
    draft = Draft.objects.get()
    assert (draft.text, draft.token) == ("Second.", None)


def test_a_draft_says_how_old_it_is(as_member: Client, topic: Topic) -> None:
    address = reverse("forums:reply", args=[topic.pk])
    assert "This is your draft of" not in as_member.get(address).content.decode()
    keep(as_member, topic, "Begun.")
    Draft.objects.update(saved_at="2026-01-31T12:00:00Z")
    for page in (address, reverse("composing:drafts")):
        assert "31 Jan 2026" in as_member.get(page).content.decode()


@pytest.mark.parametrize("do", ["", "preview", "split"])
def test_a_page_that_comes_back_has_kept_its_words(
    as_member: Client, topic: Topic, do: str
) -> None:
    address = reverse("forums:reply", args=[topic.pk])
    text = "At least you can walk." if not do else "Two words."
    words = {"text": text, "token": str(uuid.uuid4()), "known": "", "do": do, "warnings": "grief"}
    answer = as_member.post(address, words)
    assert answer.status_code == 200
    draft = Draft.objects.get()
    assert (draft.text, draft.warnings) == (text, ["grief"])
    assert answer.context["form"]["known"].value() == draft.state


def test_a_closed_topic_keeps_them_too(as_member: Client, topic: Topic) -> None:
    Topic.objects.filter(pk=topic.pk).update(status="closed")
    address = reverse("forums:reply", args=[topic.pk])
    words = {"text": "For later.", "token": str(uuid.uuid4())}
    assert as_member.post(address, words).status_code == 403
    assert Draft.objects.get().text == "For later."


@pytest.mark.parametrize("text", ["", "w" * 30_000])
def test_versions_are_settled_whatever_is_in_the_box(
    as_member: Client, topic: Topic, text: str
) -> None:
    keep(as_member, topic, "Theirs.")
    mine = keep(as_member, topic, "Mine.")
    address = reverse("forums:reply", args=[topic.pk])
    words = {"text": text, "token": str(uuid.uuid4()), "known": mine["known"]}
    shown = as_member.post(address, {**words, "do": "preview"})
    beside = shown.context["other_versions"][-1]
    assert beside["text"] == "Theirs."
    known = shown.context["form"]["known"].value()
    answer = as_member.post(address, {**words, "known": known, "do": f"both:{beside['state']}"})
    assert answer.status_code == 200
    assert answer.context["form"]["text"].value().endswith("Theirs.")
    assert answer.context["form"]["text"].value().startswith(text)


def test_a_long_title_is_kept_when_versions_are_settled(as_member: Client, board: Board) -> None:
    address = reverse("forums:new_topic", args=[board.slug])
    words = {"title": "t" * 160, "text": "Mine.", "token": str(uuid.uuid4()), "do": "mine:x"}
    as_member.post(address, {**words, "do": "draft"})
    answer = as_member.post(address, words)
    assert answer.context["form"]["title"].value() == "t" * 160
    assert Draft.objects.get().title == "t" * 160


def test_what_waits_for_a_moderator_leaves_the_other_version(
    as_member: Client, topic: Topic
) -> None:
    keep(as_member, topic, "Theirs.")
    known = keep(as_member, topic, "Mine.")["known"]
    words = {"text": "Which is the easiest way to die?", "token": str(uuid.uuid4()), "known": known}
    as_member.post(reverse("forums:reply", args=[topic.pk]), words)
    assert PendingPost.objects.exists()
    assert "Theirs." in {draft.text for draft in Draft.objects.all()}


def test_a_version_has_its_own_warnings(as_member: Client, member: Member, topic: Topic) -> None:
    keep(as_member, topic, "Theirs.", warnings=["grief"])
    known = keep(as_member, topic, "Mine.")["known"]
    words = {"text": "Mine.", "token": str(uuid.uuid4()), "known": known}
    as_member.post(reverse("forums:reply", args=[topic.pk]), words)
    draft = Draft.objects.get()
    assert (draft.text, draft.warnings) == ("Theirs.", ["grief"])


def test_a_draft_of_a_change_keeps_the_warnings_of_the_post(
    as_member: Client, member: Member, opening: Post
) -> None:
    post = make_reply(opening, author=member, warnings=["grief"])
    Draft.objects.create(member=member, place=f"edit:{post.pk}", text="Changed.")
    form = as_member.get(reverse("forums:edit", args=[post.pk])).context["form"]
    assert (form["text"].value(), form["warnings"].value()) == ("Changed.", ["grief"])


def test_putting_it_below_the_last_post_touches_no_other_draft(
    as_member: Client, member: Member, opening: Post
) -> None:
    topic = opening.topic
    first = make_reply(opening)
    last = [make_reply(opening, author=member, text=f"ViewerTopicState {n}.") for n in range(2)][-1]
    keep(as_member, topic, "In the topic's box.")
    Draft.objects.create(member=member, place=f"edit:{last.pk}", text="A change of it.")
    Draft.objects.create(member=member, place=f"post:{first.pk}", text="An answer.")
    words = {"text": "An answer.", "token": str(uuid.uuid4()), "do": "merge"}
    address = reverse("forums:reply_to_post", args=[first.pk])
    assert as_member.post(address, words).status_code == 302
    assert set(Draft.objects.values_list("place", flat=True)) == {
        f"topic:{topic.pk}",
        f"edit:{last.pk}",
    }


def test_answers_outlive_the_session(visitor: Client, member: Member, board: Board) -> None:
    Board.objects.filter(pk=board.pk).update(questions="For how long?")
    address = reverse("forums:new_topic", args=[board.slug])
    words = {"title": "Ocrevus", "answer_0": "Since May", "text": "", "writer": writer_mark(member),
             "token": str(uuid.uuid4())}  # fmt: skip
    visitor.post(address, words)
    visitor.force_login(member)
    visitor.get(address)
    assert "Since May" in Draft.objects.get().text
    assert "Since May" in visitor.get(address).content.decode()


def test_a_field_that_came_twice_breaks_nothing(
    visitor: Client, member: Member, topic: Topic
) -> None:
    address = reverse("forums:reply", args=[topic.pk])
    words = {"text": ["One.", "Two."], "token": ["x", "y"], "writer": writer_mark(member)}
    visitor.post(address, words)
    visitor.force_login(member)
    assert visitor.get(address).status_code == 200


@pytest.mark.django_db(transaction=True)
def test_four_first_savings_at_once_keep_four_texts() -> None:
    opening = make_topic()
    member: Member = MemberFactory()
    texts = {f"Written by device {n}." for n in range(4)}
    place = {"member": member, "place": f"topic:{opening.topic_id}", "title": "", "known": ""}
    saved = (partial(save_draft, **place, text=each, page=uuid.uuid4()) for each in texts)
    assert at_once(*saved) == []
    draft = Draft.objects.get(member=member)
    assert {draft.text, *(each["text"] for each in draft.others)} == texts


def test_versions_have_an_end(member: Member) -> None:
    for n in range(30):
        save_draft(member=member, place="topic:1", title="", text=f"{n} " + "w" * 50_000,
                   known="", page=uuid.uuid4())  # fmt: skip
    assert sum(len(each["text"]) for each in Draft.objects.get().others) <= 200_000


QUESTIONS = ["Which treatment?", "For how long?", "Why?"]
ANSWERS = st.lists(st.text(alphabet="ab*?\n ", max_size=20), min_size=3, max_size=3)


@given(answers=ANSWERS, rest=st.text(alphabet="ab*\n ", max_size=30))
def test_answers_come_apart_and_together_again(answers: list[str], rest: str) -> None:
    whole = with_answers(QUESTIONS, answers, rest)
    again, text = split_answers(QUESTIONS, whole)
    assert with_answers(QUESTIONS, again, text).split() == whole.split()


def test_a_draft_comes_back_into_its_fields(as_member: Client, board: Board) -> None:
    Board.objects.filter(pk=board.pk).update(questions="\n".join(QUESTIONS))
    address = reverse("forums:new_topic", args=[board.slug])
    words = {"title": "Ocrevus", "answer_0": "Ocrevus", "answer_2": "It helps.",
             "text": "And\n\nmore.",
             "token": str(uuid.uuid4()), "do": "draft"}  # fmt: skip
    as_member.post(address, words)
    form = as_member.get(address).context["form"]
    values = [form[name].value() for name in ("answer_0", "answer_1", "answer_2", "text")]
    assert values == ["Ocrevus", "", "It helps.", "And\n\nmore."]


def test_a_slow_request_of_the_page_before_does_not_undo_the_merge(
    as_member: Client, topic: Topic
) -> None:
    address = reverse("forums:reply", args=[topic.pk])
    theirs = keep(as_member, topic, "Theirs.", page=str(uuid.uuid4()))
    mine = page_of(as_member, address) | {"known": ""}
    keep(as_member, topic, "Mine.", page=mine["page"])
    merged = as_member.post(
        address, {**mine, "text": "Mine.", "do": f"both:{theirs['known']}"}
    ).context["form"]
    assert merged["text"].value() == "Mine.\n\nTheirs."
    assert merged["page"].value() != mine["page"]
    late = keep(as_member, topic, "Mine, half.", mine["known"], page=mine["page"])
    assert others(late) == ["Mine.\n\nTheirs."]


@pytest.mark.parametrize("how", ["never", "taken back"])
def test_nothing_is_kept_before_it_was_agreed_to(
    as_member: Client, member: Member, topic: Topic, how: str
) -> None:
    if how == "taken back":
        give_consent(member=member)
        as_member.post(reverse("accounts:take_back_consent"))
    else:
        Member.objects.filter(pk=member.pk).update(consent_version=0)
    words = {"place": f"topic:{topic.pk}", "text": "My legs are numb."}
    answer = as_member.post(reverse("composing:autosave_draft"), words)
    assert (answer.status_code, answer.json()) == (403, {"kept": False})
    assert not Draft.objects.exists()
    refused = as_member.post(
        reverse("forums:reply", args=[topic.pk]), {**words, "token": str(uuid.uuid4())}
    )
    # Refused, and not lost: the words stand on the page.
    assert refused.status_code == 403
    assert b"My legs are numb." in refused.content
    assert not Draft.objects.exists()
