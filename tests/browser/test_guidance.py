"""Writing with help beside the box, and changing what helps: with scripts, without, by keyboard."""

import re

import pytest
from playwright.sync_api import Route, expect

from tests.browser.conftest import NewPage, log_in
from tests.browser.test_journeys import open_topic


def test_help_while_writing_is_beside_the_words(new_page: NewPage) -> None:
    page = new_page()
    log_in(page, "demo9@demo.example")
    page.goto("/boards/treatments/start/")
    page.get_by_label("Title").fill("Leg spasms at night")
    expect(page.get_by_text("These topics may be about the same")).to_be_visible()
    similar = page.locator("[data-similar] a").first
    expect(similar).to_have_attribute("target", "_blank")
    box = page.get_by_label("Anything else")
    box.fill("Hello. Ring 020 7946 0958 if you like.")
    said = page.locator("[data-prompt]")
    expect(said).to_contain_text("This shows contact or personal details")
    # Said politely, and nobody is taken out of what they write.
    expect(said).to_have_attribute("role", "status")
    expect(box).to_be_focused()
    expect(said.get_by_role("button")).to_have_text(
        ["Change it", "Post anyway", "This does not fit"]
    )
    heights = [each.bounding_box() for each in said.get_by_role("button").all()]
    assert len({round(each["height"]) for each in heights if each}) == 1
    said.get_by_role("button", name="Change it").click()
    chosen = box.evaluate("b => b.value.slice(b.selectionStart, b.selectionEnd)")
    assert chosen == "020 7946 0958"
    page.keyboard.type("me here")
    expect(said).not_to_contain_text("contact or personal details")
    # What is answered is part of the draft.
    page.get_by_label("For how long?").fill("Since May")
    expect(page.get_by_text("Kept as a draft.")).to_be_visible()
    page.reload()
    expect(box).to_have_value(re.compile(r"\*\*For how long\?\*\*\n\nSince May"))


CRY = "I want to end my life tonight."
IN_WINDOW = """node => {
  const box = node.getBoundingClientRect();
  return box.top >= 0 && box.bottom <= innerHeight && box.left >= 0 && box.right <= innerWidth;
}"""


@pytest.mark.parametrize(("width", "height"), [(360, 640), (320, 568), (640, 360), (1280, 800)])
@pytest.mark.parametrize("where", ["For how long?", "Anything else", "Title"])
def test_help_stays_in_view_beside_the_box_that_is_written_in(
    new_page: NewPage, width: int, height: int, where: str
) -> None:
    page = new_page(width=width)
    page.set_viewport_size({"width": width, "height": height})
    log_in(page, "demo24@demo.example")
    page.goto("/boards/treatments/start/")
    box = page.get_by_label(where)
    box.fill("")
    box.press_sequentially(CRY)
    ring = page.get_by_role("link", name="Show me who I can ring (new tab)")
    expect(ring).to_be_visible()
    expect(box).to_be_focused()
    assert ring.evaluate(IN_WINDOW)
    # The box that is written in is there as well, and both still are after some more words.
    for _more in range(3):
        bounds = box.bounding_box() or {}
        assert bounds["y"] < height
        assert bounds["y"] + bounds["height"] > 0
        assert ring.evaluate(IN_WINDOW)
        box.press_sequentially(" I do not know what to do.")
        page.wait_for_timeout(300)
    box.fill("")


@pytest.mark.parametrize("javascript", [True, False])
def test_help_is_in_view_beside_a_refusal(new_page: NewPage, javascript: bool) -> None:
    page = new_page(width=360, java_script_enabled=javascript)
    page.set_viewport_size({"width": 360, "height": 640})
    log_in(page, "demo23@demo.example")
    open_topic(page, "Walking stick, first outing")
    page.get_by_label("Your words").fill(f"{CRY} My card number is 4111 1111 1111 1111.")
    if javascript:
        # While it is written the person comes first, not the number.
        expect(page.get_by_role("link", name="Show me who I can ring (new tab)")).to_be_visible()
    page.get_by_role("button", name="Post reply").click()
    expect(page.locator(".error-summary")).to_be_visible()
    ring = page.locator(".help-card").get_by_role("link", name="Show me who I can ring")
    assert ring.evaluate(IN_WINDOW)


