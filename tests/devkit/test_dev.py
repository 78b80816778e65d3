"""./dev as a newcomer meets it."""

import contextlib
import os
import signal
import socket
import stat
import subprocess
import time
import urllib.request
from collections.abc import Iterator
from pathlib import Path

import psycopg2
import pytest

from devkit.postgres import EmbeddedPostgres, ask, secret

ROOT = Path(__file__).resolve().parents[2]


def dev(*words: str, **environment: str) -> subprocess.CompletedProcess[str]:
    return subprocess.run(
        [str(ROOT / "dev"), *words], env=_environment(**environment), text=True,
        capture_output=True, check=False, timeout=120,
    )  # fmt: skip


def _environment(**more: str) -> dict[str, str]:
    kept = {key: os.environ[key] for key in ("PATH", "HOME") if key in os.environ}
    return {**kept, **more}


def _free_port() -> int:
    with socket.socket() as probe:
        probe.bind(("127.0.0.1", 0))
        return int(probe.getsockname()[1])


def one_clear_line(done: subprocess.CompletedProcess[str], word: str) -> None:
    assert done.returncode != 0
    assert "Traceback" not in done.stderr
    assert word in done.stderr
    assert len(done.stderr.strip().splitlines()) == 1, done.stderr


@contextlib.contextmanager
def running(
    data: Path, port: int, *words: str, log: Path | None = None
) -> Iterator[subprocess.Popen[str]]:
    """``log`` is where it writes, to be read while it runs."""
    process = subprocess.Popen(
        [str(ROOT / "dev"), "run", "--port", str(port), "--data", str(data), *words],
        env=_environment(), text=True, stderr=subprocess.STDOUT,
        stdout=subprocess.PIPE if log is None else log.open("w"),
    )  # fmt: skip
    try:
        for _attempt in range(600):
            assert process.poll() is None, process.stdout.read() if process.stdout else ""
            with contextlib.suppress(OSError):
                urllib.request.urlopen(f"http://127.0.0.1:{port}/healthz", timeout=1).close()
                break
            time.sleep(0.1)
        yield process
    finally:
        if process.poll() is None:
            process.send_signal(signal.SIGTERM)
            process.wait(timeout=30)
        if process.stdout is not None:
            process.stdout.close()


def rows(data: Path, statement: str) -> list[tuple[object, ...]]:
    port = (_cluster(data) / "postmaster.pid").read_text().splitlines()[3]
    password = secret(data, "postgres-password")
    return ask(f"postgresql://mssupport:{password}@127.0.0.1:{port}/mssupport", statement)


def _cluster(data: Path) -> Path:
    return EmbeddedPostgres(data).cluster


def test_start_stop_start_keeps_everything(data: Path, tmp_path: Path) -> None:
    port = _free_port()
    before = stat.S_IMODE(tmp_path.stat().st_mode)
    with running(data, port) as first:
        assert rows(data, "SELECT count(*) FROM forums_topic") == [(62,)]
        again = dev("run", "--port", str(_free_port()), "--data", str(data))
        one_clear_line(again, "already uses the data folder")
        rows(data, "UPDATE forums_board SET description = 'kept' WHERE slug = 'carers'")
        first.send_signal(signal.SIGINT)
        first.wait(timeout=30)
        assert first.returncode == 0
        assert EmbeddedPostgres(data).running_port() is None, "the database was stopped too"
    files = data / "static" / "staticfiles.json"
    made = files.stat().st_mtime_ns
    with running(data, port) as second:
        assert rows(data, "SELECT description FROM forums_board WHERE slug = 'carers'") == [
            ("kept",)
        ]
        assert files.stat().st_mtime_ns == made, "unchanged files are not made again"
        second.kill()
        second.wait(timeout=30)
    (data / "static-made").write_text("another style sheet")
    with running(data, port):
        assert files.stat().st_mtime_ns > made
        assert rows(data, "SELECT count(*) FROM forums_topic") == [(62,)]
    assert stat.S_IMODE(tmp_path.stat().st_mode) == before
    for name in ("postgres-password", "secret-key"):
        assert stat.S_IMODE((data / name).stat().st_mode) == 0o600


def test_nobody_comes_in_without_the_password(data: Path) -> None:
    server = EmbeddedPostgres(data)
    url = server.start()
    try:
        for wrong in ("", "guess"):
            with pytest.raises(psycopg2.OperationalError):
                psycopg2.connect(url.replace(server.password(), wrong))
        rules = (server.cluster / "pg_hba.conf").read_text()
        assert "trust" not in [
            line.split()[-1] for line in rules.splitlines() if line[:1].isalpha()
        ]
        assert stat.S_IMODE(server.cluster.stat().st_mode) == 0o700
    finally:
        server.stop()


def test_a_stale_pid_of_another_program_is_no_trouble(data: Path) -> None:
    server = EmbeddedPostgres(data)
    server.start()
    server.stop()
    with subprocess.Popen(["sleep", "60"]) as other:
        (server.cluster / "postmaster.pid").write_text(
            f"{other.pid}\n{server.cluster}\n1\n1\n\n127.0.0.1\n"
        )
        try:
            assert server.start()
        finally:
            server.stop()
            other.kill()


def test_a_taken_port_is_one_clear_line(tmp_path: Path) -> None:
    with socket.socket() as taken:
        taken.bind(("127.0.0.1", 0))
        taken.listen()
        done = dev("run", "--port", str(taken.getsockname()[1]), "--data", str(tmp_path / "d"))
    one_clear_line(done, "is taken")


def test_no_write_access_is_one_clear_line() -> None:
    one_clear_line(dev("run", "--port", str(_free_port()), "--data", "/proc/nowhere"), "/proc")


def test_a_database_that_cannot_be_used_is_one_clear_line(tmp_path: Path) -> None:
    done = dev(
        "run", "--port", str(_free_port()), "--data", str(tmp_path / "d"),
        DATABASE_URL="postgresql://x:y@127.0.0.1:1/z",
    )  # fmt: skip
    one_clear_line(done, "DATABASE_URL")


def test_unknown_verbs_and_measurements_are_one_clear_line() -> None:
    one_clear_line(dev("dance"), "dance")
    one_clear_line(dev("bench", "nothing"), "pages")


@pytest.mark.parametrize(
    ("program", "word"),
    [
        ("#!/bin/sh\nexit 1\n", "Python 3.11"),
        ('#!/bin/sh\ncase "$2" in *ensurepip*) exit 1 ;; esac\n', "venv module"),
    ],
    ids=["old python", "no venv"],
)
def test_an_unfit_python_is_one_clear_line(tmp_path: Path, program: str, word: str) -> None:
    fake, clone = tmp_path / "bin", tmp_path / "clone"
    fake.mkdir()
    clone.mkdir()
    for name in ("python3", "python3.11", "python3.12", "python3.13", "python3.14"):
        (fake / name).write_text(program)
        (fake / name).chmod(0o755)
    for name in ("dev", "requirements.txt", "requirements-embedded.txt", "requirements-dev.txt"):
        (clone / name).write_bytes((ROOT / name).read_bytes())
    (clone / "dev").chmod(0o755)
    done = subprocess.run(
        [str(clone / "dev"), "run"], env={"PATH": f"{fake}:/usr/bin:/bin"}, text=True,
        capture_output=True, check=False,
    )  # fmt: skip
    one_clear_line(done, word)
