"""Lost devices and lost mailboxes: the ways back in."""

import re
from datetime import timedelta
from io import StringIO
from typing import Any

import pytest
from allauth.account.models import EmailAddress
from allauth.mfa.models import Authenticator
from allauth.mfa.recovery_codes.internal.auth import RecoveryCodes
from django.core.management import CommandError, call_command
from django.test import Client
from django.urls import reverse
from django.utils import timezone

from accounts.actions.account_status import change_groups
from accounts.actions.recovering import finish_address_change, reset_second_factor
from accounts.exceptions import ActionDenied
from accounts.models import PERMANENT, AddressChange, Member, StatusChange
from moderation.actions.account_status import change_address, change_standing
from notifications.models import Notice, OutboxEmail
from tests.accounts.logins import PASSWORD, app_of, code_of, is_in, log_in_by_form, with_password_of
from tests.factories import MemberFactory, group_of

Kind = StatusChange.Kind


# Lost devices


def test_two_admins_open_the_way_back_together(
    admin: Member, as_admin: Client, moderator: Member, log_in: Any
) -> None:
    second, third = MemberFactory(role="admin"), MemberFactory(role="admin")
    app_of(moderator)
    RecoveryCodes.activate(moderator)
    theirs = log_in(moderator)
    address = reverse("admin:accounts_member_changelist")
    words = {"action": "second_step", "_selected_action": [moderator.pk], "reason": "Phone lost."}
    said = as_admin.post(address, words, follow=True).content.decode()
    assert "when another admin does the same" in said
    # Told at once: if it was not they who asked, they hear of it in time.
    assert Notice.objects.filter(member=moderator, kind="standing").exists()
    asked = Notice.objects.filter(kind="second_step_asked")
    assert set(asked.values_list("member", flat=True)) == {second.pk, third.pk}
    assert moderator.pseudonym in asked[0].sentence
    # The same admin twice is not two admins.
    assert (
        "Another admin has to do it too"
        in as_admin.post(address, words, follow=True).content.decode()
    )
    assert Authenticator.objects.filter(user=moderator).count() == 2
    log_in(second).post(address, {**words, "reason": "I rang them up."})
    assert not Authenticator.objects.filter(user=moderator).exists()
    kinds = list(moderator.status_changes.values_list("kind", flat=True).order_by("pk"))
    assert kinds == [Kind.SECOND_STEP_ASKED, Kind.SECOND_STEP_GONE]
    done = moderator.status_changes.latest("pk")
    assert done.by == second
    assert done.reason.startswith("I rang them up.")
    assert f"Asked for by {admin.pseudonym}." in done.reason
    assert OutboxEmail.objects.filter(member=moderator).count() == 2
    # Whoever held the lost device is out.
    assert theirs.get(reverse("accounts:settings")).status_code == 302
    record = log_in(Member.objects.get(pk=moderator.pk)).get(reverse("moderation:record"))
    assert "Phone lost." in record.content.decode()


def test_who_may_not_and_when_it_lapses(admin: Member, moderator: Member, member: Member) -> None:
    second = MemberFactory(role="admin")
    for by, whom in ((moderator, member), (member, moderator), (admin, admin), (admin, member)):
        if whom is not member:
            app_of(whom) if not Authenticator.objects.filter(user=whom).exists() else None
        with pytest.raises(ActionDenied):
            reset_second_factor(member=whom, reason="x", by=by)
    app_of(member)
    reset_second_factor(member=member, reason="x", by=admin)
    StatusChange.objects.filter(member=member)
    later = timezone.now() + timedelta(days=8)
    with pytest.MonkeyPatch.context() as patch:
        patch.setattr(timezone, "now", lambda: later)
        reset_second_factor(member=member, reason="x", by=second)
    assert Authenticator.objects.filter(user=member).exists()
    # What was done once does not make the next one half done.
    with pytest.MonkeyPatch.context() as patch:
        patch.setattr(timezone, "now", lambda: later)
        reset_second_factor(member=member, reason="x", by=admin)
    assert not Authenticator.objects.filter(user=member).exists()
    app_of(member)
    assert reset_second_factor(member=member, reason="x", by=admin).kind == Kind.SECOND_STEP_ASKED


