"""Django admin as admins use it."""

import re
from html import unescape
from typing import Any

import pytest
from django.conf import settings
from django.contrib.auth.models import Group, Permission
from django.db import IntegrityError, connection, transaction
from django.test import Client
from django.test.utils import CaptureQueriesContext
from django.urls import reverse

from accounts.exceptions import ActionDenied
from accounts.models import Member, StatusChange
from forums.models import Board, Post
from guidance.actions.help_lines import save_help_line
from guidance.models import Guideline, GuidelineVersion, HelpLine
from moderation.actions.reporting import file_report
from moderation.models import Access
from notifications.models import Notice
from tests.factories import MemberFactory, make_reply
from tests.moderation.acts import decide, report

LISTS = [
    "accounts_member", "accounts_statuschange", "forums_board", "guidance_guideline",
    "guidance_helpline", "moderation_case", "moderation_report", "moderation_decision",
]  # fmt: skip


@pytest.mark.parametrize("name", LISTS)
def test_every_list_opens_cheaply(
    as_admin: Client, name: str, reply: Post, guideline: Guideline
) -> None:
    file_report(
        reporter=MemberFactory(), post=reply, reason="guideline", guideline=guideline, words=""
    )
    with CaptureQueriesContext(connection) as found:
        assert as_admin.get(reverse(f"admin:{name}_changelist") + "?q=a").status_code == 200
    assert len(found) <= 20


def test_every_page_of_one_thing_opens_cheaply(
    as_admin: Client, reply: Post, guideline: Guideline
) -> None:
    filed = file_report(
        reporter=MemberFactory(), post=reply, reason="guideline", guideline=guideline, words=""
    )
    for thing in (reply.author, reply.topic.board, guideline, filed.case, filed):
        name = f"admin:{thing._meta.app_label}_{thing._meta.model_name}_change"
        with CaptureQueriesContext(connection) as found:
            page = as_admin.get(reverse(name, args=[thing.pk]))
        assert page.status_code == 200
        assert len(found) <= 20
        big = re.findall(
            r'<select name="(?:post|topic|author|member|reporter|by)"', str(page.content)
        )
        assert big == []


def test_admin_is_not_at_the_usual_place_and_for_admins_only(
    visitor: Client, as_member: Client, as_moderator: Client, as_admin: Client
) -> None:
    assert visitor.get("/admin/").status_code == 404
    address = f"/{settings.ADMIN_PATH}"
    assert visitor.get(address, follow=True).request["PATH_INFO"] == "/accounts/login/"
    assert as_admin.get(address).status_code == 200
    for client in (as_member, as_moderator):
        assert client.get(address, follow=True).status_code == 404


@pytest.mark.parametrize(
    ("action", "fields", "kind"),
    [
        ("restrict", {"days": 3}, "read_only"),
        ("suspend", {"days": 3}, "suspended"),
        ("restore", {}, "restored"),
        ("groups", {"groups": "Moderators"}, "role"),
    ],
)
def test_what_a_member_may_do_is_changed_with_a_reason(
    as_admin: Client, other: Member, action: str, fields: dict[str, Any], kind: str
) -> None:
    address = reverse("admin:accounts_member_changelist")
    if "groups" in fields:
        fields = {"groups": [Group.objects.get(name=fields["groups"]).pk]}
    chosen = {"action": action, "_selected_action": [other.pk]}
    assert b"Reason" in as_admin.post(address, chosen).content
    assert as_admin.post(address, {**chosen, **fields, "reason": ""}).status_code == 200
    assert StatusChange.objects.count() == 0
    as_admin.post(address, {**chosen, **fields, "reason": "Because of this."})
    change = StatusChange.objects.get()
    assert (change.kind, change.by is not None) == (kind, True)
    assert change.reason.startswith("Because of this.")
    assert ("Groups now: Moderators" in change.reason) == (kind == "role")
    assert Notice.objects.get(member=other).kind == "standing"


def test_a_second_restriction_never_shortens_the_first(as_admin: Client, other: Member) -> None:
    address = reverse("admin:accounts_member_changelist")
    for days in (30, 1):
        as_admin.post(
            address,
            {"action": "restrict", "_selected_action": [other.pk], "days": days, "reason": "x"},
        )
    first, second = StatusChange.objects.order_by("pk").values_list("until", flat=True)
    assert first == second


def test_role_and_right_to_log_in_are_not_plain_fields(as_admin: Client, other: Member) -> None:
    page = as_admin.get(reverse("admin:accounts_member_change", args=[other.pk])).content
    for name in (b'name="role"', b'name="is_active"', b'name="email"'):
        assert name not in page


