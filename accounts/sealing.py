"""Words that lie in the database and can be read only with the key of the site.

Codes that were mailed, addresses somebody typed and the seeds of authenticator apps: whoever gets a
copy of the database gets none of them.
"""

import base64
import json
import logging
import secrets
from typing import Any

from cryptography.fernet import Fernet, InvalidToken, MultiFernet
from django.conf import settings
from django.utils.crypto import salted_hmac

logger = logging.getLogger(__name__)


def seal(text: str) -> str:
    return _box().encrypt(text.encode()).decode()


def unseal(sealed: str) -> str:
    """Raises InvalidToken for what was sealed with a key that the settings no longer name."""
    return _box().decrypt(sealed.encode()).decode()


def unseal_secret(sealed: str) -> str:
    """A secret in base 32. If its key is gone it is a new one that nobody knows, so that no code
    fits it."""
    try:
        return unseal(sealed)
    except InvalidToken:
        logger.warning("a second factor was sealed with a SECRET_KEY that is gone")
        return base64.b32encode(secrets.token_bytes(20)).decode()


class SessionSerializer:
    """What Django's sessions keep, sealed. Sessions from before it was can still be read."""

    def dumps(self, obj: Any) -> bytes:
        return _box().encrypt(json.dumps(obj, separators=(",", ":")).encode())

    def loads(self, data: bytes) -> Any:
        is_open = data.startswith(b"{")
        return json.loads(data if is_open else _box().decrypt(data))


def _box() -> MultiFernet:
    keys = [settings.SECRET_KEY, *settings.SECRET_KEY_FALLBACKS]
    return MultiFernet([Fernet(_derived(key)) for key in keys])


def _derived(key: str) -> bytes:
    digest = salted_hmac("accounts.sealing", "", secret=key, algorithm="sha256").digest()
    return base64.urlsafe_b64encode(digest)
