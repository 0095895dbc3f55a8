"""Reading proposals: of one source or of all, as plain records.

Where a source has several stored copies, its proposals are those of the latest copy that was read for them.
"""

from __future__ import annotations

from collections import Counter

from onrecord.db.kept_rows import Proposal, Snapshot
from onrecord.db.reader import array
from onrecord.db.rows import Source
from onrecord.errors import Hint, NotFoundError, UsageError
from onrecord.model.vocabulary import PROPOSAL_STATES
from onrecord.proposals.records import HopRecord, ProposalRecord, Sheet, Waiting
from onrecord.sources import queries as source_queries
from onrecord.statements import queries as statement_queries

TYPE_CHECKING = False
if TYPE_CHECKING:
    from collections.abc import Collection, Mapping, Sequence

    from onrecord.db.reader import Reader
    from onrecord.proposals.records import Stretches


def proposals(
    reader: Reader, citekey: str | None = None, *, states: Collection[str] = ()
) -> list[ProposalRecord]:
    """The proposals of a source, or of all, in the order of the text; `states` picks some (none given: all).

    NotFoundError where there is no such source; UsageError for a state that is none.
    """
    for state in states:
        if state not in PROPOSAL_STATES:
            raise UsageError(f"{state!r} is not a state. Choose from: {', '.join(PROPOSAL_STATES)}.")
    copies = _read_copies(reader)
    if citekey is not None:
        source_id = source_queries.source_id(reader, citekey)
        copies = {source_id: copies[source_id]} if source_id in copies else {}
    return [
        record
        for snapshot_id in copies.values()
        for record in _of_snapshot(reader, reader.get(Snapshot, snapshot_id))
        if not states or record.state in states
    ]


def opened(reader: Reader, citekey: str, *, copy: str = "") -> Sheet:
    """The stored text that was read for proposals, with them. NotFoundError where the source has none.

    `copy` picks a stored copy by the first digits of its SHA-256; by default it is the latest that was read.
    """
    source = reader.get(Source, source_queries.source_id(reader, citekey))
    snapshot_id = reader.value(
        "SELECT max(id) FROM snapshots WHERE source_id = :source AND substr(sha256, 1, length(:copy)) = lower(:copy) "
        "AND id IN (SELECT snapshot_id FROM proposals)",
        {"source": source.id, "copy": copy},
    )
    if snapshot_id is None and copy:
        raise NotFoundError(f"{citekey} has no stored copy {copy} that was read for proposals.")
    if snapshot_id is None:
        stored = reader.value("SELECT 1 FROM snapshots WHERE source_id = ?", (source.id,))
        step = Hint("read_stored", citekey=citekey) if stored else Hint("read_source", citekey=citekey)
        raise NotFoundError(f"Nothing was proposed of {citekey} yet.", hint=step)
    snapshot = reader.get(Snapshot, snapshot_id)
    return Sheet(
        citekey=citekey,
        title=source.title,
        text=snapshot.text,
        sha256=snapshot.sha256,
        proposals=tuple(_of_snapshot(reader, snapshot)),
    )


def proposal(reader: Reader, number: int) -> ProposalRecord:
    """One proposal by its number. NotFoundError if there is none."""
    row = row_of(reader, number)
    return _records(reader, reader.get(Snapshot, row.snapshot_id), [row])[0]


def waiting(reader: Reader) -> list[Waiting]:
    """The sources that were read for proposals: those with open ones first, then by citekey."""
    counts: dict[int, Counter[str]] = {}
    for source_id, state, count in reader.rows(
        "SELECT sn.source_id, p.state, count(*) FROM snapshots AS sn JOIN proposals AS p ON p.snapshot_id = sn.id "
        "WHERE sn.id IN (SELECT value FROM json_each(?)) GROUP BY sn.source_id, p.state",
        (array(_read_copies(reader).values()),),
    ):
        counts.setdefault(source_id, Counter())[state] = count
    sources = [
        Waiting(
            citekey=citekey,
            title=title,
            open=counts[source_id]["open"],
            accepted=counts[source_id]["accepted"],
            rejected=counts[source_id]["rejected"],
        )
        for source_id, citekey, title in reader.rows(
            "SELECT id, citekey, title FROM sources WHERE id IN (SELECT value FROM json_each(?))",
            (array(counts),),
        )
    ]
    return sorted(sources, key=lambda source: (not source.open, source.citekey))


def row_of(reader: Reader, number: int) -> Proposal:
    """The row of a proposal. NotFoundError if there is none."""
    row = reader.one(Proposal, "id = ?", (number,))
    if row is None:
        raise NotFoundError(f"There is no proposal {number}.", hint=Hint("list_proposals"))
    return row


def stretches_of(row: Proposal) -> Stretches:
    """The places of a proposal."""
    return tuple([(start, end) for start, end in row.stretches])


