"""What a pseudonym may be: readable, told apart from others, and safe for its owner."""

import re
import unicodedata
from functools import lru_cache
from typing import Any

from confusable_homoglyphs import categories, confusables  # type: ignore[import-untyped]
from django.conf import settings
from django.core.exceptions import ValidationError
from django.utils.functional import Promise
from django.utils.translation import gettext_lazy as _

from text.tidying import INVISIBLE, limit_marks

# Far longer than a pseudonym can be; the rest is not read.
MAX_TYPED_LENGTH = 300
_FULL_NAME = re.compile(r"(?:[^\W\d_]{2,}[ ._-]+){1,3}[^\W\d_]{2,}")
_BIRTH_YEAR = re.compile(r"(?<!\d)(19[2-9]\d|20[01]\d)(?!\d)")
# Scripts that are written together in one word.
_EAST_ASIAN = frozenset({"HAN", "HIRAGANA", "KATAKANA", "HANGUL", "BOPOMOFO", "LATIN"})
# Signs that stand in words of several alphabets, such as the dot of Catalan.
_OF_NO_SCRIPT = frozenset({"COMMON", "INHERITED", "UNKNOWN"})
# Signs that people write for an apostrophe; in Hawaiian and Tongan they are letters.
APOSTROPHES = "'’‘ʼʻ"
# What is typed for them, and for the dash within a name.
_SPELT_ALIKE = str.maketrans(
    {"′": "'", "`": "'", "´": "'", "‐": "-", "‑": "-", "‒": "-", "–": "-", "−": "-"}
)
# Signs within words: Catalan, Japanese, Hebrew, Tibetan.
_WITHIN_WORDS = "·・׳״་"
_SIGNS = " ._-" + APOSTROPHES + _WITHIN_WORDS
_JOINERS = "\u200c\u200d"
# Names of the team: within any name, and as a word of one, alone or with others of these.
_NEVER_WITHIN = (
    "moderator", "administrator", "mssupport",
    # As the languages that are written here call them.
    "moderateur", "moderatrice", "moderador", "moderatore", "moderadora", "administrateur",
    "administratrice", "administrador", "amministratore", "amministratrice", "beheerder",
    "модератор", "администратор", "администрация",
)  # fmt: skip
_NEVER_A_WORD = (
    "admin", "admins", "mod", "mods", "moderation", "team", "modz", "staff", "official", "support",
    "helpdesk", "webmaster", "postmaster", "админ", "модер", "поддержка", "soporte",
    "supporto", "equipe", "equipo",
)  # fmt: skip
# The whole of a name: what the software would be called if it spoke.
_NEVER_WHOLE = (
    "system", "systemmessage", "systemmessages", "systemadmin", "sysadmin", "sysop", "root",
    "automaticmessage", "notification", "notifications", "noreply", "donotreply", "deleteduser",
    "deletedmember", "mscrew", "crew", "owner", "siteowner", "forumowner",
)  # fmt: skip
# So those are called who have left.
_FORMER = "formermember"
# Shorter words of the team are no pose where they come of two parts, as in “Mo D”.
_MIN_JOINED = 5
_BESIDE = (
    "member",
    "members",
    "trusted",
    "x",
    "xx",
    "xxx",
    "ms",
    "super",
    "the",
    "head",
    "chief",
    "site",
    "forum",
    "real",
    "help",
    "your",
    "our",
)
# Of plain letters and digits, which TR39 takes for their own shapes.
_ALIKE = str.maketrans("01i", "oll")
# Digits that stand for letters where somebody poses.
_LEET = str.maketrans("013457", "oleast")
# Letters of the Latin alphabet by their names: with a hook or a stroke, or as small capitals.
_LATIN = re.compile(
    r"LATIN (?:SMALL LETTER|CAPITAL LETTER|LETTER SMALL CAPITAL) ([A-Z])(?: WITH .+)?"
)
_TURNED = {
    "Ғ": "f", "ғ": "f", "Ⲙ": "m", "ⲙ": "m", "Ⲟ": "o", "ⲟ": "o", "Ⲇ": "d", "ⲇ": "d",
    "ə": "e", "ǝ": "e", "ʍ": "m", "ɯ": "m", "ʌ": "v", "ɐ": "a", "ɹ": "r", "ʇ": "t",
    # Written like an O with a bar.
    "θ": "o", "Θ": "o", "Ꮎ": "o", "ꮎ": "o",
    # Letters of Arabic, Persian and Urdu that are drawn alike.
    "ی": "ي", "ى": "ي", "ک": "ك", "ہ": "ه", "ھ": "ه", "ٱ": "ا",
}  # fmt: skip


