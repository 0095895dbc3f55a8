"""What a command loads: nothing that takes longer than its answer."""

import subprocess
import sys
from pathlib import Path

import factories
import pytest

from onrecord.claims.write import add_claim
from onrecord.cli.contents import ADD, COMMANDS, LIST
from onrecord.db import schema
from onrecord.db.store import writing

NAMES = [
    *(name for name in COMMANDS if name not in ("add", "list")),
    *(f"add {name}" for name in ADD),
    *(f"list {name}" for name in LIST),
]


def loaded(words: list[str], folder: Path) -> set[str]:
    """The top-level packages that were loaded to answer."""
    done = subprocess.run(
        [sys.executable, "-X", "importtime", "-m", "onrecord", *words],
        cwd=folder,
        capture_output=True,
        text=True,
        timeout=60,
        check=True,
    )
    modules = [line.rsplit("|", 1)[1] for line in done.stderr.splitlines() if line.startswith("import time:")]
    return {name.strip().partition(".")[0] for name in modules}


@pytest.mark.parametrize("name", NAMES)
def test_help_loads_nothing_that_only_the_work_needs(name: str, tmp_path: Path) -> None:
    assert not loaded([*name.split(), "--help"], tmp_path) & {
        "sqlalchemy",
        "alembic",
        "lxml",
        "datasette",
        "docx",
    }


@pytest.fixture(scope="module")
def filled(tmp_path_factory: pytest.TempPathFactory) -> tuple[Path, str]:
    """A folder with a database that has one of each, and the key of its claim."""
    folder = tmp_path_factory.mktemp("filled")
    schema.create(folder / "onrecord.db")
    with writing(folder / "onrecord.db", "onrecord add …") as store:
        factories.source(store, None, title="A letter", citekey="letter")
        factories.quote(store, "The ferry sails.", by="Ann Dahl", source="letter", unverified=True)
        claim, _ = add_claim(store, "Ferries sail.")
    return folder, claim.key


@pytest.mark.parametrize(
    "line",
    [
        "search nobodysaidthis", "search --facet speaker ferry", "search --count ferry", "show letter", "show ann-dahl",
        "show c-", "list sources", "list claims", "list speakers", "list tags", "history", "where", "verify --all",
        "styles apa", "export --format jsonl", "publish copy", "publish --dry-run other",
    ],
)  # fmt: skip
def test_what_only_reads_does_without_a_mapper(line: str, filled: tuple[Path, str]) -> None:
    folder, claim = filled
    words = [claim if word == "c-" else word for word in line.split()]
    assert "sqlalchemy" not in loaded(words, folder)


def test_the_reading_room_does_without_a_mapper() -> None:
    started = "import sys, onrecord.browse.plugin, onrecord.browse.server; print('sqlalchemy' in sys.modules)"
    done = subprocess.run(
        [sys.executable, "-c", started], capture_output=True, text=True, timeout=60, check=True
    )
    assert done.stdout == "False\n"
