"""What pages say to programs, in the words of schema.org, as JSON-LD in a data block: quotations, verdicts, speakers, sources."""

from collections.abc import Callable, Iterable, Sequence
from itertools import islice

from markupsafe import Markup

from onrecord.cite import csl
from onrecord.cite.formats import claimreview, jsonld
from onrecord.claims import queries as claim_queries
from onrecord.db.reader import Reader
from onrecord.model.claim_records import Position
from onrecord.model.records import Json, Quote, SourceRecord, SpeakerRecord, SpeakerRef
from onrecord.pages import chips
from onrecord.sources import queries as source_queries
from onrecord.text import embedded
from onrecord.text.patterns import lazy

WIKIDATA = "https://www.wikidata.org/wiki/"
# Of a source's quotations; the page itself has them all.
MOST_PARTS = 100
_ITEM = lazy(r"Q[1-9][0-9]*")


def script(data: Json) -> Markup:
    """`data` as a data block: no browser runs it, and nothing in it can end it."""
    # No bidi controls.
    written = embedded.dumps(data, ascii_only=True)
    return Markup('<script type="application/ld+json">{}</script>').format(Markup(written))  # noqa: S704  (nothing in it can end a script)


def quotations(quotes: Sequence[Quote], address: Callable[[str], str]) -> list[Json]:
    """A Quotation for each of `quotes`; `address` gives the page of a reference."""
    return [
        {**jsonld.quotation(quote), "@id": page, "url": page}
        for quote, page in ((quote, address(quote.ref)) for quote in quotes)
    ]


def speaker(record: SpeakerRecord, address: str) -> Json:
    """A Person, an Organization or, unnamed, a Thing, with the page at `address` for its name."""
    ref = SpeakerRef(
        slug=record.slug, name=record.name, kind=record.kind, unnamed=record.unnamed,
        family=record.family, given=record.given,
    )  # fmt: skip
    node = {"@id": address, "url": address, **jsonld.person(ref, None)}
    others = {csl.clean(name.name): None for name in record.names}
    others.pop(str(node["name"]), None)
    if others:
        node["alternateName"] = list(others)
    if node["@type"] == "Person":
        parts = {"familyName": record.family, "givenName": record.given}
        node |= {name: csl.clean(value) for name, value in parts.items() if value}
    if record.description:
        node["description"] = csl.clean(record.description)
    if record.wikidata_id and _ITEM.fullmatch(record.wikidata_id):
        node["sameAs"] = f"{WIKIDATA}{record.wikidata_id}"
    return node


def source(record: SourceRecord, address: str, parts: Iterable[str]) -> Json:
    """The kind of work that a source is; `parts` are pages of quotations that stand in it."""
    node = {"@id": address, "mainEntityOfPage": address, **jsonld.work(record)}
    for name in ("url", "archivedAt"):
        if name in node and not chips.is_link(str(node[name])):
            del node[name]
    if held := [{"@type": "Quotation", "@id": one} for one in islice(parts, MOST_PARTS)]:
        node["hasPart"] = held
    return node


def reviews(
    reader: Reader, claim: int, taken: Iterable[Position], address: Callable[[Quote], str]
) -> list[Json]:
    """A ClaimReview for each verdict that somebody gave on the claim with this id; `taken` are positions on it, `address` gives their pages."""
    [(key, text)] = reader.rows("SELECT key, text FROM claims WHERE id = ?", (claim,))
    reviewed = claimreview.claim(key, text, claimreview.appearances(taken, address))
    return [
        claimreview.review(text, reviewed, verdict, source_queries.source_named(reader, verdict.source))
        for verdict in claim_queries.verdicts(reader, claim)
    ]
