"""Catch-up, and polling where sockets are blocked: the same events by an ordinary GET."""

from collections.abc import Callable

from django.http import Http404, HttpRequest, JsonResponse
from django.views.decorators.http import require_safe

from live import metrics
from live.catch_up import catch_up
from live.rooms import Rooms


@require_safe
def missed(
    request: HttpRequest,
    rooms: Rooms,
    has_proved: Callable[[HttpRequest], bool],
    check_pace: Callable[[HttpRequest], None],
) -> JsonResponse:
    """``?room=topic.12&after=95``: every frame the viewer missed, or resync."""
    check_pace(request)
    name, after = request.GET.get("room", ""), request.GET.get("after", "")
    if not after.isdecimal() or len(after) > 18 or len(name) > 80:
        raise Http404
    member_id = request.user.pk if request.user.is_authenticated else None
    wants_state = "state" in request.GET
    found = catch_up(
        rooms, name, int(after), member_id,
        has_proved=member_id is not None and has_proved(request), wants_state=wants_state,
    )  # fmt: skip
    if found is None:
        raise Http404
    metrics.caught_up(bool(found.frames))
    answer = {"room": name, "seq": found.seq, "frames": found.frames, "resync": found.resync}
    return JsonResponse(answer | ({"state": found.state} if found.state is not None else {}))
