from accounts.blocks import blocked_ids
from accounts.models import Member
from forums import events
from forums.models import Post, Reaction, Topic
from forums.permissions import check_react, check_thank_all
from live.events import atomic_action
from notifications.actions import notify, show_or_withdraw

MAX_THANKED = 100


@atomic_action
def react(*, member: Member, post: Post, kind: str) -> None:
    """Adds one quiet reaction; a second press of the same is the same one."""
    # As it is now: it may have been hidden since the page was drawn.
    Post.objects.select_for_update(no_key=True).filter(pk=post.pk).first()
    post.refresh_from_db(fields=["status"])
    check_react(member, post)
    made = Reaction.objects.get_or_create(post=post, member=member, kind=kind)[1]
    if made:
        notify(
            member_ids=[post.author_id],
            kind="reaction",
            link=post.get_absolute_url(),
            subject=f"post:{post.pk}",
            within=f"topic:{post.topic_id}",
            parts={"topic": post.topic.title},
            renotify=False,
        )
        if not Reaction.objects.filter(post=post).exclude(member=member, kind=kind).exists():
            # The first one, or the first again after others were taken back.
            _settle_notice(post)
        events.post_reacted(post)


@atomic_action
def thank_all(*, member: Member, topic: Topic) -> int:
    """Who opened the topic thanks everybody who answered, each for their first reply; how many."""
    check_thank_all(member, topic)
    answers = (
        Post.objects.published()
        .filter(topic=topic, number__gt=1)
        .exclude(author=member)
        .exclude(author__in=blocked_ids(member.pk))
        .order_by("author", "number")
        .distinct("author")
        .defer("search")
    )
    thanked = 0
    for post in answers.select_related("topic")[:MAX_THANKED]:
        react(member=member, post=post, kind=Reaction.Kind.THANKS)
        thanked += 1
    return thanked


@atomic_action
def take_back_reaction(*, member: Member, post: Post, kind: str) -> None:
    """Removes the member's reaction of that kind, if there is one."""
    deleted, _by_model = Reaction.objects.filter(post=post, member=member, kind=kind).delete()
    if deleted:
        _settle_notice(post)
        events.post_reacted(post)


def _settle_notice(post: Post) -> None:
    """What is unread of reactions is shown while there is one."""
    is_any = Reaction.objects.filter(post=post).exists()
    show_or_withdraw(kind="reaction", subject=f"post:{post.pk}", is_shown={post.author_id: is_any})
