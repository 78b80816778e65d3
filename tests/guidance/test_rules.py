"""What fires and what stays quiet."""

import time
import uuid
from datetime import timedelta
from typing import Any

import pytest
from django.db import connection
from django.test import Client
from django.urls import reverse
from django.utils import timezone

from accounts.models import Member
from composing.views.draft_check import MAX_CHECKS, MAX_HELP_CHECKS
from forums.models import Board, Post, Topic
from guidance.drafts import Draft, Prompt, Severity
from guidance.evaluation import default_rules, evaluate
from guidance.models import PromptEvent
from tests.factories import make_reply


def heard(draft: Draft) -> list[Prompt]:
    return evaluate(draft, default_rules())


def rules(text: str = "Ordinary words.", title: str = "") -> dict[str, Severity]:
    found = heard(Draft(kind="opening" if title else "reply", text=text, title=title))
    return {prompt.rule: prompt.severity for prompt in found}


@pytest.mark.parametrize(
    "title",
    ["Help", "Question", "MS", "Advice please", "Please help me", "New here", "Hi everyone",
     "Hello all, a question", "???", "Anyone?", "Need some advice"],
)  # fmt: skip
def test_vague_titles(title: str) -> None:
    assert rules(title=title) == {"G17": Severity.TIP}


@pytest.mark.parametrize(
    "title",
    ["Leg spasms at night", "Fatigue", "Ocrevus", "Numbness", "Waiting for MRI results, day nine",
     "How did you tell your manager", "Back on the bicycle", "Help with baclofen"],
)  # fmt: skip
def test_telling_titles(title: str) -> None:
    assert rules(title=title) == {}


@pytest.mark.parametrize(
    "text",
    ["Write to me at fern@mail.example", "Ring me on 020 7946 0958",
     "My number is +44 20 7946 0958",
     "call (212) 555-2368 tonight", "NHS number 943 476 5919", "I live at 12 Rosemary Road.",
     "fern (at) mail.example", "> ring 020 7946 0958\n\nI would not."],
)  # fmt: skip
def test_personal_details_are_asked_about(text: str) -> None:
    assert rules(text) == {"G21": Severity.ASK}


@pytest.mark.parametrize(
    "text",
    ["My card is 4111 1111 1111 1111", "SSN 536-90-4399", "NI number QQ 12 34 56 C is not one, but "
     "AB 12 34 56 C is"],
)  # fmt: skip
def test_card_and_identity_numbers_are_stopped(text: str) -> None:
    assert rules(text) == {"G21": Severity.BLOCK}


@pytest.mark.parametrize(
    "text",
    ["Ring 116 123, they are kind.", "In the US it is 988 or 800-273-8255.", "1-800-273-8255",
     "Samaritans: 116123", "MS Society helpline 0808 800 8000", "I take 400 mg since 2019.",
     "My scan was on 12/03/2024 at 10:30.", "It cost 1,299.00 in the end.", "4 x 100 m, 20 min",
     "Score 1234567890123 on the game", "Lifeline 13 11 14"],
)  # fmt: skip
def test_help_lines_and_ordinary_numbers_pass(text: str) -> None:
    assert rules(text) == {}


@pytest.mark.parametrize(
    "text",
    ["I want to die.", "i want to kill myself", "I’m going to end my life", "I am suicidal",
     "I don’t want to be here any more", "I wish I was dead.",
     "They would be better off without me",
     "I've been thinking about suicide", "I have suicidal thoughts again"],
)  # fmt: skip
def test_risk_brings_the_help_card(text: str) -> None:
    assert rules(text) == {"G24": Severity.HELP}


@pytest.mark.parametrize(
    "text",
    ["I never wanted to die, I wanted to sleep.", "I'm dying to know how it went.",
     "This fatigue is killing me", "My husband said \"I want to die\" once.",
     "> I want to die\n\nHug.",
     "I used to want to die, years ago.", "The leaflet warns of suicidal thoughts.",
     "I am so tired and sad today, I cry all the time.", "I can't do this any more.",
     "I could have died laughing"],
)  # fmt: skip
def test_illness_talk_and_sadness_stay_quiet(text: str) -> None:
    assert rules(text) == {}