@pytest.mark.parametrize("how", ["demoted", "banned"])
def test_a_request_of_who_is_no_admin_any_more_counts_for_nothing(
    admin: Member, member: Member, how: str
) -> None:
    second = MemberFactory(role="admin")
    app_of(member)
    reset_second_factor(member=member, reason="x", by=admin)
    if how == "demoted":
        admin.groups.clear()
    else:
        Member.objects.filter(pk=admin.pk).update(suspended_until=PERMANENT)
    reset_second_factor(member=member, reason="x", by=second)
    assert Authenticator.objects.filter(user=member).exists()


def test_who_logs_in_with_it_keeps_it(admin: Member, member: Member) -> None:
    """Somebody else said that it was lost."""
    second = MemberFactory(role="admin")
    with_password_of(member)
    secret = app_of(member)
    reset_second_factor(member=member, reason="Phone lost, they say.", by=admin)
    client, answer = log_in_by_form(member)
    assert not member.status_changes.filter(kind=Kind.SECOND_STEP_KEPT).exists()
    client.post(answer.url, {"code": code_of(secret)})
    page = client.get(reverse("moderation:record")).content.decode()
    assert "The second step stays" in page
    assert "log in again with it" not in page
    # One admin alone is one admin again.
    reset_second_factor(member=member, reason="x", by=second)
    assert Authenticator.objects.filter(user=member).exists()
    assert "log in again with it" in client.get(reverse("moderation:record")).content.decode()
    # Nothing waits, nothing is recorded.
    client, answer = log_in_by_form(MemberFactory())
    assert StatusChange.objects.filter(kind=Kind.SECOND_STEP_KEPT).count() == 1


def test_whoever_holds_the_server_opens_it_alone(admin: Member) -> None:
    app_of(admin)
    out = StringIO()
    call_command("reset_second_factor", admin.email, "--reason", "Phone lost.", stdout=out)
    assert not Authenticator.objects.filter(user=admin).exists()
    assert admin.status_changes.get().kind == Kind.SECOND_STEP_GONE
    for email in (admin.email, "nobody@mail.example"):
        with pytest.raises(CommandError):
            call_command("reset_second_factor", email, "--reason", "x")


def test_the_first_admin_comes_in_without_mail(db: Any, mailoutbox: Any) -> None:
    from django.contrib.auth import get_user_model

    first = get_user_model().objects.create_superuser("Boss@mail.example", "boss", PASSWORD)
    client, answer = log_in_by_form(first)
    assert (answer.status_code, is_in(client)) == (302, True)
    assert client.get(reverse("admin:index")).url == reverse("mfa_index")
    assert mailoutbox == []


# Lost mailboxes


def test_an_admin_gives_a_lost_account_its_new_address(
    admin: Member, as_admin: Client, member: Member, log_in: Any, mailoutbox: Any, visitor: Client
) -> None:
    theirs, before = log_in(with_password_of(member)), member.email
    address = reverse("admin:accounts_member_changelist")
    words = {"action": "new_address", "_selected_action": [member.pk], "reason": "Rang us up."}
    as_admin.post(address, {**words, "email": "New@mail.example"})
    assert Member.objects.get(pk=member.pk).email == before
    assert mailoutbox[-1].to == ["New@mail.example"]
    assert member.pseudonym not in mailoutbox[-1].body
    code = re.search(r"\b[A-Z]{4}-[A-Z]{4}-[A-Z]{4}\b", mailoutbox[-1].body)
    assert code is not None
    assert code[0].replace("-", "") not in str(AddressChange.objects.values_list())
    page = reverse("accounts:new_address")
    assert page in mailoutbox[-1].body
    assert visitor.post(page, {"code": "AAAA-BBBB-CCCC"}).status_code == 422
    assert visitor.post(page, {"code": code[0].lower().replace("-", " ")}).status_code == 302
    changed = Member.objects.get(pk=member.pk)
    assert changed.email == "new@mail.example"
    rows = EmailAddress.objects.filter(user=member).values_list("email", "verified", "primary")
    assert list(rows) == [("new@mail.example", True, True)]
    assert theirs.get(reverse("accounts:settings")).status_code == 302
    kinds = list(member.status_changes.values_list("kind", "by").order_by("pk"))
    assert kinds == [(Kind.ADDRESS_ASKED, admin.pk), (Kind.ADDRESS, admin.pk)]
    assert visitor.post(page, {"code": code[0]}).status_code == 422
    _client, answer = log_in_by_form(changed)
    assert answer.status_code == 302


