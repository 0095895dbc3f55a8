"""Quotations as newspapers attribute them: “…,” Margaret Ellingham told The Eastport Courier on 14 March 2024.

No engine and no CSL style: a sentence a quotation, in English, with the source as a link. Words were "told" to a paper in an
interview, or where the article itself says so: else it may have heard them from anybody, and "reported" them.
"""

from __future__ import annotations

from onrecord.cite import moments
from onrecord.cite.attribution import doubts, named_within, relays_beyond_the_source
from onrecord.cite.csl import clean
from onrecord.cite.english import goes_on, typographic, verb_before
from onrecord.cite.formats.sentences import not_asserted
from onrecord.cite.quotation_marks import marked
from onrecord.errors import InputError
from onrecord.model.records import MYSELF, Quote, SourceRecord
from onrecord.text import edtf

TYPE_CHECKING = False
if TYPE_CHECKING:
    from collections.abc import Sequence

    from onrecord.cite.inlines import Char

_PAPER = ("docx", "odt", "rtf")

_SILENT_ROLES = ("publisher", "recipient")
_PERIODICAL = (
    "article",
    "article-journal",
    "article-magazine",
    "article-newspaper",
    "post-weblog",
    "webpage",
    "broadcast",
)
_WRITTEN = ("document", "post", "written")
# Sources in which their makers are heard, not read.
_HEARD = ("speech", "broadcast", "interview", "hearing", "event", "performance", "motion_picture")
# By the medium, what a report says of the occasion.
_OCCASIONS = {
    "speech": "in a speech",
    "press_conference": "at a press conference",
    "broadcast": "in a broadcast",
    "post": "in a post",
}
_ENDS = ("?", "!", "…")


def line(quote: Quote) -> list[Char]:
    """The sentence with who said it, to whom, when and through whom; the name of the source is a link, doubts stand behind it."""
    before, verb = _words(quote)
    where, after = map(typographic, _reported(quote, verb))
    if where.startswith(",") and before.rstrip('”’"').endswith(","):
        where = where[1:]
    shown = typographic(_source_name(quote.source))
    address = moments.address(quote)
    marks = (f"link:{clean(address)}",) if address and clean(address) else ()
    characters: list[Char] = [(one, ()) for one in f"{before}{where}"]
    characters += [(one, marks) for one in shown] if "{source}" in after else []
    rest = after.partition("{source}")[2] if "{source}" in after else after
    characters += [(one, ()) for one in f"{rest}."]
    return characters + [(one, ()) for doubt in doubts(quote) for one in f" [{typographic(doubt)}]"]


def write(groups: Sequence[tuple[str, Sequence[Quote]]], format: str, *, whole: bool) -> bytes:
    """A paragraph a quotation, under the headings of their groups ("" for none); `whole`: as a document of its own.

    `format` is one that the citation engine writes too.
    """
    blocks = [(heading, [_shown(quote, format) for quote in quotes]) for heading, quotes in groups]
    if format in _PAPER or (whole and format != "markdown"):
        from onrecord.cite.formats.document import write_sentences

        return write_sentences(blocks, format)
    parts = ["# Quotations"] if whole else []
    for heading, lines in blocks:
        parts += [*_heading(heading, format), *(_paragraph(line, format) for line in lines)]
    return "\n\n".join(parts).encode()


def _shown(quote: Quote, format: str) -> list[Char]:
    """The sentence; in a text, which has no links, with the address."""
    said = line(quote)
    address = clean(moments.address(quote))
    return [*said, *((one, ()) for one in f" {address}")] if format == "text" and address else said


def _heading(text: str, format: str) -> list[str]:
    if not text or format == "text":
        return [f"{text}\n{'=' * len(text)}"] if text else []
    from onrecord.cite.markup import plain_html, plain_latex, plain_markdown

    if format == "html":
        return [f"<h2>{plain_html(text)}</h2>"]
    if format == "latex":
        return [f"\\section*{{{plain_latex(text)}}}"]
    return [f"## {plain_markdown(text)}"]


def _paragraph(said: Sequence[Char], format: str) -> str:
    if format == "text":
        return "".join(one for one, _ in said)
    from onrecord.cite.markup import write_line

    made = write_line(said, format)
    return f"<p>{made}</p>" if format == "html" else made


def _words(quote: Quote) -> tuple[str, str]:
    """The sentence up to the verb, and the verb; the verb is empty where it stands before the words."""
    words = typographic(clean(quote.text))
    who = typographic(named_within(quote.speaker, quote.named_as))
    if quote.office and quote.status == "sourced":
        who = f"{who}, {typographic(clean(quote.office))},"
    if quote.status != "sourced":
        polarity = "" if quote.polarity == "asserted" else f" ({quote.polarity.replace('_', ' ')})"
        return f"{_quoted(quote, words)} attributed to {who}{polarity}", ""
    if quote.polarity != "asserted":
        if quote.polarity == "asked" and quote.form == "direct":
            return f"{_quoted(quote, words)} {who}", "asked"
        lead, rest = not_asserted(quote, words)
        lead = lead.format(who=who)
        lead = lead[:1].upper() + lead[1:]
        return f"{lead}{_quoted(quote, rest) if quote.form == 'direct' else _with_comma(rest)}", ""
    if quote.form != "direct" and words[:1].islower():
        named = f"{who[:1].upper()}{who[1:]}"
        if goes_on(words, quote.cue):
            return f"{named} {_with_comma(words)}", ""
        if verb := verb_before(quote.cue):
            return f"{named} {clean(verb)} {_with_comma(words)}", ""
        words = words.removeprefix("that ")
    return f"{_quoted(quote, words)} {who}", "wrote" if _wrote(quote) else "said"


