"""Wikitext for the English Wikipedia: `{{Blockquote}}`, `<ref>` and the Citation Style 1 template of the source's type.

Parameters are those of Help:Citation Style 1. Everything in a value is text: what wikitext could take for markup is
a character reference, addresses are percent-encoded.
"""

import re
from collections.abc import Iterator, Sequence
from urllib.parse import quote as percent_encoded

from onrecord.cite import csl
from onrecord.cite.attribution import beside_speaker, doubt_notes, doubts, named_speaker
from onrecord.cite.by_source import by_source
from onrecord.cite.formats import archives
from onrecord.cite.formats.dates import MONTHS, day, iso
from onrecord.cite.formats.sentences import sentence
from onrecord.cite.occasions import my_translation
from onrecord.model.records import Json, Quote, SourceRecord
from onrecord.text.locator_forms import format_locator
from onrecord.text.markup import dressed
from onrecord.text.patterns import lazy

_TEMPLATES = {
    "article-journal": "Cite journal", "article-magazine": "Cite magazine", "article-newspaper": "Cite news",
    "book": "Cite book", "broadcast": "Cite AV media", "chapter": "Cite book", "classic": "Cite book",
    "entry": "Cite encyclopedia", "entry-dictionary": "Cite encyclopedia",
    "entry-encyclopedia": "Cite encyclopedia", "event": "Cite speech", "interview": "Cite interview",
    "map": "Cite map", "motion_picture": "Cite AV media", "pamphlet": "Cite book",
    "paper-conference": "Cite conference", "report": "Cite report", "review": "Cite journal",
    "review-book": "Cite journal", "song": "Cite AV media", "speech": "Cite speech", "thesis": "Cite thesis",
}  # fmt: skip
_CONTAINERS = {
    "Cite journal": "journal", "Cite magazine": "magazine", "Cite news": "newspaper", "Cite web": "website",
    "Cite encyclopedia": "encyclopedia", "Cite conference": "book-title", "Cite interview": "work",
    "Citation": "work", "Cite press release": "via", "Cite report": "work",
}  # fmt: skip
_PLAIN_FIELDS = {
    "volume": "volume", "issue": "issue", "edition": "edition", "collection-title": "series",
    "publisher-place": "location", "DOI": "doi", "ISBN": "isbn", "ISSN": "issn",
}  # fmt: skip
# The languages whose scripts |script-title= knows.
_SCRIPTS = frozenset(
    "am ar az be bg bn bo bs dv el fa gu he hi hy ja ka kk km kn ko ky lo mk ml mn mr my ne or ota pa ps ru sd si sr ta te "
    "tg th ti tt ug uk ur uz yi yue zh".split()
)
_LATIN = lazy("[A-Za-z]")
_TITLE_MARKS = {
    "i": ("''", "''"), "sub": ("<sub>", "</sub>"), "sup": ("<sup>", "</sup>"),
}  # fmt: skip

_MARKUP = str.maketrans({one: f"&#{ord(one)};" for one in "&<>[]{}|"})
# Runs that mean something only together: bold, signatures, switches, addresses and the numbers that link themselves.
_RUNS = lazy(r"'{2,}|~{3,}|_{2,}|={2,}|-{4,}|(?<=:)//")
_MAGIC = lazy(r"\b(RFC|PMID|ISBN)[ \u00a0](?=\d)")
_LINE_STARTS = "*#:;= "


def text(words: str) -> str:
    """Words as wikitext that shows them, wherever they stand."""
    made = _RUNS.sub(lambda match: _referred(match[0]), csl.clean(words).translate(_MARKUP))
    made = _MAGIC.sub(r"\1&#32;", made)
    return _referred(made[0]) + made[1:] if made[:1] and made[0] in _LINE_STARTS else made


def _titled(title: str) -> str:
    return dressed(title, text, _TITLE_MARKS)


