"""What would put a draft right: for each passage whose words or dashes differ, the wording and the changes of its file.

Every proposal was tried: the draft with it was read and checked again, and its other passages are as they were.
"""

from __future__ import annotations

from onrecord.check.change import Change, Unplaced
from onrecord.check.decision import ONLY_ASKED
from onrecord.check.draft import Draft
from onrecord.check.escaped import escaped
from onrecord.check.inserted import lost_clause
from onrecord.check.judge import check
from onrecord.check.mended import kept_share, put_right
from onrecord.check.passage import Passage
from onrecord.check.passages import passages_of
from onrecord.check.places import changes
from onrecord.check.verdict import Kind, Report, Verdict
from onrecord.model.record import record, replace
from onrecord.text.signs import MARKS

TYPE_CHECKING = False
if TYPE_CHECKING:
    from collections.abc import Iterable, Sequence

    from onrecord.db.reader import Reader

_WORDS_DIFFER = (Kind.altered, Kind.inverted)
_WRONG_STILL = (*_WORDS_DIFFER, Kind.stitched, Kind.not_found)
_MARKUP = "markup stands between these words"
_TOO_FAR = "too much of it differs"
# Of its words, the share that stays at least.
_LEAST_KEPT = 0.6
_OPEN = "its mark is not closed"
_NOWHERE = "the source has no one passage to put in its place"
_CLAUSE = "what stands between its dashes would be lost"
_BESIDE = "it is what the draft leaves out beside it, or how it is told, that differs"
_NO_BETTER = "putting these words in would not do"


@record(kw_only=True)
class Mending:
    """A passage that can be put right: its verdict, the wording that should stand there, and what to change in the source of the
    draft. `after` is the verdict that it would have; `by_hand` why only a person can do it ("": it can be done here)."""

    verdict: Verdict
    wording: str
    edits: tuple[Change, ...] = ()
    after: Verdict | None = None
    by_hand: str = ""

    @property
    def turns(self) -> bool:
        """Whether the sense turns with it, so that somebody should look at each."""
        return self.verdict.kind is Kind.inverted


def mendings(reader: Reader, draft: Draft, report: Report, *, ignored: Sequence[str] = ()) -> list[Mending]:
    """What would put the passages of a draft right whose words, dashes or ellipses differ from those of their source."""
    mended = [mending for verdict in report.verdicts if (mending := _proposed(draft, verdict)) is not None]
    if draft.again is None or not mended:
        return mended
    mended = [_placed(draft, mending) for mending in mended]
    if not _holds(draft, mended):
        mended = [
            mending if _holds(draft, [mending]) else replace(mending, edits=(), by_hand=_MARKUP)
            for mending in mended
        ]
        if not _holds(draft, mended):
            mended = [replace(mending, edits=(), by_hand=_MARKUP) for mending in mended]
    after = check(reader, draft.again(applied(draft, mended)), ignored=ignored).verdicts
    if len(after) != len(report.verdicts):
        return [replace(mending, edits=(), by_hand=_MARKUP) for mending in mended]
    same = dict(zip(map(id, report.verdicts), after, strict=True))
    return [_judged(mending, same[id(mending.verdict)]) for mending in mended]


def applied(draft: Draft, mended: Iterable[Mending]) -> str:
    """The source of a draft with some of them in place."""
    pieces: list[str] = []
    behind = 0
    for edit in all_edits(mended):
        pieces += (draft.source[behind : edit.start], edit.new)
        behind = edit.end
    return "".join([*pieces, draft.source[behind:]])


def all_edits(mended: Iterable[Mending]) -> list[Change]:
    """The changes of some of them, in the order of the file."""
    return sorted((edit for mending in mended for edit in mending.edits), key=lambda mending: mending.start)


def _proposed(draft: Draft, verdict: Verdict) -> Mending | None:
    differs = verdict.kind in _WORDS_DIFFER or verdict.outcome == "typographic"
    if not differs:
        return None
    passage = verdict.passage
    words = verdict.kind in _WORDS_DIFFER
    if words and not passage.block and _is_open(draft.text, passage.end):
        return Mending(verdict=verdict, wording=passage.wording, by_hand=_OPEN)
    if not verdict.printed:
        return Mending(verdict=verdict, wording=passage.wording, by_hand=_NOWHERE) if words else None
    if ONLY_ASKED in verdict.remarks:
        return Mending(verdict=verdict, wording=passage.wording, by_hand=ONLY_ASKED)
    # A paragraph of a block has no marks of its own, and may have any inside.
    outer = "" if passage.block else draft.text[: passage.start].rstrip()[-1:]
    smart = draft.notation in ("markdown", "latex")
    wording = put_right(passage.wording, verdict.printed, outer=outer, smart=smart)
    if wording == passage.wording:
        return Mending(verdict=verdict, wording=wording, by_hand=_BESIDE) if words else None
    if lost_clause(passage.wording, wording):
        return Mending(verdict=verdict, wording=passage.wording, by_hand=_CLAUSE)
    far = kept_share(passage.wording, wording) < _LEAST_KEPT
    return Mending(verdict=verdict, wording=wording, by_hand=_TOO_FAR if far else "")


def _is_open(text: str, end: int) -> bool:
    """Whether no mark stands behind a passage, and the next paragraph does not go on with it."""
    after = text[end:].lstrip()[:1]
    return not after or after not in MARKS


def _placed(draft: Draft, mending: Mending) -> Mending:
    if mending.by_hand:
        return mending
    passage = mending.verdict.passage
    try:
        edits = changes(draft, passage.start, passage.wording, mending.wording)
    except Unplaced:
        return replace(mending, by_hand=_MARKUP)
    if draft.office is not None and not all(map(draft.office.fits, edits)):
        return replace(mending, by_hand=_MARKUP)
    return replace(
        mending, edits=tuple([replace(edit, new=escaped(edit.new, draft.notation)) for edit in edits])
    )


def _holds(draft: Draft, tried: Sequence[Mending]) -> bool:
    """Whether the draft, read again with these in place, has the passages that it should have."""
    assert draft.again is not None
    wanted = {mending.verdict.passage.start: mending.wording for mending in tried if mending.edits}
    expected = [_plain(wanted.get(passage.start, passage.wording)) for passage in passages_of(draft)]
    passages: list[Passage] = passages_of(draft.again(applied(draft, tried)))
    return [_plain(passage.wording) for passage in passages] == expected


def _plain(wording: str) -> str:
    return " ".join(wording.split())


def _judged(mending: Mending, after: Verdict) -> Mending:
    if not mending.edits:
        return mending
    words = mending.verdict.kind in _WORDS_DIFFER
    better = after.kind not in _WRONG_STILL if words else after.kind.gravity >= mending.verdict.kind.gravity
    return replace(mending, after=after) if better else replace(mending, edits=(), by_hand=_NO_BETTER)
