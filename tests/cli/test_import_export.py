"""Import and export as users start them."""

import csv
import io
import json
from pathlib import Path

import pytest
from conftest import Prepared, Run

WRITTEN = ("jsonl", "csv", "table", "bibtex", "biblatex", "ris", "csljson", "yaml")


@pytest.fixture
def filled(prepared: Prepared, tmp_path: Path) -> Path:
    """A database with two sources, one of them quoted."""
    prepared(_two_sources)
    return tmp_path / "onrecord.db"


def _two_sources(run: Run, folder: Path) -> None:
    (folder / "speech.txt").write_text(
        "The mayor spoke. “=Nobody goes home,” said Ada Moe.", encoding="utf-8"
    )
    run("init")
    run("add", "source", "speech.txt", "--title", "A {Speech}", "--author", "Moe, Ada", "--date", "2020")
    run("add", "source", "--type", "book", "--title", "Memoirs", "--author", "Ek, Olof", "--date", "1962")
    run("add", "quote", "=Nobody goes home", "--by", "Moe", "--in", "moe-2020")


@pytest.mark.parametrize("format", ["jsonl", "csv"])
def test_the_whole_way_there_and_back(run: Run, filled: Path, tmp_path: Path, format: str) -> None:
    told = run("export", "-o", f"whole.{format}")
    assert told.stdout == "" and told.stderr.startswith(f"Wrote whole.{format} ")
    run("init", "--db", "other.db")
    file = tmp_path / f"whole.{format}"
    rehearsed = run("import", file, "--db", "other.db", "--dry-run").stdout
    assert rehearsed.splitlines()[-1].startswith("Would be: 1")
    assert "statement" not in run("export", "--db", "other.db").stdout
    did = run("import", file, "--db", "other.db").stdout
    assert did.splitlines()[:-1] == rehearsed.splitlines()[:-1]
    assert did.splitlines()[-1].endswith("added, 0 known already, 0 refused.")
    assert run("export", "--db", "other.db", "--format", format).stdout.encode() == file.read_bytes().replace(
        b"\r\n", b"\n"
    )
    again = run("import", "-", "--db", "other.db", input=file.read_text("utf-8")).stdout
    assert again.startswith("0 added, ") and again.endswith("known already, 0 refused.\n")
    assert "import" in run("history", "--db", "other.db").stdout
    run("undo", "--db", "other.db")
    assert len(run("export", "--db", "other.db").stdout.splitlines()) == 1


def test_every_format_is_written_whole_or_not_at_all(run: Run, filled: Path, tmp_path: Path) -> None:
    folder = tmp_path / "out"
    assert "cannot be written" in run("export", "-o", folder / "a.bib", code=1).stderr
    folder.mkdir()
    for format in WRITTEN:
        file = folder / format
        run("export", "-o", file, "--format", format)
        assert "Memoirs" in file.read_text("utf-8") or format == "table"
    assert sorted(one.name for one in folder.iterdir()) == sorted(WRITTEN)


def test_a_file_is_replaced_only_when_asked_to(run: Run, filled: Path, tmp_path: Path) -> None:
    file = tmp_path / "library.bib"
    run("export", "-o", file)
    whole = file.read_text("utf-8")
    assert "exists already. Replace it with --force." in run("export", "-o", file, code=1).stderr
    run("export", "nothing-of-that-name", "-o", file, "--force", code=1)
    assert file.read_text("utf-8") == whole
    run("export", "ek-1962", "-o", file, "--force")
    assert "moe-2020" in whole and "moe-2020" not in file.read_text("utf-8")
    assert run("export", "--format", "bibtex").stdout == whole


def test_what_is_named_is_exported(run: Run, filled: Path) -> None:
    key = run("search", "nobody").stdout.split("\t")[0]
    for name in (key, f"{key}@moe-2020", "moe-2020", "ada-moe"):
        told = run("export", name, "--format", "bibtex").stdout
        assert "@misc{moe-2020," in told and "ek-1962" not in told
    assert "ek-1962" in run("export", "ek-1962", "--format", "ris").stdout
    piped = run("export", "-", "--format", "csljson", input=f"{key}\tmore\n").stdout
    assert [item["id"] for item in json.loads(piped)] == ["moe-2020"]
    assert "names nothing to export" in run("export", "-", input="", code=2).stderr


