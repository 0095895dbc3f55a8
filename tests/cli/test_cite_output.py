"""Where a citation goes: standard output, a file, the clipboard."""

import json
import os
import pty
import subprocess
import sys
import zipfile
from pathlib import Path

import pytest
from conftest import Prepared, Run


@pytest.fixture
def key(prepared: Prepared) -> str:
    return str(prepared(_one_quotation))


def _one_quotation(run: Run, folder: Path) -> str:
    run("init")
    run("add", "source", "--title", "Tides", "--author", "Ek, Olof", "--date", "1962", "--type", "book")
    run("add", "quote", "The sea keeps books.", "--by", "Ek", "--in", "ek-1962")
    return run("search", "sea").stdout.split()[0]


def test_a_document_goes_to_a_file_or_a_pipe(run: Run, key: str, tmp_path: Path) -> None:
    told = run("cite", key, "--format", "docx", "-o", "quotation.docx")
    assert told.stdout == "" and told.stderr == "Written to quotation.docx.\n"
    assert "word/document.xml" in zipfile.ZipFile(tmp_path / "quotation.docx").namelist()
    with (tmp_path / "piped.docx").open("wb") as file:
        subprocess.run(
            [sys.executable, "-m", "onrecord", "cite", key, "--format", "docx"],
            stdout=file, check=True, cwd=tmp_path, timeout=120,
        )  # fmt: skip
    assert "word/document.xml" in zipfile.ZipFile(tmp_path / "piped.docx").namelist()


def test_text_goes_to_a_file_whole_or_not_at_all(run: Run, key: str, tmp_path: Path) -> None:
    run("cite", key, "--format", "biblatex", "-o", "quotes.bib")
    assert (tmp_path / "quotes.bib").read_text("utf-8").endswith("},\n}\n")
    told = run("cite", key, "-o", "missing/quotes.txt", code=1)
    assert "missing/quotes.txt cannot be written: there is no folder" in told.stderr
    assert not [path.name for path in tmp_path.iterdir() if path.name.startswith(".onrecord-")]


def test_the_name_of_the_file_says_the_format(run: Run, key: str, tmp_path: Path) -> None:
    begins = {
        "q.docx": b"PK\x03\x04", "q.bib": b"@book{", "Q.RIS": b"TY  - ", "q.json": b"[", "q.tex": b"\\textquote",
        "q.rtf": b"{\\rtf1", "q.html": b"<figure>", "q.md": b"> The sea", "q.jsonld": b"{", "q.xml": b"<cit", "q.txt": "“".encode(),
        "q": "“".encode(), "v1.2/q": "“".encode(), ".q": "“".encode(),
    }  # fmt: skip
    (tmp_path / "v1.2").mkdir()
    for name, begin in begins.items():
        run("cite", key, "-o", name)
        written = (tmp_path / name).read_bytes()
        assert written.startswith(begin) or name in ("q.tex", "q.xml"), name
        assert name != "q.tex" or b"\\blockquote" in written
        assert name != "q.xml" or b"http://www.tei-c.org/ns/1.0" in written
    for words, sentence in (
        (("-o", "q.xyz"), "Nothing tells the format of a file that ends in .xyz"),
        (("-o", "q.pdf", "--format", "text"), "A file that ends in .pdf does not hold text"),
        (("-o", "new.docx", "--format", "bibtex"), "A file that ends in .docx does not hold bibtex: name one that ends in .bib"),
        (("-o", "new.txt", "--format", "docx"), "A file that ends in .txt does not hold docx"),
        (("-o", "new.bib", "--as", "note"), "bibtex has no note"),
    ):  # fmt: skip
        assert sentence in run("cite", key, *words, code=2).stderr
    run("cite", key, "-o", "q.citation", "--format", "ris")
    run("cite", key, "-o", "plain.txt", "--format", "wikipedia")
    assert not (tmp_path / "q.xyz").exists() and not (tmp_path / "new.docx").exists()


def test_another_pandoc_on_the_path_changes_nothing(run: Run, key: str, tmp_path: Path) -> None:
    (tmp_path / "own").mkdir()
    (tmp_path / "own" / "pandoc").write_text("#!/bin/sh\necho pandoc 99.1\n")
    (tmp_path / "own" / "pandoc").chmod(0o755)
    path = f"own{os.pathsep}{os.environ['PATH']}"
    assert run("cite", key, PATH=path).stdout == run("cite", key).stdout
    told = run("where", "--verbose", PATH=path).stdout
    assert f"pandoc (PATH), not used\t99.1 {tmp_path}/own/pandoc" in told and "pandoc (bundled)\t" in told
    facts = json.loads(run("where", "--verbose", "--json", PATH=path).stdout)
    assert [one["used"] for one in facts["programs"] if one["name"].startswith("pandoc")][:2] == [True, False]


def test_a_program_of_the_desktop_takes_the_copy(run: Run, key: str, tmp_path: Path) -> None:
    programs = tmp_path / "bin"
    programs.mkdir()
    (programs / "xclip").write_text(
        f'#!/bin/sh\n[ "$1 $2" = "-selection clipboard" ] && cat > {tmp_path}/board\n'
    )
    (programs / "xclip").chmod(0o755)
    path = f"{programs}{os.pathsep}{os.environ['PATH']}"
    told = run("cite", key, "--format", "wikipedia", "--copy", PATH=path, DISPLAY=":0", WAYLAND_DISPLAY="")
    assert told.stderr == "Copied to the clipboard with xclip.\n"
    assert (tmp_path / "board").read_text("utf-8") + "\n" == told.stdout


def test_without_a_clipboard_it_says_what_to_do(run: Run, key: str) -> None:
    told = run("cite", key, "--copy", code=1, DISPLAY="", WAYLAND_DISPLAY="", PATH="/nowhere")
    assert "There is no clipboard here" in told.stderr and "-o FILE" in told.stderr


def test_the_terminal_takes_the_copy(run: Run, key: str, tmp_path: Path) -> None:
    ours, theirs = pty.openpty()
    done = subprocess.run(
        [sys.executable, "-m", "onrecord", "cite", key, "--format", "bibtex", "--copy"],
        stdout=subprocess.DEVNULL, stderr=theirs, check=True, cwd=tmp_path, timeout=120,
        env={**os.environ, "PATH": "/nowhere"},
    )  # fmt: skip
    os.close(theirs)
    assert done.returncode == 0
    said = os.read(ours, 65_536)
    os.close(ours)
    assert said.startswith(b"\x1b]52;c;") and b"OSC 52" in said


def test_what_does_not_go_together_is_said(run: Run, key: str) -> None:
    for words, message in (
        (("--format", "bibtex", "--as", "card"), "bibtex has no card: use --as bibliography"),
        (("--format", "docx", "--copy"), "docx does not go on the clipboard"),
        (("--format", "docx", "--json"), "docx does not go into JSON"),
        (("--json", "--copy"), "--json prints"),
        (("--locale", "klingon"), "'klingon' is not a locale of CSL"),
        (("--sort", "size"), "'size' is not an order"),
        (("--format", "ris", "--sort", "style"), "ris knows no style"),
    ):
        told = run("cite", key, *words, code=2)
        assert message in told.stderr
        assert told.stdout == ""
