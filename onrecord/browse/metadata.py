"""What Datasette is told about an onrecord database: titles, descriptions, labels, facets, search.

Datasette documents these keys under "Metadata". It changes what it is given, so every call here makes
fresh dictionaries; it asks often, so they are cheap to make.
"""

from collections.abc import Collection, Mapping
from typing import Any

from onrecord.pages.host import TITLE

Json = dict[str, Any]

FACET_SIZE = 8
# The kind of facet that `facets` registers.
FACET_TYPE = "onrecord"

# Written for reading tables; kept for whoever repairs a file, and reachable under "hidden tables". None of them may
# refer to a table that is shown: datasette-graphql follows keys back and finds no type for what is hidden.
HIDDEN = ("alembic_version", "changes", "operations", "sqlite_sequence")

_ATTRIBUTION = {
    "form": "direct (word for word), mixed (partly in quotation marks) or indirect (paraphrased)",
    "polarity": "what the source has the speaker do with the words: asserted, denied, not_said, asked",
    "accepted_reason": "why a person lets a wording pass that verification does not",
    "cue": "the word that carries the attribution: said, according to …",
    "rank": "preferred, normal or deprecated, where several sources report the same statement",
    "status": "sourced, disputed or misattributed",
    "status_reason": "why it is in doubt",
    "check_result": "what comparing the wording with the stored text of the source gave",
}

