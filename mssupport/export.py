"""A member's own data, all of it, as one file: also while they are suspended."""

from typing import Any

from allauth.mfa.models import Authenticator
from django.http import HttpResponse, JsonResponse
from django.utils import timezone
from django.views.decorators.http import require_POST

from accounts.models import AddressChange, Member
from accounts.pace import check_pace
from accounts.requests import MemberRequest, member_required
from forums.models import Interests, WarningSuggestion
from guidance.models import Dismissal, PromptEvent
from moderation.models import Access, Appeal, CareNote, Decision, Report
from notifications.models import OutboxEmail


@require_POST
@member_required
def export(request: MemberRequest) -> HttpResponse:
    """A file to keep; asked for by a button, so that no link in a mail makes one."""
    check_pace(request, "exports", 6, 3600)
    answer = JsonResponse(export_of(request.user), json_dumps_params={"indent": 1})
    day = timezone.localdate().isoformat()
    answer["Content-Disposition"] = f'attachment; filename="my-data-{day}.json"'
    return answer


def export_of(member: Member) -> dict[str, Any]:
    """Everything kept about the member and everything they wrote; of others only what they read
    anyway. Who reported them is not theirs to know, and is left out."""
    return {
        "exported_at": timezone.now(),
        "account": _columns(
            member, "pseudonym", "email", "relation", "role", "joined_at", "last_login",
            "consent_version", "read_only_until", "suspended_until", "reading_order",
            "live_replies", "time_zone",
            "is_admitted", "is_declined", "introduction",
        ),
        # What they are and when they were used; never what would open the account.
        "second_steps": [
            {"what": str(each), "added_at": each.created_at, "last_used_at": each.last_used_at}
            for each in Authenticator.objects.filter(user=member).order_by("pk")
        ],
        "new_addresses_not_confirmed": list(
            AddressChange.objects.filter(member=member).values("email", "made_at")
        ),
        "consents": list(member.consents.values("version", "given_at", "withdrawn_at")),
        "sent_and_not_taken": list(member.stashed_forms.values("path", "fields", "kept_at")),
        "blocked": list(member.blocks_made.values("member__pseudonym", "made_at")),
        "topics": list(member.topics.values("id", "title", "status", "created_at")),
        "posts": list(
            member.posts.order_by("pk").values(
                "id", "topic_id", "number", "text", "status", "created_at", "edited_at",
                "warning", "correction", "correction_source",
            )
        ),
        "earlier_wordings": list(
            member.posts.filter(revisions__isnull=False).values(
                "id", "revisions__version", "revisions__text", "revisions__written_at"
            )
        ),
        "not_published": list(
            member.held_posts.exclude(status="published").values(
                "board__name", "topic_id", "title", "text", "status", "created_at"
            )
        ),
        "guidance_i_let_stand": list(
            Dismissal.objects.filter(member=member).values("rule", "made_at")
        ),
        "guidance_shown_to_me": list(
            PromptEvent.objects.filter(member=member).values("rule", "message", "shown_at")
        ),
        "drafts": list(member.drafts.values("place", "title", "text", "others", "saved_at")),
        "content_warnings_chosen": list(
            member.warning_choices.values("warning__name", "does")
        ),
        "content_warnings_suggested": list(
            WarningSuggestion.objects.filter(member=member).values(
                "post_id", "warning__name", "made_at"
            )
        ),
        "what_i_know": list(
            Interests.objects.filter(member=member).values("subjects", "saved_at")
        ),
        "reactions": list(member.reactions.values("post_id", "kind", "created_at")),
        "followed_topics": list(member.follows.values("topic_id", "created_at")),
        "read_marks": list(member.read_marks.values("topic_id", "seen_count", "changed_at")),
        "notices": [
            {"sentence": notice.sentence, "at": notice.created_at, "read_at": notice.read_at}
            for notice in member.notices.shown()
        ],
        "mails": list(
            OutboxEmail.objects.filter(member=member).values("made_at", "sent_at", "link")
        ),
        "my_reports": list(
            Report.objects.filter(reporter=member).values(
                "reason", "guideline__number", "words", "made_at", "closed_at"
            )
        ),
        "decisions_about_me": list(
            Decision.objects.filter(about=member).values(
                "outcome", "guideline__number", "reason", "days", "until", "snapshot", "made_at"
            )
        ),
        "my_appeals": list(
            Appeal.objects.filter(member=member).values(
                "decision_id", "words", "status", "reason", "made_at", "decided_at"
            )
        ),
        "changes_of_standing": list(
            member.standing_changes.values("kind", "until", "reason", "made_at")
        ),
        "written_in_private": list(
            CareNote.objects.filter(case__about=member).values(
                "by__pseudonym", "words", "made_at"
            )
        ),
        "looks_at_my_data": list(
            Access.objects.filter(member=member).values(
                "what", "post_id", "held_id", "reason", "made_at"
            )
        ),
    }  # fmt: skip


def _columns(member: Member, *names: str) -> dict[str, Any]:
    return {name: getattr(member, name) for name in names}
