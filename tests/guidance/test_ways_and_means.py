"""G25 stops who urges somebody to die, holds who looks for a way, and leaves despair alone."""

import uuid
from typing import Any

import pytest
from django.test import Client
from django.urls import reverse

from forums.models import PendingPost, Post, Topic
from guidance.drafts import Draft, Severity
from guidance.evaluation import default_rules, evaluate

URGING = [
    "Why don't you jump off a bridge.",
    "Go and kill yourself.",
    "kys",
    "The world would be better off without you.",
    "I hope your heart stops tonight.",
    "I pray that your MS kills you.",
    "Hope your heart stops, nobody will miss you.",
    "Just drop dead.",
    "You should die.",
    "Die already, you useless cow.",
    "Die in a fire.",
    "Why don't you kill yourself, nobody cares.",
    "You'd be better off dead.",
    "Do us all a favour and hang yourself.",
    "I hope you die alone.",
    "Hurry up and die.",
    "Please just end your life.",
    "You don't deserve to live.",
    "Go kill yourself, Heron.",
]
URGING_ALL = [
    "You all should die.",
    "You people can all go and kill yourselves.",
    "@heron go and kill yourself",
]
WAYS = [
    "How many baclofen tablets would it take to die?",
    "What is the most painless way to kill myself?",
    "What is the lethal dose of insulin?",
    "I am scared, but how many tablets would be enough to kill me?",
    "Where can I buy nembutal?",
    "How do I hang myself?",
    "Tell me the easiest way to die.",
    "I have saved 60 baclofen tablets, enough to die.",
    "Does anyone know a painless way to end it?",
    "how much morphine is fatal",
    "Which bridge is best for jumping off to die? What's the surest way to kill myself?",
]
# Despair, self-talk, comfort, other languages, figures of speech.
NEITHER = [
    "Yep, this is all I needed. See you guys later, Ima go jump off a cliff",
    "I could jump off a bridge, this form is eleven pages",
    "I see no way forward because I want to die.",
    "I want to die.",
    "Die Spastik ist abends am schlimmsten.",
    "Die Müdigkeit macht mich fertig.",
    "Die hard fans of the sofa unite.",
    "I hope you don't die.",
    "I pray you never die of this.",
    "I hope you never feel that you should die.",
    "My brain keeps telling me to kill myself.",
    "My brain says kill yourself every night.",
    "You're useless, just kill yourself, I tell myself.",
    "Everyone would be better off without me.",
    "The voice in my head says everyone would be better off without you.",
    "I wish there was a painless way to die.",
    "I wish I could find an easy way to end it all.",
    "Sometimes dying seems the easiest way out.",
    "I can't see any way to go on living like this.",
    "There is nothing left to live for, I just want to end it.",
    "I have been saving my pills for when it gets too much.",
    "Just die already, I say to my legs.",
    "I should just kill myself.",
    "how could I kill myself when my kids need me",
    "They told me to go kill myself.",
    "Please don't kill yourself, we would miss you.",
    "Nobody would miss me.",
    "You feel the world would be better off without you, and that isn't true.",
    "Is there any way to die less inside at work?",
    "I don't know how to live and I don't know how to die.",
    "What is the best way to end it with my boyfriend?",
    "Part of me wants to drop dead.",
    "I could have died.",
    "I want it to end.",
    "kill me now, another form to fill in",
    "I used to think about ways to die, years ago.",
    "I thought about which bridge, and then I rang my sister.",
    "why am I even still alive",
    "I deserve to die.",
    "I don't deserve to live.",
    "Do you ever think your family would be better off without you?",
    "I hope you die... no wait, I hope I die.",
]


def severities(text: str, kind: str) -> set[Severity]:
    found = evaluate(Draft(kind=kind, text=text), default_rules())
    return {prompt.severity for prompt in found if prompt.rule == "G25"}


@pytest.mark.parametrize("text", URGING)
def test_urging_somebody_to_die_is_stopped(text: str) -> None:
    assert Severity.BLOCK in severities(text, "reply")
    # Where a topic begins nobody is spoken to.
    assert Severity.BLOCK not in severities(text, "opening") or "Heron" in text


@pytest.mark.parametrize("text", URGING_ALL)
def test_so_is_urging_all_who_read(text: str) -> None:
    assert Severity.BLOCK in severities(text, "opening")


@pytest.mark.parametrize("kind", ["opening", "reply"])
@pytest.mark.parametrize("text", WAYS)
def test_whoever_looks_for_a_way_is_held(text: str, kind: str) -> None:
    assert severities(text, kind) == {Severity.HOLD}


@pytest.mark.parametrize("kind", ["opening", "reply", "title"])
@pytest.mark.parametrize("text", NEITHER)
def test_despair_is_never_stopped_nor_held(text: str, kind: str) -> None:
    assert severities(text, kind) == set()


@pytest.mark.parametrize("urging", URGING[:6])
def test_a_kind_sentence_adds_no_block(urging: str) -> None:
    """And one's own despair takes it away: then it is said to oneself."""
    for kind in ("Thank you for telling us.", "Sending you a hug.", "I am here if you like."):
        assert severities(f"{kind} I want to die.", "reply") == set()
    assert severities(f"I am worthless. {urging}", "reply") == set()


def test_somebody_who_despairs_is_published_with_a_card(as_member: Client, topic: Topic) -> None:
    text = "I see no way forward because I want to die."
    words: dict[str, Any] = {"text": text, "token": str(uuid.uuid4())}
    answer = as_member.post(reverse("forums:reply", args=[topic.pk]), words)
    assert answer.status_code == 302
    assert Post.objects.get(text=text).is_published
    assert not PendingPost.objects.exists()
    page = as_member.get(topic.get_absolute_url()).content.decode()
    assert "help-card" in page
