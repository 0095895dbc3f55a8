"""Backups that are kept: copies of a database in a folder of backups, each named after its file, its place and the time.

    onrecord.db.1f0c9a2e.schema7-20251127T030000Z.backup

The digest of the place tells apart databases of one name, whose backups may lie in one folder.
"""

from __future__ import annotations

import os
import zlib
from pathlib import Path

from onrecord import settings
from onrecord.db import files
from onrecord.db.sqlite import sqlite3
from onrecord.errors import ConflictError, DatabaseError, InputError, OnrecordError
from onrecord.model.light import closing, suppress
from onrecord.model.record import record
from onrecord.outputs import unfinished
from onrecord.outputs.file import make_like
from onrecord.text.clean import one_line

TYPE_CHECKING = False
if TYPE_CHECKING:
    from onrecord.db.reports import Place
    from onrecord.model.records import Json

ENDING = ".backup"
# Those that are made without having been asked for: so many stay, and only of files up to so many bytes.
AUTOMATIC, CHEAP = 10, 32 << 20


@record()
class Kept:
    """A backup: where it is, when it was made (UTC), its schema, its bytes, and before what (empty: somebody asked for it)."""

    path: str
    at: str
    schema: int
    size: int
    before: str

    def as_json(self) -> Json:
        return {
            "path": self.path,
            "at": self.at,
            "schema": self.schema,
            "bytes": self.size,
            "before": self.before or None,
        }


@record()
class Whole:
    """A backup that was read and is whole: its schema, its rows by table, its last operation (number, time, command)."""

    schema: int
    rows: dict[str, int]
    last: tuple[int, str, str] | None


def folder() -> str:
    """The usual folder of backups: what is settled, else `backups` in the data folder. It need not exist."""
    found = settings.stated("backups")
    return os.path.expanduser(str(found.value)) if found else os.path.join(files.data_folder(), "backups")


def listed(database: Place, into: str | None = None) -> list[Kept]:
    """The backups of a database in a folder (None: the usual one), the newest first."""
    into = folder() if into is None else into
    start = f"{_stem(database)}.schema"
    backups: list[tuple[str, int, Kept]] = []
    with suppress(OSError), os.scandir(into) as entries:
        for entry in entries:
            if entry.name.startswith(start) and entry.name.endswith(ENDING) and entry.is_file():
                status = entry.stat()
                one = _read(entry.name[len(start) : -len(ENDING)], entry.path, status.st_size)
                if one is not None:
                    backups.append((one.at, status.st_mtime_ns, one))
    return [one for *_, one in sorted(backups, key=lambda each: each[:2], reverse=True)]


def beside(database: str) -> list[str]:
    """The copies of a database beside it, as migrations, restorings and repairs make them."""
    folder, name = os.path.split(database)
    with suppress(OSError):
        return sorted(
            os.path.join(folder, one)
            for one in os.listdir(folder or ".")
            if one.startswith(f"{name}.") and (one.endswith(ENDING) or ".before-restore-" in one)
        )
    return []


def surplus(
    database: Place, into: str | None, keep: int, *, automatic: bool = False, new: int = 0
) -> list[Kept]:
    """Those beyond the newest `keep` (with `new` to come) among those that were asked for, or were not."""
    of_one_kind = [one for one in listed(database, into) if bool(one.before) == automatic]
    return of_one_kind[max(keep - new, 0) :]


def check_folder(place: Place | None) -> None:
    """ConflictError where the folder (None: the usual one) is for a web server to hand out: backups have the stored texts."""
    from onrecord.outputs.published import published_above

    if site := published_above(folder() if place is None else place):
        raise ConflictError(
            f"{one_line(site)} was written by publish, for a web server to hand out: no backup goes there, for it has the "
            "stored texts. Name another folder."
        )


