"""Names to choose from, while somebody types one behind an “@”."""

from django.http import JsonResponse
from django.views.decorators.http import require_GET

from accounts.pace import check_pace
from accounts.requests import MemberRequest, member_required
from forums.mentions import people_to_name
from forums.views.lookups import topic_or_404
from text.mentions import MAX_NAME_LENGTH


@require_GET
@member_required
def people(request: MemberRequest, pk: int) -> JsonResponse:
    """Whom one may name in this topic: asked by the page."""
    check_pace(request, "people", 240, 60)
    topic = topic_or_404(request, pk)
    begins = request.GET.get("begins", "")[:MAX_NAME_LENGTH].replace("\0", "")
    return JsonResponse({"people": people_to_name(request.user, topic, begins)})
