"""COinS: a work as a span that Zotero's connector and other reference managers read off a page.

OpenURL ContextObjects in Spans (ocoins.info), with the key/value format for Dublin Core, `info:ofi/fmt:kev:mtx:dc`:
it alone says which type of Zotero's a work is (`rft.type`). Several spans on a page make a list to pick from.
"""

from urllib.parse import quote as percent_encoded

from markupsafe import Markup

from onrecord.cite import csl
from onrecord.cite.formats.dates import iso
from onrecord.model.records import Json, SourceRecord
from onrecord.pages import chips

# CSL type: type of Zotero. What Zotero has no type for is a document.
_TYPES = {
    "article": "preprint", "article-journal": "journalArticle", "article-magazine": "magazineArticle",
    "article-newspaper": "newspaperArticle", "bill": "bill", "book": "book", "broadcast": "tvBroadcast",
    "chapter": "bookSection", "dataset": "dataset", "entry": "encyclopediaArticle",
    "entry-dictionary": "dictionaryEntry", "entry-encyclopedia": "encyclopediaArticle", "figure": "artwork",
    "graphic": "artwork", "hearing": "hearing", "interview": "interview", "legal_case": "case",
    "legislation": "statute", "manuscript": "manuscript", "map": "map", "motion_picture": "film",
    "paper-conference": "conferencePaper", "patent": "patent", "personal_communication": "letter",
    "post": "forumPost", "post-weblog": "blogPost", "report": "report", "review": "journalArticle",
    "review-book": "journalArticle", "software": "computerProgram", "song": "audioRecording",
    "speech": "presentation", "standard": "standard", "thesis": "thesis", "treaty": "statute", "webpage": "webpage",
}  # fmt: skip


def span(source: SourceRecord) -> Markup:
    """The span for a source; it shows nothing."""
    pairs = [
        ("ctx_ver", "Z39.88-2004"),
        ("rft_val_fmt", "info:ofi/fmt:kev:mtx:dc"),
        *_fields(csl.item(source)),
        # Last: Zotero reads from left to right, and once it knows an article it takes a title for the journal's.
        ("rft.type", _TYPES.get(source.type, "document")),
    ]
    title = "&".join(f"{name}={percent_encoded(value, safe='')}" for name, value in pairs if value)
    return Markup('<span class="Z3988" title="{}"></span>').format(title)


def _fields(item: Json) -> list[tuple[str, str]]:
    address = str(item.get("URL", ""))
    issued = item.get("issued")
    return [
        ("rft.title", str(item.get("title") or item["id"])),
        ("rft.source", str(item.get("container-title", ""))),
        ("rft.publisher", str(item.get("publisher", ""))),
        ("rft.identifier", f"urn:doi:{item['DOI']}" if item.get("DOI") else ""),
        ("rft.identifier", address if chips.is_link(address) else ""),
        ("rft.language", str(item.get("language", ""))),
        ("rft.date", (iso(issued) or "") if isinstance(issued, dict) else ""),
        ("rft.volume", str(item.get("volume", ""))),
        ("rft.issue", str(item.get("issue", ""))),
        ("rft.pages", str(item.get("page", ""))),
        ("rft.isbn", str(item.get("ISBN", ""))),
        ("rft.issn", str(item.get("ISSN", ""))),
        *_authors(item.get("author")),
    ]


def _authors(people: object) -> list[tuple[str, str]]:
    authors = []
    for person in people if isinstance(people, list) else []:
        if literal := person.get("literal"):
            authors.append(("rft.aucorp", str(literal)))
        else:
            family, given, suffix = csl.person(person)
            authors.append(("rft.au", ", ".join(filter(None, (family, given, suffix)))))
    return authors
