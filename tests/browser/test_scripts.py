"""The modules of the pages, by themselves, in the browser that the journeys use."""

from typing import Any

import pytest
from django.contrib.staticfiles.storage import staticfiles_storage
from playwright.sync_api import Page

from tests.browser.conftest import NewPage


@pytest.fixture
def page(new_page: NewPage) -> Page:
    page = new_page()
    page.goto("/guidelines/")
    return page


def run(page: Page, module: str, body: str) -> Any:
    """What ``body`` returns, with the module as ``m``."""
    name = staticfiles_storage.stored_name(f"js/{module}").rpartition("/")[2]
    site = page.locator("script[src*='/site.']").first.get_attribute("src") or ""
    url = f"{site.rpartition('/')[0]}/{name}"
    return page.evaluate(f"async (url) => {{ const m = await import(url); {body} }}", url)


def test_what_is_held_on_the_device(page: Page) -> None:
    held = run(
        page,
        "store.js",
        """
        m.set("draft:1:topic:2:a", { words: "é" });
        m.set("draft:1:topic:2:b", "x");
        m.set("left:7", "left");
        localStorage.setItem("draft:1:broken", "{");
        const found = m.entries("draft:1:").map(([key, value]) => [key, value]);
        m.remove("draft:1:topic:2:b");
        const has = [m.has("draft:1:topic:2:a"), m.has("draft:1:topic:2:b")];
        m.clear();
        return [found, has, Object.keys(localStorage)];
        """,
    )
    found, has, left = held
    assert ["draft:1:topic:2:a", {"words": "é"}] in found
    # What is none of ours is nothing, and nothing throws.
    assert ["draft:1:broken", None] in found
    assert has == [True, False]
    # Other pages of somebody who has left ask for it.
    assert left == ["left:7"]


def test_a_device_that_refuses_to_hold_anything(page: Page) -> None:
    refused = run(
        page,
        "store.js",
        """
        Storage.prototype.setItem = () => { throw new Error("full"); };
        Storage.prototype.getItem = () => { throw new Error("away"); };
        return [m.set("a", 1), m.get("a"), m.has("a")];
        """,
    )
    assert refused == [False, None, False]
