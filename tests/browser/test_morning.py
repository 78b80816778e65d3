"""A morning of moderation with 200 cases waiting: by mouse, by keyboard alone, without scripts."""

import re
from collections.abc import Callable

import pytest
from playwright.sync_api import Locator, Page, expect

from devkit.site import Site
from tests.browser.conftest import NewPage

Press = Callable[[Page, Locator], None]
DECIDED = "Decided. The people concerned are told."


@pytest.fixture(scope="module", autouse=True)
def _two_hundred_wait(site: Site) -> None:
    ((waiting,),) = site.sql("SELECT count(*) FROM moderation_case WHERE status = 'open'")
    program = f"from mssupport.demo.reported import report_many; report_many({200 - waiting})"
    site.manage("shell", "-c", program)


def by_mouse(_page: Page, target: Locator) -> None:
    target.click()


def by_keyboard(page: Page, target: Locator) -> None:
    """Tab until it has the focus, as somebody without a mouse does, and press it."""
    is_radio = target.get_attribute("type") == "radio"
    for _n in range(250):
        page.keyboard.press("Tab")
        # Of a group of choices only one is on the way; the arrows go on from there.
        if is_radio and page.evaluate("document.activeElement.type") == "radio":
            break
        if target.evaluate("node => node === document.activeElement"):
            page.keyboard.press("Space" if target.get_attribute("type") == "checkbox" else "Enter")
            return
    assert is_radio, "the focus never came to it"
    for _n in range(20):
        if target.evaluate("node => node === document.activeElement"):
            page.keyboard.press("Space")
            return
        page.keyboard.press("ArrowDown")
    raise AssertionError("the arrows never came to it")


def take_next(page: Page, press: Press) -> None:
    press(page, page.get_by_role("button", name="Take the next case").first)
    expect(page.get_by_text("You are working on this until")).to_be_visible()


def decide(page: Page, press: Press, outcome: str) -> None:
    press(page, page.get_by_label(outcome, exact=True))
    # The reason begins with the guideline's own words.
    expect(page.get_by_label("Reason, in words the author will read")).not_to_have_value("")
    press(page, page.get_by_role("button", name="Decide", exact=True))
    expect(page.get_by_text(DECIDED)).to_be_visible()


def morning(page: Page, press: Press) -> None:
    page.goto("/moderation/")
    before = int(page.locator("[data-waiting]").inner_text())
    assert before > 150
    # A worry comes first, and is covered until it is opened.
    take_next(page, press)
    expect(page.get_by_role("heading", name="Worried about a person", level=1)).to_be_visible()
    cover = page.get_by_text("This one can be hard to read")
    expect(cover).to_be_visible()
    expect(page.locator("#as-reported")).to_be_hidden()
    press(page, page.locator("details.cover > summary"))
    expect(page.locator("#as-reported")).to_be_visible()
    press(page, page.get_by_role("button", name="Send it to the person"))
    expect(page.get_by_text("Sent.", exact=True)).to_be_visible()
    press(page, page.get_by_role("button", name="Pass it on (no reason needed)"))
    expect(page.get_by_text("Passed on. Somebody else will look")).to_be_visible()
    # Another one, and this time it is nobody's hard night.
    page.goto("/moderation/?kind=report")
    press(page, page.locator(".cases h2 a").first)
    expect(page.get_by_role("heading", name="Reported post", level=1)).to_be_visible()
    press(page, page.get_by_role("button", name="I take it"))
    expect(page.get_by_text("You are working on this until")).to_be_visible()
    decide(page, press, "Hide the post and warn its author")
    after = int(page.locator("[data-waiting]").inner_text())
    assert after == before - 1
    # Numbered pages, and a view to keep.
    page.goto("/moderation/?kind=report&guideline=3")
    page.get_by_label("Name of this view").fill(f"Unkind words {before}")
    press(page, page.get_by_role("button", name="Keep this view"))
    expect(page.get_by_text("The view is kept.")).to_be_visible()
    press(page, page.get_by_role("link", name=f"Unkind words {before}"))
    press(page, page.get_by_role("link", name="Page 2", exact=True))
    expect(page.locator(".pages [aria-current=page]")).to_have_text(re.compile("2"))


def test_by_mouse(new_page: NewPage) -> None:
    moderator, colleague = new_page("moderator"), new_page("admin")
    colleague.goto("/moderation/")
    morning(moderator, by_mouse)
    # Who looks over one's shoulder sees it at once, without loading the page again.
    moderator.goto("/moderation/")
    name = colleague.locator(".cases h2 a").nth(3).get_attribute("href")
    moderator.goto(str(name))
    moderator.get_by_role("button", name="I take it").click()
    expect(moderator.get_by_text("You are working on this until")).to_be_visible()
    item = colleague.locator(f'[data-case="{str(name).split("/")[-2]}"]')
    expect(item.get_by_text("is working on it until")).to_be_visible()
    moderator.get_by_role("button", name="Give it back").click()
    expect(item.get_by_text("is working on it until")).to_have_count(0)


def test_by_keyboard_alone(new_page: NewPage) -> None:
    morning(new_page("moderator"), by_keyboard)


def test_without_scripts(new_page: NewPage) -> None:
    morning(new_page("moderator", java_script_enabled=False), by_mouse)


def test_on_a_phone(new_page: NewPage) -> None:
    page = new_page("moderator", width=360)
    morning(page, by_mouse)
    for address in ("/moderation/", "/moderation/figures/", "/moderation/duty/"):
        page.goto(address)
        assert page.evaluate("document.documentElement.scrollWidth") <= 360, address


def test_a_heap_of_spam_and_a_change_of_mind(new_page: NewPage) -> None:
    page = new_page("moderator", java_script_enabled=False)
    page.goto("/moderation/?guideline=8")
    boxes = page.get_by_role("checkbox", name=re.compile("^Spam"))
    titles = page.locator(".cases > li").count()
    boxes.nth(0).check()
    boxes.nth(1).check()
    page.get_by_role("button", name="Hide them as spam").click()
    expect(page.get_by_text("2 posts are hidden.")).to_be_visible()
    page.get_by_role("button", name=re.compile("Undo what I hid")).click()
    expect(page.get_by_text("2 posts are shown again")).to_be_visible()
    page.goto("/moderation/?guideline=8")
    assert page.locator(".cases > li").count() == titles
