from datetime import timedelta
from typing import Any

from django.core.management.base import BaseCommand
from django.db.models import Exists, OuterRef
from django.utils import timezone

from forums.models import PendingPost, Post
from guidance.actions.prompt_log import forget_unsent
from guidance.models import PromptEvent

AFTER = timedelta(days=2)


class Command(BaseCommand):
    help = "Forgets what guidance said beside forms that were never sent; run it once a day."

    def handle(self, *_args: Any, **_options: Any) -> None:
        old = PromptEvent.objects.filter(shown_at__lt=timezone.now() - AFTER)
        for model in (Post, PendingPost):
            sent = model.objects.filter(author=OuterRef("member"), token=OuterRef("token"))
            old = old.exclude(Exists(sent))
        self.stdout.write(f"{forget_unsent(unsent=old)} forgotten")
