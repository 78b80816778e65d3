"""Roles come from Django's groups and permissions, whoever changes them and wherever."""

import re
from datetime import timedelta
from typing import Any

import pytest
from django.conf import settings
from django.contrib.admin.models import DELETION, LogEntry
from django.contrib.auth.models import Group, Permission
from django.core.management import call_command
from django.test import Client
from django.urls import reverse
from django.utils import timezone

from accounts.actions.account_status import change_groups, record_group_change, suspend_member
from accounts.actions.blocking import block_member
from accounts.exceptions import ActionDenied
from accounts.models import Block, Member, StatusChange
from accounts.permissions import check_take_permissions
from tests.factories import MemberFactory, group_of
from tests.together import at_once


def role_of(member: Member) -> str:
    return str(Member.objects.values_list("role", flat=True).get(pk=member.pk))


def permission(name: str) -> Permission:
    app, codename = name.split(".")
    return Permission.objects.get(content_type__app_label=app, codename=codename)


def test_the_house_comes_with_two_groups(db: Any) -> None:
    moderators, admins = group_of("moderator")[0], group_of("admin")[0]
    assert set(moderators.permissions.values_list("codename", flat=True)) == {
        "moderate", "change_rule", "change_termlist",
    }  # fmt: skip
    may = set(admins.permissions.values_list("codename", flat=True))
    assert {"moderate", "administer", "enter_admin", "see_email", "change_group"} <= may


@pytest.mark.parametrize(
    ("codenames", "role"),
    [
        ([], "member"),
        (["accounts.enter_admin", "guidance.change_guideline"], "member"),
        (["accounts.moderate"], "moderator"),
        (["accounts.administer"], "admin"),
        (["accounts.moderate", "accounts.administer"], "admin"),
    ],
)
def test_a_role_follows_from_what_the_groups_may_do(
    member: Member, codenames: list[str], role: str
) -> None:
    before = member.access_version
    group = Group.objects.create(name="Friends of the house")
    member.groups.add(group)
    group.permissions.add(*map(permission, codenames))
    assert role_of(member) == role
    assert all(Member.objects.get(pk=member.pk).has_perm(name) for name in codenames)
    # Open sockets are thought over whenever the role changed.
    changed = Member.objects.get(pk=member.pk).access_version > before
    assert changed == (role != "member")
    group.permissions.clear()
    assert role_of(member) == "member"
    group.permissions.add(*map(permission, codenames))
    member.groups.remove(group)
    assert role_of(member) == "member"
    assert not any(Member.objects.get(pk=member.pk).has_perm(name) for name in codenames)


def test_a_role_cannot_be_written(member: Member, moderator: Member) -> None:
    Member.objects.filter(pk=member.pk).update(role="admin")
    assert role_of(member) == "member"
    moderator.role = "member"
    moderator.save()
    assert role_of(moderator) == "moderator"
    assert role_of(Member.objects.create(email="x@mail.example", pseudonym="x", role="admin")) == (
        "member"
    )


def test_the_first_admin_is_made_by_command(db: Any, monkeypatch: Any) -> None:
    group_of("admin")
    monkeypatch.setenv("DJANGO_SUPERUSER_PASSWORD", "a long calm password")
    call_command("createsuperuser", interactive=False, email="a@mail.example", pseudonym="first")
    member = Member.objects.get(pseudonym="first")
    assert (member.role, member.is_staff) == ("admin", True)


def test_a_group_of_ones_own_opens_one_page_of_the_admin(member: Member, log_in: Any) -> None:
    group = Group.objects.create(name="Editors")
    group.permissions.add(*map(permission, ["accounts.enter_admin", "guidance.change_guideline"]))
    member.groups.add(group)
    client = log_in(member)
    index = client.get(f"/{settings.ADMIN_PATH}").content.decode()
    assert "uideline" in index
    assert client.get(reverse("admin:guidance_guideline_changelist")).status_code == 200
    for closed in ("accounts_member", "auth_group", "forums_board", "moderation_case"):
        assert client.get(reverse(f"admin:{closed}_changelist")).status_code == 403
    # They moderate nothing by that.
    assert client.get("/moderation/").status_code == 404


def test_groups_are_changed_in_the_admin(as_admin: Client, member: Member) -> None:
    editors = Group.objects.create(name="Editors")
    member.groups.add(editors)
    address = reverse("admin:auth_group_change", args=[editors.pk])
    page = as_admin.get(address).content.decode()
    assert "May look at an e-mail address" in page
    assert "Can add session" not in page  # what has no page here is not offered
    answer = as_admin.post(
        address,
        {
            "name": "Editors", "permissions": [permission("accounts.moderate").pk],
            "reason": "They look after us.",
        },
    )  # fmt: skip
    assert answer.status_code == 302
    assert role_of(member) == "moderator"
    assert (
        as_admin.post(
            reverse("admin:auth_group_delete", args=[editors.pk]), {"post": "yes"}
        ).status_code
        == 403
    )  # somebody is in it


