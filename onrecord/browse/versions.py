"""What Datasette 0.65 and the alphas of 1.0 do differently, so that the rest need not know which of them it is in.

In 0.65 a hook is asked for metadata, whenever it is needed. In 1.0 the hook is gone: titles and descriptions stand in
Datasette's internal database, what steers a table stands in its configuration, and both are put there when it starts.
"""

import sqlite3
from collections.abc import Collection
from typing import Any

from datasette.version import __version__

from onrecord.browse.metadata import Json

IS_1 = not __version__.startswith("0.")
# What of a table's metadata is configuration in 1.0 (datasette.utils, move_table_config).
_CONFIGURATION = frozenset(
    ("hidden", "sort", "sort_desc", "size", "sortable_columns", "label_column", "facets", "facet_size", "fts_table", "fts_pk")
)  # fmt: skip
# More tables than any database of onrecord has.
_EVERY_TABLE = 1_000


async def may_see_tables(datasette: Any, actor: Any, database: str, tables: Collection[str]) -> bool:
    """Whether `actor` may see all of `tables` in a database."""
    if not IS_1:
        return await _may_see_tables(datasette, actor, database, tables)
    from datasette.resources import DatabaseResource

    if not await datasette.allowed(action="view-instance", actor=actor):
        return False
    if not await datasette.allowed(action="view-database", resource=DatabaseResource(database), actor=actor):
        return False
    await datasette.refresh_schemas()  # what it knows of the tables is in its catalogue
    seen = await datasette.allowed_resources("view-table", actor, parent=database, limit=_EVERY_TABLE)
    return set(tables) <= {resource.child for resource in seen.resources}


async def _may_see_tables(datasette: Any, actor: Any, database: str, tables: Collection[str]) -> bool:
    """What Datasette 0.65 answers for each table (`check_visibility`: whoever has an opinion first, the table, the
    database, the instance; else yes), without asking again for each of them, and for strangers, what holds for all.
    """
    whole: bool | None = None
    for table in tables:
        allowed = await datasette.permission_allowed(
            actor, "view-table", resource=(database, table), default=None
        )
        if allowed is None:
            if whole is None:
                whole = await _may_see_database(datasette, actor, database)
            allowed = whole
        if not allowed:
            return False
    return True


async def _may_see_database(datasette: Any, actor: Any, database: str) -> bool:
    allowed = await datasette.permission_allowed(actor, "view-database", resource=database, default=None)
    if allowed is None:
        allowed = await datasette.permission_allowed(actor, "view-instance", default=None)
    return allowed is None or bool(allowed)


def kept_open(database: Any, connection: sqlite3.Connection) -> None:
    """Hands a connection over to Datasette's database, which closes it."""
    connections = database._all_connections if IS_1 else database._all_file_connections
    connections.append(connection)


async def describe(datasette: Any, described: Json) -> None:
    """Puts metadata, in the shape of 0.65, where 1.0 looks for it; what is there already stays."""
    for key, value in described.items():
        if key != "databases" and key not in await datasette.get_instance_metadata():
            await datasette.set_instance_metadata(key, str(value))
    for name, database in described["databases"].items():
        known = await datasette.get_database_metadata(name)
        for key, value in database.items():
            if key != "tables" and key not in known:
                await datasette.set_database_metadata(name, key, str(value))
        for table, metadata in database["tables"].items():
            await _describe_table(datasette, name, table, metadata)


async def _describe_table(datasette: Any, database: str, table: str, metadata: Json) -> None:
    datasette.config = datasette.config or {}
    configured = datasette.config
    for step in ("databases", database, "tables", table):
        configured = configured.setdefault(step, {})
    known = await datasette.get_resource_metadata(database, table)
    for key, value in metadata.items():
        if key in _CONFIGURATION:
            configured.setdefault(key, value)
        elif key == "columns":
            for column, description in value.items():
                if not await datasette.get_column_metadata(database, table, column):
                    await datasette.set_column_metadata(database, table, column, "description", description)
        elif key not in known:
            await datasette.set_resource_metadata(database, table, key, str(value))
