"""What the page does with the line: lost, blocked, switched off, in two tabs."""

import pytest
from playwright.sync_api import Page, expect

from tests.browser.conftest import NewPage, log_in
from tests.browser.test_journeys import open_topic, write

TOPIC = "Driving: when did you know"
NEVER_OPENS = """
window.WebSocket = class {
  static OPEN = 1;
  readyState = 0;
  close() { this.readyState = 3; setTimeout(() => this.onclose?.({ code: 1006 })); }
};
"""


@pytest.fixture
def writer(new_page: NewPage) -> Page:
    page = new_page()
    log_in(page, "demo14@demo.example")
    return page


def bar(page: Page):
    return page.locator("[data-show]")


def start(page: Page, title: str, words: str) -> None:
    page.goto("/boards/good-days/")
    page.get_by_role("link", name="Start a topic").click()
    page.get_by_label("Title").fill(title)
    page.get_by_label("Your words").fill(words)
    page.get_by_role("button", name="Post topic").click()
    page.locator(".post", has_text=words).wait_for()


def choose(page: Page, wish: str) -> None:
    page.goto("/settings/")
    page.get_by_label(wish).check()
    page.get_by_role("button", name="Save").click()
    page.get_by_text("Your settings are saved.").wait_for()


def test_logging_out_in_one_tab_empties_the_other_and_keeps_the_draft(new_page: NewPage) -> None:
    page = new_page("member")
    open_topic(page, TOPIC)
    page.get_by_label("Your words").fill("Half a thought")
    other = page.context.new_page()
    other.goto("/settings/")
    other.get_by_role("main").get_by_role("button", name="Log out", exact=True).click()
    expect(page.get_by_text("This topic cannot be shown here any more")).to_be_visible(
        timeout=15_000
    )
    expect(page.locator(".post")).to_have_count(0)
    expect(page.get_by_label("Your words")).to_have_value("Half a thought")


def test_gathered_replies_are_told_every_five_minutes(new_page: NewPage, writer: Page) -> None:
    reader = new_page("member")
    choose(reader, "Tell me every five minutes")
    try:
        reader.clock.install()
        address = open_topic(reader, TOPIC)
        writer.goto(address)
        write(writer, "Somebody else drives at dusk.")
        reader.wait_for_function("() => true")
        reader.clock.run_for(20_000)
        expect(bar(reader)).to_be_hidden()
        reader.clock.fast_forward(300_000)
        expect(bar(reader)).to_be_visible()
    finally:
        choose(reader, "Tell me as they come")


def test_switched_off_nothing_is_told_and_a_reload_shows_it(
    new_page: NewPage, writer: Page
) -> None:
    reader = new_page("moderator")
    choose(reader, "Not until I load the page again")
    try:
        address = open_topic(reader, TOPIC)
        writer.goto(address)
        with reader.expect_websocket() as opened:
            reader.reload()
        with opened.value.expect_event(
            "framereceived", lambda frame: "reply.posted" in str(frame), timeout=10_000
        ):
            write(writer, "My sister drives me now.")
        expect(bar(reader)).to_be_hidden()
        reader.goto(writer.url)
        expect(reader.locator(".post", has_text="My sister drives me now.")).to_have_count(1)
    finally:
        choose(reader, "Tell me as they come")


def test_where_sockets_are_blocked_it_asks(new_page: NewPage, writer: Page) -> None:
    reader = new_page("member")
    reader.add_init_script(NEVER_OPENS)
    address = open_topic(reader, TOPIC)
    writer.goto(address)
    write(writer, "The clinic asked me the same.")
    bar(reader).wait_for(timeout=12_000)


def test_back_from_a_lost_network_it_catches_up(new_page: NewPage, writer: Page) -> None:
    reader = new_page("member")
    address = open_topic(reader, TOPIC)
    reader.context.set_offline(True)
    writer.goto(address)
    write(writer, "I gave the car to my son.")
    reader.wait_for_timeout(500)
    reader.context.set_offline(False)
    bar(reader).wait_for(timeout=10_000)
    bar(reader).click()
    expect(reader.locator(".post", has_text="I gave the car to my son.")).to_have_count(1)


