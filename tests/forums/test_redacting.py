"""Details that a moderator takes out of a post go from wherever it was quoted, and nothing else."""

import uuid
from typing import Any

import pytest
from django.db import connection
from django.test.utils import CaptureQueriesContext

from accounts.models import Member
from composing.actions.drafts import save_draft
from composing.models import Draft
from forums.actions import redacting
from forums.actions.redacting import take_out
from forums.actions.replies import edit_post
from forums.actions.visibility import hide_post
from forums.models import PendingPost, Post, Topic
from tests.factories import make_reply, make_topic


@pytest.mark.parametrize(
    ("quoted", "left"),
    [
        ("> My street is Elm Lane 4, come by.", "> My street is […], come by."),
        ("> My street is Elm\n> Lane 4, come by.", "> My street is […], come by."),
        ("> my street is ELM LANE 4", "> my street is […]"),
    ],
)
def test_a_detail_is_taken_out_of_quotes_too(
    topic: Topic, moderator: Member, quoted: str, left: str
) -> None:
    opening = topic.posts.get(number=1)
    post = make_reply(opening, text="My street is Elm Lane 4, come by.")
    answer = make_reply(opening, text=f"heron wrote:\n{quoted}\n\nElm Lane 4 is in my town too.")
    take_out(post=post, by=moderator, words=["Elm Lane 4"])
    answer.refresh_from_db()
    assert left in answer.text
    assert answer.text.endswith("Elm Lane 4 is in my town too."), "their own words stay"
    assert "[…]" in answer.html


@pytest.mark.parametrize(
    ("said", "words"),
    [
        ("Ring Anna  Schmidt.", "Anna Schmidt"), ("Ring Anna\nSchmidt.", "Anna Schmidt"),
        ("Ring Anna\u00a0Schmidt.", "Anna Schmidt"), ("Ring ANNA schmidt.", "Anna Schmidt"),
        ("Ring *Anna* **Schmidt**.", "Anna Schmidt"), ("Ask O’Brien.", "O'Brien"),
        ("Ring 0161-496 0345.", "0161 496 0345"), ("Ring (0161) 4960345.", "01614960345"),
        ("Ring 0161.496.0345.", "0161 496 0345"),
    ],
)  # fmt: skip
@pytest.mark.parametrize("where", ["post", "history"])
def test_a_detail_goes_in_any_spelling(
    topic: Topic, moderator: Member, said: str, words: str, where: str
) -> None:
    post = make_reply(topic.posts.get(number=1), text=f"{said} Annabel knows. {words}")
    if where == "history":
        edit_post(post=post, by=post.author, text=f"Nothing. {words}", version=post.version)
    take_out(post=Post.objects.get(pk=post.pk), by=moderator, words=[words])
    post.refresh_from_db()
    texts = [post.text, *(each.text for each in post.revisions.all())]
    assert len(texts) == (2 if where == "history" else 1)
    left = " ".join(texts)
    assert left.count("[…]") == (3 if where == "history" else 2)
    assert "Annabel knows" in left
    assert not any(each in left.casefold() for each in ("schmidt", "brien", "0345"))


def test_figures_of_other_numbers_stay(topic: Topic, moderator: Member) -> None:
    post = make_reply(topic.posts.get(number=1), text="Ring 123456. I took 123,456 steps.")
    take_out(post=post, by=moderator, words=["123456"])
    post.refresh_from_db()
    assert post.text == "Ring […]. I took 123,456 steps."


@pytest.mark.parametrize("quoted", ["> Ring Anna Schmidt.", "> Ring *Anna* Schmidt.",
                                    "> Ring **Anna Schmidt**."])  # fmt: skip
