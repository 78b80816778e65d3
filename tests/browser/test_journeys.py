"""Whole journeys, as members make them."""

import re

import pytest
from playwright.sync_api import Page, Route, expect

from devkit.site import Site
from tests.browser.conftest import NewPage, code_in_mail, log_in

LONG_TOPIC = "Fatigue at work: what do you do at two in the afternoon"


def open_topic(page: Page, title: str = LONG_TOPIC) -> str:
    page.goto("/search/")
    page.get_by_label("Words").fill(f'"{title}"')
    page.get_by_role("main").get_by_role("button", name="Search").click()
    page.get_by_role("link", name=title).last.click()
    page.goto(re.sub(r"[?#].*", "", page.url).replace("unread/", ""))
    return page.url


def write(page: Page, words: str) -> None:
    box = page.get_by_label("Your words")
    box.fill(words)
    send(page)
    page.get_by_text(words).first.wait_for()


def send(page: Page) -> None:
    """Also where something is asked first: of one's own last posts, or of a topic long silent."""
    page.get_by_role("button", name="Post reply").click()
    asked = page.get_by_text(re.compile("The last posts here are yours|for half a year"))
    expect(page.get_by_text("It is posted. For a minute").or_(asked).first).to_be_visible()
    if asked.is_visible():
        page.get_by_role("button", name="Post anyway").click()


@pytest.mark.parametrize("javascript", [True, False], ids=["with scripts", "without scripts"])
def test_join_without_a_password(new_page: NewPage, javascript: bool) -> None:
    name = "scripted" if javascript else "plain"
    page = new_page(java_script_enabled=javascript)
    page.goto("/")
    page.get_by_role("main").get_by_role("link", name="Join").click()
    page.get_by_label("Your e-mail address").fill(f"new.{name}@mail.example")
    page.get_by_label("Pseudonym").fill("Anna Schmidt")
    page.get_by_label("How do you relate to MS?").select_option("waiting")
    page.get_by_role("button", name="Continue").click()
    expect(page.get_by_text("looks like a first and last name").first).to_be_visible()
    expect(page.get_by_label("Your e-mail address")).to_have_value(f"new.{name}@mail.example")
    page.get_by_label("Pseudonym", exact=True).fill(f"sea {name}")
    page.get_by_role("button", name="Continue").click()
    page.get_by_role("heading", name="Type the code from the e-mail").wait_for()
    where = page.url
    code = code_in_mail(page, f"new.{name}@mail.example")
    page.goto(where)
    page.get_by_label("Code from the e-mail").fill(f"  {code.lower()} ")
    page.get_by_role("button", name="Continue").click()
    page.get_by_role("heading", name="Welcome", exact=True).wait_for()
    agree = page.get_by_label("I agree that other members can read")
    expect(agree).not_to_be_checked()
    agree.check()
    page.get_by_role("button", name="I agree").click()
    page.get_by_role("heading", name=f"Hello, sea {name}").wait_for()
    page.goto("/boards/good-days/")
    page.get_by_role("link", name="Start a topic").click()
    expect(page.get_by_text("New here? How we are with each other")).to_be_visible()


def test_log_in_with_a_code(new_page: NewPage) -> None:
    page = new_page()
    page.goto("/accounts/login/code/")
    page.get_by_label("Your e-mail address").fill("demo5@demo.example")
    page.get_by_role("button", name="Send me a code").click()
    page.get_by_role("heading", name="Type the code from the e-mail").wait_for()
    where = page.url
    code = code_in_mail(page, "demo5@demo.example")
    page.goto(where)
    page.get_by_label("Code from the e-mail").fill(" ".join(code))
    page.get_by_role("button", name="Continue").click()
    page.get_by_role("heading", name="Hello, ").wait_for()


