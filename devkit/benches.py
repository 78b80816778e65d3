"""./dev bench NAME: a measurement from bench/, against servers of its own."""

import importlib
from pathlib import Path

from devkit.postgres import Trouble

ROOT = Path(__file__).resolve().parent.parent


def names() -> list[str]:
    programs = (ROOT / "bench").glob("[a-z]*.py")
    return sorted(path.stem for path in programs if "\ndef main(arguments" in path.read_text())


def bench(arguments: list[str]) -> int:
    if not arguments or arguments[0] not in names():
        raise Trouble(f"name one of the measurements: {', '.join(names())}.")
    result: int = importlib.import_module(f"bench.{arguments[0]}").main(arguments[1:])
    return result
