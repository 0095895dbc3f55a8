"""The package says of itself what is true."""

import ast
import tomllib
from pathlib import Path

import pytest

import onrecord

CHECKOUT = Path(__file__).parents[1]
PROJECT = tomllib.loads((CHECKOUT / "pyproject.toml").read_text(encoding="utf-8"))
PLACES = {
    "onrecord": "onrecord",
    "onrecord.cli": "cli",
    "onrecord.db": "db",
    "onrecord.migrations": "migrations",
}


def folder_of(package: str) -> Path:
    for name in sorted(PLACES, key=len, reverse=True):
        if package == name or package.startswith(f"{name}."):
            rest = package.removeprefix(name).strip(".").replace(".", "/")
            return CHECKOUT / PLACES[name] / rest
    raise AssertionError(package)


def test_the_version_is_one() -> None:
    assert onrecord.__version__ == PROJECT["project"]["version"]
    assert f"## {onrecord.__version__}" in (CHECKOUT / "CHANGELOG.md").read_text(encoding="utf-8")


def test_every_package_is_listed() -> None:
    listed = {folder_of(package) for package in PROJECT["tool"]["setuptools"]["packages"]}
    on_disk = {
        path.parent
        for place in PLACES.values()
        for path in (CHECKOUT / place).rglob("__init__.py")
        if not any(parent.is_symlink() for parent in path.parents)
    }
    assert listed == on_disk


def test_no_module_takes_the_place_of_a_name_of_its_package() -> None:
    taken = []
    for start in map(CHECKOUT.joinpath, PLACES.values()):
        for file in start.rglob("__init__.py"):
            modules = {path.stem for path in file.parent.iterdir()} - {"__init__"}
            for line in ast.parse(file.read_text(encoding="utf-8")).body:
                if isinstance(line, ast.FunctionDef | ast.ClassDef):
                    taken += [f"{file}: {line.name}" for name in modules if name == line.name]
                elif isinstance(line, ast.ImportFrom):
                    # A module that gives its package this name is loaded already, and does not come again.
                    given = (line.module or "").split(".")[-1]
                    names = {one.asname or one.name for one in line.names} & modules
                    taken += [f"{file}: {name}" for name in names if given not in (name, file.parent.name)]
    assert taken == []


@pytest.mark.parametrize("name", ["cli", "db", "migrations"])
def test_the_links_lead_to_the_folders(name: str) -> None:
    link = CHECKOUT / "onrecord" / name
    if not link.is_symlink():
        pytest.skip("this clone has no symbolic links")
    assert link.resolve() == CHECKOUT / name


def test_what_is_pinned_is_what_is_asked_for() -> None:
    pins = (CHECKOUT / "constraints.txt").read_text(encoding="utf-8")
    for requirement in PROJECT["project"]["dependencies"]:
        name, _, lowest = requirement.partition(",")[0].partition(">=")
        pinned = next(line for line in pins.splitlines() if line.lower().startswith(f"{name.lower()}=="))
        version = pinned.split("==")[1].split()[0]
        assert [int(part) for part in version.split(".") if part.isdigit()] >= [
            int(part) for part in lowest.split(".") if part.isdigit()
        ]
    assert "://" not in pins
