"""Where onrecord's own pages are, below the root of whatever serves them. These addresses stay: people put them in print."""

from urllib.parse import quote as percent_encoded
from urllib.parse import urlencode, urlsplit, urlunsplit

from onrecord.model.records import Quote
from onrecord.statements.queries import split_ordinal

# Enough of a SHA-256 to tell the copies of one source apart for good.
COPY_DIGITS = 12
STYLES = "/-/cite-styles"
# The home page, wherever that of the server is somebody else's.
HOME = "/-/onrecord"
SEARCH = f"{HOME}/search"
# Where the search stood before: datasette-search-all has it too.
FORMER_SEARCH = "/-/search"


def quote_at(reference: str) -> str:
    """The page of a statement (KEY) or of one of its attributions (KEY@CITEKEY)."""
    return f"/-/quote/{percent_encoded(reference, safe='@')}"


def trace_at(key: str) -> str:
    """The page "where it comes from" of a statement."""
    return f"/-/trace/{percent_encoded(key, safe='')}"


def cite_at(reference: str) -> str:
    """What the cite box of a statement's page asks for citations."""
    return f"/-/cite/{percent_encoded(reference, safe='@')}"


def source_at(citekey: str, **asked: str | int) -> str:
    """The page of a source; `asked` is what of it: `part`, `para`, `show` (a statement), `copy` (a stored one)."""
    return f"/-/source/{percent_encoded(citekey, safe='')}" + (f"?{urlencode(asked)}" if asked else "")


def diff_at(citekey: str, old: int | None = None, new: int | None = None, **asked: str | int) -> str:
    """What changed between two stored copies of a source, by their numbers; `asked` is what of it: `part`."""
    numbers = {name: one for name, one in (("from", old), ("to", new)) if one is not None}
    query = urlencode({**numbers, **asked})
    return f"{source_at(citekey)}/diff" + (f"?{query}" if query else "")


def paragraph_at(citekey: str, copy: str, number: int) -> str:
    """A paragraph of a stored copy, named by its SHA-256: it stays when a later copy is stored."""
    return source_at(citekey, copy=copy[:COPY_DIGITS], para=number) + f"#para-{number}"


def place_at(quote: Quote) -> str:
    """Where a quotation stands in the text of its source."""
    return source_at(quote.source.citekey, show=quote.ref) + f"#{anchor(quote)}"


def anchor(quote: Quote) -> str:
    """The id of a quotation on the page of its source: q-KEY, or q-KEY.2 where the source gives it twice."""
    key, _, place = quote.ref.partition("@")
    ordinal = split_ordinal(place)[1]
    return f"q-{key}.{ordinal}" if ordinal else f"q-{key}"


def speaker_at(slug: str, **asked: str | int) -> str:
    """The page of a speaker; `asked` is what of it: `page` of the statements, `when` (EDTF) they were said."""
    return f"/-/speaker/{percent_encoded(slug, safe='')}" + (f"?{urlencode(asked)}" if asked else "")


def claim_at(key: str) -> str:
    """The page of a claim."""
    return f"/-/claim/{percent_encoded(key, safe='')}"


def search_at(**asked: str | int) -> str:
    """The search page; `asked` are its parameters (`search_asked.Asked`)."""
    return SEARCH + (f"?{urlencode(asked)}" if asked else "")


def within(address: str, database: str) -> str:
    """`address` in one of several databases that are served: two may use the same slug or citekey."""
    parts = urlsplit(address)
    query = "&".join(filter(None, (parts.query, urlencode({"in": database}))))
    return urlunsplit(parts._replace(query=query))


def export_at(page: str, extension: str) -> str:
    """The file with what is on `page`, an address that may have a query."""
    path, question, query = page.partition("?")
    return f"{path}.{extension}{question}{query}"
