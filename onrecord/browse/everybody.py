"""What everybody may see of a database (`onrecord browse --public`): a list of what is shown, and nothing else is.

Three walls, each of which would do: addresses and parameters that are not on the list are answered by nobody (`door`);
Datasette is told that it may show these tables alone; and SQLite refuses its connections every other one.
"""

import re
import sqlite3
from collections.abc import Callable, Collection, Iterable
from urllib.parse import parse_qsl

from datasette.utils import tilde_encode

from onrecord.browse import versions
from onrecord.browse.metadata import Json, fulltext_tables, searched_views
from onrecord.pages import links
from onrecord.pages.exports import EXPORTS
from onrecord.text.patterns import lazy

# The tables and views of the reading room. Not among them: stored texts and what is known of places in them, what
# extraction proposes, and the history, which has names of people and the commands that they typed.
TABLES = frozenset(
    (
        "quotes", "attributions", "statements", "speakers", "speaker_names", "sources", "creators", "relays", "offices",
        "claims", "claim_links", "statement_links", "stances", "reviews", "tags", "statement_tags",
    )
)  # fmt: skip
# A view has no rows with a page of their own.
_VIEWS = frozenset(("quotes",))
# SQLite's own list of what is there, without which Datasette knows no table, and the elements of an array.
_BUILT_IN = frozenset(("sqlite_master", "sqlite_schema", "json_each"))
_FORMATS = ("json", "csv", *EXPORTS)
# What Datasette may be asked about a table. Left out are those that reach beyond it (SQL in `_where`, other tables in
# `_through` and `_fts_table`), that show how an answer was found (`_trace`, `_extra`), or that change its format (`_format`).
_PARAMETERS = frozenset(
    (
        "_search", "_sort", "_sort_desc", "_sort_by_desc", "_next", "_size", "_col", "_nocol", "_facet", "_facet_size", "_nofacet", "_nosuggest", "_nocount", "_labels", "_label", "_shape", "_nl", "_json",
        "_json_infinity", "_stream", "_dl", "_header", "_ttl",
    )
)  # fmt: skip
_NAMED_PARAMETER = lazy(r"_search_\w+|_filter_(?:column|op|value)(?:_\d+)?")

_NO_PAGE = (404, "There is no such page in this reading room.")
_NOT_ASKED = (403, "This reading room does not answer that about its pages.")


def rules(names: Iterable[str]) -> Json:
    """Datasette's metadata of a database with the tables and views `names`: who may see which of them."""
    shown = TABLES | frozenset(fulltext_tables(TABLES))
    if versions.IS_1:
        # It searches only by an index that may be seen, which is one whose texts may be.
        shown |= frozenset(searched_views(TABLES))
    return {"tables": {name: {"allow": False} for name in names if name not in shown}}


def authorizer() -> Callable[[int, str | None, str | None, str | None, str | None], int]:
    """What SQLite asks before it runs a statement (`sqlite3.Connection.set_authorizer`): may this table be read?

    The connection cannot write to begin with.
    """
    indexes = tuple(fulltext_tables(TABLES))
    readable = TABLES | _BUILT_IN | frozenset((*indexes, *searched_views(TABLES)))
    # Where FTS5 keeps its words; and its version, which it looks at when it is asked for its columns.
    inside = tuple(f"{name}_" for name in indexes)

    def allowed(
        action: int, name: str | None, column: str | None, database: str | None, inner: str | None
    ) -> int:
        if action == sqlite3.SQLITE_ATTACH:
            return sqlite3.SQLITE_DENY
        table = (name or "").lower()
        # "" is no table: count(*) of a subquery.
        may = not table or table in readable or table.startswith(inside) or table.endswith("_config")
        return sqlite3.SQLITE_OK if may or action != sqlite3.SQLITE_READ else sqlite3.SQLITE_DENY

    return allowed


class Shown:
    """The addresses that are answered about the database that Datasette calls `name`."""

    def __init__(self, name: str) -> None:
        base = re.escape(f"/{tilde_encode(name)}")
        formats, exports = "|".join(_FORMATS), "|".join(EXPORTS)
        tables, rows = _either(TABLES), _either(TABLES - _VIEWS)
        self._pages = re.compile(
            rf"/|{links.HOME}|{links.SEARCH}(?:\.(?:{exports}))?|{links.STYLES}"
            r"|/-/(?:quote|cite|source|speaker|claim)/[^/]+"
            rf"|{base}(?:\.json)?"
        )
        self._files = re.compile(r"/favicon\.ico|/-/static(?:-plugins/onrecord)?/[^/]+")
        self._tables = re.compile(rf"{base}/(?:{tables}|(?:{rows})/[0-9]+)(?:\.(?:{formats}))?")

    def refusal(self, path: str, query: str) -> tuple[int, str] | None:
        """Why `path` (as it was sent, without `query`) is not answered: a status, and a sentence; None: it is."""
        asked = [name for name, _ in parse_qsl(query, keep_blank_values=True)]
        if not path.isascii():
            return _NO_PAGE
        if self._files.fullmatch(path):
            return None
        if self._tables.fullmatch(path):
            wrong = [one for one in asked if not _may_be_asked(one)]
        elif self._pages.fullmatch(path):
            wrong = [one for one in asked if one.startswith("_") or one == "sql"]
        else:
            return _NO_PAGE
        return _NOT_ASKED if wrong else None


def _may_be_asked(parameter: str) -> bool:
    if parameter == "sql":
        return False
    # Datasette takes what begins so, and has no comparison in it, for an instruction.
    if parameter.startswith("_"):
        return parameter in _PARAMETERS or _NAMED_PARAMETER.fullmatch(parameter) is not None
    return True


def _either(names: Collection[str]) -> str:
    return "|".join(sorted(names))
