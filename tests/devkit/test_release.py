"""A release is one commit and one tag, and nothing half done."""

import subprocess
from datetime import date
from pathlib import Path

import pytest

from devkit.postgres import Trouble
from devkit.release import release

DAY = date(2027, 3, 1)


@pytest.fixture
def project(tmp_path: Path) -> Path:
    (tmp_path / "pyproject.toml").write_text('[project]\nversion = "0.1.0"\n')
    changes = "# What changed\n\n## 0.1.0, not yet released\n\n* It.\n"
    (tmp_path / "CHANGELOG.md").write_text(changes)
    for words in (
        ["init", "-q", "-b", "main"], ["config", "user.email", "a@mail.example"],
        ["config", "user.name", "A"], ["add", "-A"], ["commit", "-q", "-m", "first"],
    ):  # fmt: skip
        subprocess.run(["git", *words], cwd=tmp_path, check=True)
    return tmp_path


def git(project: Path, *words: str) -> str:
    return subprocess.run(
        ["git", *words], cwd=project, check=True, capture_output=True, text=True
    ).stdout.strip()


def test_it_is_written_committed_and_tagged(project: Path) -> None:
    assert release(["0.2.0"], root=project, today=DAY) == 0
    assert 'version = "0.2.0"' in (project / "pyproject.toml").read_text()
    assert "## 0.2.0, 1 March 2027\n\n* It." in (project / "CHANGELOG.md").read_text()
    assert git(project, "tag", "--list") == "v0.2.0"
    assert git(project, "status", "--porcelain") == ""
    assert git(project, "describe") == "v0.2.0"


@pytest.mark.parametrize("words", [[], ["0.2"], ["v0.2.0"], ["0.2.0", "now"], ["0.0.9"]])
def test_versions_that_are_none(project: Path, words: list[str]) -> None:
    with pytest.raises(Trouble):
        release(words, root=project, today=DAY)
    assert git(project, "status", "--porcelain") == ""


def test_what_is_in_the_way_is_said(project: Path) -> None:
    release(["0.1.0"], root=project, today=DAY)
    with pytest.raises(Trouble, match="released already"):
        release(["0.1.0"], root=project, today=DAY)
    with pytest.raises(Trouble, match="no part"):
        release(["0.2.0"], root=project, today=DAY)
    (project / "more").write_text("x")
    with pytest.raises(Trouble, match="not committed"):
        release(["0.2.0"], root=project, today=DAY)
