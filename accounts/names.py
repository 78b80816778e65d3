"""Whether a pseudonym gives its owner away."""

import re
import unicodedata

from django.utils.functional import Promise
from django.utils.translation import gettext_lazy as _

from text.tidying import limit_marks

# Far longer than a pseudonym can be; the rest is not read.
LONGEST_TYPED = 300
_FULL_NAME = re.compile(r"(?:[^\W\d_]{2,}[ ._-]+){1,3}[^\W\d_]{2,}")
_BIRTH_YEAR = re.compile(r"(?<!\d)(19[2-9]\d|20[01]\d)(?!\d)")


def tidy(pseudonym: str) -> str:
    """One spelling of what looks the same: Unicode NFKC, single spaces."""
    short = limit_marks(pseudonym[:LONGEST_TYPED])
    return " ".join(unicodedata.normalize("NFKC", short).split())


def warning_about(pseudonym: str, email: str) -> Promise | None:
    """Why this pseudonym may tell strangers who the person is; None if nothing shows."""
    mailbox, name = _letters(email.partition("@")[0]), _letters(pseudonym)
    if mailbox and (mailbox == name or (len(mailbox) >= 5 and mailbox in name)):
        return _("This is part of your e-mail address, so people could connect the two.")
    if _FULL_NAME.fullmatch(pseudonym) and all(
        word[0].isupper() for word in re.split(r"[ ._-]+", pseudonym)
    ):
        return _("This looks like a first and last name. A name nobody knows you by is safer.")
    if _BIRTH_YEAR.search(pseudonym):
        return _("This has a year in it that may be the year you were born.")
    return None


def _letters(text: str) -> str:
    return "".join(sign for sign in text.casefold() if sign.isalnum())


def mixes_scripts(pseudonym: str) -> bool:
    """Whether letters of look-alike alphabets stand side by side, as in a copied name."""
    alphabets = {unicodedata.name(sign, "").split(" ")[0] for sign in pseudonym if sign.isalpha()}
    return len(alphabets & {"LATIN", "CYRILLIC", "GREEK"}) > 1
