"""The sources of a database."""

from __future__ import annotations

from typing import TYPE_CHECKING

from onrecord.api.noun import Noun, changes, checked, several
from onrecord.api.texts import document
from onrecord.sources import captures, queries
from onrecord.sources.add import SourceFields, add_source
from onrecord.sources.copies import add_snapshot
from onrecord.sources.correct import Corrections, correct_source
from onrecord.statements.judge import judge_source
from onrecord.statements.marks import compare_copies

if TYPE_CHECKING:
    from collections.abc import Sequence

    from onrecord.api.texts import Readable
    from onrecord.model.records import SourceRecord
    from onrecord.search.texts import Found
    from onrecord.sources.add import AddedSource
    from onrecord.sources.captures import CaptureRecord, Copy
    from onrecord.sources.copies import AddedCopy
    from onrecord.statements.marks import Comparison


class Sources(Noun):
    """What statements stand in. A source is named by its citekey; its stored copies never change."""

    correct = changes("correct", Corrections, correct_source)

    def all(self) -> list[SourceRecord]:
        """Every source, by citekey."""
        with self._database.reader() as reader:
            return queries.sources(reader)

    def get(self, citekey: str) -> SourceRecord:
        """A source with its creators and stored copies. NotFoundError."""
        with self._database.reader() as reader:
            number = queries.source_id(reader, citekey)
            return queries.source_records(reader, [number])[number]

    def search(
        self,
        words: str,
        *,
        sources: Sequence[str] = (),
        since: str | None = None,
        until: str | None = None,
        languages: Sequence[str] = (),
        sort: str = "relevance",
        limit: int = 20,
        offset: int = 0,
    ) -> Found:
        """The passages of stored texts with all `words`, recorded or not: a page of them, and the number of all.

        `sources` are citekeys; `since` and `until` (EDTF) are about the day on which a source was published.
        """
        from onrecord.search import texts

        narrowed = texts.Filters(
            source=several("sources", sources),
            since=since,
            until=until,
            language=several("languages", languages),
        )
        with self._database.reader() as reader:
            return texts.search(reader, words, narrowed, sort=sort, limit=limit, offset=offset)

    def add(self, readable: Readable | None = None, fields: SourceFields | None = None) -> AddedSource:
        """Adds a source. `readable` is a file, a web address or a `Document`: its text is stored, and what it states of itself
        is filled in; `fields` win over that. Where the source is there already nothing is added, and `because` says so.
        """
        read, fetched = document(readable) if readable is not None else (None, False)
        with self._database.writer("python: add source") as store:
            return add_source(store, checked(fields or SourceFields()), read, fetched=fetched)

    def add_copy(
        self,
        citekey: str,
        readable: Readable,
        *,
        captured: str | None = None,
        archive_url: str | None = None,
    ) -> AddedCopy:
        """Stores what a source said when it was `captured` (a day or a time in UTC; by default now).

        Where that is its newest text, its statements are checked against it at once: `Database.verify` tells which drifted.
        """
        read, _ = document(readable)
        with self._database.writer(f"python: add snapshot {citekey}") as store:
            added = add_snapshot(store, citekey, read, captured=captured, archive_url=archive_url)
            if added.captured and added.number == captures.copy(store, citekey).number:
                judge_source(store, citekey)
            return added

    def copy(self, citekey: str, number: int | None = None) -> Copy:
        """A stored copy with its text, by default the newest."""
        with self._database.reader() as reader:
            return captures.copy(reader, citekey, number)

    def captures(self, citekey: str) -> tuple[CaptureRecord, ...]:
        """Every time that somebody looked at the source, and which copy it was."""
        with self._database.reader() as reader:
            return captures.captures(reader, citekey)

    def compare(self, citekey: str, old: int | None = None, new: int | None = None) -> Comparison:
        """What changed from one stored copy to another, and the statements concerned; by default the last change."""
        with self._database.reader() as reader:
            return compare_copies(reader, citekey, old, new)