def test_what_is_said_of_a_title_stands_below_it(new_page: NewPage) -> None:
    page = new_page(width=360)
    log_in(page, "demo7@demo.example")
    page.goto("/boards/daily-life/start/")
    title = page.get_by_label("Title")
    title.press_sequentially("Help")
    said = page.get_by_role("status").filter(has_text="Just a thought")
    expect(said).to_be_visible()
    expect(title).to_have_accessible_description(re.compile("Just a thought"))
    box, below = title.bounding_box() or {}, said.bounding_box() or {}
    assert 0 < below["y"] - (box["y"] + box["height"]) < 60
    title.fill("Walking stick")
    similar = page.get_by_role("status").filter(has_text="may be about the same")
    expect(similar).to_be_visible()
    assert 0 < (similar.bounding_box() or {})["y"] - (box["y"] + box["height"]) < 60
    # Enter sends nothing and presses nothing: it goes on to the words.
    title.press("Enter")
    words = page.get_by_label("Your words")
    expect(words).to_be_focused()
    expect(page).to_have_url(re.compile(r"/start/$"))
    # The words that are named are those that stand there now.
    words.fill("Write to me at ann@mail.example please.")
    about = page.locator("[data-prompt] .named")
    expect(about).to_contain_text("ann@mail.example")
    words.fill("Write to me at bea@mail.example please.")
    expect(about).to_contain_text("bea@mail.example")
    expect(about).not_to_contain_text("ann@mail.example")
    title.fill("")
    words.fill("")
    page.wait_for_timeout(2000)


def test_guidance_is_asked_after_a_pause_and_the_last_answer_counts(new_page: NewPage) -> None:
    page = new_page()
    log_in(page, "demo6@demo.example")
    open_topic(page, "Walking stick, first outing")
    asked: list[str] = []
    page.on("request", lambda request: asked.append(request.url))
    box = page.get_by_label("Your words")
    box.press_sequentially("Write to ann@mail.example if you like.", delay=20)
    expect(page.locator("[data-prompt] .named")).to_contain_text("ann@mail.example")
    assert len([url for url in asked if url.endswith("/drafts/check/")]) == 1
    # A slow answer about words that are gone by now is not shown.
    slow = {"held": True}

    def hold_the_first(route: Route) -> None:
        if slow.pop("held", False):
            page.wait_for_timeout(2500)
        route.continue_()

    page.route("**/drafts/check/", hold_the_first)
    box.fill("Write to bea@mail.example if you like.")
    page.wait_for_timeout(1400)
    box.fill("Write to cal@mail.example if you like.")
    expect(page.locator("[data-prompt] .named")).to_contain_text("cal@mail.example")
    page.wait_for_timeout(1500)
    expect(page.locator("[data-prompt] .named")).to_contain_text("cal@mail.example")
    page.unroute("**/drafts/check/")
    box.fill("")
    page.wait_for_timeout(2000)


@pytest.mark.parametrize("way", ["/settings/", "/accounts/logout/"])
def test_what_a_device_holds_is_wiped_at_log_out(new_page: NewPage, way: str) -> None:
    page = new_page(width=360)
    log_in(page, "demo6@demo.example")
    open_topic(page, "Walking stick, first outing")
    held = "Object.keys(localStorage).filter((key) => key.startsWith('draft:')).length"
    page.context.set_offline(True)
    # Words of its own each time: those of a run before may have reached the server.
    page.get_by_label("Your words").fill(f"Only on this device, before {way}.")
    expect(page.get_by_text("Not kept yet")).to_be_visible()
    assert page.evaluate(held) == 1
    page.context.set_offline(False)
    # The page's script must not send it first: it is about what is left.
    page.route("**/drafts/keep/", lambda route: route.abort())
    page.goto(way)
    page.get_by_role("main").get_by_role("button", name="Log out", exact=True).click()
    expect(page.get_by_role("link", name="Log in").first).to_be_visible()
    assert page.evaluate(held) == 0


def test_marks_come_and_go(new_page: NewPage) -> None:
    page = new_page()
    log_in(page, "demo7@demo.example")
    open_topic(page, "Walking stick, first outing")
    box = page.get_by_label("Your words")
    box.fill("one two\nthree")
    box.evaluate("b => b.setSelectionRange(4, 7)")
    bold = page.get_by_role("button", name="Bold")
    bold.click()
    expect(box).to_have_value("one **two**\nthree")
    bold.click()
    expect(box).to_have_value("one two\nthree")
    # A list is made of whole lines, wherever the caret is in them.
    box.evaluate("b => b.setSelectionRange(5, 9)")
    page.get_by_role("button", name="List").click()
    expect(box).to_have_value("- one two\n- three")
    box.fill("")
    page.wait_for_timeout(2000)