def places_in(key: str) -> Stretches:
    """The stretches that a `place_key` names."""
    ends = [stretch.partition("-") for stretch in key.split(",")]
    return tuple([(int(start), int(end)) for start, _, end in ends])


def _of_snapshot(reader: Reader, snapshot: Snapshot) -> list[ProposalRecord]:
    """The proposals of one stored copy, in the order of the text."""
    rows = reader.all(Proposal, "snapshot_id = ?", (snapshot.id,))
    return _records(reader, snapshot, sorted(rows, key=lambda row: (row.stretches, row.id)))


def _read_copies(reader: Reader) -> dict[int, int]:
    """By source, the latest stored copy that has proposals; sources in the order of their citekeys."""
    return dict(
        reader.rows(
            "SELECT sn.source_id, max(sn.id) FROM snapshots AS sn JOIN sources AS so ON so.id = sn.source_id "
            "WHERE sn.id IN (SELECT snapshot_id FROM proposals) GROUP BY sn.source_id, so.citekey ORDER BY so.citekey"
        )
    )


def _records(reader: Reader, snapshot: Snapshot, rows: Sequence[Proposal]) -> list[ProposalRecord]:
    if not rows:
        return []
    from onrecord.model.polarities import NOT_ASSERTED, label
    from onrecord.statements.printed import wording_at
    from onrecord.text.locator_forms import format_locator
    from onrecord.text.locators import Locators

    citekey = reader.value("SELECT citekey FROM sources WHERE id = ?", (snapshot.source_id,))
    refs = statement_queries.references(
        reader, [row.attribution_id for row in rows if row.attribution_id is not None]
    )
    locators = Locators(snapshot.text, snapshot.places)
    overlooked = _overlooked(reader, snapshot.text, rows)
    return [
        ProposalRecord(
            id=row.id,
            citekey=citekey,
            state=row.state,
            text=wording_at(snapshot.text, stretches_of(row)),
            stretches=stretches_of(row),
            form=row.form,
            polarity=overlooked.get(row.id, row.polarity),
            speaker=row.speaker,
            speaker_slug=row.speaker_slug,
            speaker_kind=row.speaker_kind,
            unnamed=row.unnamed,
            named_as=row.named_as,
            speaker_start=row.speaker_start,
            speaker_end=row.speaker_end,
            cue=row.cue,
            via=tuple([hop_of(hop) for hop in row.via]),
            said=row.said,
            said_basis=row.said_basis,
            locator=format_locator(*locators.at(row.stretches[0][0])),
            confidence=min(row.confidence, NOT_ASSERTED) if row.id in overlooked else row.confidence,
            reason=f"{label(overlooked[row.id])}; {row.reason}" if row.id in overlooked else row.reason,
            engine=row.engine,
            ref=refs.get(row.attribution_id) if row.attribution_id is not None else None,
            proposed_at=places_in(row.place_key),
        )
        for row in rows
    ]


def polarity_of(reader: Reader, text: str, row: Proposal) -> str:
    """What the speaker of a proposal of `text` does with its words: as stored, unless its cue says otherwise and nobody
    decided."""
    return _overlooked(reader, text, [row]).get(row.id, row.polarity)


def _overlooked(reader: Reader, text: str, rows: Sequence[Proposal]) -> dict[int, str]:
    """The open proposals of `text` that are stored as asserted though their cue denies it, by what it expresses.

    They were made when nothing was known of denials. Where a person decided so, the history has it.
    """
    denied = {
        row.id: expressed
        for row in rows
        if row.state == "open"
        and row.polarity == "asserted"
        and (expressed := expressed_by(text, row)) != "asserted"
    }
    if not denied:
        return denied
    decided = reader.column(
        "SELECT row_id FROM changes WHERE table_name = 'proposals' AND kind = 'update' "
        "AND row_id IN (SELECT value FROM json_each(?)) "
        "AND json_extract(before, '$.polarity') <> json_extract(after, '$.polarity')",
        (array(denied),),
    )
    for row_id in decided:
        denied.pop(row_id, None)
    return denied


def expressed_by(text: str, row: Proposal) -> str:
    """What the cue of a proposal expresses of its words, which stand in `text`."""
    from onrecord.text.polarity import of_cue

    return of_cue(row.cue, form=row.form, wording=text[row.stretches[0][0] : row.stretches[0][1]])


def hop_of(stored: Mapping[str, object]) -> HopRecord:
    """A relay as its row keeps it."""

    def words(name: str) -> str | None:
        value = stored.get(name)
        return str(value) if value is not None else None

    return HopRecord(
        speaker=words("speaker") or "",
        slug=words("slug"),
        named_as=words("named_as"),
        cue=words("cue"),
        kind=words("kind") or "organisation",
        unnamed=bool(stored.get("unnamed")),
    )
