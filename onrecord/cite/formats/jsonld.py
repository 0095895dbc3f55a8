"""schema.org in JSON-LD: a Quotation for each quotation, its source in `isPartOf`; a Claim for what somebody did not assert.

`spokenByCharacter` is to whom the words are attributed, and `creator` whose they are: the same, unless that is in doubt.
Who wrote the source stands with the source. What is in doubt stands in `description`.
"""

from collections.abc import Sequence

from onrecord.cite import csl, moments
from onrecord.cite.attribution import doubt_notes, doubts
from onrecord.cite.by_source import by_source
from onrecord.cite.formats.dates import iso
from onrecord.model.polarities import label
from onrecord.model.records import MYSELF, Json, Quote, SourceRecord, SpeakerRef
from onrecord.text import embedded
from onrecord.text.locator_forms import format_locator
from onrecord.text.markup import plain

_TYPES = {
    "article": "Article", "article-journal": "ScholarlyArticle", "article-magazine": "Article",
    "article-newspaper": "NewsArticle", "book": "Book", "broadcast": "CreativeWork", "chapter": "Chapter",
    "dataset": "Dataset", "legislation": "Legislation", "manuscript": "Manuscript", "map": "Map",
    "motion_picture": "Movie", "periodical": "Periodical", "post": "SocialMediaPosting",
    "post-weblog": "BlogPosting", "report": "Report", "review": "Review", "software": "SoftwareApplication",
    "speech": "CreativeWork", "thesis": "Thesis", "webpage": "WebPage",
    "personal_communication": "Message", "interview": "Conversation",
}  # fmt: skip
CONTEXT = "https://schema.org"
_KINDS = {"person": "Person", "organisation": "Organization"}


def write(quotes: Sequence[Quote], as_: str) -> str:
    """`as_` "citation": a Quotation each; "bibliography": the sources. Several stand in one @graph."""
    if as_ == "bibliography":
        nodes = []
        for found in by_source(quotes):
            notes = " ".join(note for quote in found.quotes for note in doubt_notes(quote))
            nodes.append(work(found.source) | ({"description": notes} if notes else {}))
    else:
        nodes = [
            _filled({**quotation(quote), "url": csl.clean(moments.link(quote) or "")}) for quote in quotes
        ]
    return embedded.dumps(document(nodes, alone=True), indent=2)


def document(nodes: Sequence[Json], *, alone: bool = False) -> Json:
    """One document of several nodes, in a graph; `alone`: a single one is the document itself."""
    context: Json = {"@context": CONTEXT}
    return context | (nodes[0] if alone and len(nodes) == 1 else {"@graph": list(nodes)})


def quotation(quote: Quote) -> Json:
    """The Quotation; it holds no empty value. What its source has the speaker deny, not say or ask is nobody's: a Claim."""
    source = quote.source
    if quote.polarity != "asserted":
        who = csl.printed_name(quote.speaker, quote.named_as)
        return _filled(
            {
                "@type": "Claim",
                "identifier": quote.ref,
                "text": csl.clean(quote.text),
                "inLanguage": quote.language,
                "description": " ".join([f"{who}: {label(quote.polarity)}.", *doubts(quote)]),
                "isPartOf": work(source),
            }
        )
    node: Json = {
        "@type": "Quotation",
        "identifier": quote.ref,
        "text": csl.clean(quote.text),
        "inLanguage": quote.language,
        "spokenByCharacter": person(quote.speaker, quote.named_as),
        "creator": person(quote.speaker, quote.named_as) if quote.status == "sourced" else None,
        "translator": person(quote.translator, None)
        if quote.translator and quote.translator.slug != MYSELF
        else None,
        "dateCreated": quote.said,
        "locationCreated": {"@type": "Place", "name": csl.clean(quote.place)} if quote.place else None,
        "isPartOf": work(source),
        "citation": [person(one.speaker, one.named_as)["name"] for one in quote.passed_on],
        "pagination": csl.clean(quote.locator) if quote.locator and quote.locator_label == "page" else None,
        "position": format_locator(quote.locator_label, csl.clean(quote.locator))
        if quote.locator and quote.locator_label and quote.locator_label != "page"
        else None,
        "abstract": "Paraphrased by the source." if quote.form == "indirect" else None,
        "description": " ".join(doubts(quote)),
    }
    return _filled(node)


def work(source: SourceRecord) -> Json:
    """The source, as the kind of work that schema.org has for it; it holds no empty value."""
    item = csl.item(source)
    dates = {name: iso(date) for name in ("issued", "accessed") if isinstance(date := item.get(name), dict)}
    container = item.get("container-title")
    node: Json = {
        "@type": _TYPES.get(source.type, "CreativeWork"),
        "identifier": source.citekey,
        "name": plain(str(item["title"])) if item.get("title") else None,
        "author": [
            person(creator.speaker, creator.named_as)
            for creator in source.creators
            if creator.role == "author"
        ],
        "datePublished": dates.get("issued"),
        "isPartOf": {"@type": "CreativeWork", "name": container} if container else None,
        "publisher": {"@type": "Organization", "name": item["publisher"]} if item.get("publisher") else None,
        "inLanguage": item.get("language"),
        "isbn": item.get("ISBN"),
        "sameAs": f"https://doi.org/{item['DOI']}" if item.get("DOI") else None,
        "url": item.get("URL"),
        "archivedAt": csl.clean(source.archive_url) if source.archive_url else None,
    }
    return _filled(node)


def person(speaker: SpeakerRef, named_as: str | None) -> Json:
    """A speaker, as a Person, an Organization or, unnamed, a Thing."""
    name = csl.printed_name(speaker, named_as)
    # Of what is unnamed nobody knows whether it is one person.
    kind = "Thing" if speaker.unnamed else _KINDS.get(speaker.kind, "Organization")
    return {"@type": kind, "name": name}


def _filled(node: Json) -> Json:
    return {name: value for name, value in node.items() if value not in (None, "", [])}
