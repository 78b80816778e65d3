"""What a member agrees to before writing about their health. A new wording, a new version."""

import hashlib

from django.utils.translation import gettext_noop

CURRENT_VERSION = 1

# Written once: the label is translated, the record is of these words.
WORDING = gettext_noop(
    "I agree that other members can read what I write here, and that this may include "
    "things about my health. I can take this back at any time."
)


def wording_hash() -> str:
    """SHA-256 of the wording, in hex: proof of what was on the screen."""
    return hashlib.sha256(WORDING.encode()).hexdigest()
