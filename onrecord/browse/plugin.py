"""The hooks that Datasette calls. They answer for onrecord's databases and leave every other one alone."""

import asyncio
import sqlite3
from collections.abc import Awaitable, Callable
from pathlib import Path
from typing import Any

from datasette import hookimpl
from markupsafe import Markup

from onrecord.browse import cells, csv_guard, metadata, recognise, routes, safety, table_exports, versions
from onrecord.browse.facets import ReadableFacet
from onrecord.browse.fulltext import match_expression
from onrecord.browse.host import STATIC, addresses
from onrecord.browse.welcome import welcome_html
from onrecord.db.store import reading
from onrecord.model.polarities import marked
from onrecord.pages import links
from onrecord.pages.doubts import BAD, DOUBTFUL
from onrecord.pages.host import TITLE

STYLE = f"{STATIC}/onrecord.css"


@hookimpl  # type: ignore[untyped-decorator]
def get_metadata(datasette: Any, key: str | None) -> metadata.Json:
    """Titles, descriptions, labels, facets and search of onrecord's databases; Datasette 0.65 asks for them.

    For `tables` it asks dozens of times a page, to see whether a table may be shown, and copies all that it is given: it gets what it
    looks at then.
    """
    if key == "tables":
        return {"databases": {name: metadata.of_tables() for name in recognise.ours(datasette)}}
    return _described(datasette)


def _described(datasette: Any) -> metadata.Json:
    names = recognise.ours(datasette)
    described: metadata.Json = {"databases": {}}
    for name in names:
        described["databases"][name] = {
            **metadata.for_database(),
            "description_html": welcome_html(
                datasette.urls.database(name),
                datasette.urls.path(links.SEARCH),
                name if len(names) > 1 else None,
            ),
        }
    if len(names) == 1 and recognise.all_ours(datasette):
        described["title"] = TITLE
        described["description_html"] = described["databases"][names[0]]["description_html"]
    return described


@hookimpl  # type: ignore[untyped-decorator]
def startup(datasette: Any) -> Awaitable[None] | None:
    """Puts the metadata where Datasette 1.0 looks for it."""
    return versions.describe(datasette, _described(datasette)) if versions.IS_1 else None


@hookimpl  # type: ignore[untyped-decorator]
def extra_css_urls(datasette: Any, database: str | None) -> list[str]:
    """The style sheet, on the pages of onrecord's databases."""
    wanted = recognise.is_ours(datasette, database) if database else recognise.all_ours(datasette)
    return [STYLE] if wanted else []


@hookimpl(trylast=True)  # type: ignore[untyped-decorator]
def register_routes() -> list[tuple[str, Any]]:
    """The pages of onrecord's own. Of two plugins with the same address the other one keeps it."""
    return routes.routes()


@hookimpl  # type: ignore[untyped-decorator]
def register_output_renderer() -> list[dict[str, Any]]:
    """The files that tables, views and queries with statements are to be had as."""
    return table_exports.registered()


@hookimpl  # type: ignore[untyped-decorator]
def asgi_wrapper(datasette: Any) -> Callable[[csv_guard.Application], csv_guard.Application]:
    """What Datasette has no hook for, on its way out."""
    return lambda app: safety.guarded(csv_guard.guarded(app, datasette), datasette)


@hookimpl  # type: ignore[untyped-decorator]
def prepare_jinja2_environment(env: Any) -> None:
    """Datasette's own scripts run under our content security policy, and no others."""
    safety.prepare(env)


@hookimpl  # type: ignore[untyped-decorator]
def register_facet_classes() -> list[type[ReadableFacet]]:
    """The kind of facet that the metadata asks for."""
    return [ReadableFacet]


@hookimpl(trylast=True)  # type: ignore[untyped-decorator]
def prepare_connection(conn: sqlite3.Connection, database: str, datasette: Any) -> None:
    """Datasette passes what people search for through `escape_fts`; its own lets some input fail."""
    # trylast: after Datasette's own, which it replaces.
    if recognise.is_ours(datasette, database):
        conn.create_function("escape_fts", 1, match_expression, deterministic=True)


@hookimpl(optionalhook=True)  # type: ignore[untyped-decorator]
def register_mcp_tools(datasette: Any, mcp: Any) -> None:
    """The tools of `onrecord mcp`, where datasette-mcp is installed and asks for them."""
    from onrecord.browse import assistants

    assistants.offer(datasette, mcp)


