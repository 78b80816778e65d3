"""The rules that help while writing: looked at, tried and changed by moderators."""

import difflib
from collections.abc import Callable
from functools import wraps
from typing import Any, Concatenate, ParamSpec

from csp.constants import NONE, UNSAFE_INLINE
from csp.decorators import csp_replace
from django.contrib import messages
from django.http import Http404, HttpRequest, HttpResponse, QueryDict
from django.shortcuts import get_object_or_404, redirect, render
from django.utils.translation import gettext as _
from django.views.decorators.http import require_http_methods, require_safe

from accounts.requests import MemberRequest, moderator_required
from guidance.actions.rules import save_rule, save_terms
from guidance.evaluation import CompiledRule, compile_rule
from guidance.models import Guideline, Rule, RuleVersion, TermList
from guidance.rule_cache import current_terms
from guidance.safety_checks import UnsafeRule
from moderation.charts import THEMES, draw_effects
from moderation.forms.condition_forms import PartFormSet, parts_of
from moderation.forms.rule_editor import RuleForm, TermsForm, TryForm, check_condition
from moderation.selectors.kind_replies import kind_replies
from moderation.selectors.rule_experiments import DAYS, effects, heard_lately
from moderation.selectors.rule_preview import try_on_posts, try_on_text

P = ParamSpec("P")


def may_change_rules(
    view: Callable[Concatenate[MemberRequest, P], HttpResponse],
) -> Callable[Concatenate[HttpRequest, P], HttpResponse]:
    """For moderators whose group may; to everybody else the page does not exist."""

    @moderator_required
    @wraps(view)
    def guarded(request: MemberRequest, /, *args: P.args, **kwargs: P.kwargs) -> HttpResponse:
        if not request.user.has_perm("guidance.change_rule"):
            raise Http404
        return view(request, *args, **kwargs)

    return guarded


@require_safe
@may_change_rules
def rules(request: MemberRequest) -> HttpResponse:
    """All of them by guideline, with how often each was heard lately."""
    counts = heard_lately()
    guidelines = [
        (each, [(rule, counts.get(rule.key, 0)) for rule in each.rules.all()])
        for each in Guideline.objects.prefetch_related("rules")
    ]
    context = {"guidelines": guidelines, "lists": TermList.objects.all()}
    return render(request, "moderation/rules.html", context)


@require_http_methods(["GET", "HEAD", "POST"])
@may_change_rules
def rule(request: MemberRequest, key: str) -> HttpResponse:
    here = get_object_or_404(Rule.objects.select_related("guideline"), key=key)
    return _workbench(request, here)


@require_http_methods(["GET", "HEAD", "POST"])
@may_change_rules
def new_rule(request: MemberRequest) -> HttpResponse:
    return _workbench(request, Rule())


def _workbench(request: MemberRequest, here: Rule) -> HttpResponse:
    """The form, and beside it what the rule as it is written there would have heard."""
    before = here.words if here.pk else None
    context: dict[str, Any] = {"rule": here, "name": str(here) if here.pk else ""}
    status = 200
    if request.method == "POST":
        form = RuleForm(request.POST, instance=here)
        # Only what is kept needs a reason.
        form.fields["why"].required = request.POST.get("do") == "save"
        parts = PartFormSet(request.POST, prefix="part")
        trying = TryForm(request.POST)
        if request.POST.get("do") == "part":
            parts = _one_more(parts)
        elif (condition := check_condition(form, parts)) is None:
            status = 422
        else:
            here.condition = condition
            if request.POST.get("do") == "save":
                if not _is_stale(here, form):
                    return _save(request, here, form)
                form.add_error(
                    None,
                    _(
                        "Somebody changed this rule meanwhile. What you wrote is still here; the "
                        "history below shows theirs. Save again to put yours in its place."
                    ),
                )
                form.data = _with(request, version=_version(here))
                status = 409
            context |= _tried(request, here, trying)
    else:
        form = RuleForm(instance=here, initial={"state": Rule.State.TRIAL} if not here.pk else None)
        parts = PartFormSet(prefix="part", initial=parts_of(here.condition) if here.pk else None)
        trying = TryForm()
    context |= {
        "form": form,
        "parts": parts,
        "trying": trying,
        "history": _history(here) if before is not None else [],
    }
    return render(request, "moderation/rule.html", context, status=status)


def _with(request: HttpRequest, *, version: int) -> QueryDict:
    """What was sent, knowing the version that stands now."""
    words = request.POST.copy()
    words["version"] = str(version)
    return words


def _one_more(parts: Any) -> Any:
    """The same parts with one more empty one, without a word about what is missing yet."""
    words = [
        {name: form[name].value() for name in form.fields if name != "DELETE"}
        for form in parts.forms
    ]
    while words and not (words[-1].get("kind") or words[-1].get("value")):
        words.pop()
    return PartFormSet(prefix="part", initial=words)


def _tried(request: MemberRequest, here: Rule, trying: TryForm) -> dict[str, Any]:
    asked = _ready(here)
    found: dict[str, Any] = {"sample": try_on_posts(asked, request.user)}
    if (draft := trying.draft) is not None:
        found["explained"] = try_on_text(asked, here.condition, current_terms(), draft)
    return found


