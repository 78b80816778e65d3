"""tests/live/hand.py, held from a test."""

import json
import subprocess
import sys
from typing import Any

from devkit.site import Site


class Hand:
    """A process of its own beside the site's servers."""

    def __init__(self, site: Site) -> None:
        self.process = subprocess.Popen(
            [sys.executable, "-m", "tests.live.hand"], env=site.environment, text=True,
            stdin=subprocess.PIPE, stdout=subprocess.PIPE,
        )  # fmt: skip

    def __call__(self, do: str, **words: Any) -> Any:
        """What it answers; None if it was refused by a rule."""
        self.process.stdin.write(json.dumps({"do": do, **words}) + "\n")
        self.process.stdin.flush()
        answer = json.loads(self.process.stdout.readline())
        assert "failed" not in answer or answer["failed"] in {"ActionDenied", "EditConflict"}, (
            answer
        )
        return answer.get("done")

    def close(self) -> None:
        self.process.stdin.close()
        self.process.wait(10)
        self.process.stdout.close()
