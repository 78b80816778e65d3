"""Which database belongs to which folder."""

import hashlib
from pathlib import Path

import pytest

from devkit import clusters


@pytest.fixture
def base(tmp_path: Path, monkeypatch: pytest.MonkeyPatch) -> Path:
    shared = tmp_path / "shared"
    shared.mkdir()
    monkeypatch.setattr(clusters, "SHARED_BASE", shared)
    return shared


def folder(path: Path) -> Path:
    path.mkdir(parents=True)
    return path


def test_a_folder_keeps_its_database(base: Path, tmp_path: Path) -> None:
    data = folder(tmp_path / "clone/var")
    assert clusters.shared_cluster(data) == clusters.shared_cluster(data)
    other = folder(tmp_path / "other/var")
    assert clusters.shared_cluster(other) != clusters.shared_cluster(data)
    assert clusters.left_over(data) == []


def test_a_folder_made_anew_begins_anew_and_says_what_is_left(base: Path, tmp_path: Path) -> None:
    data = folder(tmp_path / "clone/var")
    old = clusters.shared_cluster(data)
    old.mkdir()
    (data / clusters.ID_FILE).unlink()
    assert clusters.shared_cluster(data) != old
    assert clusters.left_over(data) == [old]
    assert old.exists(), "it is named and not touched"


def test_a_folder_that_is_moved_takes_its_database_along(base: Path, tmp_path: Path) -> None:
    data = folder(tmp_path / "clone/var")
    cluster = clusters.shared_cluster(data)
    (tmp_path / "clone").rename(tmp_path / "moved")
    moved = tmp_path / "moved/var"
    assert clusters.shared_cluster(moved) == cluster
    assert clusters.of_folder(tmp_path / "moved") == [cluster]
    assert clusters.of_folder(tmp_path / "clone") == []


def test_a_copy_does_not_share_a_database(base: Path, tmp_path: Path) -> None:
    data, copy = folder(tmp_path / "clone/var"), folder(tmp_path / "copy/var")
    clusters.shared_cluster(data)
    (copy / clusters.ID_FILE).write_text((data / clusters.ID_FILE).read_text())
    with pytest.raises(FileExistsError):
        clusters.shared_cluster(copy)


@pytest.mark.parametrize("has_password", [True, False])
def test_a_database_named_after_its_path_is_known_by_its_password(
    base: Path, tmp_path: Path, has_password: bool
) -> None:
    data = folder(tmp_path / "clone/var")
    mark = hashlib.sha256(str(data).encode()).hexdigest()[:12]
    old = folder(base / f"postgres-{mark}")
    if has_password:
        (data / "postgres-password").write_text("x")
    assert (clusters.shared_cluster(data) == old) is has_password
    assert clusters.left_over(data) == ([] if has_password else [old])