def test_members_are_found_by_pseudonym(as_admin: Client, other: Member) -> None:
    address = reverse("admin:accounts_member_changelist")
    assert other.pseudonym.encode() in as_admin.get(address, {"q": other.pseudonym}).content
    for state in ("read_only", "suspended", "no_consent", "inactive"):
        assert other.pseudonym.encode() not in as_admin.get(address, {"state": state}).content


def test_changing_a_guideline_makes_a_version(as_admin: Client, guideline: Guideline) -> None:
    address = reverse("admin:guidance_guideline_change", args=[guideline.pk])
    before = GuidelineVersion.objects.filter(guideline=guideline).count()
    words = {
        "title": "Be kind to each other", "body": "New words.", "why": "Because.",
        "is_published": "on", "versions-TOTAL_FORMS": 0, "versions-INITIAL_FORMS": 0,
    }  # fmt: skip
    for _ in range(2):
        assert as_admin.post(address, words).status_code == 302
    guideline.refresh_from_db()
    assert guideline.title == "Be kind to each other"
    assert GuidelineVersion.objects.filter(guideline=guideline).count() == before + 1


def test_board_written_for_members_is_not_opened_to_the_web(
    as_admin: Client, opening: Post
) -> None:
    board = opening.topic.board
    words = {"name": board.name, "slug": board.slug, "description": "x", "position": 0,
             "is_in_use": "on", "audience": "web"}  # fmt: skip
    answer = as_admin.post(reverse("admin:forums_board_change", args=[board.pk]), words)
    assert b"written for members only" in answer.content
    board.refresh_from_db()
    assert board.audience == Board.Audience.MEMBERS


def test_help_lines_say_when_they_need_a_check(db: Any) -> None:
    from django.contrib import admin

    line = HelpLine(country="x", name="y", phone="1", hours="z")
    assert admin.site._registry[HelpLine].needs_a_check(line) is True


def _line_form(line: HelpLine, **changed: str) -> dict[str, str]:
    names = ("country", "name", "phone", "hours", "url", "position")
    stands = {name: str(getattr(line, name)) for name in names}
    nothing = {"versions-TOTAL_FORMS": "0", "versions-INITIAL_FORMS": "0"}
    return {**stands, "is_published": "on", "reason": "It moved.", **nothing, **changed}


def test_help_lines_change_with_a_reason_and_a_version(as_admin: Client, admin: Member) -> None:
    line = HelpLine.objects.get(country="Canada")
    address = reverse("admin:guidance_helpline_change", args=[line.pk])
    assert b"This field is required" in as_admin.post(address, _line_form(line, reason="")).content
    assert as_admin.post(address, _line_form(line, phone="1 988")).status_code == 302
    line.refresh_from_db()
    assert (line.phone, line.version) == ("1 988", 2)
    version = line.versions.get(version=2)
    assert (version.phone, version.reason, version.by) == ("1 988", "It moved.", admin)
    with pytest.raises(IntegrityError), transaction.atomic():
        line.versions.update(reason="Never said.")


@pytest.mark.parametrize("phone", ["-", "—", "soon", "n/a", "+", "(1)"])
def test_a_help_line_has_a_number(as_admin: Client, phone: str) -> None:
    line = HelpLine.objects.get(country="Canada")
    address = reverse("admin:guidance_helpline_change", args=[line.pk])
    answer = as_admin.post(address, _line_form(line, phone=phone))
    assert b"Please give a number to ring" in answer.content
    assert b"It moved." in answer.content
    added = as_admin.post(
        reverse("admin:guidance_helpline_add"), _line_form(line, phone=phone, name="Another")
    )
    assert b"Please give a number to ring" in added.content
    assert not HelpLine.objects.filter(phone=phone).exists()


@pytest.mark.parametrize("phone", ["112", "15", "Text HOME to 741741", "١٢٣"])
def test_short_and_text_numbers_are_numbers(as_admin: Client, phone: str) -> None:
    line = HelpLine.objects.get(country="Canada")
    address = reverse("admin:guidance_helpline_change", args=[line.pk])
    assert as_admin.post(address, _line_form(line, phone=phone)).status_code == 302


@pytest.mark.parametrize("changed", [{"is_published": ""}, {"country": "Elsewhere"}])
def test_no_country_loses_its_last_help_line(as_admin: Client, changed: dict[str, str]) -> None:
    line = HelpLine.objects.get(country="Canada")
    address = reverse("admin:guidance_helpline_change", args=[line.pk])
    answer = as_admin.post(address, _line_form(line, **changed))
    assert b"This is the last help line for Canada" in answer.content
    assert b"It moved." in answer.content
    HelpLine.objects.create(country=" canada ", name="Another", phone="112", hours="day")
    assert as_admin.post(address, _line_form(line, **changed)).status_code == 302


