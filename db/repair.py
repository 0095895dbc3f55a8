"""Bringing back what another program took away: tables as onrecord makes them, with all rows that are in them."""

import re
import sqlite3
from collections.abc import Sequence

from onrecord.db import folded, stored_texts
from onrecord.db.parts import Part, differences, parts, quoted, told_of_hanging
from onrecord.errors import DatabaseError
from onrecord.model.record import record

# What a table is called while it is made anew.
_OLD = "onrecord_before_repair"
_TYPE = re.compile(r"[\w ]*(?:\([\d, ]*\))?")
_CONTENT = re.compile(r"""\bcontent\s*=\s*['"]?\w""", re.IGNORECASE)
# Whose triggers take an outcome away when another program changes what it rests on.
_OUTCOMES_REST_ON = frozenset({"attributions", "snapshots", "spans", "statements"})


@record()
class Repaired:
    """What was done, a phrase each. `unchecked` is how many outcomes of verifications were taken away."""

    done: tuple[str, ...]
    unchecked: int


def repair(connection: sqlite3.Connection, expected: Sequence[Part]) -> Repaired:
    """Makes the parts of the file those `expected`, in the caller's transaction. Foreign keys are off.

    What others have added (tables, columns, views, indexes, triggers) stays, but for triggers that write into
    onrecord's full text. DatabaseError: rows break a rule of their table, or a column is missing that has to be filled.
    """
    connection.execute("PRAGMA legacy_alter_table = ON")  # what names a table goes on naming it
    try:
        done = _Repair(connection, expected).run()
        guards = any(part.kind == "trigger" and part.table in _OUTCOMES_REST_ON for part in done.missed)
        return Repaired(tuple(done.said), _forget_outcomes(connection) if guards else 0)
    except sqlite3.OperationalError as error:
        if error.sqlite_errorcode != sqlite3.SQLITE_ERROR:
            raise
        raise DatabaseError(
            f"What other programs have made of the file cannot be mended ({error}): nothing was changed. "
            "Go back to a backup."
        ) from error
    except sqlite3.IntegrityError as error:
        raise DatabaseError(
            f"What other programs have written breaks a rule of onrecord's tables ({error}): nothing was changed. "
            "Correct those rows with the program that wrote them, or go back to a backup."
        ) from error
    finally:
        connection.execute("PRAGMA legacy_alter_table = OFF")


