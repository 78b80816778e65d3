"""What guidance said beside a form is known for the post that came of it; the draft is not."""

import uuid
from datetime import timedelta
from typing import Any

from django.core.management import call_command
from django.test import Client
from django.urls import reverse
from django.utils import timezone

from accounts.models import Member
from composing.models import Draft
from forums.models import Post, Topic
from guidance.models import Dismissal, Guideline, PromptEvent
from tests.moderation.acts import report

LETS_MEET = "Write to me at canary@mail.example if you like."


def test_the_case_says_what_the_author_saw(
    as_member: Client, as_moderator: Client, member: Member, topic: Topic, guideline: Guideline
) -> None:
    token = str(uuid.uuid4())
    asked = as_member.post(
        reverse("composing:check_draft"),
        {"place": f"topic:{topic.pk}", "text": LETS_MEET, "token": token},
    )
    assert asked.json()["prompt"]["rule"] == "G21"
    (shown,) = PromptEvent.objects.filter(member=member)
    assert (str(shown.token), shown.rule) == (token, "G21")
    assert "canary" not in shown.message
    # It is sent with other words: what was seen was seen all the same.
    as_member.post(
        reverse("forums:reply", args=[topic.pk]), {"text": "Let us talk here.", "token": token}
    )
    post = Post.objects.get(author=member)
    page = as_moderator.get(report(post, guideline).case.get_absolute_url()).content.decode()
    assert "What the page said to the author" in page
    assert shown.message[:40] in page


def test_without_scripts_it_is_known_too(as_member: Client, member: Member, topic: Topic) -> None:
    token = str(uuid.uuid4())
    address = reverse("forums:reply", args=[topic.pk])
    assert as_member.post(address, {"text": LETS_MEET, "token": token}).status_code == 200
    as_member.post(address, {"text": LETS_MEET, "token": token, "as_it_is": "G21"})
    assert Post.objects.filter(author=member).count() == 1
    assert list(PromptEvent.objects.values_list("rule", flat=True)) == ["G21"]


def test_the_case_also_says_what_was_seen_while_changing_it(
    as_member: Client, as_moderator: Client, member: Member, topic: Topic, guideline: Guideline
) -> None:
    as_member.post(
        reverse("forums:reply", args=[topic.pk]), {"text": "Hello.", "token": uuid.uuid4()}
    )
    post = Post.objects.get(author=member)
    address = reverse("forums:edit", args=[post.pk])
    for _twice in range(2):
        token = str(uuid.uuid4())
        post.refresh_from_db()
        form = {"text": LETS_MEET, "token": token, "version": str(post.version)}
        as_member.post(address, form)
        answer = as_member.post(address, {**form, "as_it_is": "G21"})
        assert answer.status_code == 302
        assert answer.cookies["sent"].value == token
        Dismissal.objects.all().delete()
    (shown,) = PromptEvent.objects.filter(member=member)
    assert shown.token == post.token
    page = as_moderator.get(report(post, guideline).case.get_absolute_url()).content.decode()
    assert shown.message[:40] in page


def test_leaving_and_coming_back_is_the_same_form(
    as_member: Client, as_moderator: Client, member: Member, topic: Topic, guideline: Guideline
) -> None:
    """A draft keeps its form's token, so that what was said stays with what becomes of it."""
    place, token = f"topic:{topic.pk}", str(uuid.uuid4())
    words = {"place": place, "token": token, "text": LETS_MEET}
    as_member.post(reverse("composing:check_draft"), words)
    as_member.post(reverse("composing:autosave_draft"), words)
    for address in (topic.get_absolute_url(), reverse("forums:reply", args=[topic.pk])):
        assert token in as_member.get(address).content.decode()
    as_member.post(
        reverse("forums:reply", args=[topic.pk]), {"text": "Let us talk here.", "token": token}
    )
    post = Post.objects.get(author=member)
    assert PromptEvent.objects.get().outcome == "changed"
    page = as_moderator.get(report(post, guideline).case.get_absolute_url()).content.decode()
    assert "What the page said to the author" in page
    # Another draft of that form, from a slow device: what is sent from it is another post.
    as_member.post(reverse("composing:autosave_draft"), {**words, "token": ""})
    Draft.objects.update(token=token)
    for address in (topic.get_absolute_url(), reverse("forums:reply", args=[topic.pk])):
        assert token not in as_member.get(address).content.decode()


def test_who_saw_nothing_is_said_nothing_of(
    as_member: Client, as_moderator: Client, member: Member, topic: Topic, guideline: Guideline
) -> None:
    as_member.post(
        reverse("forums:reply", args=[topic.pk]), {"text": "Hello.", "token": uuid.uuid4()}
    )
    case = report(Post.objects.get(author=member), guideline).case
    page = as_moderator.get(case.get_absolute_url()).content.decode()
    assert "What the page said to the author" not in page


def test_what_was_never_sent_is_forgotten(
    as_member: Client, member: Member, other: Member, reply: Post
) -> None:
    before = timezone.now() - timedelta(days=3)
    words: dict[str, Any] = {"rule": "G21", "message": "x"}
    PromptEvent.objects.create(member=member, token=uuid.uuid4(), shown_at=before, **words)
    fresh = PromptEvent.objects.create(member=member, token=uuid.uuid4(), **words)
    sent = PromptEvent.objects.create(member=other, token=reply.token, shown_at=before, **words)
    call_command("forget_unsent_guidance", verbosity=0)
    assert set(PromptEvent.objects.all()) == {fresh, sent}


def test_what_was_let_stand_is_not_asked_again_for_thirty_days(
    as_member: Client, as_other: Client, member: Member, topic: Topic
) -> None:
    address = reverse("forums:reply", args=[topic.pk])

    def send(client: Client, **more: str) -> int:
        words = {"text": LETS_MEET, "token": str(uuid.uuid4()), **more}
        return client.post(address, words).status_code

    def asked(client: Client) -> Any:
        words = {"place": f"topic:{topic.pk}", "text": LETS_MEET}
        return client.post(reverse("composing:check_draft"), words).json()

    assert send(as_member) == 200
    assert send(as_member, as_it_is="G21") == 302
    assert send(as_member) == 302
    assert asked(as_member)["prompt"] is None
    # Others are asked, and what may not be published is stopped all the same.
    assert send(as_other) == 200
    assert asked(as_other)["prompt"]["rule"] == "G21"
    card = {"text": "4111 1111 1111 1111", "token": str(uuid.uuid4())}
    assert as_member.post(address, card).status_code == 422
    Dismissal.objects.update(made_at=timezone.now() - timedelta(days=31))
    assert send(as_member) == 200


def test_what_did_not_speak_cannot_be_let_stand(as_member: Client, topic: Topic) -> None:
    address = reverse("forums:reply", args=[topic.pk])
    words = {"text": "Hello.", "token": str(uuid.uuid4()), "as_it_is": "G01,G21,<script>"}
    assert as_member.post(address, words).status_code == 302
    assert not Dismissal.objects.exists()