def test_no_bulk_action_empties_the_help_lines(as_admin: Client) -> None:
    before = HelpLine.objects.count()
    lines = [str(pk) for pk in HelpLine.objects.values_list("pk", flat=True)]
    words = {"action": "delete_selected", "_selected_action": lines, "post": "yes"}
    as_admin.post(reverse("admin:guidance_helpline_changelist"), words)
    delete = reverse("admin:guidance_helpline_delete", args=[lines[0]])
    assert as_admin.post(delete, {"post": "yes"}).status_code == 403
    assert HelpLine.objects.count() == before > 0


def test_two_admins_cannot_take_the_last_two_at_once(admin: Member) -> None:
    first = HelpLine.objects.get(country="Canada")
    second = HelpLine.objects.create(country="Canada", name="Another", phone="112", hours="day")
    for line in (first, second):
        line.is_published = False
    save_help_line(line=first, by=admin, reason="Closed.")
    with pytest.raises(ActionDenied):
        save_help_line(line=second, by=admin, reason="Closed.")


def test_nobody_reads_there_who_reported_them(
    as_admin: Client, admin: Member, opening: Post, guideline: Guideline, moderator: Member
) -> None:
    filed = report(make_reply(opening, author=admin), guideline)
    decision = decide(filed.case, moderator, guideline, outcome="warn")
    for name, pk in (("case", filed.case_id), ("report", filed.pk), ("decision", decision.pk)):
        assert (
            as_admin.get(reverse(f"admin:moderation_{name}_change", args=[pk])).status_code == 302
        )
        page = as_admin.get(reverse(f"admin:moderation_{name}_changelist")).content
        assert filed.reporter.pseudonym.encode() not in page


@pytest.mark.parametrize(
    "query",
    ["email__startswith=canary", "email__regex=.", "password__startswith=pbkdf2", "reports=1",
     "decisions_about=1", "care_settings=1", "after_checks__weight=5", "accesses__reason=x",
     "moderated_board_ids__contains=1", "joined_at__year=99999999", "groups__id__exact=1",
     "reports__isnull=False", "last_login__gte=2020-01-01"],
)  # fmt: skip
def test_members_are_narrowed_by_what_the_page_offers(
    as_admin: Client, member: Member, query: str
) -> None:
    name, _sign, value = query.partition("=")
    answer = as_admin.get(reverse("admin:accounts_member_changelist"), {name: value})
    assert answer.status_code in {302, 400}
    if answer.status_code == 302:
        assert answer["Location"].endswith("?e=1")


@pytest.mark.parametrize(
    ("model", "query"),
    [("moderation_case", "reports=1"), ("moderation_case", "passed_on=1"),
     ("moderation_report", "reporter=1"), ("moderation_report", "snapshot__contains=x"),
     ("moderation_decision", "reason__contains=x"), ("guidance_rule", "versions__why=x")],
)  # fmt: skip
def test_other_lists_too(as_admin: Client, model: str, query: str) -> None:
    name, _sign, value = query.partition("=")
    answer = as_admin.get(reverse(f"admin:{model}_changelist"), {name: value})
    assert answer.status_code in {302, 400}


@pytest.mark.parametrize(
    ("model", "query"),
    [("accounts_member", "role__exact=admin"), ("accounts_member", "state=suspended"),
     ("moderation_case", "status__exact=open"), ("forums_board", "is_in_use__exact=1"),
     ("guidance_rule", "severity__exact=tip")],
)  # fmt: skip
def test_what_the_page_offers_narrows(as_admin: Client, model: str, query: str) -> None:
    name, _sign, value = query.partition("=")
    assert as_admin.get(reverse(f"admin:{model}_changelist"), {name: value}).status_code == 200


@pytest.mark.parametrize("model", LISTS)
@pytest.mark.parametrize("value", ["\x00", "x" * 5000, "-1", "9" * 30, "%"])
def test_odd_parameters_are_no_500(as_admin: Client, model: str, value: str) -> None:
    address = reverse(f"admin:{model}_changelist")
    for name in (
        "q",
        "p",
        "o",
        "all",
        "role__exact",
        "status__exact",
        "state",
        "kind",
        "audience__exact",
    ):
        assert as_admin.get(address, {name: value}).status_code < 500, name
    words = {"action": "suspend", "_selected_action": value}
    assert as_admin.post(address, words).status_code < 500


def _rename(client: Client, member: Member, pseudonym: str) -> Any:
    words = {
        "action": "rename", "_selected_action": member.pk, "pseudonym": pseudonym,
        "reason": "It was a full name.",
    }  # fmt: skip
    return client.post(reverse("admin:accounts_member_changelist"), words, follow=True)


