"""Many programs recording at once lose nothing, make nobody twice, and never see a locked database."""

import sqlite3
import subprocess
import sys
from contextlib import closing
from pathlib import Path

import pytest
from factories import source

from onrecord.db import files, reports, turn
from onrecord.db.store import reading, writing

PROCESSES, EACH, SPEAKERS = 8, 60, 25

ADD = """
import sys
from pathlib import Path
from onrecord.db.store import writing
from onrecord.statements.add import add_quote
from onrecord.statements.fields import QuoteFields
path, process, each, speakers = Path(sys.argv[1]), *map(int, sys.argv[2:])
for number in range(each):
    with writing(path, f"process {process}, number {number}") as store:
        add_quote(store, QuoteFields(
            text=f"Statement {number} of process {process}.", by=f"Speaker {chr(65 + number % speakers)}",
            source="letter", new_speaker=True,
        ))
"""


def record_at_once(database: Path, each: int) -> None:
    with writing(database, "prepare") as store:
        source(store, None, title="A letter", citekey="letter")
    running = [
        subprocess.Popen(
            [sys.executable, "-c", ADD, str(database), str(process), str(each), str(SPEAKERS)],
            stderr=subprocess.PIPE,
            text=True,
        )
        for process in range(PROCESSES)
    ]
    complaints = [process.communicate()[1] for process in running]
    assert complaints == [""] * PROCESSES
    with reading(database) as store:
        counts = {
            table: store.value(f"SELECT count(*) FROM {table}")
            for table in ("statements", "attributions", "operations", "speakers")
        }
        keys = store.column("SELECT name_key FROM speaker_names")
    total, people = PROCESSES * each, min(each, SPEAKERS)
    assert counts == {"statements": total, "attributions": total, "operations": total + 1, "speakers": people}
    assert len(keys) == len(set(keys)) == people


def test_eight_processes_at_once(database: Path) -> None:
    record_at_once(database, EACH)


@pytest.mark.long
def test_eight_processes_at_once_for_long(database: Path) -> None:
    record_at_once(database, 2_000)


def test_whoever_waits_gets_the_turn_when_it_is_given_up(
    database: Path, monkeypatch: pytest.MonkeyPatch
) -> None:
    """The pauses of whoever waits grow shorter, and the wait has an end; what is asked later waits as SQLite does."""
    pauses: list[float] = []
    clock = [0.0]

    def pause(seconds: float) -> None:
        pauses.append(seconds)
        clock[0] += seconds
        if len(pauses) == 40:
            holder.execute("COMMIT")

    monkeypatch.setattr(turn, "sleep", pause)
    monkeypatch.setattr(turn, "monotonic", lambda: clock[0])
    with (
        closing(files.connect_writing(database)) as holder,
        closing(files.connect_writing(database)) as waiter,
    ):
        holder.execute("BEGIN IMMEDIATE")
        turn.begin(waiter)
        assert waiter.in_transaction and len(pauses) == 40
        assert pauses == sorted(pauses, reverse=True) and pauses[0] > pauses[-1]
        assert waiter.execute("PRAGMA busy_timeout").fetchone() == (reports.BUSY_SECONDS * 1000,)
        waiter.execute("COMMIT")
        holder.execute("BEGIN IMMEDIATE")
        with pytest.raises(sqlite3.OperationalError, match="locked"):
            turn.begin(waiter)
        assert sum(pauses) > reports.BUSY_SECONDS
