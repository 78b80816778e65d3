"""G15: a sign that came all at once and should be seen today, in whatever order it is told.

The rule's own patterns know the ways in which such things are usually put. Here it is a loss and a
beginning, anywhere in a sentence or in the ones beside it.
"""

import re2

from guidance.context_filters import CONTEXT_FILTERS
from guidance.normalized_text import NormalizedText

_NEW = (
    r"\b(?:sudden(?:ly)?|all of a sudden|all at once|out of nowhere|from one (?:moment|minute|second)"
    r"|overnight|woke up|got up|just now|right now|since (?:this morning|last night|yesterday|breakfast|lunch|dinner|tea"
    r"|today|about|an hour|i (?:woke|got up))|today|tonight|this (?:morning|afternoon|evening)|last night|yesterday"
    r"|(?:started|began|came on|happened) (?:\w+ ){0,3}?(?:minutes?|hours?|mins?|hrs?)|(?:\d+|an?|one|two|three|few|half an|couple of)"
    r" (?:minutes?|hours?|mins?|hrs?) ago|in the last (?:hour|few hours|\d+ (?:minutes|hours))|help)\b"
)
_SIGHT = r"(?:vision|sight|eyesight|seeing|hearing)"
_ALL = r"(?:(?:just|all|completely|totally|suddenly|now|has|have|is|'s|are|been|went|going|nearly|almost|half) ){0,4}"
# Nothing is left of it: that it is new need not be said.
_LOST = re2.compile(
    rf"\b(?:my|his|her|all|the) (?:\w+ )?{_SIGHT} {_ALL}(?:gone|vanished|disappeared|black|lost|failed)\b"
    rf"|^{_SIGHT} {_ALL}(?:gone|vanished|lost)\b"
    rf"|\b(?:half|part|most|a quarter|a chunk|the (?:left|right|top|bottom)(?: half)?) of (?:my|his|her|the) (?:{_SIGHT}|view|visual field)"
    r" (?:\w+ ){0,2}(?:missing|gone|black|blank|grey|dark|disappeared|vanished)\b"
    r"|\b(?:i|he|she|we)(?:'ve|'s| have| has| just| suddenly)* (?:lost|lose|losing) (?:my|his|her|all(?: of)? my|the)"
    r" (?:(?:sight|vision|eyesight)\b|speech(?:[.,!;]|$)|(?:\w+ )?(?:sight|vision) in)"
)
# New, or it is no sign.
_FAILING = re2.compile(
    rf"\b{_SIGHT} {_ALL}(?:gone|lost|vanished|missing|black|grey|blurr?ed|blurry|double|dark|dim|went|failing)\b"
    rf"|\b(?:lost|losing|lose|loss of) (?:my |his |her |the |all )*{_SIGHT}\b|\bblind\b"
    r"|\beye\b[^.?!\n]{0,25}\b(?:completely|totally|all|so|really|very|gone)? ?(?:blurry|blurred|black|dark|grey|gone|fuzzy|blank)\b"
    r"|\b(?:can't|cannot|can not|couldn't|not|don't|unable to|hardly|barely|stopped) (?:\w+ ){0,2}?(?:see|seeing|hear|hearing|walk|walking|stand|speak|speaking|talk|talking|swallow|move|lift|feel|grip)\b"
    r"|\bsee(?:ing)? (?:absolutely |almost |next to )?nothing\b|\bsee(?:ing)? double\b|\bdouble vision\b|\bdeaf\b"
    r"|\b(?:numbness|weakness|paralysis|numb|weak|paralysed|paralyzed|limp|floppy|droop\w*)\b"
    r"|\bdragging (?:my|his|her|one|the) (?:\w+ )?(?:leg|foot)\b"
    r"|\b(?:leg|legs|arm|arms|hand|side|foot|knee)\b[^.?!\n]{0,20}\b(?:gave (?:way|out)|giving (?:way|out)|won't (?:move|work|hold)|stopped working|went|gone|buckled)\b"
    r"|\b(?:can't|cannot|couldn't|can not) get (?:any |a |his |her |my |the |a single )?(?:words?|sentence) out\b|\b(?:slurr\w+|garbled|gibberish|jumbled|nonsense)\b"
    r"|\bwords? (?:are |is |have |just |suddenly |all )*(?:vanished|gone|wrong|mush)\b"
)
# A part of the body fails now, and cannot be felt: new by itself.
_NOW_AND_NUMB = re2.compile(
    r"\b(?:legs?|arms?|hands?|foot|feet|side)\b[^.?!\n]{0,12}\bjust (?:gave|went|stopped|collapsed)\b[^.?!\n]{0,40}\b(?:can't|cannot) (?:feel|move)\b"
)
# Whether it is the hug of the illness is for a doctor to say when it is new.
_CHEST = re2.compile(
    r"\b(?:crushing|severe|terrible|awful|stabbing|sharp|horrible|heavy|bad|sudden|intense|squeezing|new) (?:pains?|pressure|weight|tightness) (?:in|on|across) (?:my|his|her|the) chest\b"
    r"|\b(?:crushing|squeezing|sudden) chest\b|\bchest (?:pains?|pressure)\b|\bpains? (?:in|across) (?:my|his|her) chest\b"
)
_IS_ACUTE = re2.compile(
    r"\b(?:crushing|sudden(?:ly)?|right now|just now|out of nowhere|(?:minutes?|mins?|hours?|hrs?) ago|(?:down|into) (?:my|his|her|the|one) (?:left |right )?(?:arm|jaw)|sweat\w+|since (?:this morning|an hour))\b"
)
# Two things that are each any day, and together are seen today: each in one sentence.
_TOGETHER = tuple(
    (re2.compile(one), re2.compile(other))
    for one, other in (
        # A fever that clouds the mind.
        (
            r"\b(?:fever\w*|temperature|shivering|shivers|rigors?|burning (?:up|when)|uti|infection)\b",
            r"\b(?:(?:is|am|are|and|very|so|really|getting|became|suddenly|seems?) (?:\w+ )?(?:confused|delirious)|confusion|delirium|not making sense|talking nonsense)\b",
        ),
        # A clot.
        (
            r"\b(?:leg|calf|ankle) (?:is|has|'s|went|gone|got|feels)\b[^.!?\n]{0,20}\b(?:swollen|swelled|swelling)\b",
            r"\b(?:hot|red|warm|throbbing)\b",
        ),
        # An allergy that reaches the breath.
        (
            r"\b(?:hives|rash|welts|itching all over|infusion|injection|jab|antibiotics?)\b",
            r"\b(?:tongue|throat|lips?|face) (?:\w+ ){0,2}(?:thick|swollen|swelling|swells|tight\w*|closing|tingl\w+|puffy)\b|\b(?:wheez\w+|gasping)\b",
        ),
        # What presses on the end of the spinal cord.
        (
            r"\b(?:can't feel|cannot feel|no feeling|numb\w*)\b[^.!?\n]{0,20}\b(?:between my (?:legs|thighs)|groin|saddle|genitals|my (?:bottom|bum))\b",
            r"\b(?:wet myself|soiled|incontinen\w+|can't (?:wee|pee|go)|cannot (?:wee|pee)|(?:bladder|bowels?) (?:\w+ )?(?:gone|failed|failing|stopped|not working))\b",
        ),
    )
)
_FAINTED = re2.compile(
    r"\b(?:i|he|she|(?:my )?(?:wife|husband|partner|mum|mom|dad|son|daughter))(?:'ve|'s| have| has| just)* (?:fainted|passed out|blacked out)\b[^.!?\n]{0,20}\b(?:today|just now|this (?:morning|afternoon|evening)|tonight|twice|again|(?:minutes?|hours?) ago)\b"
)
# What only sudden means; this morning may be any morning.
_AT_ONCE = re2.compile(
    r"\b(?:sudden(?:ly)?|all of a sudden|all at once|out of nowhere|from one (?:moment|minute|second)|minutes? ago|mins? ago|hours? ago|help)\b"
)
_ONSET = re2.compile(_NEW)
# Ordinary words of every bad day: only what came at once counts.
_EVERYDAY = re2.compile(
    r"\b(?:words?|numb(?:ness)?|weak(?:ness)?|blurry|blurred|fuzzy|walk(?:ing)?|stand|feel|talk(?:ing)?|speak(?:ing)?|lift|grip|hear(?:ing)?|move|dim|went|gone|limp|jumbled|gibberish|nonsense|hand|not|don't)\b"
)
_NOT_THAT = re2.compile(
    r"\b(?:years?|months?|weeks|decades?|always|usual(?:ly)?|often|sometimes|every|each|most (?:days|mornings|evenings|nights)|comes? and goes?|again"
    r"|on and off|chronic|long[- ]standing|slowly|gradual\w*|bit by bit|when(?:ever)? (?:i|it|he|she|we)(?:'m| am| get)?|in (?:19|20)\d\d|since (?:19|20)\d\d|used to|back then|diagnos\w+"
    r"|if (?:i|you|he|she|it|one)|what if|might|may|maybe|could|risk|worr\w+|afraid|scared (?:of|that)|fear\w*|dream\w*|nightmare|film|book|novel|read about|leaflet|side effects?"
    r"|anyone|anybody|has any|did (?:you|any)|have you|do you|does (?:it|this|that) ever|ever (?:had|have|get|got)|blind (?:date|spot|trust|panic|faith|drunk|rage)|double vision (?:glasses|prism)"
    r"|(?:sight|vision) (?:of|for)|blind with|talking to|stand (?:my|being|another|that)|the point|why|how (?:people|anyone|they)|feel (?:like|good|better|fine|okay|ok|up to|the love|so|happy|sorry|proud|guilty|safe)|stand (?:it|the|this|him|her|them|people|up to|being|how)|see (?:why|how|the point|him|her|them|you|any|a|that|my|myself|it|straight)|hear (?:from|of|about|back|you|that)"
    r"|talk (?:about|to)|speak (?:to|about|up|for)|move (?:on|house|in|out|away)|lift (?:is|was|the mood)|walk (?:away|past|the dog|far|in|into|out)|swallow (?:my pride|that)|lost sight of"
    r"|glasses|contact lens\w*|cataract\w*|glaucoma|dentist|an(?:a)?esthetic|operation|surgery|workout|gym|exercise|marathon|laugh\w*|lol|haha|joke|screen|phone|laptop|telly|tv|printer|cat|dog|fog|tired|fatigue|wine|drunk|hangover"
    r"|recovered|resolved|fine now|better now|back to normal|came back|gone now|was seen|the hospital (?:said|says)|scan (?:was|is)|yesterday's|lunch(?:time)? with)\b"
)
# What it hurts at is no sign that it is any day.
_PASSING_WATER = re2.compile(r"\bwhen(?:ever)? (?:i|he|she) (?:wees?|pees?|passe?s? water)\b")
_SHORT = re2.compile(
    r"\b(?:left|right|one|both|my) (?:eyes?|ear|side|arm|leg)\b|\bmy (?:eyes|face|mouth)\b"
)


