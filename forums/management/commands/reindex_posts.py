from typing import Any

from django.core.management.base import BaseCommand

from forums.models import Post, PostRevision
from forums.reindexing import reindex


class Command(BaseCommand):
    help = "Draws every post again and makes it findable anew; can be run at any time."

    def handle(self, *args: Any, **options: Any) -> None:
        self.stdout.write(f"{reindex(Post, PostRevision)} posts are drawn and indexed.")
