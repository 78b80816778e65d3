"""Settings read from the environment; a missing or wrong one stops the start with its name."""

import os
import re
from ipaddress import ip_address
from typing import NoReturn
from urllib.parse import urlsplit


def stop(name: str, what: str) -> NoReturn:
    raise SystemExit(f"MS Support cannot start: the setting {name} {what}")


def required(name: str, why: str) -> str:
    value = os.environ.get(name, "").strip()
    if not value:
        stop(name, f"is missing. {why}")
    return value


def optional(name: str, default: str = "") -> str:
    return os.environ.get(name, "").strip() or default


def number(name: str, default: int, *, low: int, high: int) -> int:
    text = optional(name, str(default))
    if not text.isdecimal() or not low <= int(text) <= high:
        stop(name, f"must be a whole number from {low} to {high}, not '{text}'.")
    return int(text)


def switch(name: str) -> bool:
    text = optional(name, "0")
    if text not in {"0", "1"}:
        stop(name, f"must be 0 or 1, not '{text}'.")
    return text == "1"


LOOPBACK = frozenset({"127.0.0.1", "localhost"})
MAKE_A_KEY = "Make one with: python -c 'import secrets; print(secrets.token_urlsafe(50))'"
_LABEL = r"[A-Za-z0-9](?:[A-Za-z0-9-]{0,61}[A-Za-z0-9])?"
# Names of hosts as they are looked up: of two labels or more, the last not of figures alone.
_NAMED = rf"(?:{_LABEL}\.)+(?![0-9]+$)(?:{_LABEL})"
_ATOM = r"[A-Za-z0-9!#$%&'*+/=?^_`{|}~-]+"
_MAILBOX = re.compile(rf"{_ATOM}(?:\.{_ATOM})*@{_NAMED}")
_HOST = re.compile(rf"{_NAMED}|localhost|{_LABEL}|(?:[0-9]{{1,3}}\.){{3}}[0-9]{{1,3}}")


def origin(name: str, value: str) -> str:
    """The value, if it is a scheme, a host and perhaps a port, and nothing else: as browsers write
    it. Only this very machine may do without https."""
    address = url(name, value, "https", "http").removesuffix("/")
    parts = urlsplit(address)
    written = f"{parts.scheme}://{parts.netloc}"
    if address != written or "@" in parts.netloc or parts.netloc != parts.netloc.lower():
        stop(name, "must be an address without a path, a login or capitals, as browsers write it.")
    host = parts.hostname or ""
    if not _HOST.fullmatch(host) or _is_no_address(host) or parts.port == 0:
        stop(name, "must name a host, such as https://forum.example.")
    if parts.netloc != (host if parts.port is None else f"{host}:{parts.port}"):
        stop(name, "must have its port as browsers write it: digits without a zero before them.")
    if parts.port == {"https": 443, "http": 80}[parts.scheme]:
        stop(name, "must leave out the usual port, as browsers do.")
    if parts.scheme == "http" and parts.hostname not in LOOPBACK:
        stop(name, "must begin with https://; only 127.0.0.1 and localhost may do without.")
    return address


def secret(name: str, value: str) -> str:
    """The value, if nobody guesses it: as Django's own deployment check asks."""
    is_known = value.startswith("django-insecure-") or "change-me" in value.lower()
    if len(value) < 50 or len(set(value)) < 5 or is_known:
        stop(name, f"must have at least 50 characters that nobody guesses. {MAKE_A_KEY}")
    return value


def mailbox(name: str, default: str) -> str:
    """One mail address, and nothing beside it."""
    value = os.environ.get(name, "").strip(" ") or default
    if not _MAILBOX.fullmatch(value):
        stop(name, "must be one mail address, such as forum@forum.example.")
    return value


def one_line(name: str, value: str) -> str:
    """The value, if it can stand in the head of a mail, where a line break begins another one."""
    if not value.isprintable():
        stop(name, "must be words in one line.")
    return value


def _is_no_address(host: str) -> bool:
    """Four numbers that are no address."""
    if not re.fullmatch(r"[0-9.]+", host):
        return False
    try:
        ip_address(host)
    except ValueError:
        return True
    return False


def url(name: str, value: str, *schemes: str) -> str:
    """The value, if it is a URL with one of the schemes and a host."""
    try:
        parts = urlsplit(value)
    except ValueError:
        stop(name, "is no address.")
    # A database or a bus on this machine may be reached by a socket, without a host.
    has_place = parts.hostname or (parts.scheme not in {"http", "https"} and parts.path)
    if parts.scheme not in schemes or not has_place:
        forms = " or ".join(f"{scheme}://..." for scheme in schemes)
        stop(name, f"must look like {forms}.")
    try:
        _ = parts.port
    except ValueError:
        stop(name, "has a port that is not a number.")
    return value
