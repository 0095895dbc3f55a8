"""How a command line is read: without Typer where it is plain, with the same values, and loading nothing heavy."""

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
import starting
from conftest import Run, environment

import onrecord
from onrecord.claims.write import add_claim
from onrecord.db.store import writing

QUICK = "from onrecord.cli.main import main; main()"
FULL = "from onrecord.cli import main; main._at_once = lambda *_: False; main.main()"
ANY_HELP = ["import --help", "ingest --help", "review --help", "browse --help"]


@pytest.fixture(scope="module")
def furnished(tmp_path_factory: pytest.TempPathFactory, warm: starting.Warm) -> bytes:
    """A database with a chain, a doubt, a tag, a stance, a stored text, names in two scripts, and text that a terminal must
    not obey."""
    folder = tmp_path_factory.mktemp("furnished")
    database = folder / "onrecord.db"
    factories.new_database(database)
    with writing(database, "test") as store:
        factories.source(
            store,
            "Fog held us. “The ferry waits for nobody,” Ingrid Dahl said at noon.",
            citekey="courier-2024",
        )
        factories.quote(store, "The ferry waits for nobody", source="courier-2024", by="Ingrid Dahl")
    text = "The ferry was late \u202e and nobody minded"
    words = ("add", "quote", text, "--by", "Олоф Эк", "--new-speaker", "--in", "courier-2024",
        "--form", "indirect", "--via", "Ingrid Dahl", "--db", database, "--locator", "p. 12")  # fmt: skip
    assert warm.start(words, folder, environment(folder), None).returncode == 0
    return database.read_bytes()


@pytest.fixture
def filled(database: Path, furnished: bytes) -> Path:
    database.write_bytes(furnished)
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


# What a shell, a person in a hurry and a mistake make of a line: the same answer, whoever reads it.
LINES = [
    "--db {db} search ferry --limit=1 --sort oldest",
    "search ferry -minded --unverified --json",
    "search -- --unverified ferry",
    "search ferry --colour red",
    "search ferry --by",
    "show {key}@courier-2024 --json",
    "cite {key} {key}@courier-2024 --sort date --format bibtex",
    "cite nothing --format bibtex",
    "tag {key} --remove nothing",
    "--db= search ferry",
    "search ferry --db=",
    "where --db ''",
]


@pytest.mark.parametrize("line", LINES)
def test_the_answer_is_that_of_typer(line: str, filled: Path) -> None:
    with closing(sqlite3.connect(filled)) as db:
        key = db.execute("SELECT key FROM statements ORDER BY id").fetchone()[0]
    words = shlex.split(line.format(db=filled, key=key))
    assert answer(QUICK, words, filled) == answer(FULL, words, filled)


@pytest.mark.parametrize(
    "line", ["--db= where", "where --db=", "where --db ''", "tag x y --db ''", "init ''", "--db '' init"]
)
def test_an_empty_name_of_a_database_is_refused_by_every_command(line: str, tmp_path: Path) -> None:
    code, _, told = answer(QUICK, shlex.split(line), tmp_path / "onrecord.db")
    assert code == 2 and "is empty. Is the variable set that it comes from?" in told


def test_what_stands_after_two_hyphens_is_no_option(filled: Path) -> None:
    code, told, _ = answer(QUICK, ["search", "--count", "--", "--unverified", "ferry"], filled)
    assert (code, told) == (0, "2\n")  # nothing has a word like it


@pytest.mark.parametrize("where", ["missing.db", "empty.db", "text.db"])
def test_a_file_that_is_no_database_is_explained_all_the_same(where: str, tmp_path: Path) -> None:
    (tmp_path / "empty.db").touch()
    (tmp_path / "text.db").write_text("nothing but words " * 20)
    code, _, told = answer(QUICK, ["search", "ferry"], tmp_path / where)
    assert code == 1 and told.startswith("Error: ")


