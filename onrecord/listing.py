"""Everything of a kind, read: how many there are, all sources, speakers, tags, operations."""

from __future__ import annotations

from onrecord import finding, people
from onrecord.db.reader import Reader
from onrecord.model.records import SourceRecord, SpeakerRecord

COUNTED = (
    "statements", "attributions", "speakers", "sources", "snapshots", "proposals", "claims", "operations",
)  # fmt: skip


def counts(reader: Reader) -> dict[str, int]:
    """The number of rows of each table that people think in."""
    return {table: int(reader.value(f"SELECT count(*) FROM {table}")) for table in COUNTED}


def sources(reader: Reader) -> list[SourceRecord]:
    """Every source, by citekey."""
    ids = reader.column("SELECT id FROM sources ORDER BY citekey")
    records = finding.source_records(reader, ids)
    return [records[one] for one in ids]


def speakers(reader: Reader) -> list[SpeakerRecord]:
    """Every unmerged speaker, by slug, with the names and statements of those merged into them."""
    names, labels = people.all_names(reader)
    statements = dict(
        reader.rows(
            "SELECT coalesce(sp.merged_into_id, sp.id), count(DISTINCT a.statement_id) FROM attributions AS a "
            "JOIN speakers AS sp ON sp.id = a.speaker_id GROUP BY 1"
        )
    )
    return [
        SpeakerRecord(
            slug=slug,
            name=name,
            family=family,
            given=given,
            kind=kind,
            unnamed=bool(unnamed),
            description=description,
            wikidata_id=item,
            merged_into=None,
            names=tuple(names.get(one, ())),
            labels=tuple(labels.get(one, ())),
            statements=statements.get(one, 0),
        )
        for one, slug, name, family, given, kind, unnamed, description, item in reader.rows(
            "SELECT id, slug, name, family, given, kind, unnamed, description, wikidata_id FROM speakers "
            "WHERE merged_into_id IS NULL ORDER BY slug"
        )
    ]


def tags(reader: Reader) -> list[tuple[str, int]]:
    """Every tag with the number of statements that carry it."""
    return reader.rows(
        "SELECT tags.name, count(statement_tags.id) FROM tags "
        "LEFT JOIN statement_tags ON statement_tags.tag_id = tags.id GROUP BY tags.id ORDER BY tags.name"
    )