@pytest.mark.parametrize("where", ["published", "hidden", "draft", "held"])
def test_a_detail_is_taken_out_of_every_quote(
    opening: Post, other: Member, moderator: Member, quoted: str, where: str
) -> None:
    post = make_reply(opening, text="Ring Anna Schmidt.")
    text = f"{quoted}\n\nWho is Anna Schmidt to you?"
    match where:
        case "draft":
            save_draft(member=other, place=f"post:{post.pk}", title="", text=text)
        case "held":
            PendingPost.objects.create(
                board=opening.topic.board, topic=opening.topic, author=other, text=text,
                token=uuid.uuid4(),
            )  # fmt: skip
        case _:
            reply = make_reply(post, author=other, text=text)
            if where == "hidden":
                hide_post(post=reply, by=moderator)
    take_out(post=Post.objects.get(pk=post.pk), by=moderator, words=["Anna Schmidt"])
    model = {"draft": Draft, "held": PendingPost}.get(where, Post)
    left = model.objects.filter(text__contains="Who is Anna").get().text
    assert "Anna" not in left.partition("\n")[0]
    # Their own words are theirs.
    assert left.endswith("Who is Anna Schmidt to you?")


@pytest.mark.parametrize(
    ("written", "left"),
    [
        ("heron wrote:\n> My street is Elm Lane 4, come by.\n\nSo far?",
         "heron wrote:\n> My street is […], come by.\n\nSo far?"),
        ("- > My street is Elm Lane 4", "- > My street is […]"),
        ("> And you?\n> My street is Elm Lane 4", "> And you?\n> My street is […]"),
        ("You wrote “my street is Elm Lane 4” there.", "You wrote “my street is […]” there."),
        ('As in "My street is elm lane 4".', 'As in "My street is […]".'),
        # Of somebody else's words, and of their own, nothing is taken.
        ("> I lived in Elm Lane 4 once.", "> I lived in Elm Lane 4 once."),
        ("Elm Lane 4 is in my town too.", "Elm Lane 4 is in my town too."),
        ("Is “Elm Lane 4” far?", "Is “Elm Lane 4” far?"),
    ],
)  # fmt: skip
@pytest.mark.parametrize("where", ["post", "draft", "held"])
def test_also_in_other_topics(
    topic: Topic, other: Member, moderator: Member, written: str, left: str, where: str
) -> None:
    post = make_reply(topic.posts.get(number=1), text="My street is Elm Lane 4, come by.")
    elsewhere = make_topic(title="Another topic")
    match where:
        case "post":
            make_reply(elsewhere, text=written)
        case "draft":
            place = f"topic:{elsewhere.topic_id}"
            save_draft(member=other, place=place, title="", text=written)
        case "held":
            PendingPost.objects.create(
                board=elsewhere.topic.board, topic=elsewhere.topic, author=other, text=written,
                token=uuid.uuid4(),
            )  # fmt: skip
    take_out(post=post, by=moderator, words=["Elm Lane 4"])
    model: Any = {"draft": Draft, "held": PendingPost}.get(where, Post)
    found = model.objects.latest("pk")
    assert found.text == left
    if where == "post":
        assert ("Elm Lane" in found.html) is ("Elm Lane" in left)


def test_nothing_is_drawn_while_the_topic_is_locked(
    topic: Topic, moderator: Member, monkeypatch: pytest.MonkeyPatch
) -> None:
    opening = topic.posts.get(number=1)
    post = make_reply(opening, text="My street is Elm Lane 4, come by.")
    for _ in range(3):
        make_reply(opening, text="> My street is Elm Lane 4\n\nFar.")
    drawn: list[bool] = []
    real = redacting.render
    with CaptureQueriesContext(connection) as asked:
        monkeypatch.setattr(
            redacting, "render",
            lambda text: drawn.append(any("FOR NO KEY" in q["sql"] for q in asked)) or real(text),
        )  # fmt: skip
        take_out(post=post, by=moderator, words=["Elm Lane 4"])
    assert drawn
    assert not any(drawn)
    assert Post.objects.filter(html__contains="[…]").count() == 4


@pytest.mark.parametrize(
    ("quoted", "left"),
    [
        ("> Ann was at the Annual meeting.", "> […] was at the […]ual meeting."),
        # Not the same words: what is not the detail stays.
        ("> The Annual meeting with Ann", "> The Annual meeting with […]"),
        ("> An annual rite, ANN said", "> An annual rite, […] said"),
    ],
)
def test_a_quote_keeps_what_is_not_the_detail(
    topic: Topic, moderator: Member, quoted: str, left: str
) -> None:
    opening = topic.posts.get(number=1)
    post = make_reply(opening, text="Ann was at the Annual meeting.")
    answer = make_reply(opening, text=f"{quoted}\n\nI see.")
    take_out(post=post, by=moderator, words=["Ann"])
    answer.refresh_from_db()
    assert answer.text == f"{left}\n\nI see."