def test_somebody_always_stays_an_admin(as_admin: Client, admin: Member, member: Member) -> None:
    group = group_of("admin")[0]
    address = reverse("admin:auth_group_change", args=[group.pk])
    answer = as_admin.post(address, {"name": "Admins", "permissions": []})
    assert "nobody could do this any more: Is an admin" in answer.content.decode()
    assert role_of(admin) == "admin"
    with pytest.raises(ActionDenied):
        change_groups(member=admin, groups=[], reason="x", by=admin)
    change_groups(member=member, groups=[group], reason="x", by=admin)
    change_groups(member=admin, groups=[], reason="x", by=member)
    assert (role_of(admin), role_of(member)) == ("member", "admin")
    with pytest.raises(ActionDenied), pytest.MonkeyPatch.context():
        change_groups(member=member, groups=[], reason="x", by=None)


@pytest.mark.parametrize("by", ["member", "moderator"])
def test_only_admins_change_groups(by: str, other: Member) -> None:
    with pytest.raises(ActionDenied):
        change_groups(member=other, groups=[], reason="x", by=MemberFactory(role=by))


@pytest.mark.parametrize(
    "name", ["accounts.enter_admin", "auth.change_group", "accounts.administer"]
)
def test_what_somebody_must_always_be_able_to_do_is_not_given_up(
    as_admin: Client, admin: Member, name: str
) -> None:
    (group,) = group_of("admin")
    left = [each.pk for each in group.permissions.all() if each != permission(name)]
    address = reverse("admin:auth_group_change", args=[group.pk])
    answer = as_admin.post(address, {"name": "Admins", "permissions": left})
    assert "nobody could do this any more" in answer.content.decode()


def test_saving_a_group_as_it_is_changes_nothing(as_admin: Client) -> None:
    (group,) = group_of("admin")
    before = set(group.permissions.values_list("pk", flat=True))
    address = reverse("admin:auth_group_change", args=[group.pk])
    page = as_admin.get(address)
    offered = set(
        page.context["adminform"].form.fields["permissions"].queryset.values_list("pk", flat=True)
    )
    assert before <= offered
    as_admin.post(address, {"name": "Admins", "permissions": list(before)})
    assert set(group.permissions.values_list("pk", flat=True)) == before


def test_an_admin_has_no_limit(db: Any) -> None:
    keeper = MemberFactory(role="moderator", moderated_board_ids=[1])
    keeper.groups.add(*group_of("admin"))
    keeper.refresh_from_db()
    assert (keeper.role, keeper.moderated_board_ids) == ("admin", None)


def test_what_one_has_stands_in_the_form(as_admin: Client, moderator: Member) -> None:
    address = reverse("admin:accounts_member_changelist")
    page = as_admin.post(address, {"action": "groups", "_selected_action": [moderator.pk]})
    (group,) = group_of("moderator")
    assert page.context["form"].initial == {"groups": [group.pk]}


def _save_group(client: Client, group: Group, *names: str, reason: str = "They help.") -> Any:
    words = {
        "name": group.name, "reason": reason,
        "permissions": [str(permission(name).pk) for name in names],
    }  # fmt: skip
    return client.post(reverse("admin:auth_group_change", args=[group.pk]), words)


def test_nobody_gives_what_they_do_not_have(log_in: Any, member: Member) -> None:
    group_of("admin")
    helpers = Group.objects.create(name="Helpers")
    helpers.permissions.add(permission("accounts.enter_admin"), permission("auth.change_group"))
    helpers.permissions.add(permission("auth.view_group"))
    member.groups.add(helpers)
    client = log_in(member)
    had = ("accounts.enter_admin", "auth.change_group", "auth.view_group")
    answer = _save_group(client, helpers, *had, "accounts.administer")
    assert b"cannot give what you may not do yourself" in answer.content
    assert role_of(member) == "member"
    assert _save_group(client, helpers, *had).status_code == 302


def test_a_changed_group_has_a_reason_in_its_members_records(
    as_admin: Client, admin: Member, member: Member
) -> None:
    group = Group.objects.create(name="Gardeners")
    member.groups.add(group)
    answer = _save_group(as_admin, group, "guidance.change_guideline", reason="")
    assert b"This field is required" in answer.content
    _save_group(as_admin, group, "guidance.change_guideline")
    change = StatusChange.objects.get(member=member)
    assert (change.kind, change.by) == ("role", admin)
    assert "They help." in change.reason
    assert "Gardeners" in change.reason


