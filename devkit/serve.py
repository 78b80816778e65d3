"""./dev run and ./dev manage: the site beside its embedded database."""

import argparse
import contextlib
import errno
import fcntl
import os
import signal
import socket
import sys
import time
from collections.abc import Iterator
from pathlib import Path
from types import FrameType
from typing import Any

from psycopg2 import OperationalError

from devkit.postgres import EmbeddedPostgres, Trouble, data_folder, secret

ROOT = Path(__file__).resolve().parent.parent
LOOPBACK = "127.0.0.1"


def run(arguments: list[str]) -> int:
    parser = argparse.ArgumentParser(prog="./dev run")
    parser.add_argument("--port", type=int, default=8000)
    parser.add_argument("--data", type=_folder, default=Path("var"))
    parser.add_argument("--no-demo", action="store_true", help="start with an empty forum")
    parser.add_argument(
        "--reload", action="store_true",
        help="for developers: starts anew when code changes, explains errors, counts statements",
    )  # fmt: skip
    parser.add_argument("--sql", action="store_true", help="with --reload: prints each statement")
    options = parser.parse_args(arguments)
    if options.sql and not options.reload:
        raise Trouble("--sql goes with --reload.")

    # A stop that comes while the database is starting must still stop the database.
    signal.signal(signal.SIGTERM, _leave)
    listener = _listen(options.port)
    with listener, contextlib.suppress(KeyboardInterrupt), _environment(options.data) as data:
        _name_the_address(options.port)
        _prepare(data, demo=not options.no_demo)
        _announce(options.port, demo=not options.no_demo)
        if options.reload:
            _serve_anew(listener, prints_statements=options.sql)
        else:
            _serve(listener)
    sys.stdout.write("Stopped. Everything written is kept.\n")
    return 0


def manage(arguments: list[str]) -> int:
    data = Path("var")
    if arguments[:1] == ["--data"] and len(arguments) > 1:
        data, arguments = _folder(arguments[1]), arguments[2:]
    with _environment(data, alone=False):
        _name_the_address(8000)
        from django.core.management import execute_from_command_line

        execute_from_command_line(["./dev manage", *arguments])
    return 0


def _folder(text: str) -> Path:
    """A folder as the caller names it, from where the caller stands."""
    return Path(os.environ.get("MSSUPPORT_CALLED_FROM", ".")) / text


def _leave(_number: int, _frame: FrameType | None) -> None:
    raise KeyboardInterrupt


def _listen(port: int) -> socket.socket:
    listener = socket.socket()
    listener.setsockopt(socket.SOL_SOCKET, socket.SO_REUSEADDR, 1)
    try:
        listener.bind((LOOPBACK, port))
        listener.listen(1024)
    except (OSError, OverflowError) as error:
        if getattr(error, "errno", None) == errno.EADDRINUSE:
            why = "is taken by another program; choose one with --port"
        else:
            why = f"cannot be used ({error})"
        raise Trouble(f"port {port} {why}.") from None
    return listener


@contextlib.contextmanager
def _environment(folder: Path, *, alone: bool = True) -> Iterator[Path]:
    """The settings of an embedded site in os.environ, its database up; stopped at the end.

    With DATABASE_URL set, that server is used and nothing is embedded.
    """
    data = data_folder(folder)
    os.environ.setdefault("SECRET_KEY", secret(data, "secret-key"))
    os.environ.setdefault("DATA_DIR", str(data))
    os.environ.setdefault("STATIC_ROOT", str(data / "static"))
    if os.environ.get("DATABASE_URL"):
        yield data
        return
    with open(data / "in-use", "w") as lock:
        mine = _lock(lock.fileno())
        if alone and not mine:
            raise Trouble(f"another ./dev run already uses the data folder {data}.")
        server = EmbeddedPostgres(data)
        try:
            os.environ["DATABASE_URL"] = server.start() if mine else _url_of_running(server)
            os.environ["MSSUPPORT_EMBEDDED"] = "1"
            yield data
        finally:
            if mine:
                signal.signal(signal.SIGTERM, signal.SIG_IGN)
                signal.signal(signal.SIGINT, signal.SIG_IGN)
                server.stop()


def _url_of_running(server: EmbeddedPostgres) -> str:
    """Beside a ./dev run: its server, once that is up."""
    for _attempt in range(60):
        if server.running_port() is not None:
            with contextlib.suppress(OperationalError):
                return server.start()
        time.sleep(0.5)
    raise Trouble("another ./dev uses this data folder, and its database does not answer.")


def _lock(descriptor: int) -> bool:
    try:
        fcntl.flock(descriptor, fcntl.LOCK_EX | fcntl.LOCK_NB)
    except BlockingIOError:
        return False
    return True


def _name_the_address(port: int) -> None:
    os.environ.setdefault("SITE_URL", f"http://{LOOPBACK}:{port}")
    os.environ.setdefault("MAIL_DELIVERY", "local")


