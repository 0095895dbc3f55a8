"""Ctrl-C in whatever takes long: what is said to stand stands, and what is said not to be there is not."""

import os
import re
import signal
import sqlite3
import subprocess
import sys
from collections.abc import Callable
from contextlib import closing
from pathlib import Path

import factories
import pytest
from conftest import Run

from onrecord.db.store import writing
from onrecord.exchange.bulk.load import BATCH

LINE = '{{"text": "Buoy {0} is lit.", "url": "https://a.example/"}}\n'

Start = Callable[..., "subprocess.Popen[bytes]"]


@pytest.fixture
def start(tmp_path: Path) -> Start:
    """Starts `onrecord …` with pipes at both ends."""
    (tmp_path / "home").mkdir(exist_ok=True)

    def started(*words: str) -> "subprocess.Popen[bytes]":
        return subprocess.Popen(
            [sys.executable, "-m", "onrecord", *words],
            stdin=subprocess.PIPE, stdout=subprocess.PIPE, stderr=subprocess.PIPE, cwd=tmp_path,
            env={**os.environ, "HOME": str(tmp_path / "home"), "LANG": "C.UTF-8"}, preexec_fn=_heeding,  # noqa: PLW1509
        )  # fmt: skip

    return started


def _heeding() -> None:
    """Whoever runs the tests may ignore signals, which a process inherits."""
    for number in (signal.SIGINT, signal.SIGTERM, signal.SIGHUP):
        signal.signal(number, signal.SIG_DFL)


def stopped(process: "subprocess.Popen[bytes]", number: int = signal.SIGINT) -> str:
    """Sends the signal, and gives what was said of it."""
    process.send_signal(number)
    assert process.stdin is not None and process.stdout is not None and process.stderr is not None
    # What it prints has to go somewhere, and standard input stays open: nothing but the signal ends it.
    said = process.stderr.read().decode()
    process.stdout.close()
    assert process.wait(60) == 128 + number, said
    process.stdin.close()
    process.stderr.close()
    assert "Traceback" not in said
    return said


def count(database: Path, table: str) -> int:
    with closing(sqlite3.connect(database)) as connection:
        [(number,)] = connection.execute(f"SELECT count(*) FROM {table}")
        assert connection.execute("PRAGMA integrity_check").fetchone() == ("ok",)
        return int(number)


def test_a_bulk_import_says_what_stands_and_goes_on(
    run: Run, start: Start, database: Path, tmp_path: Path
) -> None:
    process = start("import", "-", "--format", "statements", "--rejects", "refused.jsonl")
    assert process.stdin is not None
    for number in range(BATCH):
        process.stdin.write(LINE.format(number).encode())
    # More than pipes and buffers hold: when it has been written, the first batch has been taken.
    long = LINE.format("x" * 20_000).encode()
    for _ in range(200):
        process.stdin.write(long)
    said = stopped(process)
    # On a busy machine a line of progress stands before it.
    found = re.fullmatch(
        r"(?:Importing .*\n)*"
        rf"Stopped; {BATCH:,} attributions were added and stand\. The same command goes on; this takes them back: "
        r"onrecord undo (\d+)\. refused\.jsonl was not written\.\n",
        said,
    )
    assert found, said
    assert count(database, "attributions") == BATCH
    assert not (tmp_path / "refused.jsonl").exists()
    (tmp_path / "all.statements.jsonl").write_text("".join(LINE.format(one) for one in range(BATCH + 5)))
    assert f"5 attributions added, {BATCH:,} known already" in run("import", "all.statements.jsonl").stdout
    run("undo")
    run("undo", found[1])
    assert count(database, "attributions") == 0


def test_a_bulk_import_that_has_taken_nothing_says_so(start: Start, database: Path) -> None:
    process = start("import", "-", "--format", "statements")
    assert process.stdin is not None
    for _ in range(200):
        process.stdin.write(LINE.format("x" * 20_000).encode())
    assert stopped(process) == "Stopped; nothing was recorded.\n"
    assert count(database, "statements") == 0


def test_an_import_in_one_piece_takes_nothing(run: Run, start: Start, database: Path) -> None:
    process = start("import", "-", "--format", "bibtex")
    assert process.stdin is not None
    process.stdin.write(b"@book{ek-1962, title = {Tides}}\n" + b"% a remark\n" * 50_000)
    # It is still waiting for the rest, and nobody has to wait for it.
    run("add", "claim", "Ferries sail.")
    assert stopped(process) == "Stopped; nothing was recorded.\n"
    assert count(database, "sources") == 0


