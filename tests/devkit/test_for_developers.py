"""What ./dev gives those who work on the code: a site that starts anew, checks in seconds."""

import os
import time
import urllib.error
import urllib.request
from pathlib import Path

from devkit.checks import ROOT
from tests.devkit.test_dev import _free_port, dev, one_clear_line, running


def answer(port: int, path: str) -> tuple[int, str]:
    try:
        with urllib.request.urlopen(f"http://127.0.0.1:{port}{path}", timeout=20) as page:
            return page.status, page.read().decode()
    except urllib.error.HTTPError as error:
        return error.code, error.read().decode()


def said_until(log: Path, words: str) -> str:
    ends = time.monotonic() + 60
    while words not in (said := log.read_text()):
        assert time.monotonic() < ends, said
        time.sleep(0.2)
    return said


def test_the_site_starts_anew_explains_errors_and_counts_statements(
    data: Path, tmp_path: Path
) -> None:
    port, log = _free_port(), tmp_path / "log"
    with running(data, port, "--no-demo", "--reload", "--sql", log=log):
        assert answer(port, "/")[0] == 200
        assert "statements in" in said_until(log, "GET / 200")
        assert "SELECT" in said_until(log, "SELECT")
        status, page = answer(port, "/nothing-here/")
        assert (status, "DEBUG = True" in page) == (404, True)
        os.utime(ROOT / "devkit" / "development.py")
        said_until(log, "Reloading")
        before = log.read_text().count("GET / 200")
        assert answer(port, "/")[0] == 200
        assert log.read_text().count("GET / 200") > before


def test_pages_for_developers_are_never_shown_on_a_real_database(tmp_path: Path) -> None:
    done = dev(
        "manage", "check", DJANGO_SETTINGS_MODULE="devkit.development",
        DATABASE_URL="postgresql://a:b@127.0.0.1:1/none",
    )  # fmt: skip
    assert done.returncode != 0
    assert "use ./dev run --reload" in done.stderr
    one_clear_line(dev("run", "--sql"), "--reload")


def test_checks_and_their_arguments() -> None:
    one_clear_line(dev("check", "tests"), "no arguments")
    one_clear_line(dev("fix", "tests"), "no arguments")
    done = dev("check")
    assert done.returncode == 0, done.stdout + done.stderr
    for name in ("formatting", "lint", "import contracts", "types", "missing migrations"):
        assert f"-- {name}: ok" in done.stdout


def test_a_diagram_of_the_tables() -> None:
    done = dev("diagram", "forums")
    assert done.returncode == 0, done.stderr
    assert done.stdout.startswith("erDiagram\n")
    assert "    Topic }o--|| Board : board" in done.stdout
    assert "        UUIDField token" in done.stdout
    one_clear_line(dev("diagram", "nothing"), "ours are")
