from accounts import events
from accounts.models import Block, Member
from accounts.permissions import check_block
from accounts.signals import apart_changed
from live.events import atomic_action


@atomic_action
def block_member(*, by: Member, member: Member) -> None:
    """From now on neither meets the other; blocking twice is blocking."""
    check_block(by, member)
    Block.objects.bulk_create([Block(by=by, member=member)], ignore_conflicts=True)
    events.apart_changed(by, member)
    apart_changed.send(sender=Block, members=(by, member))


@atomic_action
def unblock_member(*, by: Member, member: Member) -> None:
    """Takes the member's own block back; one made by the other stands."""
    if Block.objects.filter(by=by, member=member).delete()[0]:
        events.apart_changed(by, member)
        apart_changed.send(sender=Block, members=(by, member))
