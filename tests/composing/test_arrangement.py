"""Writing is short to read: three hops, and no function that needs scrolling."""

import ast
from pathlib import Path

ROOT = Path(__file__).parents[2] / "composing"
MAX_LINES = 40


def test_no_function_is_longer_than_forty_lines() -> None:
    long = [
        f"{path.name}:{node.name}"
        for path in ROOT.rglob("*.py")
        if "migrations" not in path.parts
        for node in ast.walk(ast.parse(path.read_text()))
        if isinstance(node, ast.FunctionDef) and (node.end_lineno or 0) - node.lineno >= MAX_LINES
    ]
    assert long == []


def test_the_session_is_not_asked() -> None:
    """State between requests is in rows, which every device of a member shares."""
    assert [path.name for path in ROOT.rglob("*.py") if ".session" in path.read_text()] == []
