"""What is kept for a judgement is let go of when nothing is left to judge."""

from datetime import timedelta

from django.utils import timezone

from moderation.models import Appeal, Case, Decision, Report
from moderation.models.decisions import APPEAL_WITHIN

# So many at a time; the rest the next time.
MAX_BATCH = 200
# A day's grace: an appeal may be written while its time runs out.
KEPT = APPEAL_WITHIN + timedelta(days=1)


def forget_reported_words() -> int:
    """Empties what reports kept of a post, once its case is decided, the time to appeal is over and
    no appeal waits; of how many. What was judged stays with the decision."""
    appealed = Appeal.objects.filter(status=Appeal.Status.OPEN).values("decision__case")
    lately = Decision.objects.filter(made_at__gt=timezone.now() - KEPT).values("case")
    done = (
        Case.objects.filter(status=Case.Status.DECIDED, closed_at__lte=timezone.now() - KEPT)
        .exclude(pk__in=appealed)
        .exclude(pk__in=lately)
    )
    kept = Report.objects.filter(case__in=done.values("pk")).exclude(snapshot="")
    pks = list(kept.values_list("pk", flat=True)[:MAX_BATCH])
    return Report.objects.filter(pk__in=pks).update(snapshot="")
