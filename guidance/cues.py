"""Three things that readers of replies find good: warmth, own experience, a question.

For a private checklist beside the box, where any one is fine, and for the team's list of kind
replies. Never a score, and nothing is missing from a reply without them. The three are those of
EPITOME (Sharma and others, 2020).
"""

import re

from guidance.drafts import Draft
from guidance.wording import Wording

_WARMTH = re.compile(
    r"\b(?:(?:so |very |really |truly )?sorry (?:to hear|that|you|for|about)|i(?:'m| am) (?:so |very |really )?(?:sorry|glad"
    r"|happy for you|proud of you)|glad (?:you|to (?:hear|read)|that you)|hugs?|hugging|thinking of you"
    r"|here for you|with you in|you(?:'re| are) not alone|sounds? (?:so |really |very |incredibly )?(?:hard|tough|rough"
    r"|awful|exhausting|frightening|scary|painful|horrible|difficult)|that must (?:be|have been|feel)|must be (?:so |really |very )?(?:hard"
    r"|tough|exhausting|scary|frightening|awful)|i hope (?:you|that|it|the|things|today|tomorrow)|hoping (?:you|it|that)|wish(?:ing)? you"
    r"|sending (?:you )?(?:love|strength|hugs|warm|kind|good)|take care|be (?:gentle|kind) (?:to|with) yourself|my heart|bless you"
    r"|well done|good for you|thank you for (?:telling|sharing|writing)|it(?:'s| is) ok(?:ay)? to|no wonder you)\b",
    re.IGNORECASE,
)
_OWN = re.compile(
    r"\b(?:me too|same here|(?:i(?:'ve| have)|i) been there|been there|i know (?:how|that feeling|the feeling|what (?:it|you))"
    r"|i (?:totally |really |completely |so )?(?:understand|relate|get (?:it|that))|i can relate|i felt|i feel (?:the same|like that|that way)"
    r"|i (?:had|have|got|get|went through|go through|was|am|'m) (?:the same|similar|exactly|like that|diagnosed|told|scared|terrified"
    r"|in the same)|when i (?:was|had|got|first|started|lost|am|have)|it (?:was|is) (?:the same|like that) (?:for|with) me|for me,? (?:it|the)|in my (?:case"
    r"|experience)|my own (?:experience|story)|mine (?:is|was|began|started|too)|i(?:'ve| have) (?:had|felt|lived|struggled|gone through|experienced)"
    r"|happened to me|i went through|as someone (?:who|with)|i(?:'m| am) in the same)\b",
    re.IGNORECASE,
)
# Three words or more; and not one that tells what to do in the shape of a question.
_QUESTION = re.compile(r"(?:[\w'-]+[,;:]?\s+){2,}[\w'-]+\s*\?")
_NO_QUESTION = re.compile(
    r"^(?:(?:and|but|so|well) )?(?:why (?:don't you|not)|have you (?:ever )?(?:tried|thought|considered)|right\b|who knows"
    r"|who cares|what can you do)",
    re.IGNORECASE,
)

NAMES = ("warmth", "experience", "question")


def cues(text: str) -> tuple[str, ...]:
    """Which of the three are in a reply, without what it quotes; in linear time."""
    wording = Wording.of(Draft(kind="reply", text=text))
    own = wording.joined
    found = []
    if _WARMTH.search(own):
        found.append("warmth")
    if _OWN.search(own):
        found.append("experience")
    if any(
        each.rstrip().endswith("?") and _QUESTION.search(each) and not _NO_QUESTION.match(each)
        for each in wording.sentences
    ):
        found.append("question")
    return tuple(found)
