"""./dev test: every check and every test, or with arguments only those tests."""

import importlib.util
import os
import shutil
import subprocess
import sys
import time
from concurrent.futures import ThreadPoolExecutor
from pathlib import Path

from devkit.postgres import EmbeddedPostgres, Trouble, data_folder
from devkit.valkey import EmbeddedValkey

ROOT = Path(__file__).resolve().parent.parent
BIN = Path(sys.executable).parent
PYTHON = sys.executable

TOOLS = ROOT / "var" / "tools"
BROWSERS = ("chromium", "chromium-browser", "google-chrome", "google-chrome-stable")


def test(arguments: list[str]) -> int:
    chromium = _browser() if _wants_browser(arguments) else ""
    environment = {
        **os.environ,
        "CHROMIUM": chromium,
        # Without one, the tests of deploy/nginx.conf are skipped and say so.
        "NGINX": os.environ.get("NGINX") or _nginx(),
        "PYTHONPATH": str(ROOT),
        "DJANGO_SETTINGS_MODULE": "tests.settings",
    }
    for name in (
        "DATABASE_URL",
        "REDIS_URL",
        "SITE_URL",
        "SECRET_KEY",
        "MAIL_DELIVERY",
        "STATIC_ROOT",
    ):
        environment.pop(name, None)
    data = data_folder(ROOT / "var" / "test")
    environment["DATA_DIR"] = str(data)
    # Another server to prove that the code works on it; it must allow making databases.
    elsewhere = os.environ.get("TEST_DATABASE_URL")
    database, bus = EmbeddedPostgres(data, durable=False), EmbeddedValkey()
    try:
        environment["DATABASE_URL"] = elsewhere or database.start()
        bus.start()
        environment["TEST_REDIS_URL"] = bus.url
        subprocess.run(
            [PYTHON, "manage.py", "collectstatic", "--noinput", "--clear", "-v0"],
            cwd=ROOT,
            env=environment,
            check=True,
        )
        return _run(arguments, environment)
    finally:
        bus.stop()
        database.stop()


def check(arguments: list[str]) -> int:
    """Everything that needs neither a database nor a browser, in seconds."""
    if arguments:
        raise Trouble("check takes no arguments.")
    failed = _checks(bare_environment())
    if failed:
        sys.stderr.write(f"\n./dev check: failed: {', '.join(failed)}\n")
    return 1 if failed else 0


def fix(arguments: list[str]) -> int:
    """Puts in order what a program can: imports, form and what the linters know to mend."""
    if arguments:
        raise Trouble("fix takes no arguments.")
    environment = bare_environment()
    steps: list[tuple[str, list[object]]] = [
        ("lint", [BIN / "ruff", "check", "--fix", "."]),
        ("formatting", [BIN / "ruff", "format", "."]),
        ("scripts and styles", [BIN / "oxfmt", "static/js", "static/css"]),
        ("template form", [BIN / "djade", "--target-version", "5.2", *_templates()]),
    ]
    codes = [_step(name, [str(part) for part in command], environment) for name, command in steps]
    # djade answers 1 when it changed something.
    return max(codes[:3])


def bare_environment() -> dict[str, str]:
    """No database is asked: settings want the name of one all the same."""
    return {**os.environ, "PYTHONPATH": str(ROOT), "DJANGO_SETTINGS_MODULE": "tests.settings"}


def _templates() -> list[str]:
    return sorted(str(path) for path in (ROOT / "templates").rglob("*.html"))


def _run(arguments: list[str], environment: dict[str, str]) -> int:
    if arguments:
        return _step("pytest", [PYTHON, "-m", "pytest", *arguments], environment)
    failed = _checks(environment) + _tests(environment)
    if failed:
        sys.stderr.write(f"\n./dev test: failed: {', '.join(failed)}\n")
    return 1 if failed else 0


def _checks(environment: dict[str, str]) -> list[str]:
    """The names of those that failed."""
    steps: list[tuple[str, list[object]]] = [
        ("formatting", [BIN / "ruff", "format", "--check", "."]),
        ("lint", [BIN / "ruff", "check", "."]),
        ("template lint", [BIN / "djlint", "--lint", "--quiet", "templates"]),
        ("template form", [BIN / "djade", "--check", "--target-version", "5.2", *_templates()]),
        ("script lint", [BIN / "oxlint", "--deny-warnings", "static/js"]),
        ("form of scripts and styles", [BIN / "oxfmt", "--check", "static/js", "static/css"]),
        ("import contracts", [BIN / "lint-imports"]),
        ("types", [BIN / "mypy", "."]),
        ("missing migrations", [PYTHON, "manage.py", "makemigrations", "--check", "--dry-run"]),
        ("deployment check", [PYTHON, "manage.py", "check", "--deploy", "--fail-level", "WARNING"]),
    ]
    return [
        name
        for name, command in steps
        if _step(name, [str(part) for part in command], environment) != 0
    ]


# What mostly waits for servers and a browser runs beside all other tests; each lane takes about as
# long as the other.
SECOND_LANE = {"browser journeys": ["tests/browser"], "tests with servers": ["tests/live"]}


