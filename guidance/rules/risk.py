"""G24: somebody may be thinking of ending their life. A card with help; it never delays.

This is a courtesy and not a safety net: about half of such posts carry none of these words.
"""

import re

from django.utils.translation import gettext_lazy as _

from guidance.drafts import Draft, Prompt, Severity

_I = r"\bi(?:'m| am|'ve| have|'ll| will|'d| would)?\b"
_SOON = r"(?:\s+(?:really|just|often|sometimes|still|now|only|honestly|so|do|even|been))*"

# Said of oneself, in the present: a wish, a plan, a goodbye.
_EXPLICIT = re.compile(
    "|".join(
        (
            rf"{_I}{_SOON} (?:want|wanted|wanna|going|plan|planning|ready|decided|thinking|think)"
            r"(?: to| about| of| on)*(?: just)? (?:die\b(?! of laugh)|dying\b|kill(?:ing)? myself"
            r"|end(?:ing)? (?:it all|my life|things for good)|tak(?:e|ing) my (?:own )?life"
            r"|suicide|hurt(?:ing)? myself|harm(?:ing)? myself)",
            r"\b(?:kill(?:ing)? myself|end(?:ing)? my (?:own )?life|tak(?:e|ing) my own life)\b",
            r"\bi(?:'m| am) (?:feeling )?suicidal\b",
            r"\b(?:this is|saying) (?:my )?(?:final )?goodbye (?:to (?:you all|everyone|everybody))"
            r"|\bby the time (?:you|anyone) reads? this\b",
            r"\bi (?:have|had) (?:suicidal thoughts|thoughts of suicide)\b",
        )
    )
)
_PASSIVE = re.compile(
    "|".join(
        (
            r"\bi (?:don't|do not|dont) (?:really )?want to (?:be here|live|be alive|exist"
            r"|wake up)(?: any ?more| anymore)?\b",
            r"\b(?:i wish|wish) i (?:was|were|would be|could be) dead\b",
            r"\bwish i(?:'d| had) never been born\b",
            r"\b(?:better off|easier) (?:without me|if i (?:was|were) (?:dead|gone|not here))\b",
            r"\bno (?:reason|point)(?: left)? (?:to|in) (?:live|living|be alive)\b",
            r"\bnot worth living\b",
            r"\bi (?:hope|wish) i (?:don't|do not|didn't|just don't) wake up\b",
        )
    )
)
# Just before the words: a denial, long ago, or somebody else's words.
_NOT_NOW = re.compile(
    r"\b(?:never|not|don't|doesn't|didn't|isn't|wasn't|no longer|used to|years ago|back then"
    r"|said|says|saying|told me)\b\W*(?:\w+\W+){0,2}$"
)
_FIGURE = re.compile(
    r"\bdy(?:e|ing) to (?:know|hear|see|try|get)\b|\bdie (?:of|from) (?:laugh|emb)"
)
_QUOTED = re.compile(r"^\s*>.*$|\"[^\"\n]{0,400}\"", re.MULTILINE)


def risk_to_self(draft: Draft) -> Prompt | None:
    """You do not have to be alone with this: who can be reached now."""
    text = _QUOTED.sub(" ", f"{draft.title}\n{draft.text}").casefold()
    for pattern in (_EXPLICIT, _PASSIVE):
        for match in pattern.finditer(text):
            clause = re.split(r"[.!?;\n]", text[: match.start()])[-1]
            if _NOT_NOW.search(clause) or _FIGURE.search(text[match.start() : match.end() + 10]):
                continue
            return Prompt(
                rule="G24",
                severity=Severity.HELP,
                message=_(
                    "That sounds very hard to carry. You can post this; nothing is held back. "
                    "If you would like to speak with someone right now, people are there for "
                    "exactly that, day and night."
                ),
                words=(match.group().strip(),),
            )
    return None
