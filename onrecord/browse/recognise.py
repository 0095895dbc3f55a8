"""Which of the databases that a Datasette serves are onrecord's."""

from collections.abc import Iterator
from pathlib import Path
from typing import Any
from weakref import WeakKeyDictionary

from onrecord.db import files
from onrecord.errors import DatabaseError

# Datasette asks for metadata hundreds of times a page; what a file is does not change while it is served.
_known: "WeakKeyDictionary[Any, bool]" = WeakKeyDictionary()


def is_ours(datasette: Any, name: str | None) -> bool:
    """Whether the database that Datasette calls `name` is an onrecord database of the current schema."""
    database = datasette.databases.get(name)
    if database is None or database.path is None:
        return False
    if database not in _known:
        _known[database] = _is_current(Path(database.path))
    return _known[database]


def _is_current(path: Path) -> bool:
    try:
        return files.schema_version(path) == files.SCHEMA_VERSION
    except DatabaseError:
        return False


def for_everybody(datasette: Any, name: str) -> bool:
    """Whether a database is shown to readers anywhere, without whole stored texts and the history."""
    return bool(getattr(datasette.databases.get(name), "for_everybody", False))


def served(datasette: Any) -> Iterator[str]:
    """The names of the databases that visitors see; Datasette's own `_internal` is not one."""
    return (name for name in datasette.databases if name != "_internal")


def ours(datasette: Any) -> list[str]:
    """The names of onrecord's databases."""
    return [name for name in served(datasette) if is_ours(datasette, name)]


def all_ours(datasette: Any) -> bool:
    """Whether nothing but onrecord's databases is served, so that the home page is onrecord's as well."""
    return all(is_ours(datasette, name) for name in served(datasette))
