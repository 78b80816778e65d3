"""Any text, on the whole way from the form to its answer: nothing breaks, and no word is lost."""

import uuid
from typing import Any

import pytest
from django.core.cache import cache
from django.test import Client
from django.urls import reverse
from hypothesis import HealthCheck, given, settings
from hypothesis import strategies as st

from composing.models import Draft
from forums.models import PendingPost, Post, Topic
from text.limits import DRAFT, POST
from text.tidying import has_words, tidy

# Words that rules listen for, beside anything that can be typed.
PIECES = st.one_of(
    st.text(max_size=40),
    st.sampled_from(
        [
            "At least you can walk. ", "I want to die. ", "020 7946 0958 ", "> quoted\n",
            "“you idiot” ", "stop your Ocrevus ", "@otter ", "**", "```\n", "\u202e", "\x00",
            "\ud800", "é" * 50, "\n\n", "4111 1111 1111 1111 ", "https://a.example/?ref=1 ",
            "DM me to buy 50% off ",
        ]
    ),
)  # fmt: skip
# Up to 200 kB, made long by saying it again.
TEXTS = st.builds(
    lambda pieces, times: ("".join(pieces) * times)[:200_000],
    st.lists(PIECES, min_size=1, max_size=8),
    st.sampled_from([1, 1, 1, 1, 30, 2000, 200_000]),
)
MANY = settings(
    max_examples=25, deadline=None, suppress_health_check=list(HealthCheck), derandomize=True
)


def clean() -> None:
    """Nothing of the example before."""
    cache.clear()
    Draft.objects.all().delete()
    PendingPost.objects.update(text="")


def sendable(text: str) -> str:
    """As a browser sends it: no lone halves of a character."""
    return text.encode("utf-8", "replace").decode()


@MANY
@given(text=TEXTS, do=st.sampled_from(["", "preview", "split", "draft", "both:x", "apart"]))
def test_any_text_is_answered_and_kept(as_member: Client, topic: Topic, text: str, do: str) -> None:
    clean()
    text = sendable(text)
    address = reverse("forums:reply", args=[topic.pk])
    before = Post.objects.count()
    words = {"text": text, "token": str(uuid.uuid4()), "do": do}
    answer: Any = as_member.post(address, words)
    assert answer.status_code in {200, 302, 403, 422, 429}
    if answer.status_code == 302:
        kept = [
            text
            for model in (Draft, PendingPost)
            for text in model.objects.values_list("text", flat=True)
        ]
        if Post.objects.count() > before:
            kept.append(Post.objects.latest("pk").text)
        assert not tidy(text).strip() or any(tidy(text) in each for each in kept)
        return
    # The page comes back with everything that was written; a split changes only where lines end.
    shown = answer.context["form"]["text"].value()
    assert tidy(shown).split() == tidy(text).split()


@MANY
@given(text=TEXTS)
def test_any_text_can_be_looked_at_and_kept(as_member: Client, topic: Topic, text: str) -> None:
    clean()
    text = sendable(text)
    words = {"place": f"topic:{topic.pk}", "text": text, "token": str(uuid.uuid4())}
    first, second = (as_member.post(reverse("composing:check_draft"), words) for _n in range(2))
    assert first.status_code == 200
    # The same words are heard in the same way.
    assert first.json() == second.json()
    kept = as_member.post(reverse("composing:autosave_draft"), words)
    if len(tidy(text)) > DRAFT:
        assert kept.status_code == 422
    elif has_words(text):
        assert kept.json()["kept"] is True
        assert Draft.objects.get().text == tidy(text)


@pytest.mark.parametrize("length", [POST - 1, POST, POST + 1, 200_000, 900_000])
def test_the_limit_is_said_with_the_words(as_member: Client, topic: Topic, length: int) -> None:
    text = ("word " * (length // 5 + 1))[:length].strip().ljust(length, "x")
    address = reverse("forums:reply", args=[topic.pk])
    answer = as_member.post(address, {"text": text, "token": str(uuid.uuid4()), "as_it_is": "G18"})
    assert answer.status_code == (302 if length <= POST else 422)
    if length > POST:
        assert f"{length - POST} character" in answer.content.decode()
        assert answer.context["form"]["text"].value() == text
