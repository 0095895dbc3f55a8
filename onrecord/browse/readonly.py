"""A Datasette that has one database and cannot write to it."""

import sqlite3
from collections.abc import Mapping
from pathlib import Path
from typing import Any

from datasette.app import Datasette
from datasette.database import Database, QueryInterrupted

from onrecord.browse import counts, everybody, metadata, regexp, versions
from onrecord.browse.remembered import keep, recall, version
from onrecord.db import files
from onrecord.db.store import reading


class ReadOnlyDatabase(Database):  # type: ignore[misc]
    """A file that is opened as onrecord opens it for readers.

    Datasette's own connections do the same, except that a plugin may ask it for one that writes, and that it
    takes `?`, `#` and `%` in a path for parts of a URI.
    """

    def connect(self, write: bool = False) -> sqlite3.Connection:
        if write:
            raise sqlite3.OperationalError("attempt to write a readonly database")
        connection = files.connect_reading(self.path)
        regexp.add(connection)
        versions.kept_open(self, connection)
        return connection

    async def execute(self, sql: str, params: Any = None, **options: Any) -> Any:
        """What Datasette counts for its pages is kept until the file changes, also that it took too long."""
        if not counts.is_counting(sql):
            return await super().execute(sql, params, **options)
        what = ("count", sql, str(params), str(options))
        kept = recall(Path(self.path), what)
        if kept is None:
            before = version(Path(self.path))
            kept = await self._counted(sql, params, options)
            keep(Path(self.path), what, before, kept)
        if isinstance(kept, QueryInterrupted):
            raise QueryInterrupted(kept.e, kept.sql, kept.params)
        return kept

    async def _counted(self, sql: str, params: Any, options: Mapping[str, Any]) -> Any:
        sooner = counts.sooner(sql)
        try:
            if sooner is not None:
                # Once for all pages: it may take its time.
                return await super().execute(sooner, **{**options, "custom_time_limit": None})
            return await super().execute(sql, params, **options)
        except QueryInterrupted as error:
            return error


class PublicDatabase(ReadOnlyDatabase):
    """A file of which everybody may see what `everybody` lists, and nothing else."""

    for_everybody = True

    def connect(self, write: bool = False) -> sqlite3.Connection:
        connection = super().connect(write)
        connection.set_authorizer(everybody.authorizer())
        return connection

    async def table_names(self) -> list[str]:
        """Those that are shown: Datasette counts their rows."""
        return [name for name in await super().table_names() if name in everybody.TABLES]

    async def view_names(self) -> list[str]:
        """Those that are shown: others hold the same texts for the indexes."""
        return [name for name in await super().view_names() if name in everybody.TABLES]

    async def foreign_keys_for_table(self, table: str) -> list[Any]:
        """Those that lead to what is shown; Datasette asks for the labels of all of them."""
        found = await super().foreign_keys_for_table(table)
        return [key for key in found if key["other_table"] in everybody.TABLES]

    async def get_all_foreign_keys(self) -> dict[str, Any]:
        """Those that come from what is shown as well; Datasette counts the rows at the other end."""
        links = await super().get_all_foreign_keys()
        return {
            table: {
                way: [key for key in keys if key["other_table"] in everybody.TABLES]
                for way, keys in ways.items()
            }
            for table, ways in links.items()
        }


def make_datasette(path: Path, *, public: bool = False, **settings: Any) -> Datasette:
    """A Datasette on `path` alone. The plugin, found through its entry point, does the rest.

    `public` shows what everybody may see; `settings` go before those of `metadata.settings`.
    """
    # Not above: imported before datasette.app, this module is registered before it has its hooks.
    from datasette import handle_exception

    # With rich at hand, Datasette prints a traceback with every local variable for each page not found.
    handle_exception.rich = None
    place = path.resolve()
    rules = {"databases": {place.stem: everybody.rules(_tables(path))}} if public else None
    datasette = Datasette(settings={**metadata.settings(public=public), **settings}, metadata=rules)
    for name in list(datasette.databases):
        if name != "_internal":
            datasette.remove_database(name)  # the empty `_memory`, which it adds where no file is given
    served = PublicDatabase if public else ReadOnlyDatabase
    datasette.add_database(served(datasette, path=str(place)))
    return datasette


def _tables(path: Path) -> list[str]:
    with reading(path) as reader:
        return reader.column("SELECT name FROM sqlite_master WHERE type IN ('table', 'view')")
