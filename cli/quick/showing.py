"""`onrecord show NAME`, at once."""

from __future__ import annotations

from collections.abc import Callable, Mapping, Sequence

from onrecord import statements
from onrecord.cli import showing
from onrecord.cli.plain import print_json
from onrecord.cli.quick import LeftToTheCommand, database_of, words
from onrecord.db import reader as readers

# A word of four letters may abbreviate a claim's key as well: a whole key is certain, and needs no more looking.
_OTHERS = (
    "SELECT 1 FROM claims WHERE key = :name UNION ALL SELECT 1 FROM sources WHERE citekey = :name "
    "UNION ALL SELECT 1 FROM speakers WHERE slug = :name"
)


def answer(given: Sequence[str], database: str | None, environ: Mapping[str, str]) -> Callable[[], None]:
    """What prints the answer."""
    asked = words.read(given, valued=("db",), flags=("json",))
    if len(asked.words) != 1:
        raise LeftToTheCommand
    [name] = asked.words
    with readers.opened(database_of(asked.options.get("db", database), environ)) as reader:
        certain = "@" in name or (
            reader.value("SELECT 1 FROM statements WHERE key = ?", (name,))
            and not reader.rows(_OTHERS, {"name": name})
        )
        if not certain:
            from onrecord.cli import shown

            document, print_it = shown.found(reader, name)
            return (lambda: print_json(document)) if "json" in asked.options else print_it
        record = statements.show(reader, name)
    if "json" in asked.options:
        return lambda: print_json(record.as_json())
    return lambda: showing.statement(record)
