"""A flat copy in SQLite for Datasette and other programs: a row an attribution, labelled, with a full-text index.

Made and kept up by sqlite-utils. An export into a copy that is there changes the rows that differ, adds what is new and
takes away what is no longer exported, in one transaction; whoever reads it meanwhile sees the one state or the other.
"""

from __future__ import annotations

import json
from itertools import chain, islice

from onrecord.db.reports import explaining
from onrecord.db.sqlite import Trouble
from onrecord.errors import ConflictError
from onrecord.outputs.guard import FLAT_COPY
from onrecord.text.clean import one_line
from onrecord.text.locator_forms import format_locator

TYPE_CHECKING = False
if TYPE_CHECKING:
    from collections.abc import Iterable, Iterator
    from typing import Any

    from sqlite_utils import Database
    from sqlite_utils.db import Table

    from onrecord.exchange.selection import Selection
    from onrecord.model.claim_records import ClaimRecord
    from onrecord.model.records import Quote, SourceRecord

    Row = dict[str, Any]

# So many rows are compared at once.
_BATCH = 500
_TEXT, _NUMBER = str, int
_SPEAKERS = {"slug": _TEXT, "name": _TEXT, "kind": _TEXT, "unnamed": _NUMBER}
_SOURCES = dict.fromkeys(("citekey", "type", "title", "authors", "container", "publisher", "issued", "url", "archive_url", "language"), _TEXT)  # fmt: skip
_QUOTES = dict.fromkeys(("ref", "key", "quote", "polarity", "best_known", "speaker", "named_as", "via", "form", "said", "place", "occasion", "medium", "language", "source", "locator", "verified", "checked_at", "accepted_reason", "status", "status_reason", "rank", "rank_reason", "translator", "quoted_from", "tags", "note"), _TEXT)  # fmt: skip
_CLAIMS = {"key": _TEXT, "text": _TEXT, "note": _TEXT}
_STANCES = {"id": _TEXT, "statement": _TEXT, "claim": _TEXT, "stance": _TEXT, "note": _TEXT}
# What is searched, with the column that Datasette shows for a row others point at.
_SEARCHED = {
    "quotes": ("quote", "best_known", "named_as", "note"),
    "sources": ("title", "container", "authors"),
    "speakers": ("name",),
    "claims": ("text",),
}


def update(selection: Selection, path: str) -> None:
    """Brings the copy at `path` to what is selected, or makes it. ConflictError: what is there is no such copy."""
    from sqlite_utils import Database

    with explaining(path):
        database = Database(path, execute_plugins=False)
        try:
            _refuse_other(database, path)
            with database.atomic():
                _tables(database)
                kept = _Kept(database)
                for quotes in selection.statements():
                    kept.quotes(quotes)
                for source, _ in selection.by_source():
                    kept.sources([source])
                for claim in selection.claims():
                    kept.claim(claim)
                kept.finish()
            database.execute("PRAGMA optimize")
        finally:
            database.close()


def _refuse_other(database: Database, path: str) -> None:
    try:
        [(application,)] = database.execute("PRAGMA application_id").fetchall()
    except Trouble:
        application = None
    if application == FLAT_COPY or (application == 0 and not database.table_names()):
        return
    raise ConflictError(f"{one_line(path)} was not made by an export. Name another file.")


def _tables(database: Database) -> None:
    if database.table_names():
        return
    for name, columns, keys in (
        ("speakers", _SPEAKERS, []),
        ("sources", _SOURCES, []),
        ("claims", _CLAIMS, []),
        ("quotes", _QUOTES, [("speaker", "speakers", "slug"), ("source", "sources", "citekey")]),
        ("stances", _STANCES, [("claim", "claims", "key")]),
    ):
        table: Any = database[name]
        table.create(columns, pk=next(iter(columns)), foreign_keys=keys)
    for name, searched in _SEARCHED.items():
        table = database[name]
        table.enable_fts(searched, create_triggers=True, tokenize="unicode61 remove_diacritics 2")
    for column in ("speaker", "source", "key"):
        quotes: Any = database["quotes"]
        quotes.create_index([column])
    database.execute(f"PRAGMA application_id = {FLAT_COPY}")


