"""What is answered at once: the same as the command itself answers, without loading what takes long to load."""

import os
import shlex
import sqlite3
import subprocess
import sys
import sysconfig
from contextlib import closing
from pathlib import Path

import factories
import pytest
from conftest import Run

import onrecord
from onrecord.db.engine import writing

QUICK = "from onrecord.cli.main import main; main()"
FULL = f"from onrecord.cli import quick; quick.answered = lambda *_: False; {QUICK}"
# None of these is needed to find a statement, and each takes longer to load than finding one.
HEAVY = (
    "typer", "click", "rich", "sqlalchemy", "alembic", "dataclasses", "inspect", "typing", "pathlib", "platformdirs",
    "urllib.parse", "anyascii", "lxml", "pypandoc", "json",
)  # fmt: skip


@pytest.fixture
def filled(database: Path, run: Run) -> Path:
    """A chain, a doubt, a tag, a stance, a stored text, names in two scripts, and text that a terminal must not obey."""
    with writing(database, "test") as session:
        factories.source(
            session,
            "Fog held us. “The ferry waits for nobody,” Ingrid Dahl said at noon.",
            citekey="courier-2024",
        )
        factories.quote(session, "The ferry waits for nobody", source="courier-2024", by="Ingrid Dahl")
    text = "The ferry \x1b[31mwas late \u202e and nobody minded"
    run("add", "quote", text.replace("\x1b[31m", ""), "--by", "Олоф Эк", "--new-speaker", "--in", "courier-2024",
        "--form", "indirect", "--via", "Ingrid Dahl", "--db", database, "--locator", "p. 12")  # fmt: skip
    return database


def answer(code: str, words: list[str], database: Path, **extra: str) -> tuple[int, str, str]:
    environment = {name: value for name, value in os.environ.items() if name in ("PATH", "PYTHONPATH")}
    done = subprocess.run(
        [sys.executable, "-c", f"import sys; sys.argv[1:] = {words!r}; {code}"],
        capture_output=True,
        text=True,
        env={
            **environment,
            "ONRECORD_DB": str(database),
            "HOME": str(database.parent),
            "LANG": "C.UTF-8",
            **extra,
        },
        timeout=120,
        check=False,
    )
    return done.returncode, done.stdout, done.stderr


COMMANDS = [
    "search ferry",
    "search ferry --json",
    "search Ek",
    "search Dahl nobody --sort oldest --limit=1",
    "search ferry -minded",
    "search 'waits for nobody'",
    "search fer* --by ingrid-dahl --in courier-2024",
    "search ferry --by Dahl --form direct --since 2000 --until 2030",
    "search ferry --count",
    "search --count --json --unverified",
    "search --count --json --verified",
    "search ferry --offset 1",
    "--db {db} search ferry",
    "search ferry --db {db} --json",
    "show {key}",
    "show {key} --json",
    "show {key}@courier-2024",
    "cite {key} --format bibtex",
    "cite {key} --format ris",
    "cite {key} --format csljson",
    "cite {key} {key}@courier-2024 --sort date",
    # left to the command: other kinds, other options, nothing found, mistakes
    "show courier-2024",
    "show ingrid-dahl",
    "show {short}",
    "show nothing",
    "show",
    "search ferrx",
    "search ferry --facet speaker",
    "search ferry --limit 0",
    "search ferry --form spoken",
    "search ferry --colour red",
    "search --by Nobody",
    "search ferry --by",
    "cite nothing --format bibtex",
    "cite {key} --format docx --json",
    "cite --format bibtex",
]  # fmt: skip


@pytest.mark.parametrize("command", COMMANDS)
def test_the_answer_is_that_of_the_command(command: str, filled: Path) -> None:
    with closing(sqlite3.connect(filled)) as db:
        key = db.execute("SELECT key FROM statements ORDER BY id").fetchone()[0]
    words = shlex.split(command.format(db=filled, key=key, short=key[:6]))
    assert answer(QUICK, words, filled) == answer(FULL, words, filled)


@pytest.mark.parametrize("where", ["missing.db", "empty.db", "text.db"])
def test_a_file_that_is_no_database_is_explained_all_the_same(where: str, tmp_path: Path) -> None:
    (tmp_path / "empty.db").touch()
    (tmp_path / "text.db").write_text("nothing but words " * 20)
    quick = answer(QUICK, ["search", "ferry"], tmp_path / where)
    assert quick == answer(FULL, ["search", "ferry"], tmp_path / where)
    assert quick[0] == 1 and quick[2].startswith("Error: ")


def test_the_database_is_found_above_the_folder(filled: Path, tmp_path: Path, run: Run) -> None:
    (tmp_path / "below" / "deep").mkdir(parents=True)
    code = f"import os; os.chdir({str(tmp_path / 'below' / 'deep')!r}); {QUICK}"
    assert answer(code, ["search", "ferry", "--count"], filled, ONRECORD_DB="")[:2] == (0, "2\n")


@pytest.mark.parametrize(
    "command", ["search ferry", "search Ingrid ferry --limit 5", "show {key}", "cite {key} --format bibtex"]
)
def test_nothing_heavy_is_loaded(command: str, filled: Path) -> None:
    with closing(sqlite3.connect(filled)) as db:
        key = db.execute("SELECT key FROM statements ORDER BY id").fetchone()[0]
    checkout = Path(onrecord.__file__).parents[1]
    done = subprocess.run(
        # -S: what a .pth file of a development environment loads is not ours.
        [sys.executable, "-S", "-X", "importtime", "-c", f"import sys; sys.argv[1:] = {command.format(key=key).split()!r}; {QUICK}"],
        capture_output=True,
        text=True,
        env={
            "PYTHONPATH": os.pathsep.join([str(checkout), sysconfig.get_path("purelib"), sysconfig.get_path("platlib")]),
            "ONRECORD_DB": str(filled),
            "LANG": "C.UTF-8",
        },
        timeout=60,
        check=True,
    )  # fmt: skip
    assert done.stdout
    loaded = [
        line.rsplit("|", 1)[1].strip() for line in done.stderr.splitlines() if line.startswith("import time:")
    ]
    assert "onrecord.cli.quick" in loaded
    assert [name for name in loaded if name.partition(".")[0] in HEAVY or name in HEAVY] == []
    assert len([name for name in loaded if name.startswith("onrecord")]) <= 45
