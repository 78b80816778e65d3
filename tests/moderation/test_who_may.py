"""Who may do what about which case: a table of roles, subjects and acts."""

import uuid
from collections.abc import Callable
from datetime import timedelta
from typing import Any

import pytest
from django.urls import reverse
from django.utils import timezone

from accounts.actions.consenting import give_consent
from accounts.exceptions import ActionDenied
from accounts.models import Member
from forums.actions.replies import post_reply
from forums.models import Post
from guidance.models import Guideline
from moderation import permissions
from moderation.actions.appealing import ask_for_another_look
from moderation.models import Case
from tests.factories import MemberFactory, group_of, make_reply
from tests.moderation.acts import decide, report

LATER = timezone.now() + timedelta(days=3)
SUBJECTS = ("report", "worry", "name", "appeal", "for admins", "held", "joining")
ROLES: dict[str, dict[str, Any]] = {
    "member": {},
    "moderator": {"role": "moderator"},
    "admin": {"role": "admin"},
    "moderator of another board": {"role": "moderator", "moderated_board_ids": [0]},
    "suspended member": {"suspended_until": LATER},
}
# What makes one part of a case, whatever one's role.
PARTS = ("about", "reporter", "decider")


@pytest.fixture
def cases(opening: Post, guideline: Guideline, moderator: Member, settings: Any) -> dict[str, Any]:
    MemberFactory(role="admin")
    decided = report(make_reply(opening), guideline).case
    decision = decide(decided, moderator, guideline)
    appeal = ask_for_another_look(member=decision.about, decision=decision, words="x").case
    name = report(make_reply(opening), guideline, is_about_name=True).case
    for_admins = report(make_reply(opening), guideline).case
    Case.objects.filter(pk=for_admins.pk).update(is_for_admins=True)
    for_admins.refresh_from_db()
    settings.FIRST_POSTS_HELD = 20
    words: dict[str, Any] = {"topic": opening.topic, "text": "x y", "token": uuid.uuid4()}
    held: Any = post_reply(author=MemberFactory(), **words)
    newcomer: Any = MemberFactory(is_approved=False, consent_version=0)
    give_consent(member=newcomer)
    return {
        "report": report(make_reply(opening), guideline).case,
        "worry": report(make_reply(opening), None).case,
        "name": name,
        "appeal": appeal,
        "for admins": for_admins,
        "held": held.case,
        "joining": newcomer.case,
    }


ACTS: dict[str, Callable[[Member, Case], None]] = {
    "claim": permissions.check_claim,
    "decide": permissions.check_decide,
    "hand on": lambda member, case: permissions.check_hand_on(member, case, None),
}


@pytest.mark.parametrize("act", ACTS)
@pytest.mark.parametrize("subject", SUBJECTS)
@pytest.mark.parametrize("role", ROLES)
def test_roles(cases: dict[str, Case], role: str, subject: str, act: str) -> None:
    member = MemberFactory(**ROLES[role])
    allowed = role == "admin" or (role == "moderator" and subject != "for admins")
    if allowed:
        ACTS[act](member, cases[subject])
    else:
        with pytest.raises(ActionDenied):
            ACTS[act](member, cases[subject])


@pytest.mark.parametrize("act", ACTS)
@pytest.mark.parametrize("part", PARTS)
@pytest.mark.parametrize("role", ["moderator", "admin"])
def test_nobody_judges_what_they_are_part_of(
    cases: dict[str, Case], moderator: Member, role: str, part: str, act: str
) -> None:
    case = cases["appeal" if part == "decider" else "report"]
    member = {
        "about": case.about,
        "reporter": case.reports.first() and case.reports.get().reporter,
        "decider": moderator,
    }[part]
    assert member is not None
    member.groups.set(group_of(role))
    member.refresh_from_db()
    with pytest.raises(ActionDenied):
        ACTS[act](member, case)
    # Somebody else of the same role may: that is the one difference.
    ACTS[act](MemberFactory(role=role), case)


# The same at the addresses: an act, the subject, and what is sent with it.
ADDRESSES: list[tuple[str, str, dict[str, str]]] = [
    ("case", "report", {}),
    ("claim", "report", {}),
    ("release", "report", {}),
    ("hand_on", "name", {"words": "Please."}),
    ("note", "report", {"words": "Seen before."}),
    ("undo", "report", {"reason": "Shown again."}),
    ("pass", "report", {}),
    ("reach_out", "worry", {"words": "How are you?"}),
    ("look_in_case", "report", {"reason": "To decide."}),
]


@pytest.mark.parametrize("role", [*ROLES, "nobody", "about", "reporter"])
def test_addresses(cases: dict[str, Case], log_in: Any, role: str) -> None:
    for act, subject, words in ADDRESSES:
        case = cases[subject]
        client = log_in(_who(role, case))
        before = case.entries.count()
        address = reverse(f"moderation:{act}", args=[case.pk])
        answer = client.get(address) if act == "case" else client.post(address, words)
        if role in {"moderator", "admin"}:
            assert answer.status_code in {200, 302, 422}, act
            continue
        refused = {"nobody": {302}, "reporter": {200, 302, 403, 404, 422}}
        assert answer.status_code in refused.get(role, {302, 403, 404}), act
        # Whatever the answer, nothing was done.
        assert case.entries.count() == before, act
        assert Case.objects.get(pk=case.pk).claimed_by is None, act


def _who(role: str, case: Case) -> Member | None:
    """Somebody of that role; the parts of a case are moderators all the same."""
    if role == "nobody":
        return None
    if role not in {"about", "reporter"}:
        return MemberFactory(**ROLES[role])
    member = case.about if role == "about" else case.reports.get().reporter
    assert member is not None
    member.groups.set(group_of("moderator"))
    return Member.objects.get(pk=member.pk)
