"""Sessions of many demo members at once: python -m bench.logged_in N, in the site's environment."""

import json
import sys

import django

django.setup()

from django.conf import settings  # noqa: E402
from django.contrib.auth import BACKEND_SESSION_KEY, HASH_SESSION_KEY, SESSION_KEY  # noqa: E402
from django.contrib.sessions.backends.db import SessionStore  # noqa: E402

from accounts.models import Member  # noqa: E402


def main(count: int) -> None:
    keys = []
    for member in Member.objects.filter(role="member").order_by("pk")[:count]:
        session = SessionStore()
        session[SESSION_KEY] = str(member.pk)
        session[BACKEND_SESSION_KEY] = settings.AUTHENTICATION_BACKENDS[0]
        session[HASH_SESSION_KEY] = member.get_session_auth_hash()
        session.create()
        keys.append(f"{settings.SESSION_COOKIE_NAME}={session.session_key}")
    print(json.dumps(keys))


main(int(sys.argv[1]))
