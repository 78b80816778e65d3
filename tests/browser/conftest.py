"""A real browser against a real server with the demo community."""

import os
import re
from collections.abc import Callable, Iterator
from pathlib import Path

import pytest
from playwright.sync_api import Browser, BrowserContext, Page, sync_playwright

from devkit.site import Site
from mssupport.demo.logins import LOGINS
from tests.live.hands import Hand

FLAGS = [
    "--no-sandbox", "--disable-gpu", "--disable-quic", "--no-first-run", "--disable-sync",
    "--disable-background-networking", "--disable-component-update", "--disable-default-apps",
    "--host-resolver-rules=MAP * ~NOTFOUND, EXCLUDE 127.0.0.1, EXCLUDE localhost",
]  # fmt: skip

NewPage = Callable[..., Page]
# The site's hand while one runs: it opens sessions without the login page, whose limits count all
# tests together. That page is gone through in test_journeys.py.
_hands: list[Hand] = []


def pytest_collection_modifyitems(items: list[pytest.Item]) -> None:
    for item in items:
        if "browser" in item.path.parts:
            item.add_marker("browser")


@pytest.fixture(scope="session")
def site() -> Iterator[Site]:
    """The demo community on a server of its own, over Valkey as in production."""
    running = Site(
        os.environ["DATABASE_URL"],
        Path(os.environ["DATA_DIR"]),
        name="browser",
        redis_url=os.environ["TEST_REDIS_URL"],
    )
    running.make()
    running.start()
    _hands.append(Hand(running))
    yield running
    _hands.pop().close()
    running.stop()


@pytest.fixture(scope="session")
def browser() -> Iterator[Browser]:
    with sync_playwright() as playwright:
        chromium = playwright.chromium.launch(executable_path=os.environ["CHROMIUM"], args=FLAGS)
        yield chromium
        chromium.close()


@pytest.fixture
def new_page(site: Site, browser: Browser) -> Iterator[NewPage]:
    """new_page(role, ...) -> a page in a context of its own, logged in as member, moderator or
    admin. Whatever goes wrong in a page (an error in a script, a request to another host, a
    refused policy) fails the test."""
    contexts: list[BrowserContext] = []
    trouble: list[str] = []

    def make(
        role: str | None = None,
        *,
        width: int = 1280,
        theme: str = "light",
        site_url: str = "",
        **options: object,
    ) -> Page:
        base = site_url or site.url
        context = browser.new_context(
            base_url=base,
            viewport={"width": width, "height": 900},
            locale="en-GB",
            timezone_id="Europe/London",
            **options,  # type: ignore[arg-type]
        )
        context.set_default_timeout(10_000)
        context.add_cookies([{"name": "appearance", "value": f"{theme}.normal", "url": base}])
        contexts.append(context)
        page = context.new_page()
        page.on("pageerror", lambda error: trouble.append(f"script: {error}"))
        page.on("request", lambda request: _own(request.url, base, trouble))
        page.on(
            "console",
            lambda message: (
                trouble.append(message.text) if "Content Security Policy" in message.text else None
            ),
        )
        if role is not None:
            log_in(page, LOGINS[role])
        return page

    yield make
    for context in contexts:
        context.close()
    assert trouble == []


def _own(url: str, base: str, trouble: list[str]) -> None:
    if not url.startswith((base, base.replace("http", "ws"), "data:", "blob:")):
        trouble.append(f"foreign request: {url}")


def log_in(page: Page, email: str) -> None:
    """Leaves the page at the boards, as logging in does."""
    page.goto("/robots.txt")
    name, _is, key = _hands[-1]("session_of", email=email).partition("=")
    page.context.add_cookies([{"name": name, "value": key, "url": page.url, "httpOnly": True}])
    page.goto("/")
    page.get_by_role("heading", name="Hello, ").wait_for()


def code_in_mail(page: Page, address: str) -> str:
    """The newest code that was mailed to the address, read on the local mail page."""
    page.goto("/dev/mail/")
    mail = page.locator("article", has_text=address).first.locator("pre").inner_text()
    found = re.search(r"\b[A-Z0-9]{3,4}-?[A-Z0-9]{3,4}\b", mail)
    assert found, mail
    return found.group()
