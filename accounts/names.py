"""What a pseudonym may be: readable, told apart from others, and safe for its owner."""

import re
import unicodedata
from functools import lru_cache
from typing import Any

from confusable_homoglyphs import confusables  # type: ignore[import-untyped]
from django.conf import settings
from django.core.exceptions import ValidationError
from django.utils.functional import Promise
from django.utils.translation import gettext_lazy as _

from text.tidying import INVISIBLE, limit_marks

# Far longer than a pseudonym can be; the rest is not read.
LONGEST_TYPED = 300
_FULL_NAME = re.compile(r"(?:[^\W\d_]{2,}[ ._-]+){1,3}[^\W\d_]{2,}")
_BIRTH_YEAR = re.compile(r"(?<!\d)(19[2-9]\d|20[01]\d)(?!\d)")
# Scripts that are written together in one word.
_EAST_ASIAN = frozenset({"CJK", "HIRAGANA", "KATAKANA", "HANGUL", "BOPOMOFO", "LATIN"})
# Names of the team, as skeletons: within any name, and as a word of one.
_NEVER_WITHIN = ("moderator", "administrator", "mssupport")
# Of plain letters and digits, which TR39 takes for their own shapes.
_ALIKE = str.maketrans("01i5", "olls")
_NEVER_A_WORD = frozenset(
    {"admin", "admins", "mod", "mods", "moderation", "team", "staff", "official", "support"}
)


def tidy(pseudonym: str) -> str:
    """One spelling of what looks the same: Unicode NFKC, single spaces."""
    short = limit_marks(pseudonym[:LONGEST_TYPED])
    return " ".join(unicodedata.normalize("NFKC", short).split())


def validate_signs(pseudonym: str) -> None:
    """Letters with their marks, numbers, spaces, dots, dashes, underscores and apostrophes."""
    kinds = [unicodedata.category(sign)[0] for sign in pseudonym]
    is_right = all(
        sign not in INVISIBLE and (kind in "LMN" or sign in " ._-'’")
        for sign, kind in zip(pseudonym, kinds, strict=True)
    )
    begins = pseudonym[:1] == "_" or kinds[:1] in (["L"], ["N"])
    ends = pseudonym[-1:] in {"_", "."} or kinds[-1:] in (["L"], ["N"], ["M"])
    if not (is_right and begins and ends):
        raise ValidationError(
            _("Use letters, numbers, spaces, dots, dashes, underscores and apostrophes.")
        )


def check(pseudonym: str) -> None:
    """Raises ValidationError for a name in several alphabets, or one that poses as the team."""
    if mixes_scripts(pseudonym):
        raise ValidationError(_("Please use the letters of one alphabet."))
    if poses_as_team(pseudonym):
        raise ValidationError(_("This pseudonym could be taken for the team. Choose another."))


def poses_as_team(pseudonym: str) -> bool:
    """Whether readers could take it for the team's or the place's own name."""
    whole = skeleton(pseudonym)
    words = {skeleton(word) for word in re.split(r"[\s._'’-]+", pseudonym)}
    place = skeleton(settings.SITE_NAME)
    never = {skeleton(name) for name in _NEVER_A_WORD}
    is_place = len(place) >= 5 and place in whole
    return (
        is_place
        or any(skeleton(name) in whole for name in _NEVER_WITHIN)
        or bool(never & words)
        or whole in never
    )


def skeleton(text: str) -> str:
    """What a name looks like, after Unicode TR39: two names with one skeleton can be mistaken for
    each other. Marks, blanks and signs count for nothing."""
    plain = unicodedata.normalize("NFKC", limit_marks(text[:LONGEST_TYPED]))
    letters = "".join(
        _looks(sign) for sign in unicodedata.normalize("NFD", plain) if _is_seen(sign)
    ).casefold()
    letters = "".join(map(_looks, letters)).casefold()
    alike = "".join(sign for sign in letters if sign.isalnum()).translate(_ALIKE)
    return alike.replace("rn", "m").replace("vv", "w")


def _is_seen(sign: str) -> bool:
    return unicodedata.category(sign) not in {"Mn", "Me", "Cf"} and sign not in INVISIBLE


@lru_cache(maxsize=4096)
def _looks(sign: str) -> str:
    """The plain letters it can be mistaken for; itself if there are none."""
    if sign.isascii():
        return sign
    alike = (each["c"] for each in _table().get(sign, ()))
    return next((letters for letters in alike if letters.isascii()), sign)


@lru_cache(maxsize=1)
def _table() -> Any:
    return confusables.confusables_data


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
    return "".join(sign for sign in text[:LONGEST_TYPED].casefold() if sign.isalnum())


def mixes_scripts(pseudonym: str) -> bool:
    """Whether letters of several alphabets stand in it, as in a copied name."""
    scripts = {unicodedata.name(sign, "").split(" ")[0] for sign in pseudonym if sign.isalpha()}
    return len(scripts) > 1 and not scripts <= _EAST_ASIAN
