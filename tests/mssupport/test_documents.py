"""What the documents say about settings and files is true."""

import re
from pathlib import Path

ROOT = Path(__file__).resolve().parents[2]


def test_every_setting_is_in_the_table() -> None:
    source = (ROOT / "mssupport/settings.py").read_text()
    read = set(
        re.findall(r"env\.(?:required|optional|number|switch|mailbox)\(\s*.([A-Z_]+)", source)
    )
    table = (ROOT / "docs/running.md").read_text()
    listed = set(re.findall(r"`([A-Z_]{4,})`", table))
    assert read <= listed
    assert listed <= read


def test_what_the_house_names_exists() -> None:
    house = (ROOT / "docs/house.md").read_text()
    named = set(re.findall(r"`([a-z_]+/[\w./-]+\.(?:py|js|css|html|md))`", house))
    assert named
    assert {path for path in named if not (ROOT / path).exists()} == set()


def test_templates_carry_no_script_or_style_of_their_own() -> None:
    for path in (ROOT / "templates").rglob("*.html"):
        text = path.read_text()
        assert not re.search(
            r"\son\w+=|<style|style=\"|<script(?![^>]*(?:src=|type=\"application/json\"))", text
        ), path
