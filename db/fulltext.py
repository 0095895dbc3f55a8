"""The full-text indexes, and the triggers that keep them in step with their tables.

They are FTS5 external-content tables: the words are indexed, the texts stay where they are. SQLite's
documentation ("External Content Tables", fts5.html) asks for exactly the triggers below: a 'delete' must be given
the values that were indexed, or the index is silently corrupted.

What is indexed is the folded copy of a text where it has one (`folded`), so that a word is the same in the index as in
a query: `remove_diacritics` knows Latin letters only. A view gives FTS5 these texts when it reads the table.
"""

from __future__ import annotations

from onrecord.db.folded import SEARCHED
from onrecord.db.sqlite import sqlite3
from onrecord.model.light import contextmanager
from onrecord.model.record import record
from onrecord.text.wordfold import words as folded_words

TYPE_CHECKING = False
if TYPE_CHECKING:
    from collections.abc import Iterator, Sequence

# Marks are letters: what a search leaves out of them is not in the folded copies.
TOKENIZER = "unicode61 remove_diacritics 2 categories 'L* M* N* Co'"


@record()
class Index:
    """One FTS5 index `<table>_fts` over some columns of `table`, read through the view `<table>_searched`.

    `sparse`: rows without a text in the (one) column are not in it.
    """

    table: str
    columns: tuple[str, ...]
    sparse: bool = False

    @property
    def name(self) -> str:
        return f"{self.table}_fts"

    @property
    def view(self) -> str:
        return f"{self.table}_searched"

    def create(self) -> list[str]:
        """The DDL of the view and the virtual table."""
        texts = ", ".join(f"{self._searched(column)} AS {column}" for column in self.columns)
        where = f" WHERE {self.columns[0]} IS NOT NULL" if self.sparse else ""
        return [
            f"CREATE VIEW {self.view} AS SELECT id, {texts} FROM {self.table}{where}",
            # sqlite-utils and Datasette look for the index of a table in just these words.
            (
                f"CREATE VIRTUAL TABLE {self.name} USING fts5({', '.join(self.columns)}, content='{self.view}', "
                f'content_rowid=\'id\', tokenize="{TOKENIZER}" /* content="{self.table}" */)'
            ),
        ]

    def triggers(self) -> list[str]:
        """The DDL of the triggers: after insert, after delete, after update of an indexed text or of its copy.

        The last two never fire for the same change. Where another program changes a text, its copy is emptied: that is
        the second's to follow.
        """
        add, remove = self._add(), self._remove()
        texts = [column for column in self.columns if column in SEARCHED[self.table]]
        indexed = ("id", *self.columns)
        copies = [f"{column}_folded" for column in texts]
        # A copy that stayed while its text changed is none of the new text.
        forgotten = ", ".join(
            f"{column}_folded = nullif({column}_folded, iif(old.{column} IS new.{column}, NULL, old.{column}_folded))"
            for column in texts
        )
        forget = (
            f"UPDATE {self.table} SET {forgotten} WHERE id = new.id "
            "AND NOT EXISTS (SELECT 1 FROM operations WHERE open = 1);"
        )
        return [
            f"CREATE TRIGGER {self.name}_insert AFTER INSERT ON {self.table} {self._when('new')}BEGIN {add} END",
            f"CREATE TRIGGER {self.name}_delete AFTER DELETE ON {self.table} {self._when('old')}BEGIN {remove} END",
            (
                f"CREATE TRIGGER {self.name}_update AFTER UPDATE OF {', '.join(indexed)} ON {self.table} "
                f"WHEN {_row('old', indexed)} IS NOT {_row('new', indexed)} BEGIN {remove} {add} {forget} END"
            ),
            (
                f"CREATE TRIGGER {self.name}_refold AFTER UPDATE OF {', '.join(copies)} ON {self.table} "
                f"WHEN {_row('old', indexed)} IS {_row('new', indexed)} "
                f"AND {_row('old', copies)} IS NOT {_row('new', copies)} BEGIN {remove} {add} END"
            ),
        ]

    def _searched(self, column: str, row: str = "") -> str:
        """The SQL of what is indexed of a column."""
        if column not in SEARCHED[self.table]:
            return f"{row}{column}"
        return f"coalesce({row}{column}_folded, {row}{column})"

    def _when(self, row: str) -> str:
        return f"WHEN {row}.{self.columns[0]} IS NOT NULL " if self.sparse else ""

    def _given(self, row: str, *first: str) -> str:
        """The source of an INSERT: the values of a row, none where a sparse index does not have it."""
        values = ", ".join(
            (*first, f"{row}.id", *(self._searched(column, f"{row}.") for column in self.columns))
        )
        return (
            f"SELECT {values} WHERE {row}.{self.columns[0]} IS NOT NULL"
            if self.sparse
            else f"VALUES ({values})"
        )

    def _add(self) -> str:
        return f"INSERT INTO {self.name}(rowid, {', '.join(self.columns)}) {self._given('new')};"

    def _remove(self) -> str:
        return (
            f"INSERT INTO {self.name}({self.name}, rowid, {', '.join(self.columns)}) "
            f"""{self._given("old", "'delete'")};"""
        )

    def rebuild(self) -> str:
        """The statement that reads the table anew; also what a migration runs after it recreated the table."""
        return f"INSERT INTO {self.name}({self.name}) VALUES ('rebuild')"

    def check(self) -> str:
        """The statement that fails if the index and its table differ."""
        return f"INSERT INTO {self.name}({self.name}, rank) VALUES ('integrity-check', 1)"