def test_a_new_pseudonym_has_a_reason_and_is_told(
    as_admin: Client, as_member: Client, member: Member, admin: Member
) -> None:
    _rename(as_admin, member, "quiet fern")
    member.refresh_from_db()
    assert member.pseudonym == "quiet fern"
    change = StatusChange.objects.get(member=member)
    assert (change.kind, change.by) == ("renamed", admin)
    assert Notice.objects.filter(member=member, kind="standing").exists()
    page = as_member.get(reverse("moderation:record")).content.decode()
    assert "It was a full name." in page
    assert "Before: fern" in page


@pytest.mark.parametrize(
    "name", ["MS Support team", "moderat0r", "OTTER", "ott\u0435r", "x", "\u3164"]
)
def test_a_new_pseudonym_obeys_the_rules_of_signing_up(
    as_admin: Client, member: Member, other: Member, name: str
) -> None:
    _rename(as_admin, member, name)
    member.refresh_from_db()
    assert member.pseudonym == "fern"
    assert not StatusChange.objects.exists()


def test_the_page_of_a_member_changes_nothing_by_itself(as_admin: Client, member: Member) -> None:
    address = reverse("admin:accounts_member_change", args=[member.pk])
    nothing = {"status_changes-TOTAL_FORMS": "0", "status_changes-INITIAL_FORMS": "0"}
    as_admin.post(address, {"pseudonym": "moderator", "relation": "carer", **nothing})
    member.refresh_from_db()
    assert (member.pseudonym, member.relation) == ("fern", "not_said")


def test_the_filters_of_the_lists_lead_somewhere(as_admin: Client, guideline: Guideline) -> None:
    for name in ("report", "decision"):
        address = reverse(f"admin:moderation_{name}_changelist")
        page = as_admin.get(address).content.decode()
        for link in re.findall(r'href="(\?[^"]+)"', page):
            assert as_admin.get(address + unescape(link)).status_code == 200, link
        assert as_admin.get(address, {"guideline__id__exact": guideline.pk}).status_code == 200
        assert as_admin.get(address, {"guideline__title__startswith": "B"}).status_code == 400


def test_no_list_of_members_tells_whose_an_address_is(as_admin: Client, member: Member) -> None:
    found = as_admin.get(reverse("admin:accounts_member_changelist"), {"q": member.email})
    assert member.pseudonym not in found.content.decode()
    asked = {"app_label": "moderation", "model_name": "duty", "field_name": "member"}
    named = as_admin.get(reverse("admin:autocomplete"), {**asked, "term": member.email})
    assert named.json()["results"] == []
    named = as_admin.get(reverse("admin:autocomplete"), {**asked, "term": member.pseudonym})
    assert [each["text"] for each in named.json()["results"]] == [member.pseudonym]


def test_a_member_is_found_by_address_with_a_reason_they_read(
    as_admin: Client, admin: Member, member: Member
) -> None:
    page = reverse("admin:member_by_address")
    assert page in as_admin.get(reverse("admin:accounts_member_changelist")).content.decode()
    words = {"email": member.email.upper(), "reason": "They wrote to us and cannot log in."}
    for lost in ({**words, "reason": " "}, {**words, "email": "nobody@mail.example"}):
        answer = as_admin.post(page, lost)
        assert answer.status_code == 200
        assert lost["email"] in answer.content.decode()
    assert not Access.objects.exists()
    answer = as_admin.post(page, words)
    assert answer["Location"] == reverse("admin:accounts_member_change", args=[member.pk])
    look = Access.objects.get()
    assert (look.member, look.by, look.what) == (member, admin, Access.What.EMAIL)
    assert look.reason == words["reason"]


def test_who_may_not_see_addresses_finds_nobody_by_one(as_admin: Client, member: Member) -> None:
    group = Group.objects.get(permissions__codename="administer")
    group.permissions.remove(Permission.objects.get(codename="see_email"))
    page = reverse("admin:member_by_address")
    assert page not in as_admin.get(reverse("admin:accounts_member_changelist")).content.decode()
    assert as_admin.post(page, {"email": member.email, "reason": "x"}).status_code == 403
    assert not Access.objects.exists()


def test_changing_members_is_offered_as_actions_alone(as_admin: Client, member: Member) -> None:
    page = as_admin.get(reverse("admin:accounts_member_change", args=[member.pk]))
    assert page.status_code == 200
    assert 'name="_save"' not in page.content.decode()
    group = Group.objects.get(permissions__codename="administer")
    offered = as_admin.get(reverse("admin:auth_group_change", args=[group.pk])).content.decode()
    useless = Permission.objects.get(codename="change_member")
    useful = Permission.objects.get(codename="change_standing")
    assert f'value="{useless.pk}"' not in offered
    assert f'value="{useful.pk}"' in offered
