"""The import contracts of pyproject.toml catch what they are there for: each layer is tried."""

import os
import shutil
import subprocess
import sys
import tomllib
from itertools import pairwise
from pathlib import Path
from typing import Any

import pytest
from django.conf import settings

ROOT = Path(__file__).resolve().parents[2]
SETTINGS: dict[str, Any] = tomllib.loads((ROOT / "pyproject.toml").read_text())["tool"]
PACKAGES: list[str] = SETTINGS["importlinter"]["root_packages"]
CONTRACTS: list[dict[str, Any]] = SETTINGS["importlinter"]["contracts"]


def modules(layer: str) -> list[str]:
    return [name.strip(" ()") for name in layer.replace("|", ":").split(":")]


def planted() -> list[tuple[str, str]]:
    """(importer, imported): for each two layers, one below the other, an import that goes up."""
    pairs = []
    for contract in CONTRACTS:
        if contract["type"] != "layers":
            continue
        for upper, lower in pairwise(contract["layers"]):
            for container in contract.get("containers", [""]):
                names = (modules(lower)[0], modules(upper)[0])
                pairs.append(tuple(f"{container}.{name}".strip(".") for name in names))
    return [(importer, imported) for importer, imported in pairs]


@pytest.fixture(scope="module")
def house(tmp_path_factory: pytest.TempPathFactory) -> Path:
    """The packages alone, to be spoilt."""
    folder = tmp_path_factory.mktemp("house")
    shutil.copy(ROOT / "pyproject.toml", folder)
    for package in PACKAGES:
        shutil.copytree(
            ROOT / package,
            folder / package,
            ignore=lambda _folder, names: [
                name for name in names if "." in name and not name.endswith(".py")
            ],
        )
    return folder


def lint(folder: Path) -> str:
    answer = subprocess.run(
        [Path(sys.executable).parent / "lint-imports", "--no-cache"],
        cwd=folder,
        env={**os.environ, "PYTHONPATH": str(folder)},
        capture_output=True,
        text=True,
        check=False,
    )
    return answer.stdout + answer.stderr


def file_of(folder: Path, module: str) -> Path:
    path = folder.joinpath(*module.split("."))
    return path / "__init__.py" if path.is_dir() else path.with_suffix(".py")


def test_every_app_stands_in_the_contracts() -> None:
    ours = {app.split(".")[0] for app in settings.INSTALLED_APPS if (ROOT / app).is_dir()}
    assert ours <= set(PACKAGES)
    containers = {name for each in CONTRACTS for name in each.get("containers", [])}
    assert containers == set(PACKAGES)
    assert all(each["exhaustive"] for each in CONTRACTS if "containers" in each)


def test_an_import_that_goes_up_is_caught_in_every_layer(house: Path) -> None:
    pairs = planted()
    assert len(pairs) > 50
    for importer, imported in pairs:
        with file_of(house, importer).open("a") as file:
            file.write(f"\nimport {imported}\n")
    said = lint(house)
    missed = [
        f"{importer} -> {imported}"
        for importer, imported in pairs
        if f"{importer} is not allowed to import {imported}" not in said
    ]
    assert missed == [], said[-3000:]


def test_a_module_without_a_place_is_caught(house: Path) -> None:
    for package in PACKAGES:
        (house / package / "helpers.py").touch()
    said = lint(house)
    assert [package for package in PACKAGES if f"{package}.helpers" not in said] == []
