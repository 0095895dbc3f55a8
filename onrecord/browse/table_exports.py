"""Exports of Datasette's tables, views and queries: all that a filter or a query finds, not the page that it shows.

Datasette gives a renderer the rows of a page, at most `max_returned_rows`. So its SQL is asked for and run again
without its limit, for the numbers of the rows alone.
"""

import sqlite3
import time
from collections.abc import Mapping
from dataclasses import dataclass
from functools import partial
from pathlib import Path
from typing import Any

from datasette.utils.asgi import BadRequest, Forbidden, Response

from onrecord.browse import answers, recognise, regexp
from onrecord.browse.downloads import export
from onrecord.browse.fulltext import match_expression
from onrecord.db.reader import Reader
from onrecord.errors import UsageError
from onrecord.exchange.selection import Selection
from onrecord.formats import PageFile
from onrecord.pages.exports import ATTRIBUTIONS, EXPORTS, selection
from onrecord.text.clean import one_line
from onrecord.text.patterns import lazy

# How long finding the rows of a table may take, in seconds; queries have Datasette's own limit.
TABLE_SECONDS = 60.0

# What the numbers in a column are numbers of, by table, and in whatever else is asked in SQL.
_TABLES: Mapping[str, tuple[str, str]] = {
    "quotes": ("id", "attribution"),
    "attributions": ("id", "attribution"),
    "relays": ("attribution_id", "attribution"),
    "spans": ("attribution_id", "attribution"),
    "statements": ("id", "statement"),
    "stances": ("statement_id", "statement"),
    "statement_tags": ("statement_id", "statement"),
    "speakers": ("id", "speaker"),
    "sources": ("id", "source"),
    "claims": ("id", "claim"),
    "tags": ("id", "tag"),
}
_COLUMNS = {"attribution_id": "attribution", "statement_id": "statement", "key": "key", "source_id": "source"}
# What of an address is about the page and not about what is found.
_PAGING = (
    "_next",
    "_size",
    "_col",
    "_nocol",
    "_shape",
    "_extra",
    "_labels",
    "_label",
    "_nl",
    "_ttl",
    "_format",
)
_LIMIT = lazy(r"(?i)\s+limit\s+\d+(?:\s+offset\s+\d+)?\s*$")
_PARAMETER = lazy(r":([A-Za-z_]\w*)")


@dataclass(frozen=True)
class Found:
    """A query whose `column` holds numbers (or keys) of what `kind` says; `seconds` are what it may take."""

    sql: str
    parameters: Mapping[str, Any]
    column: str
    kind: str
    seconds: float


def registered() -> list[dict[str, Any]]:
    """The renderers, for `register_output_renderer`."""
    return [
        {"extension": export.extension, "render": partial(render, export), "can_render": can_render}
        for export in EXPORTS.values()
    ]


def can_render(datasette: Any, database: str, table: str | None, columns: list[str]) -> bool:
    """Whether a page has statements: then Datasette links the exports on it."""
    return recognise.is_ours(datasette, database) and _means(table, columns) is not None


async def render(
    wanted: PageFile,
    datasette: Any,
    database: str,
    table: str | None,
    columns: list[str],
    rows: list[Any],
    sql: str | None,
    query_name: str | None,
    request: Any,
) -> Response | None:
    """All statements of a table with its filters, of one row, or of a query, as a file."""
    if not recognise.is_ours(datasette, database):
        return None
    if not await answers.may_see(datasette, request.actor, database):
        raise Forbidden("Exports hold every part of a record, and some of it may not be seen here.")
    means = _means(table, columns)
    if means is None:
        raise BadRequest(
            "Nothing here is a statement: there is no column key, statement_id or attribution_id."
        )
    column, kind = means
    try:
        if "pks" in request.url_vars:
            result = one_row(kind, rows[0][column])
        elif table is not None:
            filtered = await _filtered(datasette, database, table, request)
            result = Found(*filtered, column, kind, TABLE_SECONDS)
        else:
            limit = datasette.setting("sql_time_limit_ms") / 1000
            result = Found(*_query(sql or "", query_name, request), column, kind, limit)
        path = Path(datasette.databases[database].path)
        return await export(
            path, wanted, f"{database} {table or query_name or 'query'}", partial(selected, result)
        )
    except UsageError as error:
        raise BadRequest(one_line(str(error))) from None


def _means(table: str | None, columns: list[str]) -> tuple[str, str] | None:
    """The column that says which statements are meant, and what it holds."""
    if table is not None:
        return _TABLES.get(table)
    return next(((column, kind) for column, kind in _COLUMNS.items() if column in columns), None)


async def _filtered(datasette: Any, database: str, table: str, request: Any) -> tuple[str, Mapping[str, Any]]:
    """The SQL of a table's page with its parameters, without a limit: Datasette itself turns filters into SQL."""
    asked = [
        (name, value) for name in request.args for value in request.args.getlist(name) if name not in _PAGING
    ]
    asked += [("_size", "1"), ("_nocount", "1"), ("_nofacet", "1"), ("_extra", "query")]
    address = datasette.urls.table(database, table, format="json")
    # As whoever asks for the export: what he may not see is not found.
    headers = {name: value for name, value in request.headers.items() if name in ("authorization", "cookie")}
    response = await datasette.client.get(address, params=asked, headers=headers)
    answer = response.json()
    if response.status_code != 200:
        raise UsageError(f"Datasette cannot filter so: {answer.get('error') or response.status_code}")
    query = answer["query"]
    return _LIMIT.sub("", query["sql"]), query["params"]


def _query(sql: str, query_name: str | None, request: Any) -> tuple[str, Mapping[str, Any]]:
    """A query with what the address gives for its parameters; Datasette has run it once, so that it only reads."""
    names = _PARAMETER.findall(sql)
    if query_name and any(name.startswith("_") for name in names):
        raise UsageError(
            "This query takes values from the server, and cannot be exported. Copy its SQL and fill them in."
        )
    return sql.strip().rstrip(";"), {name: request.args.get(name) or "" for name in names}


def one_row(kind: str, number: int) -> Found:
    """What has this number."""
    return Found("SELECT :number AS number", {"number": number}, "number", kind, TABLE_SECONDS)


def selected(result: Found, reader: Reader) -> Selection:
    """What `result` finds. UsageError: it takes too long, or is no query to ask for numbers."""
    connection = reader.connection
    regexp.add(connection)
    connection.create_function("escape_fts", 1, match_expression, deterministic=True)
    end = time.monotonic() + result.seconds
    connection.set_progress_handler(lambda: time.monotonic() > end, 10_000)
    column = f'SELECT "{result.column}" FROM (\n{result.sql}\n)'
    try:
        attributions = _numbers(connection, ATTRIBUTIONS[result.kind].format(column), result.parameters)
        sources = _numbers(connection, column, result.parameters) if result.kind == "source" else []
        return selection(reader, attributions, sources)
    except sqlite3.Error as error:
        slow = getattr(error, "sqlite_errorname", "") == "SQLITE_INTERRUPT"
        reason = "it takes too long; narrow it down" if slow else str(error)
        raise UsageError(f"This cannot be exported: {reason}.") from None
    finally:
        connection.set_progress_handler(None, 0)


def _numbers(connection: sqlite3.Connection, sql: str, parameters: Mapping[str, Any]) -> list[int]:
    return [row[0] for row in connection.execute(sql, parameters) if row[0] is not None]
