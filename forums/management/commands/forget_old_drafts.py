from typing import Any

from django.core.management.base import BaseCommand

from forums.actions.drafts import forget_old_drafts


class Command(BaseCommand):
    help = "Forgets drafts that nobody has touched for 12 months; run it once a day."

    def handle(self, *_args: Any, **_options: Any) -> None:
        self.stdout.write(f"{forget_old_drafts()} forgotten")
