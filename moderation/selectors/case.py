"""One case with all that is needed to judge it."""

from dataclasses import dataclass
from typing import Any

from django.db.models import Q
from django.utils.translation import gettext as _

from forums.models import PendingPost, Post, Topic
from guidance.models import Guideline, PromptEvent
from moderation.models import CareNote, CareSettings, Case, CaseLogEntry, Decision, Report, Step
from moderation.permissions import is_for_nobody_else, may_read
from text.rendering import render

# Posts of the thread shown before and after the reported one.
AROUND = 3
MAX_ROWS = 10


@dataclass(frozen=True)
class CasePage:
    """Everything a moderator needs to judge, on one page."""

    case: Case
    reports: list[Report]
    snapshots: list[str]
    is_changed: bool
    now_html: str
    before: list[Post]
    after: list[Post]
    entries: list[CaseLogEntry]
    decisions: list[Decision]
    author_decisions: list[Decision]
    author_notes: list[CaseLogEntry]
    guidance: list[PromptEvent]
    similar: list[Case]
    appealed: Decision | None
    steps: list[Step]
    care_notes: list[CareNote]
    is_covered: bool
    # Nobody else reads these words any more: this moderator says why first.
    is_shut: bool

    @property
    def earlier_count(self) -> int:
        return len(self.author_decisions) + len(self.author_notes)


def case_page(case: Case, viewer: Any) -> CasePage:
    post = case.post
    reports = list(case.reports.select_related("reporter", "guideline").order_by("-made_at"))
    read = [case.taken_back, *(report.snapshot for report in reports)]
    snapshots = [text for text in dict.fromkeys(read) if text.strip()]
    now = ""
    before: list[Post] = []
    after: list[Post] = []
    if post is not None:
        now = f"{post.topic.title}\n\n{post.text}" if post.is_opening else post.text
        before, after = _around(post)
    if case.held is not None and case.held.topic is not None:
        before = _shown(case.held.topic).order_by("-number")[:AROUND][::-1]
    appealed = case.appeal.decision if case.appeal is not None else None
    own = appealed.case_id if appealed is not None else case.pk
    return CasePage(
        case=case,
        reports=reports,
        snapshots=[render(text) for text in snapshots],
        # Without reports there is only what stands there now.
        is_changed=case.held is not None
        or (post is not None and (not snapshots or snapshots[0] != now)),
        now_html=post.html if post is not None else case.held.html if case.held else "",
        before=before,
        after=after,
        entries=list(case.entries.select_related("by")),
        decisions=list(case.decisions.select_related("moderator", "guideline", "appeal")),
        author_decisions=list(
            Decision.objects.filter(about=case.about_id)
            .filter(case__in=Case.objects.in_care_of(viewer).values("pk"))
            .exclude(case=own)
            .exclude(outcome__in=Decision.HARMLESS)
            .select_related("guideline", "appeal")[:MAX_ROWS]
        ),
        author_notes=list(
            CaseLogEntry.objects.filter(kind=CaseLogEntry.Kind.NOTE, case__about=case.about_id)
            .filter(case__in=Case.objects.in_care_of(viewer).values("pk"))
            .exclude(case=case)
            .select_related("by")
            .order_by("-made_at")[:MAX_ROWS]
        ),
        guidance=_guidance(post or case.held),
        similar=list(
            Case.objects.for_moderator(viewer)
            .waiting()
            .filter(_like(case, post))
            .exclude(pk=case.pk)
            .with_subject()[:MAX_ROWS]
        ),
        appealed=appealed,
        steps=list(case.steps.select_related("done_by")),
        care_notes=list(case.care_notes.select_related("by")),
        is_covered=_is_hard(case) and _covers(viewer),
        is_shut=_is_shut(case, viewer),
    )


def _like(case: Case, post: Post | None) -> Q:
    """Others about the same person, or in the same topic."""
    alike = Q(about=case.about_id)
    return alike | Q(post__topic=post.topic_id) if post is not None else alike


def draft_reason(guideline: Guideline) -> str:
    """How a reason under this guideline begins; the moderator makes it their own."""
    words = {"title": guideline, "body": guideline.body, "fits": guideline.fits}
    if guideline.fits:
        return _("This is about guideline %(title)s. %(body)s\n\nWhat fits: %(fits)s") % words
    return _("This is about guideline %(title)s. %(body)s") % words


def first_words(case: Case) -> str:
    """How a private word to the person may begin; whoever writes it makes it their own."""
    words = {"who": case.about.pseudonym}
    return (
        _(
            "Hello %(who)s,\n\nI read what you wrote, and it stayed with me. It sounds as if a lot "
            "is on you at the moment. I am a volunteer here and not a professional, but I would "
            "like to listen if you want to say more, here or in your topic.\n\nIf it gets too much "
            "tonight, the people on the lines below are there for exactly that.\n\n"
        )
        % words
    )


def most_named(reports: list[Report]) -> Guideline | None:
    """The guideline that most of the open reports name; of a case that was opened again, of all."""
    waiting = [report for report in reports if report.closed_at is None]
    named = [r.guideline for r in waiting or reports if r.guideline is not None]
    return max(named, key=named.count, default=None)


def _is_hard(case: Case) -> bool:
    """A worry about a person, or an appeal about one."""
    return case.is_worry or (case.appeal is not None and case.appeal.decision.case.is_worry)


def _covers(viewer: Any) -> bool:
    """Whether this moderator wants hard cases covered; who has not said so does."""
    own = CareSettings.objects.filter(moderator=viewer).first()
    return own is None or own.is_blurred


def _is_shut(case: Case, viewer: Any) -> bool:
    words = case.words_of
    if words is None or may_read(viewer, words):
        return False
    if is_for_nobody_else(words):
        return True
    is_over = not case.is_open and not case.steps.filter(done_at=None).exists()
    return is_over and case.care_notes.exists()


def _shown(topic: Topic) -> Any:
    """The posts of the thread as members read them."""
    return Post.objects.published().filter(topic=topic).select_related("author").defer("search")


def _around(post: Post) -> tuple[list[Post], list[Post]]:
    thread = _shown(post.topic)
    before = list(thread.filter(number__lt=post.number).order_by("-number")[:AROUND])[::-1]
    return before, list(thread.filter(number__gt=post.number).order_by("number")[:AROUND])


def _guidance(post: Post | PendingPost | None) -> list[PromptEvent]:
    """What the page said to the author while this was written."""
    if post is None:
        return []
    return list(PromptEvent.objects.filter(member=post.author_id, token=post.token))