def test_reading_several_sources(run: Run, start: Start, database: Path, tmp_path: Path) -> None:
    (tmp_path / "one.txt").write_text("“The ferry is late,” Bo Ek said.")
    (tmp_path / "two.txt").write_text("“The fog lifts,” Ann Moe said.")
    process = start("ingest", "one.txt", "two.txt", "-")
    assert process.stdin is not None
    process.stdin.write(b"Fog. " * 100_000)  # more than the pipe holds: it has come to the third
    said = stopped(process)
    assert said.endswith("The same command goes on, and proposes nothing twice.\n")
    assert "Stopped; 2 of 3 were stored, with what was proposed of them: " in said
    assert count(database, "sources") == 2 and count(database, "proposals") == 2
    told = run("ingest", "one.txt", "two.txt", "three.txt", code=1).stderr
    assert "2 of 3 read" in told and "There is no file three.txt" in told
    (tmp_path / "three.txt").write_text("“The buoys are lit,” Ida Falk said.")
    run("ingest", "one.txt", "two.txt", "three.txt")
    assert count(database, "sources") == 3 and count(database, "proposals") == 3


@pytest.fixture
def many(database: Path) -> Path:
    """A database of which `verify` prints more than a pipe holds."""
    with writing(database, "test") as store:
        factories.source(store, "“The fog lifts,” Ann Dahl said.", citekey="letter", title="A letter")
        factories.quote(store, "The fog lifts", by="Ann Dahl", source="letter")
        for number in range(60):
            factories.quote(store, f"Wave {number}: " + "the sea rolls on " * 100, by="Ann Dahl", source="letter",
                            form="indirect")  # fmt: skip
    return database


@pytest.mark.parametrize("number", [signal.SIGINT, signal.SIGTERM, signal.SIGHUP])
def test_a_check_keeps_all_outcomes_or_none(start: Start, many: Path, number: int) -> None:
    with closing(sqlite3.connect(many)) as connection:
        before = connection.execute("SELECT check_result, checked_at FROM attributions").fetchall()
    process = start("verify", "--all", "--verbose")
    assert process.stdout is not None and process.stdout.read(1)  # the rest fills the pipe
    assert stopped(process, number) == "Stopped; no outcome was kept; the same command checks again.\n"
    with closing(sqlite3.connect(many)) as connection:
        assert connection.execute("SELECT check_result, checked_at FROM attributions").fetchall() == before


def test_an_export_leaves_what_was_there(start: Start, database: Path, tmp_path: Path) -> None:
    (tmp_path / "all.bib").write_text("before")
    for words, said in (
        (("export", "-", "-o", "new.bib"), "Stopped; new.bib was not written.\n"),
        (("export", "-", "-o", "all.bib", "--force"), "Stopped; all.bib is as it was.\n"),
    ):
        process = start(*words)
        assert process.stdin is not None
        process.stdin.write(b"letter\n" * 100_000)  # more than the pipe holds: it is reading
        assert stopped(process) == said
    assert (tmp_path / "all.bib").read_text() == "before"
    assert not (tmp_path / "new.bib").exists()
    assert not [one for one in tmp_path.iterdir() if one.name.startswith(".onrecord-")]


def test_a_copy_of_the_reading_room_is_whole_or_not_there(start: Start, many: Path, tmp_path: Path) -> None:
    pytest.importorskip("datasette")
    process = start("publish", "site")
    while not list(tmp_path.glob(".onrecord-*/quote/*.html")):
        assert process.poll() is None
    assert stopped(process) == "Stopped; site was not written.\n"
    assert not (tmp_path / "site").exists() and not list(tmp_path.glob(".onrecord-*"))


def test_what_is_ignored_stays_ignored(tmp_path: Path, database: Path) -> None:
    """As `nohup` and jobs in the background have it."""
    done = subprocess.run(
        ["/bin/sh", "-c", 'trap "" INT HUP; exec "$0" -m onrecord add claim - ', sys.executable],
        input="The ferry sails.", capture_output=True, text=True, cwd=tmp_path, check=False, timeout=60,
        env={**os.environ, "HOME": str(tmp_path)},
        preexec_fn=lambda: signal.signal(signal.SIGINT, signal.SIG_IGN),
    )  # fmt: skip
    assert done.returncode == 0 and count(database, "claims") == 1