def test_the_database_is_found_above_the_folder(filled: Path, tmp_path: Path, run: Run) -> None:
    (tmp_path / "below" / "deep").mkdir(parents=True)
    code = f"import os; os.chdir({str(tmp_path / 'below' / 'deep')!r}); {QUICK}"
    assert answer(code, ["search", "ferry", "--count"], filled, ONRECORD_DB="")[:2] == (0, "2\n")


# Of what each command may load, and how many modules of our own: what answers at once has none of these.
HEAVY = (
    "typer", "click", "rich", "sqlalchemy", "alembic", "dataclasses", "inspect", "typing", "pathlib", "platformdirs",
    "urllib.parse", "anyascii", "lxml", "pypandoc", "json", "atexit", "threading",
)  # fmt: skip
# The line, and how many modules of our own it may load.
AT_ONCE = {
    "search ferry": 55, "search Ingrid ferry --limit 5": 56, "search ferry --by Эк": 62, "search ferry --facet speaker": 57,
    "show {key}": 60, "show courier-2024": 60, "cite {key} --format bibtex": 64, "list tags": 42, "--help": 20, "search --help": 57,
    "add --help": 20, "tag {key} fog": 56, "edit {key} --note later": 76,
}  # fmt: skip


@pytest.mark.parametrize(("line", "most"), AT_ONCE.items())
def test_nothing_heavy_is_loaded(line: str, most: int, filled: Path) -> None:
    with closing(sqlite3.connect(filled)) as db:
        key = db.execute("SELECT key FROM statements ORDER BY id").fetchone()[0]
    loaded = modules(line.format(key=key).split(), filled)
    assert [name for name in loaded if name.partition(".")[0] in HEAVY or name in HEAVY] == []
    assert len([name for name in loaded if name.startswith("onrecord")]) <= most


@pytest.mark.parametrize(
    "line", [*ANY_HELP, "where", "history", "list sources", "verify --all", "styles apa"]
)
def test_no_command_starts_typer(line: str, filled: Path) -> None:
    loaded = {name.partition(".")[0] for name in modules(line.split(), filled)}
    assert not loaded & {"typer", "click", "rich", "sqlalchemy", "alembic", "datasette"}


# What records does not load a mapper either. Each leaves something in the history, or says what it would do.
RECORDING = [
    "tag {key} fog", "edit {key} --note later", "add speaker Jo", "add alias ingrid-dahl Inga", "add claim 'It sails.'",
    "add source --title Letters", "add snapshot courier-2024 later.txt", "rm {key} --dry-run",
    "add quote 'Fog held us.' --by ingrid-dahl --in courier-2024", "correct courier-2024 --title Courier",
    "merge ingrid-dahl olof-ek --dry-run", "import refs.ris", "ingest later.txt --engine rules", "undo",
    "export --format jsonl -o all.jsonl",
]  # fmt: skip


@pytest.mark.parametrize("line", RECORDING)
def test_no_command_that_records_loads_a_mapper(
    line: str, filled: Path, tmp_path: Path, monkeypatch: pytest.MonkeyPatch
) -> None:
    monkeypatch.chdir(tmp_path)
    (tmp_path / "later.txt").write_text("Fog held us. “The ferry waits for nobody,” Ingrid Dahl said at one.")
    (tmp_path / "refs.ris").write_text("TY  - BOOK\nAU  - Ek, Olof\nTI  - Memoirs\nER  - \n")
    with closing(sqlite3.connect(filled)) as db:
        key = db.execute("SELECT key FROM statements ORDER BY id").fetchone()[0]
    loaded = {name.partition(".")[0] for name in modules(shlex.split(line.format(key=key)), filled)}
    assert not loaded & {"typer", "click", "sqlalchemy", "alembic", "datasette"}


