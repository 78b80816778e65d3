"""“@name” in a text."""

import re

MAX_NAME_LENGTH = 30
MAX_MENTIONS = 20
# Not inside an address, and not in what is quoted.
# Letters, and marks that belong to letters: those of other scripts are no \w.
_LETTER = (
    "[\\w\u0300-\u036f\u0591-\u05bd\u0610-\u061a\u064b-\u065f\u0900-\u0dff\u0e31-\u0e4e"
    "\u0f71-\u0f84\u102b-\u103e]"
)
_AT = re.compile(rf"(?<![\w.@/+-])@({_LETTER}(?:{_LETTER}|[ .'’-]){{0,{MAX_NAME_LENGTH - 1}}})")
_QUOTED_LINES = re.compile(r"^[ \t]{0,3}>(?:[ \t].*)?$", re.MULTILINE)
_ENDS = re.compile(rf"(?<={_LETTER}|\.)(?=[ .'’-]|$)")


def named(text: str) -> list[list[str]]:
    """For each “@”, the names it may mean, the longest first: a name may have
    spaces, and the sentence goes on behind it."""
    if "@" not in text:
        return []
    found = []
    for match in _AT.finditer(_QUOTED_LINES.sub("", text)):
        words = match.group(1)
        ends = {end.start() for end in _ENDS.finditer(words)}
        names = {words[:end].rstrip(" '’-") for end in ends}
        found.append(sorted((name for name in names if len(name) > 1), key=len, reverse=True))
        if len(found) == MAX_MENTIONS:
            break
    return found
