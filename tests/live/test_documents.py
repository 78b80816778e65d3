"""Every event is in the docs, in the script that hears it, and in a test."""

import re
from pathlib import Path

ROOT = Path(__file__).resolve().parents[2]


def _sent() -> set[str]:
    sources = "".join(path.read_text() for path in ROOT.glob("*/events.py"))
    sources += (ROOT / "notifications/actions.py").read_text()
    return set(re.findall(r'"((?:reply|post|topic|notices|case|apart)\.\w+)"', sources))


def test_docs_list_every_event() -> None:
    listed = re.findall(r"^\| `(\w+\.\w+)` \|", (ROOT / "docs/live.md").read_text(), re.MULTILINE)
    assert set(listed) - {"topic.12", "member.7"} == _sent()


def test_scripts_hear_every_event_of_a_topic() -> None:
    heard = re.findall(r'case "(\w+\.\w+)"', (ROOT / "static/js/topic.js").read_text())
    assert set(heard) == {kind for kind in _sent() if kind.startswith(("reply", "post", "topic"))}


def test_only_one_file_opens_a_socket() -> None:
    openers = [p.name for p in (ROOT / "static/js").glob("*.js") if "WebSocket(" in p.read_text()]
    assert openers == ["live.js"]


def test_tests_name_every_event() -> None:
    tests = "".join(path.read_text() for path in (ROOT / "tests").rglob("*.py"))
    assert {kind for kind in _sent() if kind not in tests} == set()
