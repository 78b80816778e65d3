"""A browser without a screen, for tests and measurements of a running site."""

import http.cookiejar
import secrets
import urllib.error
import urllib.parse
import urllib.request
import uuid
from dataclasses import dataclass
from typing import Any

from websockets.sync.client import connect


@dataclass(frozen=True)
class Answer:
    status: int
    text: str
    address: str


# The codes of forums/nudges.py: whoever measures writes however many in a row.
NUDGES = ("third_in_row", "two_only", "quiet_topic", "one_voice")


class _NoRedirect(urllib.request.HTTPRedirectHandler):
    def redirect_request(self, *args: Any, **kwargs: Any) -> None:
        return None


class Visitor:
    """Keeps cookies, sends forms with their token, opens the socket. Does not follow redirects."""

    def __init__(self, url: str) -> None:
        self.url = url
        self.cookies = http.cookiejar.CookieJar()
        # Headers that go with each form.
        self.more: dict[str, str] = {}
        self._opener = urllib.request.build_opener(
            urllib.request.HTTPCookieProcessor(self.cookies), _NoRedirect
        )

    def get(self, path: str) -> Answer:
        return self._open(urllib.request.Request(self.url + path))  # noqa: S310

    @property
    def csrf(self) -> str:
        return next((c.value for c in self.cookies if c.name == "csrftoken"), "") or ""

    @property
    def cookie_header(self) -> str:
        return "; ".join(f"{c.name}={c.value}" for c in self.cookies)

    def post(self, path: str, timeout: float = 60, **words: str) -> Answer:
        body = urllib.parse.urlencode({"csrfmiddlewaretoken": self.csrf, **words}).encode()
        request = urllib.request.Request(self.url + path, body, {"Referer": self.url, **self.more})  # noqa: S310
        return self._open(request, timeout)

    def log_in(self, email: str, password: str) -> None:
        self.get("/accounts/login/")
        answer = self.post("/accounts/login/", login=email, password=password)
        if answer.status != 302:
            raise RuntimeError(f"{email} could not log in: {answer.status}")
        self.get("/settings/")

    def wear(self, cookie: str) -> None:
        """Takes a session made elsewhere, as name=value."""
        host = urllib.parse.urlsplit(self.url).hostname or ""
        for name, value in (cookie.split("=", 1), ("csrftoken", secrets.token_hex(16))):
            self.cookies.set_cookie(_cookie(name, value, host))

    def reply(self, topic: int, text: str, token: str = "", timeout: float = 60) -> Answer:
        return self.post(
            f"/topics/{topic}/reply/",
            timeout,
            text=text,
            token=token or str(uuid.uuid4()),
            # However many in a row: each by itself.
            as_it_is=",".join(f"{code}:{topic}" for code in NUDGES),
        )

    def socket(self, origin: str | None = None) -> Any:
        """A context manager; inside it, the open connection."""
        return connect(
            self.url.replace("http", "ws", 1) + "/ws/",
            origin=self.url if origin is None else origin or None,  # type: ignore[arg-type]
            additional_headers={"Cookie": self.cookie_header},
            compression=None,
        )

    def _open(self, request: urllib.request.Request, timeout: float = 60) -> Answer:
        try:
            with self._opener.open(request, timeout=timeout) as answer:
                return Answer(answer.status, answer.read().decode(), answer.url)
        except urllib.error.HTTPError as error:
            with error:
                where = error.headers.get("Location", "")
                return Answer(error.code, error.read().decode(errors="replace"), where)


def _cookie(name: str, value: str, host: str) -> http.cookiejar.Cookie:
    return http.cookiejar.Cookie(
        0, name, value, None, False, host, True, False, "/", True, False, None, True, None, None, {}
    )
