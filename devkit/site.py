"""A whole site of its own for browser tests, pictures and measurements: database, demo, server."""

import contextlib
import os
import shutil
import socket
import subprocess
import sys
import time
import urllib.request
from pathlib import Path
from urllib.parse import urlsplit, urlunsplit

from devkit.postgres import Trouble, ask

ROOT = Path(__file__).resolve().parent.parent


class Site:
    """One server process on a free port with a database of its own on the server given."""

    def __init__(
        self,
        database_url: str,
        data: Path,
        *,
        name: str,
        redis_url: str = "",
        demo_scale: int = 1,
        application: str = "mssupport.asgi:application",
        public_url: str = "",
        **settings: str,
    ) -> None:
        """``public_url``: what members type, if a proxy stands before it; ``settings``: more of
        the environment."""
        self.name = name
        self.data = data / name
        self.server_url = database_url
        self.application = application
        self.demo_scale = demo_scale
        with socket.socket() as probe:
            probe.bind(("127.0.0.1", 0))
            self.port = int(probe.getsockname()[1])
        self.url = f"http://127.0.0.1:{self.port}"
        self.database_url = urlunsplit(urlsplit(database_url)._replace(path=f"/{name}"))
        self.environment = {
            **os.environ,
            "PYTHONPATH": str(ROOT),
            "DJANGO_SETTINGS_MODULE": "mssupport.settings",
            "SITE_URL": public_url or self.url,
            "SECRET_KEY": "for-this-site-only-" * 3,
            "DATABASE_URL": self.database_url,
            "REDIS_URL": redis_url,
            "MAIL_DELIVERY": "local",
            "DATA_DIR": str(self.data),
            "STATIC_ROOT": str(self.data / "static"),
            **settings,
        }
        self._process: subprocess.Popen[bytes] | None = None

    def make(self, *more: str) -> None:
        """An empty database, filled with the demo community (``demo_scale=0``: left empty).

        ``more`` are further words for the demo command.
        """
        shutil.rmtree(self.data, ignore_errors=True)
        self.data.mkdir(parents=True)
        self.sql(f'DROP DATABASE IF EXISTS "{self.name}" WITH (FORCE)', on_server=True)
        self.sql(f'CREATE DATABASE "{self.name}"', on_server=True)
        self.manage("migrate", "-v0")
        self.manage("collectstatic", "--noinput", "-v0")
        if self.demo_scale:
            self.manage(
                "demo", "--on-database", self.name, "--scale", str(self.demo_scale), "-v0", *more
            )

    def start(self) -> None:
        log = open(self.data / "server.log", "ab")  # noqa: SIM115 (the server writes on)
        self._process = subprocess.Popen(
            [sys.executable, "-m", "uvicorn", self.application, "--host", "127.0.0.1",
             "--port", str(self.port), "--log-level", "warning", "--ws-max-size", "65536",
             "--ws-per-message-deflate", "false", "--no-proxy-headers",
             "--timeout-graceful-shutdown", "3"],
            cwd=ROOT, env=self.environment, stdin=subprocess.DEVNULL,
            stdout=log, stderr=subprocess.STDOUT,
        )  # fmt: skip
        log.close()
        for _attempt in range(300):
            if self._process.poll() is not None:
                break
            with contextlib.suppress(OSError):
                urllib.request.urlopen(f"{self.url}/healthz", timeout=2).close()  # noqa: S310
                return
            time.sleep(0.1)
        last_words = (self.data / "server.log").read_text()[-2000:]
        raise Trouble(f"the site '{self.name}' did not start: {last_words}")

    def stop(self, *, at_once: bool = False) -> None:
        """``at_once`` is kill -9."""
        if self._process is not None:
            (self._process.kill if at_once else self._process.terminate)()
            self._process.wait(timeout=30)
            self._process = None

    @property
    def pid(self) -> int:
        assert self._process is not None
        return self._process.pid

    def manage(self, *words: str) -> str:
        done = subprocess.run(
            [sys.executable, "manage.py", *words],
            cwd=ROOT,
            env=self.environment,
            capture_output=True,
            text=True,
            check=False,
        )
        if done.returncode:
            raise Trouble(f"manage.py {' '.join(words)} failed: {done.stdout}{done.stderr}")
        return done.stdout

    def sql(self, statement: str, *, on_server: bool = False) -> list[tuple[object, ...]]:
        """Runs one statement and gives its rows."""
        return ask(self.server_url if on_server else self.database_url, statement)
