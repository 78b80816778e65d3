"""What everybody must be able to see, reach and afford, on every kind of page."""

import importlib.util
from pathlib import Path

import pytest
from playwright.sync_api import Page

from devkit.site import Site
from tests.browser.conftest import NewPage

RULES = ["wcag2a", "wcag2aa", "wcag21a", "wcag21aa", "wcag22aa", "best-practice"]

# (who, address); {topic} is the longest topic, {post} a post of it, {case} a waiting case.
PAGES = [
    (None, "/"),
    (None, "/guidelines/"),
    (None, "/help-now/"),
    (None, "/appearance/"),
    (None, "/accounts/login/"),
    (None, "/accounts/login/code/"),
    (None, "/accounts/signup/"),
    (None, "/accounts/password/reset/"),
    (None, "/boards/good-days/"),
    (None, "/nothing-here/"),
    ("member", "/"),
    ("member", "/new/"),
    ("member", "/following/"),
    ("member", "/search/?words=bus"),
    ("member", "/search/?since=nonsense"),
    ("member", "/drafts/"),
    ("member", "/notices/"),
    ("member", "/settings/"),
    ("member", "/welcome/"),
    ("member", "/record/"),
    ("member", "/accounts/2fa/"),
    ("member", "/accounts/2fa/totp/activate/"),
    ("member", "/accounts/2fa/webauthn/"),
    (None, "/accounts/new-address/"),
    ("moderator", "/accounts/2fa/reauthenticate/"),
    ("moderator", "/accounts/2fa/totp/deactivate/"),
    ("member", "/accounts/email/"),
    ("member", "/boards/daily-life/"),
    ("member", "/boards/daily-life/start/"),
    ("member", "/topics/{topic}/"),
    ("member", "/topics/{topic}/?order=flat"),
    ("member", "/topics/{topic}/replies/1/"),
    ("member", "/posts/{post}/reply/"),
    ("member", "/posts/{post}/report/"),
    ("member", "/posts/{post}/history/"),
    ("member", "/posts/{post}/block/"),
    ("member", "/settings/blocked/"),
    ("member", "/boards/treatments/start/"),
    ("member", "/posts/{post}/suggest-warning/"),
    ("member", "/posts/{post}/read/"),
    ("member", "/content-warnings/"),
    ("member", "/unanswered/"),
    ("moderator", "/moderation/rules/"),
    ("moderator", "/moderation/rules/new/"),
    ("moderator", "/moderation/rules/G12/"),
    ("moderator", "/moderation/rules/effect/"),
    ("moderator", "/moderation/terms/unproven/"),
    ("moderator", "/moderation/kind/"),
    ("moderator", "/moderation/"),
    ("moderator", "/moderation/?state=decided"),
    ("moderator", "/moderation/?guideline=8"),
    ("moderator", "/moderation/cases/{case}/"),
    ("moderator", "/moderation/figures/"),
    ("moderator", "/moderation/duty/"),
    ("moderator", "/moderation/myself/"),
    ("moderator", "/moderation/after/"),
    (None, "/transparency/"),
]


# Outside running text, everything that can be pressed is at least 44 pixels wide and high.
SMALL_TARGETS = """() => [...document.querySelectorAll(
    "main button, main input:not([type=hidden]), main textarea, main select, summary, header a,"
    + " footer a, main .button, .post .meta a, .post .answers a"
)]
    .filter((node) => !node.closest(".vh, .words") && node.checkVisibility())
    .map((node) => [(node.closest("label") ?? node).getBoundingClientRect(), node.outerHTML])
    .filter(([box]) => box.height && (box.height < 43.5 || box.width < 43.5))
    .map(([box, html]) => `${Math.round(box.width)}x${Math.round(box.height)} ${html.slice(0, 90)}`)
"""


def _axe() -> str:
    spec = importlib.util.find_spec("axe_playwright_python")
    assert spec is not None
    assert spec.origin is not None
    return (Path(spec.origin).parent / "axe.min.js").read_text()


@pytest.fixture(scope="module")
def places(site: Site) -> dict[str, object]:
    ((topic,),) = site.sql("SELECT id FROM forums_topic ORDER BY posts_count DESC, id LIMIT 1")
    ((post,),) = site.sql(
        "SELECT p.id FROM forums_post p JOIN accounts_member m ON m.id = p.author_id "
        f"WHERE topic_id = {topic} AND number > 2 AND m.pseudonym <> 'fern' ORDER BY p.id LIMIT 1"
    )
    ((case,),) = site.sql(
        "SELECT id FROM moderation_case WHERE status = 'open' ORDER BY is_worry DESC, id LIMIT 1"
    )
    return {"topic": topic, "post": post, "case": case}