def test_a_reply_arrives_live_and_moves_nothing(new_page: NewPage) -> None:
    reader, writer = new_page("moderator"), new_page("member")
    address = open_topic(reader)
    reader.goto(address + "?order=flat")
    last = reader.locator(".pages a").last
    if last.count():
        last.click()
    reader.evaluate("scrollTo(0, 400)")
    box = reader.get_by_label("Your words")
    box.fill("A thought I am in the middle of")
    place = reader.evaluate("[scrollY, document.querySelectorAll('.post').length]")
    writer.goto(address)
    write(writer, "I lie down in the car as well.")
    bar = reader.get_by_role("button", name="1 new reply: show")
    bar.wait_for()
    assert reader.evaluate("[scrollY, document.querySelectorAll('.post').length]") == place
    expect(box).to_be_focused()
    expect(box).to_have_value("A thought I am in the middle of")
    bar.click()
    came = reader.locator(".post", has_text="I lie down in the car as well.")
    expect(came).to_have_count(1)
    expect(came).to_be_focused()
    expect(came.get_by_text("Report, or say you are worried")).to_have_count(1)
    expect(came.get_by_text("Withdraw")).to_have_count(0)
    reader.reload()
    expect(reader.locator(".post", has_text="I lie down in the car as well.")).to_have_count(1)


def test_edits_reactions_hiding_and_closing_arrive(new_page: NewPage) -> None:
    writer, reader, moderator = new_page("member"), new_page(), new_page("moderator")
    log_in(reader, "demo7@demo.example")
    address = open_topic(writer, "Brain fog in the supermarket")
    write(writer, "I go with my list in two colours.")
    reader.goto(address)
    length = reader.locator("[data-length]").inner_text()
    posts = int(length.split()[0])
    mine = writer.locator(".post", has_text="list in two colours")
    number = (mine.get_attribute("id") or "").removeprefix("post-")
    seen = reader.locator(f"#post-{number}")
    seen.get_by_role("button", name="Hug").click()
    expect(mine.locator("[data-count=hug]").first).to_have_text("1")
    expect(mine.locator("[data-count=hug]").first).to_be_visible()
    mine.get_by_text("More").click()
    mine.get_by_role("link", name="Change").click()
    writer.get_by_label("Your words").fill("I go with my list in three colours.")
    writer.get_by_role("button", name="Save the change").click()
    expect(seen.get_by_text("three colours")).to_be_visible()
    expect(seen.get_by_text("edited just now")).to_be_visible()
    moderator.goto(address)
    moderator.get_by_role("button", name="Close, move, slow or hide it").click()
    moderator.get_by_label("Close the topic").check()
    moderator.get_by_label("Guideline").first.select_option(index=1)
    moderator.get_by_role("button", name="Decide").click()
    moderator.goto(address)
    expect(reader.get_by_text("This topic is closed. You can read it")).to_be_visible()
    moderator.get_by_role("button", name="Open topic again").click()
    expect(reader.get_by_text("This topic is closed. You can read it")).to_be_hidden()
    moderator.get_by_role("button", name="Close, move, slow or hide it").click()
    moderator.get_by_label("Slow the topic down").check()
    moderator.get_by_label("Slow: one post from each member in so many minutes").fill("30")
    moderator.get_by_label("Guideline").first.select_option(index=1)
    moderator.get_by_role("button", name="Decide").click()
    moderator.goto(address)
    slowly = "This topic goes slowly for now: one post from each of us in 30 minutes."
    expect(reader.get_by_text(slowly)).to_be_visible()
    moderator.get_by_role("button", name="Let it go at its own pace again").click()
    expect(reader.get_by_text("This topic goes slowly")).to_be_hidden()
    expect(reader.locator("[data-length]")).to_have_text(f"{posts} posts")
    writer.goto(f"/posts/{number}/withdraw/")
    writer.get_by_role("button", name="Withdraw it").click()
    expect(seen.get_by_text("Withdrawn by its author.")).to_be_visible()
    expect(seen.get_by_text("three colours")).to_have_count(0)
    expect(reader.locator("[data-length]")).to_have_text(f"{posts - 1} posts")


