"""./dev clean: takes away what ./dev made, and nothing else."""

import os
import shutil
import subprocess
import sys
from pathlib import Path

from devkit import clusters
from devkit.postgres import SERVER_ACCOUNT, Trouble, is_postgres

ROOT = Path(__file__).resolve().parent.parent
CACHES = (
    ".pytest_cache", ".hypothesis", ".mypy_cache", ".ruff_cache", ".import_linter_cache",
)  # fmt: skip


def clean(arguments: list[str]) -> int:
    """The databases of this clone, its var folder and caches; the shell removes the environment."""
    if arguments:
        raise Trouble("it takes no arguments.")
    inside = [path.parent for path in (ROOT / "var").rglob("PG_VERSION") if path.parent.is_dir()]
    shared = [
        *clusters.of_folder(ROOT),
        *(cluster for data in _data_folders() for cluster in clusters.left_over(data)),
    ]
    for cluster in [*inside, *shared]:
        if _is_running(cluster):
            raise Trouble(f"the database in {cluster} is running; stop ./dev first (Ctrl-C).")
    for cluster in dict.fromkeys(shared):
        shutil.rmtree(cluster, ignore_errors=True)
        clusters.forget(cluster)
        _say(f"removed {cluster}")
    _remove_base_if_empty()
    for path in (ROOT / "var", *(ROOT / name for name in CACHES)):
        if path.exists():
            shutil.rmtree(path, ignore_errors=True)
            _say(f"removed {path}")
    for cache in ROOT.rglob("__pycache__"):
        if ".venv" not in cache.parts:
            shutil.rmtree(cache, ignore_errors=True)
    return 0


def _data_folders() -> list[Path]:
    return [ROOT / "var", ROOT / "var" / "test", ROOT / "var" / "bench"]


def _is_running(cluster: Path) -> bool:
    try:
        pid = int((cluster / "postmaster.pid").read_text().splitlines()[0])
    except (OSError, IndexError, ValueError):
        return False
    return is_postgres(pid)


def _remove_base_if_empty() -> None:
    """The programs and the account that all clones of a machine share, with the last of them."""
    base = clusters.SHARED_BASE
    for note in base.glob("postgres-*.folder") if base.exists() else ():
        # Whose folder and whose database are both gone.
        if not note.with_suffix("").exists() and not Path(note.read_text().strip()).exists():
            note.unlink(missing_ok=True)
    if os.geteuid() != 0 or not base.exists() or any(base.glob("postgres-*")):
        return
    shutil.rmtree(base, ignore_errors=True)
    _say(f"removed {base}")
    userdel = shutil.which("userdel", path="/usr/sbin:/sbin:/usr/bin:/bin")
    if userdel is not None:
        subprocess.run([userdel, SERVER_ACCOUNT], capture_output=True, check=False)


def _say(words: str) -> None:
    sys.stdout.write(f"{words}\n")
