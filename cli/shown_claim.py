"""What `show` shows of a claim: who is for it, against it and in doubt, on what that rests, and the verdicts."""

from __future__ import annotations

from onrecord.claims import queries as claim_queries
from onrecord.claims.alike import alike
from onrecord.cli.long_view import Page
from onrecord.cli.plain import chain, check_run, doubt, place, when
from onrecord.views.balance import balance_of

TYPE_CHECKING = False
if TYPE_CHECKING:
    from collections.abc import Iterator, Sequence

    from onrecord.cli.long_view import Shown
    from onrecord.db.reader import Reader
    from onrecord.model.claim_records import AlikeClaim, ClaimRecord, Position, VerdictRecord
    from onrecord.views.balance import Balance, Weight

_HEADINGS = {"asserts": "For", "denies": "Against", "questions": "Questioned"}
_TAKEN = {"asserts": "asserted", "denies": "denied", "questions": "questioned"}


def found(reader: Reader, name: str) -> Shown:
    """The claim as JSON, and what prints it for people."""
    number = claim_queries.claim_id(reader, name)
    record, balance = claim_queries.claim_record(reader, number), balance_of(reader, number)
    near = alike(reader, number)
    return lambda: {
        **record.as_json(),
        "balance": balance.as_json(),
        "alike": [one.as_json() for one in near],
    }, lambda: _print(record, balance, near)


def _print(record: ClaimRecord, balance: Balance, near: Sequence[AlikeClaim]) -> None:
    page = Page()
    page.line(f"{record.key}  {record.text}", style="bold")
    page.fields([("note", record.note)])
    for side in balance.sides:
        page.heading(f"{_HEADINGS[side.stance]} ({side.statements})")
        for line in _weight(side):
            page.line(line)
        _positions(page, record.having(side.stance))
    if record.verdicts:
        page.heading(f"Verdicts ({len(record.verdicts)}){': they disagree' if balance.disagreeing else ''}")
        for verdict in record.verdicts:
            page.line(_verdict(verdict))
    if record.related:
        page.heading("Other claims")
        for other in record.related:
            page.line(f"{other.kind} {other.key}: {other.text}")
    if near:
        page.heading("Worded nearly alike, and not linked")
        for one in near:
            page.line(f"{one.key}: {one.text}{' (the one denies the other?)' if one.opposed else ''}")


def _weight(side: Weight) -> Iterator[str]:
    """What a side rests on, a line each; nothing where nobody takes it."""
    if side.statements:
        yield _rests_on(side.origins.sources, len(side.origins.origins))
    if (earliest := side.earliest) and side.statements > 1:
        yield f"earliest: {earliest.key}, {earliest.speaker.name}, {when(earliest)} ({place(earliest)})"
    if side.unnamed:
        every = len(side.unnamed) == side.statements - side.unsaid
        which = "all of it" if every else ", ".join(side.unnamed)
        yield f"on unnamed sources alone: {which}"
    if side.unsaid:
        yield f"not counted, as nobody is said to have said it: {side.unsaid}"
    for bearing in side.bearings:
        number = f"{bearing.statements} statement{'' if bearing.statements == 1 else 's'}"
        yield f"also: {bearing.claim} ({bearing.kind}) is {_TAKEN[bearing.stance]} in {number}: {bearing.text}"
    if side.bearings:
        yield f"in all {_rests_on(side.in_all.sources, len(side.in_all.origins))}"


def _rests_on(sources: int, origins: int) -> str:
    return f"{sources} source{'' if sources == 1 else 's'}, {origins} origin{'' if origins == 1 else 's'}"


def _verdict(verdict: VerdictRecord) -> str:
    scale = verdict.on_its_scale()
    if scale and verdict.share is not None:
        scale = f"{scale} ({verdict.share:.0%})"
    parts = [f"{verdict.reviewer.name}: {verdict.verdict}", scale, verdict.published, verdict.source]
    return ", ".join(filter(None, parts))


def _positions(page: Page, positions: Sequence[Position]) -> None:
    for position in positions:
        quote = position.quote
        page.line(f"{quote.key}  {quote.shown}", indent=2)
        below = f"— {chain(quote)} · {when(quote) or 'undated'} · {place(quote)} · "
        page.line([(below, ""), check_run(quote.check_result)], indent=4)
        if position.note:
            page.line(f"note: {position.note}", indent=4)
        if problem := doubt(quote):
            page.line(problem, style="bold red", indent=4)
