"""For whoever holds the server: the way back in when no two admins are left who can open it."""

from typing import Any

from django.core.management.base import BaseCommand, CommandError, CommandParser

from accounts.exceptions import ActionDenied
from accounts.models import Member, StatusChange
from moderation.actions.account_status import change_standing


class Command(BaseCommand):
    help = "Takes the second factor of a member away, with a reason that goes on record."

    def add_arguments(self, parser: CommandParser) -> None:
        parser.add_argument("email")
        parser.add_argument("--reason", required=True, help="as the member will read it")

    def handle(self, *_args: Any, **options: Any) -> None:
        member = Member.objects.filter(email__iexact=options["email"]).first()
        if member is None:
            raise CommandError("Nobody has this e-mail address.")
        kind = StatusChange.Kind.SECOND_STEP_ASKED
        try:
            change_standing(member=member, by=None, kind=kind, reason=options["reason"])
        except ActionDenied as refused:
            raise CommandError(str(refused.reason)) from None
        self.stdout.write(f"{member} logs in without a second step now, and sets one up again.")
