from django.db import models
from django.db.models import Count, Q

from accounts.models import Member


class CaseQuerySet(models.QuerySet):
    def waiting(self) -> "CaseQuerySet":
        """Open cases: worries about a person first, then those reported most, then oldest."""
        return self.filter(status="open").order_by("-is_worry", "opened_at", "pk")

    def decided(self) -> "CaseQuerySet":
        return self.filter(status="decided").order_by("-closed_at", "-pk")

    def for_moderator(self, member: Member) -> "CaseQuerySet":
        """Every case but those about own posts: authors do not learn who reported."""
        if not member.is_moderator:
            return self.none()
        return self.exclude(post__author=member).annotate(
            reports_count=Count("reports"),
            own_reports_count=Count("reports", filter=Q(reports__reporter=member)),
        )
