"""Verification: does each recorded wording stand in the stored text of its source?

What is checked against is the newest stored copy. What stands in the copy that it was recorded from, and not in the
newest, has drifted: it is no less true of that copy. Of indirect and mixed statements the sentence that they were
recorded from is watched too.
"""

from __future__ import annotations

from array import array as packed

from onrecord.db.observations import NOT_CHECKABLE, newest_copy
from onrecord.db.reader import Reader, array
from onrecord.errors import Hint, NotFoundError
from onrecord.matching import (
    ACCEPTABLE,
    VERIFIED,
    Outcome,
    Place,
    Prepared,
    Recorded,
    judge,
    render_diff,
    told,
)
from onrecord.matching.judgement import NOTHING_TO_COMPARE
from onrecord.matching.passage import Changed, changed
from onrecord.model.record import record, replace
from onrecord.model.records import Json, Quote
from onrecord.sources import queries as source_queries
from onrecord.statements import queries as statement_queries
from onrecord.text.redacted import BLOCK, is_intact

TYPE_CHECKING = False
if TYPE_CHECKING:
    from collections.abc import Iterator, Sequence


FAILED = frozenset({Outcome.stitched, Outcome.inverted, Outcome.altered, Outcome.ambiguous, Outcome.absent})
STANDS = frozenset({Outcome.exact, Outcome.typographic, Outcome.interrupted})


@record()
class Check:
    """The outcome for one attribution. `before` is the outcome in the copy it was recorded from, where that differs, and
    `now` the outcome in the newest one, where it drifted.

    `diff` shows the nearest passage where the wording was altered, `left_out` what an ellipsis stands for, `replaced` what
    stands in the source instead of each bracket.
    """

    quote: Quote
    outcome: Outcome
    before: Outcome | None = None
    now: Outcome | None = None
    diff: str | None = None
    left_out: tuple[str, ...] = ()
    replaced: tuple[tuple[str, str], ...] = ()
    remarks: tuple[str, ...] = ()

    @property
    def failed(self) -> bool:
        """Whether somebody should look at it."""
        return (self.outcome in FAILED or self.outcome is Outcome.drifted) and not self.accepted

    @property
    def without_marks(self) -> bool:
        """Whether the words stand in the text, and nothing there says that they are the speaker's own."""
        return self.outcome is Outcome.not_checkable and any(
            "without marks" in remark for remark in self.remarks
        )

    @property
    def accepted(self) -> bool:
        """Whether a person gave a reason to let it pass though verification does not."""
        return self.outcome in ACCEPTABLE and self.quote.accepted_reason is not None

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
            "in_the_newest": str(self.now) if self.now else None,
            "diff": self.diff,
            "left_out": list(self.left_out),
            "replaced": [{"bracket": bracket, "source": text} for bracket, text in self.replaced],
            "accepted_reason": self.quote.accepted_reason,
            "remarks": list(self.remarks),
        }


def named(reader: Reader, references: Sequence[str], citekeys: Sequence[str]) -> list[int]:
    """The attributions that are named, and those in the named sources, whose citekeys may stand among the `references` too.

    NotFoundError, AmbiguousError.
    """
    ids: list[int] = []
    owners: list[int] = []
    for reference in references:
        if (source := statement_queries.source_meant(reader, reference)) is not None:
            owners.append(source)
        else:
            ids += statement_queries.attribution_ids(reader, reference)
    for owner in [*owners, *(source_queries.source_id(reader, citekey) for citekey in citekeys)]:
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
    rows = reader.iterate(f"SELECT id FROM attributions WHERE {condition} ORDER BY source_id, id")
    return packed("q", (one for (one,) in rows))


def check(reader: Reader, ids: Sequence[int], *, copy: int | None = None) -> Iterator[Check]:
    """Checks attributions one by one, in the order given; reads only. Each stored copy is folded once.

    `copy` is the number of the stored copy of each source to ask, by default the newest. NotFoundError: a source has no
    such copy.
    """
    copies = _Copies(reader)
    for first in range(0, len(ids), 500):
        some = ids[first : first + 500]
        rows = {row[0]: _Row(*row) for row in reader.rows(_ROWS, (array(some),))}
        for place, quote in zip(
            [place for place in some if place in rows], statement_queries.quotes(reader, some), strict=True
        ):
            yield _check_one(copies, quote, rows[place], copies.numbered(rows[place].source, copy))


@record()
class _Row:
    """What an attribution is checked against: the copy it was recorded from, and the newest."""

    id: int
    source: int
    snapshot: int | None
    newest: int | None


_ROWS = f"""
SELECT a.id, a.source_id, a.snapshot_id, {newest_copy("a.source_id")} FROM attributions AS a
 WHERE a.id IN (SELECT value FROM json_each(?))"""


