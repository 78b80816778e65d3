"""Passkeys with Chromium's own virtual authenticator, and an app's codes."""

import time

from allauth.mfa.totp.internal.auth import format_hotp_value, hotp_value
from playwright.sync_api import CDPSession, Page, expect

from devkit.site import Site
from mssupport.demo.logins import PASSWORD
from tests.browser.conftest import NewPage


def at_localhost(site: Site, path: str) -> str:
    """Browsers give passkeys to a name, not to 127.0.0.1."""
    return f"http://localhost:{site.port}{path}"


def device(page: Page) -> CDPSession:
    """A phone that knows its owner by the finger, and always recognises it."""
    cdp = page.context.new_cdp_session(page)
    cdp.send("WebAuthn.enable")
    cdp.send(
        "WebAuthn.addVirtualAuthenticator",
        {
            "options": {
                "protocol": "ctap2",
                "transport": "internal",
                "hasResidentKey": True,
                "hasUserVerification": True,
                "isUserVerified": True,
                "automaticPresenceSimulation": True,
            }
        },
    )
    return cdp


def log_in_by_password(page: Page, site: Site, email: str) -> None:
    page.goto(at_localhost(site, "/accounts/login/"))
    page.get_by_label("Your e-mail address").fill(email)
    page.get_by_label("Password", exact=True).fill(PASSWORD)
    page.get_by_role("button", name="Log in", exact=True).click()


def test_a_passkey_is_added_and_opens_the_door_alone(new_page: NewPage, site: Site) -> None:
    page = new_page(width=360, site_url=at_localhost(site, ""))
    device(page)
    log_in_by_password(page, site, "demo20@demo.example")
    page.get_by_role("heading", name="Hello, ").wait_for()
    page.goto(at_localhost(site, "/settings/"))
    page.get_by_role("link", name="A second step when I log in").click()
    page.get_by_role("link", name="Add a passkey").click()
    page.get_by_label("A name for it").fill("my phone")
    page.get_by_role("button", name="Add the passkey").click()
    # With the first one come the codes for the day when the phone is lost.
    expect(page.get_by_role("heading", name="Recovery codes")).to_be_visible()
    assert page.locator(".codes li").count() == 10
    page.get_by_role("link", name="I have them on paper").click()
    expect(page.get_by_text("You have one passkey.")).to_be_visible()
    page.goto(at_localhost(site, "/settings/"))
    page.get_by_role("main").get_by_role("button", name="Log out", exact=True).click()
    page.goto(at_localhost(site, "/accounts/login/"))
    page.get_by_role("button", name="Log in with a passkey").click()
    page.get_by_role("heading", name="Hello, ").wait_for()
    # After a password it is the second step.
    page.goto(at_localhost(site, "/settings/"))
    page.get_by_role("main").get_by_role("button", name="Log out", exact=True).click()
    log_in_by_password(page, site, "demo20@demo.example")
    page.get_by_role("button", name="Use my passkey").click()
    page.get_by_role("heading", name="Hello, ").wait_for()
    # By its name it is found again, changed and taken away.
    page.goto(at_localhost(site, "/accounts/2fa/webauthn/"))
    page.get_by_role("link", name="Remove my phone").click()
    page.get_by_role("button", name="Remove it").click()
    expect(page.get_by_text("You have no passkey yet.")).to_be_visible()


def test_a_device_that_says_no_is_told_kindly(new_page: NewPage, site: Site) -> None:
    page = new_page(site_url=at_localhost(site, ""))
    log_in_by_password(page, site, "demo21@demo.example")
    page.get_by_role("heading", name="Hello, ").wait_for()
    page.goto(at_localhost(site, "/accounts/2fa/webauthn/add/"))
    page.evaluate("() => { navigator.credentials.create = () => Promise.reject(new Error('no')); }")
    page.get_by_role("button", name="Add the passkey").click()
    expect(page.get_by_role("alert")).to_contain_text("Nothing has changed")
    assert page.url.endswith("/accounts/2fa/webauthn/add/")


def test_one_of_the_team_sets_up_an_app_and_goes_on(new_page: NewPage, site: Site) -> None:
    """Without scripts: by keyboard and code alone."""
    made = (
        "from accounts.models import Member; from django.contrib.auth.models import Group; "
        "m = Member.objects.get(email='demo22@demo.example'); "
        "m.groups.set(Group.objects.filter(name='Moderators'))"
    )
    site.manage("shell", "-c", made)
    page = new_page(java_script_enabled=False)
    page.goto("/accounts/login/")
    page.get_by_label("Your e-mail address").fill("demo22@demo.example")
    page.get_by_label("Password", exact=True).fill(PASSWORD)
    page.get_by_role("button", name="Log in", exact=True).click()
    page.goto("/moderation/")
    expect(page.get_by_text("The pages of the team need a second step.")).to_be_visible()
    page.get_by_role("link", name="Set up an app").click()
    secret = page.locator(".key").inner_text().replace(" ", "")
    page.get_by_label("The code that the app shows now").fill(
        format_hotp_value(hotp_value(secret, int(time.time()) // 30))
    )
    page.keyboard.press("Enter")
    page.get_by_role("link", name="I have them on paper").click()
    page.get_by_role("link", name="Continue to the pages of the team").click()
    expect(page.get_by_role("heading", name="Review queue", level=1)).to_be_visible()
