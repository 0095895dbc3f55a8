"""Losses of power: a file system that keeps what was synced, and of the rest any part, in any order, torn into sectors.

The statements are onrecord's own (its schema, its pragmas, its triggers), run by apsw, whose VFS tells every write, sync, truncation and deletion. At each
cut point the files are put together as a disk might have them, and opened by Python's own SQLite: everything that was acknowledged must
be there, and the file whole.
"""

import random
import sqlite3
import tempfile
from collections.abc import Iterator
from contextlib import closing
from pathlib import Path
from typing import Any

import apsw  # type: ignore[import-not-found]

from onrecord.db import new_file

_SECTOR = 512
_COMMITS = 60


class Disk:
    """What was done to files, in order: ("write", name, offset, bytes), ("truncate", name, size), ("sync", name, n) …"""

    def __init__(self) -> None:
        self.log: list[tuple[Any, ...]] = []

    def after(self, cut: int, chance: random.Random, keep: float) -> dict[str, bytearray]:
        """The files as a disk has them that lost its power after `cut` steps: synced all of it, of the rest each sector by chance."""
        found: dict[str, bytearray] = {}
        synced: dict[str, int] = {}
        for at, (kind, name, *_) in enumerate(self.log[:cut]):
            if kind == "sync":
                synced[name] = at
        for at, (kind, name, *rest) in enumerate(self.log[:cut]):
            safe = at < synced.get(name, -1)
            if kind == "delete":
                # The name of a file is gone for certain only when its folder was synced.
                if chance.random() < keep:
                    found.pop(name, None)
                continue
            file = found.setdefault(name, bytearray())
            if kind == "truncate" and (safe or chance.random() < keep):
                del file[rest[0] :]
                file.extend(bytes(rest[0] - len(file)))
            elif kind == "write":
                offset, data = rest
                for start in range(0, len(data), _SECTOR):
                    if safe or chance.random() < keep:
                        piece = data[start : start + _SECTOR]
                        if len(file) < offset + start:
                            file.extend(bytes(offset + start - len(file)))
                        file[offset + start : offset + start + len(piece)] = piece
        return found


def _vfs(disk: Disk) -> Any:
    class File(apsw.VFSFile):  # type: ignore[misc]
        def __init__(self, name: Any, flags: list[int]) -> None:
            super().__init__("", name, flags)
            self.name = Path(name.filename() if hasattr(name, "filename") else str(name)).name

        def xWrite(self, data: bytes, offset: int) -> None:
            disk.log.append(("write", self.name, offset, bytes(data)))
            super().xWrite(data, offset)

        def xSync(self, flags: int) -> None:
            disk.log.append(("sync", self.name))
            super().xSync(flags)

        def xTruncate(self, size: int) -> None:
            disk.log.append(("truncate", self.name, size))
            super().xTruncate(size)

    class Watched(apsw.VFS):  # type: ignore[misc]
        def __init__(self) -> None:
            super().__init__("watched", "")

        def xOpen(self, name: Any, flags: list[int]) -> Any:
            return File(name, flags) if name is not None else super().xOpen(name, flags)

        def xDelete(self, name: str, sync: bool) -> None:
            disk.log.append(("delete", Path(name).name))
            super().xDelete(name, sync)

    return Watched()


def measure(cuts: int) -> None:
    """Cuts the power `cuts` times, and prints what was lost."""
    for synchronous in ("FULL", "NORMAL"):
        lost, damaged, points = _measured(cuts, synchronous)
        print(
            f"synchronous = {synchronous}: {points} cut points: {lost} with acknowledged rows lost, {damaged} not whole"
        )


def _measured(cuts: int, synchronous: str) -> tuple[int, int, int]:
    disk, chance = Disk(), random.Random(21)
    acknowledged: list[tuple[int, int]] = []
    with tempfile.TemporaryDirectory() as folder:
        path = Path(folder) / "onrecord.db"
        new_file.create(path)
        base = path.read_bytes()
        disk.log.append(("write", "onrecord.db", 0, base))
        disk.log.append(("sync", "onrecord.db"))
        begun = len(disk.log)
        watched = _vfs(disk)
        connection = apsw.Connection(
            str(path), vfs=watched.vfs_name if hasattr(watched, "vfs_name") else "watched"
        )
        for pragma in (
            "locking_mode = EXCLUSIVE",
            "journal_mode = WAL",
            f"synchronous = {synchronous}",
            "recursive_triggers = ON",
            "foreign_keys = ON",
            "wal_autocheckpoint = 20",
        ):
            list(connection.execute(f"PRAGMA {pragma}"))
        for number in range(_COMMITS):
            connection.execute("BEGIN IMMEDIATE")
            connection.execute(
                "INSERT INTO operations(at, by, command, open) VALUES ('2025-01-01T00:00:00Z', 'x', 'x', 1)"
            )
            for part in range(5):
                connection.execute("INSERT INTO tags(name) VALUES (?)", (f"{number}-{part}" + "x" * 300,))
            connection.execute("UPDATE operations SET open = 0 WHERE open")
            connection.execute("COMMIT")
            acknowledged.append((len(disk.log), number))
        connection.close()
        lost = damaged = 0
        for cut in _points(begun, len(disk.log), cuts, chance):
            place = Path(folder) / "after"
            place.mkdir(exist_ok=True)
            for one in place.iterdir():
                one.unlink()
            for name, data in disk.after(cut, chance, chance.choice((0.0, 0.3, 0.7, 1.0))).items():
                (place / name).write_bytes(data)
            expected = sum(1 for at, _ in acknowledged if at <= cut)
            try:
                with closing(sqlite3.connect(place / "onrecord.db")) as db:
                    whole = db.execute("PRAGMA integrity_check").fetchone() == ("ok",)
                    there = db.execute("SELECT count(*) FROM tags").fetchone()[0]
                    half = there % 5
            except sqlite3.DatabaseError:
                whole, there, half = False, 0, 0
            damaged += not whole or half > 0
            lost += there < 5 * expected
    return lost, damaged, cuts


def _points(first: int, last: int, number: int, chance: random.Random) -> Iterator[int]:
    return (chance.randint(first, last) for _ in range(number))
