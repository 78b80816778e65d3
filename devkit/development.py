"""The site's own settings for ./dev run --reload: pages that explain an error, templates read anew,
and a line in the log for what each request asked the database.

Only ./dev names this module, and it stops where the database is not its embedded one.
"""

import os

from mssupport.settings import *  # noqa: F403
from mssupport.settings import LOGGING, MIDDLEWARE, TEMPLATES

if "MSSUPPORT_EMBEDDED" not in os.environ:
    raise SystemExit("Pages for developers show too much for a real site: use ./dev run --reload.")

DEBUG = True
MIDDLEWARE = ["devkit.statements.statement_log", *MIDDLEWARE]
_loaders = [
    "django.template.loaders.filesystem.Loader",
    "django.template.loaders.app_directories.Loader",
]
TEMPLATES[0] |= {"APP_DIRS": False}
TEMPLATES[0]["OPTIONS"] |= {"loaders": _loaders}  # type: ignore[operator]
LOGGING["loggers"]["devkit.statements"] = {"level": "INFO"}  # type: ignore[index]
