"""From the names that people type to rows, and from rows to records.

A statement is named by its key, or by an unambiguous beginning of it (as git does with commits); one of its
attributions by KEY@CITEKEY, or KEY@CITEKEY.2 where a source gives the statement twice; a source by its citekey.
"""

import re
from collections import defaultdict
from collections.abc import Iterable, Sequence
from typing import Any

from sqlalchemy import RowMapping, Select, case, func, select
from sqlalchemy.orm import Session, aliased

from onrecord.db.models import (
    Attribution,
    Creator,
    Relay,
    Snapshot,
    Source,
    Span,
    Speaker,
    Statement,
    StatementTag,
    Tag,
)
from onrecord.errors import AmbiguousError, NotFoundError
from onrecord.records import (
    CreatorRecord,
    Quote,
    RelayRecord,
    SnapshotRecord,
    SourceRecord,
    SpanRecord,
    SpeakerRef,
)

# SQLite takes at most 32,766 parameters in one statement.
CHUNK = 10_000
SHORTEST_ABBREVIATION = 4

# Made once: SQLAlchemy compiles what it has seen before from its cache, and an alias made anew is never that.
_RESOLVED = aliased(Speaker)
_TWIN = aliased(Attribution)
_EARLIER_THERE = (
    select(func.count())
    .where(
        _TWIN.statement_id == Attribution.statement_id,
        _TWIN.source_id == Attribution.source_id,
        _TWIN.id < Attribution.id,
    )
    .scalar_subquery()
)
_QUOTED = (
    select(
        *Attribution.__table__.columns,
        Statement.key,
        Statement.text,
        Statement.said.label("statement_said"),
        Statement.place,
        Statement.occasion,
        Statement.medium,
        Statement.language,
        Statement.note,
        Snapshot.sha256,
    )
    .join(Statement, Statement.id == Attribution.statement_id)
    .outerjoin(Snapshot, Snapshot.id == Attribution.snapshot_id)
)
_RELAYS = select(*Relay.__table__.columns).order_by(Relay.hop)
_SPANS = select(*Span.__table__.columns).order_by(Span.position)

# Of the attributions of a statement, joined with their sources: the one to cite comes first.
CITING_ORDER = (
    case((Attribution.rank == "preferred", 0), (Attribution.rank == "normal", 1), else_=2),
    func.coalesce(Attribution.said_min, Source.issued_min, Source.issued_max).asc().nulls_last(),
    Attribution.id,
)


# --- names to rows ---------------------------------------------------------------------------------------------


def source(session: Session, citekey: str) -> Source:
    """The source with this citekey; NotFoundError otherwise."""
    found = session.scalars(select(Source).where(Source.citekey == citekey)).one_or_none()
    if found is None:
        near = session.scalars(
            select(Source.citekey).where(Source.citekey.contains(citekey, autoescape=True)).limit(5)
        ).all()
        hint = f" Did you mean {' or '.join(near)}?" if near else " See: onrecord list sources"
        raise NotFoundError(f"There is no source {citekey!r}.{hint}")
    return found


def statement(session: Session, key: str) -> Statement:
    """The statement that `key` names or abbreviates; NotFoundError or AmbiguousError otherwise."""
    wanted = key.lower()
    found = session.scalars(select(Statement).where(Statement.key == wanted)).one_or_none()
    if found is not None:
        return found
    if len(wanted) < SHORTEST_ABBREVIATION or not re.fullmatch("[a-z2-7]+", wanted):
        raise NotFoundError(
            f"There is no statement {key!r}. A key may be abbreviated to {SHORTEST_ABBREVIATION} letters; "
            "find keys with: onrecord search"
        )
    several = session.scalars(
        select(Statement)
        .where(Statement.key >= wanted, Statement.key < wanted + "\uffff")
        .order_by(Statement.key)
        .limit(6)
    ).all()
    if not several:
        raise NotFoundError(f"There is no statement {key!r}. Find keys with: onrecord search")
    if len(several) > 1:
        raise AmbiguousError(
            f"{key!r} abbreviates several keys. Write one more letter.", [one.key for one in several]
        )
    return several[0]


