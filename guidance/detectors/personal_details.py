"""G21: details by which strangers could reach or harm a member."""

import re
from collections.abc import Iterator
from contextlib import suppress
from itertools import islice

import phonenumbers
from stdnum import iban, luhn
from stdnum.fi import hetu
from stdnum.fr import nir
from stdnum.gb import nhs
from stdnum.us import ssn

from guidance.detectors.screening import Screened
from guidance.normalized_text import NormalizedText

_EMAIL = re.compile(
    r"[\w.+-]{1,64}\s?(?:@|\(at\)|\[at\])\s?[\w-]{1,63}(?:\.[\w-]{1,63}){1,4}", re.IGNORECASE
)
_AT = re.compile(r"@|[(\[][Aa][Tt][)\]]")
# Spelt out, so that no machine finds it; people do.
_SPELT_EMAIL = re.compile(
    r"\b[\w.+-]{2,64}\s+(?:at|\(at\)|\[at\]|@)\s+[\w-]{2,63}(?:\s(?:dot|\(dot\)|\[dot\]|punkt)\s"
    r"(?:com|co|uk|net|org|ie|de|fr|eu|edu|me|info|io|us|ca|au|nz))+\b",
    re.IGNORECASE,
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
_SOMEBODYS = re.compile(
    r"(?i)\b(?:my|his|her|our|their|me|us) (?:\w+ ){0,3}\W*$|\b(?:my|our) number\b"
)
# Without one of these words, where it is said to be where somebody lives.
_HOME = (
    r"\b(?:[Ii]|[Ww]e)(?:'m| am|'re| are)? (?:live|living|stay|staying|based)(?: now)? (?:in|at)"
    r" (?:flat \w{1,4},? )?\d{1,4}[a-z]?,? (?:[A-Z][\w'.-]*[ ,]{1,2}){1,4}[A-Z][\w'.-]*"
    r"|\b[Mm]y address is [^.\n]{0,10}\d{1,4}[^.\n]{3,60}"
)
# With the number behind the street, or the street before its name, as elsewhere.
_STREET_ABROAD = (
    r"\b[A-ZÄÖÜ][\w-]*(?:straße|strasse|str\.|weg|platz|allee|gasse|laan|straat|plein|gracht) (?:nr\.? )?\d{1,4}[a-z]?\b"
    r"|\b\d{1,4}(?: bis| ter)?,? (?:[Rr]ue|[Aa]venue|[Bb]oulevard|[Ii]mpasse|[Aa]llée|[Cc]hemin) (?:(?:de|du|des|la|le|les) |[dl]['’])*[A-Z][\w-]+"
    r"|\b[Cc]alle (?:de )?(?:la |los |las )?[A-Z][\w-]+,? \d{1,4}\b|\b(?:[Vv]ia|[Cc]alle|[Pp]iazza|[Pp]laza|[Aa]venida) (?:[A-Z][\w-]+ ){1,3}?\d{1,4}\b|\bPO Box \d{1,6}\b"
)
# British ones: the last two letters are never C, I, K, M, O or V, as those of doses are.
_POSTCODE = r"\b[A-PR-UWYZ][A-HK-Y]?\d[A-HJKMNPR-Y\d]? \d[ABD-HJLNP-UW-Z]{2}\b"
# By what they are said to be, with no check digit of theirs.
_SAID = (
    r"(?i:\b(?:sort code|account (?:no\b\.?|number|nr\b)|acct no)(?: is|:)? ?\d[\d -]{4,20}\d"
    r"|\b(?:ni|national insurance|nino)(?: number| no\b\.?)(?: is|:)? ?[a-z]{2} ?\d\d ?\d\d ?\d\d ?[a-d]\b"
    r"|\b(?:hospital|patient|chi|mrn|medical record|membership|social security|tax)(?: number| no\b\.?| id\b)(?: is|:)? ?[a-z]?\d[\d -]{4,14}"
    r"|\b(?:dob|date of birth|i(?: was|'m) born on)(?: is|:)? ?(?:the )?(?:\d{1,2}[/. -]\d{1,2}[/. -](?:19|20)?\d\d|\d{1,2}(?:st|nd|rd|th)? [a-z]{3,9},? (?:19|20)\d\d|[a-z]{3,9} \d{1,2},? (?:19|20)\d\d)"
    r"|\bmy (?:\w+ )?(?:pin|password|passcode|wi-?fi (?:code|password|key)|log-?in)(?: (?:for|to|at) [\w ]{1,30}?)? ?(?:is|:) ?(?=\S*\d)\S+|\b(?:the |my )?wi-?fi (?:code|password|key) is (?=\S*[a-z]\S*\d)\S+|\bpin (?:is|:) ?\d{4,6}\b|\b(?:steuer-?id|dni|codice fiscale|bsn|personnummer|ahv|medicare)(?: number| no\b\.?| nr\b\.?)?(?: is|:)? ?(?=[a-z]*\d)[a-z\d.-]{8,18}\b"
    r"|\b(?:number|licen[cs]e) plate(?: is|:)? ?[a-z]{1,3}[ -]?\d{1,4}[ -]?[a-z]{0,3}\b|\bdriving licen[cs]e(?: number| no\b\.?)?(?: is|:)? ?[a-z]{2,5} ?\d{6} ?[a-z\d ]{4,6}\b"
    r"|\bmy (?:home |own )?ip(?: address)?(?: is|:) ?\d{1,3}(?:\.\d{1,3}){3}\b|///\w+\.\w+\.\w+\b|\btel:\+?\d{7,15}\b)"
)
_FULL_NAME = r"\b[Mm]y (?:full|real|whole) name is (?:[A-Z][\w'’-]+ ){1,3}[A-Z][\w'’-]+|\b[Mm]y name is [A-Z][\w'’-]+ [A-Z][\w'’-]+(?=,? (?:and )?(?:from|[Ii] (?:live|work|was born))\b)|\bMein Name ist (?:[A-Z][\w'’-]+ ){1,3}[A-Z][\w'’-]+|\b[Jj]e m'appelle (?:[A-Z][\w'’-]+ )[A-Z][\w'’-]+|\b[Mm]y (?:son|daughter|husband|wife|mum|child) [A-Z][\w'’-]+ [A-Z][\w'’-]+ (?:goes to|works at|lives at|is at)\b"
# Where somebody is found elsewhere.
_PROFILE = (
    r"(?i:\b(?:facebook|instagram|tiktok|twitter|linkedin|x)\.com/[\w.-]{3,}|\b(?:insta|instagram|snap|snapchat|tiktok|skype|discord|telegram)(?: is| me at|:| name is)? ?(?:live:)?@?(?=\S*[\d_.#])[\w.#-]{4,}"
    r"|\busername (?:on|at) \w+ is \S{4,}|\bskype me at \S{4,}|\bpaypal\.me/\w{3,})"
)
# Digits as words, and letters with a blank between each and the next.
_DIGIT_WORDS = r"(?i:\b(?:oh|zero|nought|null)(?:[ ,-]+(?:and |then )?(?:oh|zero|nought|one|two|three|four|five|six|seven|eight|nine|ten|double|treble|triple|hundred|thousand)){6,}\b)"
_SPACED_EMAIL = r"(?i:[\w.+-]{2,64} ?@ ?[\w-]{2,63} ?\. ?(?:c ?o ?m|c ?o ?\. ?u ?k|n ?e ?t|o ?r ?g|d ?e|f ?r|i ?e)(?!\w))"
# All that is said in words, asked in one look.
_IN_WORDS = Screened(
    "|".join(
        (_SAID, _FULL_NAME, _PROFILE, _DIGIT_WORDS, _SPACED_EMAIL, _HOME, _STREET_ABROAD, _POSTCODE)
    )
)
_IBAN = re.compile(r"\b[A-Z]{2}\d\d(?: ?[A-Z0-9]{4}){2,7}(?: ?[A-Z0-9]{1,4})?\b")
# Crisis and emergency numbers are for everybody, however they are written.
_HELP_NUMBERS = frozenset(
    """
    112 111 101 911 999 000 988 116123 116000 116111 18002738255 8002738255 131114 1737 3114
    741741 85258 08088008000 18003444867 8003444867
    """.split()
)
_MAYBE_PHONE = re.compile(r"(?<![\w.,/-])(?:\+|\(|00)?\d[\d ().-]{5,18}\d(?![\w]|[.,/-]\d)")
MAX_PHONE_CANDIDATES = 50
# Days, addresses of computers, and numbers of licences are written alike.
_NO_PHONE = re.compile(
    r"\d{4}-\d\d-\d\d(?!\d)|\d{1,2}[. -]\d{1,2}[. -](?:19|20)\d\d$|\d{1,2}\.\d{1,2}\.\d\d$"
    r"|\d{1,3}(?:\.\d{1,3}){3}$"
    r"|\d{4}-\d\d-\d{4}$"
)
# A line that people are told to ring, whatever its number: it belongs to nobody.
_PUBLIC_LINE = re.compile(
    r"(?i)\b(?:help ?lines?|hot ?lines?|samaritans|life ?line|crisis (?:line|team|number)"
    r"|support line|nurse line|ms society|ms trust|befrienders|telefonseelsorge"
    r"|beyond blue)\b[^.?!\n]{0,50}$"
)
_FEW_DIGITS = 9
_SAID_TO_BE_ONE = re.compile(
    r"(?i)\b(?:call|ring|phone|tel|telephone|mobile|cell|text|whatsapp|reach|dial|contact"
    r"|my number|on)\b"
    r"\W*(?:\w+\W+){0,3}$"
)
# Freephone and one-number-for-all lines of Britain, freephone ones of Germany and North America.
_OF_OFFICES = re.compile(
    r"(?:0044|44|0)(?:30[03]|33[03]|34[3-5]|37[0-2]|80[08]|84[3-5]|87[0-3])\d{6,8}|1?8(?:00|88|77|66|55|44|33)\d{7}"
)
_REGIONS = ("GB", "US", "IE", "AU", "DE", "FR")
_DIGIT = re.compile(r"\d")
_NOT_DIGITS = re.compile(r"\D")
# Mailboxes of offices, by the part before the “@”.
_OFFICE = re.compile(
    r"(?i)^(?:info|help|helpline|helpdesk|support|contact|enquir(?:y|ies)|hello|admin|office|press|team|feedback|membership)\b"
)


# What is asked first, where there is no digit in the whole text.
_WITHOUT_DIGITS = re.compile(
    r"(?i)@|at|\b(?:name is|zero|oh|nought|goes to|(?:facebook|instagram|tiktok|twitter|linkedin|x)\.com/|username|skype|discord|wi-?fi|paypal|mein name|m'appelle\.me)|///"
)


def secret_numbers(wording: NormalizedText, _terms: object = None) -> list[str] | None:
    """Card and identity numbers whose check digits are right; quoted ones too."""
    if not _DIGIT.search(wording.whole):
        return None
    return _card_numbers(wording.whole) + _identity_numbers(wording.whole) or None


def contact_details(wording: NormalizedText, _terms: object = None) -> list[str] | None:
    """E-mail addresses, phone and health-service numbers, streets; quoted ones too."""
    text = wording.whole
    if not _DIGIT.search(text) and not _WITHOUT_DIGITS.search(text):
        return None
    found = _emails(text) + _phones(text) + _health_numbers(text) + _streets(text) + _ibans(text)
    found += [match.group() for match in _IN_WORDS.finditer(text)]
    return list(dict.fromkeys(found)) or None


def _digits(text: str) -> str:
    return _NOT_DIGITS.sub("", text)


def _card_numbers(text: str) -> list[str]:
    return [
        match.group()
        for match in _CARD.finditer(text)
        if len(_digits(match.group())) in {13, 14, 15, 16, 19}
        and (match.group()[0] in "23456" or _digits(match.group()).startswith("1800"))
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
    found = [match.group() for match in _EMAIL.finditer(text)] if _AT.search(text) else []
    found = [each for each in found if not _OFFICE.match(each)]
    return found + [match.group() for match in _SPELT_EMAIL.finditer(text)]


def _health_numbers(text: str) -> list[str]:
    return [match.group() for match in _NHS_NUMBER.finditer(text) if nhs.is_valid(match.group())]


def _streets(text: str) -> list[str]:
    return [match.group() for match in _STREET.finditer(text)]


def _ibans(text: str) -> list[str]:
    return [match.group() for match in _IBAN.finditer(text) if iban.is_valid(match.group())]


def _phones(text: str) -> list[str]:
    """What is a valid number in one of the regions; the first candidates of a long text."""
    found: list[str] = []
    for match in islice(_MAYBE_PHONE.finditer(text), MAX_PHONE_CANDIDATES):
        number = match.group().strip()
        digits = _digits(number)
        if digits in _HELP_NUMBERS or _NO_PHONE.match(number):
            continue
        before = text[max(0, match.start() - 80) : match.start()]
        if _PUBLIC_LINE.search(before) and not _SOMEBODYS.search(before):
            continue
        is_short = len(digits) < _FEW_DIGITS
        if is_short and not _SAID_TO_BE_ONE.search(
            text[max(0, match.start() - 40) : match.start()]
        ):
            continue
        # Whoever is rung pays, or it is one number for a whole country: offices have that, and no
        # member.
        is_of_an_office = _OF_OFFICES.fullmatch(digits) and not _SOMEBODYS.search(before)
        if _is_phone(number) and not is_of_an_office:
            found.append(number)
    return found


def _is_phone(number: str) -> bool:
    # With a country's code it is nothing else, whether that country gave it out or not.
    is_one = (
        phonenumbers.is_possible_number
        if number.startswith(("+", "00"))
        else phonenumbers.is_valid_number
    )
    return any(is_one(each) for each in _read_as(number))


def _read_as(number: str) -> Iterator[phonenumbers.PhoneNumber]:
    """The number in each region that it can be read in."""
    # As it is rung from abroad, which every region writes in a way of its own.
    if number.startswith("00"):
        number = f"+{number[2:]}"
    for region in _REGIONS:
        with suppress(phonenumbers.NumberParseException):
            yield phonenumbers.parse(number, region)
