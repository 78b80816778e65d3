"""What holds for every answer, and the pages for what goes wrong."""

from io import BytesIO
from typing import Any

import pytest
from django.core.files.base import ContentFile
from django.core.signals import request_started
from django.db import close_old_connections
from django.test import Client
from django.urls import reverse

from accounts.models import Member
from forums.models import Board, Topic
from mssupport.wsgi import application


def test_private_pages_are_kept_from_caches_and_search(as_member: Client, topic: Topic) -> None:
    answer = as_member.get(topic.get_absolute_url())
    assert answer["Cache-Control"] == "private, no-store"
    assert "noindex" in answer["X-Robots-Tag"]
    assert answer["Referrer-Policy"] == "same-origin"
    assert answer["X-Content-Type-Options"] == "nosniff"
    policy = answer["Content-Security-Policy"]
    for part in ("default-src 'none'", "script-src 'self'", "frame-ancestors 'none'"):
        assert part in policy
    assert "unsafe" not in policy


def test_cookies_are_safe(visitor: Client, member: Member) -> None:
    visitor.force_login(member)
    visitor.get("/accounts/login/")
    names = set(visitor.cookies)
    assert names <= {"__Host-sessionid", "__Host-csrftoken"}
    assert all(visitor.cookies[name]["secure"] for name in names)


@pytest.mark.parametrize(
    ("address", "status"),
    [("/nothing-here/", 404), ("/topics/abc/", 404), ("/topics/99999999999999999999999/", 302),
     ("/boards/%00/", 404), ("/posts/0/", 302), ("/notices/?before=x", 302), ("/healthz", 200)],
)  # fmt: skip
def test_odd_addresses(visitor: Client, db: Any, address: str, status: int) -> None:
    assert visitor.get(address).status_code == status


@pytest.mark.parametrize("theme", ["dark.large", "contrast.largest", "light.normal"])
def test_look_is_a_cookie_that_works_without_an_account(
    visitor: Client, db: Any, theme: str
) -> None:
    colours, _dot, size = theme.partition(".")
    visitor.post(reverse("appearance"), {"theme": colours, "size": size})
    page = visitor.get("/guidelines/").content.decode()
    assert f'data-theme="{colours}" data-size="{size}"' in page


@pytest.mark.parametrize("value", ["<script>", "dark", ".", "x" * 4000, "dark.huge", '"'])
def test_odd_look_cookies_change_nothing(visitor: Client, db: Any, value: str) -> None:
    visitor.cookies["appearance"] = value
    page = visitor.get("/guidelines/").content.decode()
    assert 'data-size="normal"' in page
    assert "<script>" not in page


@pytest.mark.parametrize(
    "target", ["https://evil.example/", "//evil.example", "abc", "forums:home", "\r\nX: y", "/\x00"]
)
def test_look_goes_on_to_own_pages_only(visitor: Client, db: Any, target: str) -> None:
    words = {"theme": "dark", "size": "normal", "next": target}
    answer = visitor.post(reverse("appearance"), words)
    assert answer.status_code == 302
    assert answer["Location"] == reverse("appearance")


@pytest.mark.parametrize(
    "content_type",
    ["application/x-www-form-urlencoded; charset=utf-7", "multipart/form-data",
     "application/x-www-form-urlencoded; charset=nonsense", "text/plain",
     "application/x-www-form-urlencoded; charset=utf-16",
     "application/x-www-form-urlencoded; charset=latin-1",
     "multipart/form-data; boundary=x; charset=rot13",
     "application/x-www-form-urlencoded; charset=base64"],
)  # fmt: skip
def test_bodies_that_cannot_be_read_are_no_500(
    log_in: Any, member: Member, topic: Topic, content_type: str
) -> None:
    # As a browser's form, whose token is looked for in the body.
    as_member = log_in(member, enforce_csrf_checks=True)
    as_member.cookies["__Host-csrftoken"] = "x" * 32
    for address in (reverse("forums:reply", args=[topic.pk]), "/nothing-here/", "/appearance/"):
        answer = as_member.generic("POST", address, b"text=+AGE-", content_type)
        assert answer.status_code < 500, address


