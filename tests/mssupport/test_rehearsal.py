"""docs/running.md, done word for word in a clean Debian (deploy/rehearse.py)."""

import os
import re
import shlex
import subprocess
import sys
from pathlib import Path

import pytest

ROOT = Path(__file__).resolve().parents[2]
sys.path.insert(0, str(ROOT / "deploy"))

from rehearse import blocks  # noqa: E402


def test_every_step_names_what_there_is() -> None:
    steps = blocks()
    assert len(steps) > 25
    assert all(shlex.split(step) for step in steps), "each is one line of a shell"
    named = {
        path for step in steps for path in re.findall(r"/srv/mssupport/app/([\w./@*-]+)", step)
    }
    assert {"requirements.txt", "deploy/nginx.conf", "deploy/manage"} <= named
    for path in named:
        assert list(ROOT.glob(path)), path


@pytest.mark.skipif(
    "REHEARSE" not in os.environ,
    reason="takes minutes, root and a fresh Debian: REHEARSE=FOLDER of debootstrap ./dev test "
    "tests/mssupport/test_rehearsal.py",
)
def test_the_page_is_done_word_for_word() -> None:
    done = subprocess.run(
        [sys.executable, ROOT / "deploy/rehearse.py", os.environ["REHEARSE"]],
        capture_output=True, text=True, errors="replace", check=False,
    )  # fmt: skip
    assert done.returncode == 0, done.stdout[-4000:] + done.stderr[-1000:]
    assert "REHEARSED" in done.stdout