def attribution_ids(session: Session, reference: str) -> list[int]:
    """The attributions that KEY, KEY@CITEKEY or KEY@CITEKEY.2 names, the one to cite first.

    That is the preferred one, else the earliest: by its own date, its source's, the order of recording.
    """
    key, _, place = reference.partition("@")
    named = statement(session, key)
    ids = list(session.scalars(_in_citing_order(named.id)))
    if not place:
        return ids
    citekey, ordinal = split_ordinal(place)
    here = source(session, citekey)
    among = list(
        session.scalars(
            select(Attribution.id)
            .where(Attribution.statement_id == named.id, Attribution.source_id == here.id)
            .order_by(Attribution.id)
        )
    )
    if not among:
        raise NotFoundError(f"{named.key} has no attribution in {citekey}. See: onrecord show {named.key}")
    if ordinal is None:
        return [found for found in ids if found in among]
    if not 1 <= ordinal <= len(among):
        raise NotFoundError(f"{named.key} has {len(among)} attributions in {citekey}, no number {ordinal}.")
    return [among[ordinal - 1]]


def split_ordinal(place: str) -> tuple[str, int | None]:
    """CITEKEY.2 as (CITEKEY, 2); a citekey never ends in a dot and digits."""
    match = re.fullmatch(r"(.+)\.(\d{1,6})", place)
    return (match[1], int(match[2])) if match else (place, None)


def one_attribution(session: Session, reference: str) -> Attribution:
    """The one attribution that `reference` names; AmbiguousError where a KEY has several."""
    ids = attribution_ids(session, reference)
    if len(ids) != 1:
        raise AmbiguousError(
            f"{reference} has {len(ids)} attributions. Name one.",
            [quote.ref for quote in quotes(session, ids)],
        )
    return session.get_one(Attribution, ids[0])


def _in_citing_order(statement_id: int) -> Select[int]:
    return (
        select(Attribution.id)
        .join(Source, Source.id == Attribution.source_id)
        .where(Attribution.statement_id == statement_id)
        .order_by(*CITING_ORDER)
    )


def newest_snapshot(session: Session, source_id: int) -> Snapshot | None:
    """The latest stored copy of a source."""
    return session.scalars(
        select(Snapshot).where(Snapshot.source_id == source_id).order_by(Snapshot.id.desc()).limit(1)
    ).one_or_none()


# --- rows to records -------------------------------------------------------------------------------------------


def quotes(session: Session, ids: Sequence[int]) -> list[Quote]:
    """The records of the attributions with these ids, in this order; unknown ids are left out."""
    records: dict[int, Quote] = {}
    for first in range(0, len(ids), CHUNK):
        records.update(_quotes(session, ids[first : first + CHUNK]))
    return [records[one] for one in ids if one in records]


def _quotes(session: Session, ids: Sequence[int]) -> dict[int, Quote]:
    # Columns, not objects: a library is exported whole, and an object for every row takes as long as all the rest.
    attributions = session.execute(_QUOTED.where(Attribution.id.in_(ids))).all()
    relays = _grouped(session, _RELAYS.where(Relay.attribution_id.in_(ids)))
    spans = _grouped(session, _SPANS.where(Span.attribution_id.in_(ids)))
    hops = [relay for several in relays.values() for relay in several]
    sources = source_records(
        session,
        {one.source_id for one in attributions}
        | {hop.cited_source_id for hop in hops if hop.cited_source_id},
    )
    speakers = speaker_refs(
        session,
        {one.speaker_id for one in attributions}
        | {one.translator_id for one in attributions if one.translator_id}
        | {hop.speaker_id for hop in hops},
    )
    origins = [one.quoted_from_id for one in attributions if one.quoted_from_id]
    refs = references(session, [*ids, *origins])
    tags = tags_of(session, {one.statement_id for one in attributions})
    return {
        one.id: Quote(
            key=one.key,
            ref=refs[one.id],
            text=one.text,
            speaker=speakers[one.speaker_id],
            form=one.form,
            source=sources[one.source_id],
            via=tuple(
                RelayRecord(
                    speaker=speakers[hop.speaker_id],
                    named_as=hop.named_as,
                    cue=hop.cue,
                    cited_source=sources[hop.cited_source_id] if hop.cited_source_id else None,
                )
                for hop in relays[one.id]
            ),
            exact=one.exact,
            prefix=one.prefix,
            suffix=one.suffix,
            locator_label=one.locator_label,
            locator=one.locator,
            named_as=one.named_as,
            cue=one.cue,
            said=one.said or one.statement_said,
            said_basis=one.said_basis,
            place=one.place,
            occasion=one.occasion,
            medium=one.medium,
            language=one.language,
            note=one.note,
            tags=tags[one.statement_id],
            status=one.status,
            status_reason=one.status_reason,
            rank=one.rank,
            rank_reason=one.rank_reason,
            check_result=one.check_result,
            checked_at=one.checked_at,
            translator=speakers[one.translator_id] if one.translator_id else None,
            quoted_from=refs[one.quoted_from_id] if one.quoted_from_id else None,
            page_index=one.page_index,
            spans=tuple(SpanRecord(start=s.start, end=s.end, quoted=s.quoted) for s in spans[one.id]),
            snapshot=one.sha256,
        )
        for one in attributions
    }


