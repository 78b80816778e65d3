"""What changed between two texts, word by word."""

import difflib
import re

_WORDS = re.compile(r"\s+|[^\s]+")
# Longer texts are compared line by line: word by word would take too long.
MOST_WORDS = 4000


def compare(old: str, new: str) -> list[tuple[str, str]]:
    """[(kind, words)] in reading order; kind is ``same``, ``out`` or ``in``."""
    before, after = _WORDS.findall(old), _WORDS.findall(new)
    if max(len(before), len(after)) > MOST_WORDS:
        before, after = old.splitlines(keepends=True), new.splitlines(keepends=True)
    found: list[tuple[str, str]] = []
    matcher = difflib.SequenceMatcher(None, before, after, autojunk=len(before) > MOST_WORDS)
    for tag, low, high, start, end in matcher.get_opcodes():
        if tag == "equal":
            found.append(("same", "".join(before[low:high])))
            continue
        if high > low:
            found.append(("out", "".join(before[low:high])))
        if end > start:
            found.append(("in", "".join(after[start:end])))
    return found