def test_the_badge_agrees_in_two_tabs(new_page: NewPage, writer: Page) -> None:
    one = new_page()
    log_in(one, "demo15@demo.example")
    one.goto("/notices/")
    if (read_all := one.get_by_role("button", name="Mark all as read")).count():
        read_all.click()
    start(one, "A swim in the lake before breakfast", "My legs were light in the water.")
    two = one.context.new_page()
    two.goto("/")
    writer.goto(one.url)
    write(writer, "How lovely, which lake?")
    for page in (one, two):
        expect(page.locator("#badge [data-count]")).to_have_text("1")
    two.goto("/notices/")
    two.get_by_role("button", name="Mark all as read").click()
    expect(one.locator("#badge")).to_be_hidden()


def test_the_box_stays_where_it_is_when_words_above_it_go(new_page: NewPage, writer: Page) -> None:
    reader = new_page("member", width=360)
    address = open_topic(reader, "Brain fog in the supermarket")
    writer.goto(address)
    write(writer, "\n".join(["A long story about a trolley."] * 60))
    mine = writer.locator(".post", has_text="A long story about a trolley.").last
    mine.wait_for()
    number = (mine.get_attribute("id") or "").removeprefix("post-")
    reader.goto(f"/posts/{number}/")
    box = reader.get_by_label("Your words")
    box.fill("In the middle of a sentence")
    reader.evaluate("document.activeElement.scrollIntoView({ block: 'center' })")
    top = "document.activeElement.getBoundingClientRect().top"
    before = reader.evaluate(top)
    writer.goto(f"/posts/{number}/withdraw/")
    writer.get_by_role("button", name="Withdraw it").click()
    expect(reader.locator(f"#post-{number}").get_by_text("Withdrawn by its author.")).to_have_count(
        1
    )
    expect(box).to_be_focused()
    assert abs(reader.evaluate(top) - before) <= 1


def test_a_block_holds_in_what_arrives_too(new_page: NewPage, writer: Page) -> None:
    """Not even the name comes back, by somebody else's answer."""
    reader, third = new_page(), new_page()
    log_in(reader, "demo16@demo.example")
    log_in(third, "demo17@demo.example")
    start(third, "A robin on the window sill all morning", "It sang, and I sat and listened.")
    address = third.url.partition("#")[0]
    writer.goto(address)
    write(writer, "Ours is a blackbird.")
    name = writer.locator(".post", has_text="Ours is a blackbird.").locator("h3 bdi").inner_text()
    reader.goto(address)
    theirs = reader.locator(".post", has_text="Ours is a blackbird.")
    theirs.get_by_text("More").click()
    theirs.get_by_role("link", name="Block").click()
    reader.get_by_role("button", name="Block").click()
    reader.get_by_text("You do not see each other").first.wait_for()
    reader.goto(address)
    expect(reader.get_by_text("You do not see this post.")).to_be_visible()
    third.goto(address)
    answered = third.locator(".post", has_text="Ours is a blackbird.")
    answered.get_by_role("link", name="Reply").click()
    third.get_by_label("Your words").fill("A blackbird, how fine.")
    third.get_by_role("button", name="Post reply").click()
    bar(reader).click()
    came = reader.locator(".post", has_text="A blackbird, how fine.")
    expect(came).to_have_count(1)
    expect(reader.get_by_role("main")).not_to_contain_text(name)


def test_a_block_in_another_tab_takes_the_name_from_answers_too(
    new_page: NewPage, writer: Page
) -> None:
    reader, third = new_page(), new_page()
    log_in(reader, "demo18@demo.example")
    log_in(third, "demo17@demo.example")
    start(third, "The kettle that fills itself", "I have one now, and it is light.")
    address = third.url.partition("#")[0]
    writer.goto(address)
    write(writer, "Mine is a jug.")
    name = writer.locator(".post", has_text="Mine is a jug.").locator("h3 bdi").inner_text()
    third.goto(address)
    third.locator(".post", has_text="Mine is a jug.").get_by_role("link", name="Reply").click()
    third.get_by_label("Your words").fill("A jug is fine too.")
    third.get_by_role("button", name="Post reply").click()
    third.get_by_text("It is posted").first.wait_for()
    reader.goto(address)
    answer = reader.locator(".post", has_text="A jug is fine too.")
    expect(answer.locator(".answers")).to_contain_text(name)
    other = reader.context.new_page()
    other.goto(address)
    theirs = other.locator(".post", has_text="Mine is a jug.")
    theirs.get_by_text("More").click()
    theirs.get_by_role("link", name="Block").click()
    other.get_by_role("button", name="Block").click()
    other.get_by_text("You do not see each other").first.wait_for()
    expect(answer.get_by_text("in reply to")).to_have_count(0)
    expect(answer).to_be_visible()
    expect(reader.get_by_role("main")).not_to_contain_text(name)