def sudden_sign(wording: NormalizedText, _terms: object = None) -> list[str] | None:
    """The words of the loss, where it began at once and is not over."""
    sentences = [each.casefold() for each in wording.sentences]
    for at, sentence in enumerate(sentences):
        near = " ".join(sentences[max(0, at - 1) : at + 3])
        if _NOT_THAT.search(_PASSING_WATER.sub(" ", sentence)) or CONTEXT_FILTERS["past"](near, 0):
            continue
        for pattern in (_LOST, _NOW_AND_NUMB):
            if (match := pattern.search(sentence)) is not None:
                return [match.group().strip()]
        for one, other in _TOGETHER:
            if (match := one.search(sentence)) is not None and other.search(sentence):
                return [match.group().strip()]
        if (match := _FAINTED.search(sentence)) is not None:
            return [match.group().strip()]
        if (match := _CHEST.search(sentence)) is not None and _IS_ACUTE.search(sentence):
            return [match.group().strip()]
        match = _FAILING.search(sentence)
        if match is None:
            continue
        # An outcry is told in pieces.
        told = near if len(sentence.split()) <= 4 else sentence
        if _EVERYDAY.search(match.group()) is None or _SHORT.search(sentence):
            is_new = _ONSET.search(told)
        else:
            is_new = _AT_ONCE.search(told)
        if is_new is not None:
            return [match.group().strip()]
    return None