def make(database: Place, into: str | None = None, *, before: str = "") -> Kept:
    """Makes a backup in the folder: whole, read again, on the disk, and only then named. Others may record meanwhile.

    ConflictError: publish made that folder. DatabaseError: it cannot be made, or the database is damaged. Raises sqlite3.Error as well.
    """
    from onrecord.db import backup, copying

    place = Path(folder() if into is None else into)
    check_folder(place)
    version = files.schema_version(database)
    stem = place / _stem(database)
    try:
        place.mkdir(parents=True, exist_ok=True, mode=0o700)
        draft = Path(unfinished.beside(place))
        copying.made(draft)
        try:
            copying.copy(Path(database), draft)
            make_like(Path(database), draft)
            named = backup.named(draft, stem, version, f"before-{before}" if before else "")
        finally:
            copying.thrown_away(draft)
        size = named.stat().st_size
    except OSError as error:
        raise DatabaseError(f"No backup can be made in {place}: {error.strerror}.") from None
    one = _read(named.name[len(f"{stem.name}.schema") : -len(ENDING)], str(named), size)
    assert one is not None
    return one


def remove(kept: list[Kept]) -> None:
    """Takes backups away."""
    for one in kept:
        with suppress(OSError):
            os.unlink(one.path)


def before(database: Place, what: str) -> Kept | None:
    """A backup in the usual folder before something large is done, where it costs little and people have not settled otherwise.

    None where none was made: the latest is of what stands now, the file is large, or it cannot be (which stops nobody).
    """
    try:
        found = settings.stated("auto-backup")
        if found is not None and found.value is False:
            return None
        parts = [part for part in files.parts(database)[:2] if os.path.exists(part)]
        if sum(os.stat(part).st_size for part in parts) > CHEAP:
            return None
        known = listed(database)
        if known and _latest(known[0].path) == _latest(database):
            # Whoever made it may have been killed between naming it and taking the draft away.
            unfinished.clear_up(folder())
            return None
        made = make(database, before=what)
        remove(surplus(database, None, AUTOMATIC, automatic=True))
        return made
    except (OnrecordError, OSError, sqlite3.Error):
        return None


def _latest(path: Place) -> tuple[int, int]:
    """How far the history of a file goes: its last operation, and its last change."""
    with closing(files.connect_reading(path, any_schema=True)) as connection:
        asked = "SELECT (SELECT max(id) FROM operations), (SELECT max(id) FROM changes)"
        operation, change = connection.execute(asked).fetchone()
    return operation or 0, change or 0


def verified(path: Path) -> Whole:
    """Reads a backup from end to end. InputError where there is no such file, DatabaseError where it is none of onrecord's, of a newer one, or not whole."""
    from onrecord.db import copying
    from onrecord.db.reports import ANOTHER_BACKUP, explaining

    if not path.exists():
        raise InputError(f"There is no file {one_line(str(path))}.")
    with (
        explaining(path, remedy=ANOTHER_BACKUP),
        closing(files.connect_reading(path, any_schema=True)) as connection,
    ):
        [version] = connection.execute("PRAGMA user_version").fetchone()
        if version > files.SCHEMA_VERSION:
            files.refuse_other_schema(path, version)
        connection.execute("BEGIN")
        damaged = copying.damage(connection)
        if damaged is None and (broken := connection.execute("PRAGMA foreign_key_check").fetchone()):
            damaged = f"row {broken[1]} of {broken[0]} points at a row of {broken[2]} that is not there"
        if damaged is not None:
            raise DatabaseError(f"{path} is damaged ({damaged}). {ANOTHER_BACKUP}")
        last = connection.execute(
            "SELECT id, at, command FROM operations WHERE NOT open ORDER BY id DESC LIMIT 1"
        ).fetchone()
        return Whole(version, copying.rows_by_table(connection), last)


def _stem(database: Place) -> str:
    """What the names of a database's backups begin with: the name of its file, and a digest of where that is."""
    place = os.path.realpath(database)
    return f"{os.path.basename(place)}.{zlib.crc32(os.fsencode(place)):08x}"


def _read(told: str, path: str, size: int) -> Kept | None:
    """What the rest of a name says: "7-20251127T030000Z-2.before-merge"; None for other names."""
    head, _, before = told.partition(".before-")
    schema, _, when = head.partition("-")
    stamp = when.partition("-")[0]
    if not (schema.isdigit() and len(stamp) == 16 and (stamp[:8] + stamp[9:15]).isdigit()):
        return None
    at = f"{stamp[:4]}-{stamp[4:6]}-{stamp[6:8]}T{stamp[9:11]}:{stamp[11:13]}:{stamp[13:15]}Z"
    return Kept(path, at, int(schema), size, before)
