"""Settings read from the environment; a missing or wrong one stops the start with its name."""

import os
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


def url(name: str, value: str, *schemes: str) -> str:
    """The value, if it is a URL with one of the schemes and a host."""
    parts = urlsplit(value)
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
