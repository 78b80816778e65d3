"""Cuts a wall of text into paragraphs at sentence ends, and changes no word of it."""

import re

# After so many characters the next sentence begins a paragraph.
ABOUT = 280
_END = re.compile(r"(?<=[.!?…])[\"')\]”’]*[ \t]+(?=[^\W\d_]|[\"'“‘(\[])")


def split(text: str) -> str:
    """The same words with blank lines where a sentence ends; paragraphs that are short already,
    lists, quotes and code stay as they are."""
    return "\n".join(_paragraph(line) for line in text.split("\n"))


def _paragraph(line: str) -> str:
    if len(line) <= ABOUT * 1.5 or line.startswith((" ", "\t", ">", "-", "*", "#", "`", "|")):
        return line
    pieces, begin, last = [], 0, 0
    for match in _END.finditer(line):
        if match.end() - begin > ABOUT and last > begin:
            pieces.append(line[begin:last].rstrip())
            begin = last
        last = match.end()
    if last > begin and len(line) - begin > ABOUT * 1.5:
        pieces.append(line[begin:last].rstrip())
        begin = last
    pieces.append(line[begin:])
    return "\n\n".join(pieces)
