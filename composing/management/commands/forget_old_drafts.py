from typing import Any

from django.core.management.base import BaseCommand

from accounts.actions.stashed_forms import delete_old_stashed_forms
from composing.actions.drafts import forget_old_drafts


class Command(BaseCommand):
    help = "Forgets drafts of 12 months and kept forms of 30 days ago; run it once a day."

    def handle(self, *_args: Any, **_options: Any) -> None:
        self.stdout.write(f"{forget_old_drafts() + delete_old_stashed_forms()} forgotten")