@pytest.mark.parametrize(
    "content_type",
    ["text/plain; charset=punycode", "text/plain; charset=hex", "text/plain; charset=idna",
     "text/plain; charset=undefined", "a/b; charset*=x''y", "a/b; name*=y''a",
     "multipart/form-data; boundary*=x''y", "a/b; charset*=utf-8''%ff", "; = ;*", "\xff"],
)  # fmt: skip
@pytest.mark.parametrize("query", ["", "words=x", "a=%ff"])
def test_no_kind_of_content_is_a_500(db: Any, content_type: str, query: str) -> None:
    environ = {
        "REQUEST_METHOD": "GET", "PATH_INFO": "/search/", "QUERY_STRING": query,
        "CONTENT_TYPE": content_type, "SERVER_NAME": "testserver", "SERVER_PORT": "443",
        "wsgi.url_scheme": "https", "wsgi.input": BytesIO(), "wsgi.errors": BytesIO(),
    }  # fmt: skip
    statuses: list[str] = []
    # The test's own connection stays open.
    request_started.disconnect(close_old_connections)
    try:
        list(application(environ, lambda status, _headers: statuses.append(status)))
    finally:
        request_started.connect(close_old_connections)
    assert statuses[0][:3] in {"200", "400"}


@pytest.mark.parametrize("charset", ["utf-8", "UTF-8", '"utf-8"'])
def test_forms_in_utf8_are_read(as_member: Client, charset: str) -> None:
    kind = f"application/x-www-form-urlencoded; charset={charset}"
    assert (
        as_member.generic("POST", "/appearance/", b"theme=dark&size=large", kind).status_code == 302
    )


def test_no_form_takes_a_file(as_member: Client, topic: Topic) -> None:
    words = {"text": "Words.", "picture": ContentFile(b"x" * 1000, name="x.png")}
    answer = as_member.post(reverse("forums:reply", args=[topic.pk]), words)
    assert answer.status_code == 400


def test_too_many_fields_are_no_500(as_member: Client, topic: Topic) -> None:
    many = {f"field{n}": "x" for n in range(1500)}
    for address in (reverse("forums:reply", args=[topic.pk]), "/nothing-here/", "/ws/"):
        assert as_member.post(address, many).status_code in {400, 404}


def test_a_fault_of_ours_keeps_the_words(
    as_member: Client, topic: Topic, monkeypatch: pytest.MonkeyPatch
) -> None:
    def broken(**_words: Any) -> None:
        raise RuntimeError

    monkeypatch.setattr("forums.surfaces.post_reply", broken)
    as_member.raise_request_exception = False
    answer = as_member.post(
        reverse("forums:reply", args=[topic.pk]),
        {"text": "An hour of writing.", "token": "5f0f7a3e-7a3b-4a5f-9d38-3c6f8d9d6a10"},
    )
    assert answer.status_code == 500
    assert b"An hour of writing." in answer.content
    assert b"Send again" in answer.content


def test_maintenance_is_kind_and_leaves_help_open(visitor: Client, db: Any, settings: Any) -> None:
    settings.MAINTENANCE = True
    answer = visitor.get("/")
    assert (answer.status_code, answer["Retry-After"]) == (503, "600")
    assert visitor.get("/help-now/").status_code == 200


def test_every_change_needs_a_token(log_in: Any, member: Member, topic: Topic) -> None:
    client = log_in(member, enforce_csrf_checks=True)
    before = Topic.objects.count(), Board.objects.count()
    for name, args in (
        ("forums:follow", [topic.pk]),
        ("forums:read", [topic.pk]),
        ("notifications:read_all", []),
        ("accounts:take_back_consent", []),
        ("composing:autosave_draft", []),
    ):
        assert client.post(reverse(name, args=args), {"x": "y"}).status_code == 403
    assert (Topic.objects.count(), Board.objects.count()) == before


def test_readiness(visitor: Client, db: Any) -> None:
    assert visitor.get("/readyz").json() == {"database": True, "bus": True}
