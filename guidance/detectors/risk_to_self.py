"""G24: somebody may be thinking of ending their life, or fears it of somebody else.

A courtesy and not a safety net: about half of such posts carry none of these words.
"""

import re
from functools import lru_cache

import re2

from guidance.detectors.risk_expressions import (
    ANOTHER,
    ANSWER,
    EXPLICIT,
    PASSIVE,
    SAFE,
    SHORT_ANSWER,
    VEILED,
)
from guidance.detectors.screening import Screened
from guidance.normalized_text import NormalizedText

# In words of its own: what was. The wish of today is not over because of what stands before it.
_OVER = re.compile(
    r"\b(?:years? ago|back then|last year|months ago|long ago|(?<!like )when i was|as a (?:child|teenager|student))\b"
)
# What explains that somebody wanted to die, once.
_BECAUSE = re.compile(r"\b(?:died|passed away|lost (?:him|her|them|my)|funeral|survived)\b")
_TODAY = re.compile(
    r"^(?:just |only )?i(?:'m| am|'ll| will|'d| would|'ve| have)?(?: (?:really|just|often|sometimes|still|now|only|honestly|so|do|even|seriously|actually|genuinely|truly|constantly))*"
    r" (?:want|wanna|wish|going|gonna|will|plan|planning|ready|thinking|think|about|decided|intend|hope|keep|can't|cannot|don't|do not|no longer|never|deserve|feel|am|suicidal)\b"
)
_IS = re.compile(r"\b(?:is|isn't|are|no (?:point|reason))\b")
_WAS = re.compile(
    r"\b(?:wanted|thought|wished|felt|tried|was|were|had|dreamt|planned|nearly|almost)\b"
)
_CLAUSE = re.compile(
    r"[.!?;:,\n]|\s-\s|\b(?:and|but|so|because|cos|since|while|although|though|yet|then|or|which)\b"
)
# Just before the words: a denial of them, or long ago, or that somebody else says them.
_DENIED = re.compile(
    r"\b(?:never|not|don't|doesn't|didn't|isn't|wasn't|no longer|won't|wouldn't|used to|years ago|back then)\b\W*"
    r"(?:(?:ever|really|actually|going|gonna|want|wanted|wanting|wish|plan|planning|trying|try|about|to|of|that|thinking|think|thought"
    r"|think|believe|mean|meaning|meant|say|said|saying|claim|suggest|suggesting|here|feel|feeling|felt|been|be|being|consider|considered"
    r"|considering|so|as|if|though|because|i|i'm|i'd|i've|am|do|contemplating|contemplated|tempted|have|had|any|such|the|a|my|thoughts|urge|wish)\W+){0,5}$"
)
_TOLD_BY_OTHERS = re.compile(
    r"(?<!\bi )(?<!\bi've )(?<!\bi have )(?<!\bi had )(?<!\bi just )(?<!\bkeep )(?<!\bi only )(?<!\bi'm )(?<!\bi am )(?<!what anyone )(?<!what anybody )"
    r"\b(?:said|says|saying|told me|tells me|texted|wrote)\b\W*(?:(?:that|to|to me|to us|me|us|how|like)\W+){0,2}$"
)
_FIGURE = re.compile(
    r"\bdy(?:e|ing) to (?:know|hear|see|try|get)\b|\bdie (?:of|from) (?:laugh|emb|bore)|\bdie laugh"
)
# Told with a laugh, of what was.
_JOKING = re.compile(
    r"\b(?:(?:now|and|but|so) (?:i|we) (?:all )?(?:can |could )?laugh\w*|makes? me laugh|embarrass\w*|cringe\w*|mortified)\b"
)
# In quotation marks, and said of oneself. What stands between them is read once.
_CITED = r"(?:\"([^\"\n]{1,200})\"|(?<!\w)'((?:[^'\"\n]|(?<=\w)'(?=\w)){1,200})'(?!\w))"
_ONES_OWN_QUOTE = Screened(
    rf"\bi(?:'m| am|'ve| have)?(?: \w+){{0,3}} (?:think|thinking|thought|say|saying|said|feel|feeling|write|wrote|typed)(?: (?:like|is|that|to myself))*[,:]? ?{_CITED}"
    rf"|{_CITED}[,.]? ?(?:-|is|that is|that's|are|was|it's)? ?(?:all (?:i|that)|what (?:i|goes|keeps|my)|how i|exactly (?:what|how)|the only (?:thing|words?|thought)|my only|keeps? (?:going|coming|running|popping)|goes (?:round|through)|runs (?:round|through))\b"
)
# No sentence is read farther than this before or behind the words.
MAX_CONTEXT_CHARACTERS = 400
_NOW = re.compile(
    r"\b(?:again|now|tonight|today|still|these days|lately|recently|yesterday|last night|this (?:morning|week|month|afternoon|evening|year)"
    r"|(?:hours?|minutes?|days?) ago|all (?:week|day|night|month)|for (?:days|weeks|months)|on (?:mon|tues|wednes|thurs|fri|satur|sun)day)\b"
)
# As it is typed on a bad day: misspelt, with words of weight between, or without the “I”.
_AS_TYPED = tuple(
    (re2.compile(pattern), meant)
    for pattern, meant in (
        (r"\b(my|your) self\b", r"\1self"),
        (r"\b(?:2|too) (die|kill|end)\b", r"to \1"),
        (r"\bdie{2,}\b", "die"),
        (r"\bw[na]t to\b", "want to"),
        (r"\b(?:wana|wanne|wunna)\b", "wanna"),
        (r"\b(wanna|want to|to) dye([.!]|$)", r"\1 die\2"),
        (r"\b(?:dnt|don t)\b", "don't"),
        (r"\b(?:cnt|can t)\b", "can't"),
        (r"\bid (rather|be|have|just|do|kill|end|never)\b", r"i'd \1"),
        (r"\bnomore\b", "any more"),
        (r"\b(?:2|to) (?:b|be) (dead|gone)\b", r"to be \1"),
        (
            r"\b(?:suicid(?:le|el|ial|eal|ol|all|ail)|s[aou]i?cid[ai]l|suc[ai]d(?:al|ial)|sui[sz]id(?:al|le)|suic(?:d|i)al|suicdial)\b",
            "suicidal",
        ),
        (r"\b(?:suicde|sucide|sui[sz]ide|suiside|suacide)\b", "suicide"),
        (
            r"(^|[.!?\n;] ?|, ?(?:and )?|\b(?:and|but|then) )((?:just |really |still |nearly |almost |always |already )*"
            r"(?:want(?:ing)? to|wanna|took|swallowed|hope i|hoping i|don't want to|not wanting to|wish i|tried to|did it|thinking (?:of|about)|planning|going to|gonna) )",
            r"\1i \2",
        ),
        (
            r"\bi (?:(?:just|really|honestly|truly|simply|genuinely|seriously|actually|absolutely|definitely|probably) )+(am|do|don't|can|can't|cannot|want|wish|hope|have|had|did|took|will|would|need|feel|wanna)\b",
            r"i \1",
        ),
    )
)
# Nearly always this is all that is asked.
_ANY_AS_TYPED = re2.compile("|".join(f"(?:{pattern.pattern})" for pattern, _meant in _AS_TYPED))


