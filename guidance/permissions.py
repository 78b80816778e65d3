"""Who may change what is published here, and what must stay."""

from collections.abc import Iterable

from django.utils.translation import gettext as _

from accounts.exceptions import ActionDenied
from guidance.models import HelpLine

# The shortest numbers that bring help have three digits; some countries' own have two.
MIN_DIGITS = 2


def check_number(phone: str) -> None:
    """Whoever opens the help page finds something to ring or to write to."""
    if sum(sign.isdecimal() for sign in phone) < MIN_DIGITS:
        raise ActionDenied(
            _("Please give a number to ring, or a number to text and what to write.")
        )


def check_help_line(changed: HelpLine, lines: Iterable[HelpLine]) -> None:
    """Every country that has a help line keeps one. ``lines`` are all of them as they are stored,
    ``changed`` is one of them as it is to be."""
    earlier = next(line for line in lines if line.pk == changed.pk)
    if not earlier.is_published:
        return
    left = [line for line in lines if line.pk != changed.pk]
    left.append(changed)
    country = _key(earlier.country)
    if not any(line.is_published and _key(line.country) == country for line in left):
        raise ActionDenied(
            _("This is the last help line for %(country)s. Please add another one first.")
            % {"country": earlier.country}
        )


def _key(country: str) -> str:
    return " ".join(country.casefold().split())