def _grouped(session: Session, query: Select[Any]) -> defaultdict[int, list[Any]]:
    grouped: defaultdict[int, list[Any]] = defaultdict(list)
    for row in session.execute(query):
        grouped[row.attribution_id].append(row)
    return grouped


def references(session: Session, ids: Sequence[int]) -> dict[int, str]:
    """KEY@CITEKEY of each attribution, with its number where the source gives the statement twice."""
    rows = session.execute(
        select(Attribution.id, Statement.key, Source.citekey, _EARLIER_THERE)
        .join(Statement, Statement.id == Attribution.statement_id)
        .join(Source, Source.id == Attribution.source_id)
        .where(Attribution.id.in_(ids))
    )
    return {
        one: f"{key}@{citekey}" + (f".{earlier + 1}" if earlier else "")
        for one, key, citekey, earlier in rows
    }


def speaker_refs(session: Session, ids: Iterable[int]) -> dict[int, SpeakerRef]:
    """Speakers by id, each resolved to the one it was merged into."""
    rows = session.execute(
        select(
            Speaker.id,
            _RESOLVED.slug,
            _RESOLVED.name,
            _RESOLVED.kind,
            _RESOLVED.unnamed,
            _RESOLVED.family,
            _RESOLVED.given,
        )
        .join(_RESOLVED, _RESOLVED.id == func.coalesce(Speaker.merged_into_id, Speaker.id))
        .where(Speaker.id.in_(set(ids)))
    ).mappings()
    return {row["id"]: _speaker_ref(row) for row in rows}


def _speaker_ref(row: RowMapping) -> SpeakerRef:
    return SpeakerRef(
        slug=row["slug"],
        name=row["name"],
        kind=row["kind"],
        unnamed=bool(row["unnamed"]),
        family=row["family"],
        given=row["given"],
    )


def tags_of(session: Session, statement_ids: Iterable[int]) -> defaultdict[int, tuple[str, ...]]:
    """The tags of each statement, in alphabetical order."""
    tags: defaultdict[int, tuple[str, ...]] = defaultdict(tuple)
    rows = session.execute(
        select(StatementTag.statement_id, Tag.name)
        .join(Tag, Tag.id == StatementTag.tag_id)
        .where(StatementTag.statement_id.in_(set(statement_ids)))
        .order_by(Tag.name)
    )
    for owner, name in rows:
        tags[owner] += (name,)
    return tags


def source_records(session: Session, ids: Iterable[int]) -> dict[int, SourceRecord]:
    """Sources by id, with creators and stored copies."""
    wanted = set(ids)
    made = session.scalars(
        select(Creator).where(Creator.source_id.in_(wanted)).order_by(Creator.role, Creator.position)
    ).all()
    speakers = speaker_refs(session, {creator.speaker_id for creator in made})
    creators: defaultdict[int, list[CreatorRecord]] = defaultdict(list)
    for creator in made:
        creators[creator.source_id].append(
            CreatorRecord(role=creator.role, speaker=speakers[creator.speaker_id], named_as=creator.named_as)
        )
    copies: defaultdict[int, list[SnapshotRecord]] = defaultdict(list)
    for owner, *fields in session.execute(
        select(
            Snapshot.source_id,
            Snapshot.captured_at,
            Snapshot.sha256,
            Snapshot.media_type,
            Snapshot.extractor,
            func.length(Snapshot.text),
        )
        .where(Snapshot.source_id.in_(wanted))
        .order_by(Snapshot.id)
    ):
        captured_at, sha256, media_type, extractor, characters = fields
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
        one.id: SourceRecord(
            citekey=one.citekey,
            type=one.type,
            title=one.title,
            container_title=one.container_title,
            publisher=one.publisher,
            issued=one.issued,
            url=one.url,
            archive_url=one.archive_url,
            accessed=one.accessed,
            language=one.language,
            csl=one.csl,
            creators=tuple(creators[one.id]),
            snapshots=tuple(copies[one.id]),
        )
        for one in session.scalars(select(Source).where(Source.id.in_(wanted)))
    }
