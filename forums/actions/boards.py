"""A board goes out of use, or is in use again."""

from forums.actions.settling import LISTED, restore_topic_notices
from forums.models import Board, Topic
from live.events import atomic_action
from notifications.actions import withdraw
from notifications.selectors import unread_subjects


@atomic_action
def sync_board_notices(*, board: Board) -> None:
    """After its ``is_in_use`` was changed: what was said about its topics and not read is taken
    back, because it leads nowhere any more, or said again."""
    told = {
        int(subject.removeprefix("topic:"))
        for subject in unread_subjects()
        if subject.startswith("topic:") and subject.removeprefix("topic:").isdecimal()
    }
    topics = Topic.objects.filter(board=board, pk__in=told, status__in=LISTED)
    for topic in topics.order_by("pk").iterator():
        if board.is_in_use:
            restore_topic_notices(topic, topic.posts.defer("search").get(number=1))
        else:
            withdraw(subject=f"topic:{topic.pk}")