def _quoted(quote: Quote, words: str) -> str:
    """The words with the comma that ends them, inside the marks as in American English."""
    if quote.form != "direct":
        return _with_comma(words[:1].upper() + words[1:])
    bare = words.rstrip(",;")
    if bare.endswith(".") and not bare.endswith(".."):
        bare = bare[:-1]
    return marked(bare if bare.endswith(_ENDS) else f"{bare},")


def _with_comma(words: str) -> str:
    if words.endswith("…") or not words:
        return words
    bare = words.rstrip(".,;")
    closing = bare[-1:] in '”’"'
    if closing and bare[-2:-1] in ".?!…":
        return f"{bare[:-2]},{bare[-1]}" if bare[-2] == "." else bare
    if closing:
        return f"{bare[:-1]},{bare[-1]}"
    return bare if bare.endswith(_ENDS) else f"{bare},"


def _reported(quote: Quote, verb: str) -> tuple[str, str]:
    """What follows the words: up to the source, and from it on, "{source}" standing for its name; no full stop."""
    source, name = quote.source, _source_name(quote.source)
    said, issued = _on(quote.said), _on(source.issued)
    relays = relays_beyond_the_source(quote)
    through = "".join(f", according to {named_within(relay.speaker, relay.named_as)}" for relay in relays)
    own = quote.speaker.slug in _makers(source)
    if quote.translator and quote.translator.slug != MYSELF:
        through += f", in a translation by {clean(quote.translator.name)}"
    if not name:
        return (f" {verb}" if verb else "") + f"{said or issued}{through}", ""
    if verb == "wrote" and own and not through:
        return " wrote in ", f"{{source}}{issued or said}"
    occasion = _occasion(quote)
    if verb == "said" and not through and not occasion and not own and _told(quote):
        return " told ", f"{{source}}{said or issued}"
    head = f" {verb}" if verb else ""
    if own and not through:
        return f"{head}{occasion}{said} in ", f"{{source}}{issued if issued != said else ''}"
    if source.type in _PERIODICAL or source.container_title:
        return f"{head}{occasion}{said}{through}, ", f"{{source}} reported{issued}"
    return f"{head}{occasion}{said}{through}, as quoted in ", f"{{source}}{_year(source)}"


def _told(quote: Quote) -> bool:
    """Whether the words were said to the source: in an interview, or where it says beside them that they were told it."""
    return (
        quote.source.type == "interview"
        or (quote.medium == "interview" and quote.source.type in _PERIODICAL)
        or (quote.cue == "told" and _names_itself(quote))
    )


def _names_itself(quote: Quote) -> bool:
    name = " ".join(_source_name(quote.source).casefold().split()).removeprefix("the ")
    beside = f"{quote.prefix or ''} {quote.suffix or ''}".casefold()
    around = " ".join("".join(one if one.isalnum() or one in "&'’-" else " " for one in beside).split())
    return any(f"told {article}{name} " in f"{around} " for article in ("", "the "))


def _makers(source: SourceRecord) -> set[str]:
    return {creator.speaker.slug for creator in source.creators if creator.role not in _SILENT_ROLES}


def _wrote(quote: Quote) -> bool:
    if quote.medium in _WRITTEN:
        return True
    return (
        quote.medium is None
        and quote.speaker.slug in _makers(quote.source)
        and quote.source.type not in _HEARD
    )


def _occasion(quote: Quote) -> str:
    named = clean(quote.occasion or "")
    place = clean(quote.place or "")
    words = _OCCASIONS.get(quote.medium or "", "")
    if named:
        words = f"{words} ({named})" if words else f"({named})"
    if place and place not in named:
        words = f"{words} in {place}" if words else f"in {place}"
    return f" {words}" if words else ""


def _source_name(source: SourceRecord) -> str:
    """What a reader calls it: the paper; of what stands alone its title."""
    if source.container_title and clean(source.container_title):
        return clean(source.container_title)
    title = clean(source.title or "")
    if source.type in _PERIODICAL and source.publisher:
        return clean(source.publisher)
    return (f"“{title}”" if source.type in _PERIODICAL else title) or clean(source.publisher or "")


def _year(source: SourceRecord) -> str:
    on = _on(source.issued)
    return f" ({on.split(' ', 2)[2]})" if on else ""


def _on(written: str | None) -> str:
    """ " on 14 March 2024", " in March 2024", " in 2024"; "" where it is unknown."""
    if not written:
        return ""
    try:
        date = edtf.parse(written)
    except InputError:
        return ""
    said = edtf.humanise(date)
    if date.interval:
        return f" in {said}" if not said.startswith(("from ", "until ")) else f" {said}"
    return f" {'on' if date.start is not None and date.start.day else 'in'} {said}"
