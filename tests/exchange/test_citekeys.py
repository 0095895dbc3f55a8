"""Every citekey that a file brings finds its work afterwards, or the report says what became of it."""

import json
import subprocess
from pathlib import Path

import pypandoc
import pytest
from conftest import Prepared, Run
from exchange.conftest import Fresh
from factories import new_database

from onrecord.db import store as stores
from onrecord.exchange.entries import SourceEntry
from onrecord.exchange.taking import Taker
from onrecord.model.records import Json
from onrecord.sources import queries as source_queries

FIRST = """
@article{brandt2004, author={Brandt, Eva}, title={To our readers}, journaltitle={Coast Review}, volume={3}, date={2004},
  doi={10.5555/ebb.1}}
@book{O'Neil:2020, author={O'Neil, Ada}, title={Moles}, date={2020}}
"""
SECOND = """
@article{Brandt_readers, author={Brandt, E.}, title={To our readers}, date={2004}, doi={10.5555/EBB.1}, ids={ebb:1, ebb:2}}
@article{brandt2004, author={Brandt, Eva}, title={Farewell}, journaltitle={Coast Review}, volume={9}, date={2004}}
"""


@pytest.fixture
def library(prepared: Prepared, tmp_path: Path) -> Path:
    """A database with both files."""
    prepared(_both)
    return tmp_path / "onrecord.db"


def _both(run: Run, folder: Path) -> None:
    new_database(folder / "onrecord.db")
    (folder / "first.bib").write_text(FIRST)
    (folder / "second.bib").write_text(SECOND)
    run("import", "first.bib")
    run("import", "second.bib")


def keys(run: Run, database: Path) -> dict[str, list[str]]:
    """The citekeys of the sources, each with its other names."""
    names = [line.split("\t")[0] for line in run("list", "sources", "--db", database).stdout.splitlines()]
    shown = [json.loads(run("show", name, "--db", database, "--json").stdout) for name in names]
    return {one["citekey"]: one["aliases"] for one in shown}


KEYS = {
    "brandt2004": ["Brandt_readers", "ebb:1", "ebb:2"],
    "brandt2004-2": [],
    "O-Neil:2020": ["O'Neil:2020"],
}


def test_the_report_says_which_key_became_which(library: Path, run: Run) -> None:
    assert keys(run, library) == KEYS
    told = json.loads(run("import", "second.bib", "first.bib", "--json", "--db", library).stdout)
    assert [(one["did"], one["name"], one["asked"], one["is_lost_key"]) for one in told] == [
        ("known", "brandt2004", "Brandt_readers", False),
        ("known", "brandt2004-2", "brandt2004", True),
        ("known", "brandt2004", None, False),
        ("known", "O-Neil:2020", "O'Neil:2020", False),
    ]
    said = run("import", "second.bib", "--db", library).stdout
    assert "(brandt2004): known source brandt2004-2: the key brandt2004 is that of another work here" in said
    assert "Brandt_readers" not in said  # it finds its work, as before


def test_many_kept_keys_are_counted_and_every_lost_one_is_named(
    library: Path, run: Run, tmp_path: Path
) -> None:
    entry = "@book{{{key}, author={{Moe, Ada}}, title={{Tide {n}}}, isbn={{{isbn}}}, date={{{year}}}}}"
    isbns = [f"978000000{n:03}0" for n in range(30)]
    lines = [entry.format(key=f"a{n}", n=n, isbn=isbns[n], year=1990) for n in range(30)]
    others = [entry.format(key=f"b{n}", n=n, isbn=isbns[n], year=1990) for n in range(30)]
    clash = [entry.format(key=f"b{n}", n=100 + n, isbn="9790000000000", year=2000 + n) for n in range(25)]
    for name, written in (("a.bib", lines), ("b.bib", others), ("c.bib", clash)):
        (tmp_path / name).write_text("\n".join(written))
    run("import", "a.bib", "--db", library)
    said = run("import", "b.bib", "--db", library).stdout
    assert said.count("is kept as another name") == 20 and "10 more keys of the files are kept" in said
    assert run("import", "b.bib", "--dry-run", "--db", library).stdout.count("is kept as") == 0
    assert run("import", "c.bib", "--db", library).stdout.count("is that of") == 25


