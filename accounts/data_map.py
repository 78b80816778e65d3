"""What is kept about members: each app says it of its own tables, in its personal_data.py.

mssupport.registry puts the lists together; a system check finds a table that nobody named.
"""

from collections.abc import Callable
from dataclasses import dataclass
from typing import Any

from django.utils.functional import Promise

from accounts.models import Member


@dataclass(frozen=True)
class PersonalData:
    """Rows about members. ``models`` are labels such as forums.Post, with those that hang on them;
    ``key`` names them in the file that a member downloads, and ``export`` gives them: None if they
    are in another entry, or not the member's to know. ``erase(member, keep_words)`` takes them away
    when the member leaves, and may be called again; None if deleting the member is enough or
    another entry does it. ``what``, ``why`` and ``kept_for`` are read by members."""

    models: tuple[str, ...]
    what: Promise
    why: Promise
    kept_for: Promise
    key: str = ""
    export: Callable[[Member], Any] | None = None
    erase: Callable[[Member, bool], None] | None = None
