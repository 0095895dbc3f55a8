"""Whether the index over stored texts has what it should have, word by word."""

import sqlite3
from contextlib import closing
from pathlib import Path

from onrecord.db import stored_texts

Words = set[tuple[str, int, int, str]]


def words_of(connection: sqlite3.Connection) -> Words:
    """Every word of the index: the digest of its text, the number of the passage in it, the place in the passage, the word."""
    with closing(sqlite3.connect(":memory:")) as memory:
        memory.execute("ATTACH ? AS found", (_file(connection),))
        memory.execute("CREATE VIRTUAL TABLE temp.words USING fts5vocab(found, snapshots_fts, instance)")
        texts = memory.execute("SELECT id, last, sha256 FROM found.snapshots_searched").fetchall()
        owner = {one: (digest, first) for first, last, digest in texts for one in range(first, last + 1)}
        # A word of no listed text is no KeyError by luck: it must not be there.
        return {
            (owner[doc][0], doc - owner[doc][1], at, term)
            for term, doc, _, at in memory.execute("SELECT term, doc, col, offset FROM words")
        }


def assert_indexed(path: Path) -> None:
    """The index is whole, and has what one that is made anew has, and nothing else."""
    with closing(sqlite3.connect(path, isolation_level=None)) as connection:
        connection.execute("INSERT INTO snapshots_fts(snapshots_fts) VALUES ('integrity-check')")
        assert stored_texts.missing(connection) == []
        assert connection.execute(
            "SELECT count(*) FROM snapshots_searched WHERE sha256 NOT IN (SELECT sha256 FROM snapshots)"
        ).fetchone() == (0,)
        found = words_of(connection)
        copy = path.with_name("anew.db")
        copy.unlink(missing_ok=True)
        with closing(sqlite3.connect(copy, isolation_level=None)) as other:
            connection.backup(other)
            stored_texts.rebuild(other)
            assert words_of(other) == found
        copy.unlink()


def _file(connection: sqlite3.Connection) -> str:
    [(_, _, path)] = connection.execute("PRAGMA database_list").fetchall()
    return str(path)
