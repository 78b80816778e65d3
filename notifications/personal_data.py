"""What this app keeps about a member."""

from django.db import connection
from django.utils.translation import gettext_lazy as _

from accounts.actions.leaving import former_name
from accounts.data_map import PersonalData
from accounts.models import Member
from notifications.models import Notice, OutboxEmail


def _erase(member: Member, _keep_words: bool) -> None:
    """Their notices, and their name in those of others."""
    Notice.objects.filter(member=member).delete()
    OutboxEmail.objects.filter(member=member).delete()
    with connection.cursor() as cursor:
        cursor.execute(
            "UPDATE notifications_notice SET parts = jsonb_set(parts, '{who}', to_jsonb(%s::text))"
            " WHERE parts ->> 'who' = %s",
            [former_name(member), member.pseudonym],
        )


PERSONAL_DATA = (
    PersonalData(
        ("notifications.Notice",),
        _("Notices, such as that somebody answered you"),
        _("so that you hear of it"),
        _("until you leave"),
        "notices",
        lambda member: [
            {"sentence": notice.sentence, "at": notice.created_at, "read_at": notice.read_at}
            for notice in member.notices.shown()
        ],
        _erase,
    ),
    PersonalData(
        ("notifications.OutboxEmail",),
        _("That a mail was sent to you"),
        _("so that it is sent once"),
        _("until you leave"),
        "mails",
        lambda member: list(
            OutboxEmail.objects.filter(member=member).values("made_at", "sent_at", "link")
        ),
    ),
)
