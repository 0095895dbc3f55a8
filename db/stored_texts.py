"""The full-text index over stored texts: which are in it, and how it follows them.

`snapshots_fts` has a row for each passage of a text (`text.passages`); it keeps no texts, only where which words stand.
`snapshots_searched` has a row for each text, by its SHA-256, with the numbers of its first (`id`) and last passage: a text
that several snapshots have is there once. It is no trigger that feeds it, since SQL cannot fold: `follow` does at the end of
each operation, from what the history has of it, and what another program wrote is made up for with the next one. Until then
`missing` tells what is not in it.
"""

from __future__ import annotations

from onrecord.db.fulltext import TOKENIZER
from onrecord.db.sqlite import sqlite3
from onrecord.model.light import closing, contextmanager
from onrecord.text.digests import sha256
from onrecord.text.passages import indexed, passages

TYPE_CHECKING = False
if TYPE_CHECKING:
    from collections.abc import Callable, Iterable, Iterator

    # Passes the items on and shows how far they have come, of how many there are.
    Watched = Callable[[Iterable[tuple[str, str]], int], Iterable[tuple[str, str]]]

INDEX = "snapshots_fts"
LISTED = "snapshots_searched"
PASSAGES = f"CREATE VIRTUAL TABLE {INDEX} USING fts5(text, content='', tokenize=\"{TOKENIZER}\")"
# Of a text whose digest is not that of its snapshot nothing is in the index: it is missing for good.
_MISSING = f"SELECT id FROM snapshots WHERE sha256 NOT IN (SELECT sha256 FROM {LISTED}) ORDER BY id"


def ddl() -> list[str]:
    """Everything this module adds to the schema."""
    return [
        f"CREATE TABLE {LISTED} (id INTEGER PRIMARY KEY, last INTEGER NOT NULL, sha256 VARCHAR NOT NULL UNIQUE)",
        PASSAGES,
    ]


def follow(connection: sqlite3.Connection, operation: int) -> None:
    """Brings the index up to what an operation has made of the stored texts; the transaction is the caller's."""
    changes = connection.execute(
        "SELECT kind, row_id, last_row_id, before FROM changes WHERE operation_id = ? AND table_name = 'snapshots' "
        "ORDER BY id",
        (operation,),
    ).fetchall()
    for kind, _, _, before in changes:
        if kind != "insert":
            _take_out(connection, before)
    for kind, first, last, _ in changes:
        if kind != "delete":
            for text, digest in connection.execute(
                "SELECT text, sha256 FROM snapshots WHERE id BETWEEN ? AND ? ORDER BY id", (first, last)
            ).fetchall():
                add(connection, text, digest)


def make_up_for(connection: sqlite3.Connection, operation: int) -> None:
    """The same for what another program did, which may have replaced a text without a deletion having been seen."""
    follow(connection, operation)
    if connection.execute(
        "SELECT EXISTS (SELECT 1 FROM changes WHERE operation_id = ? AND table_name = 'snapshots') AND EXISTS "
        f"(SELECT 1 FROM {LISTED} WHERE sha256 NOT IN (SELECT sha256 FROM snapshots))",
        (operation,),
    ).fetchone()[0]:
        rebuild(connection)


def add(connection: sqlite3.Connection, text: str, digest: str) -> None:
    """Puts a text into the index, unless it is there already, or is not the text of that digest."""
    known = connection.execute(f"SELECT 1 FROM {LISTED} WHERE sha256 = ?", (digest,)).fetchone()
    if known is not None or sha256(text.encode()).hex() != digest:
        return
    [first] = connection.execute(f"SELECT coalesce(max(last), 0) + 1 FROM {LISTED}").fetchone()
    rows = list(_rows(text, first))
    connection.executemany(f"INSERT INTO {INDEX}(rowid, text) VALUES (?, ?)", rows)
    # A text of white space alone takes a number all the same.
    last = first + max(len(rows), 1) - 1
    connection.execute(f"INSERT INTO {LISTED}(id, last, sha256) VALUES (?, ?, ?)", (first, last, digest))


def rebuild(connection: sqlite3.Connection) -> None:
    """Makes the index anew; the transaction is the caller's."""
    connection.execute(f"INSERT INTO {INDEX}({INDEX}) VALUES ('delete-all')")
    connection.execute(f"DELETE FROM {LISTED}")
    fill(connection)


