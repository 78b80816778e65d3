from accounts.models import Member
from moderation.models import QueueView


def save_view(*, moderator: Member, name: str, query: str) -> None:
    """Keeps a choice of cases under a name; the same name again means the newer choice."""
    QueueView.objects.update_or_create(moderator=moderator, name=name, defaults={"query": query})


def forget_view(*, view: QueueView) -> None:
    view.delete()
