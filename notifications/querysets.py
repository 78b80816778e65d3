from django.db import models


class NoticeQuerySet(models.QuerySet):
    def shown(self) -> "NoticeQuerySet":
        """Those whose subject is there to be looked at."""
        return self.filter(withdrawn_at=None)

    def unread(self) -> "NoticeQuerySet":
        return self.filter(read_at=None, withdrawn_at=None)
