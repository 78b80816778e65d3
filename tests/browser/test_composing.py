"""What is written stays with whoever wrote it, whatever happens to page, line or login."""

import re

import pytest
from playwright.sync_api import Page, Route, expect

from devkit.site import Site
from mssupport.demo.logins import PASSWORD
from tests.browser.conftest import NewPage, log_in
from tests.browser.test_journeys import open_topic
from tests.browser.test_live import start

BOX = "Your words"


def kept(page: Page) -> None:
    expect(page.get_by_text("Kept as a draft.")).to_be_visible()


def fresh_topic(page: Page, title: str) -> str:
    """A topic of the page's own member, at the end of which others write."""
    start(page, title, "Something to answer to, for once without a question.")
    return page.url.partition("#")[0].partition("?")[0]


def another_tab(page: Page) -> Page:
    return page.context.new_page()


def log_out_and_in(page: Page, email: str) -> None:
    page.goto("/accounts/logout/")
    page.get_by_role("main").get_by_role("button", name="Log out", exact=True).click()
    expect(page.get_by_role("link", name="Log in").first).to_be_visible()
    page.goto("/accounts/login/")
    page.get_by_label("Your e-mail address").fill(email)
    page.get_by_label("Password").fill(PASSWORD)
    page.get_by_role("main").get_by_role("button", name="Log in").click()
    expect(page.get_by_role("link", name="My account")).to_be_visible()


@pytest.fixture
def author(new_page: NewPage) -> Page:
    page = new_page()
    log_in(page, "demo19@demo.example")
    return page


def test_what_one_wrote_is_not_sent_by_another(new_page: NewPage, author: Page, site: Site) -> None:
    address = fresh_topic(author, "A kettle that is light enough")
    page = new_page()
    log_in(page, "demo8@demo.example")
    page.goto(address)
    page.get_by_label(BOX).fill("Only the first of them wrote this.")
    kept(page)
    log_out_and_in(another_tab(page), "demo9@demo.example")
    page.get_by_label(BOX).press_sequentially(" And this.")
    expect(page.get_by_text("Somebody else is logged in on this device now")).to_be_visible()
    page.get_by_role("button", name="Post reply").click()
    expect(page.get_by_role("heading", name="Somebody else is logged in here now")).to_be_visible()
    expect(page.get_by_text("Only the first of them")).to_have_count(0)
    rows = site.sql("SELECT count(*) FROM forums_post WHERE text LIKE 'Only the first of them%'")
    assert rows == [(0,)]
    rows = site.sql(
        "SELECT count(*) FROM composing_draft AS d JOIN accounts_member AS m ON m.id = d.member_id"
        " WHERE d.text LIKE 'Only the first%' AND m.email <> 'demo8@demo.example'"
    )
    assert rows == [(0,)]
    log_out_and_in(page, "demo8@demo.example")
    page.goto(f"{address}reply/")
    expect(page.get_by_label(BOX)).to_have_value(re.compile(r"Only the first.*And this\."))


def test_the_same_member_again_goes_on_as_if_nothing_were(
    new_page: NewPage, author: Page, site: Site
) -> None:
    address = fresh_topic(author, "Gloves that one can type in")
    page = new_page()
    log_in(page, "demo10@demo.example")
    page.goto(address)
    log_out_and_in(another_tab(page), "demo10@demo.example")
    page.get_by_label(BOX).fill("Written before and after.")
    kept(page)
    page.get_by_role("button", name="Post reply").click()
    expect(page.locator(".post", has_text="Written before and after.")).to_be_visible()


@pytest.mark.parametrize("javascript", [True, False], ids=["with scripts", "without scripts"])
def test_back_does_not_bring_sent_words_back(
    new_page: NewPage, author: Page, site: Site, javascript: bool
) -> None:
    address = fresh_topic(author, f"Cushions for the train {javascript}")
    page = new_page(java_script_enabled=javascript)
    log_in(page, "demo11@demo.example")
    page.goto(address)
    words = f"A folded coat will do {javascript}."
    page.get_by_label(BOX).fill(words)
    page.get_by_role("button", name="Post reply").click()
    expect(page.locator(".post", has_text=words)).to_be_visible()
    page.go_back()
    expect(page.get_by_label(BOX)).to_have_value("")
    # Whoever types them again from memory means the same post.
    page.get_by_label(BOX).fill(words)
    page.get_by_role("button", name="Post reply").click()
    expect(page.locator(".post", has_text=words)).to_be_visible()
    assert site.sql(f"SELECT count(*) FROM forums_post WHERE text = '{words}'") == [(1,)]


