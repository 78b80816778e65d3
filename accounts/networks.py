"""Where a visitor comes from, whoever stands between."""

import ipaddress


def address_of(peer: str, forwarded_for: str, proxies: int) -> str:
    """The visitor's own address: of what X-Forwarded-For holds, the last but so many that our own
    proxies wrote; the peer if there are none, or if the header has fewer than promised."""
    passed = [part.strip() for part in forwarded_for.split(",")] if forwarded_for else []
    address = passed[-proxies] if proxies and len(passed) >= proxies else peer
    try:
        return str(ipaddress.ip_address(address.partition("%")[0]))
    except ValueError:
        return peer
