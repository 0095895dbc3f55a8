"""The tables, indexes, triggers and views in a file, and what another program has made of those that onrecord made.

Programs that change a table often make it anew, and what hangs on it goes in silence: its triggers (the history, the
full text, the rules), its indexes, its constraints. What is recorded then goes unrecorded in the history, and `undo`
takes back something else.
"""

from __future__ import annotations

import zlib

from onrecord.model.record import record

TYPE_CHECKING = False
if TYPE_CHECKING:
    import sqlite3
    from collections import Counter
    from collections.abc import Iterable, Iterator, Sequence

# Where FTS5 keeps the data of an index, after its name; what SQLite makes for itself.
_SHADOWS = ("_data", "_idx", "_content", "_docsize", "_config")
_SQLITES = "sqlite_"
_PLURALS = {"trigger": "triggers", "index": "indexes"}


@record()
class Part:
    """One of them, as sqlite_master has it. `kind` is table, index, trigger or view; `table` the one it belongs to."""

    kind: str
    name: str
    table: str
    sql: str

    @property
    def is_virtual(self) -> bool:
        return self.sql.upper().startswith("CREATE VIRTUAL TABLE")


@record()
class Difference:
    """A part that is not there, or (`found`) is another one."""

    part: Part
    found: Part | None = None


def parts(connection: sqlite3.Connection) -> list[Part]:
    """All parts in the order in which they were made, but for SQLite's own and the tables behind full-text indexes."""
    every = [
        Part(*row)
        for row in connection.execute(
            "SELECT type, name, tbl_name, sql FROM sqlite_master WHERE sql IS NOT NULL ORDER BY rowid"
        )
        if not row[1].startswith(_SQLITES)
    ]
    hidden = {part.name + end for part in every if part.is_virtual for end in _SHADOWS}
    return [part for part in every if part.name not in hidden]


def digests(connection: sqlite3.Connection) -> frozenset[int]:
    """A number for every part: equal for equal ones."""
    # Put together by SQLite: every command that records asks for all of them.
    factory, connection.text_factory = connection.text_factory, bytes
    try:
        rows = connection.execute(
            "SELECT type || ' ' || name || ' ' || sql FROM sqlite_master WHERE sql IS NOT NULL"
        ).fetchall()
    finally:
        connection.text_factory = factory
    return frozenset([zlib.crc32(row) for (row,) in rows])


def digest(kind: str, name: str, sql: str) -> int:
    """The number of one part."""
    return zlib.crc32(f"{kind} {name} {sql}".encode())


def differences(present: Iterable[Part], expected: Sequence[Part]) -> list[Difference]:
    """What of the `expected` is not there, or not so. What others have added is no difference, columns of theirs neither."""
    there = {(part.kind, part.name): part for part in present}
    different: list[Difference] = []
    for part in expected:
        other = there.get((part.kind, part.name))
        if other is None or not _is_that(other, part):
            different.append(Difference(part, other))
    return different


def told(different: Sequence[Difference]) -> str:
    """In words: "table sources is another, 5 triggers of sources are gone"."""
    said = [
        f"{one.part.kind} {one.part.name} is {'another' if one.found else 'gone'}"
        for one in different
        if one.part.kind in ("table", "view")
    ]
    gone = [one for one in different if one.found is None]
    changed = [one for one in different if one.found is not None]
    return ", ".join([*said, *told_of_hanging(gone, "gone"), *told_of_hanging(changed, "changed")])


def told_of_hanging(different: Sequence[Difference], what: str) -> list[str]:
    """What hangs on tables, by their number: "5 triggers of sources are gone", where `what` is "gone"."""
    from collections import Counter

    counts = Counter(
        (one.part.kind, one.part.table) for one in different if one.part.kind in ("trigger", "index")
    )
    return [
        f"{number} {_PLURALS[kind]} of {table} are {what}" if number > 1 else f"1 {kind} of {table} is {what}"
        for (kind, table), number in counts.items()
    ]


def quoted(name: str) -> str:
    """A name in SQL."""
    return '"' + name.replace('"', '""') + '"'


def _is_that(part: Part, expected: Part) -> bool:
    if part.sql == expected.sql:
        return True
    head, tail, wanted = _read(expected.sql)
    other_head, other_tail, has = _read(part.sql)
    return (head, tail) == (other_head, other_tail) and wanted <= has


def _read(sql: str) -> tuple[str, str, Counter[str]]:
    """A definition without regard to white space, quotes and the order of a table's columns and constraints."""
    import re
    from collections import Counter

    plain = re.sub(r"\s+", " ", re.sub(r'["`\[\]]', "", sql)).replace("( ", "(").replace(" )", ")").strip()
    table = re.match(r"(CREATE TABLE \w+) ?\((.*)\)([^()]*)$", plain)
    if not table:
        return plain, "", Counter()
    return table[1], table[3].strip(), Counter(clauses(table[2]))


def clauses(body: str) -> Iterator[str]:
    """The columns and constraints of a table, from between its parentheses."""
    depth, clause, quoted = 0, "", False
    for character in body:
        quoted ^= character == "'"
        depth += 0 if quoted else (character == "(") - (character == ")")
        if character == "," and depth == 0 and not quoted:
            yield clause.strip()
            clause = ""
        else:
            clause += character
    yield clause.strip()
