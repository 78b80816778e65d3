"""Cuts a wall of text into paragraphs at sentence ends, and changes no word of it."""

import re
from collections.abc import Iterable

# A full stop behind these ends no sentence: titles, and what is cut short.
_SHORT = (
    "Dr", "dr", "Prof", "prof", "Mr", "Mrs", "Ms", "Mx", "Miss", "St", "Nr", "No", "vs", "approx",
    "incl", "excl", "e.g", "i.e", "E.g", "I.e", "etc", "ca", "Fig", "Rev", "Sr", "Jr",
)  # fmt: skip
# Nor behind these, or an initial, where nothing is lost if one sentence end is passed by.
_SHORT_TOO = (
    "DR", "Drs", "drs", "Dr. med", "Mt", "Lt", "Capt", "Col", "Gen", "Sgt", "Mme", "Mlle", "Sra",
    "Dra", "Hr", "Fr", "Assoc", "Dept", "Hon", "al", "cf", "Cf", "op", "op. cit", "max", "min",
    "avg", "Jan", "Feb", "Mar", "Apr", "Jun", "Jul", "Aug", "Sep", "Sept", "Oct", "Nov", "Dec",
    "Mon", "Tue", "Tues", "Wed", "Thu", "Thur", "Thurs", "Fri", "Sat", "PROF", "MR", "MRS", "MS",
    "ST", "Ste", "Co", "Maj", "Cpl", "Cmdr", "Supt", "Insp", "Tab", "tab", "Tabs", "tabs", "Caps",
    "caps", "Inj", "inj", "Dott", "Dott.ssa", "Ing", "Avv", "Sig", "Sigg", "bzw", "d.h", "z.B",
    "u.a", "usw", "Std", "Tbl", "a.m", "p.m", "A.M", "P.M", "b.d", "o.d", "t.d.s", "q.d.s", "Dres",
)  # fmt: skip


def _not_behind(words: Iterable[str]) -> str:
    return "".join(rf"(?<!\b{re.escape(word)}\.)" for word in words)


NO_END = _not_behind(_SHORT)
_NO_END_HERE = _not_behind(_SHORT_TOO) + r"(?<!\b[A-Z]\.)"
# After so many characters the next sentence begins a paragraph.
ABOUT = 280
_END = re.compile(rf"(?<=[.!?…]){NO_END}{_NO_END_HERE}[\"')\]”’]*[ \t]+(?=[^\W\d_]|[\"'“‘(\[])")


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
