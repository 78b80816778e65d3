"""A member gets everything about themselves, and nothing of others."""

import json
import uuid
from typing import Any

from allauth.mfa.totp.internal.auth import TOTP
from django.test import Client
from django.urls import reverse

from accounts.models import Member
from composing.actions.drafts import save_draft
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
