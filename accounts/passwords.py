"""Which passwords are too easy to guess."""

import re
from collections.abc import Iterator
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


def _bare(text: str) -> str:
    return "".join(sign for sign in text.casefold() if sign.isalnum())


def _readings(password: str) -> Iterator[str]:
    """Ways to see it that somebody who guesses tries as well."""
    yield password
    yield password.casefold().translate(_SAME_KEYS)
    bare = _bare(password)
    # The same again, and again, is no more than once.
    half = next((n for n in range(1, len(bare) // 2 + 1) if bare == bare[:n] * (len(bare) // n)), 0)
    blanks = sum(map(str.isspace, password))
    if half or blanks > len(password) // 2:
        yield bare[:half] if half else bare
    words = _WORD.findall(password.casefold())
    if len(set(words)) == 1 and 2 * sum(map(len, words)) >= len(password):
        # One word, with figures and signs around it.
        yield words[0]


class GuessableValidator:
    """Refuses repeated signs, rows of the keyboard, dates, and the member's own name or address."""

    def validate(self, password: str, user: Any = None) -> None:
        names = [settings.SITE_NAME, "multiple sclerosis", "forum", "support"]
        names += [str(getattr(user, name, "") or "") for name in ("pseudonym", "email")]
        own = {word for name in names for word in (*name.replace("@", " ").split(), _bare(name))}
        readings = dict.fromkeys(each[:_READ] for each in _readings(password[:_READ]))
        if any(zxcvbn(each, user_inputs=sorted(own))["score"] < MIN_SCORE for each in readings):
            raise ValidationError(
                _("This password is easy to guess. A few plain words in a row are better.")
            )

    def get_help_text(self) -> str:
        return _("A few plain words in a row are good.")
