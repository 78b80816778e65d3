"""What is said in the demo community: one file a board.

@ title of a topic          the lines below it are its opening post
> a reply to the topic      >> a reply to the reply above it, and so on
< a reply by the author of the topic
~ a line that fits under any topic of the board
"""

from dataclasses import dataclass, field
from pathlib import Path


@dataclass
class Line:
    """A reply: level 1 answers the topic, a deeper one the last line a level up."""

    level: int
    text: str
    is_by_author: bool = False


@dataclass
class Thread:
    title: str
    opening: str = ""
    lines: list[Line] = field(default_factory=list)


@dataclass
class Talk:
    threads: list[Thread] = field(default_factory=list)
    anywhere: list[str] = field(default_factory=list)


def read(slug: str) -> Talk:
    """The talk of one board."""
    talk = Talk()
    for line in (Path(__file__).parent / f"{slug}.txt").read_text("utf-8").splitlines():
        mark, _blank, words = line.partition(" ")
        if mark == "@":
            talk.threads.append(Thread(words))
        elif mark == "~":
            talk.anywhere.append(words)
        elif mark == "<":
            talk.threads[-1].lines.append(Line(1, words, is_by_author=True))
        elif mark and set(mark) == {">"}:
            talk.threads[-1].lines.append(Line(len(mark), words))
        elif line:
            thread = talk.threads[-1]
            thread.opening = f"{thread.opening}\n\n{line}".strip()
    return talk
