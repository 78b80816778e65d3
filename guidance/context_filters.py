"""When words do not count where they stand: told by others, denied, hedged, asked, or long past.

Each is given the sentence and where in it the words begin.
"""

from collections.abc import Callable

import re2

_WHO_TELLS = (
    r"(?:he|she|they|people|everyone|everybody|someone|somebody|some|folks|others|family|friends?"
    r"|colleagues?|who|that|strangers?|(?:my|the|a|an|one|her|his|our|your|these|those|some|other)"
    r" (?:[\w'-]+ ){0,2}[\w'-]+)"
)
_TELL = (
    r"(?:says?|said|saying|tells?|told|telling|thinks?|thought|asks?|asked|asking|claims?|claimed"
    r"|insists?|insisted|reckon(?:s|ed)?|calls?|called|calling|shouts?|shouted|wrote|writes|suggested"
    r"|suggests|go(?:es)?|went|was like|were like|is like|keep(?:s)? on)"
)
_BETWEEN = r"(?:[\w']+ ){0,4}?"
_REPORTED = re2.compile(
    rf"(?i)\b{_WHO_TELLS} {_BETWEEN}{_TELL}\b"
    r"|\b(?:(?:being|been|was|were|get|got|am|is|are) (?:\w+ )?told|hear(?:ing|d)?|the (?:phrase|words?"
    r"|line|comment|advice|idea|kind of)|comments? (?:like|such as)|(?:hate|hated|loathe|dislike|can't"
    r" stand|sick of|tired of|fed up with) (?:it )?(?:when|being|hearing|people|the|all)"
    r"|things like|stuff like|instead of|rather than|messages? saying|used to (?:say|think|tell)"
    r"|according to|read (?:somewhere|that)|article|headline|posts? (?:saying|claiming))\b"
)
_NEGATED = re2.compile(
    r"(?i)(?:\b(?:not|never|no|nobody|no one|don't|do not|doesn't|didn't|isn't|aren't|wasn't|weren't"
    r"|wouldn't|won't|can't|cannot|shouldn't|without|nor|neither|hardly|far from)\b)(?:\W+[\w']+){0,3}\W*$"
)
_HEDGED = re2.compile(
    r"(?i)\b(?:might|could|may|maybe|perhaps|possibly|wonder(?:ing)?|not sure|in case|whether"
    r"|i think|i guess|guess|sounds? (?:a bit )?like|reminds? me|for me|in my case|i had|i was)\b"
)
_PAST = re2.compile(
    r"(?i)\b(?:years? ago|months? ago|weeks? ago|last (?:year|month|summer|winter|spring|autumn|time)"
    r"|in (?:19|20)\d\d|used to|back then|back in|when i was (?:first )?(?:diagnosed|younger|a)|at the"
    r" time|as a (?:child|teenager|student)|before (?:i was|my) diagnos\w+|long ago|once had|history of"
    r"|that was|these days i|since then|decades? ago)\b"
)
CONTEXT_FILTERS: dict[str, Callable[[str, int], bool]] = {
    "reported": lambda sentence, at: bool(_REPORTED.search(sentence[:at])),
    "negated": lambda sentence, at: bool(_NEGATED.search(sentence[:at])),
    "hedged": lambda sentence, _at: bool(_HEDGED.search(sentence)),
    "question": lambda sentence, _at: sentence.rstrip().endswith("?"),
    "past": lambda sentence, _at: bool(_PAST.search(sentence)),
}