def write(quotes: Sequence[Quote], as_: str) -> str:
    """`as_` "blockquote", "citation" or "note" (a `<ref>`), "inline", "bibliography" (a list of templates)."""
    if as_ == "bibliography":
        lines = []
        for found in by_source(quotes):
            notes = "".join(f" {text(note)}" for quote in found.quotes for note in doubt_notes(quote))
            lines.append(f"* {_template(found.source)}{notes}")
        return "\n".join(lines)
    if as_ == "blockquote":
        return "\n\n".join(map(_block, quotes))
    if as_ == "inline":
        return "\n\n".join(f"{text(sentence(quote).whole)}{_ref(quote)}" for quote in quotes)
    return "\n".join(_ref(quote, wording=True) for quote in quotes)


def _block(quote: Quote) -> str:
    chain = [*beside_speaker(quote), my_translation(quote, "en")]
    lines = [
        "{{Blockquote",
        f"|text={text(quote.shown)}",
        f"|author={text(named_speaker(quote))}",
        f"|source={text(', '.join(filter(None, chain)))}{_ref(quote)}",
        "}}",
    ]
    return "\n".join(lines)


def _ref(quote: Quote, *, wording: bool = False) -> str:
    """`wording`: with the quotation, where it does not stand in the text."""
    notes = "".join(f" {text(f'[{doubt}]')}" for doubt in doubts(quote))
    return f"<ref>{_template(quote.source, quote, wording=wording)}{notes}</ref>"


def _template(source: SourceRecord, quote: Quote | None = None, *, wording: bool = False) -> str:
    item = csl.item(source)
    archived = archives.of(source)
    address = source.url or (archived.original or archived.url if archived else None)
    name = _TEMPLATES.get(source.type) or ("Cite web" if address else "Citation")
    if "press release" in str(item.get("genre", "")).casefold():
        name = "Cite press release"
    if not item.get("title"):
        return _untitled(item, source)
    fields = [*_people(item, name, quote), *_titles(item, source, name), *_particulars(item, name)]
    fields += [("date", text(date))] if (date := _date(item, source)) else []
    fields += _addresses(source, archived, address)
    language = source.language or ""
    if language and language.partition("-")[0].lower() != "en":
        fields.append(("language", text(language)))
    if quote and quote.locator and quote.locator_label:
        fields.append(_place(quote.locator_label, csl.clean(quote.locator), name))
    # |quote= is for the words of the source that the speaker said: neither a paraphrase nor a translation.
    said = quote is not None and quote.form != "indirect" and quote.polarity == "asserted"
    if quote and wording and said and not quote.translator:
        fields.append(("quote", text(quote.text)))
    fields_written = "".join(f" |{field}={value}" for field, value in fields if value)
    # A copy of an unknown day stands outside: the template takes no archive-url without archive-date.
    copy = (
        ""
        if archived is None or archived.date or not source.url
        else f" [{_address(archived.url)} Archived copy]"
    )
    return f"{{{{{name}{fields_written}}}}}{copy}"


def _untitled(item: Json, source: SourceRecord) -> str:
    """The templates want a title; what has none, as a letter, is described in words."""
    people = ", ".join(map(_whole_name, _listed(item.get("author"))))
    kind = str(item.get("genre") or source.type.replace("_", " ").replace("-", " "))
    place = str(item.get("container-title") or item.get("publisher") or "")
    described = text(", ".join(filter(None, (people, kind, place, _date(item, source)))))
    return f"[{_address(str(item['URL']))} {described}]" if item.get("URL") else f"{described}."


def _people(item: Json, template: str, quote: Quote | None) -> Iterator[tuple[str, str]]:
    authors = item.get("author")
    if template == "Cite interview":
        subjects = authors or (
            [{"literal": csl.printed_name(quote.speaker, quote.named_as)}] if quote else []
        )
        authors, interviewers = subjects, item.get("interviewer")
        for number, one in enumerate(_listed(interviewers), 1):
            yield f"interviewer{number}", text(_whole_name(one))
    for role, people in (
        ("", authors),
        ("editor", item.get("editor")),
        ("translator", item.get("translator")),
    ):
        dash = f"{role}-" if role else ""
        for number, person in enumerate(_listed(people), 1):
            family, given, suffix = csl.person(person)
            if family and given:
                yield f"{dash}last{number}", text(family)
                yield f"{dash}first{number}", text(", ".join(filter(None, (given, suffix))))
            else:
                # Double parentheses: a name that is not to be taken apart.
                yield f"{role or 'author'}{number}", f"(({text(_whole_name(person))}))"


