"""Clippings: a passage of a page that an address points to (`text.fragments`), found in the stored copy, recorded or proposed."""

from __future__ import annotations

from onrecord.errors import Hint, InputError, NotFoundError
from onrecord.extract.proposal import Proposal as Found
from onrecord.model.record import record, replace
from onrecord.proposals import queries as proposal_queries
from onrecord.proposals.store import store_proposals
from onrecord.sources import captures
from onrecord.sources import queries as source_queries
from onrecord.sources.add import add_source
from onrecord.sources.copies import add_snapshot
from onrecord.statements.add import add_quote
from onrecord.statements.judge import judge_source
from onrecord.statements.place import At
from onrecord.text import marks, urls
from onrecord.text.fragments import page, parse
from onrecord.text.pointing import core_of

TYPE_CHECKING = False
if TYPE_CHECKING:
    from collections.abc import Sequence

    from onrecord.db.reader import Reader
    from onrecord.db.store import Store
    from onrecord.ingest.document import Document
    from onrecord.model.records import SourceRecord
    from onrecord.proposals.records import ProposalRecord
    from onrecord.sources.add import SourceFields
    from onrecord.statements.add import AddedQuote
    from onrecord.statements.fields import QuoteFields
    from onrecord.text.fragments import TextDirective

# What a passage that no engine proposes is proposed by, and how sure that is.
BY_CLIPPING, CONFIDENCE = "clip", 0.5
_SHOWN = 60


@record()
class Clipping:
    """An address of a page, and the passages of it that were marked."""

    url: str
    passages: tuple[TextDirective, ...]


@record()
class Clipped:
    """What a clipping gave: its source (`created` where it is new), the `places` of its passages in the stored copy, and of
    each the quotation that was recorded, or the proposals that wait for a review."""

    source: SourceRecord
    created: bool
    places: tuple[tuple[int, int], ...]
    quotes: tuple[AddedQuote, ...] = ()
    proposals: tuple[ProposalRecord, ...] = ()


def clipping(text: str) -> Clipping:
    """The address as a browser copies it. InputError: it is not a web address, or points to no words."""
    url, passages = parse(text.strip())
    if not urls.is_web_url(url):
        raise InputError(f"{text!r} is not a web address: it must begin with http:// or https://.")
    if not passages:
        raise InputError(
            f"{url} points to no words: select them in the browser and copy the link to the selection (…#:~:text=…)."
        )
    return Clipping(url, passages)


def known_source(reader: Reader, url: str, citekey: str | None) -> tuple[str | None, bool]:
    """The source that a clipping is from, by name or address, and whether it has a stored copy. NotFoundError for an unknown name."""
    if citekey is not None:
        source_queries.source_id(reader, citekey)
    else:
        key = urls.url_key(url)
        citekey = reader.value("SELECT citekey FROM sources WHERE url_key = ?", (key,))
    if citekey is None:
        return None, False
    [source] = source_queries.source_records(reader, [source_queries.source_id(reader, citekey)]).values()
    return source.citekey, bool(source.snapshots)


def clip(
    store: Store,
    clipping: Clipping,
    document: Document | None,
    *,
    source: SourceFields,
    citekey: str | None = None,
    fetched: bool = False,
    quote: QuoteFields | None = None,
    extracted: Sequence[Found] = (),
    engine: str = BY_CLIPPING,
) -> Clipped:
    """Stores the page where it is not (`document`; None: it is stored), finds the passages and records them.

    With `quote`, whose text, source and place are filled in here, each passage is recorded as what it says; else what an
    engine `extracted` at the passages waits for a review, or the passage by itself. InputError where a passage stands
    nowhere: then nothing is to be kept of the operation.
    """
    known, _ = known_source(store, clipping.url, citekey)
    created = False
    if known is None:
        if document is None:
            raise NotFoundError(f"{clipping.url} is not a source on record.", hint=Hint("list_sources"))
        added = add_source(store, replace(source, url=source.url or clipping.url), document, fetched=fetched)
        known, created = added.record.citekey, added.created
        if added.attached:
            judge_source(store, known)
    elif document is not None:
        add_snapshot(store, known, document)
        judge_source(store, known)
    copy = captures.copy(store, known)
    places = tuple(
        [
            _place(copy.text, passage, clipping.url if document else known, known)
            for passage in clipping.passages
        ]
    )
    [named] = source_queries.source_records(store, [source_queries.source_id(store, known)]).values()
    if quote is not None:
        quotes = [
            add_quote(
                store, replace(quote, text=copy.text[slice(*place)], source=known, at=At(copy.id, (place,)))
            )
            for place in places
        ]
        return Clipped(named, created, places, tuple(quotes))
    parts = _proposed(copy.text, places, extracted)
    store_proposals(store, known, copy.text, parts, engine=engine if extracted else BY_CLIPPING)
    waiting = [
        proposal
        for proposal in proposal_queries.proposals(store, known)
        if any(_touch(place, stretch) for place in places for stretch in proposal.stretches)
    ]
    return Clipped(named, created, places, (), tuple(waiting))


def _place(text: str, wanted: TextDirective, where: str, citekey: str) -> tuple[int, int]:
    found = page(text).find_about(wanted)
    core = core_of(text, *found) if found is not None else None
    if core is None:
        words = wanted.start if wanted.end is None else f"{wanted.start} … {wanted.end}"
        shown = words if len(words) <= _SHOWN else f"{words[: _SHOWN - 1]}…"
        raise InputError(
            f"{shown!r} stands nowhere in the text of {where}: nothing was recorded.",
            hint=Hint("save_page") if where != citekey else Hint("add_later_copy", citekey=citekey),
        )
    return core


def _proposed(text: str, places: Sequence[tuple[int, int]], extracted: Sequence[Found]) -> list[Found]:
    """What was extracted at the places, whole statements; where nothing was, the places by themselves."""
    touched = {
        part.group for part in extracted if any(_touch(place, (part.start, part.end)) for place in places)
    }
    parts = [part for part in extracted if part.group in touched]
    number = max((part.group for part in extracted), default=0)
    for start, end in places:
        if not any(_touch((start, end), (part.start, part.end)) for part in parts):
            number += 1
            in_marks = marks.form_of(text, start, end)
            marked = Found(
                start=start,
                end=end,
                form="direct" if in_marks == "mixed" else in_marks,
                speaker=None,
                cue=None,
                group=number,
                confidence=CONFIDENCE,
                reason="marked in the browser",
            )
            parts.append(marked)
    return parts


def _touch(span: tuple[int, int], other: tuple[int, int]) -> bool:
    return span[0] < other[1] and other[0] < span[1]