def test_report_is_judged_and_everybody_is_told(new_page: NewPage) -> None:
    author, reporter, moderator = new_page("member"), new_page(), new_page("moderator")
    log_in(reporter, "demo9@demo.example")
    open_topic(author, "Cooking when standing is the problem")
    write(author, "Tablets are for the weak, I did.")
    # On whatever page of the topic it stands.
    address = author.url
    author.goto("/settings/")
    moderator.goto("/moderation/")
    waiting = int(moderator.locator("[data-waiting]").inner_text())
    reporter.goto(address)
    reported = reporter.locator(".post", has_text="Tablets are for the weak")
    reported.get_by_text("More").click()
    reported.get_by_role("link", name="Report, or say you are worried").click()
    reporter.get_by_label("5. Treatment is a talk with your own team").check()
    reporter.get_by_label("Would you like to add something?").fill("This could harm somebody.")
    reporter.get_by_role("button", name="Send").click()
    reporter.get_by_role("heading", name="Thank you for telling us").wait_for()
    expect(moderator.locator("[data-waiting]")).to_have_text(str(waiting + 1))

    moderator.get_by_role("link", name="Cooking when standing").click()
    expect(moderator.get_by_text("Tablets are for the weak, I did.").first).to_be_visible()
    moderator.get_by_label("Hide the post and warn its author").check()
    moderator.get_by_label("Guideline", exact=True).select_option(
        label="5. Treatment is a talk with your own team"
    )
    moderator.get_by_label("Reason, in words the author will read").fill(
        "Stopping suddenly can do harm. Your own story is welcome."
    )
    moderator.get_by_role("button", name="Decide").click()
    moderator.get_by_text("Decided. The people concerned are told.").wait_for()

    badge = author.locator("#badge [data-count]")
    expect(badge).not_to_have_text("0")
    author.goto("/notices/")
    author.get_by_role("button", name=re.compile("The moderators looked at your post")).click()
    expect(author.get_by_text("Stopping suddenly can do harm.")).to_be_visible()
    expect(author.get_by_text("demo9")).to_have_count(0)
    reporter.goto("/notices/")
    reporter.get_by_role(
        "button", name=re.compile("The moderators looked at what you told")
    ).click()
    expect(reporter.get_by_text("A moderator looked at it")).to_be_visible()
    reporter.goto(address)
    expect(reporter.get_by_text("Tablets are for the weak")).to_have_count(0)


def test_two_moderators_cannot_both_decide(new_page: NewPage) -> None:
    first, second = new_page("moderator"), new_page("admin")
    for page in (first, second):
        page.goto("/moderation/")
        page.get_by_role("link", name="Heated: diet instead").first.click()
        page.get_by_label("No action").check()
        page.get_by_label("Reason, in words the author will read").fill("Heated, and still fair.")
    first.get_by_role("button", name="Decide").click()
    first.get_by_text("Decided. The people concerned are told.").wait_for()
    second.get_by_role("main").get_by_text("This case has changed.").wait_for()
    second.get_by_role("button", name="Decide").click()
    expect(second.get_by_text("Quiet Harbour decided this")).to_be_visible()
    expect(second.get_by_label("The reason you wrote")).to_have_value("Heated, and still fair.")


def test_who_holds_a_case_hears_that_its_author_changed_the_post(new_page: NewPage) -> None:
    author, moderator = new_page("member"), new_page("moderator")
    open_topic(author, "Cooking when standing")
    write(author, "Herbs of mine beat any tablet.")
    address = author.url
    moderator.goto(address)
    post = moderator.locator(".post", has_text="Herbs of mine beat")
    post.get_by_text("More").click()
    post.get_by_role("button", name="Open a case").click()
    moderator.get_by_label("No action").wait_for()
    moderator.get_by_label("Warn the author; the post stays").check()
    moderator.get_by_label("Guideline", exact=True).select_option(index=1)
    moderator.get_by_label("Reason, in words the author will read").fill("No adverts, please.")
    author.goto(author.url)
    own = author.locator(".post", has_text="Herbs of mine beat")
    own.get_by_text("More").click()
    own.get_by_role("link", name="Change").click()
    author.get_by_label("Your words").fill("Herbs of mine taste good.")
    author.get_by_role("button", name="Save the change").click()
    author.get_by_text("Herbs of mine taste good.").first.wait_for()
    changed = moderator.get_by_role("main").get_by_text("This case has changed.")
    expect(changed).to_be_visible()
    moderator.get_by_role("button", name="Decide").click()
    expect(moderator.get_by_text("its author changed the post")).to_be_visible()
    expect(moderator.get_by_label("The reason you wrote")).to_have_value("No adverts, please.")
    # Whoever comes next must not find it in this moderator's hands.
    moderator.goto(moderator.url)
    moderator.get_by_role("button", name="Give it back").click()
    moderator.wait_for_url("**/moderation/")


