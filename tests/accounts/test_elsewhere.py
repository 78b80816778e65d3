"""Logging out everywhere else."""

from typing import Any

import pytest
from django.conf import settings
from django.test import Client
from django.urls import reverse

from accounts.models import Member
from accounts.sessions import member_of


def is_in(client: Client) -> bool:
    return client.get(reverse("accounts:settings")).status_code == 200


@pytest.mark.parametrize("has_password", [True, False])
def test_every_other_device_is_logged_out(member: Member, log_in: Any, has_password: bool) -> None:
    if not has_password:
        member.set_unusable_password()
        member.save()
    here, phone, library = log_in(member), log_in(member), log_in(member)
    before = Member.objects.get(pk=member.pk).access_version
    assert is_in(here)
    assert is_in(phone)
    keys = [each.cookies[settings.SESSION_COOKIE_NAME].value for each in (here, phone)]
    assert all(member_of(key) == member for key in keys)
    page = here.post(reverse("accounts:log_out_elsewhere"), follow=True)
    assert "Every other device is logged out." in page.content.decode()
    assert is_in(here)
    assert is_in(log_in(Member.objects.get(pk=member.pk)))
    assert not is_in(phone)
    assert not is_in(library)
    # Nor may they listen: sockets of before ask again and are nobody.
    assert member_of(keys[1]) is None
    assert Member.objects.get(pk=member.pk).access_version > before
    # And once more, from the other side.
    again = log_in(Member.objects.get(pk=member.pk))
    again.post(reverse("accounts:log_out_elsewhere"))
    assert is_in(again)
    assert not is_in(here)


def test_only_by_a_button_and_for_oneself(as_member: Client, visitor: Client) -> None:
    address = reverse("accounts:log_out_elsewhere")
    assert as_member.get(address).status_code == 405
    assert visitor.post(address).status_code == 302
    assert is_in(as_member)


def test_whoever_was_logged_in_before_there_was_a_number_stays(member: Member) -> None:
    assert "." not in member.get_session_auth_hash()
    Member.objects.filter(pk=member.pk).update(logins_version=3)
    assert Member.objects.get(pk=member.pk).get_session_auth_hash().endswith(".3")
