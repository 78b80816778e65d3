"""Three things that readers of replies find good: warmth, own experience, a question.

For a private checklist beside the box, where any one is fine, and for the team's list of kind
replies. Never a score, and nothing is missing from a reply without them. The three are those of
EPITOME (Sharma and others, 2020).
"""

import re

from guidance.drafts import Draft
from guidance.normalized_text import NormalizedText

_WARMTH = re.compile(
    r"\b(?:(?:so |very |really |truly )?sorry (?:to hear|that|you|for|about)|i(?:'m| am) (?:so |very |really )?(?:sorry|glad"
    r"|happy for you|proud of you)|glad (?:you|to (?:hear|read)|that you)|hugs?|hugging|thinking of you"
    r"|here for you|with you in|you(?:'re| are) not alone|sounds? (?:so |really |very |incredibly )?(?:hard|tough|rough"
    r"|awful|exhausting|frightening|scary|painful|horrible|difficult)|that must (?:be|have been|feel)|must be (?:so |really |very )?(?:hard"
    r"|tough|exhausting|scary|frightening|awful)|i hope (?:you|that|it|the|things|today|tomorrow)|hoping (?:you|it|that)|wish(?:ing)? you"
    r"|sending (?:you )?(?:love|strength|hugs|warm|kind|good)|take care|be (?:gentle|kind) (?:to|with) yourself|my heart|bless you"
    r"|hope (?:you|it|the|that|things|tomorrow|today|tonight|they|he|she|your)|feel for you|(?:gutted|delighted|thrilled|chuffed|over the moon|pleased"
    r"|happy) for you|poor (?:you|thing|love|lamb|soul)|hang in there|congratulations|rooting for you|cheering you on|so brave|you(?:'re| are) doing (?:so|an?|really)"
    r"|(?:heartbreaking|heart-breaking)|(?:warmest|best|kindest) wishes|what an? (?:awful|horrible|rotten|dreadful|cruel|lovely|beautiful|hard|tough|rough) \w+"
    r"|such an? (?:awful|horrible|rotten|dreadful|cruel|hard|tough|rough|heavy) \w+|must've been|worried about you|so glad|virtual hug|lots of love"
    r"|well done|good for you|thank you for (?:telling|sharing|writing)|it(?:'s| is) ok(?:ay)? to|no wonder you"
    r"|you(?:'ve| have) got this|you(?:'re| are) (?:\w+ ){0,2}(?:strong|brave|amazing|loved|enough|allowed|worth|braver|stronger|a star|wonderful"
    r"|not a burden|not to blame|welcome here|in my thoughts|so welcome)|you (?:matter|deserve (?:so much |much )?(?:better|to be|all|every|love|rest|kindness))"
    r"|i(?:'m| am|'ll be| will be) (?:right )?here(?: if| for| with|,| any| whenever)|i (?:hear|believe|see) you|we(?:'re| are) (?:all )?(?:here|with you|listening)"
    r"|(?:not|none of (?:it|this) (?:is|was)|isn't|wasn't) your fault|good luck|best of luck|fingers crossed|pray(?:ing|ers) for you|my prayers"
    r"|that (?:sucks|is so unfair|is unfair)|that(?:'s| is) (?:so |really |just |such )?(?:an? )?(?:awful|hard|rough|tough|horrible|terrible|heavy|sad|scary|unfair|cruel|lot|great news"
    r"|wonderful|lovely|brilliant|fantastic|amazing)|how (?:awful|horrible|frightening|lovely|wonderful|exhausting|hard)|don't give up|hold on|you don't have to"
    r"|(?:really |so )?(?:happy|pleased|proud|relieved|excited) (?:for|that|to) (?:you|hear|read|see)|thank(?:s| you)(?: so much| a lot)? for|love to you|lots of hugs"
    r"|welcome(?: to)?|congrat\w*|sending|xx+)\b|[❤💙💚💜🧡🤗🫂💛💕💗]",
    re.IGNORECASE,
)
_OWN = re.compile(
    r"\b(?:me too|same here|(?:i(?:'ve| have)|i) been there|been there|i know (?:how|that feeling|the feeling|what (?:it|you))"
    r"|i (?:totally |really |completely |so )?(?:understand|relate|get (?:it|that))|i can relate|i felt|i feel (?:the same|like that|that way)"
    r"|i (?:had|have|got|get|went through|go through|was|am|'m) (?:the same|similar|exactly|like that|diagnosed|told|scared|terrified"
    r"|in the same)|when i (?:was|had|got|first|started|lost|am|have)|it (?:was|is) (?:the same|like that) (?:for|with) me|for me,? (?:it|the)|in my (?:case"
    r"|experience)|my own (?:experience|story)|mine (?:is|was|began|started|too)|i(?:'ve| have) (?:had|felt|lived|struggled|gone through|experienced)"
    r"|i(?:'ve| have) been (?:in your|through|there)|same boat|(?:i|my|we|mine)\b[^.?!\n]{0,60}\b(?:too|as well)(?=[.,!;\n]|$| (?:and|but|when|after|in))"
    r"|i (?:used to|remember|gave up|put off|\w{3,}ed|lost|went|came|kept|hid|did|quit|took|left|found|fell|sat|cried|had|got|was|switched)\b[^.?!\n]{0,70}\b(?:years?|months?|weeks?|last"
    r"|in (?:19|20)\d\d|after (?:my|the|mine)|before (?:i|my|every)|since|until|till|for \w+ (?:days|weeks|months|years))"
    r"|(?:years|months|weeks) (?:on|into|since) (?:it|the|my|this)|with me (?:it|the)|mine does|my (?:\w+ )?(?:does|do|did) (?:that|this|the same)|i do (?:that|this|the same)"
    r"|happened to me|i went through|as someone (?:who|with)|i(?:'m| am) in the same|i (?:was|had|went|got|felt|tried|took|started|stopped|found|lost|cried"
    r"|struggled|learned|learnt|remember|used to|couldn't|didn't|ended up|decided|realised|realized|spent|still (?:have|do|get|feel|struggle)"
    r"|struggle|suffer|live with|deal with)|i(?:'ve| have) (?:been|got|found|lost|learned|learnt|tried|never|always|also)|my (?:own |first |last )?(?:ms|diagnosis"
    r"|fatigue|legs?|hands?|scan|neuro\w*|nurse|relapse|depression|anxiety|husband|wife|partner|mum|mom|dad|mother|father|son|daughter|sister|brother"
    r"|therapist|doctor|friend|ex|boyfriend|girlfriend) (?:is|was|had|has|did|does|said|died|left|told|helped|made|went|also|and i)|for me(?: it| the|,)|with me it"
    r"|happens to me|i do too|me also|so (?:did|do|am|was) i)\b",
    re.IGNORECASE,
)
# Three words or more; and not one that tells what to do in the shape of a question.
_QUESTION = re.compile(r"(?:[\w'-]{1,40}[,;:]?\s{1,5}){2}[\w'-]{1,40}\s{0,5}\?$")
# So many characters hold three words.
_LAST_WORDS = 150
_NO_QUESTION = re.compile(
    r"^(?:(?:and|but|so|well) )?(?:why (?:don't you|not|are (?:people|they|we|men|women)|do (?:people|they|we|men|women)|would (?:any|some|they|he|she))"
    r"|have you (?:ever )?(?:tried|thought|considered)|right\b|who (?:knows|cares|doesn't|wouldn't|the)|what can you do|what (?:is|'s) wrong with"
    r"|what the|how (?:dare|hard is|is that (?:even )?(?:possible|fair))|really\b|seriously\b|are you (?:serious|kidding|joking|insane|stupid))"
    r"|(?:,| -) (?:right|no|eh|huh|yeah|ok|isn't it|aren't they|don't they|doesn't it|you know)\?$",
    re.IGNORECASE,
)
NAMES = ("warmth", "experience", "question")


def cues(text: str) -> tuple[str, ...]:
    """Which of the three are in a reply, without what it quotes; in linear time."""
    return cues_of(NormalizedText.of(Draft(kind="reply", text=text)))


def cues_of(wording: NormalizedText) -> tuple[str, ...]:
    own = wording.joined
    found = []
    if _WARMTH.search(own):
        found.append("warmth")
    if _OWN.search(own):
        found.append("experience")
    if any(
        each.rstrip().endswith("?")
        and _QUESTION.search(each.rstrip()[-_LAST_WORDS:])
        and not _NO_QUESTION.search(each)
        for each in wording.sentences
    ):
        found.append("question")
    return tuple(found)