def test_every_version_of_a_draft_is_cleaned(
    topic: Topic, other: Member, moderator: Member
) -> None:
    post = make_reply(topic.posts.get(number=1), text="My street is Elm Lane 4, come by.")
    draft = save_draft(member=other, place=f"topic:{topic.pk}", title="", text="On one device.")
    assert draft is not None
    Draft.objects.filter(pk=draft.pk).update(
        others=[{**draft.as_version, "text": "> My street is Elm Lane 4\n\nOn another."}]
    )
    take_out(post=post, by=moderator, words=["Elm Lane 4"])
    draft.refresh_from_db()
    assert draft.text == "On one device."
    assert [each["text"] for each in draft.others] == ["> My street is […]\n\nOn another."]


def test_only_what_changes_is_drawn(
    topic: Topic, moderator: Member, monkeypatch: pytest.MonkeyPatch
) -> None:
    opening = topic.posts.get(number=1)
    post = make_reply(opening, text="My street is Elm Lane 4, come by.")
    for number in range(5):
        make_reply(opening, text=f"> Something else, number {number}\n\nYes.")
    make_reply(opening, text="> My street is Elm Lane 4\n\nFar.")
    drawn: list[str] = []
    real = redacting.render
    monkeypatch.setattr(redacting, "render", lambda text: drawn.append(text) or real(text))
    take_out(post=post, by=moderator, words=["Elm Lane 4"])
    assert sorted(drawn) == ["> My street is […]\n\nFar.", "My street is […], come by."]


@pytest.mark.parametrize(
    ("stands", "typed"),
    [
        ("E\u0301mile", "\u00c9mile"), ("\u00c9mile", "E\u0301mile"), ("An\u00adna", "Anna"),
        ("An\u200bna", "Anna"), ("ＡＮＮＡ", "Anna"), ("Elm\u2011Lane 4", "Elm-Lane 4"),
        ("Elm–Lane 4", "Elm-Lane 4"), ("Elm—Lane—4", "Elm Lane 4"), ("Elm Lane, 4", "Elm Lane 4"),
        ("0161–496–0345", "0161 496 0345"), ("0161,496,0345", "01614960345"),
        ("０１６１４９６０３４５", "01614960345"), ("STRASSE 5", "straße 5"),
        ("_Anna_ Schmidt", "Anna Schmidt"), ("**Anna** Schmidt", "Anna Schmidt"),
        ("ann.smith @ mail.example", "ann.smith@mail.example"),
    ],
)  # fmt: skip
def test_a_detail_goes_however_it_is_spelt(
    opening: Post, moderator: Member, stands: str, typed: str
) -> None:
    text = f"Please come Before {stands} behind."
    post = make_reply(opening, text=text)
    asks = make_reply(opening, text=f"> {text}\n\nWhat do you mean?")
    saying = make_reply(opening, text=f"You wrote ‘{text}’ and I wonder.")
    take_out(post=post, by=moderator, words=[typed])
    for each in (post, asks, saying):
        each.refresh_from_db()
        assert stands not in each.text, each.text
        assert "[…]" in each.text
        assert "Before" in each.text
        assert "behind." in each.text


def test_a_number_that_is_parted_otherwise_goes_from_other_topics_too(
    opening: Post, moderator: Member
) -> None:
    post = make_reply(opening, text="Please ring 0161 496 0345 after six.")
    quote = "> Please ring 0161-4960345 after six.\n\nI did."
    elsewhere = make_reply(make_topic(), text=quote)
    take_out(post=post, by=moderator, words=["0161 496 0345"])
    elsewhere.refresh_from_db()
    assert "4960345" not in elsewhere.text


def test_what_only_looks_like_it_stays(opening: Post, moderator: Member) -> None:
    post = make_reply(opening, text="Anna and Annabel, 1614 and 4 Elm.")
    take_out(post=post, by=moderator, words=["ANNA"])
    post.refresh_from_db()
    assert post.text == "[…] and Annabel, 1614 and 4 Elm."