def test_an_empty_group_has_its_reasons_in_the_log(as_admin: Client) -> None:
    group = Group.objects.create(name="Gardeners")
    _save_group(as_admin, group, "guidance.change_guideline")
    assert "They help." in LogEntry.objects.get(object_id=group.pk).get_change_message()
    address = reverse("admin:auth_group_delete", args=[group.pk])
    assert b'name="reason"' in as_admin.get(address).content
    as_admin.post(address, {"post": "yes", "reason": " "})
    assert Group.objects.filter(pk=group.pk).exists()
    as_admin.post(address, {"post": "yes", "reason": "Nobody gardens any more."})
    assert not Group.objects.filter(pk=group.pk).exists()
    entry = LogEntry.objects.get(object_id=group.pk, action_flag=DELETION)
    assert entry.get_change_message() == "Nobody gardens any more."


def test_an_admin_puts_nobody_where_they_are_not(admin: Member, member: Member) -> None:
    other = Group.objects.create(name="See addresses")
    group_of("admin")[0].permissions.remove(permission("accounts.see_email"))
    other.permissions.add(permission("accounts.see_email"))
    admin = Member.objects.get(pk=admin.pk)
    with pytest.raises(ActionDenied):
        change_groups(member=member, groups=[other], reason="x", by=admin)


def test_permissions_that_do_nothing_are_not_offered(as_admin: Client) -> None:
    group = Group.objects.create(name="Any")
    page = as_admin.get(reverse("admin:auth_group_change", args=[group.pk])).content.decode()
    offered = set(re.findall(r'name="permissions" value="(\d+)"', page))
    names = set(Permission.objects.filter(pk__in=offered).values_list("codename", flat=True))
    for dead in ("add_member", "delete_member", "change_case", "delete_decision", "add_entry",
                 "delete_guideline", "add_rule", "delete_helpline", "change_statuschange",
                 "add_guidelineversion", "delete_contentwarning"):  # fmt: skip
        assert dead not in names
    for alive in ("view_member", "administer", "see_email", "change_board", "add_helpline"):
        assert alive in names


def test_two_admins_cannot_demote_each_other(admin: Member) -> None:
    """One after the other: whoever comes second is no admin any more."""
    second = MemberFactory(role="admin")
    stale = Member.objects.get(pk=second.pk)
    change_groups(member=second, groups=[], reason="x", by=admin)
    with pytest.raises(ActionDenied):
        change_groups(member=admin, groups=[], reason="x", by=stale)
    assert role_of(admin) == "admin"


@pytest.mark.django_db(transaction=True)
def test_nor_at_the_same_moment(admin: Member) -> None:
    second = MemberFactory(role="admin")
    pairs = [(admin, second), (second, admin)]
    at_once(
        *(
            lambda by=by, member=member: change_groups(member=member, groups=[], reason="x", by=by)
            for by, member in pairs
        )
    )
    assert Member.objects.filter(role="admin").count() == 1


def test_becoming_a_moderator_ends_blocks(member: Member, other: Member, admin: Member) -> None:
    block_member(by=member, member=other)
    block_member(by=other, member=MemberFactory())
    change_groups(member=other, groups=group_of("moderator"), reason="Welcome.", by=admin)
    assert not Block.objects.exists()


def test_the_last_admin_cannot_be_suspended(admin: Member) -> None:
    second = MemberFactory(role="admin")
    until = timezone.now() + timedelta(days=1)
    suspend_member(member=second, until=until, reason="x", by=admin)
    with pytest.raises(ActionDenied):
        suspend_member(member=admin, until=until, reason="x", by=None)


def test_only_admins_take_the_team_away(admin: Member, db: Any) -> None:
    helper = MemberFactory()
    group = Group.objects.create(name="Helpers")
    for codename in ("enter_admin", "change_group"):
        group.permissions.add(Permission.objects.get(codename=codename))
    helper.groups.add(group)
    admins = Group.objects.get(permissions__codename="administer")
    left = admins.permissions.exclude(codename="administer")
    with pytest.raises(ActionDenied):
        check_take_permissions(Member.objects.get(pk=helper.pk), admins, left)
    check_take_permissions(admin, admins, left)


def test_a_group_that_may_moderate_now_ends_blocks(admin: Member, member: Member) -> None:
    group = Group.objects.create(name="Helpers")
    member.groups.add(group)
    other = MemberFactory()
    Block.objects.create(by=member, member=other)
    group.permissions.add(Permission.objects.get(codename="moderate"))
    record_group_change(group=group, by=admin, reason="x")
    assert not Block.objects.exists()
