"""Sessions as they are after somebody of the team showed their second factor."""

import time
from typing import Any

from django.test import Client

from accounts.second_factor import ENDS_AT, STAFF_SESSION


def proof_of_second_factor(member: object, method: str = "mfa") -> dict[str, Any]:
    """What allauth writes into the session of a member (by id) who has just shown it; or has just
    logged in by a password, if that is the method."""
    shown = {"method": method, "at": time.time(), "type": "totp", "reauthenticated": True}
    return {
        # As a session of the team has it from its first page on.
        **({ENDS_AT: time.time() + STAFF_SESSION.total_seconds()} if method == "mfa" else {}),
        "account_authentication_methods": [shown],
        "account_authentication_methods_user": str(member),
    }


def show_second_factor(client: Client) -> None:
    """As if whoever is logged in there had typed a code of their app just now."""
    session = client.session
    session.update(proof_of_second_factor(session["_auth_user_id"]))
    session.save()