class _Copies:
    """Stored copies, folded. Attributions come source by source, so that only a few are held at once."""

    HELD = 4

    def __init__(self, reader: Reader) -> None:
        self.reader = reader
        self.held: dict[int, tuple[Prepared, bool]] = {}

    def numbered(self, source: int, number: int | None) -> int | None:
        """The stored copy of a source with a number; None where none is asked for. NotFoundError: there is no such copy."""
        if number is None:
            return None
        copy = None
        if number >= 1:
            copy = self.reader.value(
                "SELECT id FROM snapshots WHERE source_id = ? ORDER BY id LIMIT 1 OFFSET ?",
                (source, number - 1),
            )
        if copy is None:
            citekey = self.reader.value("SELECT citekey FROM sources WHERE id = ?", (source,))
            raise NotFoundError(f"{citekey} has no copy {number}.", hint=Hint("show", name=citekey))
        return int(copy)

    def get(self, snapshot_id: int) -> tuple[Prepared, bool]:
        """The copy, and whether its text is still the one that was hashed."""
        if snapshot_id not in self.held:
            if len(self.held) >= self.HELD:
                del self.held[next(iter(self.held))]
            [(text, digest, extractor)] = self.reader.rows(
                "SELECT text, sha256, extractor FROM snapshots WHERE id = ?", (snapshot_id,)
            )
            self.held[snapshot_id] = (Prepared(text), is_intact(text, digest, extractor))
        return self.held[snapshot_id]


def _check_one(copies: _Copies, quote: Quote, row: _Row, asked: int | None) -> Check:
    newest = row.newest if asked is None else asked
    indirect = quote.form == "indirect"
    if newest is None:
        reason = NOTHING_TO_COMPARE if indirect else "its source has no stored text"
        return Check(quote, Outcome.not_checkable, remarks=(reason,))
    recorded = _recorded(copies, quote, row)
    if _is_taken_out(copies, quote, recorded, newest):
        return Check(quote, Outcome.not_checkable, remarks=("what stood in the stored text was taken out",))
    if row.snapshot is None or row.snapshot == newest:
        return _judged(copies, newest, quote, recorded, own=row.snapshot == newest)
    now = _judged(copies, newest, quote, recorded, own=False)
    then = _judged(copies, row.snapshot, quote, recorded, own=True)
    if indirect or (then.outcome in VERIFIED and now.outcome in VERIFIED):
        passage = _passage(copies, quote, row.snapshot, newest) if quote.form != "direct" else None
        if passage is None:
            return now if now.outcome == then.outcome else replace(now, before=then.outcome)
        return replace(
            now,
            outcome=Outcome.drifted,
            before=then.outcome,
            now=now.outcome,
            diff=render_diff(passage.diff) if passage.diff else None,
            remarks=("the sentence that it was recorded from is gone or has other words",),
        )
    if then.outcome in VERIFIED:
        return replace(now, outcome=Outcome.drifted, before=then.outcome, now=now.outcome)
    return now if now.outcome == then.outcome else replace(now, before=then.outcome)


def _is_taken_out(copies: _Copies, quote: Quote, recorded: Recorded, newest: int) -> bool:
    """Whether what the wording rests on was redacted: there is nothing to compare it with, and no fault of it."""
    if BLOCK in quote.text:
        return False
    held = [place.printed for place in recorded.places] or [copies.get(newest)[0].text]
    return any(one and not one.strip(BLOCK) for one in held)


def _passage(copies: _Copies, quote: Quote, recorded: int, newest: int) -> Changed | None:
    """What became of the sentence that a statement was recorded from."""
    text = copies.get(recorded)[0].text
    places = [(span.start, span.end) for span in quote.spans if span.end <= len(text)]
    return changed(text, places, copies.get(newest)[0]) if places else None


def _recorded(copies: _Copies, quote: Quote, row: _Row) -> Recorded:
    """What there is to judge of an attribution, the same whichever copy it is judged in."""
    text = copies.get(row.snapshot)[0].text if row.snapshot is not None else ""
    return Recorded(
        wording=quote.text,
        form=quote.form,
        places=tuple(
            Place(span.start, span.end, span.quoted, text[span.start : span.end])
            for span in quote.spans
            if span.end <= len(text)
        ),
        prefix=quote.prefix or "",
        suffix=quote.suffix or "",
        cue=quote.cue or "",
        polarity=quote.polarity,
    )


def _stands(source: Prepared, quote: Quote, recorded: Recorded) -> bool:
    """Whether words that no marks and no form give to a speaker stand in the text all the same, word for word."""
    if quote.translator is not None or quote.polarity != "asserted":
        return False
    # Whether a clause in front turns them is no matter of whether they stand there: that is told only of what is asserted.
    told_as = Recorded(
        quote.exact or quote.text, "direct", (), recorded.prefix, recorded.suffix, "", "not_said"
    )
    return judge(source, told_as, own=False).outcome in (Outcome.exact, Outcome.typographic)


def _judged(copies: _Copies, snapshot_id: int, quote: Quote, recorded: Recorded, *, own: bool) -> Check:
    """The outcome in one stored copy; `own`: the one that the recorded places point into."""
    source, intact = copies.get(snapshot_id)
    match = judge(source, recorded, own=own)
    remarks = told(match)
    if quote.form == "indirect" and _stands(source, quote, recorded):
        from onrecord.statements.voices import WITHOUT_MARKS

        remarks = (*(remark for remark in remarks if remark != NOTHING_TO_COMPARE), WITHOUT_MARKS)
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
        replaced=tuple((one.bracket, one.text) for one in match.replaced),
        remarks=remarks,
    )