def _ready(here: Rule) -> CompiledRule:
    return compile_rule(here.key or "new", here.words, current_terms())


def _version(here: Rule) -> int:
    return Rule.objects.values_list("version", flat=True).get(pk=here.pk)


def _is_stale(here: Rule, form: RuleForm) -> bool:
    return bool(here.pk) and _version(here) != form.cleaned_data["version"]


def _save(request: MemberRequest, here: Rule, form: RuleForm) -> HttpResponse:
    save_rule(rule=here, by=request.user, why=form.cleaned_data["why"])
    said = {
        Rule.State.ON: _("Saved. The rule speaks from now on."),
        Rule.State.TRIAL: _("Saved. The rule listens in silence; its figures show what it hears."),
        Rule.State.OFF: _("Saved. The rule is off."),
    }
    messages.success(request, said[Rule.State(here.state)])
    return redirect("moderation:rule", key=here.key)


def _history(here: Rule) -> list[dict[str, Any]]:
    """Every version with what it changed, the newest first."""
    versions = list(here.versions.select_related("by")[:50])
    earlier: list[RuleVersion | None] = [*versions[1:], None]
    return [
        {"version": each, "changes": _changes(old.words, each.words) if old is not None else []}
        for each, old in zip(versions, earlier, strict=True)
    ]


def _changes(old: dict[str, Any], new: dict[str, Any]) -> list[tuple[str, list[tuple[str, str]]]]:
    """What differs: [(field, [(sign, line)])], where the sign is + or −."""
    found = []
    for name in sorted(set(old) | set(new)):
        if old.get(name) == new.get(name):
            continue
        lines = difflib.ndiff(_lines(old.get(name)), _lines(new.get(name)))
        found.append(
            (
                name,
                [("−" if line[0] == "-" else "+", line[2:]) for line in lines if line[0] in "+-"],
            )
        )
    return found


def _lines(value: Any) -> list[str]:
    if isinstance(value, dict):
        return [f"{name}: {part}" for name, parts in value.items() for part in parts]
    if isinstance(value, list):
        return [str(each) for each in value]
    return str(value).splitlines() or [""]


@require_http_methods(["GET", "HEAD", "POST"])
@may_change_rules
def terms(request: MemberRequest, name: str) -> HttpResponse:
    here = get_object_or_404(TermList, name=name)
    status = 200
    if request.method == "POST":
        form = TermsForm(request.POST)
        if not form.is_valid():
            status = 422
        elif form.cleaned_data["version"] != here.version:
            form.add_error(
                None,
                _("Somebody changed this list meanwhile. What you wrote is still here; save again "
                  "to put it in place of theirs."),
            )  # fmt: skip
            form.data = _with(request, version=here.version)
            status = 409
        else:
            words = form.cleaned_data
            try:
                save_terms(term_list=here, terms=words["terms"], by=request.user, why=words["why"])
            except UnsafeRule as wrong:
                form.add_error("terms", str(wrong))
                status = 422
            else:
                messages.success(request, _("Saved. The rules know it from now on."))
                return redirect("moderation:terms", name=here.name)
    else:
        form = TermsForm(initial={"terms": "\n".join(here.terms), "version": here.version})
    context = {"list": here, "form": form, "history": _list_history(here)}
    return render(request, "moderation/terms.html", context, status=status)


def _list_history(here: TermList) -> list[dict[str, Any]]:
    versions = list(here.versions.select_related("by")[:50])
    rows = []
    for each, old in zip(versions, [*versions[1:], None], strict=True):
        before = set(old.terms) if old is not None else set()
        rows.append({
            "version": each,
            "added": sorted(set(each.terms) - before) if old is not None else [],
            "taken": sorted(before - set(each.terms)),
        })  # fmt: skip
    return rows


@require_safe
@moderator_required
def kind(request: MemberRequest) -> HttpResponse:
    """Good replies, to read and to thank for."""
    return render(request, "moderation/kind.html", {"replies": kind_replies(request.user)})


@require_safe
@may_change_rules
def effect(request: MemberRequest) -> HttpResponse:
    by_guideline, by_rule = effects()
    context = {
        "by_guideline": by_guideline,
        "by_rule": by_rule,
        "has_spoken": any(not each.is_silent for each in by_rule),
        "is_drawn": any(each.is_drawn for each in by_guideline),
        "days": DAYS,
    }
    return render(request, "moderation/effect.html", context)


@require_safe
@may_change_rules
@csp_replace({"script-src": [NONE], "style-src": [UNSAFE_INLINE]})  # type: ignore[untyped-decorator]
def effect_chart(request: MemberRequest, theme: str) -> HttpResponse:
    """What authors did after a rule spoke, as a picture."""
    if theme not in THEMES:
        raise Http404
    by_guideline, _by_rule = effects()
    answer = HttpResponse(draw_effects(by_guideline, theme), content_type="image/svg+xml")
    answer["Cache-Control"] = "private, max-age=60"
    return answer
