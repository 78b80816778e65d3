"""The site's own settings, with the few things that tests need otherwise."""

import os

os.environ.setdefault("SITE_URL", "https://testserver")
os.environ.setdefault("SECRET_KEY", "for-tests-only-" * 4)
os.environ.setdefault("DATABASE_URL", "postgresql://nobody@127.0.0.1:1/none")
os.environ["MAIL_DELIVERY"] = "smtp"

from mssupport.settings import *  # noqa: F403

# Two runs side by side have a database each.
if _name := os.environ.get("TEST_DATABASE_NAME"):
    DATABASES["default"]["TEST"] = {"NAME": _name}  # noqa: F405

EMAIL_BACKEND = "django.core.mail.backends.locmem.EmailBackend"
PASSWORD_HASHERS = ["django.contrib.auth.hashers.MD5PasswordHasher"]

# Most tests write with members who were never here before; the tests of this turn it on.
FIRST_POSTS_LOOKED_AT = 0
FIRST_POSTS_HELD = 0
MEMBERS_ARE_APPROVED = False
