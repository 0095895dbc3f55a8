"""`onrecord cite --for DRAFT`: the bibliography of exactly what a draft cites."""

import json
import re
import subprocess
from pathlib import Path

import factories
import pytest
import tools
from conftest import Run

from onrecord.db.store import writing
from onrecord.statements.fields import RelayFields


@pytest.fixture
def desk(run: Run, database: Path) -> tuple[Run, str]:
    """A database with a magazine article, a book that nobody quotes, and the key of a quotation."""
    with writing(database, "test") as store:
        factories.source(
            store, title="Ferries & fog", authors=("Quist, Berit",), issued="2024-03-05", citekey="quist-2024",
            container_title="Coastal Weekly", type="article-magazine",
        )  # fmt: skip
        for title, author, year, citekey in (
            ("Harbours", "Ek, Olof", "1999", "ek-1999"),
            ("Uncited", "Moe, Ane", "2001", "moe-2001"),
        ):
            factories.source(
                store, text=None, title=title, authors=(author,), issued=year, citekey=citekey, type="book"
            )
        added = factories.quote(
            store, "would rather close the port than risk a crew", "the harbour master", unnamed=True,
            via=(RelayFields(speaker="Coastal Wire"),), source="quist-2024",
        )  # fmt: skip
    return run, added.quote.key


def test_markdown_in_a_style(desk: tuple[Run, str], tmp_path: Path) -> None:
    run, key = desk
    (tmp_path / "draft.md").write_text(f"So it was [@{key}], see @ek-1999.", encoding="utf-8")
    lines = run("cite", "--for", "draft.md").stdout.splitlines()
    assert [line.split(" (")[0] for line in lines] == ["Ek, O.", "Quist, B."]
    assert run("cite", "--for", "-", input=f"@{key}:quist-2024").stdout.startswith(
        "Quist, B. (2024, March 5)."
    )
    run("edit", key, "--status", "disputed", "--reason", "the Wire denies it")
    assert "the Wire denies it." in run("cite", "--for", "draft.md", "--format", "html").stdout
    everything = run("cite", "--for", "-", input="---\nnocite: '@*'\n---\n").stdout
    assert len(everything.splitlines()) == 3


def test_a_bib_file_that_biber_reads_and_a_draft_can_use(desk: tuple[Run, str], tmp_path: Path) -> None:
    run, key = desk
    biber = tools.program("biber")
    draft = (
        f"\\documentclass{{article}}\\begin{{document}}\\cite{{{key}}} \\parencite[3]{{ek-1999,quist-2024}}"
    )
    (tmp_path / "draft.tex").write_text(draft, encoding="utf-8")
    run("cite", "--for", "draft.tex", "--format", "biblatex", "-o", "draft.bib")
    made = (tmp_path / "draft.bib").read_text(encoding="utf-8")
    assert set(re.findall(r"^@\w+\{(.+),$", made, re.MULTILINE)) == {"quist-2024", "ek-1999"}
    assert f"ids = {{{key}}}" in made
    done = subprocess.run(
        [biber, "--tool", "--validate-datamodel", "draft.bib"],
        cwd=tmp_path,
        capture_output=True,
        text=True,
        check=False,
    )
    assert done.returncode == 0 and "ERROR" not in done.stdout, done.stdout
    plain = run("cite", "--for", "draft.tex", "--format", "bibtex").stdout
    assert set(re.findall(r"^@\w+\{(.+),$", plain, re.MULTILINE)) == {"quist-2024", key, "ek-1999"}


def test_what_a_draft_cites_that_is_not_there(desk: tuple[Run, str], tmp_path: Path) -> None:
    run, _ = desk
    (tmp_path / "draft.md").write_text(
        "One.\n\nTwo [@quist-2042] and [@ek-1999; @nowhere].", encoding="utf-8"
    )
    told = run("cite", "--for", "draft.md", code=1)
    assert told.stdout == ""
    assert "Line 3: nothing is called quist-2042. Did you mean quist-2024?" in told.stderr
    partial = run("cite", "--for", "draft.md", "--partial")
    assert (
        partial.stdout.startswith("Ek, O. (1999)")
        and "Left out: line 3: nothing is called nowhere" in partial.stderr
    )
    told = run("cite", "--for", "draft.md", "--partial", "--json")
    assert [one["key"] for one in json.loads(told.stdout)["unknown"]] == ["quist-2042", "nowhere"]


WRONG = [
    (("--for", "missing.md"), 1, "There is no file missing.md."),
    (("--for", "empty.md"), 1, "empty.md cites nothing: no [@key] in it"),
    (("--for", "binary.md"), 1, "binary.md is not UTF-8"),
    (("--for", "empty.md", "--items", "x.json"), 2, "leave out"),
    (("--for", "empty.md", "--format", "card"), 2, "not a format"),
    (("--for", "good.md", "--format", "wikipedia"), 2, "no bibliography of whole works"),
    (("--for", "good.md", "--style", "no-such-style"), 1, "no citation style"),
    (("--partial", "abcd"), 2, "--for"),
]


def test_what_cannot_be_done(desk: tuple[Run, str], tmp_path: Path) -> None:
    run, _ = desk
    (tmp_path / "empty.md").write_text("Nothing.", encoding="utf-8")
    (tmp_path / "good.md").write_text("@ek-1999", encoding="utf-8")
    (tmp_path / "binary.md").write_bytes(b"\xff\xfe\x00")
    for words, code, sentence in WRONG:
        done = run("cite", *words, code=code)
        assert sentence in " ".join(done.stderr.replace("│", " ").split())


def test_what_check_would_find_is_told_in_a_line(desk: tuple[Run, str], tmp_path: Path) -> None:
    run, key = desk
    draft = tmp_path / "my draft.md"
    honest = f"The harbour master “would rather close the port than risk a crew” [@{key}].\n"
    draft.write_text(honest)
    assert run("cite", "--for", "my draft.md").stderr == ""
    draft.write_text(
        honest.replace("a crew", "a ship") + "\n“Nobody ever wrote down these very words here,” said Ek.\n"
    )
    assert run("cite", "--for", "my draft.md").stderr == (
        "check would find 1 altered, 1 not found: onrecord check 'my draft.md'\n"
    )
    assert run("cite", "--for", "my draft.md", "--quiet").stderr == ""