def test_what_a_screen_reader_is_told(new_page: NewPage) -> None:
    page = new_page()
    log_in(page, "demo15@demo.example")
    open_topic(page, "Walking stick, first outing")
    box = page.get_by_label("Your words")
    form = page.locator("[data-compose]")
    # Everything that is put into the politely spoken regions, in the order in which it is.
    page.evaluate("""() => {
        window.heard = [];
        const watch = new MutationObserver((all) => {
            for (const each of all) {
                const region = each.target.closest?.("[role=status]");
                const words = region?.innerText.trim();
                if (words && heard.at(-1) !== words) heard.push(words);
            }
        });
        watch.observe(document.querySelector("[data-compose]"), {
            childList: true, subtree: true, attributes: true, attributeFilter: ["hidden"],
        });
    }""")
    box.press_sequentially("At least it isn’t your other leg.", delay=5)
    said = form.get_by_role("status").filter(has_text="Just a thought")
    expect(said).to_be_visible()
    box.press_sequentially(" Really.", delay=5)
    expect(page.get_by_text("Kept as a draft.")).to_be_visible()
    page.wait_for_timeout(1500)
    heard = [words for words in page.evaluate("heard") if "Just a thought" in words]
    assert len(heard) == 1, heard
    # It belongs to the field, and neither the focus nor the caret was touched.
    expect(box).to_be_focused()
    assert box.evaluate("b => b.selectionStart === b.value.length")
    expect(box).to_have_accessible_description(re.compile("Just a thought: .*At least it", re.S))
    expect(page.locator(".under mark")).to_have_text("At least it")
    expect(form).to_match_aria_snapshot("""
        - textbox "Your words": At least it isn’t your other leg. Really.
        - status:
          - paragraph:
            - strong: "Just a thought:"
            - text: /This can sound like.*/
          - paragraph: "This is about: At least it"
          - paragraph:
            - button "Change it"
            - button "Post anyway"
        - paragraph:
          - button "Post reply"
          - button "Preview"
          - button "Save draft"
    """)
    change = said.get_by_role("button", name="Change it")
    as_it_is = said.get_by_role("button", name="Post anyway")
    sizes = [each.bounding_box() or {} for each in (change, as_it_is)]
    assert [each["height"] for each in sizes] == [sizes[0]["height"]] * 2
    assert abs(sizes[0]["width"] - sizes[1]["width"]) < 1
    change.press("Enter")
    assert box.evaluate("b => b.value.slice(b.selectionStart, b.selectionEnd)") == "At least it"
    as_it_is.press("Enter")
    expect(said).to_be_hidden()
    expect(page.locator(".under")).to_be_hidden()
    expect(box).to_have_accessible_description("")
    box.fill("")


def test_a_reply_with_lights_marks_and_a_warning(new_page: NewPage) -> None:
    page, reader = new_page(), new_page()
    log_in(page, "demo10@demo.example")
    log_in(reader, "demo11@demo.example")
    address = open_topic(page, "Brain fog in the supermarket")
    reader.goto(address)
    expect(page.locator(".wish-hint")).to_contain_text("The author would like")
    box = page.get_by_label("Your words")
    box.fill("That sounds hard. What did you do then, in the end?")
    lights = page.locator("[data-lights]")
    expect(lights.locator(".there")).to_have_text(["a warm word", "a question"])
    # Along the bar by arrow, and a mark around what is chosen.
    box.evaluate("b => b.setSelectionRange(0, 4)")
    page.get_by_role("button", name="Bold").focus()
    page.keyboard.press("ArrowRight")
    expect(page.get_by_role("button", name="Italic")).to_be_focused()
    page.keyboard.press("Enter")
    expect(box).to_have_value(re.compile(r"^\*That\* sounds hard"))
    lights.get_by_role("button", name="Do not show this").click()
    expect(lights).to_be_hidden()
    page.get_by_text("Add a content warning").click()
    page.get_by_label("Needles and procedures").check()
    page.get_by_role("button", name="Post reply").click()
    page.get_by_text("It is posted. For a minute").wait_for()
    # Everybody else opens it; live too.
    reader.get_by_role("button", name="1 new reply: show").click()
    folded = reader.locator(".post", has_text="Content warning: Needles and procedures").last
    expect(folded.get_by_text("sounds hard")).to_be_hidden()
    folded.get_by_text("Show the post").click()
    expect(folded.get_by_text("sounds hard")).to_be_visible()
    page.get_by_role("button", name="Undo sending").click()
    expect(page.get_by_label("Your words")).to_have_value(re.compile("sounds hard"))
    expect(reader.get_by_text("sounds hard")).to_have_count(0)