def test_without_scripts_everything_works(new_page: NewPage) -> None:
    page = new_page("member", java_script_enabled=False)
    address = open_topic(page, "Walking stick, first outing")
    page.get_by_label("Your words").fill("Mine is called Gerald.")
    page.get_by_role("button", name="Preview").click()
    expect(page.get_by_role("heading", name="This is how it will look")).to_be_visible()
    page.get_by_role("button", name="Post reply").click()
    page.get_by_text("Mine is called Gerald.").wait_for()
    page.get_by_label("Your words").fill("Ring me on 020 7946 0958 if you like sticks.")
    page.get_by_role("button", name="Post reply").click()
    expect(page.get_by_text("This shows contact or personal details")).to_be_visible()
    page.get_by_role("button", name="Post anyway").click()
    page.get_by_text("if you like sticks").first.wait_for()
    page.get_by_role("button", name="Stop following").click()
    page.get_by_role("button", name="Follow", exact=True).wait_for()
    other = page.locator(".post", has_text="Mine has flowers.").first
    other.get_by_role("button", name="Thank you").click()
    expect(
        page.locator(".post", has_text="Mine has flowers.").first.get_by_role(
            "button", name="Thank you"
        )
    ).to_have_attribute("aria-pressed", "true")
    page.get_by_label("Your words").fill("I will finish this sentence")
    page.get_by_role("button", name="Save draft").click()
    page.get_by_role("link", name="I will finish this sentence").click()
    expect(page.get_by_label("Your words")).to_have_value("I will finish this sentence")
    page.goto(address)
    page.get_by_role("button", name="Show oldest to newest").click()
    page.get_by_role("button", name="Group replies").click()


def test_by_keyboard_alone(new_page: NewPage) -> None:
    page = new_page()
    page.goto("/accounts/login/")

    def tab_to(name: str) -> None:
        for _ in range(200):
            page.keyboard.press("Tab")
            focused = page.evaluate(
                """() => {
                    const at = document.activeElement;
                    return (at.labels?.[0]?.innerText || at.innerText || "").trim();
                }"""
            )
            if focused.startswith(name):
                outline = page.evaluate("getComputedStyle(document.activeElement).outlineWidth")
                assert outline == "3px", (name, outline)
                return
        raise AssertionError(f"Tab never reached {name}")

    tab_to("Your e-mail address")
    page.keyboard.type("demo11@demo.example")
    tab_to("Password")
    page.keyboard.type("calm-river-demo")
    page.keyboard.press("Enter")
    page.get_by_role("heading", name="Hello, ").wait_for()
    page.goto("/boards/good-days/")
    tab_to("Silly question Saturday")
    page.keyboard.press("Enter")
    page.get_by_role("heading", name="Silly question Saturday").wait_for()
    tab_to("Your words")
    page.keyboard.type("A very old tortoise.")
    tab_to("Post reply")
    page.keyboard.press("Enter")
    page.locator(".post", has_text="A very old tortoise.").wait_for()


def test_a_draft_survives_the_browser_and_comes_back_elsewhere(new_page: NewPage) -> None:
    page = new_page("member")
    page.goto("/boards/daily-life/start/")
    page.get_by_label("Title").fill("Gloves that one can get on")
    page.get_by_label("Your words").press_sequentially("My hands and buttons", delay=10)
    page.get_by_text("Kept as a draft.").wait_for(timeout=5000)
    page.context.close()
    elsewhere = new_page("member", width=360)
    elsewhere.goto("/drafts/")
    elsewhere.get_by_role("link", name="Gloves that one can get on").click()
    expect(elsewhere.get_by_label("Your words")).to_have_value("My hands and buttons")
    expect(elsewhere.get_by_label("Title")).to_have_value("Gloves that one can get on")


def test_words_survive_a_lost_session(new_page: NewPage) -> None:
    page = new_page("member")
    open_topic(page, "Pacing: I do it badly")
    page.get_by_label("Your words").fill("Written while my session ended.")
    page.context.clear_cookies(name="sessionid")
    page.get_by_role("button", name="Post reply").click()
    page.get_by_text("Your words are kept").wait_for()
    page.get_by_label("Your e-mail address").fill("member@demo.example")
    page.get_by_label("Password", exact=True).fill("calm-river-demo")
    page.get_by_role("button", name="Log in").click()
    expect(page.get_by_label("Your words")).to_have_value("Written while my session ended.")
    page.get_by_role("button", name="Post reply").click()
    page.locator(".post", has_text="Written while my session ended.").wait_for()