# What text in plain letters needs none of.
NOT_FOR_PLAIN_TEXT = {
    "re", "enum", "collections", "datetime", "sqlite3", "json", "shlex", "getpass", "signal", "typing", "pathlib", "hashlib", "base64",
    "rapidfuzz", "anyascii", "platformdirs",
}  # fmt: skip
PLAIN_TEXT = [
    "--version", "search ferry", "search nobodysaidthis", "show {key}", "show courier", "show ingrid-dahl", "list tags",
    "list sources", "list speakers", "history", "where", "search --help", "add quote --help", "tag {key} fog",
    "cite {key} --format bibtex", "cite {key} --format ris --json", "cite {key} --format bibtex -o out.bib", "show {key} --json",
    "list claims", "add stance {key} {claim} --denies", "add link {claim} {other} --contradicts", "styles nature",
]  # fmt: skip


@pytest.mark.parametrize("line", PLAIN_TEXT)
def test_plain_text_needs_no_expressions(
    line: str, database: Path, tmp_path: Path, monkeypatch: pytest.MonkeyPatch
) -> None:
    monkeypatch.chdir(tmp_path)
    with writing(database, "test") as session:
        factories.source(session, "The ferry waits for nobody, Ingrid Dahl said.", citekey="courier")
        quote = factories.quote(session, "The ferry waits for nobody", source="courier", by="Ingrid Dahl")
        claim, other = (add_claim(session, text)[0].key for text in ("It waits.", "Nobody is late."))
    words = line.format(key=quote.quote.key, claim=claim, other=other).split()
    assert not NOT_FOR_PLAIN_TEXT & set(modules(words, database))


@pytest.mark.parametrize(
    "line",
    ["verify --all", "add quote 'Fog held us.' --by ingrid-dahl --in courier-2024", "edit {key} --note x"],
)
def test_a_wording_is_judged_without_what_writes_classes(line: str, filled: Path) -> None:
    with closing(sqlite3.connect(filled)) as db:
        key = db.execute("SELECT key FROM statements ORDER BY id").fetchone()[0]
    loaded = modules(shlex.split(line.format(key=key)), filled)
    assert not {"dataclasses", "inspect", "typing", "importlib.resources", "hashlib"} & set(loaded)


def test_a_claim_is_shown_without_what_compares_wordings(filled: Path) -> None:
    with writing(filled, "test") as store:
        key = add_claim(store, "Fog held the ferry for a day.")[0].key
        add_claim(store, "Nobody dredges harbours.")
    assert not [name for name in modules(["show", key], filled) if name.startswith("onrecord.matching")]


def test_a_text_file_is_read_without_readers_of_other_formats(filled: Path, tmp_path: Path) -> None:
    (tmp_path / "later.txt").write_text("Fog held us.")
    loaded = set(modules(["add", "source", str(tmp_path / "later.txt")], filled))
    assert not {"http.client", "ssl", "email", "lxml", "zipfile", "importlib.metadata"} & loaded


def modules(words: list[str], database: Path) -> list[str]:
    """What is loaded to answer."""
    checkout = Path(onrecord.__file__).parents[1]
    # As on every day but the first: the database is the one of the last time.
    state = database.parent / "state"
    (state / "onrecord").mkdir(parents=True, exist_ok=True)
    (state / "onrecord" / "recent").write_bytes(os.fsencode(database.resolve()) + b"\n")
    done = subprocess.run(
        # -S: what a .pth file of a development environment loads is not ours.
        [sys.executable, "-S", "-X", "importtime", "-c", f"import sys; sys.argv[1:] = {words!r}; {QUICK}"],
        capture_output=True,
        text=True,
        env={
            "PYTHONPATH": os.pathsep.join([str(checkout), sysconfig.get_path("purelib"), sysconfig.get_path("platlib")]),
            "ONRECORD_DB": str(database),
            "ONRECORD_CONFIG": os.devnull,
            "XDG_STATE_HOME": str(state),
            "LANG": "C.UTF-8",
        },
        timeout=60,
        check=True,
    )  # fmt: skip
    return [
        line.rsplit("|", 1)[1].strip() for line in done.stderr.splitlines() if line.startswith("import time:")
    ]