def test_help_beats_all() -> None:
    found = heard(Draft(kind="reply", text="I want to die. Ring me on 020 7946 0958."))
    assert [prompt.rule for prompt in found] == ["G24", "G21"]


def test_long_drafts_are_looked_at_quickly() -> None:
    for text in ("020 7946 0958 " * 1400, "4 " * 10_000, "i want to " * 2000, "a@" * 10_000):
        # The time of this process alone, whatever else the machine does.
        started = time.process_time()
        heard(Draft(kind="reply", text=text))
        assert time.process_time() - started < 2, "not a speed test: a guard against runaway rules"


def start(client: Client, board: Board, **words: str) -> Any:
    return client.post(
        reverse("forums:new_topic", args=[board.slug]), {"token": str(uuid.uuid4()), **words}
    )


def test_prompt_asks_once_and_post_as_it_is_posts(as_member: Client, board: Board) -> None:
    words = {"title": "Help please", "text": "My leg kicks."}
    answer = start(as_member, board, **words)
    assert answer.status_code == 200
    assert b"Could the title say what it is about" in answer.content
    assert b"My leg kicks." in answer.content
    assert Topic.objects.count() == 0
    assert start(as_member, board, **words, as_it_is="G17").status_code == 302


def test_one_prompt_at_a_time_the_most_serious_first(as_member: Client, board: Board) -> None:
    words = {"title": "Help", "text": "Ring 020 7946 0958"}
    first = start(as_member, board, **words)
    assert b"personal details" in first.content
    assert b"Could the title" not in first.content
    second = start(as_member, board, **words, as_it_is="G21")
    assert b"Could the title" in second.content
    assert start(as_member, board, **words, as_it_is="G21,G17").status_code == 302


def test_blocked_numbers_are_never_posted(as_member: Client, board: Board) -> None:
    words = {"title": "Leg spasms", "text": "4111 1111 1111 1111"}
    answer = start(as_member, board, **words, as_it_is="G21")
    assert answer.status_code == 422
    assert Post.objects.count() == 0


def test_help_card_never_delays(as_member: Client, board: Board) -> None:
    answer = start(as_member, board, title="Help", text="I want to die. Ring 020 7946 0958")
    assert answer.status_code == 302
    page = as_member.get(as_member.get(answer["Location"])["Location"])
    assert page.content.count(b"people are there for exactly that, day and night") == 1
    again = as_member.get(Topic.objects.get().get_absolute_url())
    assert b"people are there for exactly that" not in again.content


@pytest.mark.parametrize(
    ("text", "says", "says_not"),
    [
        ("Suddenly cannot see in my left eye", "MS team or an urgent line", "very hard to carry"),
        ("I want to die.", "very hard to carry", "urgent line"),
        ("My brother wants to end his life.", "Are you worried about somebody?", "hard to carry"),
    ],
)
@pytest.mark.parametrize("place", ["topic", "post"])
def test_the_card_after_sending_is_the_one_that_spoke(
    as_member: Client, opening: Post, text: str, says: str, says_not: str, place: str
) -> None:
    name = {"topic": "forums:reply", "post": "forums:reply_to_post"}[place]
    pk = {"topic": opening.topic_id, "post": opening.pk}[place]
    looked = as_member.post(
        reverse("composing:check_draft"), {"place": f"{place}:{pk}", "text": text}
    )
    assert says in looked.json()["prompt"]["message"]
    answer = as_member.post(reverse(name, args=[pk]), {"text": text, "token": str(uuid.uuid4())})
    there = as_member.get(answer["Location"])["Location"]
    assert there.endswith("#just-sent")
    page = as_member.get(there).content.decode()
    assert says in page
    assert says_not not in page
    # Right before the post, which is where the browser scrolls to.
    written = Post.objects.get(text=text)
    beside = page[page.index('id="just-sent"') : page.index(f'id="post-{written.pk}"')]
    assert says in beside
    assert "<article" not in beside.rpartition("</section>")[0]


