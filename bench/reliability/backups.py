"""Backups while others record: each is whole, without faults, and of one moment that there was."""

import multiprocessing
import os
import re
import sqlite3
import tempfile
from contextlib import closing
from multiprocessing.synchronize import Event
from pathlib import Path

WRITERS = 4


def measure(rounds: int) -> None:
    """Makes `rounds` backups beside four writers, looks each over, and prints what was wrong."""
    from onrecord.db import kept, schema
    from onrecord.doctor.examine import faults

    with tempfile.TemporaryDirectory() as folder:
        path = Path(folder) / "onrecord.db"
        schema.create(path)
        enough = multiprocessing.Event()
        writers = [
            multiprocessing.Process(target=_write, args=(path, number, enough)) for number in range(WRITERS)
        ]
        for writer in writers:
            writer.start()
        made = [kept.make(os.fspath(path), folder).path for _ in range(rounds)]
        enough.set()
        for writer in writers:
            writer.join()
        wrong = 0
        reached: list[int] = []
        for one in made:
            kept.verified(Path(one))
            named = [fault.kind.name for fault in faults(Path(one)) if not fault.kind.doubt]
            counts = _moments(Path(one))
            reached.append(sum(counts.values()))
            if named or -1 in counts.values():
                wrong += 1
                print(f"  {one}: {named}, {counts}")
        in_order = reached == sorted(reached)
        print(
            f"{rounds} backups under {WRITERS} writers, of {reached[0]} to {reached[-1]} operations: {wrong} wrong, "
            f"{'each of a later moment' if in_order else 'and not in order'}"
        )


def _write(path: Path, number: int, enough: Event) -> None:
    from onrecord.db.store import writing

    count = 0
    while not enough.is_set():
        count += 1
        with writing(path, f"writer {number} {count}") as store:
            store.insert("tags", name=f"{number}-{count}")


def _moments(path: Path) -> dict[int, int]:
    """How far each writer had come; -1 where one of its rows is missing before the last, or is there without its operation."""
    with closing(sqlite3.connect(path)) as db:
        rows = {name for (name,) in db.execute("SELECT name FROM tags")}
        operations = {
            "-".join(found.groups())
            for (command,) in db.execute("SELECT command FROM operations")
            if (found := re.fullmatch(r"writer (\d+) (\d+)", command))
        }
    counts = {}
    for number in range(WRITERS):
        numbers = sorted(int(name.partition("-")[2]) for name in rows if name.startswith(f"{number}-"))
        whole = numbers == list(range(1, len(numbers) + 1)) and rows == operations
        counts[number] = len(numbers) if whole else -1
    return counts
