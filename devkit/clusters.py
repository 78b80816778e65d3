"""Which database belongs to which folder, where PostgreSQL cannot live inside it.

As root below a folder that other accounts may not enter, the database lies in SHARED_BASE. It has a
name of its own, which the folder keeps in ``cluster-id``, and a note beside it says whose it is. So
a folder that is removed and cloned again begins anew, one that is moved takes its database along,
and what is left over can be told from what is in use.
"""

import hashlib
import secrets
from pathlib import Path

SHARED_BASE = Path("/var/lib/mssupport")
ID_FILE = "cluster-id"


def shared_cluster(data: Path) -> Path:
    """Where the database of this data folder lies; its id is made the first time.

    Raises FileExistsError with the other folder if this one is a copy of it.
    """
    keeper = data / ID_FILE
    if keeper.exists():
        name = keeper.read_text().strip()
    else:
        name = _older_id(data) or secrets.token_hex(8)
        keeper.write_text(name)
    owner = _owner_file(name)
    if owner.exists():
        other = Path(owner.read_text().strip())
        theirs = other / ID_FILE
        if other != data and theirs.exists() and theirs.read_text().strip() == name:
            raise FileExistsError(str(other))
    owner.write_text(f"{data}\n")
    return SHARED_BASE / f"postgres-{name}"


def _older_id(data: Path) -> str | None:
    """Of a database from before there were ids: named after the path, its password here."""
    mark = hashlib.sha256(str(data).encode()).hexdigest()[:12]
    is_ours = (SHARED_BASE / f"postgres-{mark}").exists() and (data / "postgres-password").exists()
    return mark if is_ours else None


def _owner_file(name: str) -> Path:
    return SHARED_BASE / f"postgres-{name}.folder"


def left_over(data: Path) -> list[Path]:
    """Databases of this very path that its folder does not know any more: it was removed and made
    anew. Those of other paths are nobody's business here."""
    keeper = data / ID_FILE
    known = keeper.read_text().strip() if keeper.exists() else ""
    found = []
    for owner in sorted(SHARED_BASE.glob("postgres-*.folder")):
        name = owner.name.removeprefix("postgres-").removesuffix(".folder")
        if name != known and owner.read_text().strip() == str(data):
            found.append(SHARED_BASE / f"postgres-{name}")
    mark = SHARED_BASE / f"postgres-{hashlib.sha256(str(data).encode()).hexdigest()[:12]}"
    if mark.exists() and mark.name != f"postgres-{known}" and mark not in found:
        found.append(mark)
    return found


def of_folder(root: Path) -> list[Path]:
    """Every database in SHARED_BASE whose data folder lies below this folder."""
    found = []
    for owner in sorted(SHARED_BASE.glob("postgres-*.folder")):
        if Path(owner.read_text().strip()).is_relative_to(root):
            found.append(owner.with_suffix(""))
    return found


def forget(cluster: Path) -> None:
    """The note beside a database that was removed."""
    cluster.with_name(f"{cluster.name}.folder").unlink(missing_ok=True)
