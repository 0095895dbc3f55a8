"""What a person sees: tables and colour on a terminal, and nothing of a stranger's text that a terminal would obey."""

import os
import pty
import re
import subprocess
import sys
from pathlib import Path

import pytest
from conftest import Prepared, Run
from hypothesis import given
from hypothesis import strategies as st
from rich.cells import cell_len

from onrecord.cli import output

HOSTILE = "Ann\u202eeb \u2066[link=https://evil.example]Dahl[/link] [bold]x[/bold]"


def on_a_terminal(folder: Path, *words: str, code: int = 0, **environment: str) -> str:
    """Runs onrecord with a terminal of 100 columns for its output, and gives what was written to it."""
    ours, theirs = pty.openpty()
    process = subprocess.Popen(
        [sys.executable, "-m", "onrecord", *words],
        stdin=subprocess.DEVNULL,
        stdout=theirs,
        stderr=theirs,
        cwd=folder,
        env={
            "HOME": str(folder), "PATH": "/usr/bin:/bin", "LANG": "C.UTF-8", "TERM": "xterm-256color",
            "COLUMNS": "100", **{name: value for name, value in os.environ.items() if name == "PYTHONPATH"}, **environment,
        },
    )  # fmt: skip
    os.close(theirs)
    written = b""
    while True:
        try:
            piece = os.read(ours, 65536)
        except OSError:  # Linux reports the end of a terminal so
            break
        if not piece:
            break
        written += piece
    os.close(ours)
    assert process.wait() == code, written.decode()
    return written.decode()


@pytest.fixture
def folder(prepared: Prepared, tmp_path: Path) -> Path:
    prepared(_hostile)
    return tmp_path


def _hostile(run: Run, folder: Path) -> None:
    run("init")
    run("add", "source", "--title", f"Title {HOSTILE}", "--citekey", "letter", "--date", "1962")
    run("add", "speaker", HOSTILE, "--slug", "ann")
    run("add", "quote", f"We sail on Monday. {HOSTILE}", "--by", "ann", "--in", "letter", "--note", HOSTILE)


@pytest.mark.parametrize(
    "words",
    [
        ("search", "sail"), ("show", "letter"), ("show", "ann"), ("list", "sources"), ("list", "speakers"),
        ("verify", "--all", "-v"), ("history",), ("history", "3"), ("cite",), ("show",), ("search", "--json"),
    ],
    ids=" ".join,
)  # fmt: skip
def test_strangers_text_is_not_obeyed(run: Run, folder: Path, words: tuple[str, ...]) -> None:
    if words in (("cite",), ("show",)):
        words = (*words, run("search", "sail").stdout.split("\t")[0])
    written = on_a_terminal(folder, *words, NO_COLOR="1")
    assert "\u202e" not in written and "\u2066" not in written
    if "--json" not in words and words[0] not in ("verify", "cite"):  # JSON escapes, citing leaves out
        assert "<U+202E>" in written
    assert "\x1b]8" not in written


def test_colour_and_its_absence(folder: Path) -> None:
    coloured = re.compile(r"\x1b\[[0-9;]*3[0-7]m")
    for words in (("search", "sail"), ("list", "sources"), ("verify", "--all", "-v")):
        assert "\x1b[" in on_a_terminal(folder, *words)
        assert not coloured.search(on_a_terminal(folder, *words, NO_COLOR="1"))


def test_a_pipe_has_one_line_a_hit(run: Run, folder: Path) -> None:
    run("add", "quote", "Two\nlines\tand a tab.", "--by", "ann", "--in", "letter")
    lines = run("search", "lines").stdout.splitlines()
    assert len(lines) == 1
    assert lines[0].split("\t")[-1] == "Two lines and a tab."


def test_nothing_found_is_no_error(run: Run, folder: Path) -> None:
    assert run("search", "nowhere").stdout == ""
    assert "Nothing found" in on_a_terminal(folder, "search", "nowhere")


def test_a_reader_that_goes_away(folder: Path) -> None:
    done = subprocess.run(
        f"{sys.executable} -m onrecord history --json | head -c 5",
        shell=True,
        cwd=folder,
        capture_output=True,
        text=True,
        check=True,
    )
    assert done.stderr == ""


def test_of_very_many_only_those_to_look_at_are_listed(run: Run, tmp_path: Path) -> None:
    run("init")
    (tmp_path / "log.txt").write_text("“The buoys are lit,” said Ingrid Dahl.\n", encoding="utf-8")
    run("add", "source", "log.txt", "--citekey", "log")
    for wording, more in (("The buoys are lit", ()), ("The bells are rung", ("--unverified",))):
        run("add", "quote", wording, "--by", "Ingrid Dahl", "--new-speaker", "--in", "log", *more)
    (tmp_path / "many.statements.jsonl").write_text(
        "".join(f'{{"text": "Buoy {one} is lit.", "url": "https://a.example/"}}\n' for one in range(1_100))
    )
    run("import", "many.statements.jsonl")
    written = on_a_terminal(tmp_path, "verify", "--all", code=1)
    assert "The bells are rung" in written and "The buoys are lit" not in written and "Buoy" not in written
    assert "1102 checked: 1 exact, 1 absent, 1100 not checkable." in written


@given(
    st.integers(1, 7).flatmap(
        lambda columns: st.lists(
            st.lists(st.text("ab 字", max_size=60), min_size=columns, max_size=columns),
            min_size=1,
            max_size=6,
        )
    ),
    st.integers(10, 140),
)
def test_a_table_fits_and_breaks_no_word_or_is_none(table: list[list[str]], columns: int) -> None:
    with pytest.MonkeyPatch.context() as patch:
        patch.setenv("COLUMNS", str(columns))
        widths = output._widths(table[0], table[1:])
    if widths is None:
        return
    assert sum(widths) + 2 * (len(widths) - 1) <= columns
    for row in table[1:]:
        words = [max(map(cell_len, cell.split()), default=0) for cell in row]
        assert all(word <= width or width >= output.LONG for word, width in zip(words, widths, strict=True))


def test_a_narrow_terminal_has_rows_of_lines_and_no_broken_words(
    monkeypatch: pytest.MonkeyPatch, capsys: pytest.CaptureFixture[str]
) -> None:
    row = (
        "uwret6yhz4@natarajan-2025",
        "direct",
        "",
        "interrupted",
        "Desmond Achterberg",
        "the longest hours",
    )
    headings = ("attribution", "form", "where", "outcome", "speaker", "wording")
    monkeypatch.setattr(output, "is_terminal", lambda: True)
    monkeypatch.setenv("COLUMNS", "60")
    output.print_rows(headings, [row])
    assert [line.rstrip() for line in capsys.readouterr().out.splitlines()] == [
        "uwret6yhz4@natarajan-2025",
        "    form direct · outcome interrupted · speaker Desmond",
        "    Achterberg · wording the longest hours",
    ]
    monkeypatch.setenv("COLUMNS", "120")
    output.print_rows(headings, [row])
    told = capsys.readouterr().out.splitlines()
    assert told[0].split() == list(headings) and "Desmond Achterberg  the longest hours" in told[1]
