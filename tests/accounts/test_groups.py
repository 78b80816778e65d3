"""Roles come from Django's groups and permissions, whoever changes them and wherever."""

from typing import Any

import pytest
from django.conf import settings
from django.contrib.auth.models import Group, Permission
from django.core.management import call_command
from django.test import Client
from django.urls import reverse

from accounts.access import Refused
from accounts.actions.standing import change_groups
from accounts.models import Member
from tests.factories import MemberFactory, group_of


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
        address, {"name": "Editors", "permissions": [permission("accounts.moderate").pk]}
    )
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
    with pytest.raises(Refused):
        change_groups(member=admin, groups=[], reason="x", by=admin)
    change_groups(member=member, groups=[group], reason="x", by=admin)
    change_groups(member=admin, groups=[], reason="x", by=member)
    assert (role_of(admin), role_of(member)) == ("member", "admin")
    with pytest.raises(Refused), pytest.MonkeyPatch.context():
        change_groups(member=member, groups=[], reason="x", by=None)


@pytest.mark.parametrize("by", ["member", "moderator"])
def test_only_admins_change_groups(by: str, other: Member) -> None:
    with pytest.raises(Refused):
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
    keeper = MemberFactory(role="moderator", moderates_only=[1])
    keeper.groups.add(*group_of("admin"))
    keeper.refresh_from_db()
    assert (keeper.role, keeper.moderates_only) == ("admin", None)


def test_what_one_has_stands_in_the_form(as_admin: Client, moderator: Member) -> None:
    address = reverse("admin:accounts_member_changelist")
    page = as_admin.post(address, {"action": "groups", "_selected_action": [moderator.pk]})
    (group,) = group_of("moderator")
    assert page.context["form"].initial == {"groups": [group.pk]}