def danger_in_answer(wording: NormalizedText) -> list[str] | None:
    """In an answer to somebody who asked whether its writer is safe: also what says it in passing.

    Elsewhere such words are about anything: “I did it” is a marathon.
    """
    text = _typed(wording.own).strip()
    match = ANSWER.search(text) or SHORT_ANSWER.fullmatch(text)
    return [match.group().strip()] if match and not SAFE.search(text) else None


def plan_or_wish_to_die(wording: NormalizedText, _terms: object = None) -> list[str] | None:
    """A wish, plan or goodbye of the writer's own, now; not denials, figures, or long ago."""
    return _said_of_oneself(EXPLICIT, _typed(wording.own)) or _quoted(EXPLICIT, wording)


def wish_not_to_live(wording: NormalizedText, _terms: object = None) -> list[str] | None:
    """Not wanting to be here, or feeling others were better off: the writer's own, now."""
    text = _typed(wording.own)
    for pattern in (PASSIVE, VEILED):
        if found := _said_of_oneself(pattern, text) or _quoted(pattern, wording):
            return found
    return None


@lru_cache(maxsize=8)
def _typed(text: str) -> str:
    """Kept for a moment: each rule about risk reads the same words."""
    text = text.casefold()
    if _ANY_AS_TYPED.search(text) is None:
        return text
    for pattern, meant in _AS_TYPED:
        if pattern.search(text) is not None:
            text = str(pattern.sub(meant, text))
    return text


