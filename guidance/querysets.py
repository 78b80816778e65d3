from django.db import models


class GuidelineQuerySet(models.QuerySet):
    def published(self) -> "GuidelineQuerySet":
        return self.filter(is_published=True)