def fill(connection: sqlite3.Connection, watched: Watched | None = None) -> None:
    """Puts into the index what is missing in it."""
    ids = missing(connection)
    texts = (
        connection.execute("SELECT text, sha256 FROM snapshots WHERE id = ?", (one,)).fetchone()
        for one in ids
    )
    for text, digest in watched(texts, len(ids)) if watched else texts:
        add(connection, text, digest)


def missing(connection: sqlite3.Connection) -> list[int]:
    """The snapshots whose texts are not in the index."""
    return [one for (one,) in connection.execute(_MISSING)]


def is_sound(connection: sqlite3.Connection) -> bool:
    """Whether the index is whole and has a row for each passage of each text, and no other. The caller's transaction may
    write, and is taken back."""
    try:
        connection.execute(f"INSERT INTO {INDEX}({INDEX}) VALUES ('integrity-check')")
    except sqlite3.DatabaseError:
        return False
    # What another program stored is put into it with the next operation.
    awaited = "SELECT 1 FROM changes WHERE operation_id IS NULL AND table_name = 'snapshots'"
    if connection.execute(f"SELECT EXISTS ({awaited})").fetchone()[0]:
        return True
    rows = {one for (one,) in connection.execute(f"SELECT id FROM {INDEX}_docsize")}
    for text, digest, first, last in connection.execute(
        f"SELECT sn.text, sn.sha256, texts.id, texts.last FROM snapshots AS sn LEFT JOIN {LISTED} AS texts "
        "ON texts.sha256 = sn.sha256 WHERE sn.id IN (SELECT min(id) FROM snapshots GROUP BY sha256)"
    ):
        if first is None:
            if sha256(text.encode()).hex() == digest:
                return False
            continue
        wanted = len(passages(text))
        if last - first + 1 != max(wanted, 1) or not rows.issuperset(range(first, first + wanted)):
            return False
        rows.difference_update(range(first, first + wanted))
    listed = f"SELECT EXISTS (SELECT 1 FROM {LISTED} WHERE sha256 NOT IN (SELECT sha256 FROM snapshots))"
    return not rows and not connection.execute(listed).fetchone()[0]


class Memory:
    """The same index over one text, for those that are not in the file's."""

    def __init__(self, connection: sqlite3.Connection) -> None:
        self._connection = connection
        connection.execute(PASSAGES)

    def found(self, text: str, asked: str) -> list[tuple[int, float]]:
        """The passages, counted from 0, that FTS5 finds by an expression, with their scores."""
        self._connection.execute(f"INSERT INTO {INDEX}({INDEX}) VALUES ('delete-all')")
        self._connection.executemany(f"INSERT INTO {INDEX}(rowid, text) VALUES (?, ?)", _rows(text, 0))
        found = f"SELECT rowid, bm25({INDEX}) FROM {INDEX} WHERE {INDEX} MATCH ? ORDER BY rowid"
        return self._connection.execute(found, (asked,)).fetchall()


@contextmanager
def in_memory() -> Iterator[Memory]:
    """An index for one text at a time."""
    with closing(sqlite3.connect(":memory:", isolation_level=None)) as connection:
        yield Memory(connection)


def _rows(text: str, first: int) -> Iterator[tuple[int, str]]:
    for number, (start, end) in enumerate(passages(text), first):
        yield number, indexed(text[start:end])


def _take_out(connection: sqlite3.Connection, before: str) -> None:
    """Takes a text out of the index that no snapshot has any more; `before` is the former row as JSON."""
    import json

    row = json.loads(before)
    text, digest = row["text"], row["sha256"]
    listed = connection.execute(f"SELECT id, last FROM {LISTED} WHERE sha256 = ?", (digest,)).fetchone()
    kept = connection.execute("SELECT 1 FROM snapshots WHERE sha256 = ?", (digest,)).fetchone()
    if listed is None or kept is not None:
        return
    first, last = listed
    rows = list(_rows(text, first))
    if sha256(text.encode()).hex() != digest or max(len(rows), 1) != last - first + 1:
        # FTS5 must be told the very words that it has, or its index is silently corrupted.
        rebuild(connection)
        return
    connection.executemany(f"INSERT INTO {INDEX}({INDEX}, rowid, text) VALUES ('delete', ?, ?)", rows)
    connection.execute(f"DELETE FROM {LISTED} WHERE id = ?", (first,))
