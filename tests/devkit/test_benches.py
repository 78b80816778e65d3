"""Each measurement runs, in its smallest size; what it says is measured elsewhere."""

import json
import os
import subprocess
import sys
from pathlib import Path

import pytest

from devkit.benches import names

ROOT = Path(__file__).resolve().parent.parent.parent
# {measurement: what each of its rows names first}
FIRST_COLUMN = {
    "bus_away": "bus", "guidance": "set", "live": "path", "pages": "page", "serving": "way",
}  # fmt: skip


@pytest.fixture
def public_sets(tmp_path: Path) -> Path:
    """Two rows in the shape of the public sets that ``bench guidance`` reads."""
    rows = "text\tlabels\nI am so sad today.\tsadness\nTake care of yourself.\tcaring\n"
    rows += f"{'So it goes. ' * 400}\tneutral\n"
    (tmp_path / "goemotions_dev_test.tsv").write_text(rows, encoding="utf-8")
    details = [
        {"full_text": "Ring me on 020 7946 0958.", "spans": [{"entity_type": "PHONE_NUMBER"}]},
        {"full_text": "Good morning.", "spans": []},
    ]
    made = tmp_path / "presidio_synth_dataset_v2.json"
    made.write_text(json.dumps(details), encoding="utf-8")
    return tmp_path


def test_every_measurement_is_tried() -> None:
    assert set(names()) == set(FIRST_COLUMN)


@pytest.mark.parametrize("name", FIRST_COLUMN)
def test_it_runs(name: str, public_sets: Path) -> None:
    more = ["--data", str(public_sets)] if name == "guidance" else []
    done = subprocess.run(
        [sys.executable, "-m", "devkit", "bench", name, "--smoke", "--json", *more],
        cwd=ROOT, env=os.environ, capture_output=True, text=True, check=False,
    )  # fmt: skip
    assert done.returncode == 0, done.stderr[-2000:]
    rows = json.loads(done.stdout)
    assert rows
    assert all(row[FIRST_COLUMN[name]] for row in rows)
