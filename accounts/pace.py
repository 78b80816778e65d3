"""How often one member, or one network, may do something."""

import hashlib
import math
import time

from allauth.account import app_settings
from allauth.core.internal import ratelimit
from django.conf import settings
from django.core.cache import cache
from django.http import HttpRequest
from django.utils.translation import gettext as _
from django.utils.translation import ngettext

from accounts.exceptions import RateLimited
from accounts.networks import address_of
from live.limits import network_of


def check_pace(request: HttpRequest, what: str, most: int, seconds: int) -> None:
    """Raises RateLimited when it was done more often than ``most`` times in this stretch of so many
    seconds. Who is not logged in is counted by network; without a cache nobody is."""
    is_member = request.user.is_authenticated
    who = f"member:{request.user.pk}" if is_member else f"network:{_network(request)}"
    if wait := _taken(f"{what}:{who}", most * settings.PACE, seconds):
        raise RateLimited(
            _("That was very often in a short time. You can go on in %(wait)s.")
            % {"wait": in_words(wait)},
            wait=wait,
        )


def check_mails(request: HttpRequest, email: str) -> None:
    """Raises RateLimited before somebody's mailbox is filled by others pressing a button. It counts
    for a network and an address together, so that nobody keeps the owner out from somewhere else;
    the address alone only far above what one network can ask for."""
    address = hashlib.sha256(email.strip().lower().encode()).hexdigest()
    wait = _taken(f"mails:{_network(request)}:{address}", 5, 600) or _taken(
        f"mails:{address}", 120, 3600
    )
    if wait:
        raise RateLimited(
            _(
                "Several mails went to this address already. Please look there, also in the spam "
                "folder. You can ask for another one in %(wait)s."
            )
            % {"wait": in_words(wait)},
            wait=wait,
        )


def _network(request: HttpRequest) -> str:
    peer = str(request.META.get("REMOTE_ADDR", ""))
    passed = str(request.META.get("HTTP_X_FORWARDED_FOR", ""))
    return network_of(address_of(peer, passed, settings.ALLAUTH_TRUSTED_PROXY_COUNT))


def _taken(what: str, most: int, seconds: int) -> int:
    """Counts once more in this stretch of so many seconds; the seconds until the next stretch if
    that was too often, else 0."""
    now = int(time.time())
    name = f"pace:{what}:{now // seconds}"
    if cache.add(name, 1, seconds):
        return 0
    try:
        times = cache.incr(name)
    except (TypeError, ValueError):
        # It ran out between the two, or the cache is away.
        return 0
    return seconds - now % seconds if times > most else 0


def in_words(seconds: float) -> str:
    """How long to wait, never less than it is: “20 seconds”, “5 minutes”, “2 hours”."""
    if seconds <= 90:
        number = max(1, math.ceil(seconds))
        return ngettext("%(n)s second", "%(n)s seconds", number) % {"n": number}
    if seconds <= 90 * 60:
        number = math.ceil(seconds / 60)
        return ngettext("%(n)s minute", "%(n)s minutes", number) % {"n": number}
    number = math.ceil(seconds / 3600)
    return ngettext("%(n)s hour", "%(n)s hours", number) % {"n": number}


def wait_of(request: HttpRequest, action: str, key: str | None = None) -> float:
    """The seconds until allauth allows the action once more; 0 if it does now."""
    longest = 0.0
    for rate in ratelimit.get_rates(app="allauth.account", action=action):
        if (rate.per == "key" and key is None) or (
            rate.per == "user" and not request.user.is_authenticated
        ):
            continue
        name = ratelimit.get_cache_key(
            request, app="allauth.account", action=action, rate=rate, key=key
        )
        tried = cache.get(name) or []
        if len(tried) >= rate.amount:
            longest = max(longest, tried[rate.amount - 1] + rate.duration - time.time())
    return longest


def longest_wait(request: HttpRequest) -> float:
    """The same for whatever action of allauth this visitor has done too often."""
    return max(wait_of(request, action) for action in app_settings.RATE_LIMITS)
