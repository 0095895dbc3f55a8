"""What is exported: everything, or what was named; read piece by piece, so that memory does not grow with it."""

from collections.abc import Callable, Iterable, Iterator, Sequence
from itertools import chain, groupby
from typing import BinaryIO

from sqlalchemy import select
from sqlalchemy.orm import Session

from onrecord import claims, lookup, people, positions, targets
from onrecord.db.models import Attribution, Claim, Source, Stance, Statement
from onrecord.db.reader import of
from onrecord.positions import ClaimRecord
from onrecord.records import Quote, SourceRecord

# Quotations, or sources without any, held at once. A source with more comes with all of its own.
BATCH = 1_000


class Selection:
    """The statements, sources and claims to export. `names` are KEYs, KEY@CITEKEYs, citekeys, claims and slugs.

    None named: everything. A source is exported with all its quotations, a speaker with all their statements, a
    claim with the statements that take a stance on it. NotFoundError and AmbiguousError as `targets.find`.

    `attributions`, `sources` and `claim_ids` are the numbers of what was named, in its order; empty for everything.
    """

    def __init__(self, session: Session, names: Sequence[str] = ()) -> None:
        self.session = session
        self.everything = not names
        self.attributions: dict[int, None] = {}
        self.sources: dict[int, None] = {}
        self.claim_ids: dict[int, None] = {}
        for name in names:
            self._choose(targets.find(session, name))

    @classmethod
    def of(
        cls, session: Session, *, attributions: Iterable[int] = (), sources: Iterable[int] = ()
    ) -> "Selection":
        """The attributions and the sources of these numbers and nothing else; a source alone comes without quotations."""
        chosen = cls(session)
        chosen.everything = False
        chosen.attributions = dict.fromkeys(attributions)
        chosen.sources = dict.fromkeys(sources)
        return chosen

    def by_source(self) -> Iterator[tuple[SourceRecord, list[Quote]]]:
        """Every source with its quotations in the order of recording; the sources in that order too."""
        batch: list[tuple[int, list[int]]] = []
        held = 0
        for source_id, ids in self._ids_by_source():
            batch.append((source_id, ids))
            held += max(1, len(ids))
            if held >= BATCH:
                yield from self._read(batch)
                batch, held = [], 0
        yield from self._read(batch)

    def statements(self) -> Iterator[list[Quote]]:
        """Every statement as its attributions, the one to cite first; in the order of recording."""
        ids = self._statement_ids()
        for first in range(0, len(ids), BATCH):
            found = self.session.execute(
                select(Attribution.statement_id, Attribution.id)
                .join(Source, Source.id == Attribution.source_id)
                .where(Attribution.statement_id.in_(ids[first : first + BATCH]))
                .order_by(Attribution.statement_id, *lookup.CITING_ORDER)
            )
            wanted = [row for row in found if self.everything or row[1] in self.attributions]
            quotes = lookup.quotes(self.session, [one for _, one in wanted])
            for _, group in groupby(zip(wanted, quotes, strict=True), key=lambda pair: pair[0][0]):
                yield [quote for _, quote in group]

    def claims(self) -> Iterator[ClaimRecord]:
        """Every claim with its stances and verdicts, in the order of recording; those named, or all."""
        for one in self.session.scalars(select(Claim.id).order_by(Claim.id)).all():
            if self.everything or one in self.claim_ids:
                yield positions.claim_record(of(self.session), one)

    def _choose(self, target: targets.Target) -> None:
        session = self.session
        match target.kind:
            case "statement" | "attribution":
                self._add(lookup.attribution_ids(session, target.name))
            case "source":
                source = lookup.source(session, target.name)
                self.sources[source.id] = None
                self._add(session.scalars(select(Attribution.id).where(Attribution.source_id == source.id)))
            case "speaker":
                everyone = people.same_as(of(session), people.speaker_id(of(session), target.name))
                self._add(session.scalars(select(Attribution.id).where(Attribution.speaker_id.in_(everyone))))
            case "claim":
                claim = claims.find(session, target.name)
                self.claim_ids[claim.id] = None
                stated = select(Stance.statement_id).where(Stance.claim_id == claim.id)
                self._add(session.scalars(select(Attribution.id).where(Attribution.statement_id.in_(stated))))

    def _add(self, ids: Iterator[int] | Sequence[int]) -> None:
        self.attributions.update(dict.fromkeys(ids))

    def _statement_ids(self) -> Sequence[int]:
        if self.everything:
            return self.session.scalars(select(Statement.id).order_by(Statement.id)).all()
        chosen = list(self.attributions)
        found: set[int] = set()
        for first in range(0, len(chosen), BATCH):
            found.update(
                self.session.scalars(
                    select(Attribution.statement_id).where(Attribution.id.in_(chosen[first : first + BATCH]))
                )
            )
        return sorted(found)

    def _ids_by_source(self) -> Iterator[tuple[int, list[int]]]:
        """Source ids in ascending order, each with the ids of its attributions."""
        if self.everything:
            sources = iter(self.session.scalars(select(Source.id).order_by(Source.id)).all())
            pairs: Iterator[tuple[int, int]] = iter(
                self.session.execute(
                    select(Attribution.source_id, Attribution.id)
                    .order_by(Attribution.source_id, Attribution.id)
                    .execution_options(yield_per=10_000)
                )
            )
        else:
            found: list[tuple[int, int]] = []
            chosen = list(self.attributions)
            for first in range(0, len(chosen), BATCH):
                found += self.session.execute(
                    select(Attribution.source_id, Attribution.id).where(
                        Attribution.id.in_(chosen[first : first + BATCH])
                    )
                )
            pairs = iter(sorted(found))
            sources = iter(sorted({*self.sources, *(owner for owner, _ in found)}))
        group = next(pairs, None)
        for source_id in sources:
            ids = []
            while group is not None and group[0] == source_id:
                ids.append(group[1])
                group = next(pairs, None)
            yield source_id, ids

    def _read(self, batch: Sequence[tuple[int, list[int]]]) -> Iterator[tuple[SourceRecord, list[Quote]]]:
        ids = list(chain.from_iterable(of for _, of in batch))
        quotes = dict(zip(ids, lookup.quotes(self.session, ids), strict=True))
        records = lookup.source_records(self.session, [source_id for source_id, _ in batch])
        for source_id, wanted in batch:
            yield records[source_id], [quotes[one] for one in wanted]


# Writes what is selected, as a whole file.
Writer = Callable[[Selection, BinaryIO], None]
