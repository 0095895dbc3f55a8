"""What is exported: everything, or what was named; read piece by piece, so that memory does not grow with it."""

from __future__ import annotations

from itertools import chain, groupby

from onrecord.claims import queries as claim_queries
from onrecord.db.reader import array
from onrecord.names import Target, find_target
from onrecord.sources import queries as source_queries
from onrecord.speakers import queries as speaker_queries
from onrecord.statements import queries as statement_queries

TYPE_CHECKING = False
if TYPE_CHECKING:
    from collections.abc import Callable, Iterable, Iterator, Mapping, Sequence
    from typing import BinaryIO

    from onrecord.db.reader import Reader
    from onrecord.model.claim_records import ClaimRecord
    from onrecord.model.records import Quote, SourceRecord

    # Writes what is selected, as a whole file.
    Writer = Callable[["Selection", BinaryIO], None]
    # The same as text, piece by piece: joined they are the whole, with its last line end. Nothing given is kept.
    Pieces = Callable[["Selection"], Iterator[str]]

# Quotations, or sources without any, held at once. A source with more comes with all of its own.
BATCH = 1_000
_AMONG = "IN (SELECT value FROM json_each(?))"

_CLAIMS = {
    "claim": "SELECT ?",
    "stance": "SELECT claim_id FROM stances WHERE id = ?",
    "link": "SELECT from_id FROM claim_links WHERE id = ?1 UNION SELECT to_id FROM claim_links WHERE id = ?1",
    "verdict": "SELECT claim_id FROM reviews WHERE id = ?",
}