def test_ten_quick_presses_are_one_post(new_page: NewPage, site: Site) -> None:
    page = new_page("member")
    open_topic(page, "The bladder topic, because somebody has to start it")
    page.get_by_label("Your words").fill("Ten presses, one post.")
    page.evaluate(
        "const b = document.querySelector('[data-send]'); for (let i = 0; i < 10; i++) b.click()"
    )
    page.locator(".post", has_text="Ten presses, one post.").wait_for()
    rows = site.sql("SELECT count(*) FROM forums_post WHERE text = 'Ten presses, one post.'")
    assert rows == [(1,)]


def test_a_lost_answer_does_not_double_the_post(new_page: NewPage, site: Site) -> None:
    page = new_page("member")
    address = open_topic(page, "Numb hands and buttons")
    write(page, "A word before.")
    page.get_by_label("Your words").fill("Stored, and the answer was lost.")

    def lose_the_answer(route: Route) -> None:
        route.fetch(max_redirects=0)
        page.context.clear_cookies(name="sent")
        route.abort()

    page.route("**/reply/**", lose_the_answer)
    page.get_by_role("button", name="Post reply").click()
    page.wait_for_timeout(1000)
    page.unroute("**/reply/**")
    page.goto(address)
    expect(page.get_by_label("Your words")).to_have_value("Stored, and the answer was lost.")
    page.get_by_role("button", name="Post reply").click()
    page.wait_for_url(re.compile("#just-sent$"))
    rows = site.sql(
        "SELECT count(*) FROM forums_post WHERE text = 'Stored, and the answer was lost.'"
    )
    assert rows == [(1,)]


def test_a_draft_thrown_away_stays_away(new_page: NewPage) -> None:
    page = new_page("member")
    address = open_topic(page, "Friends who say “but you look so well”")
    box = page.get_by_label("Your words")
    box.fill("A first half")
    page.get_by_text("Kept as a draft.").wait_for()
    page.context.set_offline(True)
    box.fill("A first half, and more")
    page.get_by_text("Not kept yet").wait_for()
    page.context.set_offline(False)
    page.goto("/drafts/")
    page.get_by_role("button", name=re.compile("Delete draft ?: A first half")).click()
    page.get_by_text("The draft is thrown away.").wait_for()
    page.goto(address)
    expect(page.get_by_label("Your words")).to_have_value("")


def test_an_answer_to_a_waiting_reply_waits_with_it(new_page: NewPage) -> None:
    reader, writer = new_page("moderator"), new_page("member")
    address = open_topic(reader, "Heat, and the bus with the broken air conditioning")
    writer.goto(address)
    write(writer, "I walk the last stop.")
    mine = writer.locator(".post", has_text="I walk the last stop.")
    mine.get_by_role("link", name=re.compile("^Reply")).click()
    write(writer, "In the shade, that is.")
    reader.get_by_role("button", name="2 new replies: show").click()
    expect(reader.locator(".branch .below .post", has_text="In the shade")).to_have_count(1)


def test_guidance_speaks_while_writing(new_page: NewPage) -> None:
    # Somebody who has let nothing stand yet: what was let stand is not said again.
    page = new_page()
    log_in(page, "demo18@demo.example")
    page.goto("/boards/daily-life/start/")
    page.get_by_label("Title").fill("Help please")
    thought = page.get_by_text("Could the title say what it is about")
    thought.wait_for()
    page.get_by_label("Title").fill("Leg spasms at night")
    expect(thought).to_be_hidden()
    page.get_by_label("Your words").fill("Write to me at fern@mail.example please")
    expect(page.get_by_text("This shows contact or personal details")).to_be_visible()
    page.get_by_label("Your words").fill("Most nights I want to die, and I said nothing to anyone.")
    expect(page.get_by_role("link", name="Show me who I can ring")).to_be_visible()
    page.get_by_role("button", name="Post topic").click()
    page.locator("#just-sent").get_by_text("people are there for exactly that").wait_for()
    expect(page.locator(".post", has_text="Most nights I want to die")).to_be_visible()


def test_the_page_catches_up_after_the_server_was_away(new_page: NewPage, site: Site) -> None:
    reader = new_page("member")
    address = open_topic(reader, "Driving: when did you know")
    site.stop(at_once=True)
    site.start()
    writer = new_page()
    log_in(writer, "demo13@demo.example")
    writer.goto(address)
    write(writer, "I stopped driving at night first.")
    reader.get_by_role("button", name="1 new reply: show").wait_for(timeout=60_000)
    reader.get_by_role("button", name="1 new reply: show").click()
    expect(reader.locator(".post", has_text="I stopped driving at night")).to_have_count(1)