def test_another_key_is_as_good_as_the_first(library: Path, run: Run, tmp_path: Path) -> None:
    assert "also cited as Brandt_readers, ebb:1, ebb:2" in run("show", "ebb:1", "--db", library).stdout
    run("add", "quote", "We are leaving.", "--by", "Eva Brandt", "--in", "Brandt_readers", "--db", library)
    [hit] = json.loads(run("search", "leaving", "--in", "ebb:2", "--db", library, "--json").stdout)
    assert hit["source"] == "brandt2004"
    cited = run("cite", f"{hit['key']}@ebb:1", "--format", "bibtex", "--db", library).stdout
    assert cited.startswith("@article{brandt2004,")
    assert json.loads(run("show", f"{hit['key']}@Brandt_readers", "--json", "--db", library).stdout)
    (tmp_path / "draft.md").write_text("See [@Brandt_readers, p. 2], @ebb:1 and @{O'Neil:2020}.\n")
    text = run("cite", "--for", "draft.md", "--db", library).stdout
    assert text.count("To our readers") == 1 and "Moles" in text
    records = run("cite", "--for", "draft.md", "--format", "bibtex", "--db", library).stdout
    assert [line for line in records.splitlines() if line.startswith("@")] == [
        "@article{Brandt_readers,", "@article{ebb:1,", "@book{O'Neil:2020,",
    ]  # fmt: skip
    records = run("cite", "--for", "draft.md", "--format", "biblatex", "--db", library).stdout
    assert "ids = {Brandt_readers, ebb:1, ebb:2}" in records


def test_the_filter_of_pandoc_finds_other_keys(library: Path, run: Run, tmp_path: Path) -> None:
    import sys

    (tmp_path / "draft.md").write_text(f"---\nonrecord-db: {library}\n---\nSee [@Brandt_readers, p. 2].\n")
    command = [
        pypandoc.get_pandoc_path(), "--filter", str(Path(sys.executable).with_name("onrecord-pandoc")), "-t", "plain",
        "draft.md",
    ]  # fmt: skip
    done = subprocess.run(command, cwd=tmp_path, capture_output=True, text=True, timeout=120, check=True)
    assert "(Brandt 2004, 2)" in done.stdout and "To Our Readers" in done.stdout


def test_a_key_that_ends_like_a_number_of_an_occurrence(database: Path, run: Run, tmp_path: Path) -> None:
    (tmp_path / "a.bib").write_text("@book{moe.2, author={Moe, Ada}, title={Tides}}")
    run("import", "a.bib", "--db", database)
    assert keys(run, database) == {"moe-2": ["moe.2"]}
    run("add", "quote", "Tides turn.", "--by", "Ada Moe", "--in", "moe.2", "--db", database)
    [hit] = json.loads(run("search", "tides", "--db", database, "--json").stdout)
    assert "Tides turn" in run("cite", f"{hit['key']}@moe.2", "--db", database).stdout


@pytest.mark.parametrize("format", ["bibtex", "biblatex", "ris", "csljson", "jsonl", "csv", "notes"])
def test_our_own_files_add_nothing_and_take_the_keys_along(
    format: str, library: Path, run: Run, tmp_path: Path
) -> None:
    run("export", "--format", format, "-o", f"all.{format}", "--db", library)
    done = run("import", f"all.{format}", "--format", format, "--db", library)
    assert done.stdout.startswith("0 added") or "\n0 added" in done.stdout
    assert keys(run, library) == KEYS
    run("init", tmp_path / "other.db")
    run("import", f"all.{format}", "--format", format, "--db", tmp_path / "other.db")
    moved = keys(run, tmp_path / "other.db")
    # BibTeX and RIS have no field for a further key.
    assert moved == (KEYS if format not in ("bibtex", "ris") else {name: [] for name in KEYS})


