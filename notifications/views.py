from django.http import HttpResponse
from django.shortcuts import get_object_or_404, redirect, render
from django.views.decorators.http import require_POST, require_safe

from accounts.requests import MemberRequest, member_required
from notifications import actions
from notifications.models import Notice
from notifications.selectors import notice_page


@require_safe
@member_required
def notices(request: MemberRequest) -> HttpResponse:
    text = request.GET.get("before", "")
    before = int(text) if text.isdecimal() and len(text) < 19 else None
    page = notice_page(request.user, before)
    return render(request, "notifications/notices.html", {"page": page})


@require_POST
@member_required
def read_all(request: MemberRequest) -> HttpResponse:
    actions.mark_read(member=request.user)
    return redirect("notifications:notices")


@require_POST
@member_required
def open_notice(request: MemberRequest, pk: int) -> HttpResponse:
    """Marks one as read and goes where it points."""
    notice = get_object_or_404(Notice.objects.shown().filter(member=request.user), pk=pk)
    actions.mark_read(member=request.user, pk=notice.pk)
    return redirect(notice.link)
