"""Pages to read."""

from collections.abc import Container
from typing import Any, cast
from urllib.parse import urlencode

from django.contrib import messages
from django.http import Http404, HttpRequest, HttpResponse
from django.shortcuts import redirect, render
from django.urls import reverse
from django.utils.translation import gettext as _
from django.views.decorators.http import require_safe

from accounts.models import Member, Viewer
from accounts.pace import check_pace
from accounts.requests import MemberRequest, member_required, viewer_of
from composing.actions.submissions import note_help_shown
from composing.forms import ComposeForm
from composing.selectors import FRAGMENT, JustSent, is_just_sent, warning_names
from composing.views.box import box_context, take_up_stashed_form
from forums.forms import SearchForm, WishFilterForm
from forums.models import Board, Post
from forums.post_rows import head_of
from forums.selectors import topic_lists, topic_pages
from forums.selectors.search_results import search_posts
from forums.selectors.topic_lists import Position
from forums.selectors.viewer_state import ViewerTopicState, get_viewer_state
from forums.selectors.visible_topics import get_visible_topic
from forums.surfaces import NEWCOMER_POSTS, Reply
from forums.views.lookups import board_or_404, post_or_404, topic_or_404
from text.comparing import compare


def _number(text: str) -> int | None:
    return int(text) if text.isdecimal() and len(text) < 10 else None


@require_safe
def home(request: HttpRequest) -> HttpResponse:
    viewer = viewer_of(request)
    boards = topic_lists.boards(viewer)
    latest = topic_lists.latest_topics(viewer, 8)
    if isinstance(viewer, Member):
        return render(request, "forums/home.html", {"boards": boards, "latest": latest})
    return render(request, "forums/welcome.html", {"boards": boards, "latest": latest})


@require_safe
def board(request: HttpRequest, slug: str) -> HttpResponse:
    here = board_or_404(request, slug)
    form = WishFilterForm(request.GET)
    wish = form.cleaned_data["wish"] if form.is_valid() else ""
    page = topic_lists.board_topics(viewer_of(request), here, *_positions(request), wish)
    context = {
        "board": here,
        "page": page,
        "form": form,
        "query": urlencode({"wish": wish}) if wish else "",
    }
    return render(request, "forums/board.html", context)


@require_safe
@member_required
def new(request: MemberRequest) -> HttpResponse:
    page = topic_lists.new_topics(request.user, *_positions(request))
    return render(request, "forums/new.html", {"page": page})


@require_safe
@member_required
def followed(request: MemberRequest) -> HttpResponse:
    page = topic_lists.followed_topics(request.user, *_positions(request))
    return render(request, "forums/followed.html", {"page": page})


def _positions(request: HttpRequest) -> tuple[Position | None, Position | None]:
    return (
        Position.parse(request.GET.get("before", "")),
        Position.parse(request.GET.get("after", "")),
    )


@require_safe
def topic(request: HttpRequest, pk: int) -> HttpResponse:
    viewer = viewer_of(request)
    own = get_viewer_state(viewer, pk, count_posts_to=NEWCOMER_POSTS)
    here = topic_or_404(request, pk)
    if own.has_stashed and isinstance(viewer, Member) and viewer.has_consented:
        # Its form stands on this page, and goes to another address.
        take_up_stashed_form(cast(MemberRequest, request), Reply(here))
        own = get_viewer_state(viewer, pk, count_posts_to=NEWCOMER_POSTS)
    order = topic_pages.order_for(viewer, request.GET.get("order", ""))
    number = _number(request.GET.get("page", "1"))
    if number is None or not 1 <= number <= topic_pages.page_count(here, order):
        raise Http404
    page = topic_pages.topic_page(viewer, here, own, number, order)
    context: dict[str, Any] = {
        "page": page,
        "topic": here,
        "badge": own.badge,
        "just_sent": _take_just_sent(viewer, own, page.shown_ids),
    }
    if isinstance(viewer, Member) and here.is_open and page.reply_refused is None:
        form, is_newcomer = ComposeForm(initial=_draft(page)), own.posts_written < NEWCOMER_POSTS
        context |= box_context(viewer, Reply(here), form, is_newcomer=is_newcomer)
        context["other_versions"] = page.draft_others
    return render(request, "forums/topic.html", context)


def _take_just_sent(
    viewer: Viewer, own: ViewerTopicState, shown: Container[int]
) -> dict[int, JustSent]:
    """What stands beside posts on this page that the viewer has just sent, by their ids. Help is
    shown once, the way back for its whole minute."""
    there = {each.pk: each for each in own.just_sent if each.pk in shown}
    if isinstance(viewer, Member) and any(each.help_messages for each in there.values()):
        note_help_shown(member=viewer, subjects=[each.subject for each in there.values()])
    return there


def _draft(page: topic_pages.TopicPage) -> dict[str, Any] | None:
    if not page.draft_text:
        return None
    token = {"token": page.draft_token} if page.draft_token is not None else {}
    return {
        "text": page.draft_text,
        "known": page.draft_state,
        "warnings": page.draft_warnings,
        **token,
    }


