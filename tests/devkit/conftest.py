import shutil
from collections.abc import Iterator
from pathlib import Path

import pytest

from devkit import clusters
from devkit.postgres import EmbeddedPostgres, data_folder


@pytest.fixture
def data(tmp_path: Path) -> Iterator[Path]:
    """A data folder; run by root, its cluster may have had to go elsewhere, and goes with it."""
    made = data_folder(tmp_path / "deep" / "data")
    yield made
    cluster = EmbeddedPostgres(made).cluster
    shutil.rmtree(cluster, ignore_errors=True)
    clusters.forget(cluster)