def test_an_address_that_is_taken_looks_the_same_and_changes_nothing(
    as_admin: Client, member: Member, other: Member, mailoutbox: Any
) -> None:
    address = reverse("admin:accounts_member_changelist")
    words = {"action": "new_address", "_selected_action": [member.pk], "reason": "x"}
    said = [
        as_admin.post(address, {**words, "email": email}, follow=True).content.decode()
        for email in (other.email, "free@mail.example")
    ]
    assert all("Sent. The address changes when the code is typed" in each for each in said)
    assert "has an account here already" in mailoutbox[0].body
    assert re.search(r"[A-Z]{4}-[A-Z]{4}-[A-Z]{4}", mailoutbox[0].body) is None


def test_without_mail_no_address_change_begins(
    as_admin: Client, member: Member, monkeypatch: pytest.MonkeyPatch
) -> None:
    def away(*_words: object, **_more: object) -> None:
        raise OSError

    monkeypatch.setattr("django.core.mail.message.EmailMessage.send", away)
    address = reverse("admin:accounts_member_changelist")
    words = {"action": "new_address", "_selected_action": [member.pk], "reason": "x"}
    page = as_admin.post(address, {**words, "email": "free@mail.example"}, follow=True)
    assert "We could not send the mail" in page.content.decode()
    assert not AddressChange.objects.exists()
    assert not StatusChange.objects.exists()


def test_whose_address_nobody_changes_like_this(
    admin: Member, moderator: Member, member: Member
) -> None:
    pairs = ((moderator, member), (admin, admin), (admin, moderator))
    for by, whom in pairs:
        with pytest.raises(ActionDenied):
            change_address(member=whom, email="a@mail.example", reason="x", by=by)
    app_of(moderator)
    assert change_address(member=moderator, email="a@mail.example", reason="x", by=admin)


@pytest.mark.parametrize("meanwhile", ["joined the team", "lost the second step", "asker banned"])
def test_what_held_when_an_address_change_began_must_hold_at_its_end(
    admin: Member, member: Member, moderator: Member, meanwhile: str
) -> None:
    whom = member
    if meanwhile == "lost the second step":
        whom = moderator
        app_of(whom)
    code = change_address(member=whom, email="a@mail.example", reason="x", by=admin)
    match meanwhile:
        case "joined the team":
            whom.groups.set(group_of("moderator"))
        case "lost the second step":
            Authenticator.objects.all().delete()
        case "asker banned":
            Member.objects.filter(pk=admin.pk).update(suspended_until=PERMANENT)
    with pytest.raises(ActionDenied):
        finish_address_change(code=code)
    assert Member.objects.get(pk=whom.pk).email != "a@mail.example"


def test_an_address_that_is_taken_at_the_last_moment_is_no_error_page(
    admin: Member, member: Member, visitor: Client, monkeypatch: pytest.MonkeyPatch
) -> None:
    code = change_address(member=member, email="a@mail.example", reason="x", by=admin)
    MemberFactory(email="a@mail.example")
    monkeypatch.setattr("accounts.actions.recovering.is_taken", lambda *_a, **_b: False)
    assert visitor.post(reverse("accounts:new_address"), {"code": code}).status_code == 422


def test_whoever_comes_in_as_ever_needs_no_other_address(
    admin: Member, with_password: Member
) -> None:
    code = change_address(member=with_password, email="a@mail.example", reason="x", by=admin)
    log_in_by_form(with_password)
    with pytest.raises(ActionDenied):
        finish_address_change(code=code)


def test_two_are_not_one_with_an_account_of_their_own(admin: Member, member: Member) -> None:
    app_of(member)
    puppet = MemberFactory()
    change_groups(member=puppet, groups=group_of("admin"), reason="x", by=admin)
    reset_second_factor(member=member, reason="x", by=admin)
    with pytest.raises(ActionDenied, match="made an admin lately"):
        reset_second_factor(member=member, reason="x", by=puppet)
    assert Authenticator.objects.filter(user=member).exists()


def test_change_standing_without_second_factor_is_refused(admin: Member, member: Member) -> None:
    with pytest.raises(ActionDenied, match="no second step"):
        change_standing(member=member, by=admin, kind=Kind.SECOND_STEP_ASKED, reason="x")