def test_brain_fog_has_no_card(as_member: Client, topic: Topic) -> None:
    text = "My words are gone after lunch."
    looked = as_member.post(
        reverse("composing:check_draft"), {"place": f"topic:{topic.pk}", "text": text}
    )
    assert looked.json()["prompt"] is None
    words = {"text": text, "token": str(uuid.uuid4())}
    answer = as_member.post(reverse("forums:reply", args=[topic.pk]), words)
    page = as_member.get(as_member.get(answer["Location"])["Location"]).content.decode()
    assert "help-card" not in page


def test_an_edit_has_its_card_at_the_post(as_member: Client, topic: Topic, member: Member) -> None:
    post = make_reply(topic.posts.get(number=1), author=member)
    words = {"text": "I want to die.", "token": str(uuid.uuid4()), "version": 1}
    answer = as_member.post(reverse("forums:edit", args=[post.pk]), words)
    page = as_member.get(as_member.get(answer["Location"])["Location"]).content.decode()
    assert page.index("very hard to carry") < page.index(f'id="post-{post.pk}"')
    assert "Undo sending" not in page


def test_undo_stands_at_the_post_for_its_whole_minute(
    as_member: Client, topic: Topic, monkeypatch: pytest.MonkeyPatch
) -> None:
    words = {"text": "A word.", "token": str(uuid.uuid4())}
    answer = as_member.post(reverse("forums:reply", args=[topic.pk]), words)
    there = as_member.get(answer["Location"])["Location"]
    for _ in range(2):
        page = as_member.get(there).content.decode()
        assert page.index("Undo sending") < page.index("A word.")
    later = timezone.now() + timedelta(seconds=61)
    monkeypatch.setattr("forums.selectors.viewer_state.timezone.now", lambda: later)
    assert "Undo sending" not in as_member.get(there).content.decode()


def test_help_card_on_a_form_error_does_not_claim_it_was_posted(
    as_member: Client, board: Board
) -> None:
    answer = start(as_member, board, title="", text="I want to die.")
    assert answer.status_code == 422
    assert b"What you wrote is posted" not in answer.content
    assert b"Show me who I can ring" in answer.content


def test_look_answers_while_writing(
    as_member: Client, visitor: Client, board: Board, topic: Topic
) -> None:
    address, place = reverse("composing:check_draft"), f"topic:{topic.pk}"
    words = {"place": place, "text": "Mail fern@mail.example"}
    prompt = as_member.post(address, words).json()["prompt"]
    assert (prompt["rule"], prompt["words"]) == ("G21", ["fern@mail.example"])
    nothing = {"prompt": None, "cues": [], "similar": []}
    for odd in ({"place": "x"}, {"place": "topic:999999"}, {"place": place, "text": "w" * 50_000}):
        assert as_member.post(address, odd).json() == nothing
    assert visitor.post(address, words).status_code == 302


def test_looking_stores_and_logs_no_word(
    as_member: Client, topic: Topic, board: Board, caplog: pytest.LogCaptureFixture
) -> None:
    caplog.set_level(0)
    words = {
        "title": "canaryword at night", "text": "At least you can walk, canaryword@mail.example.",
        "token": str(uuid.uuid4()),
    }  # fmt: skip
    for place in (f"topic:{topic.pk}", f"board:{board.pk}"):
        answer = as_member.post(reverse("composing:check_draft"), {**words, "place": place})
        assert answer.json()["prompt"] is not None
    assert PromptEvent.objects.exists()
    with connection.cursor() as cursor:
        for table in connection.introspection.table_names(cursor):
            cursor.execute(f"SELECT count(*) FROM {table} AS t WHERE t::text LIKE '%canaryword%'")
            assert cursor.fetchone() == (0,), table
    assert "canaryword" not in caplog.text