def _titles(item: Json, source: SourceRecord, template: str) -> Iterator[tuple[str, str]]:
    title = str(item.get("title", ""))
    language = (source.language or "").partition("-")[0].lower()
    field = "chapter" if source.type == "chapter" else "title"
    if title and not _LATIN.search(title) and language in _SCRIPTS:
        yield f"script-{field}", f"{language}:{_titled(title)}"
    elif title:
        yield field, _titled(title)
    if container := item.get("container-title"):
        # A broadcast has no work to stand in, so its programme is its series.
        into = "title" if source.type == "chapter" else _CONTAINERS.get(template, "series")
        yield into, _titled(str(container))


def _particulars(item: Json, template: str) -> Iterator[tuple[str, str]]:
    if publisher := item.get("publisher"):
        yield "publisher", text(str(publisher))
    if (medium := item.get("medium")) and template == "Cite AV media":
        yield "medium", text(str(medium))
    if event := item.get("event-title") or item.get("event"):
        yield ("conference" if template == "Cite conference" else "event"), text(str(event))
    taken = {"series"} if template not in _CONTAINERS and item.get("container-title") else set()
    for variable, field in _PLAIN_FIELDS.items():
        if (value := item.get(variable)) and field not in taken:
            yield field, _titled(str(value)) if "title" in variable else text(str(value))


def _date(item: Json, source: SourceRecord) -> str:
    """A date as Citation Style 1 takes it: 2021-03-14, March 2021, 2021, March–May 2021, c. 1850."""
    if found := day(source.issued):
        year, month, of_month = found
        if of_month:
            return f"{year:04}-{month:02}-{of_month:02}"
        return f"{MONTHS[month - 1]} {year}" if month else str(year)
    issued = item.get("issued")
    if not isinstance(issued, dict):
        return ""
    if issued.get("circa") and (year_ := csl.year(issued)):
        return year_.replace("ca.", "c.")
    written = iso(issued) or ""
    begin, _, end = written.partition("/")
    if (first := day(begin)) and (last := day(end)):
        return "–".join(
            f"{MONTHS[month - 1]} {year}" if month else str(year) for year, month, _ in (first, last)
        )
    season = str(issued.get("season", ""))
    if season.isdigit() and 1 <= int(season) <= 4 and (year_ := csl.year(issued)):
        return f"{('Spring', 'Summer', 'Autumn', 'Winter')[int(season) - 1]} {year_}"
    return str(written or issued.get("literal") or issued.get("raw") or "")


def _addresses(
    source: SourceRecord, archived: archives.Archived | None, address: str | None
) -> Iterator[tuple[str, str]]:
    if not address:
        return
    yield "url", _address(address)
    if archived and archived.date:
        # Of a page that is recorded by its copy alone nobody says that it still stands.
        yield "url-status", "live" if source.url else "dead"
        yield "archive-url", _address(archived.url)
        yield "archive-date", archived.date
    if (accessed := day(source.accessed)) and all(accessed):
        yield "access-date", "{:04}-{:02}-{:02}".format(*accessed)


def _place(label: str, locator: str, template: str) -> tuple[str, str]:
    if label == "page" and template not in ("Cite AV media", "Cite interview", "Cite speech"):
        several = re.search(r"[-–,]", locator)
        return ("pages" if several else "page"), text(re.sub(r"(?<=\d)-(?=\d)", "–", locator))
    if label == "timestamp" and template == "Cite AV media":
        return "time", text(locator)
    return "at", text(format_locator(label, locator))


def _address(url: str) -> str:
    made = percent_encoded(csl.clean(url), safe="!#$%&()*+,-./:;=?@_~")
    # Switches and signatures are looked for in addresses too.
    return made.replace("__", "%5F%5F").replace("~~", "%7E%7E")


def _whole_name(name: Json) -> str:
    family, given, suffix = csl.person(name)
    return str(name.get("literal") or " ".join(filter(None, (given, family, suffix))))


def _listed(people: object) -> list[Json]:
    return [person for person in people if isinstance(person, dict)] if isinstance(people, list) else []


def _referred(characters: str) -> str:
    return "".join(f"&#{ord(character)};" for character in characters)
