"""Sources by citekey: from what people type to ids, and from ids to records, in plain SQL."""

from __future__ import annotations

from onrecord.db.reader import Reader, array
from onrecord.errors import Hint, NotFoundError
from onrecord.model.light import defaultdict
from onrecord.model.records import CreatorRecord, SnapshotRecord, SourceRecord
from onrecord.speakers.queries import speaker_refs

TYPE_CHECKING = False
if TYPE_CHECKING:
    from collections.abc import Iterable
    from typing import Any

    from onrecord.db.sqlite import Row

_AMONG = "IN (SELECT value FROM json_each(?))"


def source_id(reader: Reader, citekey: str) -> int:
    """The source with this citekey, or with this other name; NotFoundError otherwise."""
    found = owner_of(reader, citekey)
    if found is not None:
        return found
    near = reader.column(
        "SELECT citekey FROM sources WHERE instr(lower(citekey), lower(?)) LIMIT 5", (citekey,)
    )
    if near and citekey:
        raise NotFoundError(f"There is no source {citekey!r}. Did you mean {' or '.join(near)}?")
    raise NotFoundError(f"There is no source {citekey!r}.", hint=Hint("list_sources"))


def owner_of(reader: Reader, citekey: str) -> int | None:
    """The source that bears a citekey, as its own or as another name; None: it is free."""
    source = reader.value("SELECT id FROM sources WHERE citekey = ?", (citekey,))
    if source is None:
        source = reader.value("SELECT source_id FROM citekey_aliases WHERE citekey = ?", (citekey,))
    return int(source) if source is not None else None


def sources(reader: Reader) -> list[SourceRecord]:
    """Every source, by citekey."""
    ids = reader.column("SELECT id FROM sources ORDER BY citekey")
    records = source_records(reader, ids)
    return [records[one] for one in ids]


_SOURCES = f"""
SELECT id, citekey, type, title, container_title, publisher, issued, url, archive_url, accessed, language, csl
  FROM sources WHERE id {_AMONG}"""


def source_named(reader: Reader, citekey: str | None) -> SourceRecord | None:
    """The source with this citekey; None for none. NotFoundError: there is no such source."""
    if citekey is None:
        return None
    number = source_id(reader, citekey)
    return source_records(reader, [number])[number]


def source_records(reader: Reader, ids: Iterable[int]) -> dict[int, SourceRecord]:
    """Sources by id, with creators and stored copies."""
    wanted = (array(set(ids)),)
    rows = reader.rows(
        f"SELECT source_id, role, speaker_id, named_as FROM creators WHERE source_id {_AMONG} ORDER BY role, position",
        wanted,
    )
    speakers = speaker_refs(reader, {speaker for _, _, speaker, _ in rows})
    creators: defaultdict[int, list[CreatorRecord]] = defaultdict(list)
    for owner, role, speaker, named_as in rows:
        creators[owner].append(CreatorRecord(role=role, speaker=speakers[speaker], named_as=named_as))
    aliases = grouped(
        reader.rows(
            f"SELECT source_id, citekey FROM citekey_aliases WHERE source_id {_AMONG} ORDER BY id", wanted
        )
    )
    copies: defaultdict[int, list[SnapshotRecord]] = defaultdict(list)
    for owner, captured_at, sha256, media_type, extractor, characters in reader.rows(
        "SELECT source_id, captured_at, sha256, media_type, extractor, length(text) FROM snapshots "
        f"WHERE source_id {_AMONG} ORDER BY id",
        wanted,
    ):
        copies[owner].append(
            SnapshotRecord(
                captured_at=captured_at,
                sha256=sha256,
                media_type=media_type,
                extractor=extractor,
                characters=characters,
            )
        )
    return {
        record["id"]: SourceRecord(
            citekey=record["citekey"],
            type=record["type"],
            title=record["title"],
            container_title=record["container_title"],
            publisher=record["publisher"],
            issued=record["issued"],
            url=record["url"],
            archive_url=record["archive_url"],
            accessed=record["accessed"],
            language=record["language"],
            csl=_csl(record),
            creators=tuple(creators[record["id"]]),
            snapshots=tuple(copies[record["id"]]),
            aliases=tuple([alias for _, alias in aliases[record["id"]]]),
        )
        for record in reader.records(_SOURCES, wanted)
    }


def _csl(source: Row) -> dict[str, object] | None:
    if source["csl"] is None:
        return None
    import json

    held: dict[str, object] | None = json.loads(source["csl"])
    return held


def grouped(rows: Iterable[tuple[Any, ...]]) -> defaultdict[int, list[tuple[Any, ...]]]:
    """Rows by their first column."""
    grouped: defaultdict[int, list[tuple[Any, ...]]] = defaultdict(list)
    for row in rows:
        grouped[row[0]].append(row)
    return grouped


def quotes_of_each(reader: Reader) -> dict[str, int]:
    """How many attributions each source has that has any, by citekey."""
    return dict(
        reader.rows(
            "SELECT citekey, number FROM sources JOIN (SELECT source_id, count(*) AS number FROM attributions "
            "GROUP BY source_id) AS counted ON counted.source_id = sources.id"
        )
    )
