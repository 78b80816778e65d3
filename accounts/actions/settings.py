from accounts.models import Member


def save_settings(
    *, member: Member, relation: str, reading_order: str, live_replies: str, time_zone: str
) -> None:
    """How the member is described to others, and how they like to read."""
    Member.objects.filter(pk=member.pk).update(
        relation=relation,
        reading_order=reading_order,
        live_replies=live_replies,
        time_zone=time_zone,
    )


def choose_reading_order(*, member: Member, order: str) -> None:
    """Threaded or flat, on every device."""
    Member.objects.filter(pk=member.pk).update(reading_order=order)
