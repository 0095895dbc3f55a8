"""Looking a database over: everything that can be wrong with it, from the file up to what people said."""

from __future__ import annotations

from pathlib import Path

from onrecord.db import files, folded, index_lock, look
from onrecord.db.migrate import schema
from onrecord.db.naming import called
from onrecord.db.reader import Reader
from onrecord.db.reports import explaining
from onrecord.db.sqlite import Trouble
from onrecord.doctor import history, rows, seals, texts, words
from onrecord.doctor.kinds import KINDS, Fault
from onrecord.errors import DatabaseError
from onrecord.model.light import closing
from onrecord.text.amounts import many
from onrecord.text.clean import one_line

TYPE_CHECKING = False
if TYPE_CHECKING:
    from collections.abc import Iterable, Iterator

    from onrecord.db.sqlite import Connection
    from onrecord.doctor.words import Seen

# So many of a kind are named.
_MOST = 5
# Where the file or its tables are not what they should be, what stands in the rows cannot be asked.
_GROUND = frozenset(("unreadable", "application", "damaged", "table", "value"))


def faults(path: Path) -> list[Fault]:
    """All faults, of the file first. Nothing is changed. DatabaseError: there is no such file, or it needs to be migrated."""
    files.refuse_no_file(path)
    if look.lost_mark(path):
        return [Fault(KINDS["application"], 1, ())]
    try:
        connection = files.connect_reading(path, any_schema=True)
    except DatabaseError as error:
        return [Fault(KINDS["unreadable"], 1, (error.message.removesuffix("."),))]
    with explaining(path), closing(connection):
        [version] = connection.execute("PRAGMA user_version").fetchone()
        files.refuse_other_schema(path, version)
        connection.execute("BEGIN")
        reader = Reader(connection)
        ground = _gathered(reader, _of_the_file(path, connection))
        if any(one.kind.name in _GROUND for one in ground):
            return ground
        connection.execute("ROLLBACK")  # a reader would be in the way of what follows
        search = list(_search(path, reader))
        connection.execute("BEGIN")
        return [*ground, *_gathered(reader, (*search, *_of_the_rows(reader)))]


def _of_the_file(path: Path, connection: Connection) -> Iterator[Seen]:
    expected = schema(files.SCHEMA_VERSION)
    yield from look.surroundings(path)
    if _may_write(path):
        # SQLite looks at the rules of tables only where it could write.
        with closing(files.connect(files.uri(path, "rw"))) as writable:
            writable.execute("PRAGMA query_only = ON")
            yield from look.pages(writable)
    else:
        yield from look.pages(connection)
    try:
        yield from look.made_of(connection, expected, files.SCHEMA_VERSION)
        yield from look.values(connection, expected)
    except Trouble as error:
        yield "damaged", str(error)


def _of_the_rows(reader: Reader) -> Iterator[Seen]:
    for kind, table, row, _ in words.wrong_copies(reader):
        yield kind, (table, row)
    yield from words.seen(reader)
    yield from rows.seen(reader)
    yield from texts.seen(reader)
    for row, _ in texts.outcomes(reader):
        yield "outcome", ("attributions", row)
    yield from history.seen(reader)
    yield from seals.seen(reader)


def _search(path: Path, reader: Reader) -> Iterator[Seen]:
    """What the search rests on. That the full text has the words of the rows, SQLite tells only whoever may write."""
    from onrecord.search.index import state

    folder = state.folder_of(Path(files.parts(path)[0]))
    is_being_made = index_lock.is_taken(path)
    if (
        folder.exists()
        and not is_being_made
        and (told := state.problem(reader, state.read(folder))) not in (None, "behind")
    ):
        yield "search-index", f"{folder.name} is {told}"
    if not _may_write(path):
        return
    with closing(files.connect(files.uri(path, "rw"))) as connection:
        connection.execute("BEGIN IMMEDIATE")
        try:
            for name in look.fulltext(connection):
                yield "fulltext", name
            if number := folded.refold(connection):
                yield "folded", many(number, "text")
        finally:
            connection.execute("ROLLBACK")


def _may_write(path: Path) -> bool:
    try:
        files.check_writable(path)
    except DatabaseError:
        return False
    return True


def _gathered(reader: Reader, seen: Iterable[Seen]) -> list[Fault]:
    """The faults by kind, in the order of the kinds, a few of each by name."""
    numbers: dict[str, int] = {}
    named: dict[str, dict[str, None]] = {}
    for kind, where in seen:
        numbers[kind] = numbers.get(kind, 0) + 1
        some = named.setdefault(kind, {})
        if len(some) < _MOST:
            said = where if isinstance(where, str) else called(reader, *where)
            some[one_line(said)[:200]] = None
    return [Fault(KINDS[kind], numbers[kind], tuple(named[kind])) for kind in KINDS if kind in numbers]