def _tests(environment: dict[str, str]) -> list[str]:
    """Two lanes side by side, each with a Valkey and a database of its own; what failed."""
    beside = [path for paths in SECOND_LANE.values() for path in paths]
    others = [PYTHON, "-m", "pytest", *(f"--ignore={path}" for path in beside)]
    with ThreadPoolExecutor(1) as pool:
        second = pool.submit(_second_lane, environment)
        failed = ["tests"] if _step("tests", others, environment) != 0 else []
        for name, code, said, seconds in second.result():
            sys.stdout.write(f"\n== {name}\n{said}")
            _verdict(name, code, seconds)
            failed += [name] if code else []
    return failed


def _second_lane(environment: dict[str, str]) -> list[tuple[str, int, str, float]]:
    """Each step's name, how it ended, what it said, and the seconds it took."""
    bus, done = EmbeddedValkey(), []
    bus.start()
    environment = {
        **environment, "TEST_REDIS_URL": bus.url, "TEST_DATABASE_NAME": "test_second_lane",
    }  # fmt: skip
    try:
        for name, paths in SECOND_LANE.items():
            started = time.monotonic()
            ran = subprocess.run(
                [PYTHON, "-m", "pytest", *paths],
                cwd=ROOT,
                env=environment,
                stdout=subprocess.PIPE,
                stderr=subprocess.STDOUT,
                encoding="utf-8",
                errors="replace",
                check=False,
            )
            done.append((name, ran.returncode, ran.stdout, time.monotonic() - started))
    finally:
        bus.stop()
    return done


def _step(name: str, command: list[str], environment: dict[str, str]) -> int:
    sys.stdout.write(f"\n== {name}\n")
    sys.stdout.flush()
    started = time.monotonic()
    code = subprocess.run(command, cwd=ROOT, env=environment, check=False).returncode
    _verdict(name, code, time.monotonic() - started)
    return code


def _verdict(name: str, code: int, seconds: float) -> None:
    verdict = "ok" if code == 0 else f"FAILED ({code})"
    sys.stdout.write(f"-- {name}: {verdict}, {seconds:.0f} s\n")
    sys.stdout.flush()


def _wants_browser(arguments: list[str]) -> bool:
    """Whether tests in a browser are among those asked for."""
    paths = [each.partition("::")[0].rstrip("/") for each in arguments if not each.startswith("-")]
    paths = [each for each in paths if each.startswith("tests")]
    return not paths or any(each == "tests" or "browser" in each for each in paths)


def _browser() -> str:
    """A Chromium, and what the driver beside it needs."""
    chromium = _chromium()
    spec = importlib.util.find_spec("playwright")
    assert spec is not None
    assert spec.origin is not None
    node = Path(spec.origin).parent / "driver" / "node"
    if (why := _does_not_run(node)) is None:
        return chromium
    if os.geteuid() == 0 and shutil.which("apt-get"):
        sys.stdout.write("Installing libatomic1 for the browser's driver ...\n")
        sys.stdout.flush()
        _apt("update", "-qq")
        _apt("install", "-y", "-qq", "libatomic1")
        why = _does_not_run(node)
    if why is not None:
        raise Trouble(
            f"the driver of the browser tests does not run here ({why}); apt install libatomic1."
        )
    return chromium


def _does_not_run(program: Path) -> str | None:
    """The last thing it says, if it does not; None if it runs."""
    try:
        ran = subprocess.run(
            [program, "--version"], capture_output=True, text=True, check=False, timeout=60
        )
    except (OSError, subprocess.TimeoutExpired) as error:
        return str(error)
    if ran.returncode == 0:
        return None
    return (ran.stderr.strip().splitlines() or ["no message"])[-1]


def _chromium() -> str:
    """A Chromium of this machine; as root one is installed by apt if there is none."""
    found = os.environ.get("CHROMIUM") or next(filter(None, map(shutil.which, BROWSERS)), None)
    if found:
        return found
    if os.geteuid() == 0 and shutil.which("apt-get"):
        sys.stdout.write("Installing Chromium for the browser tests ...\n")
        sys.stdout.flush()
        _apt("update", "-qq")
        _apt("install", "-y", "-qq", "chromium", "libatomic1")
        found = shutil.which("chromium")
        if found:
            return found
    raise Trouble(
        "the browser tests need Chromium, and none was found (apt install chromium libatomic1)."
    )


def _nginx() -> str:
    """An nginx of this machine, or Debian's, unpacked beside our data: installing it would start
    a server that nobody asked for. Empty if there is none."""
    unpacked = TOOLS / "usr/sbin/nginx"
    found = shutil.which("nginx", path=f"{os.environ.get('PATH', '')}:/usr/sbin")
    if found or unpacked.exists():
        return found or str(unpacked)
    if shutil.which("apt-get") and shutil.which("dpkg"):
        sys.stdout.write("Fetching nginx for the test of its file ...\n")
        sys.stdout.flush()
        TOOLS.mkdir(parents=True, exist_ok=True)
        if os.geteuid() == 0:
            _apt("update", "-qq")
        _apt("download", "-qq", "nginx", "nginx-common")
        for package in TOOLS.glob("nginx*.deb"):
            subprocess.run(["dpkg", "-x", package, TOOLS], check=False)
    return str(unpacked) if unpacked.exists() else ""


def _apt(*words: str) -> None:
    quiet = {**os.environ, "DEBIAN_FRONTEND": "noninteractive"}
    nowhere = subprocess.DEVNULL
    where = TOOLS if TOOLS.exists() else ROOT
    subprocess.run(
        ["apt-get", *words], cwd=where, env=quiet, stdout=nowhere, stderr=nowhere, check=False
    )
