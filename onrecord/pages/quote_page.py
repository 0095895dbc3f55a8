"""The page of one statement, at `/-/quote/KEY`: its wording, who vouches for it, where it stands, how to cite it."""

from collections.abc import Callable
from dataclasses import dataclass

from onrecord.cite.attribution import doubts, quotation_line
from onrecord.cite.by_source import by_source
from onrecord.cite.formats import jsonld
from onrecord.claims import queries as claim_queries
from onrecord.db.reader import Reader
from onrecord.model.claim_records import Position, VerdictRecord
from onrecord.model.records import Json, Quote
from onrecord.pages import cite_box, linked_data, links
from onrecord.pages.doubts import doubts_of
from onrecord.pages.host import Host
from onrecord.pages.render import Head, render
from onrecord.pages.words import titled
from onrecord.views import compare, origins
from onrecord.views.origins import Origins
from onrecord.views.statement import StatementRecord, show_statement


@dataclass(frozen=True)
class Found:
    """What the page shows: the statement, the verdicts on each of its claims (also as ClaimReview), its origins."""

    record: StatementRecord
    verdicts: dict[str, list[VerdictRecord]]
    reviews: list[Json]
    origins: Origins


def read(reader: Reader, reference: str, lasting: Callable[[str], str]) -> Found:
    """What the page of `reference` shows; `lasting` as a host has it. NotFoundError and AmbiguousError as `show_statement`."""
    record = show_statement(reader, reference)
    bearing_on = [(claim_queries.claim_id(reader, stance.claim), stance) for stance in record.stances]
    return Found(
        record,
        {stance.claim: claim_queries.verdicts(reader, claim) for claim, stance in bearing_on},
        [
            review
            for claim, stance in bearing_on
            for review in linked_data.reviews(
                reader,
                claim,
                [Position(stance.stance, stance.note, quote) for quote in record.quotes],
                lambda quote: lasting(links.quote_at(quote.ref)),
            )
        ],
        origins.of_statement(reader, record.first.key),
    )


def is_traced(shown: Found) -> bool:
    """Whether anything is known of where the statement comes from: several sources, linked statements, or who passed it on."""
    record = shown.record
    return (
        shown.origins.sources > 1
        or bool(record.links)
        or any(quote.via or quote.quoted_from for quote in record.quotes)
    )


def html(
    host: Host, shown: Found, wanted: cite_box.Asked, pieces: tuple[cite_box.Piece, ...], reference: str
) -> str:
    """The page of what was found by `reference`; `pieces` are its citations, as they are `wanted`."""
    record = shown.record
    first = record.first
    # The whole key, where the address has only its beginning.
    key, place = first.key, reference.partition("@")[2]
    named = f"{key}@{place}" if place else key
    quotations = linked_data.quotations(record.quotes, lambda ref: host.lasting(links.quote_at(ref)))
    return render(
        host,
        "quote.html",
        title=f"{first.speaker.name}: {first.shown}",
        head=Head(
            address=host.lasting(links.quote_at(named)),
            description=_description(first),
            data=jsonld.document([*quotations, *shown.reviews]),
        ),
        works=[work.source for work in by_source(record.quotes)],
        reference=named,
        record=record,
        verdicts=shown.verdicts,
        origins=shown.origins,
        traced=is_traced(shown),
        differences=compare.differences(record.quotes),
        first_known=compare.first_known(record.quotes),
        first=first,
        doubts=[(quote, doubt) for quote in record.quotes for doubt in doubts_of(quote)],
        cite_box=cite_box,
        wanted=wanted,
        pieces=pieces,
    )


def _description(quote: Quote) -> str:
    """The quotation for those who see only a link to it: wording, speaker, source, and what is in doubt."""
    source = titled(quote.source.title, quote.source.citekey)
    return " ".join([f"{quotation_line(quote)}, in {source}.", *(f"[{doubt}]" for doubt in doubts(quote))])