def tidy(pseudonym: str) -> str:
    """One spelling of what looks the same: Unicode NFKC, single spaces."""
    short = limit_marks(pseudonym[:MAX_TYPED_LENGTH])
    plain = unicodedata.normalize("NFKC", short.translate(_SPELT_ALIKE)).translate(_SPELT_ALIKE)
    return " ".join(plain.split())


def validate_signs(pseudonym: str) -> None:
    """Letters with their marks, numbers, spaces, dots, dashes, underscores and apostrophes; joiners
    where a script needs them."""
    kinds = [unicodedata.category(sign)[0] for sign in pseudonym]
    is_right = all(
        sign not in INVISIBLE
        and not _UNSEEN.match(sign)
        and (
            kind in "LMN"
            or sign in " ._-" + APOSTROPHES + _WITHIN_WORDS
            or _joins(pseudonym, place)
        )
        for place, (sign, kind) in enumerate(zip(pseudonym, kinds, strict=True))
    )
    begins = pseudonym[:1] in {"_", *APOSTROPHES} or kinds[:1] in (["L"], ["N"])
    ends = pseudonym[-1:] in {"_", ".", *APOSTROPHES} or kinds[-1:] in (["L"], ["N"], ["M"])
    # Something of it has to be told apart from others.
    if not (is_right and begins and ends and skeleton(pseudonym)):
        raise ValidationError(
            _("Use letters, numbers, spaces, dots, dashes, underscores and apostrophes.")
        )


def _joins(pseudonym: str, place: int) -> bool:
    """Whether a joiner stands where it changes what is drawn (RFC 5892, appendix A.1 and A.2, and
    between Arabic letters)."""
    if pseudonym[place] not in _JOINERS or not 0 < place < len(pseudonym) - 1:
        return False
    before, after = pseudonym[place - 1], pseudonym[place + 1]
    if unicodedata.combining(before) == _VIRAMA:
        return True
    return pseudonym[place] == "\u200c" and all(
        unicodedata.name(sign, "").startswith("ARABIC LETTER") for sign in (before, after)
    )


# Its canonical combining class.
_VIRAMA = 9


def check(pseudonym: str) -> None:
    """Raises ValidationError for a name in several alphabets, or one that poses as the team."""
    if mixes_scripts(pseudonym):
        raise ValidationError(_("Please use the letters of one alphabet."))
    if poses_as_team(pseudonym):
        raise ValidationError(_("This pseudonym could be taken for the team. Choose another."))


def poses_as_team(pseudonym: str) -> bool:
    """Whether readers could take it for the team's or the place's own name."""
    place = _plain(settings.SITE_NAME)
    words = re.split(rf"[\s._{APOSTROPHES}-]+", unicodedata.normalize("NFKC", pseudonym))
    # With the digits around it, as letters, and without.
    wholes = _readings(pseudonym)
    parts = {each for word in words for each in _readings(word)}
    is_spelt = len(words) > 1 and all(len(word) <= 1 for word in words)
    # “T eam” comes of no two words; “Tea M” is a name and an initial.
    is_cut = len(words[0]) <= 1
    joined = {each for each in wholes if is_spelt or len(each) >= _MIN_JOINED - is_cut}
    return (
        any(len(place) >= 5 and place in whole for whole in wholes)
        or any(_plain(name) in whole for name in _NEVER_WITHIN for whole in wholes)
        or any(_plain(name) == whole for name in _NEVER_WHOLE for whole in wholes)
        or any(whole.startswith(_plain(_FORMER)) for whole in wholes)
        or any(_team().fullmatch(part) for part in parts | joined)
    )