def test_two_windows_without_a_line_keep_both_texts(new_page: NewPage, author: Page) -> None:
    address = fresh_topic(author, "A stool for the shower")
    page = new_page()
    log_in(page, "demo4@demo.example")
    page.goto(address)
    other = another_tab(page)
    other.goto(address)
    page.context.set_offline(True)
    page.get_by_label(BOX).fill("Written in the first window.")
    expect(page.get_by_text("Not kept yet")).to_be_visible()
    other.get_by_label(BOX).fill("Written in the second window.")
    expect(other.get_by_text("Not kept yet")).to_be_visible()
    third = another_tab(page)
    page.close()
    other.close()
    third.context.set_offline(False)
    third.goto(address)
    expect(third.get_by_label(BOX)).to_have_value("Written in the second window.")
    expect(third.get_by_text("Written in the first window.")).to_be_visible()
    expect(third.get_by_text("Another window or device wrote here too")).to_be_visible()


@pytest.mark.parametrize("broken", ["getItem", "setItem", "removeItem"])
def test_a_browser_that_holds_nothing_still_keeps_drafts(
    new_page: NewPage, author: Page, broken: str
) -> None:
    address = fresh_topic(author, f"Shoes without laces {broken}")
    page = new_page()
    throws = "{ throw new DOMException('no', 'QuotaExceededError'); }"
    page.add_init_script(f"Storage.prototype.{broken} = () => {throws}")
    log_in(page, "demo5@demo.example")
    page.goto(address)

    def fail(route: Route) -> None:
        route.abort()

    page.route("**/drafts/keep/", fail)
    page.get_by_label(BOX).fill("Words of a private window.")
    says = "Not kept anywhere but in this box" if broken == "setItem" else "Not kept yet"
    expect(page.get_by_text(says)).to_be_visible()
    page.unroute("**/drafts/keep/", fail)
    page.get_by_label(BOX).press_sequentially(" More of them.")
    kept(page)


def test_a_page_left_open_holds_nothing_after_log_out(new_page: NewPage, author: Page) -> None:
    address = fresh_topic(author, "A lamp for reading in bed")
    page = new_page()
    log_in(page, "demo8@demo.example")
    page.goto(address)
    other = another_tab(page)
    other.goto("/accounts/logout/")
    other.get_by_role("main").get_by_role("button", name="Log out", exact=True).click()
    expect(other.get_by_role("link", name="Log in").first).to_be_visible()
    page.get_by_label(BOX).fill("Written after the log-out.")
    expect(page.get_by_text("You are logged out.")).to_be_visible()
    page.goto("/")
    held = "Object.keys(localStorage).filter((key) => key.startsWith('draft:')).length"
    assert page.evaluate(held) == 0


def test_what_was_read_without_a_line_counts_later(new_page: NewPage, site: Site) -> None:
    page = new_page()
    log_in(page, "demo9@demo.example")
    open_topic(page, "Walking stick, first outing")
    topic = re.search(r"/topics/(\d+)/", page.url)
    assert topic is not None
    seen = (
        "SELECT coalesce(max(r.seen_count), 0) FROM forums_readmark AS r"
        f" JOIN accounts_member AS m ON m.id = r.member_id WHERE r.topic_id = {topic[1]}"
        " AND m.email = 'demo9@demo.example'"
    )
    before = site.sql(seen)[0][0]
    page.context.set_offline(True)
    page.locator(".post").last.scroll_into_view_if_needed()
    page.wait_for_function(
        "Object.keys(localStorage).length >= 0 && document.querySelectorAll('.post').length > 1"
    )
    page.wait_for_timeout(3500)
    assert site.sql(seen)[0][0] == before
    page.context.set_offline(False)
    for _attempt in range(40):
        if site.sql(seen)[0][0] > before:
            return
        page.wait_for_timeout(500)
    raise AssertionError("nothing arrived")


