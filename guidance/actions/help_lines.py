from django.db import transaction

from accounts.exceptions import ActionDenied
from accounts.models import Member
from guidance.models import HelpLine, HelpLineVersion
from guidance.permissions import check_help_line, check_number

FIELDS = ("country", "name", "phone", "hours", "url", "checked_on", "position", "is_published")


@transaction.atomic
def save_help_line(*, line: HelpLine, by: Member | None, reason: str) -> None:
    """Saves the line as a new version with its reason; one that changes nothing makes none.

    Raises ActionDenied when a country would be left without a line, or a line without a number.
    ``by=None`` is the house itself.
    """
    if not reason.strip():
        raise ActionDenied("A change of a help line has a reason.")
    check_number(line.phone)
    # All of them, in one order: two admins must not take the last two of a country at once.
    before = {row.pk: row for row in HelpLine.objects.select_for_update().order_by("pk")}
    earlier = before.get(line.pk)
    values = {name: getattr(line, name) for name in FIELDS}
    if earlier is not None:
        if values == {name: getattr(earlier, name) for name in FIELDS}:
            return
        check_help_line(line, before.values())
        line.version = earlier.version + 1
    line.save()
    HelpLineVersion.objects.create(
        help_line=line, version=line.version, by=by, reason=reason, **values
    )
