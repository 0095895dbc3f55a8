"""Everybody whom a quotation names: the speaker, who passed it on, who translated it."""

from __future__ import annotations

from onrecord.model.records import MYSELF
from onrecord.sources import queries as source_queries
from onrecord.speakers.write import find_or_add_speaker, myself
from onrecord.statements.known import same_statement, unnamed_in
from onrecord.statements.rules import optional

TYPE_CHECKING = False
if TYPE_CHECKING:
    from collections.abc import Sequence

    from onrecord.db.rows import Source, Speaker
    from onrecord.db.store import Store
    from onrecord.statements.fields import QuoteFields, RelayFields


class Named:
    """Finds everybody a quotation names, and makes those it is allowed to make."""

    def __init__(self, store: Store, fields: QuoteFields) -> None:
        self.store = store
        self.create = fields.new_speaker
        self.via_kind = fields.via_kind or fields.kind or "organisation"
        self.made: list[str] = []

    def speaker(self, fields: QuoteFields, source: Source, wording: str) -> Speaker:
        if fields.unnamed and self.create:
            # Recording the same occurrence twice must not make a second "senior official".
            for known in unnamed_in(self.store, source.id, fields.by):
                if same_statement(self.store, wording, known):
                    return known
        return self._found(fields.by, fields.kind or "person", unnamed=fields.unnamed)

    def translator(self, name: str | None) -> int | None:
        if name and name == MYSELF:
            return myself(self.store).id
        return self._found(name, "person").id if name else None

    def relays(self, attribution: int, hops: Sequence[RelayFields]) -> None:
        for number, hop in enumerate(hops, 1):
            cited = source_queries.source_id(self.store, hop.cited_source) if hop.cited_source else None
            relayer = self._found(hop.speaker, self.via_kind)
            printed = optional(hop.named_as, "the name as printed") or hop.speaker
            self.store.insert(
                "relays",
                attribution_id=attribution,
                hop=number,
                speaker_id=relayer.id,
                cue=optional(hop.cue, "the cue"),
                named_as=printed if printed not in (relayer.name, relayer.slug) else None,
                cited_source_id=cited,
            )

    def _found(self, name: str, kind: str, *, unnamed: bool = False) -> Speaker:
        speaker = find_or_add_speaker(self.store, name, create=self.create, kind=kind, unnamed=unnamed)
        if speaker.created:
            self.made.append(speaker.speaker.slug)
        return speaker.speaker
