"""What the team hears of the rules that help while writing."""

from django.urls import reverse

from accounts.models import Member
from guidance.models import Rule
from live.events import atomic_action
from notifications.actions import notify


@atomic_action
def tell_of_unwanted(*, rule: Rule) -> None:
    """A rule went on trial by itself: whoever may change rules looks at it."""
    team = Member.objects.moderators().filter(
        groups__permissions__codename="change_rule",
        groups__permissions__content_type__app_label="guidance",
    )
    notify(
        member_ids=team.values_list("pk", flat=True),
        kind="rule_on_trial",
        link=reverse("moderation:rules"),
        subject=f"rule:{rule.key}:{rule.version}",
        parts={"rule": str(rule)},
    )
