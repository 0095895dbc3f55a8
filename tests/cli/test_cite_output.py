"""Where a citation goes: standard output, a file, the clipboard."""

import os
import pty
import subprocess
import sys
import zipfile
from pathlib import Path

import pytest
from conftest import Run


@pytest.fixture
def key(run: Run) -> str:
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