def test_looking_has_a_pace(as_member: Client, topic: Topic) -> None:
    address = reverse("composing:check_draft")
    words = {"place": f"topic:{topic.pk}", "text": "You are an idiot."}
    rules = [as_member.post(address, words).json()["prompt"] for _ in range(MAX_CHECKS + 2)]
    assert [each is not None for each in rules] == [True] * MAX_CHECKS + [False, False]
    # Beyond that, a cry for help is heard all the same.
    cry = as_member.post(address, {**words, "text": "I want to die."}).json()["prompt"]
    assert cry["severity"] == "help"
    for _ in range(MAX_HELP_CHECKS - MAX_CHECKS - 3):
        assert as_member.post(address, words).status_code == 200
    last = as_member.post(address, words)
    assert (last.status_code, last["Retry-After"]) == (429, "60")


def test_a_title_alone_is_heard(as_member: Client, board: Board) -> None:
    words = {
        "place": f"board:{board.pk}",
        "title": "Suddenly cannot see in my left eye",
        "text": "",
    }
    prompt = as_member.post(reverse("composing:check_draft"), words).json()["prompt"]
    assert (prompt["rule"], prompt["severity"]) == ("G15", "help")


def test_while_writing_the_place_counts_too(
    as_member: Client, as_other: Client, topic: Topic
) -> None:
    """Nobody is told how to answer in their own topic, and a wish is known."""
    Topic.objects.filter(pk=topic.pk).update(wish="listening")
    words = {"place": f"topic:{topic.pk}", "text": "You should see somebody about it."}
    asked = as_member.post(reverse("composing:check_draft"), words).json()["prompt"]
    assert asked["rule"] == "G02"
    assert (
        as_other.post(reverse("composing:check_draft"), words).json()["prompt"] is None
    )  # their own
    Topic.objects.filter(pk=topic.pk).update(wish="ideas")
    assert as_member.post(reverse("composing:check_draft"), words).json()["prompt"] is None


def test_guidelines_stand_above_the_box_for_the_first_two_posts(
    as_member: Client, member: Member, topic: Topic, board: Board
) -> None:
    from tests.factories import make_reply

    for expected in (True, True, False):
        page = as_member.get(topic.get_absolute_url()).content
        assert (b"New here? How we are with each other" in page) is expected
        make_reply(topic.posts.get(number=1), author=member)


def test_guidelines_and_help_are_open_to_everybody(visitor: Client, db: Any) -> None:
    page = visitor.get(reverse("guidance:guidelines"))
    assert page.content.count(b'id="guideline-') == 9
    assert "X-Robots-Tag" not in page
    help_page = visitor.get(reverse("guidance:help")).content
    assert b"116 123" in help_page
    assert b"not checked" not in help_page


CRY = "I want to kill myself tonight."


def test_help_is_shown_whatever_becomes_of_the_form(
    log_in: Any, member: Member, topic: Topic
) -> None:
    client, address = log_in(member), reverse("forums:reply", args=[topic.pk])
    card = b"people are there for exactly that, day and night"
    for words in (
        {"text": CRY, "do": "split"}, {"text": CRY, "do": "preview"}, {"text": CRY, "token": "x"},
        {"text": CRY + " word" * 5000},
    ):  # fmt: skip
        assert card in client.post(address, {"token": str(uuid.uuid4()), **words}).content, words
    Topic.objects.filter(pk=topic.pk).update(slow_minutes=30)
    make_reply(topic.posts.get(number=1), author=member)
    answer = client.post(address, {"token": str(uuid.uuid4()), "text": CRY})
    assert answer.status_code == 429
    assert card in answer.content


def test_help_is_shown_when_words_are_kept_for_later(as_member: Client, topic: Topic) -> None:
    address = reverse("forums:reply", args=[topic.pk])
    words = {"text": CRY, "do": "draft", "token": str(uuid.uuid4())}
    page = as_member.post(address, words, follow=True).content.decode()
    card = page[page.index("help-card") : page.index("</aside>")]
    assert "people are there for exactly that" in card
    assert "Show me who I can ring" in card
    assert "Only you can see it" in card
    assert "is posted" not in card
    assert "help-card" not in as_member.get(reverse("composing:drafts")).content.decode()
    words |= {"text": "And tea.", "token": str(uuid.uuid4())}
    assert "help-card" not in as_member.post(address, words, follow=True).content.decode()


