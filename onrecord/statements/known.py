"""What of a quotation is on record already: the statement, its occurrence, and the unnamed speaker of its source."""

from __future__ import annotations

from onrecord.db.reader import array
from onrecord.db.rows import Attribution, Source, Speaker, Statement
from onrecord.speakers import queries as speaker_queries
from onrecord.speakers.write import resolve_merged
from onrecord.text import fold, names

TYPE_CHECKING = False
if TYPE_CHECKING:
    from onrecord.db.store import Store
    from onrecord.statements.place import Placement
    from onrecord.text.locators import Locator

# Whoever says or passes on something in a source.
_HERE = """SELECT speaker_id FROM attributions WHERE source_id = :source UNION
    SELECT r.speaker_id FROM relays AS r JOIN attributions AS a ON a.id = r.attribution_id WHERE a.source_id = :source"""


def same_statement(store: Store, wording: str, by: Speaker) -> Statement | None:
    """The statement with these words, folded, that somebody gave to this speaker; merges count."""
    candidates = store.all(
        Statement,
        "text_key = ? AND EXISTS (SELECT 1 FROM attributions AS a WHERE a.statement_id = statements.id "
        "AND a.speaker_id IN (SELECT value FROM json_each(?)))",
        (fold.text_key(wording), array(speaker_queries.same_as(store, by.merged_into_id or by.id))),
    )
    wanted = fold.identity_fold(wording)
    return next((known for known in candidates if fold.identity_fold(known.text) == wanted), None)


def same_occurrence(
    store: Store,
    statement: Statement,
    source: Source,
    by: Speaker,
    placed: Placement,
    locator: Locator | None,
) -> Attribution | None:
    """The attribution of this statement to this speaker that stands in the same place of the source."""
    wanted = [(span.start, span.end) for span in placed.spans]
    everyone = array(speaker_queries.same_as(store, by.merged_into_id or by.id))
    for attribution in store.all(
        Attribution,
        "statement_id = ? AND source_id = ? AND speaker_id IN (SELECT value FROM json_each(?))",
        (statement.id, source.id, everyone),
    ):
        spans = store.rows(
            'SELECT start, "end" FROM spans WHERE attribution_id = ? ORDER BY position', (attribution.id,)
        )
        here = (attribution.locator_label, attribution.locator) if attribution.locator else None
        if spans == wanted and (wanted or here == locator):
            return attribution
    return None


def unnamed_in(store: Store, source_id: int, name: str) -> list[Speaker]:
    """The unnamed speakers that a source calls so, in any spelling, among those that say or pass on something in it."""
    wanted = names.name_key(name)
    return [
        resolve_merged(store, one)
        for one in store.all(Speaker, f"unnamed AND id IN ({_HERE})", {"source": source_id})
        if names.name_key(one.name) == wanted
    ]
