from typing import Any

from django.core.management.base import BaseCommand

from live.catch_up import too_old


class Command(BaseCommand):
    help = "Deletes live events older than 7 days; run it once a day."

    def handle(self, *args: Any, **options: Any) -> None:
        count, _by_model = too_old().delete()
        self.stdout.write(f"{count} events trimmed")
