"""A member gets everything about themselves, and nothing of others."""

import json
import uuid
from typing import Any

from allauth.mfa.totp.internal.auth import TOTP
from django.apps import apps
from django.test import Client
from django.urls import reverse

from accounts.models import Member
from forums.actions.drafts import save_draft
from forums.actions.replies import edit_post
from forums.models import Post
from guidance.models import Guideline
from moderation.actions.appealing import ask_for_another_look
from moderation.actions.crisis import write_care_note
from moderation.actions.privileged_access import read_email
from tests.factories import make_reply
from tests.moderation.acts import decide, report


def test_everything_of_ones_own_and_nothing_of_others(
    log_in: Any, opening: Post, other: Member, member: Member, moderator: Member, admin: Member,
    guideline: Guideline,
) -> None:  # fmt: skip
    mine = make_reply(opening, author=other, text="My first words.")
    edit_post(post=mine, by=other, text="My later words.", version=1)
    make_reply(mine, author=member, text="canaryanswer")
    save_draft(member=other, place=f"topic:{opening.topic_id}", title="", text="My draft.")
    filed = report(mine, guideline, member)
    decision = decide(filed.case, moderator, guideline, outcome="suspend", days=3)
    ask_for_another_look(member=other, decision=decision, words="My appeal.")
    worried = report(opening, None, member)
    write_care_note(by=moderator, case=worried.case, words="My care.", token=uuid.uuid4())
    read_email(member=other, by=admin, reason="My address.")
    app = TOTP.activate(other, "JBSWY3DPEHPK3PXP").instance
    client: Client = log_in(Member.objects.get(pk=other.pk))
    assert client.get("/").status_code == 403, "suspended, and still"
    answer = client.post(reverse("export"))
    assert answer.status_code == 200
    assert answer["Content-Disposition"].startswith("attachment")
    words = answer.content.decode()
    for own in ("My first words.", "My later words.", "My draft.", "It was about the person.",
                "My appeal.", "My care.", "My address.", other.email, opening.text):  # fmt: skip
        assert own in words, own
    assert "TOTP" in words
    secrets = ("JBSWY3DPEHPK3PXP", app.data["secret"])
    for theirs in ("canaryanswer", member.email, "Please look.", *secrets):
        assert theirs not in words, theirs
    assert json.loads(words)["account"]["pseudonym"] == other.pseudonym


def test_it_is_asked_for_by_a_button(as_member: Client, visitor: Client) -> None:
    assert as_member.get(reverse("export")).status_code == 405
    assert visitor.post(reverse("export")).status_code == 302


def test_no_table_about_members_is_forgotten() -> None:
    """Whoever adds a table that names a member says here whether the export holds it."""
    held = {
        "accounts.Consent", "accounts.Block", "accounts.StashedForm",
        "accounts.StandingChange", "accounts.AddressChange", "mfa.Authenticator", "forums.Topic",
        "forums.Post", "forums.Draft", "forums.Interests", "forums.PendingPost",
        "forums.Reaction", "forums.Follow",
        "forums.ReadMark", "forums.WarningChoice", "forums.WarningSuggestion",
        "guidance.PromptEvent", "guidance.Dismissal",
        "notifications.Notice", "notifications.OutboxEmail", "moderation.Report",
        "moderation.Decision", "moderation.Appeal", "moderation.CareNote", "moderation.Access",
    }  # fmt: skip
    # The team's own work, for which other rules hold; what others say of a member; allauth's copy
    # of the address.
    left_out = {
        "guidance.GuidelineVersion", "guidance.RuleVersion", "guidance.TermListVersion",
        "guidance.HelpLineVersion",
        "moderation.Case", "moderation.Entry", "moderation.Step",
        "moderation.Duty", "moderation.QueueView", "moderation.Batch", "moderation.CaseSkip",
        "moderation.CheckIn", "moderation.CareSettings", "account.EmailAddress",
        "moderation.Undone", "admin.LogEntry",
    }  # fmt: skip
    naming = {
        model._meta.label
        for model in apps.get_models()
        for field in model._meta.concrete_fields
        if field.related_model is Member
    }
    assert naming == held | left_out
