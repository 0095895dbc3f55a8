"""Verification: does each recorded wording stand in the stored text of its source?

What is checked against is the newest stored copy; where that gives another outcome than the copy the wording was
recorded from, the drift is reported.
"""

from __future__ import annotations

import hashlib
from array import array as packed
from collections.abc import Iterator, Sequence

from onrecord import finding
from onrecord.db.observations import NOT_CHECKABLE, newest_copy
from onrecord.db.reader import Reader, array, of
from onrecord.frozen import record, replace
from onrecord.matching import Match, Outcome, Prepared, find, find_fragments, render_diff
from onrecord.records import Json, Quote
from onrecord.text import fold, marks

TYPE_CHECKING = False
if TYPE_CHECKING:
    from sqlalchemy.orm import Session

FAILED = frozenset({Outcome.altered, Outcome.ambiguous, Outcome.absent})
STANDS = frozenset({Outcome.exact, Outcome.typographic})


@record()
class Check:
    """The outcome for one attribution. `before` is the outcome in the copy it was recorded from, where that differs.

    `diff` shows the nearest passage where the wording was altered, `left_out` what an ellipsis stands for.
    """

    quote: Quote
    outcome: Outcome
    before: Outcome | None = None
    diff: str | None = None
    left_out: tuple[str, ...] = ()
    remarks: tuple[str, ...] = ()

    @property
    def failed(self) -> bool:
        return self.outcome in FAILED

    def as_json(self) -> Json:
        return {
            "key": self.quote.key,
            "ref": self.quote.ref,
            "text": self.quote.text,
            "speaker": self.quote.speaker.name,
            "source": self.quote.source.citekey,
            "form": self.quote.form,
            "polarity": self.quote.polarity,
            "check_result": str(self.outcome),
            "drifted_from": str(self.before) if self.before else None,
            "diff": self.diff,
            "left_out": list(self.left_out),
            "remarks": list(self.remarks),
        }


def named(reader: Reader, references: Sequence[str], citekeys: Sequence[str]) -> list[int]:
    """The attributions that are named, and those in the named sources. NotFoundError, AmbiguousError."""
    ids = [one for reference in references for one in finding.attribution_ids(reader, reference)]
    for citekey in citekeys:
        owner = finding.source_id(reader, citekey)
        ids += reader.column("SELECT id FROM attributions WHERE source_id = ? ORDER BY id", (owner,))
    return list(dict.fromkeys(ids))


def checkable(reader: Reader) -> Sequence[int]:
    """All attributions that can be checked, source by source."""
    return _ids(reader, f"NOT {NOT_CHECKABLE}")


def not_checkable(reader: Reader) -> Sequence[int]:
    """All attributions that cannot be checked, source by source."""
    return _ids(reader, NOT_CHECKABLE)


def _ids(reader: Reader, condition: str) -> Sequence[int]:
    # Eight bytes for each, where a list of them takes forty: there may be millions.
    rows = reader.connection.execute(f"SELECT id FROM attributions WHERE {condition} ORDER BY source_id, id")
    return packed("q", (one for (one,) in rows))


def check(asked: Session | Reader, ids: Sequence[int]) -> Iterator[Check]:
    """Checks attributions one by one, in the order given; reads only. Each stored copy is folded once."""
    reader = of(asked)
    copies = _Copies(reader)
    for first in range(0, len(ids), 500):
        some = ids[first : first + 500]
        rows = {row[0]: _Row(*row) for row in reader.rows(_ROWS, (array(some),))}
        for one, quote in zip(
            [one for one in some if one in rows], finding.quotes(reader, some), strict=True
        ):
            yield _check_one(copies, quote, rows[one])


@record()
class _Row:
    """What an attribution is checked by: the copy it was recorded from, the newest, the statement's `text_key`."""

    id: int
    snapshot: int | None
    newest: int | None
    text_key: str


_ROWS = f"""
SELECT a.id, a.snapshot_id, {newest_copy("a.source_id")}, st.text_key
  FROM attributions AS a JOIN statements AS st ON st.id = a.statement_id
 WHERE a.id IN (SELECT value FROM json_each(?))"""


