"""What a pseudonym may be, and which two can be mistaken for each other."""

import pytest
from django.core.exceptions import ValidationError

from accounts import pseudonyms


def may_be(pseudonym: str) -> bool:
    try:
        pseudonyms.validate_signs(pseudonym)
        pseudonyms.check(pseudonyms.tidy(pseudonym))
    except ValidationError:
        return False
    return True


@pytest.mark.parametrize(
    "pseudonym",
    ["Admin2", "admin1", "1admin", "Admin_7", "5taff", "4dmin", "m0d5", "t3am", "te4m", "mods1",
     "superadmin", "SupportTeam", "supportteam", "modteam", "MSTeam", "theadmin", "admin-team",
     "helpdesk", "Webmaster", "ADMlN",
     # Small capitals, hooks, letters upside down, other alphabets.
     "ᴀᴅᴍɪɴ", "ᴀdmin", "ᴍᴏᴅᴇʀᴀᴛᴏʀ", "supᴘort", "ɱoderator", "staƒƒ", "modərator", "ʍod", "ᎷᎾᎠ",
     # Marks that nobody sees.
     "Ad\ufe0fmin", "Adm\u034fin", "Ad\U000e0101min",
     # Two letters that look like one, and other languages.
     "moclerator", "aclmin", "АДМИН", "модератор", "Modérateur", "Administrateur", "Moderadora",
     "System message", "System", "Deleted user", "m o d", "A.d.m.i.n", "Ad Min"],
)  # fmt: skip
def test_nobody_poses_as_the_team(pseudonym: str) -> None:
    assert not may_be(pseudonym)


@pytest.mark.parametrize(
    "pseudonym",
    ["Modesty", "steam", "Modena", "Astaffa", "realist", "MS fighter", "forum mouse", "Themis",
     "head in clouds", "supermum", "admiral", "Lily5", "teamwork", "supportive soul",
     "Mo D", "Tea M", "Nervous System", "Clementine", "moderate Mary", "клён",
     # Apostrophes as they are typed, and joiners where a script needs them.
     "O’Neil", "O'Neil", "Oʼneil", "D‘Arcy", "ʻOkina", "می‌خواهم", "نور‌الله", "क्‍ष"],
)  # fmt: skip
def test_ordinary_names_are_taken(pseudonym: str) -> None:
    assert may_be(pseudonym)


@pytest.mark.parametrize(
    "pseudonym",
    ["Heron\ufe0f", "He\ufe0fron", "H\u034feron", "\ufe0fheron", "ʼʼ", "’’’", "''"],
)
def test_a_name_is_made_of_what_can_be_seen_and_told_apart(pseudonym: str) -> None:
    assert not may_be(pseudonym)
    assert pseudonyms.skeleton(pseudonym) in {"", pseudonyms.skeleton("Heron")}


@pytest.mark.parametrize(
    "pseudonym", ["ab\u200ccd", "\u200cab", "ab\u200d", "نور\u200d", "क\u200c"]
)
def test_joiners_stand_only_where_they_are_drawn(pseudonym: str) -> None:
    assert not may_be(pseudonym)


@pytest.mark.parametrize(
    ("one", "other"),
    [("fern", "fem"), ("José", "Jose"), ("Søren", "Soren"), ("Ian", "lan"), ("שָׁלוֹם", "שלום"),
     ("مُحَمَّد", "محمد"), ("O’Neil", "Oʼneil"), ("O'Neil", "O‘Neil"), ("fern", "f.e.r.n"),
     ("vv", "w"), ("l0ve", "love"), ("ニ", "二"), ("ヘ", "へ"), ("ロ", "口"), ("カ", "力"),
     ("علی", "علي"), ("کتاب", "كتاب"), ("۵", "٥")],
)  # fmt: skip
def test_these_can_be_mistaken(one: str, other: str) -> None:
    assert pseudonyms.skeleton(one) == pseudonyms.skeleton(other)


@pytest.mark.parametrize(
    ("one", "other"),
    [("தமழ", "தமிழ்"), ("हिन्द", "हिन्दी"), ("कमद", "कुमुद"), ("ภผา", "ภูผา"), ("Lily5", "Lilys"),
     ("otter", "otters")],
)  # fmt: skip
def test_these_are_two_names(one: str, other: str) -> None:
    assert pseudonyms.skeleton(one) != pseudonyms.skeleton(other)


@pytest.mark.parametrize(
    "name",
    [
        "佐々木", "アンナー", "スーパー", "メアリー", "ゆーこ", "ʿAlī", "Aʾisha",
        "Gal·la", "Coŀlecció",
        "Anne–Marie", "Mary‑Ann", "O′Neil", "D`Arcy", "‘Ofa", "K’iche’", "שרה׳לה", "ア・イ",
        "བོད་ཡིག",
    ],
)  # fmt: skip
def test_names_as_people_have_them(name: str) -> None:
    tidied = pseudonyms.tidy(name)
    pseudonyms.validate_signs(tidied)
    pseudonyms.check(tidied)


@pytest.mark.parametrize(
    "name",
    [
        "Staffmember", "Teammember", "trustedmod", "xXmodXx", "Modz", "T eam", "ЅТАҒҒ", "ⲘⲞⲆ",
        "MS Crew", "Site owner", "MS-Suppport",
    ],
)  # fmt: skip
def test_more_poses(name: str) -> None:
    assert pseudonyms.poses_as_team(pseudonyms.tidy(name))


def test_a_longer_stroke_is_no_other_name() -> None:
    assert pseudonyms.skeleton("عـمر") == pseudonyms.skeleton("عمر")