def test_a_card_that_nobody_saw_is_shown_with_the_next_post(
    as_member: Client, topic: Topic
) -> None:
    address = reverse("forums:reply", args=[topic.pk])
    as_member.post(address, {"text": CRY, "token": str(uuid.uuid4())})
    answer = as_member.post(address, {"text": "And tea.", "token": str(uuid.uuid4())})
    page = as_member.get(as_member.get(answer["Location"])["Location"])
    assert b"people are there for exactly that" in page.content


def test_line_ends_do_not_make_a_draft_too_long_to_look_at(as_member: Client, topic: Topic) -> None:
    text = "a\r\n" * 6_700 + CRY
    looked = as_member.post(
        reverse("composing:check_draft"), {"place": f"topic:{topic.pk}", "text": text}
    )
    assert looked.json()["prompt"]["severity"] == "help"


@pytest.mark.parametrize("text", [
    "I've taken an overdose.", "I took all of my pills.", "I have taken all my tablets",
    "i've swallowed the whole packet of baclofen", "I took too many painkillers", "I overdosed.",
    "I can't keep myself safe tonight.", "kms", "I have the pills in front of me.",
])  # fmt: skip
def test_too_much_that_was_taken_is_heard(text: str) -> None:
    for kind in ("reply", "opening"):
        assert "G24" in {prompt.rule for prompt in heard(Draft(kind=kind, text=text))}


@pytest.mark.parametrize("text", [
    "I took all my tablets as prescribed and feel fine.", "I have taken all my meds for today.",
    "I took all my tablets with breakfast.", "I ate the whole packet of biscuits.",
    "I had the whole packet of crisps.", "My legs are dead after the gym.",
    "I see nothing wrong with that.",
])  # fmt: skip
def test_what_is_taken_every_day_is_not(text: str) -> None:
    assert not {"G24", "G15"} & {prompt.rule for prompt in heard(Draft(kind="reply", text=text))}


@pytest.mark.parametrize("text", [
    "Since this morning I see nothing with my left eye.", "My sight disappeared on one side today.",
    "Numb from the waist down since this morning.",
])  # fmt: skip
def test_sudden_signs_in_other_words(text: str) -> None:
    assert "G15" in {prompt.rule for prompt in heard(Draft(kind="reply", text=text))}


@pytest.mark.parametrize(
    "text",
    [
        "How many baclofen tablets would kill me?",
        "lethal dose of morphine for 60 kg?",
        "My words: what is the most painless way to die?",
    ],
)
def test_help_stands_beside_words_that_will_wait(
    as_member: Client, topic: Topic, text: str
) -> None:
    words = {"place": f"topic:{topic.pk}", "text": text}
    prompt = as_member.post(reverse("composing:check_draft"), words).json()["prompt"]
    assert (prompt["severity"], prompt["help"]) == ("hold", True)


def test_two_kinds_of_help_are_both_said(as_member: Client, topic: Topic) -> None:
    text = "Suddenly cannot see in my left eye.\nI want to kill myself."
    words = {"place": f"topic:{topic.pk}", "text": text}
    prompt = as_member.post(reverse("composing:check_draft"), words).json()["prompt"]
    assert "very hard to carry" in prompt["message"]
    assert "today" in prompt["message"]
    preview = as_member.post(
        reverse("forums:reply", args=[topic.pk]),
        {"text": text, "token": str(uuid.uuid4()), "do": "preview"},
    ).content.decode()
    assert "very hard to carry" in preview
    assert prompt["message"].split(".")[0].replace("'", "&#x27;") in preview


def test_nobody_in_danger_is_told_what_is_good_in_a_reply(as_member: Client, topic: Topic) -> None:
    address, place = reverse("composing:check_draft"), f"topic:{topic.pk}"
    for text in ("How many baclofen tablets would kill me?", "Why do I want to die?"):
        assert as_member.post(address, {"place": place, "text": text}).json()["cues"] == []
    asked = {"place": place, "text": "How is it today, and did the nurse ring?"}
    assert as_member.post(address, asked).json()["cues"] == ["question"]