def _problems(page: Page, axe: str) -> list[str]:
    page.evaluate(axe)
    found = page.evaluate(
        """(tags) => axe.run(document, {
            runOnly: {type: "tag", values: tags},
            rules: {"target-size": {enabled: true}, "color-contrast-enhanced": {enabled: true}},
            resultTypes: ["violations"],
            preload: false,
        })""",
        RULES,
    )
    return [
        f"{violation['id']}: {node['html'][:150]} {node.get('failureSummary', '')[:200]}"
        for violation in found["violations"]
        for node in violation["nodes"]
    ]


@pytest.mark.parametrize("theme", ["light", "dark", "contrast"])
@pytest.mark.parametrize("width", [360, 1280])
def test_axe_finds_nothing(
    new_page: NewPage, places: dict[str, object], theme: str, width: int
) -> None:
    axe = _axe()
    problems: list[str] = []
    for role in (None, "member", "moderator"):
        page = new_page(role, width=width, theme=theme, bypass_csp=True)
        for who, address in PAGES:
            if who == role:
                page.goto(address.format(**places))
                problems += [f"{address} {each}" for each in _problems(page, axe)]
    assert problems == [], "\n".join(problems)


def test_nothing_hangs_over_the_edge_and_every_target_is_large(
    new_page: NewPage, places: dict[str, object]
) -> None:
    problems: list[str] = []
    for role in (None, "member", "moderator"):
        page = new_page(role, width=320)
        for who, address in PAGES:
            if who != role:
                continue
            page.goto(address.format(**places))
            if page.evaluate("document.documentElement.scrollWidth") > 320:
                problems.append(f"{address}: wider than the screen")
            small = page.evaluate(SMALL_TARGETS)
            problems += [f"{address}: {each}" for each in small]
    assert problems == [], "\n".join(problems)


def test_first_visit_to_a_topic_is_light(new_page: NewPage, places: dict[str, object]) -> None:
    page = new_page("member", width=360)
    cookies = page.context.cookies()
    fresh = new_page(width=360)
    fresh.context.add_cookies(cookies)  # type: ignore[arg-type]
    session = fresh.context.new_cdp_session(fresh)
    session.send("Network.enable")
    sizes: list[int] = []
    session.on("Network.loadingFinished", lambda event: sizes.append(event["encodedDataLength"]))
    fresh.goto("/topics/{topic}/?order=flat".format(**places))
    fresh.wait_for_load_state("networkidle")
    assert fresh.locator(".post").count() == 20
    assert sum(sizes) <= 60_000, sizes


def test_nothing_moves_for_those_who_ask_for_it(
    new_page: NewPage, places: dict[str, object]
) -> None:
    page = new_page("member", reduced_motion="reduce", forced_colors="active")
    page.goto("/topics/{topic}/".format(**places))
    assert page.evaluate("document.getAnimations().length") == 0


INK = "getComputedStyle(document.body).color + getComputedStyle(document.body).backgroundColor"


@pytest.mark.parametrize("theme", ["auto", "dark", "contrast"])
def test_what_is_printed_is_dark_on_light_in_every_theme(
    new_page: NewPage, places: dict[str, object], theme: str
) -> None:
    address = "/topics/{topic}/".format(**places)
    light = new_page("member")
    light.goto(address)
    page = new_page("member", theme=theme, color_scheme="dark")
    page.goto(address)
    assert page.evaluate(INK) != light.evaluate(INK), "on the screen it is what was chosen"
    page.emulate_media(media="print")
    assert page.evaluate(INK) == light.evaluate(INK)


def test_help_stands_in_the_same_place_on_every_page(
    new_page: NewPage, places: dict[str, object]
) -> None:
    found = set()
    for role in (None, "member", "moderator"):
        page = new_page(role, width=360)
        for who, address in PAGES:
            if who == role:
                page.goto(address.format(**places))
                box = page.get_by_role("link", name="I need help now").bounding_box()
                assert box is not None, address
                found.add((round(box["x"]), round(box["y"])))
    assert len(found) == 1


def test_no_key_does_anything_by_itself(new_page: NewPage, places: dict[str, object]) -> None:
    """Dictation types letters anywhere."""
    page = new_page("member")
    page.goto("/topics/{topic}/".format(**places))
    page.wait_for_load_state("networkidle")
    asked: list[str] = []
    page.on(
        "request",
        lambda request: asked.append(request.url) if "/read/" not in request.url else None,
    )
    where = page.url
    for key in "abcdefghijklmnopqrstuvwxyz0123456789/?.,":
        page.keyboard.press(key)
    page.wait_for_timeout(300)
    assert page.url == where
    assert asked == []
