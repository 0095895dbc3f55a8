"""The three full-text indexes, and the triggers that keep them in step with their tables.

They are FTS5 external-content tables: the words are indexed, the texts stay where they are. SQLite's
documentation ("External Content Tables", fts5.html) asks for exactly the triggers below: a 'delete' must be given
the values that were indexed, or the index is silently corrupted.
"""

import re
import sqlite3
from collections.abc import Iterator, Sequence
from contextlib import contextmanager
from dataclasses import dataclass

_ASCII_WORDS = re.compile("[a-z0-9]+")
TOKENIZER = "unicode61 remove_diacritics 2"


@dataclass(frozen=True)
class Index:
    """One FTS5 index `<table>_fts` over some columns of `table`."""

    table: str
    columns: tuple[str, ...]

    @property
    def name(self) -> str:
        return f"{self.table}_fts"

    def create(self) -> str:
        """The DDL of the virtual table."""
        columns = ", ".join(self.columns)
        return (
            f"CREATE VIRTUAL TABLE {self.name} USING fts5("
            f"{columns}, content='{self.table}', content_rowid='id', tokenize='{TOKENIZER}')"
        )

    def triggers(self) -> list[str]:
        """The DDL of the three triggers: after insert, after delete, after update of an indexed column."""
        columns = ", ".join(self.columns)
        new = ", ".join(f"new.{column}" for column in self.columns)
        old = ", ".join(f"old.{column}" for column in self.columns)
        add = f"INSERT INTO {self.name}(rowid, {columns}) VALUES (new.id, {new});"
        remove = f"INSERT INTO {self.name}({self.name}, rowid, {columns}) VALUES ('delete', old.id, {old});"
        return [
            f"CREATE TRIGGER {self.name}_insert AFTER INSERT ON {self.table} BEGIN {add} END",
            f"CREATE TRIGGER {self.name}_delete AFTER DELETE ON {self.table} BEGIN {remove} END",
            (
                f"CREATE TRIGGER {self.name}_update AFTER UPDATE OF id, {columns} ON {self.table} "
                f"BEGIN {remove} {add} END"
            ),
        ]

    def rebuild(self) -> str:
        """The statement that reads the table anew; also what a migration runs after it recreated the table."""
        return f"INSERT INTO {self.name}({self.name}) VALUES ('rebuild')"

    def check(self) -> str:
        """The statement that fails if the index and its table differ."""
        return f"INSERT INTO {self.name}({self.name}, rank) VALUES ('integrity-check', 1)"


WORDINGS = Index("statements", ("text",))
NAMES = Index("speaker_names", ("name", "name_key"))
TITLES = Index("sources", ("title", "container_title"))
INDEXES = (WORDINGS, NAMES, TITLES)
# Fewer rows than this are put into an index one by one as fast.
_MANY = 100


@contextmanager
def fed_at_once(connection: sqlite3.Connection, index: Index, rows: int) -> Iterator[None]:
    """Leaves rows that are inserted into the index's table out of it, and puts them in together at the end.

    `rows` is about how many there will be; for a few it changes nothing.

    The connection is in a transaction: others see the table and its index in step, before and after, and a transaction
    that is taken back takes all of this back. It takes a third of the time that the trigger takes row by row.
    """
    if rows < _MANY:
        yield
        return
    [(trigger,)] = connection.execute(
        "SELECT sql FROM sqlite_master WHERE type = 'trigger' AND name = ?", (f"{index.name}_insert",)
    )
    [(before,)] = connection.execute(f"SELECT coalesce(max(id), 0) FROM {index.table}")
    connection.execute(f"DROP TRIGGER {index.name}_insert")
    yield
    columns = ", ".join(index.columns)
    connection.execute(
        f"INSERT INTO {index.name}(rowid, {columns}) SELECT id, {columns} FROM {index.table} WHERE id > ? ORDER BY id",
        (before,),
    )
    connection.execute(trigger)


def ddl() -> list[str]:
    """Everything this module adds to the schema, in an order that works."""
    return [statement for index in INDEXES for statement in (index.create(), *index.triggers())]


class Tokens:
    """FTS5's own tokenizer, for whoever must have exactly the words that the indexes have."""

    def __init__(self) -> None:
        self._memory = sqlite3.connect(":memory:", isolation_level=None, check_same_thread=False)
        self._memory.execute(
            f"CREATE VIRTUAL TABLE given USING fts5(text, content='', tokenize='{TOKENIZER}')"
        )
        self._memory.execute("CREATE VIRTUAL TABLE words USING fts5vocab(given, instance)")

    def of(self, texts: Sequence[str]) -> list[list[str]]:
        """The words of each text, in their order."""
        # In ASCII, its words are runs of letters and digits.
        found: list[list[str]] = [_ASCII_WORDS.findall(one.lower()) if one.isascii() else [] for one in texts]
        if all(one.isascii() for one in texts):
            return found
        self._memory.execute("BEGIN")
        self._memory.executemany(
            "INSERT INTO given(rowid, text) VALUES (?, ?)",
            ((number, one) for number, one in enumerate(texts) if not one.isascii()),
        )
        for number, word in self._memory.execute("SELECT doc, term FROM words ORDER BY doc, offset"):
            found[number].append(word)
        self._memory.execute("ROLLBACK")
        return found


def statistics(record: bytes) -> tuple[int, int]:
    """The number of rows and of words in all, from the averages record (id 1) of a one-column index's `_data` table.

    FTS5's source (fts5_index.c, "Averages Record"): varints, the number of rows, then the words of each column.
    """
    numbers: list[int] = []
    value = length = 0
    for byte in record:
        length += 1
        value = (value << 8) | byte if length == 9 else (value << 7) | (byte & 0x7F)
        if byte < 0x80 or length == 9:
            numbers.append(value)
            value = length = 0
    rows, words = (*numbers, 0, 0)[:2]
    return rows, words
