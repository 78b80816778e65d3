"""Which passwords are too easy to guess."""

from typing import Any

from django.conf import settings
from django.core.exceptions import ValidationError
from django.utils.translation import gettext as _
from zxcvbn import zxcvbn  # type: ignore[import-untyped]

# Of 0 to 4: from 3 on, somebody who has the stored hash needs more than a day of many machines.
MIN_SCORE = 3
# zxcvbn reads no more than this, and takes longer than the text is long.
_READ = 72


class GuessableValidator:
    """Refuses repeated signs, rows of the keyboard, dates, and the member's own name or address."""

    def validate(self, password: str, user: Any = None) -> None:
        own = [settings.SITE_NAME, "multiple sclerosis"]
        for name in ("pseudonym", "email"):
            own += str(getattr(user, name, "") or "").replace("@", " ").split()
        if zxcvbn(password[:_READ], user_inputs=own)["score"] < MIN_SCORE:
            raise ValidationError(
                _("This password is easy to guess. A few plain words in a row are better.")
            )

    def get_help_text(self) -> str:
        return _("A few plain words in a row are good.")
