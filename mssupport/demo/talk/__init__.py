"""What is said in the demo community: one file a board.

@ title of a topic          the lines below it are its opening post
> a reply to the topic      >> a reply to the reply above it, and so on
< a reply by the author of the topic
~ a line that fits under any topic of the board

{carer}, {living_with}, {waiting} or {professional} before the words, or before a title, says who
speaks; else it is whoever the board is for.
"""

import re
from dataclasses import dataclass, field
from pathlib import Path

# Whom a board is for: those who speak in it unless a line says otherwise.
SPEAKERS = {"carers": "carer"}
USUAL_SPEAKER = "living_with"
_SPEAKER = re.compile(r"\{(\w+)\} ")


@dataclass
class Line:
    """A reply: level 1 answers the topic, a deeper one the last line a level up. ``speaker`` is how
    whoever says it relates to MS."""

    level: int
    text: str
    speaker: str = USUAL_SPEAKER
    is_by_author: bool = False


@dataclass
class Thread:
    title: str
    speaker: str = USUAL_SPEAKER
    opening: str = ""
    lines: list[Line] = field(default_factory=list)


@dataclass
class Talk:
    threads: list[Thread] = field(default_factory=list)
    anywhere: list[Line] = field(default_factory=list)


def read(slug: str) -> Talk:
    """The talk of one board."""
    talk = Talk()
    for line in (Path(__file__).parent / f"{slug}.txt").read_text("utf-8").splitlines():
        mark, _blank, words = line.partition(" ")
        speaker = SPEAKERS.get(slug, USUAL_SPEAKER)
        if said := _SPEAKER.match(words):
            speaker, words = said[1], words[said.end() :]
        if mark == "@":
            talk.threads.append(Thread(words, speaker))
        elif mark == "~":
            talk.anywhere.append(Line(1, words, speaker))
        elif mark == "<":
            of_author = talk.threads[-1].speaker
            talk.threads[-1].lines.append(Line(1, words, of_author, is_by_author=True))
        elif mark and set(mark) == {">"}:
            talk.threads[-1].lines.append(Line(len(mark), words, speaker))
        elif line:
            thread = talk.threads[-1]
            thread.opening = f"{thread.opening}\n\n{line}".strip()
    return talk
