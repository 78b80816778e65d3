"""The verb release: a version is written where it stands, committed and tagged; not pushed."""

import re
import subprocess
import sys
from datetime import date
from pathlib import Path

from devkit.postgres import Trouble

ROOT = Path(__file__).resolve().parent.parent
_VERSION = re.compile(r"\d+\.\d+\.\d+")
_UNRELEASED = re.compile(r"^## (?P<version>\S+), not yet released$", re.MULTILINE)


def release(arguments: list[str], *, root: Path = ROOT, today: date | None = None) -> int:
    """Raises Trouble with what is in the way: changes that are not committed, a version that is no
    newer, a changelog without anything that was not released yet."""
    if len(arguments) != 1 or not _VERSION.fullmatch(arguments[0]):
        raise Trouble("name the version as three numbers, such as ./dev release 0.2.0.")
    version = arguments[0]
    if _git(root, "status", "--porcelain"):
        raise Trouble("there are changes that are not committed.")
    if _git(root, "tag", "--list", f"v{version}"):
        raise Trouble(f"v{version} was released already.")
    project, changelog = root / "pyproject.toml", root / "CHANGELOG.md"
    before = re.search(r'^version = "(.+)"$', project.read_text(), re.MULTILINE)
    assert before is not None
    if _numbers(version) < _numbers(before[1]):
        raise Trouble(f"{version} is older than {before[1]}, which stands in pyproject.toml.")
    said = changelog.read_text(encoding="utf-8")
    if not _UNRELEASED.search(said):
        raise Trouble("CHANGELOG.md has no part that is not yet released.")
    day = today or date.today()  # noqa: DTZ011 (the day where the release is made)
    heading = f"## {version}, {day.day} {day:%B %Y}"
    changelog.write_text(_UNRELEASED.sub(heading, said, count=1), encoding="utf-8")
    project.write_text(project.read_text().replace(before[0], f'version = "{version}"', 1))
    _git(root, "commit", "-q", "-a", "-m", f"release: Make {version} of what is here.")
    _git(root, "tag", "-a", f"v{version}", "-m", f"MS Support {version}")
    sys.stdout.write(f"Tagged v{version}. Look at it, then: git push --follow-tags\n")
    return 0


def _numbers(version: str) -> tuple[int, ...]:
    return tuple(map(int, version.split(".")))


def _git(root: Path, *words: str) -> str:
    done = subprocess.run(
        ["git", *words], cwd=root, check=False, capture_output=True, text=True
    )  # fmt: skip
    if done.returncode:
        raise Trouble(f"git {words[0]} says: {done.stderr.strip()}")
    return done.stdout.strip()
