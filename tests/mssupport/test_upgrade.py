"""A database of an earlier version is taken over with everything in it."""

import uuid
from collections.abc import Iterator
from typing import Any

import pytest
from django.contrib.auth.models import Group, Permission
from django.contrib.contenttypes.models import ContentType
from django.db import connection
from django.db.migrations.executor import MigrationExecutor

from accounts.models import Member, StashedForm
from composing.models import Draft
from forums.models import Board, Interests, PendingPost
from guidance.models import PromptEvent, UnsentCount
from moderation.models import Case, CaseSkip, CheckIn
from notifications.models import OutboxEmail

BEFORE = [
    ("accounts", "0021_second_step_kept"),
    ("forums", "0018_points_and_kana"),
    ("guidance", "0014_second_reader"),
    ("moderation", "0028_nobody_changes_members_in_a_form"),
    ("notifications", "0003_letter"),
]


@pytest.fixture
def old_models(transactional_db: None) -> Iterator[Any]:
    """The models as they were before the standard names; the database is new again at the end."""
    executor = MigrationExecutor(connection)
    newest = executor.loader.graph.leaf_nodes()
    executor.migrate(BEFORE)
    yield MigrationExecutor(connection).loader.project_state(BEFORE).apps.get_model
    MigrationExecutor(connection).migrate(newest)


def test_rows_keep_what_they_hold_under_the_standard_names(
    member: Member, board: Board, old_models: Any
) -> None:
    held = old_models("forums", "HeldPost").objects.create(
        board_id=board.pk, author_id=member.pk, title="Kept", text="Words.", token=uuid.uuid4()
    )
    old_models("moderation", "Case").objects.create(
        held_id=held.pk, about_id=member.pk, kind="held"
    )
    old_models("accounts", "KeptForm").objects.create(
        member_id=member.pk, path="/", fields={"text": "Canary."}
    )
    warnings, _made = ContentType.objects.get_or_create(app_label="forums", model="contentwarning")
    helpers = Group.objects.create(name="Helpers")
    may, _made = Permission.objects.get_or_create(
        content_type=warnings, codename="add_contentwarning", defaults={"name": "May add"}
    )
    helpers.permissions.add(may)
    old_models("forums", "Draft").objects.create(
        member_id=member.pk, place=f"board:{board.pk}", text="Begun.", others=[]
    )
    old_models("forums", "Knowledge").objects.create(member_id=member.pk, subjects=["heat"])
    old_models("guidance", "Shown").objects.create(
        member_id=member.pk, token=uuid.uuid4(), rule="G07", message="Is that meant?"
    )
    old_models("notifications", "Letter").objects.create(
        member_id=member.pk, subject="case:1", link="/"
    )
    MigrationExecutor(connection).migrate(MigrationExecutor(connection).loader.graph.leaf_nodes())
    waiting = PendingPost.objects.get()
    assert (waiting.title, waiting.text, waiting.author) == ("Kept", "Words.", member)
    assert Case.objects.get().held == waiting
    assert StashedForm.objects.get(member=member).fields == {"text": "Canary."}
    assert Draft.objects.get(member=member).text == "Begun."
    assert helpers.permissions.get().content_type.app_label == "composing"
    assert not ContentType.objects.filter(app_label="forums", model__in=["draft", "warningchoice"])
    assert Interests.objects.get(member=member).subjects == ["heat"]
    assert PromptEvent.objects.get(member=member).message == "Is that meant?"
    assert OutboxEmail.objects.get(member=member).link == "/"
    for model in (UnsentCount, CaseSkip, CheckIn):
        assert not model.objects.exists()