def _prepare(data: Path, *, demo: bool) -> None:
    import django
    from django.core.management import call_command

    sys.stdout.write("Preparing the database ...\n")
    sys.stdout.flush()
    django.setup()
    _check_servers()
    call_command("migrate", verbosity=0, interactive=False)
    _collect_static(data)
    if demo and os.environ.get("MSSUPPORT_EMBEDDED"):
        from accounts.models import Member

        # What is in the database decides, and not what was made in this folder once.
        if not Member.objects.exists():
            sys.stdout.write("Creating the demo community ...\n")
            sys.stdout.flush()
            call_command("demo", verbosity=0)
    from django.db import connections

    connections.close_all()


def _collect_static(data: Path) -> None:
    """Compressing and naming the files takes seconds, so it is done only when one has changed."""
    from django.conf import settings
    from django.core.management import call_command

    ways = [ROOT / "requirements.txt", ROOT / "mssupport" / "staticfiles.py"]
    sources = [*ways, *sorted((ROOT / "static").rglob("*"))]
    state = "\n".join(f"{path} {path.stat().st_mtime_ns}" for path in sources)
    stamp = data / "static-made"
    manifest = Path(settings.STATIC_ROOT) / "staticfiles.json"
    if manifest.exists() and stamp.exists() and stamp.read_text() == state:
        return
    stamp.unlink(missing_ok=True)
    call_command("collectstatic", verbosity=0, interactive=False, clear=False)
    stamp.write_text(state)


def _check_servers() -> None:
    """One sentence for a server that a setting names and that cannot be used."""
    from django.conf import settings
    from django.db import Error, connection

    try:
        with connection.cursor() as cursor:
            cursor.execute("SHOW server_version_num")
            version = int(cursor.fetchone()[0]) // 10000
    except Error as error:
        why = str(error).strip().splitlines()[-1]
        raise Trouble(
            f"the setting DATABASE_URL names a database that cannot be used: {why}"
        ) from None
    if version < 15:
        raise Trouble(
            f"the setting DATABASE_URL names PostgreSQL {version}; 15 or newer is needed."
        )
    if settings.REDIS_URL:
        from redis import Redis
        from redis.exceptions import RedisError

        try:
            Redis.from_url(settings.REDIS_URL, socket_connect_timeout=2).ping()
        except RedisError as error:
            raise Trouble(
                f"the setting REDIS_URL names a server that cannot be used: {error}"
            ) from None


def _announce(port: int, *, demo: bool) -> None:
    lines = ["", f"MS Support is ready: http://{LOOPBACK}:{port}/", ""]
    if demo and os.environ.get("MSSUPPORT_EMBEDDED"):
        from mssupport.demo.logins import LOGINS, PASSWORD, demo_logins

        if demo_logins():
            lines += [f"  {role:<10} {email:<28} {PASSWORD}" for role, email in LOGINS.items()]
            lines.append("")
    from django.conf import settings

    lines += [
        f"  Django admin: http://{LOOPBACK}:{port}/{settings.ADMIN_PATH}",
        f"  Every mail it sends: http://{LOOPBACK}:{port}/dev/mail/",
        "  Ctrl-C stops it; everything is kept.",
        "",
    ]
    sys.stdout.write("\n".join(lines) + "\n")
    sys.stdout.flush()


# What a stranger writes about where they come from is believed by nobody here.
_HOW: dict[str, Any] = {
    "log_level": "warning", "proxy_headers": False, "ws_max_size": 65536, "ws_ping_interval": 20,
    "ws_ping_timeout": 20, "ws_per_message_deflate": False, "timeout_graceful_shutdown": 5,
    "lifespan": "on",
}  # fmt: skip


def _serve(listener: socket.socket) -> None:
    import uvicorn

    from mssupport.asgi import application

    uvicorn.Server(uvicorn.Config(application, **_HOW)).run(sockets=[listener])


def _serve_anew(listener: socket.socket, *, prints_statements: bool) -> None:
    """In a process of its own, which a changed file of ours ends and starts again."""
    import uvicorn
    from uvicorn.supervisors import ChangeReload

    if not os.environ.get("MSSUPPORT_EMBEDDED"):
        raise Trouble("--reload shows too much for a real database: run it without DATABASE_URL.")
    os.environ["DJANGO_SETTINGS_MODULE"] = "devkit.development"
    if prints_statements:
        os.environ["MSSUPPORT_EACH_STATEMENT"] = "1"
    watched = [str(path.parent) for path in ROOT.glob("*/__init__.py")]
    config = uvicorn.Config("mssupport.asgi:application", reload=True, reload_dirs=watched, **_HOW)
    ChangeReload(config, target=uvicorn.Server(config).run, sockets=[listener]).run()