def test_undo_takes_other_keys_back(library: Path, run: Run) -> None:
    run("undo", "--db", library)
    assert keys(run, library) == {"brandt2004": [], "O-Neil:2020": ["O'Neil:2020"]}
    run("import", "second.bib", "--db", library)
    run("rm", "brandt2004", "--db", library)
    assert "Nothing is called" in run("show", "ebb:1", "--db", library, code=1).stderr
    run("undo", "--db", library)
    assert keys(run, library) == KEYS


def test_other_keys_are_taken(library: Path, run: Run, tmp_path: Path) -> None:
    for words in (
        ("add", "source", "--citekey", "ebb:1", "--title", "X"),
        ("correct", "O-Neil:2020", "--citekey", "ebb:1"),
    ):
        assert "is taken" in run(*words, "--db", library, code=1).stderr
    (tmp_path / "third.bib").write_text("@book{ebb:1, author={Moe, Ada}, title={Ebbs}}")
    said = run("import", "third.bib", "--db", library).stdout
    assert "added source ebb:1-2: the key ebb:1 is that of brandt2004 here: this one became ebb:1-2" in said
    run("correct", "brandt2004", "--citekey", "ebb:1", "--db", library)
    assert keys(run, library)["ebb:1"] == ["Brandt_readers", "ebb:2"]
    run("init", tmp_path / "other.db")
    run("add", "source", "--citekey", "ebb:2", "--title", "Another", "--db", tmp_path / "other.db")
    run("export", "-o", "all.jsonl", "--db", library)
    said = run("import", "all.jsonl", "--db", tmp_path / "other.db", code=1).stderr
    assert "'ebb:2' is a citekey of another source here" in said


def test_keys_of_statements_by_the_million(database: Path, run: Run, tmp_path: Path) -> None:
    line = {"text": "The tide turns.", "speaker": "Ada Moe", "url": "https://coast.example/tide"}
    for name, more in (("a", {"source": "tide"}), ("b", {"source": "the-tide"}), ("c", {})):
        (tmp_path / f"{name}.statements.jsonl").write_text(json.dumps(line | more) + "\n")
    run("import", "a.statements.jsonl", "--db", database)
    assert "1 known" in run("import", "b.statements.jsonl", "--db", database).stdout
    assert keys(run, database) == {"tide": ["the-tide"]}
    run("undo", "--db", database)
    assert keys(run, database) == {"tide": []}
    run("import", "b.statements.jsonl", "--db", database)
    for name in "abc":
        assert "1 known" in run("import", f"{name}.statements.jsonl", "--db", database).stdout
    assert keys(run, database) == {"tide": ["the-tide"]}


@pytest.mark.parametrize(
    ("given", "made", "finds"),
    [
        ("\\input{/etc/passwd}", "input-/etc/passwd", False),
        ("a}, note = {forged", "a-note-forged", False),
        ("a b", "a-b", False),
        ("a,b", "a-b", False),
        ("50%", "50", False),
        ("a\nTY  - BOOK", "a-TY-BOOK", False),
        ("<script>alert(1)</script>", "script-alert-1-/script", False),
        ("--force", "force", False),
        ("a\x1b]0;b", "a-0-b", False),
        ("k@x", "k-x", False),
        ("(a)", "a", False),
        ("_a", "a", True),
        ("a:", "a", True),
        ("Mül'ler(2020)", "Mül-ler-2020", True),
        ("{}", "tides", False),
        ("x" * 130, "x" * 100, False),
    ],
)  # fmt: skip
def test_a_key_that_could_do_harm_is_no_key(given: str, made: str, finds: bool, fresh: Fresh) -> None:
    with stores.writing(fresh(), "import") as store:
        item: Json = {"id": given, "type": "book", "title": "Tides"}
        [told] = Taker(store, "a.json").take(SourceEntry(where="1", csl=item))
        assert (told.name, told.is_lost_key) == (made, not finds)
        assert (source_queries.owner_of(store, given) is not None) == finds