class _Repair:
    """One repair. `said` is what was done, `missed` the parts that were gone or others."""

    def __init__(self, connection: sqlite3.Connection, expected: Sequence[Part]) -> None:
        self._db = connection
        self._expected = expected
        self._found = parts(connection)
        self._different = differences(self._found, expected)
        self._virtual = [part for part in expected if part.is_virtual]
        self.missed = [one.part for one in self._different]
        self.said: list[str] = []

    def run(self) -> "_Repair":
        ours = {(part.kind, part.name) for part in self._expected}
        rebuilt = {one.part.name for one in self._different if one.part.kind == "table"}
        theirs = [part for part in self._found if (part.kind, part.name) not in ours]
        self._take_down(ours, rebuilt)
        self._refuse_writers(theirs)
        for one in self._different:
            if one.part.kind == "table":
                self._make_table(one.part, one.found)
        for part in self._expected:
            if part.kind in ("index", "view", "trigger") and not self._is_there(part):
                self._db.execute(part.sql)
        for part in theirs:
            if (
                part.kind in ("index", "trigger")
                and part.table in rebuilt
                and not (self._is_there(part) or self._writes(part))
            ):
                self._db.execute(part.sql)
        self.said += told_of_hanging(self._different, "brought back")
        folded.refold(self._db)
        for part in self._virtual:
            if _CONTENT.search(part.sql):
                self._db.execute(f"INSERT INTO {part.name}({part.name}) VALUES ('rebuild')")
        if any(part.name == stored_texts.INDEX for part in self._expected):
            stored_texts.rebuild(self._db)
        self.said.append("the full text was indexed again")
        self._refuse_dangling()
        return self

    def _take_down(self, ours: set[tuple[str, str]], rebuilt: set[str]) -> None:
        """What hangs on tables: it would fail while its table is not there, and is made again."""
        other = {(one.part.kind, one.part.name) for one in self._different}
        for part in self._found:
            named = (part.kind, part.name)
            if named in ours and (
                part.kind in ("trigger", "view")
                or (part.kind == "index" and (part.table in rebuilt or named in other))
            ):
                self._db.execute(
                    f"DROP {part.kind} IF EXISTS {quoted(part.name)}"
                )  # a view takes its triggers along

    def _refuse_writers(self, theirs: Sequence[Part]) -> None:
        for part in theirs:
            if self._writes(part):
                self._db.execute(f"DROP TRIGGER {quoted(part.name)}")
                self.said.append(
                    f"trigger {part.name} of another program was taken away: it wrote into the full text"
                )

    def _writes(self, part: Part) -> bool:
        """Whether it is a trigger that writes into onrecord's full text, which its own keep in step."""
        return part.kind == "trigger" and any(
            re.search(rf"\b{re.escape(one.name)}\b", part.sql) for one in self._virtual
        )

    def _is_there(self, part: Part) -> bool:
        asked = "SELECT 1 FROM sqlite_master WHERE type = ? AND name = ?"
        return self._db.execute(asked, (part.kind, part.name)).fetchone() is not None

    def _make_table(self, part: Part, present: Part | None) -> None:
        if present is None or part.is_virtual:
            if present is not None:
                self._db.execute(f"DROP TABLE {quoted(part.name)}")
            self._db.execute(part.sql)
            if not part.is_virtual:
                self._keep_sequence(part.name, 0)
                self.said.append(f"table {part.name} was made again; it was gone, and its rows with it")
            return
        sequence = self._sequence(part.name)
        self._db.execute(f"ALTER TABLE {quoted(part.name)} RENAME TO {_OLD}")
        self._db.execute(part.sql)
        rows = self._move(part.name)
        self._db.execute(f"DROP TABLE {_OLD}")
        self._keep_sequence(part.name, sequence)
        its = "row" if rows == 1 else f"{rows:,} rows"
        self.said.append(f"table {part.name} was made again, with its {its}")

    def _move(self, table: str) -> int:
        """Moves the rows over, with the columns that others have added. Gives their number."""
        has = {str(name): str(kind) for _, name, kind, *_ in self._columns(_OLD)}
        for _, name, _, required, default, _ in self._columns(table):
            if name not in has and required and default is None:
                raise DatabaseError(
                    f"Column {name} of {table} is gone, and with it what was in it: nothing was changed. "
                    "Go back to a backup."
                )
        wanted = {str(name) for _, name, *_ in self._columns(table)}
        for name, kind in has.items():
            if name not in wanted:
                declared = kind if _TYPE.fullmatch(kind) else ""
                self._db.execute(f"ALTER TABLE {quoted(table)} ADD COLUMN {quoted(name)} {declared}")
        columns = ", ".join(map(quoted, has))
        return self._db.execute(
            f"INSERT INTO {quoted(table)}({columns}) SELECT {columns} FROM {_OLD} ORDER BY rowid"
        ).rowcount

    def _columns(self, table: str) -> list[tuple[int, str, str, int, str | None, int]]:
        return self._db.execute(f"PRAGMA table_info({quoted(table)})").fetchall()

    def _sequence(self, table: str) -> int:
        """The highest id that a table has had, so far as it is known."""
        row = self._db.execute("SELECT seq FROM sqlite_sequence WHERE name = ?", (table,)).fetchone()
        return int(row[0]) if row else 0

    def _keep_sequence(self, table: str, before: int) -> None:
        """No id is used twice: the history names rows by them."""
        [recorded] = (
            self._db.execute(
                "SELECT coalesce(max(last_row_id), 0) FROM changes WHERE table_name = ?", (table,)
            ).fetchone()
            if table != "changes"
            else [0]
        )
        highest = max(before, self._sequence(table), recorded)
        if highest and "AUTOINCREMENT" in next(p.sql for p in self._expected if p.name == table).upper():
            self._db.execute("DELETE FROM sqlite_sequence WHERE name = ?", (table,))
            self._db.execute("INSERT INTO sqlite_sequence(name, seq) VALUES (?, ?)", (table, highest))

    def _refuse_dangling(self) -> None:
        broken = self._db.execute("PRAGMA foreign_key_check").fetchall()
        if broken:
            table, row, parent, _ = broken[0]
            raise DatabaseError(
                f"{len(broken):,} rows point at rows that are gone (the first: row {row} of {table}, at {parent}): nothing "
                "was changed. Go back to a backup."
            )


def _forget_outcomes(connection: sqlite3.Connection) -> int:
    """Takes every outcome away: what it rests on may have been changed while nothing watched. Gives their number."""
    columns = {row[1] for row in connection.execute("PRAGMA table_info(attributions)")}
    forget = [one for one in ("check_result", "checked_at", "accepted_reason") if one in columns]
    return connection.execute(
        f"UPDATE attributions SET {', '.join(f'{one} = NULL' for one in forget)} WHERE check_result IS NOT NULL"
    ).rowcount