_TABLES: Mapping[str, Mapping[str, Any]] = {
    "quotes": {
        "title": "Quotes",
        "description": (
            "One row for each time a source reports that somebody said something. "
            "Search looks in the wordings; names, sources and doubts are in the lists to choose from."
        ),
        "facets": ["speaker", "source", "form", "polarity", "status", "check_result"],
        "fts_table": "statements_fts",
        "fts_pk": "statement_id",
        "sortable_columns": [
            "speaker", "via", "said", "said_min", "title", "source", "form", "polarity", "status", "check_result", "id",
        ],
        "columns": {
            "key": "the statement's name; it leads to everything recorded about this occurrence",
            "text": "the wording, as this source has it",
            "speaker": "who said it",
            "via": "through whom it reached the source, nearest to the speaker first",
            "said": "when it was said, as EDTF; empty where nobody says",
            "title": "the source's title; it leads to the published page where there is one",
            "source": "the source's citekey",
            "locator": "where in the source",
            "tags": "what it is filed under",
            **_ATTRIBUTION,
        },
    },
    "attributions": {
        "title": "Attributions",
        "description": "One source reporting that a speaker made a statement: in which form, and where it stands.",
        "facets": ["speaker_id", "source_id", "form", "polarity", "status", "check_result", "language", "medium"],
        "fts_table": "statements_fts",
        "fts_pk": "statement_id",
        "columns": {
            "wording": "the wording in this source; empty where it is that of the statement",
            "exact": "the same, as it is printed",
            "prefix": "what stands before it",
            "suffix": "what stands after it",
            "named_as": "the speaker's name as this source prints it",
            "said": "when, as this source dates it (EDTF)",
            "quoted_from_id": "the attribution this one was taken from",
            **_ATTRIBUTION,
        },
    },
    "statements": {
        "title": "Statements",
        "description": "Something said or written, in its best-known wording; its attributions say by whom.",
        "label_column": "text",
        "fts_table": "statements_fts",
        "columns": {
            "key": "its public name, which never changes",
            "text": "the best-known wording",
            "said": "the best-known date, as EDTF",
            "text_folded": "the words of the wording as the search has them, where these are others",
        },
    },
    "speakers": {
        "title": "Speakers",
        "description": "People, organisations, groups, offices and unnamed sources; authors are speakers too.",
        "label_column": "name",
        "facets": ["kind", "unnamed"],
        "columns": {
            "unnamed": "1: the source gives no name (“a senior official”)",
            "merged_into_id": "the speaker that this one turned out to be",
        },
    },
    "speaker_names": {
        "title": "Names of speakers",
        "description": "Every spelling a speaker is known under. Search finds any of them.",
        "facets": ["kind", "language"],
        "fts_table": "speaker_names_fts",
        "columns": {"name_key": "the name without accents and case, in Latin letters"},
    },
    "sources": {
        "title": "Sources",
        "description": "What a reader can go to: articles, books, interviews, speeches, letters.",
        # The title would read better, and not every source has one.
        "label_column": "citekey",
        "facets": ["type", "language"],
        "fts_table": "sources_fts",
        "columns": {
            "citekey": "its name in citations and on the command line",
            "type": "a type of the Citation Style Language",
            "issued": "when it was published, as EDTF",
            "csl": "what else an imported record says",
        },
    },
    "creators": {
        "title": "Creators",
        "description": "Who made a source, in the order in which it names them.",
        "facets": ["role", "speaker_id"],
    },
    "relays": {
        "title": "Relays",
        "description": "Those between the speaker and the source (“according to …”); hop 1 is nearest to the speaker.",
        "facets": ["speaker_id"],
    },
    "spans": {
        "title": "Places in the stored texts",
        "description": "The stretches of a stored text that a statement stands in; several where it is interrupted.",
        "columns": {
            "start": "the first code point",
            "end": "the code point after the last",
            "quoted": "1: it stands in quotation marks",
        },
    },
    "snapshots": {
        "title": "Snapshots",
        "description": "Stored texts of sources, each as it was on the day it was captured. They never change.",
        "label_column": "captured_at",
        "facets": ["source_id", "media_type"],
        # Whole articles stand in them.
        "size": 10,
        "columns": {
            "sha256": "the digest of the text",
            "original": "the file it was read from, compressed",
            "places": "its own locators (pages, times): from which code point on which",
        },
    },
    "captures": {
        "title": "Captures",
        "description": "That a source was looked at: when, where, and which stored text it had.",
        "facets": ["source_id", "status"],
        "columns": {
            "status": "what the server answered (HTTP)",
            "original_sha256": "the digest of the bytes that came",
            "reason": "why no text was stored",
        },
    },
    "checks": {
        "title": "Checks",
        "description": "What verification found, whenever that was something else than before.",
        "facets": ["outcome"],
    },
    "citekey_aliases": {
        "title": "Further citekeys",
        "description": "Other names that a source goes by, as files that were imported have them.",
    },
    "proposals": {
        "title": "Proposals",
        "description": "What extraction found in stored texts, and what a person decided about it.",
        "facets": ["state", "form", "speaker"],
        "columns": {
            "stretches": "where it stands in the stored text: code points, end exclusive",
            "confidence": "between 0 and 1",
            "attribution_id": "what was recorded when it was accepted",
        },
    },
    "claims": {
        "title": "Claims",
        "description": "Propositions in neutral words, which statements assert, deny or question.",
        "label_column": "text",
    },
    "stances": {
        "title": "Stances",
        "description": "What a statement says of a claim.",
        "facets": ["stance", "claim_id"],
    },
    "claim_links": {
        "title": "Claims and claims",
        "description": "Claims that contradict or support each other.",
        "facets": ["kind"],
    },
    "reviews": {
        "title": "Verdicts",
        "description": "What somebody who examined a claim found.",
        "facets": ["verdict", "reviewer_id"],
        "columns": {"rating": "on the reviewer's own scale, from worst to best"},
    },
    "tags": {"title": "Tags", "description": "Words that statements are filed under.", "label_column": "name"},
    "statement_tags": {
        "title": "Tagged statements",
        "description": "Which statement carries which tag.",
        "facets": ["tag_id"],
    },
    "operations": {
        "title": "History",
        "description": "What was done, when, and by whom.",
        "label_column": "command",
    },
}  # fmt: skip


def for_database() -> Json:
    """The metadata of one onrecord database; `description_html` is for the caller, who knows the addresses."""
    tables: Json = {name: {"hidden": True} for name in HIDDEN}
    for name, table in _TABLES.items():
        tables.setdefault(name, {}).update(table)
        tables[name]["columns"] = dict(table.get("columns", {}))
        if "facets" in table:
            tables[name]["facets"] = [{FACET_TYPE: column} for column in table["facets"]]
            tables[name]["facet_size"] = FACET_SIZE
    return {"title": TITLE, "tables": tables}


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