def test_the_table_for_spreadsheets(run: Run, filled: Path, tmp_path: Path) -> None:
    run("export", "-o", "all.statements.csv")
    text = (tmp_path / "all.statements.csv").read_text("utf-8-sig")
    rows = list(csv.DictReader(io.StringIO(text)))
    assert [(row["speaker"], row["source"], row["locator"]) for row in rows] == [
        ("Ada Moe", "moe-2020", "para. 1")
    ]
    assert rows[0]["text"].lstrip("'").endswith("Nobody goes home") and not rows[0]["text"].startswith("=")


def test_what_is_refused_is_named_and_the_rest_is_taken(run: Run, filled: Path, tmp_path: Path) -> None:
    rows = run("export").stdout.splitlines()
    bad = tmp_path / "bad.jsonl"
    bad.write_text("\n".join([rows[0], '{"type":"tag","name":7}', '{"type":"tag","name":"good"}']), "utf-8")
    strict = run("import", bad, "--strict", code=1)
    assert "line 2: refused tag 7: name must be text." in strict.stderr
    assert "1 refused, so nothing was taken" in strict.stderr
    assert '"good"' not in run("export").stdout
    told = run("import", bad, code=1)
    assert told.stdout.endswith("1 added, 0 known already, 1 refused.\n")
    assert '{"type":"tag","name":"good"}' in run("export").stdout
    records = json.loads(run("import", bad, "--json", code=1).stdout)
    assert [(one["did"], one["where"], one["name"]) for one in records] == [
        ("refused", "line 2", "7"),
        ("known", "line 3", "good"),
    ]


def test_what_cannot_be_is_said_in_a_sentence(run: Run, filled: Path) -> None:
    for words, code, message in (
        (("import", "missing.jsonl"), 1, "There is no file missing.jsonl."),
        (("import", "/dev/null"), 1, "/dev/null is empty."),
        (("import", ""), 1, "The name of the file is empty"),
        (("import", "."), 1, ". holds no note of a statement or a source"),
        (("import", "speech.txt"), 1, "Nothing tells the format of speech.txt. Say which with --format: "),
        (("import", "speech.txt", "--format", "jsonl"), 1, "is not an export of whole records"),
        (("import", "speech.txt", "--format", "odt"), 2, "'odt' is not a format that can be read"),
        (("export", "-o", "out.odt"), 2, "Nothing tells the format of out.odt"),
        (("export", "--json"), 2, "give a file with --output"),
        (("export", "nobody"), 1, "Nothing is called 'nobody'"),
    ):
        assert message in run(*words, code=code).stderr


def test_a_library_is_taken_in_and_a_large_one_reported_in_numbers(run: Run, tmp_path: Path) -> None:
    run("init")
    entry = "@book{{title = {{Quays {0}}}, author = {{Ek, Olof}}, year = {1}}}\n"
    library = tmp_path / "library.bib"
    library.write_text(
        entry.format(0, 1900) + "@book{broken, title = {Open\n" + entry.format(1, 1901), "utf-8"
    )
    told = run("import", library, "--citekey-format", "auth.lower + ':' + year", code=1)
    assert "line 1: added source ek:1900" in told.stdout and "line 3: added source ek:1901" in told.stdout
    assert "line 2: refused entry: @book{broken: A brace is not closed." in told.stderr
    library.write_text("".join(entry.format(n, 1000 + n) for n in range(30)), "utf-8")
    told = run("import", library)
    assert told.stdout.splitlines() == [
        f"{library}: added 30 of: source",
        "--verbose names each of them.",
        "30 added, 0 known already, 0 refused.",
    ]
    assert (
        len(run("import", library, "--verbose", "--db", run("init", "b.db") and "b.db").stdout.splitlines())
        == 31
    )
    wrong = run("import", library, "--citekey-format", "nobody", code=1)
    assert "The citekey format cannot be read" in wrong.stderr


def test_what_to_type_about_a_refusal_stands_apart_for_programs(
    run: Run, filled: Path, tmp_path: Path
) -> None:
    selector = {"type": "TextQuoteSelector", "exact": "It flew."}
    annotation = {"type": "Annotation", "target": {"source": "https://club.example/a", "selector": selector}}
    (tmp_path / "a.json").write_text(json.dumps(annotation), encoding="utf-8")
    printed = run("import", "a.json", "--format", "webannotation", code=1).stderr
    assert " names no author. Say it with --by NAME." in printed
    [refused] = json.loads(run("import", "a.json", "--format", "webannotation", "--json", code=1).stdout)
    assert refused["reason"].endswith(" names no author.")
    assert refused["hint"] == "Say it with --by NAME."
    taken = json.loads(
        run("import", "a.json", "--format", "webannotation", "--by", "Ada Moe", "--json").stdout
    )
    assert {one["hint"] for one in taken} == {None}
