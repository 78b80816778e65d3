"""What this app keeps about a member, and what the libraries keep that it logs in with."""

from typing import Any

from allauth.account.models import EmailAddress
from allauth.mfa.models import Authenticator
from django.contrib.admin.models import LogEntry
from django.contrib.contenttypes.models import ContentType
from django.contrib.sessions.models import Session
from django.utils.translation import gettext_lazy as _

from accounts.actions.leaving import erase_own_tables
from accounts.data_map import PersonalData
from accounts.models import AddressChange, Member

UNTIL_YOU_LEAVE = _("until you leave")


def _account(member: Member) -> dict[str, Any]:
    names = (
        "pseudonym", "email", "relation", "role", "joined_at", "last_login", "consent_version",
        "read_only_until", "suspended_until", "reading_order", "live_replies", "time_zone",
        "is_approved", "is_rejected", "introduction",
    )  # fmt: skip
    return {name: getattr(member, name) for name in names}


def _second_steps(member: Member) -> list[dict[str, Any]]:
    """What they are and when they were used; never what would open the account."""
    return [
        {"what": str(each), "added_at": each.created_at, "last_used_at": each.last_used_at}
        for each in Authenticator.objects.filter(user=member).order_by("pk")
    ]


def _erase_logins(member: Member, _keep_words: bool) -> None:
    """Sessions hold what was being written, and have no column that says whose they are."""
    Authenticator.objects.filter(user=member).delete()
    EmailAddress.objects.filter(user=member).delete()
    for session in Session.objects.iterator(chunk_size=500):
        if session.get_decoded().get("_auth_user_id") == str(member.pk):
            session.delete()


def _erase_admin_log(member: Member, _keep_words: bool) -> None:
    """Django's log of the admin names whom a change was about."""
    about = ContentType.objects.get_for_model(Member)
    LogEntry.objects.filter(content_type=about, object_id=str(member.pk)).delete()


PERSONAL_DATA = (
    PersonalData(
        ("accounts.Member", "accounts.Leaving"),
        _("Your account: pseudonym, e-mail address, settings"),
        _("so that you can log in, and others know whom they answer"),
        UNTIL_YOU_LEAVE,
        "account", _account,
    ),
    PersonalData(
        (
            "mfa.Authenticator",
            "account.EmailAddress",
            "account.EmailConfirmation",
            "sessions.Session",
        ),
        _("Your logins, and your second step"),
        _("so that nobody else gets in"),
        _("until you log out, and at most a month; the second step until you take it away"),
        "second_steps", _second_steps, _erase_logins,
    ),
    PersonalData(
        ("accounts.AddressChange",),
        _("A new address that is not confirmed yet"),
        _("so that you can confirm it"),
        _("2 days"),
        "new_addresses_not_confirmed",
        lambda member: list(
            AddressChange.objects.filter(member=member).values("email", "made_at")
        ),
    ),
    PersonalData(
        ("accounts.Consent",),
        _("That you agreed to the guidelines, and when"),
        _("because the law asks us to be able to show it"),
        UNTIL_YOU_LEAVE,
        "consents",
        lambda member: list(member.consents.values("version", "given_at", "withdrawn_at")),
        erase_own_tables,
    ),
    PersonalData(
        ("accounts.StashedForm",),
        _("What you sent while you were logged out"),
        _("so that your words are not lost"),
        _("30 days"),
        "sent_and_not_taken",
        lambda member: list(member.stashed_forms.values("path", "fields", "kept_at")),
    ),
    PersonalData(
        ("accounts.Block",),
        _("Members you blocked"),
        _("so that you do not meet"),
        UNTIL_YOU_LEAVE,
        "blocked",
        lambda member: list(member.blocks_made.values("member__pseudonym", "made_at")),
    ),
    PersonalData(
        ("accounts.StatusChange",),
        _("Limits on your account, and their reasons"),
        _("so that decisions can be checked"),
        _("the fact for good; the words until you leave"),
        "changes_of_standing",
        lambda member: list(
            member.status_changes.values("kind", "until", "reason", "made_at")
        ),
    ),
    PersonalData(
        ("admin.LogEntry",),
        _("That an admin changed something in your account"),
        _("so that admins can be checked"),
        UNTIL_YOU_LEAVE,
        erase=_erase_admin_log,
    ),
)  # fmt: skip
