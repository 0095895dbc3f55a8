"""What Datasette is told about an onrecord database: titles, descriptions, labels, facets, search.

Datasette documents these keys under "Metadata". It changes what it is given, so every call here makes
fresh dictionaries; it asks often, so they are cheap to make.
"""

from collections.abc import Collection, Mapping
from typing import Any

from onrecord.model.tables import TABLES
from onrecord.pages.host import TITLE

Json = dict[str, Any]

FACET_SIZE = 8
# The kind of facet that `facets` registers.
FACET_TYPE = "onrecord"

# Written for reading tables; kept for whoever repairs a file, and reachable under "hidden tables". None of them may
# refer to a table that is shown: datasette-graphql follows keys back and finds no type for what is hidden.
HIDDEN = (
    "alembic_version", "changes", "history_rows", "operations", "seal_openings", "seals", "snapshots_searched", "sqlite_sequence", "stamps",
)  # fmt: skip

_TABLES: Mapping[str, Mapping[str, Any]] = {
    "quotes": {
        "facets": ["speaker", "source", "form", "polarity", "status", "check_result"],
        "fts_table": "statements_fts",
        "fts_pk": "statement_id",
        "sortable_columns": [
            "speaker", "via", "said", "said_min", "title", "source", "form", "polarity", "status", "check_result", "id",
        ],
        "explained": [
            "key", "text", "speaker", "via", "said", "title", "source", "locator", "tags", "form", "polarity", "accepted_reason", "cue", "rank", "status", "status_reason", "check_result",
        ],
    },
    "attributions": {
        "facets": ["speaker_id", "source_id", "form", "polarity", "status", "check_result", "language", "medium"],
        "fts_table": "statements_fts",
        "fts_pk": "statement_id",
        "explained": [
            "wording", "exact", "prefix", "suffix", "named_as", "said", "quoted_from_id", "form", "polarity", "accepted_reason", "cue", "rank", "status", "status_reason", "check_result",
        ],
    },
    "statements": {
        "label_column": "text",
        "fts_table": "statements_fts",
        "explained": ["key", "text", "said", "text_folded"],
    },
    "speakers": {
        "label_column": "name",
        "facets": ["kind", "unnamed"],
        "explained": ["unnamed", "merged_into_id"],
    },
    "speaker_names": {
        "facets": ["kind", "language"],
        "fts_table": "speaker_names_fts",
        "explained": ["name_key"],
    },
    "sources": {
        # The title would read better, and not every source has one.
        "label_column": "citekey",
        "facets": ["type", "language"],
        "fts_table": "sources_fts",
        "explained": ["citekey", "type", "issued", "csl"],
    },
    "creators": {
        "facets": ["role", "speaker_id"],
    },
    "relays": {
        "facets": ["speaker_id"],
    },
    "spans": {
        "explained": ["start", "end", "quoted"],
    },
    "snapshots": {
        "label_column": "captured_at",
        "facets": ["source_id", "media_type"],
        # Whole articles stand in them.
        "size": 10,
        "explained": ["sha256", "original", "places"],
    },
    "captures": {
        "facets": ["source_id", "status"],
        "explained": ["status", "original_sha256", "reason"],
    },
    "checks": {"facets": ["outcome"]},
    "citekey_aliases": {},
    "proposals": {
        "facets": ["state", "form", "speaker"],
        "explained": ["stretches", "confidence", "attribution_id"],
    },
    "claims": {
        "label_column": "text",
    },
    "stances": {
        "facets": ["stance", "claim_id"],
    },
    "claim_links": {
        "facets": ["kind"],
    },
    "judgements": {
        "facets": ["judgement"],
    },
    "decisions": {
        "facets": ["about", "decision"],
    },
    "offices": {
        "label_column": "title",
        "explained": ["since", "until", "source_id"],
    },
    "statement_links": {
        "facets": ["kind"],
    },
    "reviews": {
        "facets": ["verdict", "reviewer_id"],
        "explained": ["rating"],
    },
    "tags": {"label_column": "name"},
    "statement_tags": {
        "facets": ["tag_id"],
    },
    "operations": {
        "label_column": "command",
    },
}  # fmt: skip


def for_database() -> Json:
    """The metadata of one onrecord database; `description_html` is for the caller, who knows the addresses."""
    tables: Json = {name: {"hidden": True} for name in HIDDEN}
    for name, table in _TABLES.items():
        words = TABLES[name]
        tables.setdefault(name, {}).update(
            table,
            title=words.title,
            description=words.description,
            columns={column: words.columns[column] for column in table.get("explained", ())},
        )
        tables[name].pop("explained", None)
        tables[name].update(_facets(table))
    return {"title": TITLE, "tables": tables}


def of_tables() -> Json:
    """What Datasette looks at where it asks for the tables of a database alone: their facets, and who may see them, which is said nowhere."""
    return {"tables": {name: _facets(table) for name, table in _TABLES.items() if "facets" in table}}


def _facets(table: Mapping[str, Any]) -> Json:
    if "facets" not in table:
        return {}
    return {"facets": [{FACET_TYPE: column} for column in table["facets"]], "facet_size": FACET_SIZE}


def fulltext_tables(names: Collection[str]) -> list[str]:
    """The full-text indexes that Datasette searches the tables `names` by."""
    return sorted(
        {table["fts_table"] for name, table in _TABLES.items() if name in names and "fts_table" in table}
    )


def searched_views(names: Collection[str]) -> list[str]:
    """The views through which these indexes read the texts of their tables."""
    return [f"{index.removesuffix('_fts')}_searched" for index in fulltext_tables(names)]


def settings(*, public: bool) -> Json:
    """Datasette's settings for `onrecord browse`; `public` is true where others than this computer can ask."""
    return {
        "default_page_size": 50,
        "max_returned_rows": 1000,
        "sql_time_limit_ms": 2000,
        "facet_time_limit_ms": 300,
        # Suggesting tries every column of every page, and the useful ones are set already.
        "suggest_facets": False,
        # What was recorded a moment ago must be there on reload.
        "default_cache_ttl": 0,
        "allow_download": False,
        "default_allow_sql": not public,
    }