class Selection:
    """The statements, sources and claims to export. `names` are KEYs, KEY@CITEKEYs, citekeys, claims and slugs.

    None named: everything. A source is exported with all its quotations, a speaker with all their statements, a
    claim with the statements that take a stance on it, a tag with the statements that carry it; a stance, a link or a verdict
    with the claims it is about. NotFoundError and AmbiguousError as `find_target`.

    `attributions`, `sources` and `claim_ids` are the numbers of what was named, in its order; empty for everything.
    """

    def __init__(self, reader: Reader, names: Sequence[str] = ()) -> None:
        self.reader = reader
        self.everything = not names
        self.attributions: dict[int, None] = {}
        self.sources: dict[int, None] = {}
        self.claim_ids: dict[int, None] = {}
        self._held: Mapping[int, Quote] = {}
        # Of those that are held: as they were read once.
        self._sources: list[tuple[SourceRecord, list[Quote]]] | None = None
        self._statements: list[list[Quote]] | None = None
        for name in names:
            self._choose(find_target(self.reader, name))

    @classmethod
    def of(
        cls, reader: Reader, *, attributions: Iterable[int] = (), sources: Iterable[int] = ()
    ) -> Selection:
        """The attributions and the sources of these numbers and nothing else; a source alone comes without quotations."""
        chosen = cls(reader)
        chosen.everything = False
        chosen.attributions = dict.fromkeys(attributions)
        chosen.sources = dict.fromkeys(sources)
        return chosen

    def hold(self, quotes: Iterable[Quote] | None = None, most: int = BATCH) -> None:
        """Keeps the quotations, for whoever writes them in several formats: `quotes` in the order of `attributions`, else as read.

        Where there are more than `most` they are read as they are needed.
        """
        ids = list(self.attributions)
        if self.everything and self.reader.value("SELECT count(*) FROM attributions") <= most:
            ids = self.reader.column("SELECT id FROM attributions ORDER BY id")
        if len(ids) <= most:
            held = statement_queries.quotes(self.reader, ids) if quotes is None else quotes
            self._held = dict(zip(ids, held, strict=True))

    def by_source(self) -> Iterator[tuple[SourceRecord, list[Quote]]]:
        """Every source with its quotations in the order of recording; the sources in that order too."""
        if self._held and self._sources is None:
            self._sources = list(self._read_by_source())
        return iter(self._sources) if self._sources is not None else self._read_by_source()

    def statements(self) -> Iterator[list[Quote]]:
        """Every statement as its attributions, the one to cite first; in the order of recording."""
        if self._held and self._statements is None:
            self._statements = list(self._read_statements())
        return iter(self._statements) if self._statements is not None else self._read_statements()

    def _read_by_source(self) -> Iterator[tuple[SourceRecord, list[Quote]]]:
        batch: list[tuple[int, list[int]]] = []
        held = 0
        for source_id, ids in self._ids_by_source():
            batch.append((source_id, ids))
            held += max(1, len(ids))
            if held >= BATCH:
                yield from self._read(batch)
                batch, held = [], 0
        yield from self._read(batch)

    def _read_statements(self) -> Iterator[list[Quote]]:
        ids = self._statement_ids()
        for first in range(0, len(ids), BATCH):
            rows = statement_queries.citing(self.reader, ids[first : first + BATCH])
            wanted = [row for row in rows if self.everything or row[1] in self.attributions]
            quotes = self._quotes([attribution for _, attribution in wanted])
            for _, group in groupby(zip(wanted, quotes, strict=True), key=lambda pair: pair[0][0]):
                yield [quote for _, quote in group]

    def claims(self) -> Iterator[ClaimRecord]:
        """Every claim with its stances and verdicts, in the order of recording; those named, or all."""
        for claim in self.reader.column("SELECT id FROM claims ORDER BY id"):
            if self.everything or claim in self.claim_ids:
                yield claim_queries.claim_record(self.reader, claim)

    def _choose(self, target: Target) -> None:
        reader = self.reader
        match target.kind:
            case "statement" | "attribution":
                ids = statement_queries.attribution_ids(reader, target.name)
            case "source":
                source = source_queries.source_id(reader, target.name)
                self.sources[source] = None
                ids = reader.column("SELECT id FROM attributions WHERE source_id = ?", (source,))
            case "speaker":
                everyone = speaker_queries.same_as(reader, speaker_queries.speaker_id(reader, target.name))
                ids = reader.column(
                    f"SELECT id FROM attributions WHERE speaker_id {_AMONG}", (array(everyone),)
                )
            case "office":
                ids = reader.column(
                    "SELECT a.id FROM attributions AS a JOIN speakers AS sp ON sp.id = a.speaker_id WHERE "
                    "coalesce(sp.merged_into_id, sp.id) IN (SELECT coalesce(who.merged_into_id, who.id) FROM offices "
                    "JOIN speakers AS who ON who.id = offices.speaker_id WHERE offices.id = ?)",
                    (target.row,),
                )
            case "tag":
                ids = reader.column(
                    "SELECT id FROM attributions WHERE statement_id IN "
                    "(SELECT statement_id FROM statement_tags WHERE tag_id = ?)",
                    (target.row,),
                )
            case "link" if target.table == "statement_links":
                ids = reader.column(
                    "SELECT id FROM attributions WHERE statement_id IN (SELECT from_id FROM statement_links WHERE id = ?1 "
                    "UNION SELECT to_id FROM statement_links WHERE id = ?1)",
                    (target.row,),
                )
            case "claim" | "stance" | "link" | "verdict":
                claims = reader.column(_CLAIMS[target.kind], (target.row,))
                self.claim_ids.update(dict.fromkeys(claims))
                ids = reader.column(
                    "SELECT id FROM attributions WHERE statement_id IN "
                    f"(SELECT statement_id FROM stances WHERE claim_id {_AMONG})",
                    (array(claims),),
                )
        self.attributions.update(dict.fromkeys(ids))

    def _statement_ids(self) -> Sequence[int]:
        if self.everything:
            return self.reader.column("SELECT id FROM statements ORDER BY id")
        return self.reader.column(
            f"SELECT DISTINCT statement_id FROM attributions WHERE id {_AMONG} ORDER BY statement_id",
            (array(self.attributions),),
        )

    def _ids_by_source(self) -> Iterator[tuple[int, list[int]]]:
        """Source ids in ascending order, each with the ids of its attributions."""
        if self.everything:
            sources = self.reader.column("SELECT id FROM sources ORDER BY id")
            pairs: Iterator[tuple[int, int]] = self.reader.iterate(
                "SELECT source_id, id FROM attributions ORDER BY source_id, id"
            )
        else:
            rows = self.reader.rows(
                f"SELECT source_id, id FROM attributions WHERE id {_AMONG} ORDER BY source_id, id",
                (array(self.attributions),),
            )
            pairs = iter(rows)
            sources = sorted({*self.sources, *(owner for owner, _ in rows)})
        group = next(pairs, None)
        for source_id in sources:
            ids = []
            while group is not None and group[0] == source_id:
                ids.append(group[1])
                group = next(pairs, None)
            yield source_id, ids

    def _quotes(self, ids: Sequence[int]) -> list[Quote]:
        return [self._held[one] for one in ids] if self._held else statement_queries.quotes(self.reader, ids)

    def _read(self, batch: Sequence[tuple[int, list[int]]]) -> Iterator[tuple[SourceRecord, list[Quote]]]:
        ids = list(chain.from_iterable(owned for _, owned in batch))
        quotes = dict(zip(ids, self._quotes(ids), strict=True))
        records = source_queries.source_records(self.reader, [source_id for source_id, _ in batch])
        for source_id, wanted in batch:
            yield records[source_id], [quotes[attribution] for attribution in wanted]
