"""What the index beside the file holds, as a file in its folder, and whether that is what the database holds now.

The state is written last, so that a half-built index has none; it is taken away before the index is changed.
"""

from __future__ import annotations

import os

from onrecord.db.files import SCHEMA_VERSION
from onrecord.db.fulltext import TOKENIZER
from onrecord.db.reader import Reader
from onrecord.db.sqlite import VERSION, Trouble
from onrecord.model.record import record
from onrecord.text.digests import sha256

TYPE_CHECKING = False
if TYPE_CHECKING:
    from collections.abc import Mapping, Sequence
    from pathlib import Path

FORMAT = 2
TABLES = ("attributions", "relays", "sources", "statement_tags", "statements")


@record()
class State:
    """`change` is the last change of the history that the index has, `sequences` the highest ids of the tables.

    `identity` is a digest of the history's row `change`: another database has another one. `several` is how many
    statements have more than one attribution, `worded` how many attributions have a wording of their own. `documents` and
    `average` are what tantivy's scores are made with (`package.measures`); None where nothing tells. `outrun`: 1 where the file
    was changed while the index was written, which then answers nobody before it is caught up.
    """

    form: str
    change: int
    sequences: Mapping[str, int]
    identity: str
    statements: int
    attributions: int
    several: int
    worded: int
    documents: float | None = None
    average: float | None = None
    outrun: int = 0


def folder_of(database: Path) -> Path:
    """Where the index of a database is, or would be."""
    return database.with_name(f"{database.name}.index")


def database_of(reader: Reader) -> Path:
    """The file that a reader is on."""
    from pathlib import Path

    return Path(reader.file())


def form() -> str:
    """What must be equal for an index to be readable: its layout, the schema, the tokenizer and what runs it."""
    return f"{FORMAT}, schema {SCHEMA_VERSION}, {TOKENIZER}, SQLite {VERSION}"


def read(folder: str | Path, reader: Reader | None = None) -> State | None:
    """None where there is no index, or only a half-built one. With a reader SQLite reads the JSON: it need not be loaded."""
    try:
        with open(os.path.join(folder, "state.json"), encoding="utf-8") as file:
            text = file.read()
        if reader is not None:
            fields = dict(reader.rows("SELECT key, value FROM json_each(?)", (text,)))
            fields["sequences"] = dict(
                reader.rows("SELECT key, value FROM json_each(?)", (fields["sequences"],))
            )
            return State(**fields)
        import json

        return State(**json.loads(text))
    except (FileNotFoundError, NotADirectoryError, ValueError, TypeError, KeyError, Trouble):
        return None


def write(folder: Path, state: State) -> None:
    """Whole or not at all."""
    import json

    from onrecord.outputs.file import write as write_file

    write_file(folder / "state.json", json.dumps(vars(state), indent=1).encode(), force=True)


def written(folder: str) -> tuple[int, int]:
    """What tells the state of an index from every other that was ever written there; zeros where none is."""
    try:
        status = os.stat(os.path.join(folder, "state.json"))
    except OSError:
        return 0, 0
    return status.st_ino, status.st_mtime_ns


def now(reader: Reader) -> tuple[int, dict[str, int]]:
    """The last change of the history, and the highest ids that the tables have had."""
    change = int(reader.value("SELECT coalesce(max(id), 0) FROM changes") or 0)
    rows = reader.rows("SELECT name, seq FROM sqlite_sequence")
    highest = {str(name): int(seq) for name, seq in rows}
    return change, {table: highest.get(table, 0) for table in TABLES}


def identity(reader: Reader, change: int) -> str:
    """A digest of a row of the history with its operation; without a history, of the first statement."""
    if change:
        rows = reader.rows(
            "SELECT changes.id, kind, table_name, row_id, last_row_id, before, after, at, command "
            "FROM changes LEFT JOIN operations ON operations.id = changes.operation_id WHERE changes.id = ?",
            (change,),
        )
    else:
        rows = reader.rows("SELECT id, key FROM statements ORDER BY id LIMIT 1")
    return sha256((_as_json(rows[0]) if rows else "null").encode()).hex()


def _as_json(row: Sequence[str | int | None]) -> str:
    """What json.dumps makes of a row."""
    try:
        # The part of json in C, which is there at once.
        from _json import encode_basestring_ascii as quoted
    except ImportError:
        from json.encoder import encode_basestring_ascii as quoted
    values = [
        "null" if value is None else quoted(value) if isinstance(value, str) else str(value) for value in row
    ]
    return f"[{', '.join(values)}]"


def problem(reader: Reader, state: State | None) -> str | None:
    """Why the index cannot answer: "half-built", "of another onrecord", "of another database", "behind"; else None."""
    if state is None:
        return "half-built"
    if state.form != form():
        return "of another onrecord or SQLite"
    change, sequences = now(reader)
    if change < state.change or any(sequences[one] < state.sequences[one] for one in TABLES):
        return "of another database"
    if state.identity != identity(reader, state.change):
        return "of another database"
    is_in_step = not state.outrun and (change, sequences) == (state.change, dict(state.sequences))
    return None if is_in_step else "behind"
