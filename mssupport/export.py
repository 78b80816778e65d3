"""A member's own data, all of it, as one file: also while they are suspended."""

from typing import Any

from django.http import HttpResponse, JsonResponse
from django.utils import timezone
from django.views.decorators.http import require_POST

from accounts.models import Member
from accounts.pace import check_pace
from accounts.requests import MemberRequest, member_required
from mssupport.registry import PERSONAL_DATA


@require_POST
@member_required
def export(request: MemberRequest) -> HttpResponse:
    """A file to keep; asked for by a button, so that no link in a mail makes one."""
    check_pace(request, "exports", 6, 3600)
    answer = JsonResponse(export_of(request.user), json_dumps_params={"indent": 1})
    day = timezone.localdate().isoformat()
    answer["Content-Disposition"] = f'attachment; filename="my-data-{day}.json"'
    return answer


def export_of(member: Member) -> dict[str, Any]:
    """Everything kept about the member and everything they wrote; of others only what they read
    anyway. Who reported them is not theirs to know, and is left out."""
    held = {entry.key: entry.export(member) for entry in PERSONAL_DATA if entry.export is not None}
    return {"exported_at": timezone.now(), "account": held.pop("account"), **held}
