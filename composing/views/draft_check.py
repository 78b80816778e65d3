"""Guidance while somebody writes: asked by the page, and never a gate."""

from collections.abc import Sequence
from typing import Any

from django import forms
from django.core.cache import cache
from django.http import JsonResponse
from django.views.decorators.http import require_POST

from accounts.models import Member
from accounts.requests import MemberRequest, member_required
from composing.surfaces import Surface, SurfaceList, find_surface
from guidance.actions.prompt_log import note_evaluation
from guidance.drafts import Draft, Prompt, Severity
from guidance.evaluation import CompiledRule, evaluate_for
from guidance.purposes import OF_DANGER, Purpose
from guidance.selectors import had_tip
from guidance.support_types import SupportType
from guidance.supportive_cues import cues
from text.limits import POST

# A page asks after each pause in typing; nobody pauses more often than this.
# Beyond that, somebody who may need help is still heard, and nothing else.
MAX_CHECKS, MAX_HELP_CHECKS, IN_SECONDS = 40, 200, 60
NOTHING: dict[str, object] = {"prompt": None, "cues": [], "similar": []}


class DraftCheckForm(forms.Form):
    place = forms.CharField(max_length=60)
    token = forms.UUIDField(required=False)
    wish = forms.ChoiceField(choices=SupportType, required=False)
    title = forms.CharField(required=False, max_length=1000, strip=False)
    # Line ends come as two characters.
    text = forms.CharField(required=False, max_length=2 * POST, strip=False)

    def clean_text(self) -> str:
        text: str = self.cleaned_data["text"].replace("\r\n", "\n")
        return text[:POST]


@require_POST
@member_required
def check_draft(request: MemberRequest, surfaces: SurfaceList) -> JsonResponse:
    """Asked by the page while somebody writes. No word of it is stored or logged; only that a rule
    spoke, for whoever reads the post later, and for the figures."""
    member = request.user
    checks = _checks_lately(member)
    if checks > MAX_HELP_CHECKS:
        return JsonResponse(NOTHING, status=429, headers={"Retry-After": str(IN_SECONDS)})
    form = DraftCheckForm(request.POST)
    key = form.cleaned_data["place"] if form.is_valid() else ""
    surface = find_surface(surfaces, member, key)
    if surface is None:
        return JsonResponse(NOTHING)
    is_within_pace = checks <= MAX_CHECKS
    said = _said_about(member, surface, form.cleaned_data, only_help=not is_within_pace)
    text, title = form.cleaned_data["text"], form.cleaned_data["title"]
    similar = surface.similar(member, title) if is_within_pace else ()
    return JsonResponse(
        {
            "prompt": _as_data(said) if said else None,
            # Nobody who may be in danger is told what is good in a reply.
            "cues": cues(text) if surface.kind == "reply" and not _is_help(said) else (),
            "similar": [{"title": each.title, "at": each.get_absolute_url()} for each in similar],
        }
    )


def _said_about(
    member: Member, surface: Surface, words: dict[str, Any], *, only_help: bool
) -> list[Prompt]:
    """What is said about these words while they are written, the most serious first; that is noted
    under the form's token."""
    context = surface.writing_context(member)
    is_only_title = surface.has_title and not words["text"].strip()
    draft = Draft(
        kind="title" if is_only_title else surface.kind,
        title=words["title"],
        text=words["text"],
        **context.to_rules(wish=words["wish"] if surface.has_title else context.wish),
    )
    rules = context.rules
    if only_help:
        rules = tuple(rule for rule in rules if rule.severity == Severity.HELP or _is_danger(rule))
    evaluation = evaluate_for(member.pk, draft, rules, is_sent=False)
    said = [each for each in evaluation.prompts if _is_said(each, context.dismissed)]
    if said and said[0].severity == Severity.TIP:
        # Nothing more serious stands behind it.
        said = said if not had_tip(member, words["token"], context.subject) else []
    if words["token"] is not None:
        note_evaluation(
            member=member,
            token=words["token"],
            evaluation=evaluation,
            shown=next(iter(said), None),
            place=context.subject,
        )
    return said


def _is_said(prompt: Prompt, dismissed: frozenset[str]) -> bool:
    return prompt.severity > Severity.LIST or (
        prompt.severity != Severity.LIST and prompt.rule not in dismissed
    )


def _is_danger(heard: Prompt | CompiledRule) -> bool:
    """Whether somebody's life may be in danger, though a moderator reads these words first."""
    return heard.severity == Severity.HOLD and heard.purpose in OF_DANGER


def _is_help(said: Sequence[Prompt]) -> bool:
    return bool(said) and (said[0].severity == Severity.HELP or _is_danger(said[0]))


def _as_data(said: Sequence[Prompt]) -> dict[str, object]:
    """The most serious, for the page; with all the help that there is, if it is help."""
    first = said[0]
    is_help = _is_help(said)
    helps = [first, *(each for each in said[1:] if each.severity == Severity.HELP)]
    messages = [str(each.message) for each in (helps if is_help else [first])]
    return {
        "rule": first.rule,
        "severity": first.severity.name.lower(),
        "help": is_help,
        "can_split": first.purpose == Purpose.LONG_TEXT,
        "message": " ".join(dict.fromkeys(messages)),
        "words": list(first.words),
        "field": first.field,
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