def _readings(word: str) -> set[str]:
    """How it may be read: with the digits around it and without, and “cl” as the “d” that it looks
    like."""
    spelt = {word, word.strip("0123456789")}
    # A capital may look like a Latin letter that its small one does not.
    plain = {_plain(each) for each in spelt | {each.casefold() for each in spelt}}
    return plain | {each.replace("cl", "d") for each in plain}


# “Suppport” is read as it is meant.
_STRETCHED = re.compile(r"(.)\1{2,}")


@lru_cache(maxsize=1)
def _team() -> re.Pattern[str]:
    """The words of the team, one after the other, and what stands beside them."""
    never, beside = ("|".join(map(_plain, words)) for words in (_NEVER_A_WORD, _BESIDE))
    return re.compile(f"(?:{beside})*(?:{never})(?:{beside}|{never})*")


def _plain(text: str) -> str:
    """Its skeleton, with digits read as the letters that somebody who poses means."""
    return _STRETCHED.sub(r"\1\1", skeleton(text).translate(_LEET))


def skeleton(text: str) -> str:
    """What a name looks like, after Unicode TR39: two names with one skeleton can be mistaken for
    each other. Marks, blanks and signs count for nothing."""
    plain = unicodedata.normalize("NFKC", limit_marks(text[:MAX_TYPED_LENGTH]))
    letters = "".join(
        _looks(sign) for sign in unicodedata.normalize("NFD", plain) if _is_seen(sign)
    ).casefold()
    letters = "".join(map(_looks, letters)).casefold()
    alike = "".join(sign for sign in letters if _counts(sign)).translate(_ALIKE)
    return alike.replace("rn", "m").replace("vv", "w")


# Marks that nobody sees (Default_Ignorable_Code_Point): they make no other name, and stand in none.
_UNSEEN = re.compile("[\u034f\u17b4\u17b5\u180b-\u180f\ufe00-\ufe0f\U000e0000-\U000e0fff]")


def _counts(sign: str) -> bool:
    is_vowel_sign = unicodedata.category(sign) in {"Mn", "Mc"}
    # A stroke that makes an Arabic word longer makes no other word.
    return (sign.isalnum() or is_vowel_sign) and sign not in APOSTROPHES + "\u0640"


def _is_seen(sign: str) -> bool:
    """Accents, points and what nobody sees do not make another name; the vowel signs of Indic and
    other scripts do. Those stand in classes that accents and points do not (UAX 44, table 15)."""
    kind = unicodedata.category(sign)
    if _UNSEEN.match(sign):
        return False
    if kind == "Mn":
        place = unicodedata.combining(sign)
        is_accent = 1 <= place < 7 or 10 <= place < 37 or place >= 200
        return sign not in INVISIBLE and not is_accent
    return kind not in {"Me", "Cf"} and sign not in INVISIBLE


@lru_cache(maxsize=4096)
def _looks(sign: str) -> str:
    """The plain letters it can be mistaken for; itself if there are none."""
    if sign.isascii():
        return sign
    if sign.isdecimal():
        return str(unicodedata.decimal(sign))
    alike = [each["c"] for each in _table().get(sign, ())]
    if (found := next((letters for letters in alike if letters.isascii()), "")) != "":
        return found
    if named := _LATIN.fullmatch(unicodedata.name(sign, "")):
        return named[1].lower()
    if sign in _TURNED:
        return _TURNED[sign]
    # Of other alphabets: the first of all that look like it.
    return min((each for each in (sign, *alike) if len(each) == 1 and each.isalpha()), default=sign)


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
    return "".join(sign for sign in text[:MAX_TYPED_LENGTH].casefold() if sign.isalnum())


def mixes_scripts(pseudonym: str) -> bool:
    """Whether letters of several alphabets stand in it, as in a copied name."""
    letters = (sign for sign in pseudonym if sign.isalpha() and sign not in APOSTROPHES)
    scripts = {str(categories.alias(sign)) for sign in letters} - _OF_NO_SCRIPT
    return len(scripts) > 1 and not scripts <= _EAST_ASIAN
