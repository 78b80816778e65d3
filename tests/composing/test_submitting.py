"""From a form that is sent to what becomes of it."""

import re
import uuid
from datetime import timedelta
from typing import Any

import pytest
from django.test import Client
from django.urls import reverse
from django.utils import timezone

from accounts.models import Member
from composing.actions.submissions import KEPT_FOR, forget_old_submissions
from composing.models import Draft, Submission
from composing.templatetags.composing import _empty_box
from forums.models import Post, Topic
from guidance.models import Dismissal, PromptEvent
from mssupport.checks import surfaces_are_apart
from mssupport.registry import SURFACES
from tests.factories import make_reply

# A rule asks about it.
HARSH = "At least you can still walk to the shops."


def send(client: Client, topic: Topic, text: str, **more: Any) -> Any:
    words = {"text": text, "token": str(uuid.uuid4()), "page": str(uuid.uuid4()), **more}
    return client.post(reverse("forums:reply", args=[topic.pk]), words)


@pytest.fixture
def asked_twice(as_member: Client, member: Member, topic: Topic) -> Any:
    """The page that asks what a rule asks and what the topic asks."""
    opening = topic.posts.get(number=1)
    for _ in range(2):
        make_reply(opening, author=member)
    return send(as_member, topic, HARSH)


def test_a_rule_and_the_topic_ask_on_one_page(asked_twice: Any, topic: Topic) -> None:
    page = asked_twice.content.decode()
    assert asked_twice.status_code == 200
    assert page.count('id="answer"') == 1
    context = asked_twice.context
    assert str(context["prompt"].message) in page
    assert "The last posts here are yours" in page
    assert context["asked"].rules == f"{context['prompt'].rule},third_in_row:{topic.pk}"
    assert HARSH in page


def test_one_press_answers_both(
    as_member: Client, member: Member, topic: Topic, asked_twice: Any
) -> None:
    rules = asked_twice.context["asked"].rules
    assert send(as_member, topic, HARSH, as_it_is=rules).status_code == 302
    assert Post.objects.filter(author=member, text=HARSH).exists()
    quiet = set(Dismissal.objects.filter(member=member).values_list("rule", flat=True))
    assert quiet >= set(rules.split(","))


def test_that_the_rule_does_not_fit_answers_both_too(
    as_member: Client, member: Member, topic: Topic, asked_twice: Any
) -> None:
    form, rule = asked_twice.context["form"], asked_twice.context["prompt"].rule
    answered = {"as_it_is": form["as_it_is"].value(), "wrong": rule}
    assert send(as_member, topic, HARSH, **answered).status_code == 302
    assert PromptEvent.objects.filter(member=member, rule=rule).exists()


def test_the_way_that_the_topic_offers_answers_the_rule_too(
    as_member: Client, member: Member, topic: Topic, asked_twice: Any
) -> None:
    rules = asked_twice.context["asked"].rules
    assert f'value="merge:{rules}"' in asked_twice.content.decode()
    assert send(as_member, topic, HARSH, do=f"merge:{rules}").status_code == 302
    last = Post.objects.filter(author=member).latest("pk")
    assert last.text.endswith(f"\n\n{HARSH}")
    assert Post.objects.filter(author=member).count() == 2


def test_undo_and_help_stand_on_every_device(
    as_member: Client, member: Member, topic: Topic
) -> None:
    assert send(as_member, topic, "I want to die.").status_code == 302
    elsewhere = type(as_member)()
    elsewhere.force_login(member)
    pages = [elsewhere.get(topic.get_absolute_url()).content.decode() for _ in range(2)]
    assert all("Undo sending" in page for page in pages)
    assert ["very hard to carry" in page for page in pages] == [True, False]


def test_a_sent_form_is_known_without_its_words(
    as_member: Client, member: Member, topic: Topic
) -> None:
    page = str(uuid.uuid4())
    send(as_member, topic, "canaryword", page=page)
    (row,) = Submission.objects.filter(member=member).values()
    assert "canaryword" not in str(row)
    # The same page is slow, and its last draft comes after the post.
    late = {"place": f"topic:{topic.pk}", "text": "canarywo", "page": page}
    late["token"] = str(Post.objects.get(text="canaryword").token)
    assert as_member.post(reverse("composing:autosave_draft"), late).json() == {"kept": True}
    assert not Draft.objects.exists()


def test_the_session_knows_nothing_of_what_was_sent(as_member: Client, topic: Topic) -> None:
    before = dict(as_member.session)
    send(as_member, topic, "Thank you.")
    assert dict(as_member.session) == before


def test_what_was_sent_long_ago_is_forgotten(
    as_member: Client, member: Member, topic: Topic
) -> None:
    send(as_member, topic, "Thank you.")
    assert forget_old_submissions() == 0
    Submission.objects.update(sent_at=timezone.now() - KEPT_FOR - timedelta(days=1))
    assert forget_old_submissions() == 1


def test_a_draft_of_no_surface_is_not_kept(as_member: Client) -> None:
    words = {"place": "nowhere:1", "text": "Begun."}
    assert as_member.post(reverse("composing:autosave_draft"), words).status_code == 422


def test_two_apps_with_the_same_surfaces_are_found(monkeypatch: pytest.MonkeyPatch) -> None:
    assert surfaces_are_apart() == []
    monkeypatch.setattr("mssupport.registry.SURFACES", (*SURFACES, *SURFACES))
    (error,) = surfaces_are_apart()
    assert error.id == "mssupport.E002"
    assert "board" in error.msg


def test_an_empty_box_is_drawn_once_with_marks_of_its_own(as_member: Client, topic: Topic) -> None:
    _empty_box.cache_clear()
    marks = set()
    for _ in range(3):
        page = as_member.get(topic.get_absolute_url()).content.decode()
        found = re.findall(r'name="(token|page)"[^>]*value="([0-9a-f-]{36})"', page)
        assert {name for name, _value in found} == {"token", "page"}
        marks |= {value for _name, value in found}
    assert len(marks) == 6
    assert _empty_box.cache_info().misses == 1
    assert _empty_box.cache_info().hits == 2
