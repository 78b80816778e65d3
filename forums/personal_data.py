"""What this app keeps about a member."""

from django.utils.translation import gettext_lazy as _

from accounts.data_map import PersonalData
from forums.actions.erasing import erase
from forums.models import Interests, WarningSuggestion

_UNTIL_YOU_LEAVE = _("until you leave")
PERSONAL_DATA = (
    PersonalData(
        ("forums.Topic",),
        _("Topics you started"),
        _("because others read and answer them"),
        _("until you withdraw them, or leave and take your words along"),
        "topics",
        lambda member: list(member.topics.values("id", "title", "status", "created_at")),
    ),
    PersonalData(
        ("forums.Post",),
        _("Your posts"),
        _("because others read and answer them"),
        _("until you withdraw them, or leave and take your words along"),
        "posts",
        lambda member: list(
            member.posts.order_by("pk").values(
                "id", "topic_id", "number", "text", "status", "created_at", "edited_at",
                "warning", "correction", "correction_source",
            )
        ),
        erase,
    ),
    PersonalData(
        ("forums.PostRevision",),
        _("How your posts read before you changed them"),
        _("so that answers can be understood"),
        _UNTIL_YOU_LEAVE,
        "earlier_wordings",
        lambda member: list(
            member.posts.filter(revisions__isnull=False).values(
                "id", "revisions__version", "revisions__text", "revisions__written_at"
            )
        ),
    ),
    PersonalData(
        ("forums.PendingPost",),
        _("Posts that wait for a moderator or were not published"),
        _("so that you can see how it stands, and change them"),
        _UNTIL_YOU_LEAVE,
        "not_published",
        lambda member: list(
            member.held_posts.exclude(status="published").values(
                "board__name", "topic_id", "title", "text", "status", "created_at"
            )
        ),
    ),
    PersonalData(
        ("forums.WarningSuggestion",),
        _("Content warnings you suggested"),
        _("because two suggestions fold a post"),
        _UNTIL_YOU_LEAVE,
        "content_warnings_suggested",
        lambda member: list(
            WarningSuggestion.objects.filter(member=member).values(
                "post_id", "warning__name", "made_at"
            )
        ),
    ),
    PersonalData(
        ("forums.Interests",),
        _("What you said you know about"),
        _("so that you find topics that wait for somebody like you"),
        _UNTIL_YOU_LEAVE,
        "what_i_know",
        lambda member: list(
            Interests.objects.filter(member=member).values("subjects", "saved_at")
        ),
    ),
    PersonalData(
        ("forums.Reaction",),
        _("Your reactions"),
        _("because authors see them"),
        _UNTIL_YOU_LEAVE,
        "reactions",
        lambda member: list(member.reactions.values("post_id", "kind", "created_at")),
    ),
    PersonalData(
        ("forums.Follow",),
        _("Topics you follow"),
        _("so that you hear of new posts"),
        _UNTIL_YOU_LEAVE,
        "followed_topics",
        lambda member: list(member.follows.values("topic_id", "created_at")),
    ),
    PersonalData(
        ("forums.ReadMark",),
        _("What you have read"),
        _("so that you see what is new"),
        _UNTIL_YOU_LEAVE,
        "read_marks",
        lambda member: list(member.read_marks.values("topic_id", "seen_count", "changed_at")),
    ),
)  # fmt: skip