@hookimpl  # type: ignore[untyped-decorator]
def render_cell(
    row: Any, value: Any, column: str, table: str | None, database: str, datasette: Any
) -> Markup | Awaitable[Markup | None] | None:
    """A value as safe HTML; None leaves it to Datasette, which escapes it."""
    if not recognise.is_ours(datasette, database):
        return None
    if isinstance(value, dict):  # a foreign key that Datasette has looked up already
        return _reference(datasette, database, table, column, value["value"], value["label"], row)
    if isinstance(value, int) and column.endswith("_id") and table:
        return _reference(datasette, database, table, column, value, None, row)
    if isinstance(value, str) and value:
        address = addresses(datasette, database)
        if (table, column) == ("statements", "text") and "id" in row.keys():  # noqa: SIM118 (a sqlite3.Row)
            return _statement(datasette.databases[database], dict(row))
        if column in cells.WORDINGS.get(table or "", ()) and dict(row).get("check_result") == "drifted":
            return _wording(datasette.databases[database], value, dict(row))
        return cells.cell_html(value, column, table, dict(row), address)
    return None


_SEEN = """
SELECT max(captures.captured_at) FROM captures JOIN attributions AS a
    ON captures.source_id = a.source_id AND captures.snapshot_id = a.snapshot_id WHERE a.id = ?"""
# Of the attributions of a statement the one with the fewest doubts: what its own wording stands on.
_LEAST_DOUBTED = f"""
SELECT a.id, a.status, a.status_reason, a.rank, a.rank_reason, a.check_result, a.accepted_reason
  FROM attributions AS a WHERE a.statement_id = ?
 ORDER BY a.polarity <> 'asserted', a.status <> 'sourced', a.rank = 'deprecated',
       coalesce(a.check_result IN ({", ".join(f"'{one}'" for one in (*BAD, *DOUBTFUL))}), 0),
       a.accepted_reason IS NOT NULL, a.id
 LIMIT 1"""


async def _reference(
    datasette: Any, database: str, table: str | None, column: str, row_id: int, label: str | None, row: Any
) -> Markup | None:
    """A foreign key as a link that shows the label of the row it points at."""
    db = datasette.databases[database]
    targets = [
        key["other_table"] for key in await db.foreign_keys_for_table(table) if key["column"] == column
    ]
    if not targets:
        return None
    if label is None:  # pages of one row come without labels
        found = await datasette.expand_foreign_keys(database, table, column, [row_id])
        label = found.get((column, row_id))
    shown = str(label or row_id)
    if label is not None and targets[0] == "statements":
        own = dict(row).get("polarity") if table == "attributions" else None
        shown = marked(shown, own or await _polarity(db, row_id))
    return cells.label_html(datasette.urls.row(database, targets[0], row_id), shown)


async def _statement(db: Any, row: dict[str, Any]) -> Markup:
    """A wording in the table of statements, where it stands without the attributions that may deny it."""
    rows = await db.execute(_LEAST_DOUBTED, (row["id"],))
    doubts = dict(rows.first()) if rows.first() else {}
    return await _wording(db, str(row["text"]), {**doubts, "polarity": await _polarity(db, row["id"])})


async def _wording(db: Any, wording: str, row: dict[str, Any]) -> Markup:
    """A wording; one that its source has no more with the day of the copy that has it. `row` has the attribution."""
    if row.get("check_result") == "drifted" and db.path:
        row["seen"] = await asyncio.to_thread(_seen, db.path, row.get("id"))
    return cells.wording_html(wording, row)


def _seen(path: str, attribution: int | None) -> str | None:
    # A reader of ours, as for the pages: the tables of a public reading room are closed to Datasette's connections.
    with reading(Path(path)) as reader:
        [(seen,)] = reader.rows(_SEEN, (attribution,))
    return str(seen) if seen else None


async def _polarity(db: Any, statement: int) -> str:
    """What its sources have the speakers do with a statement: asserted where one of them asserts it."""
    rows = await db.execute(
        "SELECT polarity FROM attributions WHERE statement_id = ? ORDER BY polarity <> 'asserted', id LIMIT 1",
        (statement,),
    )
    return str(rows.first()[0]) if rows.first() else "asserted"
