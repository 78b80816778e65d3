from django.db.models import F

from accounts.models import Member


def end_sockets(*, member: Member) -> None:
    """Every open socket of the member ends; who is still logged in comes back by itself."""
    Member.objects.filter(pk=member.pk).update(access_version=F("access_version") + 1)
