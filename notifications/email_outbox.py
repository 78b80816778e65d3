"""Mail about what must not be missed. It names neither the matter nor the illness."""

import logging
from datetime import timedelta
from smtplib import SMTPException

from django.conf import settings
from django.core.mail import send_mail
from django.db import transaction
from django.utils import timezone
from django.utils.translation import gettext as _

from accounts.models import Member
from notifications.models import OutboxEmail

logger = logging.getLogger(__name__)

AT_ONCE = 20
# After 2, 4, 8 … minutes; the tenth is more than two days later, and the last.
MAX_TRIES = 11


def write_letter(*, member: Member, subject: str, link: str) -> None:
    """Inside an act: the member gets one mail about this subject, once it is committed."""
    OutboxEmail.objects.get_or_create(member=member, subject=subject, defaults={"link": link})


def send_letters() -> int:
    """Sends what waits, oldest first; how many were taken. Any number of processes may run it."""
    sent = 0
    for _n in range(AT_ONCE):
        with transaction.atomic():
            waiting = OutboxEmail.objects.filter(sent_at=None, next_try_at__lte=timezone.now())
            letter = (
                waiting.filter(tries__lt=MAX_TRIES)
                .select_related("member")
                .select_for_update(of=("self",), skip_locked=True)
                .order_by("next_try_at")
                .first()
            )
            if letter is None:
                return sent
            sent += _send(letter)
    return sent


def _send(letter: OutboxEmail) -> bool:
    try:
        send_mail(
            _("Please look soon: a message waits for you")
            if letter.subject.startswith("worry:")
            else _("A message waits for you"),
            _(
                "Hello,\n\na message for you waits at %(place)s. Please log in to read it:\n\n"
                "%(address)s\n\nThis mail says nothing about what it is, because others may see "
                "your mail.\n"
            )
            % {"place": settings.MAIL_NAME, "address": f"{settings.SITE_URL}{letter.link}"},
            None,
            [letter.member.email],
        )
    except (SMTPException, OSError) as error:
        letter.tries += 1
        letter.next_try_at = timezone.now() + timedelta(minutes=2**letter.tries)
        letter.save(update_fields=["tries", "next_try_at"])
        logger.warning("a letter was not taken: %s", type(error).__name__)
        return False
    letter.sent_at = timezone.now()
    letter.save(update_fields=["sent_at"])
    return True
