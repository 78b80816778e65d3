"""Checks that nothing of the record of moderation was changed."""

from typing import Any

from django.core.management.base import BaseCommand, CommandError

from moderation.records import verify


class Command(BaseCommand):
    help = "Checks that the record of moderation is whole; ends with an error if it is not."

    def handle(self, *_args: Any, **_options: Any) -> None:
        verdict = verify()
        if verdict.wrong:
            raise CommandError(f"The record is not whole: {verdict.wrong}.")
        # Noted elsewhere, the last digest also shows whether the newest rows were cut off.
        self.stdout.write(
            f"{verdict.checked} rows of the record are as they were written; the last seal is "
            f"{verdict.last or 'none'}. Of {verdict.erased} the words went with an account."
        )
