"""Rows of a measurement, for people or for programs."""

import json
import os
import sys
from collections.abc import Iterator
from contextlib import contextmanager
from pathlib import Path

from devkit.postgres import EmbeddedPostgres, data_folder

ROOT = Path(__file__).resolve().parent.parent


def show(rows: list[dict[str, object]], arguments: list[str]) -> int:
    """A table, or JSON with --json."""
    if "--json" in arguments:
        print(json.dumps(rows))
        return 0
    columns = list(dict.fromkeys(key for row in rows for key in row))
    cells = [columns, *([_cell(row.get(key)) for key in columns] for row in rows)]
    widths = [max(len(line[n]) for line in cells) for n in range(len(columns))]
    for line in cells:
        print("  ".join(cell.ljust(width) for cell, width in zip(line, widths, strict=True)))
    return 0


def _cell(value: object) -> str:
    return f"{value:.1f}" if isinstance(value, float) else "" if value is None else str(value)


def note(words: str) -> None:
    print(words, file=sys.stderr, flush=True)


@contextmanager
def database() -> Iterator[tuple[str, Path]]:
    """A durable embedded PostgreSQL for measurements: its URL and a folder."""
    data = data_folder(Path(os.environ.get("DATA_DIR") or ROOT / "var") / "bench")
    for name in ("DATABASE_URL", "REDIS_URL", "SITE_URL", "SECRET_KEY", "DATA_DIR"):
        os.environ.pop(name, None)
    # So that a measurement can say when a transaction was really committed.
    server = EmbeddedPostgres(data, options=["track_commit_timestamp=on"])
    try:
        yield server.start(), data
    finally:
        server.stop()
