"""How often one member, or one network, may do something."""

import time

from django.conf import settings
from django.core.cache import cache
from django.http import HttpRequest
from django.utils.translation import gettext_lazy as _

from accounts.access import TooMany
from accounts.networks import address_of
from live.limits import network_of


def check_pace(request: HttpRequest, what: str, most: int, seconds: int) -> None:
    """Raises TooMany when it was done more often than ``most`` times in this stretch of so many
    seconds. Who is not logged in is counted by network; without a cache nobody is."""
    peer = str(request.META.get("REMOTE_ADDR", ""))
    passed = str(request.META.get("HTTP_X_FORWARDED_FOR", ""))
    network = network_of(address_of(peer, passed, settings.ALLAUTH_TRUSTED_PROXY_COUNT))
    who = f"member:{request.user.pk}" if request.user.is_authenticated else f"network:{network}"
    name = f"pace:{what}:{who}:{int(time.time()) // seconds}"
    if cache.add(name, 1, seconds):
        return
    try:
        times = cache.incr(name)
    except (TypeError, ValueError):
        # It ran out between the two, or the cache is away.
        return
    if times > most * settings.PACE:
        raise TooMany(_("That was very often in a short time. Please wait a minute or two."))