class _Copies:
    """Stored copies, folded. Attributions come source by source, so that only a few are held at once."""

    HELD = 4

    def __init__(self, reader: Reader) -> None:
        self.reader = reader
        self.held: dict[int, tuple[Prepared, bool]] = {}

    def get(self, snapshot_id: int) -> tuple[Prepared, bool]:
        """The copy, and whether its text is still the one that was hashed."""
        if snapshot_id not in self.held:
            if len(self.held) >= self.HELD:
                del self.held[next(iter(self.held))]
            [(text, sha256)] = self.reader.rows(
                "SELECT text, sha256 FROM snapshots WHERE id = ?", (snapshot_id,)
            )
            self.held[snapshot_id] = (Prepared(text), hashlib.sha256(text.encode()).hexdigest() == sha256)
        return self.held[snapshot_id]


def _check_one(copies: _Copies, quote: Quote, one: _Row) -> Check:
    if quote.form == "indirect":
        return Check(
            quote, Outcome.not_checkable, remarks=("indirect speech: there are no words to compare",)
        )
    if one.newest is None:
        return Check(quote, Outcome.not_checkable, remarks=("its source has no stored text",))
    wording, remarks = _wording(quote, one)
    fragments = _fragments(copies, quote, one, wording)
    result = _compare(copies, one.newest, quote, wording, fragments)
    if one.snapshot is not None and one.snapshot != one.newest:
        earlier = _compare(copies, one.snapshot, quote, wording, fragments)
        if earlier.outcome != result.outcome:
            result = replace(result, before=earlier.outcome)
    return replace(result, remarks=(*result.remarks, *remarks))


def _wording(quote: Quote, one: _Row) -> tuple[str, tuple[str, ...]]:
    """What must stand in the source: the wording as printed there, unless the statement was changed since."""
    text_key = fold.text_key(quote.text)
    if quote.exact is None or text_key != one.text_key:
        return quote.text, ()
    if fold.text_key(quote.exact) != text_key:
        return quote.exact, ("this source words it differently from the statement",)
    return quote.exact, ()


def _fragments(copies: _Copies, quote: Quote, one: _Row, wording: str) -> tuple[str, ...]:
    """The parts of a mixed quotation that are quoted: only those are checked."""
    if quote.form != "mixed":
        return ()
    if one.snapshot is not None and any(span.quoted for span in quote.spans):
        text = copies.get(one.snapshot)[0].text
        return tuple(text[span.start : span.end] for span in quote.spans if span.quoted)
    return marks.quoted_fragments(wording)


def _compare(
    copies: _Copies, snapshot_id: int, quote: Quote, wording: str, fragments: Sequence[str]
) -> Check:
    source, intact = copies.get(snapshot_id)
    prefix, suffix = quote.prefix or "", quote.suffix or ""
    if fragments:
        match = find_fragments(source, fragments, prefix=_before(quote, prefix), suffix=_after(quote, suffix))
    else:
        match = find(source, wording, prefix=prefix, suffix=suffix)
    remarks = _remarks(match)
    if not intact:
        remarks = (
            "the stored copy is no longer the text that was hashed: its database was tampered with",
            *remarks,
        )
    return Check(
        quote,
        match.outcome if intact else Outcome.altered,
        diff=render_diff(match.diff) if match.diff else None,
        left_out=match.left_out,
        remarks=remarks,
    )


def _before(quote: Quote, prefix: str) -> str:
    """The kept surroundings begin at the first span; they say nothing about a fragment further on."""
    return prefix if quote.spans and quote.spans[0].quoted else ""


def _after(quote: Quote, suffix: str) -> str:
    return suffix if quote.spans and quote.spans[-1].quoted else ""


def _remarks(match: Match) -> tuple[str, ...]:
    dropped = ("what was left out holds a negation: read it again",) if match.negation_dropped else ()
    places = (f"it stands in {len(match.places)} places",) if match.outcome is Outcome.ambiguous else ()
    return (*match.warnings, *dropped, *places)
