"""A missing or wrong setting stops the start with a sentence that names it."""

import os
import subprocess
import sys
from pathlib import Path

import pytest

ROOT = Path(__file__).resolve().parents[2]
RIGHT = {
    "SITE_URL": "https://forum.example",
    "SECRET_KEY": "a-long-secret-" * 5,
    "DATABASE_URL": "postgresql://someone:secret@db.example/forum",
    "DJANGO_SETTINGS_MODULE": "mssupport.settings",
}


def start(**changes: str) -> subprocess.CompletedProcess[str]:
    environment = {"PATH": os.environ["PATH"], "PYTHONPATH": str(ROOT), **RIGHT, **changes}
    return subprocess.run(
        [sys.executable, "-c", "import django; django.setup(); print('started')"],
        cwd=ROOT, env=environment, capture_output=True, text=True, check=False,
    )  # fmt: skip


def test_right_settings_start() -> None:
    assert start().stdout.strip() == "started"


@pytest.mark.parametrize(
    ("name", "value"),
    [
        ("SITE_URL", ""), ("SITE_URL", "forum.example"), ("SITE_URL", "ftp://forum.example"),
        ("SITE_URL", "https://forum.example:x"), ("SECRET_KEY", ""), ("DATABASE_URL", ""),
        ("DATABASE_URL", "mysql://db/forum"), ("REDIS_URL", "localhost"), ("WEB_THREADS", "many"),
        ("WEB_THREADS", "0"), ("ADMIN_PATH", "admin/"), ("MAIL_DELIVERY", "pigeon"),
        ("SITE_URL", "https://forum.example/ms"), ("SITE_URL", "https://forum.example?x=1"),
        ("SITE_URL", "https://a:b@forum.example"), ("SITE_URL", "https://Forum.example"),
        ("SITE_URL", "https://forum.example:443"), ("SITE_URL", "https://forum.example:0"),
        ("SITE_URL", "https://forum example"), ("SITE_URL", "https://[::1"),
        ("SITE_URL", "http://forum.example"), ("SITE_URL", "https://forum.example#x"),
        ("SECRET_KEY", "x"), ("SECRET_KEY", "x" * 60), ("SECRET_KEY_FALLBACKS", "short"),
        ("FROM_EMAIL", "nonsense"), ("FROM_EMAIL", "a@b.example, c@d.example"),
        ("FROM_EMAIL", "Forum <a@b.example>"), ("FROM_EMAIL", "a@b.example\nBcc: x@y.example"),
        ("CONTACT_EMAIL", "nonsense"), ("HSTS_PRELOAD", "yes"),
        ("SITE_URL", "https://forum.example:"), ("SITE_URL", "https://forum.example:08443"),
        ("SITE_URL", "https://."), ("SITE_URL", "https://-"), ("SITE_URL", "https://999.1.1.1"),
        ("SITE_URL", "https://forum..example"), ("SITE_URL", "https://-forum.example"),
        ("FROM_EMAIL", "a@-.-"), ("FROM_EMAIL", ".@b.cc"), ("FROM_EMAIL", "ü@b.cc"),
        ("CONTACT_EMAIL", "ü@b.cc"), ("FROM_EMAIL", "a@b.12"), ("MAIL_NAME", "Our\nforum"),
        ("SECRET_KEY", "django-insecure-" + "abcdefgh" * 6), ("SECRET_KEY", "change-me-" * 6),
        ("ADMIN_PATH", "accounts"), ("ADMIN_PATH", "settings/staff"),
        ("MAIL_DELIVERY", "local"), ("TIME_ZONE", "Mars/Olympus"), ("MAINTENANCE", "yes"),
    ],
)  # fmt: skip
def test_wrong_settings_name_themselves(name: str, value: str) -> None:
    done = start(**{name: value})
    assert done.returncode != 0
    assert name in done.stderr
    assert "Traceback" not in done.stderr
    assert len(done.stderr.strip().splitlines()) == 1


@pytest.mark.parametrize(
    ("name", "value"),
    [("DATABASE_URL", "postgresql:///forum?host=/run/postgresql"), ("MAIL", "/var/mail/someone"),
     ("SITE_URL", "https://192.0.2.7"), ("SITE_URL", "https://forum"), ("ADMIN_PATH", "back/room"),
     ("FROM_EMAIL", "o'neil+forum@mail.forum.example"),
     ("SITE_URL", "http://127.0.0.1:8000"), ("SITE_URL", "http://localhost"),
     ("SITE_URL", "https://forum.example:8443/"), ("FROM_EMAIL", "forum@forum.example"),
     ("MAIL_NAME", "Our, forum <x>"),
     ("REDIS_URL", "unix:///run/valkey.sock"), ("REDIS_URL", "redis://bus.example:6379/0")],
)  # fmt: skip
def test_sockets_and_shell_variables_are_no_trouble(name: str, value: str) -> None:
    assert start(**{name: value}).stdout.strip() == "started"


def test_the_paths_of_members_are_those_there_are() -> None:
    from django.conf import settings
    from django.urls import URLPattern, get_resolver

    def first_parts(patterns: list[object], before: str) -> set[str]:
        parts = set()
        for each in patterns:
            path = before + str(each.pattern)
            if isinstance(each, URLPattern):
                parts.add(path.partition("/")[0])
            else:
                parts |= first_parts(each.url_patterns, path)
        return parts

    there = first_parts(get_resolver().url_patterns, "") - {"", settings.ADMIN_PATH.rstrip("/")}
    assert there | {"static"} == settings.PATHS_OF_MEMBERS
