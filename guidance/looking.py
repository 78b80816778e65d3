"""The one entry point: what the rules say about a draft."""

import unicodedata
from dataclasses import replace

from guidance.drafts import Draft, Prompt
from guidance.rules import RULES

_PLAIN = str.maketrans(
    {"‘": "'", "’": "'", "ʼ": "'", "′": "'", "“": '"', "”": '"', "„": '"', "‐": "-", "‑": "-",
     "–": "-", "—": "-", "\u00a0": " ", "\u200b": None, "\u200d": None, "\ufeff": None}
)  # fmt: skip


def look(draft: Draft) -> list[Prompt]:
    """Everything the rules say, the most serious first; a page shows only the first.

    The words a prompt names are in the spelling the rules read: plain quotes, NFKC.
    """
    plain = replace(draft, text=_plain(draft.text), title=_plain(draft.title))
    prompts = [prompt for rule in RULES if (prompt := rule(plain)) is not None]
    return sorted(prompts, key=lambda prompt: -prompt.severity)


def _plain(text: str) -> str:
    return unicodedata.normalize("NFKC", text).translate(_PLAIN)
