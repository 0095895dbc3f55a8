"""Tab completion: what a shell is told, at once and as Typer would tell it."""

import os
from collections.abc import Callable
from pathlib import Path

import factories
import pytest
import starting

from onrecord.db.store import writing

QUICK = starting.COMMAND
FULL = "from onrecord.cli import main; main._at_once = lambda *_: False; main.main()"

# Where Typer cuts summaries of commands, these are whole: only option names, their help and values are compared in zsh
# and fish.
BASH = [
    "", "s", "add ", "add s", "add", "list t", "--", "--db x se", "search ferry ", "nonsense x", "ingest not",
    "browse --port ", "show ", "show d", "tag x ", "cite --style ap",
]  # fmt: skip
ALL = [
    "search --", "search --f", "search --form ", "search --form d", "search --by ", "search --by=i", "search --by i",
    "search --limit ", "search --form direct --f", "add quote --via o", "add quote --n", "verify --in d", "rm --",
    "search ' ", "cite x --format b", "correct d", "add claim ",
]  # fmt: skip
CASES = [("bash", line) for line in (*BASH, *ALL)] + [
    (shell, line) for shell in ("zsh", "fish") for line in ALL
]


@pytest.fixture(scope="module")
def filled(tmp_path_factory: pytest.TempPathFactory) -> Path:
    """What is completed from; no completion writes."""
    database = tmp_path_factory.mktemp("filled") / "onrecord.db"
    factories.new_database(database)
    with writing(database, "test") as store:
        factories.source(store)
        factories.quote(store, "Nobody who bought a ticket will be left on the pier")
        factories.quote(store, "would rather close the port", by="Olof Ek", tags=("harbour",))
    return database


Told = Callable[[str, str, str, Path], tuple[int, list[str]]]


@pytest.fixture
def told(warm: starting.Warm) -> Told:
    def start(code: str, shell: str, line: str, database: Path) -> tuple[int, list[str]]:
        typed = f"onrecord {line}"
        environment = {
            **{name: os.environ[name] for name in ("PATH", "PYTHONPATH") if name in os.environ},
            "HOME": str(database.parent),
            "LANG": "C.UTF-8",
            "ONRECORD_DB": str(database),
            "_ONRECORD_COMPLETE": f"complete_{shell}",
            "COMP_WORDS": typed,
            "COMP_CWORD": str(len(typed.split(" ")) - 1),
            "_TYPER_COMPLETE_ARGS": typed,
            "_TYPER_COMPLETE_FISH_ACTION": "get-args",
        }
        done = warm.start([], database.parent, environment, code=code)
        assert "Traceback" not in done.stderr
        return done.returncode, done.stdout.split()

    return start


@pytest.mark.parametrize(("shell", "line"), CASES)
def test_a_shell_is_told_what_typer_would_tell_it(shell: str, line: str, filled: Path, told: Told) -> None:
    assert told(QUICK, shell, line, filled) == told(FULL, shell, line, filled)


def test_completion_without_a_database_is_silent(tmp_path: Path, told: Told) -> None:
    assert told(QUICK, "bash", "search --by ", tmp_path / "missing.db") == (0, [])


def test_commands_come_with_what_they_are_for(filled: Path, told: Told) -> None:
    _, words = told(QUICK, "fish", "sea", filled)
    assert " ".join(words) == "search Find quotations by wording, speaker, source and date."