class _Kept:
    """The rows of one export: what differs is written, what was not named goes at the end."""

    def __init__(self, database: Database) -> None:
        self._database = database
        self._named: dict[str, set[str]] = {name: set() for name in (*_SEARCHED, "stances")}

    def quotes(self, quotes: Iterable[Quote]) -> None:
        quotes = list(quotes)
        people = chain.from_iterable((quote.speaker, *[hop.speaker for hop in quote.via]) for quote in quotes)
        self._put(
            "speakers",
            (
                {
                    "slug": person.slug,
                    "name": person.name,
                    "kind": person.kind,
                    "unnamed": int(person.unnamed),
                }
                for person in dict.fromkeys(people)
            ),
        )
        self.sources([quote.source for quote in quotes])
        self._put("quotes", map(_quote, quotes))

    def sources(self, sources: Iterable[SourceRecord]) -> None:
        self._put("sources", map(_source, sources))

    def claim(self, claim: ClaimRecord) -> None:
        self._put("claims", [{"key": claim.key, "text": claim.text, "note": claim.note}])
        self._put(
            "stances",
            [
                {
                    "id": f"{position.quote.key} {claim.key}",
                    "statement": position.quote.key,
                    "claim": claim.key,
                    "stance": position.stance,
                    "note": position.note,
                }
                for position in claim.positions
            ],
        )

    def finish(self) -> None:
        """Takes away what was not named."""
        for name in ("stances", "quotes", "claims", "sources", "speakers"):
            table: Any = self._database[name]
            [pk] = table.pks
            gone = [row[0] for row in self._database.execute(f"SELECT {pk} FROM {name}")]
            for value in gone:
                if value not in self._named[name]:
                    self._database.execute(f"DELETE FROM {name} WHERE {pk} = ?", [value])

    def _put(self, name: str, rows: Iterable[Row]) -> None:
        table: Any = self._database[name]
        [pk] = table.pks
        for batch in _batches({row[pk]: row for row in rows}.values()):
            known = {row[pk]: row for row in _rows(table, pk, [row[pk] for row in batch])}
            self._named[name].update(row[pk] for row in batch)
            changed = [row for row in batch if known.get(row[pk]) != row]
            if changed:
                table.upsert_all(changed, pk=pk)


def _rows(table: Table, pk: str, values: list[str]) -> Iterator[Row]:
    return table.rows_where(f"{pk} IN (SELECT value FROM json_each(?))", [json.dumps(values)])


def _batches(rows: Iterable[Row]) -> Iterator[list[Row]]:
    left = iter(rows)
    while batch := list(islice(left, _BATCH)):
        yield batch


def _quote(quote: Quote) -> Row:
    row = {
        "ref": quote.ref,
        "quote": quote.shown,
        "speaker": quote.speaker.slug,
        "source": quote.source.citekey,
        "via": "; ".join([hop.named_as or hop.speaker.name for hop in quote.passed_on]),
        "locator": format_locator(quote.locator_label, quote.locator)
        if quote.locator_label and quote.locator
        else None,
        "verified": quote.check_result,
        "translator": quote.translator.name if quote.translator else None,
        "tags": "; ".join(quote.tags),
    }
    return {name: row[name] if name in row else getattr(quote, name) for name in _QUOTES}


def _source(source: SourceRecord) -> Row:
    row = {
        "authors": "; ".join(
            [
                creator.named_as or creator.speaker.name
                for creator in source.creators
                if creator.role == "author"
            ]
        ),
        "container": source.container_title,
    }
    return {name: row[name] if name in row else getattr(source, name) for name in _SOURCES}
