"""Which passwords are too easy to guess."""

import re
from collections.abc import Iterator
from itertools import pairwise
from typing import Any

from django.conf import settings
from django.core.exceptions import ValidationError
from django.utils.translation import gettext as _
from zxcvbn import zxcvbn  # type: ignore[import-untyped]

# Of 0 to 4: from 3 on, somebody who has the stored hash needs more than a day of many machines.
MIN_SCORE = 3
# zxcvbn reads no more than this, and takes longer than the text is long.
_READ = 72


# The keys of a Russian keyboard, as an English one has them.
_SAME_KEYS = str.maketrans("йцукенгшщзхъфывапролджэячсмитьбюё", "qwertyuiop[]asdfghjkl;'zxcvbnm,.`")
# A letter, and no figure or underscore.
_WORD = re.compile(r"[^\W\d_]+")


_NUMBERS = (
    "zero", "one", "two", "three", "four", "five", "six", "seven", "eight", "nine", "ten",
)  # fmt: skip
# What this place is about, and what is taken for it: everybody here would guess it first.
_OF_THIS_PLACE = (
    "multiple", "sclerosis", "forum", "support", "ms", "mssupport", "neurology", "patient",
    "relapse",
    "tecfidera", "ocrelizumab", "ocrevus", "natalizumab", "tysabri", "aubagio", "gilenya",
    "fingolimod", "copaxone", "avonex", "rebif", "betaferon", "plegridy", "lemtrada", "alemtuzumab",
    "mavenclad", "cladribine", "kesimpta", "ofatumumab", "mayzent", "siponimod", "zeposia",
    "ozanimod", "ponvory", "ponesimod", "vumerity", "briumvi", "ublituximab", "rituximab",
    "baclofen", "gabapentin", "pregabalin", "amantadine", "fampyra", "fampridine", "sativex",
)  # fmt: skip
# Words that follow one another in everybody's head.
_SAYING = re.compile(
    r"i ?love ?(?:you|u|my ?(?:self|mum|mom|mother|dad|father|son|daughter|kids?|children|wife"
    r"|husband|dog|cat|family|boys?|girls?|baby|life|sister|brother))"
    r"(?: ?(?:so|very)? ?much| ?forever| ?always)?"
)
# So few letters beside what everybody knows make it no secret.
MIN_OWN_LETTERS = 5


def _bare(text: str) -> str:
    return "".join(sign for sign in text.casefold() if sign.isalnum())


def _readings(password: str) -> Iterator[str]:
    """Ways to see it that somebody who guesses tries as well."""
    yield password
    yield password.casefold().translate(_SAME_KEYS)
    bare = _bare(password)
    # The same again, and again, is no more than once.
    half = next((n for n in range(1, len(bare) // 2 + 1) if bare == bare[:n] * (len(bare) // n)), 0)
    if half:
        yield bare[:half]
    words = _WORD.findall(password.casefold())
    if password.split() and max(map(len, password.split())) <= 2:
        # Sign by sign.
        yield bare
    # Each sign twice is each sign once.
    if len(bare) > 3 and all(bare[at] == bare[at + 1] for at in range(0, len(bare) - 1, 2)):
        yield bare[::2]
    if words and all(word in _NUMBERS for word in words):
        yield "".join(str(_NUMBERS.index(word)) for word in words)
    if len(set(words)) == 1 and 2 * sum(map(len, words)) >= len(password):
        # One word, with figures and signs around it.
        yield words[0]


class GuessableValidator:
    """Refuses repeated signs, rows of the keyboard, dates, and the member's own name or address."""

    def validate(self, password: str, user: Any = None) -> None:
        names = [settings.SITE_NAME, *_OF_THIS_PLACE]
        names += [str(getattr(user, name, "") or "") for name in ("pseudonym", "email")]
        own = {word for name in names for word in (*name.replace("@", " ").split(), _bare(name))}
        readings = dict.fromkeys(each[:_READ] for each in _readings(password[:_READ]))
        scores = (zxcvbn(each, user_inputs=sorted(own))["score"] for each in readings)
        known = _is_only_known(password, own) or _is_a_row_of_keys(password)
        if known or any(score < MIN_SCORE for score in scores):
            raise ValidationError(
                _("This password is easy to guess. A few plain words in a row are better.")
            )

    def get_help_text(self) -> str:
        return _("A few plain words in a row are good.")


def _is_only_known(password: str, known: set[str]) -> bool:
    """Whether hardly anything is left of it without names, this place's words, sayings and
    figures."""
    whole = _bare(password[:_READ])
    bare = _SAYING.sub("", whole)
    is_said = bare != whole
    for word in sorted(map(_bare, known), key=len, reverse=True):
        if len(word) > 1 and word in bare:
            is_said |= len(word) > 3
            bare = bare.replace(word, "")
    is_figures = not any(sign.isalpha() for sign in whole)
    is_little = sum(sign.isalpha() for sign in bare) < MIN_OWN_LETTERS and len(bare) < 20
    return is_little and (is_said or is_figures)


_ROWS = "qwertyuiop asdfghjkl zxcvbnm"


def _is_a_row_of_keys(password: str) -> bool:
    """Whether nearly every sign lies beside the one before it, whatever signs stand between."""
    bare = _bare(password.casefold().translate(_SAME_KEYS)[:_READ])
    beside = sum(one + two in _ROWS or two + one in _ROWS for one, two in pairwise(bare))
    return len(bare) > 1 and beside >= 0.7 * (len(bare) - 1)
