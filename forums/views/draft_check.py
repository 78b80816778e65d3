"""Guidance while somebody writes: asked by the page, and never a gate."""

from dataclasses import dataclass
from uuid import UUID

from django import forms
from django.core.cache import cache
from django.http import JsonResponse
from django.utils import timezone
from django.views.decorators.http import require_POST

from accounts.models import Member
from accounts.requests import MemberRequest, member_required
from forums.forms import About
from forums.models import Board, Post, Topic
from forums.selectors.composer_state import composer_state
from forums.selectors.similar_topics import similar_topics
from guidance.actions.prompt_log import note_evaluation
from guidance.drafts import Draft, Prompt, Severity
from guidance.evaluation import evaluate_for
from guidance.selectors import author_history, had_tip
from guidance.support_types import SupportType
from guidance.supportive_cues import cues
from text.limits import POST

# A page asks after each pause in typing; nobody pauses more often than this.
# Beyond that, somebody who may need help is still heard, and nothing else.
MAX_CHECKS, MAX_HELP_CHECKS, IN_SECONDS = 40, 200, 60
NOTHING: dict[str, object] = {"prompt": None, "cues": [], "similar": []}


def about_of(
    member: Member,
    board: Board,
    topic: Topic | None = None,
    parent: Post | None = None,
    *,
    draft_key: str = "",
    token: UUID | None = None,
    is_opening: bool = False,
) -> About:
    """What guidance knows about the author and the place; two statements."""
    state = composer_state(member, topic, draft_key)
    return About(
        member=member,
        board=board.name,
        parent=parent.text if parent is not None else "",
        place=f"topic:{topic.pk}" if topic is not None else "",
        is_opening=is_opening,
        own_topic=topic is not None and topic.author_id == member.pk,
        wish=topic.wish if topic is not None else "",
        account_days=(timezone.now() - member.joined_at).days,
        posts=state.posts_written,
        history=author_history(member, token),
        state=state,
    )


class DraftCheckForm(forms.Form):
    place = forms.RegexField(r"^(board|topic|post|edit):\d{1,18}$")
    token = forms.UUIDField(required=False)
    wish = forms.ChoiceField(choices=SupportType, required=False)
    title = forms.CharField(required=False, max_length=1000, strip=False)
    # Line ends come as two characters.
    text = forms.CharField(required=False, max_length=2 * POST, strip=False)

    def clean_text(self) -> str:
        text: str = self.cleaned_data["text"].replace("\r\n", "\n")
        return text[:POST]


@dataclass(frozen=True)
class _Place:
    """Where a form stands, for somebody who may see it."""

    board: Board
    topic: Topic | None = None
    parent: Post | None = None
    is_opening: bool = False


def _place(member: Member, name: str) -> _Place | None:
    kind, _colon, number = name.partition(":")
    pk = int(number)
    if kind == "board":
        board = Board.objects.visible_to(member).filter(pk=pk).first()
        return _Place(board, is_opening=True) if board is not None else None
    if kind == "topic":
        topic = Topic.objects.visible_to(member).select_related("board").filter(pk=pk).first()
        return _Place(topic.board, topic) if topic is not None else None
    posts = Post.objects.visible_to(member).select_related("topic__board").defer("search")
    post = posts.filter(pk=pk).first()
    if post is None:
        return None
    if kind == "edit":
        return _Place(post.topic.board, post.topic, is_opening=post.is_opening)
    return _Place(post.topic.board, post.topic, post)


@require_POST
@member_required
def check_draft(request: MemberRequest) -> JsonResponse:
    """Asked by the page while somebody writes. No word of it is stored or logged; only that a rule
    spoke, for whoever reads the post later, and for the figures."""
    member = request.user
    checks = _checks_lately(member)
    if checks > MAX_HELP_CHECKS:
        return JsonResponse(NOTHING, status=429, headers={"Retry-After": str(IN_SECONDS)})
    form = DraftCheckForm(request.POST)
    place = _place(member, form.cleaned_data["place"]) if form.is_valid() else None
    if place is None:
        return JsonResponse(NOTHING)
    words = form.cleaned_data
    about = about_of(member, place.board, place.topic, place.parent)
    is_new = place.topic is None
    kind = "opening" if place.is_opening else "reply"
    draft = Draft(
        kind="title" if is_new and not words["text"].strip() else kind,
        title=words["title"],
        text=words["text"],
        **about.to_rules(wish=words["wish"] if is_new else about.wish),
    )
    rules = about.rules
    is_within_pace = checks <= MAX_CHECKS
    if not is_within_pace:
        rules = tuple(rule for rule in rules if rule.severity == Severity.HELP)
    evaluation = evaluate_for(member.pk, draft, rules, is_sent=False)
    said = [each for each in evaluation.prompts if _is_said(each, about.dismissed)]
    if said and said[0].severity == Severity.TIP:
        # Nothing more serious stands behind it.
        said = said if not had_tip(member, words["token"], about.place) else []
    first = next(iter(said), None)
    if words["token"] is not None:
        note_evaluation(
            member=member,
            token=words["token"],
            evaluation=evaluation,
            shown=first,
            place=about.place,
        )
    topics = similar_topics(member, words["title"]) if is_new and is_within_pace else []
    return JsonResponse(
        {
            "prompt": _as_data(first) if first is not None else None,
            "cues": cues(words["text"]) if place.topic is not None and not place.is_opening else (),
            "similar": [{"title": each.title, "at": each.get_absolute_url()} for each in topics],
        }
    )


def _is_said(prompt: Prompt, dismissed: frozenset[str]) -> bool:
    return prompt.severity > Severity.LIST or (
        prompt.severity != Severity.LIST and prompt.rule not in dismissed
    )


def _as_data(prompt: Prompt) -> dict[str, object]:
    return {
        "rule": prompt.rule,
        "severity": prompt.severity.name.lower(),
        "message": str(prompt.message),
        "words": list(prompt.words),
        "field": prompt.field,
    }


def _checks_lately(member: Member) -> int:
    name = f"draft_checks:{member.pk}"
    if cache.add(name, 1, IN_SECONDS):
        return 1
    try:
        return int(cache.incr(name))
    except (TypeError, ValueError):
        # It ran out between the two, or the cache is away.
        return 1
