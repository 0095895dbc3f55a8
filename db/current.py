"""Renews what is kept of the current schema after a migration: `python -m onrecord.db.current`.

`digests.py` has a number for each of its parts, `current.sql` makes an empty database of it. A test makes both anew.
"""

import sqlite3
from contextlib import closing
from pathlib import Path

from onrecord.db import driver, files, migrate, new_file
from onrecord.db.parts import digest, parts

_A_LINE = 9


def digests() -> str:
    """The text of `digests.py`."""
    numbers = sorted(digest(part.kind, part.name, part.sql) for part in migrate.schema(files.SCHEMA_VERSION))
    lines = [numbers[first : first + _A_LINE] for first in range(0, len(numbers), _A_LINE)]
    listed = "".join(f"    {', '.join(map(str, line))},\n" for line in lines)
    return (
        '"""The parts of the current schema, a number for each: made by `python -m onrecord.db.current`."""\n\n'
        f"DIGESTS = frozenset((\n{listed}))  # fmt: skip\n"
    )


def script() -> str:
    """The text of `current.sql`: the parts in the order in which they are made, the mark of the last migration, the stamps."""
    memory = sqlite3.connect(":memory:", isolation_level=None)
    with closing(memory), driver.engine(lambda: memory, "BEGIN").connect() as connection:
        migrate.migrate(connection)
        statements = [f"{part.sql};\n" for part in parts(memory)]
        [(revision,)] = memory.execute("SELECT version_num FROM alembic_version")
    return (
        "-- An empty database of the current schema: made by `python -m onrecord.db.current`, from the migrations.\n"
        f"{''.join(statements)}"
        f"INSERT INTO alembic_version (version_num) VALUES ('{revision}');\n"
        f"PRAGMA application_id = {files.APPLICATION_ID};\n"
        f"PRAGMA user_version = {files.SCHEMA_VERSION};\n"
    )


if __name__ == "__main__":
    here = Path(__file__).parent
    (here / new_file.SCRIPT).write_text(script(), "utf-8")
    (here / "digests.py").write_text(digests(), "utf-8")