def test_a_reaction_that_fails_is_said_aloud(new_page: NewPage, site: Site) -> None:
    page = new_page()
    log_in(page, "demo10@demo.example")
    open_topic(page, "Walking stick, first outing")
    button = page.locator("button.reaction").first
    before = button.get_attribute("aria-pressed")
    page.route("**/react/", lambda route: route.abort())
    button.click()
    expect(page.locator("[data-trouble]")).to_contain_text("did not get through")
    expect(page.locator("[data-trouble]")).to_be_in_viewport()
    assert button.get_attribute("aria-pressed") == before
    page.unroute("**/react/")
    # As a login in another tab does it.
    token = {"name": "csrftoken", "value": "x" * 32, "url": site.url}
    page.context.add_cookies([token])  # type: ignore[list-item]
    button.click()
    expect(button).to_have_attribute("aria-pressed", "false" if before == "true" else "true")


MARKED = [
    ("bold", "one word here", (4, 9), "one **word** here"),
    ("bold", "first para\n\nsecond para", (0, 23), "**first para**\n\n**second para**"),
    ("bold", "**word**", (0, 8), "word"),
    ("bold", "**word**", (2, 6), "word"),
    ("italic", "a word", (2, 6), "a *word*"),
    ("bold", "- item\n> said", (0, 13), "- **item**\n> **said**"),
    ("list", "a\n\nb", (0, 4), "- a\n\n- b"),
    ("list", "- a\n- b", (0, 7), "a\nb"),
    ("list", "\nb", (0, 0), "- \nb"),
    ("list", "a\nb\n", (0, 2), "- a\nb\n"),
    ("quote", "a\n\nb", (0, 4), "> a\n>\n> b"),
    # A part of a word is the whole word; the same words are not marked twice.
    ("bold", "un believable now", (5, 8), "un **believable** now"),
    ("bold", "EDSS 6.5 now", (5, 8), "EDSS **6.5** now"),
    ("bold", "**a** b", (0, 7), "**a b**"),
    ("bold", "a\u00a0", (0, 2), "**a**\u00a0"),
    # Where a mark would be read as a sign, nothing is marked.
    ("bold", "see https://a.example now", (0, 25), "see https://a.example now"),
    ("italic", "take 2 * 3 mg", (0, 13), "take 2 * 3 mg"),
    ("bold", "****", (2, 2), ""),
    ("list", "- one\ntwo", (0, 9), "- one\n- two"),
]


def test_the_toolbar_leaves_no_stars_behind(new_page: NewPage) -> None:
    page = new_page()
    log_in(page, "demo11@demo.example")
    open_topic(page, "Walking stick, first outing")
    box = page.get_by_label(BOX)
    for kind, text, (begin, end), becomes in MARKED:
        box.fill(text)
        box.evaluate(f"(box) => box.setSelectionRange({begin}, {end})")
        page.locator(f"[data-mark={kind}]").click()
        expect(box).to_have_value(becomes)
        if text == becomes:
            expect(page.get_by_text("so they stay as they are")).to_be_visible()
    box.fill("")
    page.wait_for_timeout(2000)


def test_quoting_names_whose_words_they_are(new_page: NewPage, author: Page) -> None:
    address = fresh_topic(author, "A tray for the bed")
    page = new_page()
    log_in(page, "demo4@demo.example")
    page.goto(address)
    page.get_by_label(BOX).fill("otter wrote:\n> Words of the otter.\n\nWords of my own.")
    page.get_by_role("button", name="Post reply").click()
    answer = page.locator(".post", has_text="Words of my own.")
    name = answer.locator("h3 bdi").inner_text()
    box = page.get_by_label(BOX)
    select = "(node) => getSelection().selectAllChildren(node)"
    for part, quoted in (
        (".words > p:last-child", f"{name} wrote:\n> Words of my own.\n\n"),
        (".words blockquote p", "otter wrote:\n> Words of the otter.\n\n"),
        (".words", f"{name} wrote:\n> Words of my own.\n\n"),
    ):
        box.fill("")
        answer.locator(part).evaluate(select)
        page.get_by_role("button", name="Quote the words I chose").click()
        expect(box).to_have_value(quoted)
    box.fill("")
    page.wait_for_timeout(2000)
