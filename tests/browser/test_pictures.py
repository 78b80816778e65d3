"""The pictures of the README, taken from the demo community.

`PICTURES=docs/pictures ./dev test tests/browser/test_pictures.py` takes them anew.
"""

import os
from pathlib import Path

import pytest
from playwright.sync_api import expect

from devkit.site import Site
from tests.browser.conftest import NewPage


@pytest.fixture
def folder(site: Site) -> Path:
    made = Path(os.environ.get("PICTURES") or site.data / "pictures")
    made.mkdir(parents=True, exist_ok=True)
    return made


def test_topic_page(new_page: NewPage, site: Site, folder: Path) -> None:
    ((topic,),) = site.sql("SELECT id FROM forums_topic WHERE title LIKE 'First injection%'")
    page = new_page("member", width=1000)
    page.goto(f"/topics/{topic}/")
    expect(page.locator(".post").first).to_be_visible()
    page.screenshot(path=folder / "topic.png")
    assert (folder / "topic.png").stat().st_size > 20_000


def test_review_queue(new_page: NewPage, folder: Path) -> None:
    page = new_page("moderator", width=1000)
    page.goto("/moderation/")
    expect(page.get_by_role("heading", name="Review queue")).to_be_visible()
    page.screenshot(path=folder / "queue.png")
    assert (folder / "queue.png").stat().st_size > 20_000