def test_ten_thousand_words_are_pasted_and_kept(new_page: NewPage) -> None:
    page = new_page(width=360)
    log_in(page, "demo12@demo.example")
    open_topic(page, "Walking stick, first outing")
    box = page.get_by_label("Your words")
    box.fill("Before after")
    words = " ".join(["slowly"] * 10_000)
    box.evaluate(
        """(b, words) => {
            b.focus();
            b.setSelectionRange(7, 7);
            document.execCommand("insertText", false, `${words} `);
        }""",
        words,
    )
    caret = len("Before ") + len(words) + 1
    expect(page.get_by_text("Kept as a draft.")).to_be_visible()
    page.wait_for_timeout(1500)
    assert box.evaluate("b => [b.selectionStart, b.selectionEnd]") == [caret, caret]
    page.reload()
    expect(page.get_by_label("Your words")).to_have_value(f"Before {words} after")
    page.get_by_role("button", name="Post reply").click()
    expect(page.get_by_text("characters too long. Could it be two posts?").first).to_be_visible()
    expect(page.get_by_label("Your words")).to_have_value(f"Before {words} after")
    page.get_by_label("Your words").fill("")
    page.wait_for_timeout(2000)


def test_chosen_words_are_quoted(new_page: NewPage) -> None:
    page = new_page()
    log_in(page, "demo12@demo.example")
    open_topic(page, "Walking stick, first outing")
    words = page.locator(".post .words").first
    words.evaluate("w => getSelection().selectAllChildren(w.querySelector('p') ?? w)")
    page.get_by_role("button", name="Quote the words I chose").click()
    expect(page.get_by_label("Your words")).to_have_value(re.compile(r"^.+ wrote:\n> .+", re.S))
    expect(page.get_by_label("Your words")).to_be_focused()


def test_somebody_is_named_by_keyboard(new_page: NewPage) -> None:
    page = new_page(width=360)
    log_in(page, "demo14@demo.example")
    open_topic(page, "Walking stick, first outing")
    name = page.locator(".post h3 bdi").first.inner_text()
    box = page.get_by_label("Your words")
    box.press_sequentially(f"Thank you @{name[:2]}")
    people = page.get_by_role("group", name="People in this topic")
    expect(people.get_by_role("button", name=f"@{name}")).to_be_visible()
    # The caret was not moved; Tab reaches the first name, and choosing goes back to the box.
    expect(box).to_be_focused()
    page.keyboard.press("Tab")
    expect(people.get_by_role("button").first).to_be_focused()
    people.get_by_role("button", name=f"@{name}").press("Enter")
    expect(box).to_be_focused()
    expect(box).to_have_value(f"Thank you @{name} ")
    expect(people).to_be_hidden()
    page.keyboard.type("and @")
    expect(people).to_be_visible()
    page.keyboard.press("Escape")
    expect(people).to_be_hidden()
    expect(box).to_have_value(f"Thank you @{name} and @")
    box.fill("")


def test_two_windows_keep_both_texts(new_page: NewPage) -> None:
    page = new_page()
    log_in(page, "demo13@demo.example")
    address = open_topic(page, "Walking stick, first outing")
    other = page.context.new_page()
    other.goto(address)
    page.get_by_label("Your words").fill("Written in the first window.")
    expect(page.get_by_text("Kept as a draft.")).to_be_visible()
    other.get_by_label("Your words").fill("Written in the second window.")
    shown = other.locator("[data-other-versions]")
    expect(shown).to_contain_text("Written in the first window.")
    shown.get_by_role("button", name="Put it below mine").click()
    expect(other.get_by_label("Your words")).to_have_value(
        "Written in the second window.\n\nWritten in the first window."
    )