def _row(row: str, columns: Sequence[str]) -> str:
    """The values of a row in these columns, to be compared with those of another."""
    values = ", ".join([f"{row}.{column}" for column in columns])
    return f"({values})" if len(columns) > 1 else values


WORDINGS = Index("statements", ("text",))
# How single sources word a statement, where that is another wording than the statement's own.
OWN_WORDINGS = Index("attributions", ("wording",), sparse=True)
NAMES = Index("speaker_names", ("name", "name_key"))
TITLES = Index("sources", ("title", "container_title"))
INDEXES = (WORDINGS, OWN_WORDINGS, NAMES, TITLES)
_LAST = (1 << 63) - 1  # the highest number that a row can have
# Fewer rows than this are put into an index one by one as fast.
_MANY = 100
# Bytes of words that FTS5 gathers in memory before it writes them: its own measure, and that for many rows, whose words
# would be written and merged several times over otherwise.
_GATHERED, _GATHERED_OF_MANY = 1 << 20, 64 << 20


@contextmanager
def fed_at_once(
    connection: sqlite3.Connection, index: Index, rows: int, ids: tuple[int, int] | None = None
) -> Iterator[None]:
    """Leaves rows that are inserted into the index's table out of it, and puts them in together at the end.

    `rows` is about how many there will be; for a few it changes nothing. `ids` are the first and the last of their numbers,
    where they are not the highest.

    The connection is in a transaction: others see the table and its index in step, before and after, and a transaction
    that is taken back takes all of this back. It takes a third of the time that the trigger takes row by row.
    """
    if rows < _MANY:
        yield
        return
    [(trigger,)] = connection.execute(
        "SELECT sql FROM sqlite_master WHERE type = 'trigger' AND name = ?", (f"{index.name}_insert",)
    )
    first, last = ids or (
        connection.execute(f"SELECT coalesce(max(id), 0) + 1 FROM {index.table}").fetchone()[0],
        _LAST,
    )
    connection.execute(f"DROP TRIGGER {index.name}_insert")
    yield
    columns = ", ".join(index.columns)
    with gathering(connection, index):
        connection.execute(
            f"INSERT INTO {index.name}(rowid, {columns}) SELECT id, {columns} FROM {index.view} "
            "WHERE id BETWEEN ? AND ? ORDER BY id",
            (first, last),
        )
    connection.execute(trigger)


@contextmanager
def gathering(connection: sqlite3.Connection, index: Index) -> Iterator[None]:
    """Has an index gather the words of many rows before it writes them.

    Kept in the file, but set back in the same transaction: what is interrupted leaves it as it was.
    """
    gathers = f"INSERT INTO {index.name}({index.name}, rank) VALUES ('hashsize', ?)"
    connection.execute(gathers, (_GATHERED_OF_MANY,))
    yield
    connection.execute(gathers, (_GATHERED,))


def ddl() -> list[str]:
    """Everything this module adds to the schema, in an order that works."""
    return [statement for index in INDEXES for statement in (*index.create(), *index.triggers())]


class Tokens:
    """FTS5's own tokenizer, for whoever must have exactly the words that the indexes have."""

    def __init__(self) -> None:
        self._asked: sqlite3.Connection | None = None

    @property
    def _memory(self) -> sqlite3.Connection:
        if self._asked is None:
            self._asked = sqlite3.connect(":memory:", isolation_level=None, check_same_thread=False)
            self._asked.execute(
                f"CREATE VIRTUAL TABLE given USING fts5(text, content='', tokenize=\"{TOKENIZER}\")"
            )
            self._asked.execute("CREATE VIRTUAL TABLE words USING fts5vocab(given, instance)")
        return self._asked

    def of(self, texts: Sequence[str]) -> list[list[str]]:
        """The words of each text, in their order."""
        # In ASCII, its words are runs of letters and digits.
        words: list[list[str]] = [folded_words(text) if text.isascii() else [] for text in texts]
        if all(text.isascii() for text in texts):
            return words
        self._memory.execute("BEGIN")
        self._memory.executemany(
            "INSERT INTO given(rowid, text) VALUES (?, ?)",
            ((number, text) for number, text in enumerate(texts) if not text.isascii()),
        )
        for number, word in self._memory.execute("SELECT doc, term FROM words ORDER BY doc, offset"):
            words[number].append(word)
        self._memory.execute("ROLLBACK")
        return words


def words_between(
    connection: sqlite3.Connection, index: Index, first: str, last: str, most: int
) -> list[str]:
    """Words that an index has, `most` of them, from `first` to `last` in alphabetical order.

    SQLite reads them through a table of the connection's own (fts5.html, "The fts5vocab Virtual Table Module").
    """
    table = f"temp.{index.name}_words"
    try:
        # Of a connection that may only read, its own tables too are kept from being made.
        [reads_only] = connection.execute("PRAGMA query_only").fetchone()
        if reads_only:
            connection.execute("PRAGMA query_only = OFF")
        connection.execute(
            f"CREATE VIRTUAL TABLE IF NOT EXISTS {table} USING fts5vocab(main, {index.name}, row)"
        )
    finally:
        if reads_only:
            connection.execute("PRAGMA query_only = ON")
    rows = connection.execute(
        f"SELECT term FROM {table} WHERE term >= ? AND term <= ? LIMIT ?", (first, last, most)
    )
    return [term for (term,) in rows]


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