def _quoted(pattern: Screened, wording: NormalizedText) -> list[str] | None:
    """What stands in quotation marks is somebody else's, unless its writer says that it is theirs."""
    if '"' not in wording.running and "'" not in wording.running:
        return None
    for match in _ONES_OWN_QUOTE.finditer(wording.running.casefold()):
        words = next(filter(None, match.groups()))
        if _said_of_oneself(pattern, _typed(words)):
            return [words]
    return None


def _said_of_oneself(pattern: Screened, text: str) -> list[str] | None:
    for match in pattern.finditer(text):
        before = _CLAUSE.split(text[max(0, match.start() - MAX_CONTEXT_CHARACTERS) : match.start()])
        if _DENIED.search(before[-1]) or _TOLD_BY_OTHERS.search(before[-1]):
            continue
        if _FIGURE.search(text[match.start() : match.end() + 12]) or _is_over(text, match):
            continue
        return [match.group().strip()]
    return None


def _is_over(text: str, match: "re.Match[str]") -> bool:
    """Whether it was, and is no more: what is wished today is not, whatever stands beside it."""
    words = match.group().strip()
    if _TODAY.match(words) or (_IS.search(words) and not _WAS.search(words)):
        return False
    # What is told as past is dated, and explained, anywhere in the sentence; the rest is dated in
    # its own words.
    clause = _clause(text, match)
    is_past = _WAS.search(clause) is not None
    near = _around(text, match) if is_past else clause
    # “I should have died” does not say that it was long ago.
    rest = near.replace(match.group(), " ")
    if is_past and _JOKING.search(rest):
        return True
    was = _OVER.search(rest) or (is_past and _BECAUSE.search(rest))
    return bool(was) and not _NOW.search(near)


def risk_of_another(wording: NormalizedText, _terms: object = None) -> list[str] | None:
    """Somebody the writer knows, now: the card for helpers. What they say may stand in quotes."""
    text = wording.running.casefold()
    for match in ANOTHER.finditer(text):
        clause, sentence = _clause(text, match), _around(text, match)
        was = _WAS.search(match.group()) and (_OVER.search(sentence) or _BECAUSE.search(sentence))
        if not _OVER.search(clause) and not was:
            return [match.group().strip()]
    return None


def _clause(text: str, match: "re.Match[str]") -> str:
    """From the comma or joining word before it to the one behind."""
    first, last = (
        max(0, match.start() - MAX_CONTEXT_CHARACTERS),
        match.end() + MAX_CONTEXT_CHARACTERS,
    )
    before = _CLAUSE.split(text[first : match.start()])[-1]
    behind = _CLAUSE.split(text[match.end() : last], maxsplit=1)[0]
    return f"{before}{match.group()}{behind}"


def _around(text: str, match: "re.Match[str]") -> str:
    """The sentence it stands in."""
    first, last = (
        max(0, match.start() - MAX_CONTEXT_CHARACTERS),
        match.end() + MAX_CONTEXT_CHARACTERS,
    )
    begins = max(text.rfind(mark, first, match.start()) for mark in ".!?\n") + 1
    ends = [at for mark in ".!?\n" if (at := text.find(mark, match.end(), last)) >= 0]
    return text[max(begins, first) : min(ends, default=last)]
