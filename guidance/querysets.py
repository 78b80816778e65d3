from django.db import models


class GuidelineQuerySet(models.QuerySet):
    def published(self) -> "GuidelineQuerySet":
        return self.filter(is_published=True)

    def for_board(self, name: str) -> "GuidelineQuerySet":
        """Those for everywhere, and those for the board of this name; empty is no board."""
        return self.filter(models.Q(boards=[]) | models.Q(boards__contains=[name]))
