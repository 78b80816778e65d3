"""Neither codes nor addresses can be read in the database."""

import json
import re
from typing import Any

from django.conf import settings
from django.contrib.sessions.models import Session
from django.test import Client
from django.urls import reverse

from accounts.models import Member, StatusChange
from accounts.sealing import SessionSerializer, seal, unseal
from tests.accounts.logins import app_of, code_of, is_in, log_in_by_form

Kind = StatusChange.Kind


def test_session_rows_show_neither_codes_nor_addresses(
    with_password: Member, visitor: Client, mailoutbox: Any
) -> None:
    visitor.post(reverse("account_request_login_code"), {"email": with_password.email})
    code = re.search(r"\b[A-Z0-9]{3,4}-[A-Z0-9]{3,4}\b", mailoutbox[-1].body)
    assert code is not None
    row = Session.objects.get(pk=visitor.cookies[settings.SESSION_COOKIE_NAME].value)
    from django.core import signing

    class _AsIs:
        def loads(self, data: bytes) -> bytes:
            return data

    readable = signing.loads(
        row.session_data, salt="django.contrib.sessions.SessionStore", serializer=_AsIs
    )
    assert b"mail.example" not in readable
    assert code[0].encode() not in readable
    assert code[0].replace("-", "").encode() not in readable
    assert "mail.example" in json.dumps(dict(visitor.session.items()))


def test_sessions_of_before_are_still_read() -> None:
    assert SessionSerializer().loads(b'{"a":1}') == {"a": 1}
    assert SessionSerializer().loads(SessionSerializer().dumps({"a": 1})) == {"a": 1}


def test_an_older_key_still_opens_and_a_lost_one_fits_nothing(
    with_password: Member, settings: Any
) -> None:
    secret = app_of(with_password)
    sealed = seal("words")
    settings.SECRET_KEY_FALLBACKS = [settings.SECRET_KEY]
    settings.SECRET_KEY = "another-key-" * 5
    assert unseal(sealed) == "words"
    settings.SECRET_KEY_FALLBACKS = []
    client, answer = log_in_by_form(with_password)
    assert client.post(answer.url, {"code": code_of(secret)}).status_code == 200
    assert not is_in(client)
