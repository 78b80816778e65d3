"""What changed between two texts, word by word."""

import re
from collections.abc import Sequence
from itertools import groupby

# A word with the blanks behind it, so that a change of words is one piece and not many.
_WORDS = re.compile(r"\S+\s*|\s+")
# The time grows with the length of the texts times the number of changes. Beyond so many changed
# words whole lines are compared, and beyond so many lines the whole is taken as changed.
MAX_CHANGES = 150

Change = tuple[str, str]


def compare(old: str, new: str) -> list[Change]:
    """[(kind, words)] in reading order; kind is ``same``, ``out`` or ``in``. The words of ``same``
    and ``out`` together are the old text, those of ``same`` and ``in`` the new one."""
    for split in (_WORDS.findall, _lines):
        if (changes := _changes(split(old), split(new))) is not None:
            return _joined(changes)
    return _joined([("out", old), ("in", new)])


def _lines(text: str) -> list[str]:
    return text.splitlines(keepends=True)


def _joined(changes: list[Change]) -> list[Change]:
    runs = ((kind, "".join(word for _kind, word in run)) for kind, run in groupby(changes, _first))
    return [(kind, words) for kind, words in runs if words]


def _first(change: Change) -> str:
    return change[0]


def _changes(old: Sequence[str], new: Sequence[str]) -> list[Change] | None:
    """Word by word, after E. W. Myers, An O(ND) Difference Algorithm (1986); None if there are more
    than MAX_CHANGES."""
    begin = 0
    while begin < min(len(old), len(new)) and old[begin] == new[begin]:
        begin += 1
    end = 0
    while end < min(len(old), len(new)) - begin and old[-1 - end] == new[-1 - end]:
        end += 1
    middle = _shortest(old[begin : len(old) - end], new[begin : len(new) - end])
    if middle is None:
        return None
    same = [("same", word) for word in old[:begin]]
    return [*same, *middle, *(("same", word) for word in old[len(old) - end :])]


def _shortest(old: Sequence[str], new: Sequence[str]) -> list[Change] | None:
    if not old or not new:
        return [("out", word) for word in old] + [("in", word) for word in new]
    if abs(len(old) - len(new)) > MAX_CHANGES:
        return None
    # farthest[k]: how far into the old text a path on diagonal k has come.
    farthest, trace = {1: 0}, []
    for changes in range(MAX_CHANGES + 1):
        trace.append(dict(farthest))
        for k in range(-changes, changes + 1, 2):
            is_down = k == -changes or (
                k != changes and farthest.get(k - 1, -1) < farthest.get(k + 1, -1)
            )
            x = farthest[k + 1] if is_down else farthest[k - 1] + 1
            while x < len(old) and x - k < len(new) and old[x] == new[x - k]:
                x += 1
            farthest[k] = x
            if x >= len(old) and x - k >= len(new):
                return _walked_back(old, new, trace)
    return None


def _walked_back(
    old: Sequence[str], new: Sequence[str], trace: list[dict[int, int]]
) -> list[Change]:
    x, y = len(old), len(new)
    found: list[Change] = []
    for changes in range(len(trace) - 1, -1, -1):
        farthest, k = trace[changes], x - y
        is_down = k == -changes or (
            k != changes and farthest.get(k - 1, -1) < farthest.get(k + 1, -1)
        )
        before_k = k + 1 if is_down else k - 1
        before_x = farthest.get(before_k, 0) if changes else 0
        before_y = before_x - before_k if changes else 0
        while x > before_x and y > before_y:
            x, y = x - 1, y - 1
            found.append(("same", old[x]))
        if changes:
            if is_down:
                y -= 1
                found.append(("in", new[y]))
            else:
                x -= 1
                found.append(("out", old[x]))
    found.reverse()
    return _out_before_in(found)


def _out_before_in(changes: list[Change]) -> list[Change]:
    """Within one place, what went stands before what came."""
    ordered: list[Change] = []
    for is_same, run in groupby(changes, lambda change: change[0] == "same"):
        few = list(run)
        ordered += few if is_same else sorted(few, key=lambda change: change[0] == "in")
    return ordered
