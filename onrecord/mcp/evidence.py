"""Where words may stand: in what is recorded, and in the stored copies of sources."""

from __future__ import annotations

from onrecord.matching import Match, Outcome, Prepared, find, prepared
from onrecord.model.record import record
from onrecord.search.likely import Likely
from onrecord.statements import queries as statements
from onrecord.text.patterns import lazy

TYPE_CHECKING = False
if TYPE_CHECKING:
    from collections.abc import Iterable, Mapping, Sequence

    from onrecord.db.reader import Reader
    from onrecord.mcp.asking import Asking
    from onrecord.model.records import Quote

# So many copies are looked at closely.
_CLOSELY = 4
_WORDS = 8
_MOST_RECORDED = 20
_WORD = lazy(r"\w+")
# Of scripts without spaces pieces of words are looked for.
_PIECE = 3
_LONGEST_WORD = 24
_RANKS = {outcome: rank for rank, outcome in enumerate(Outcome)}


@record()
class Recorded:
    """How the words stand in a recorded wording."""

    quote: Quote
    match: Match


@record()
class Stored:
    """How the words stand in a stored copy; `number` counts the copies of its source from 1."""

    snapshot: int
    source: int
    number: int
    newest: bool
    text: str
    match: Match


def rank(match: Match) -> int:
    """The better, the smaller."""
    return _RANKS[match.outcome]


def in_record(reader: Reader, wording: str) -> list[Recorded]:
    """Attributions whose words are these, hold them or come near, the best first."""
    from onrecord import search
    from onrecord.db.reader import array
    from onrecord.text.fold import text_key

    found = reader.column(
        "SELECT DISTINCT a.statement_id FROM attributions AS a JOIN statements AS s ON s.id = a.statement_id "
        "WHERE s.text_key = ? LIMIT ?",
        (text_key(wording), _MOST_RECORDED),
    )
    longest = _longest(wording)
    for words in (longest, longest[:3], longest[3:6], longest[:2]):
        if words and len(found) < _MOST_RECORDED:
            hits = search.search(reader, " ".join(words), limit=_MOST_RECORDED).hits
            keys = [hit.quote.key for hit in hits]
            found += [statements.statement_id(reader, key) for key in keys]
    ids = reader.column(
        "SELECT id FROM attributions WHERE statement_id IN (SELECT value FROM json_each(?)) ORDER BY id LIMIT 200",
        (array(dict.fromkeys(found)),),
    )
    judged = [
        Recorded(quote, find(Prepared(quote.text), wording)) for quote in statements.quotes(reader, ids)
    ]
    return sorted(judged, key=lambda one: rank(one.match))


def in_copies(reader: Reader, wordings: Sequence[str], asking: Asking) -> dict[str, list[Stored]]:
    """For each wording the stored copies in which it stands or something near it, the best first."""
    likely = Likely(reader, asking.go_on)
    return {
        wording: _looked_at(reader, wording, likely.of(wording, _CLOSELY), asking) for wording in wordings
    }


def _looked_at(reader: Reader, wording: str, likely: Iterable[int], asking: Asking) -> list[Stored]:
    found = []
    for snapshot in likely:
        asking.go_on()
        [(text, source, number, newest)] = reader.rows(_COPY, (snapshot,))
        match = find(prepared(text), wording)
        if match.outcome is not Outcome.absent:
            found.append(Stored(snapshot, source, number, snapshot == newest, text, match))
    return sorted(found, key=lambda one: (rank(one.match), not one.newest))


def place(stored: Stored) -> int | None:
    """Where the words, or what comes nearest to them, begin in the copy."""
    match = stored.match
    spans = match.spans or (match.places[0] if match.places else ())
    return spans[0].start if spans else match.nearest.start if match.nearest else None


def _copy_query() -> str:
    from onrecord.db.observations import newest_copy

    return (
        "SELECT sn.text, sn.source_id, (SELECT count(*) FROM snapshots AS twin WHERE twin.source_id = sn.source_id "
        f"AND twin.id <= sn.id), {newest_copy('sn.source_id')} FROM snapshots AS sn WHERE sn.id = ?"
    )


_COPY = _copy_query()


def _longest(wording: str) -> list[str]:
    """The longest words of a wording, each once: they tell texts apart best."""
    from onrecord.text.wordfold import is_unspaced

    words: Mapping[str, None] = {}
    pieces: list[str] = []
    for word in _WORD.findall(wording.lower()):
        if is_unspaced(word):
            pieces += [word[at : at + _PIECE] for at in range(0, max(1, len(word) - _PIECE + 1), _PIECE)]
        elif len(word) <= _LONGEST_WORD:
            pieces.append(word)
    words = dict.fromkeys(pieces)
    return sorted(words, key=len, reverse=True)[:_WORDS]
