"""A page that computes without an end gives its thread back, and keeps the words."""

import time
import uuid
from collections.abc import Callable, Iterable
from typing import Any

import pytest
from django.db import connection, transaction
from django.test import Client
from django.urls import reverse

from accounts.models import Member
from forums.models import Post, Topic
from mssupport.deadline import Deadline, OutOfTime, forget_connections


def asked(page: Callable[[], Any], **limits: float) -> Iterable[bytes]:
    """What a page answers under limits that a test can wait for."""
    limits = {"max_cpu_s": 0.2, "looks_every_s": 0.05, **limits}
    return Deadline(lambda _environ, _start: page(), **limits)({}, print)


def compute_for_ever() -> None:
    n = 0
    while True:
        n += 1


def compute(seconds: float) -> list[bytes]:
    ends = time.thread_time() + seconds
    while time.thread_time() < ends:
        pass
    return [b"done"]


def test_what_computes_without_an_end_is_ended() -> None:
    with pytest.raises(OutOfTime):
        asked(compute_for_ever)
    # The thread is as it was.
    assert asked(lambda: compute(0.01)) == [b"done"]


def test_waiting_is_not_counted() -> None:
    def wait() -> list[bytes]:
        time.sleep(0.5)
        return [b"done"]

    assert asked(wait) == [b"done"]


def test_each_page_has_the_whole_time() -> None:
    app = Deadline(lambda _environ, _start: compute(0.4), max_cpu_s=0.7, looks_every_s=0.05)
    assert [app({}, print) for _ in range(4)] == [[b"done"]] * 4


def test_the_words_are_kept_and_nothing_is_changed(
    as_member: Client, topic: Topic, monkeypatch: pytest.MonkeyPatch
) -> None:
    before = Post.objects.count()
    # What is loaded once is not meant.
    as_member.get(topic.get_absolute_url())
    monkeypatch.setattr("forums.actions.replies.render", lambda text: compute_for_ever())
    as_member.raise_request_exception = False
    words = {"text": "canary words of mine", "token": str(uuid.uuid4())}
    pages = []
    reply = reverse("forums:reply", args=[topic.pk])
    asked(lambda: pages.append(as_member.post(reply, words)), max_cpu_s=1)
    (page,) = pages
    assert page.status_code == 503
    assert "canary words of mine" in page.content.decode()
    assert page["Retry-After"] == "30"
    assert Post.objects.count() == before


def test_what_the_error_left_open_is_not_the_next_pages(
    transactional_db: None, member: Member
) -> None:
    """Wherever it comes, even while a transaction is being put back."""

    def half_a_change() -> None:
        Member.objects.filter(pk=member.pk).update(pseudonym="Half")
        compute_for_ever()

    def stuck() -> None:
        atomic = transaction.atomic()
        atomic.__enter__()
        half_a_change()

    tidied: list[int] = []
    with pytest.raises(OutOfTime):
        Deadline(
            lambda _environ, _start: stuck(),  # type: ignore[arg-type, return-value]
            tidy=lambda: tidied.append(1) or forget_connections(),  # type: ignore[func-returns-value]
            max_cpu_s=0.2,
            looks_every_s=0.05,
        )({}, print)
    assert tidied == [1]
    assert not connection.in_atomic_block
    assert Member.objects.get(pk=member.pk).pseudonym == member.pseudonym


def test_an_error_that_comes_as_the_page_is_done_is_not_the_next_pages() -> None:
    app = Deadline(lambda _environ, _start: compute(0.3), max_cpu_s=0.2, looks_every_s=0.05)
    for _ in range(3):
        with pytest.raises(OutOfTime):
            app({}, print)
    assert app._pages == {}
    assert not app._ended
