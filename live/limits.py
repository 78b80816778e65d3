"""How much one page, one member and one network may ask of the sockets, and how a line ends."""

import time
from collections import OrderedDict
from ipaddress import ip_address

MAX_ROOMS_PER_READER = 20
MAX_SOCKETS_PER_MEMBER = 10
LARGEST_FRAME_IN = 4096
# A larger frame is not sent: the page is told to ask for it by an ordinary GET.
LARGEST_FRAME_OUT = 64 * 1024
FRAMES_PER_SECOND = 10

# Close codes. After GARBAGE the page must not come back by itself.
COME_BACK = 1012
GARBAGE = 4400
# The member's password, role or standing is another now, or they logged out somewhere.
CHANGED = 4401
TOO_SLOW = 4408
TOO_MANY = 4429

# Networks remembered at once; the one unheard of for longest is forgotten first.
MAX_NETWORKS = 10_000


class Bucket:
    """``burst`` at once, and ``per_second`` from then on."""

    __slots__ = ("burst", "left", "per_second", "since")

    def __init__(self, burst: float, per_second: float) -> None:
        self.burst, self.per_second = burst, per_second
        self.left, self.since = burst, time.monotonic()

    def takes(self) -> bool:
        """Whether one more is within the limit; it is counted if so."""
        now = time.monotonic()
        self.left = min(self.burst, self.left + (now - self.since) * self.per_second)
        self.since = now
        if self.left < 1:
            return False
        self.left -= 1
        return True


class Networks:
    """New sockets of each network: as many at once as in a minute."""

    def __init__(self, per_minute: int) -> None:
        self.per_minute = per_minute
        self._buckets: OrderedDict[str, Bucket] = OrderedDict()

    def take(self, address: str) -> bool:
        """Whether this address may open one more socket now."""
        name = network_of(address)
        bucket = self._buckets.get(name)
        if bucket is None:
            bucket = self._buckets[name] = Bucket(self.per_minute, self.per_minute / 60)
            if len(self._buckets) > MAX_NETWORKS:
                self._buckets.popitem(last=False)
        self._buckets.move_to_end(name)
        return bucket.takes()


def network_of(address: str) -> str:
    """What one subscriber usually has: an IPv4 address, or the first 64 bits of an IPv6 one."""
    try:
        found = ip_address(address)
    except ValueError:
        return "unknown"
    if found.version == 4:
        return str(found)
    if found.ipv4_mapped is not None:
        return str(found.ipv4_mapped)
    return found.exploded[:19]
