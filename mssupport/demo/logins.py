"""The public logins of the demo community, for whoever needs them without Django."""

from typing import TYPE_CHECKING

if TYPE_CHECKING:
    from accounts.models import Viewer

PASSWORD = "calm-river-demo"
LOGINS = {
    "member": "member@demo.example",
    "moderator": "moderator@demo.example",
    "admin": "admin@demo.example",
}


def demo_logins() -> dict[str, str]:
    """{role: address} of those of the demo who are in the database; empty without a demo."""
    from accounts.models import Member

    there = set(Member.objects.filter(email__in=LOGINS.values()).values_list("email", flat=True))
    return LOGINS if there == set(LOGINS.values()) else {}


def set_up_apps() -> None:
    """The team of the demo has an authenticator app each, as the team everywhere."""
    from allauth.mfa.totp.internal.auth import TOTP, generate_totp_secret

    from accounts.models import Member

    for member in Member.objects.moderators():
        TOTP.activate(member, generate_totp_secret())


def code_of_the_app(member: "Viewer") -> str:
    """What the app of one of the public logins shows now; empty for everybody else."""
    from allauth.mfa.models import Authenticator
    from allauth.mfa.totp.internal import auth
    from allauth.mfa.utils import decrypt

    found = Authenticator.objects.filter(
        user_id=member.pk, user__email__in=LOGINS.values(), type=Authenticator.Type.TOTP
    ).first()
    if found is None:
        return ""
    _before, now, _after = auth.yield_hotp_counters_from_time()
    return auth.format_hotp_value(auth.hotp_value(decrypt(found.data["secret"]), now))
