"""References for Wikidata in QuickStatements version 1 (Help:QuickStatements): a line for each quotation.

A line is a whole reference, its parts separated by tabs: it is pasted at the end of the line of any statement that
the quotation supports. What is in doubt stands in a comment, which QuickStatements makes the edit summary.
"""

from collections.abc import Iterator, Sequence
from urllib.parse import quote as percent_encoded

from onrecord.cite import csl
from onrecord.cite.attribution import doubts
from onrecord.cite.formats import archives
from onrecord.cite.formats.dates import day
from onrecord.model.records import Quote
from onrecord.text.locator_forms import format_locator
from onrecord.text.markup import plain
from onrecord.text.patterns import lazy

# Wikidata's limit for a text in a language (P1683, P1476).
LONGEST = 1_500

# Zotero and Cita keep the item of a work in its notes.
_ITEM = lazy(r"(?im)^\s*qid:\s*(Q[1-9]\d*)\s*$")
_LANGUAGE = lazy(r"[a-z]{2,3}(?:-[a-z0-9]+)*")


def write(quotes: Sequence[Quote], as_: str) -> str:
    """The references, in the order given."""
    return "\n".join(map(_line, quotes))


def _line(quote: Quote) -> str:
    parts = [part for pair in _reference(quote) for part in pair]
    found = doubts(quote)
    comment = f" /* {_plain(' '.join(found)).replace('*/', '* /')} */" if found else ""
    return "\t".join(parts) + comment


def _reference(quote: Quote) -> Iterator[tuple[str, str]]:
    source = quote.source
    item = csl.item(source)
    language = _language(source.language)
    if known := _ITEM.search(str(item.get("note", ""))):
        yield "S248", known[1]
    elif title := item.get("title"):
        yield "S1476", _text(plain(str(title)), language)
    for creator in source.creators if not known else ():
        if creator.role == "author":
            yield "S2093", _string(csl.printed_name(creator.speaker, creator.named_as))
    if when := _date(source.issued):
        yield "S577", when
    if doi := item.get("DOI"):
        yield "S356", _string(str(doi).upper())
    archived = archives.of(source)
    if address := source.url or (archived.original if archived else None):
        yield "S854", _address(address)
    if archived:
        yield "S1065", _address(archived.url)
        if archived.date:
            yield "S2960", f"+{archived.date}T00:00:00Z/11"
    if when := _date(source.accessed):
        yield "S813", when
    if quote.locator and quote.locator_label:
        place = csl.clean(quote.locator)
        match quote.locator_label:
            case "page":
                yield "S304", _string(place)
            case "chapter":
                yield "S792", _string(place)
            case label:
                yield "S958", _string(format_locator(label, place))
    wording = csl.clean(quote.shown)
    # A paraphrase is no quotation (P1683 is "text from the source"), nor is what the speaker denied.
    if quote.form == "indirect" or quote.polarity != "asserted":
        yield "S5997", _string(wording)
    else:
        # A translation is not in the language of the source.
        spoken = quote.language or (None if quote.translator else source.language)
        yield "S1683", _text(wording, _language(spoken))


def _language(tag: str | None) -> str:
    code = (tag or "").lower()
    return code if _LANGUAGE.fullmatch(code) else "und"


def _text(text: str, language: str) -> str:
    return f"{language}:{_string(text)}"


def _string(text: str) -> str:
    plain = _plain(text)
    if len(plain) > LONGEST:
        plain = plain[: LONGEST - 2].rsplit(" ", 1)[0] + " …"
    return f'"{plain}"'


def _plain(text: str) -> str:
    """Text without what QuickStatements takes for the end of a line, or for a comment."""
    return csl.clean(text).replace("||", "| |").replace("/*", "/ *")


def _address(url: str) -> str:
    # A slash with an asterisk would begin a comment.
    return f'"{percent_encoded(csl.clean(url), safe="!#$%&()+,-./:;=?@[]_~")}"'


def _date(written: str | None) -> str | None:
    date = day(written)
    if date is None:
        return None
    year, month, of_month = date
    precision = 11 if of_month else 10 if month else 9
    return f"+{year:04}-{month:02}-{of_month:02}T00:00:00Z/{precision}"
