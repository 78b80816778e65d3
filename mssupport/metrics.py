"""/metrics: what an operator's Prometheus reads of this process; docs/live.md has the meaning."""

from secrets import compare_digest

from django.conf import settings
from django.db.models import Min
from django.http import Http404, HttpRequest, HttpResponse
from django.utils import timezone
from django.views.decorators.http import require_safe
from prometheus_client import CONTENT_TYPE_LATEST, Counter, Gauge, generate_latest

from moderation.models import Case

conflicts = Counter("mssupport_conflicts", "Answers 409: somebody else was faster")
waiting = Gauge("mssupport_waiting_cases", "Cases that wait for a moderator")
queue_age = Gauge("mssupport_queue_age_seconds", "How long the oldest of them has waited")


@require_safe
def metrics(request: HttpRequest) -> HttpResponse:
    """For whoever sends METRICS_TOKEN; to everybody else the page does not exist."""
    wanted = f"Bearer {settings.METRICS_TOKEN}"
    given = request.headers.get("Authorization", "")
    if not settings.METRICS_TOKEN or not compare_digest(given.encode(), wanted.encode()):
        raise Http404
    cases = Case.objects.filter(status=Case.Status.OPEN)
    oldest = cases.aggregate(oldest=Min("opened_at"))["oldest"]
    waiting.set(cases.count())
    queue_age.set((timezone.now() - oldest).total_seconds() if oldest else 0)
    return HttpResponse(generate_latest(), content_type=CONTENT_TYPE_LATEST)