def test_a_moderator_writes_a_rule_without_scripts(new_page: NewPage) -> None:
    page = new_page("moderator", java_script_enabled=False, width=360)
    page.goto("/moderation/")
    page.get_by_role("link", name="Rules that help").click()
    page.get_by_role("link", name="Write a new rule").click()
    page.get_by_label("Short name").fill("G91")
    page.get_by_label("Guideline", exact=True).select_option(index=1)
    page.get_by_label("Name, for the team").fill("Walking sticks")
    page.get_by_label("What the author reads").fill("Which stick?")
    page.get_by_label("How it speaks", exact=True).select_option("tip")
    page.get_by_label("Listen for").select_option("phrases")
    page.get_by_label("Which", exact=True).fill("walking stick~")
    page.get_by_text("Replies", exact=True).click()
    page.get_by_label("Words to try it on").fill("My walking sticks are blue.")
    page.get_by_role("button", name="Try it").click()
    expect(page.get_by_text("It would speak to these words")).to_be_visible()
    expect(page.locator("mark").first).to_have_text("walking sticks")
    expect(page.get_by_text(re.compile("It would have spoken to"))).to_be_visible()
    page.get_by_label("Why do you change it?").fill("To see what is asked.")
    page.get_by_role("button", name="Save", exact=True).click()
    expect(page.get_by_text("The rule listens in silence")).to_be_visible()
    expect(page.get_by_text("To see what is asked.")).to_be_visible()


@pytest.mark.parametrize("width", [360, 1280])
def test_help_is_in_view_while_writing_and_after(new_page: NewPage, width: int) -> None:
    page = new_page(width=width)
    log_in(page, f"demo{14 if width == 360 else 15}@demo.example")
    open_topic(page, "Walking stick, first outing")
    box = page.get_by_label("Your words")
    box.press_sequentially("I want to end my life.", delay=10)
    card = page.locator("[data-prompt].help")
    expect(card).to_contain_text("people are there for exactly that")
    expect(card).to_be_in_viewport(ratio=1)
    expect(box).to_be_focused()
    expect(box).to_be_in_viewport()
    # It is no spelling mistake.
    expect(page.locator(".under mark")).to_have_count(0)
    page.get_by_role("button", name="Post reply").click()
    page.wait_for_url(re.compile("#just-sent$"))
    sent = page.locator("#just-sent .help-card")
    expect(sent).to_contain_text("people are there for exactly that")
    expect(sent).to_be_in_viewport(ratio=1)
    undo = page.get_by_role("button", name="Undo sending")
    expect(undo).to_be_in_viewport(ratio=1)
    # From where the page opens, help and then the way back are the next stops of the keyboard.
    page.keyboard.press("Tab")
    expect(
        page.locator("#just-sent").get_by_role("link", name="Show me who I can ring")
    ).to_be_focused()
    page.keyboard.press("Tab")
    expect(undo).to_be_focused()
    page.keyboard.press("Enter")
    expect(box).to_have_value("I want to end my life.")
    box.fill("")
    page.wait_for_timeout(2000)


def test_a_preview_without_scripts_shows_help_first(new_page: NewPage) -> None:
    page = new_page(width=360, java_script_enabled=False)
    log_in(page, "demo16@demo.example")
    open_topic(page, "Walking stick, first outing")
    page.get_by_label("Your words").fill("I want to end my life.")
    page.get_by_role("button", name="Preview", exact=True).click()
    expect(page.locator(".help-card")).to_be_in_viewport(ratio=1)


def test_despair_an_offer_and_an_insult(new_page: NewPage) -> None:
    """Help and published at once; silence; one remark."""
    page = new_page()
    log_in(page, "demo19@demo.example")
    address = open_topic(page, "When friends stopped calling")
    box, said = page.get_by_label("Your words"), page.locator("[data-prompt]")

    box.fill("I am here if you want to talk, any time of the day.")
    with page.expect_response("**/drafts/check/") as looked:
        pass
    assert looked.value.json()["prompt"] is None
    expect(said).to_be_hidden()

    box.fill("You are an idiot and nobody likes you.")
    expect(said).to_contain_text("This is aimed at a person")
    expect(said.get_by_role("button", name="This does not fit")).to_be_visible()
    expect(page.locator("[data-prompt]:visible")).to_have_count(1)

    box.fill("I see no way forward because I want to die.")
    expect(said.get_by_role("link", name="Show me who I can ring")).to_be_in_viewport()
    page.get_by_role("button", name="Post reply").click()
    page.wait_for_url(re.compile("#just-sent$"))
    expect(page.locator("#just-sent .help-card")).to_be_in_viewport()
    expect(page.locator(".post", has_text="I see no way forward")).to_be_visible()
    assert page.url.partition("#")[0].startswith(address.partition("?")[0])
