"""Which language a text is in, so that a rule reads only what it was written for.

py3langid (BSD, 97 languages, no download) compares counts of short runs of letters. It answers with
a log-likelihood for each language; short and odd texts are close to several. A text counts as
another language only when that is far likelier than English, else as English: a rule that speaks to
an odd English sentence does less harm than a cry for help that is not heard.
"""

import re
from functools import lru_cache
from threading import Lock
from typing import Any

from django.utils.functional import Promise
from django.utils.translation import gettext_lazy as _

# The languages a rule can be written in; "" is for what needs none, such as a phone number.
NAMES: dict[str, str | Promise] = {
    "": _("Any language"), "en": _("English"), "de": _("German"), "es": _("Spanish"),
    "fr": _("French"), "it": _("Italian"), "nl": _("Dutch"),
}  # fmt: skip
OURS = "en"
# More than these, and English words are taken for small languages that nobody here writes.
_KNOWN = (
    "en", "de", "es", "fr", "it", "nl", "pt", "pl", "sv", "da", "no", "fi", "cs", "hu", "ro", "tr",
    "ru", "uk", "el", "ar", "he", "hi", "zh", "ja", "ko",
)  # fmt: skip
# So much likelier (natural logarithm), whatever the length: measured by ./dev bench guidance.
FAR = 8.0
# Less says too little.
MIN_LETTERS = 12
# No more is read of a text; its language shows long before.
MAX_READ = 600
# A web address, a name after “@”, a run of one letter: no language.
_NO_WORDS = re.compile(r"https?://\S+|www\.\S+|\S+@\S+|@\w+|(\w)\1{3,}")
_lock = Lock()


@lru_cache(maxsize=1)
def _library() -> Any:
    import py3langid  # type: ignore[import-untyped]

    with _lock:
        py3langid.set_languages(list(_KNOWN))
    return py3langid


def language_of(text: str) -> str:
    """The language of a text, by its two letters; "en" where it is not clear."""
    words = _NO_WORDS.sub(" ", text[:MAX_READ])
    if sum(map(str.isalpha, words)) < MIN_LETTERS:
        return OURS
    scores = dict(_library().rank(words))
    best = max(scores, key=scores.__getitem__)
    return str(best) if scores[best] - scores[OURS] > FAR else OURS


def is_clearly(language: str, text: str) -> bool:
    """Whether a sentence is in this language without a doubt, in a text that is in another one."""
    words = _NO_WORDS.sub(" ", text[:MAX_READ])
    if sum(map(str.isalpha, words)) < MIN_LETTERS:
        return False
    scores = dict(_library().rank(words))
    others = max(score for name, score in scores.items() if name != language)
    return bool(scores.get(language, others) - others > FAR)
