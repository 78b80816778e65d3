from django.db.models import F

from accounts.models import Member


def end_logins(*, member: Member) -> None:
    """Every session of the member is over, wherever it is; the caller lets the one that asked go
    on with update_session_auth_hash."""
    Member.objects.filter(pk=member.pk).update(
        logins_version=F("logins_version") + 1, access_version=F("access_version") + 1
    )
    member.refresh_from_db(fields=["logins_version", "access_version"])


def end_sockets(*, member: Member) -> None:
    """Every open socket of the member ends; who is still logged in comes back by itself."""
    Member.objects.filter(pk=member.pk).update(access_version=F("access_version") + 1)
