"""What a member wrote: it is theirs also where they do not read along any more."""

from django.http import HttpResponse
from django.shortcuts import render
from django.views.decorators.http import require_safe

from accounts.exceptions import ActionDenied
from accounts.models import Member
from accounts.requests import MemberRequest, member_required
from forums.models import Post, Topic
from forums.paging import OWN_PER_PAGE
from forums.permissions import check_edit


@require_safe
@member_required
def own_posts(request: MemberRequest) -> HttpResponse:
    """Newest first; ``before`` is the id of the last post of the page before."""
    posts = (
        Post.objects.filter(author=request.user)
        .exclude(status=Post.Status.WITHDRAWN)
        .select_related("topic")
        .defer("search")
        .order_by("-pk")
    )
    before = request.GET.get("before", "")
    if before.isascii() and before.isdecimal() and len(before) < 19:
        posts = posts.filter(pk__lt=int(before))
    page = list(posts[: OWN_PER_PAGE + 1])
    shown = page[:OWN_PER_PAGE]
    seen = Topic.objects.visible_to(request.user).filter(pk__in={each.topic_id for each in shown})
    context = {
        "posts": shown,
        "changeable": {each.pk for each in shown if _may_change(request.user, each)},
        "seen": set(seen.values_list("pk", flat=True)),
        "is_first": not before,
        "next": shown[-1].pk if len(page) > OWN_PER_PAGE else None,
    }
    return render(request, "forums/own_posts.html", context)


def _may_change(member: Member, post: Post) -> bool:
    try:
        check_edit(member, post)
    except ActionDenied:
        return False
    return True