@require_safe
@member_required
def find_topic(request: MemberRequest, pk: int) -> HttpResponse:
    """Where a notice leads that says what was done with a topic: to it, or, if it cannot be opened
    any more, to a sentence that says so."""
    here = get_visible_topic(request.user, pk)
    if here is not None:
        return redirect(here)
    messages.info(request, _("This topic cannot be opened any more."))
    return redirect("notifications:notices")


@require_safe
def first_unread(request: HttpRequest, pk: int) -> HttpResponse:
    """Opens the topic at the first post the viewer has not seen, or at the last one."""
    here = topic_or_404(request, pk)
    own = get_viewer_state(viewer_of(request), pk)
    number = topic_pages.first_unread(own, here) or topic_pages.last_readable(own, here)
    if number == 1:
        return redirect(here)
    found = here.posts.defer("search").select_related("topic").get(number=number)
    # What stands beside a post that was just sent is for the link of that post.
    return _to_post(request, found, f"post-{found.pk}")


@require_safe
def post(request: HttpRequest, pk: int) -> HttpResponse:
    """The permanent link of a post: the page it stands on, in this reader's order."""
    here = post_or_404(request, pk)
    if get_visible_topic(viewer_of(request), here.topic_id) is None:
        # Their own, in a topic they do not read any more.
        if here.status == Post.Status.WITHDRAWN:
            return redirect("forums:own_posts")
        return redirect(f"{reverse('forums:own_posts')}?before={here.pk + 1}#post-{here.pk}")
    is_new = is_just_sent(viewer_of(request), f"post:{here.pk}")
    return _to_post(request, here, FRAGMENT if is_new else f"post-{here.pk}")


def _to_post(request: HttpRequest, here: Post, fragment: str) -> HttpResponse:
    order = topic_pages.order_for(viewer_of(request), request.GET.get("order", ""))
    page, after = topic_pages.place_of(here, order)
    if after is not None:
        address = reverse("forums:branch", args=[here.topic_id, here.branch])
        address += f"?after={after[0]}.{after[1]}"
    else:
        address = here.topic.get_absolute_url()
        if page > 1:
            address += f"?page={page}"
    return redirect(f"{address}#{fragment}")


@require_safe
def branch(request: HttpRequest, pk: int, branch: int) -> HttpResponse:
    own = get_viewer_state(viewer_of(request), pk)
    here = topic_or_404(request, pk)
    if branch > here.branches_count:
        raise Http404
    head = head_of(here.pk, branch)
    if head is None or head.is_opening:
        raise Http404
    subthread, _dot, number = request.GET.get("after", "").partition(".")
    after = (_number(subthread), _number(number))
    page = topic_pages.branch_page(
        viewer_of(request),
        here,
        own,
        head,
        (after[0], after[1]) if after[0] is not None and after[1] is not None else None,
    )
    context = {
        "page": page,
        "topic": here,
        "badge": own.badge,
        "just_sent": _take_just_sent(viewer_of(request), own, page.shown_ids),
    }
    return render(request, "forums/branch.html", context)


# Each is compared with the next when the page is asked for.
REVISIONS_PER_PAGE = 10


@require_safe
def history(request: HttpRequest, pk: int) -> HttpResponse:
    """How a post read before its edits; for those who may read it now."""
    here = post_or_404(request, pk)
    item = topic_pages.single_item(viewer_of(request), here)
    if not item.shows_words:
        raise Http404
    page = _number(request.GET.get("page", "1")) or 1
    first = (page - 1) * REVISIONS_PER_PAGE
    # Newest first; one more than are shown, for what the first of this page became.
    kept = list(here.revisions.all()[max(0, first - 1) : first + REVISIONS_PER_PAGE + 1])
    became = kept.pop(0).text if first and kept else here.text
    revisions = []
    for revision in kept[:REVISIONS_PER_PAGE]:
        # What was warned of then is folded still, whatever became of the warning.
        warning = item.face.warning or warning_names(revision.warnings)
        revisions.append((revision, compare(revision.text, became), warning))
        became = revision.text
    context = {
        "item": item,
        "topic": here.topic,
        "revisions": revisions,
        "is_first": page == 1,
        "older": page + 1 if len(kept) > REVISIONS_PER_PAGE else None,
    }
    return render(request, "forums/history.html", context)


@require_safe
def search(request: HttpRequest) -> HttpResponse:
    if request.GET:
        check_pace(request, "search", 60, 60)
    viewer = viewer_of(request)
    form = SearchForm(request.GET or None, boards=Board.objects.visible_to(viewer))
    results = None
    if form.is_bound and form.is_valid() and form.asks_something:
        results = search_posts(
            viewer,
            **form.cleaned_data,
            before=Position.parse(request.GET.get("before", "")),
        )
    query = request.GET.copy()
    query.pop("before", None)
    return render(
        request,
        "forums/search.html",
        {"form": form, "results": results, "query": query.urlencode()},
    )
