"""G21: details by which strangers could reach or harm a member."""

import re
from itertools import islice

import phonenumbers
from django.utils.translation import gettext_lazy as _
from stdnum import luhn
from stdnum.fi import hetu
from stdnum.fr import nir
from stdnum.gb import nhs
from stdnum.us import ssn

from guidance.drafts import Draft, Prompt, Severity

_EMAIL = re.compile(
    r"[\w.+-]{1,64}\s?(?:@|\(at\)|\[at\])\s?[\w-]{1,63}(?:\.[\w-]{1,63}){1,4}", re.IGNORECASE
)
_CARD = re.compile(r"(?<![\d.,])\d(?:[ -]?\d){12,18}(?![\d.,]\d)")
_SSN = re.compile(r"(?<![\d-])\d{3}-\d{2}-\d{4}(?![\d-])")
_NINO = re.compile(
    r"\b[A-CEGHJ-PR-TW-Z][A-CEGHJ-NPR-TW-Z] ?\d\d ?\d\d ?\d\d ?[A-D]\b", re.IGNORECASE
)
_NHS_NUMBER = re.compile(r"(?<!\d)\d{3}[ -]\d{3}[ -]\d{4}(?!\d)|(?<!\d)\d{10}(?!\d)")
_FRENCH_NIR = re.compile(r"(?<!\d)[12] ?\d\d ?\d\d ?\d[\dAB] ?\d{3} ?\d{3} ?\d\d(?!\d)")
_FINNISH_HETU = re.compile(r"\b\d{6}[-+A]\d{3}[0-9A-Y]\b")
_STREET = re.compile(
    r"\b\d{1,5}[a-z]?,? (?:[A-Z][\w'.-]+ ){1,3}"
    r"(?:Street|St|Road|Rd|Avenue|Ave|Lane|Ln|Drive|Dr|Close|Crescent|Court|Ct|Boulevard|Blvd"
    r"|Terrace|Gardens|Way|Place|Square)\b\.?"
)
# Crisis and emergency numbers are for everybody, however they are written.
_HELP_NUMBERS = frozenset(
    """
    112 111 101 911 999 000 988 116123 116000 116111 18002738255 8002738255 131114 1737 3114
    741741 85258 08088008000 18003444867 8003444867
    """.split()
)
_MAYBE_PHONE = re.compile(r"(?<![\w.,/-])(?:\+|\(|00)?\d[\d ().-]{5,18}\d(?![\w]|[.,/-]\d)")
MOST_PHONES = 50
_REGIONS = ("GB", "US", "IE", "AU", "DE", "FR")
_NOT_DIGITS = re.compile(r"\D")


def personal_details(draft: Draft) -> Prompt | None:
    """Contact details can be kept if meant; card and identity numbers are never published."""
    text = f"{draft.title}\n{draft.text}"
    secret = _card_numbers(text) + _identity_numbers(text)
    if secret:
        return Prompt(
            rule="G21",
            severity=Severity.BLOCK,
            message=_(
                "This looks like a card or identity number. Strangers could misuse it, so it "
                "cannot be posted. Please take it out."
            ),
            words=tuple(secret),
        )
    contact = _emails(text) + _phones(text) + _health_numbers(text) + _streets(text)
    if contact:
        return Prompt(
            rule="G21",
            severity=Severity.ASK,
            message=_(
                "This shows contact or personal details to everybody who reads here. "
                "You can take them out, or keep them if you mean to."
            ),
            words=tuple(dict.fromkeys(contact)),
        )
    return None


def _digits(text: str) -> str:
    return _NOT_DIGITS.sub("", text)


def _card_numbers(text: str) -> list[str]:
    return [
        match.group()
        for match in _CARD.finditer(text)
        if len(_digits(match.group())) in {13, 14, 15, 16, 19}
        and match.group()[0] in "23456"
        and luhn.is_valid(_digits(match.group()))
    ]


def _identity_numbers(text: str) -> list[str]:
    found = [match.group() for match in _SSN.finditer(text) if ssn.is_valid(match.group())]
    found += [match.group() for match in _NINO.finditer(text)]
    found += [match.group() for match in _FRENCH_NIR.finditer(text) if nir.is_valid(match.group())]
    found += [
        match.group() for match in _FINNISH_HETU.finditer(text) if hetu.is_valid(match.group())
    ]
    return found


def _emails(text: str) -> list[str]:
    return [match.group() for match in _EMAIL.finditer(text)]


def _health_numbers(text: str) -> list[str]:
    return [match.group() for match in _NHS_NUMBER.finditer(text) if nhs.is_valid(match.group())]


def _streets(text: str) -> list[str]:
    return [match.group() for match in _STREET.finditer(text)]


def _phones(text: str) -> list[str]:
    """What is a valid number in one of the regions; the first candidates of a long text."""
    found: list[str] = []
    for match in islice(_MAYBE_PHONE.finditer(text), MOST_PHONES):
        number = match.group().strip()
        if _digits(number) not in _HELP_NUMBERS and _is_phone(number):
            found.append(number)
    return found


def _is_phone(number: str) -> bool:
    for region in _REGIONS:
        try:
            parsed = phonenumbers.parse(number, region)
        except phonenumbers.NumberParseException:
            continue
        if phonenumbers.is_valid_number(parsed):
            return True
    return False
