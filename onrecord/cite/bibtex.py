"""BibTeX that BibTeX, biber and pandoc read, whatever stands in the fields.

One entry a source, its key the citekey. `annote` lists the quotations cited from it, each with its chain and its
place; `note`, which styles print, carries what is in doubt. Letters stay UTF-8, as biber and today's LaTeX expect.
"""

from __future__ import annotations

from onrecord.cite import archived, csl, keys
from onrecord.cite.attribution import doubt_notes
from onrecord.cite.by_source import Work, annotation
from onrecord.model.records import Json
from onrecord.text.patterns import lazy

TYPE_CHECKING = False
if TYPE_CHECKING:
    from collections.abc import Iterable, Iterator
    from re import Pattern

_TYPES = {
    "article": "article",
    "article-journal": "article",
    "article-magazine": "article",
    "article-newspaper": "article",
    "review": "article",
    "review-book": "article",
    "book": "book",
    "classic": "book",
    "chapter": "incollection",
    "entry": "incollection",
    "entry-dictionary": "incollection",
    "entry-encyclopedia": "incollection",
    "paper-conference": "inproceedings",
    "pamphlet": "booklet",
    "report": "techreport",
    "thesis": "phdthesis",
    "manuscript": "unpublished",
}
# What an entry type is without another word; `entrysubtype`, which styles of BibTeX pass over, says the others.
_UNSAID = {
    "article": "article-journal", "book": "book", "incollection": "chapter", "inproceedings": "paper-conference",
    "booklet": "pamphlet", "techreport": "report", "phdthesis": "thesis", "mastersthesis": "thesis",
    "unpublished": "manuscript", "misc": "document",
}  # fmt: skip
SUBTYPES = {"article-magazine": "magazine", "article-newspaper": "newspaper"}
_CONTAINERS = {"article": "journal", "incollection": "booktitle", "inproceedings": "booktitle"}
_PUBLISHERS = {"phdthesis": "school", "mastersthesis": "school", "techreport": "institution"}
_DEGREES = {"Master’s thesis": "mastersthesis", "PhD thesis": "phdthesis"}
_PLAIN_FIELDS = {
    "volume": "volume",
    "issue": "number",
    "number": "number",
    "collection-number": "number",
    "page": "pages",
    "edition": "edition",
    "collection-title": "series",
    "publisher-place": "address",
    "ISBN": "isbn",
    "ISSN": "issn",
    "keyword": "keywords",
    "abstract": "abstract",
}
_MONTHS = ("jan", "feb", "mar", "apr", "may", "jun", "jul", "aug", "sep", "oct", "nov", "dec")
# What biblatex calls the languages it knows, and pandoc reads back.
LANGUAGES = {
    "de": "german", "en": "english", "es": "spanish", "fr": "french", "it": "italian", "nl": "dutch",
    "pl": "polish", "pt": "portuguese", "ru": "russian", "sv": "swedish", "tr": "turkish", "uk": "ukrainian",
}  # fmt: skip

_SAFE = "!#$%&'()*+,-./:;=?@[]_~"
_ADDRESS_LETTERS = frozenset(f"abcdefghijklmnopqrstuvwxyzABCDEFGHIJKLMNOPQRSTUVWXYZ0123456789{_SAFE}")

_SPECIALS = {
    "\\": r"\textbackslash{}",
    "~": r"\textasciitilde{}",
    "^": r"\textasciicircum{}",
    "'": r"\textquotesingle{}",
    "`": r"\`{}",
    "<": r"\textless{}",
    ">": r"\textgreater{}",
    **{character: f"\\{character}" for character in "%&_#$"},
}
# A capital and letters, with hyphens or apostrophes inside: nothing that could be taken for a particle.
_SIMPLE_NAME = lazy(r"[^\W\d_a-z][^\W\d_]*(?:[-’][^\W\d_]+)*")
_SIMPLE_GIVEN = lazy(r"(?:[^\W\d_]|[ .’-])+")
_SPECIAL = lazy(r"[\\~^'`<>%&_#${}]")
_HYPHENS = lazy("-(?=-)")
_BETWEEN_PAGES = lazy(r"(?<=\d)(?:-\{\})*[-–](?=\d)")


def write(works: Iterable[Work]) -> Iterator[str]:
    """The entries, piece by piece: joined, the pieces are the file without its last line end."""
    for number, work in enumerate(works):
        yield "\n\n" * bool(number) + _entry(work)


def escaped(text: str) -> str:
    """`text` as the inside of a braced field: every character means itself to LaTeX."""
    braces = ("\\{", "\\}") if _is_balanced(text) else ("\\textbraceleft{}", "\\textbraceright{}")
    commands = {**_SPECIALS, "{": braces[0], "}": braces[1]}
    # Two hyphens would become a dash, a question mark with a backtick an inverted one.
    made = _SPECIAL.sub(lambda special: commands[special[0]], csl.clean(text))
    return _HYPHENS.sub("-{}", made) if "--" in made else made


def _is_balanced(text: str) -> bool:
    depth = 0
    for letter in text if "{" in text or "}" in text else "":
        depth += (letter == "{") - (letter == "}")
        if depth < 0:
            return False
    return depth == 0


def _entry(work: Work) -> str:
    source = work.source
    doubts = [note for quote in work.quotes for note in doubt_notes(quote)]
    item = csl.with_notes(csl.item(source), [*doubts, archived.sentence(source)])
    genre = str(item.get("genre", ""))
    kind = _kind(source.type, genre)
    fields: dict[str, str] = {}
    if _UNSAID[kind] != source.type:
        fields["entrysubtype"] = SUBTYPES.get(source.type, source.type)
    for role in ("author", "editor", "translator"):
        people = item.get(role)
        if isinstance(people, list):
            fields[role] = " and ".join(map(name_field, people))
    if title := item.get("title"):
        fields["title"] = f"{{{titled(str(title))}}}"
    if container := item.get("container-title"):
        text = titled(str(container))
        # An address in braces of its own is a name here, and not where to find it.
        fields[_CONTAINERS.get(kind, "howpublished")] = f"{{{text}}}" if text.startswith("http") else text
    if publisher := item.get("publisher"):
        fields[_PUBLISHERS.get(kind, "publisher")] = escaped(str(publisher))
    for variable, field in _PLAIN_FIELDS.items():
        if (value := item.get(variable)) and field not in fields:
            fields[field] = titled(str(value)) if "title" in variable else escaped(str(value))
    if named := _type_field(kind, genre):
        fields["type"] = escaped(named)
    if "pages" in fields:
        fields["pages"] = page_range(fields["pages"])
    fields |= _date(item.get("issued"), source.issued)
    fields |= _addresses(item)
    if language := LANGUAGES.get(str(item.get("language", "")).partition("-")[0].lower()):
        fields["langid"] = language
    if note := item.get("note"):
        fields["note"] = escaped(str(note))
    if noted := remarks(item, work):
        fields["annote"] = noted
    # A month is one of BibTeX's macros, which stand without braces.
    lines = [
        f"  {field} = {value if field == 'month' else f'{{{value}}}'}," for field, value in fields.items()
    ]
    return "\n".join([f"@{kind}{{{keys.safe(source.citekey)},", *lines, "}"])


def titled(title: str) -> str:
    """A title, escaped, with the commands that its italics and the like are in LaTeX."""
    if "<" not in title:
        return escaped(title)
    from onrecord.text.markup import latex

    return latex(title, escaped)


def _kind(source_type: str, genre: str) -> str:
    """The kind of the entry; a thesis is told by its degree."""
    kind = _TYPES.get(source_type, "misc")
    return _DEGREES.get(genre, kind) if kind == "phdthesis" else kind


def _type_field(kind: str, genre: str) -> str:
    """What the field "type" says: "" where the kind says it, which styles would print again."""
    if kind == "techreport":
        return genre
    return (genre or "Thesis") if kind == "phdthesis" and genre != "PhD thesis" else ""


def page_range(pages: str) -> str:
    """Escaped pages with the two hyphens between numbers that LaTeX prints as a dash."""
    return _BETWEEN_PAGES.sub("--", pages) if "-" in pages or "–" in pages else pages


def remarks(item: Json, work: Work) -> str:
    """What was noted of a work and what is quoted from it, escaped."""
    noted = [str(item["annote"])] if item.get("annote") else []
    return escaped("; ".join([*noted, *map(annotation, work.quotes)]))


def name_field(name: Json) -> str:
    """A CSL name as an author field has it."""
    if literal := name.get("literal"):
        return f"{{{escaped(str(literal))}}}"
    family, given, suffix = csl.person(name)
    parts = [_part(family, _SIMPLE_NAME)]
    if suffix:
        parts.append(_part(suffix, _SIMPLE_GIVEN))
    if given:
        parts.append(_part(given, _SIMPLE_GIVEN))
    made = ", ".join(parts)
    # biber counts the commas in braces too, and with a third one skips the whole entry.
    return made if made.count(",") <= 2 else f"{{{escaped(csl.full_name(name))}}}"


def _part(name: str, simple: Pattern[str]) -> str:
    is_plain = name.isascii() and name.isalpha() and name[0].isupper()  # as both have it
    is_simple = (is_plain or simple.fullmatch(name)) and " and " not in f" {name} ".lower()
    return escaped(name) if is_simple else f"{{{escaped(name)}}}"


def _date(issued: object, edtf: str | None) -> dict[str, str]:
    """Year, month and day where the date is as simple as BibTeX's fields; else biblatex's EDTF and a year in words."""
    if not isinstance(issued, dict):
        return {}
    parts = issued.get("date-parts")
    is_plain = not issued.keys() - {"date-parts"} and "T" not in (edtf or "")
    if isinstance(parts, list) and len(parts) == 1 and is_plain:
        numbers = [int(part) for part in parts[0]]
        if 0 < numbers[0] <= 9999 and all(1 <= month <= 12 for month in numbers[1:2]):
            fields = {"year": f"{numbers[0]:04}"}
            if numbers[1:]:
                fields["month"] = _MONTHS[numbers[1] - 1]
            if numbers[2:]:
                fields["day"] = str(numbers[2])
            return fields
    # biber wants its tilde bare.
    fields = {"date": bare_date(edtf)} if edtf else {}
    if year := csl.year(issued):
        fields["year"] = escaped(year)
    elif words := issued.get("literal") or issued.get("raw"):
        fields["year"] = in_words(str(words))
    return fields


def in_words(date: str) -> str:
    """A date in words, in braces of its own: nothing in it is meant to be counted."""
    return f"{{{escaped(date)}}}"


def bare_date(edtf: str) -> str:
    """EDTF as it stands in a field: without escapes, and without what could need them."""
    return "".join([one for one in edtf if one.isascii() and (one.isalnum() or one in "~?%/.:+-")])


def _addresses(item: Json) -> dict[str, str]:
    fields = {}
    for variable, field in (("DOI", "doi"), ("URL", "url")):
        if address := item.get(variable):
            fields[field] = verbatim(str(address))
    accessed = item.get("accessed")
    parts = accessed.get("date-parts") if isinstance(accessed, dict) else None
    if isinstance(parts, list) and len(parts) == 1 and len(parts[0]) == 3:
        year, month, day = parts[0]
        fields["urldate"] = f"{year:04}-{month:02}-{day:02}"
    return fields


def verbatim(url: str) -> str:
    """biblatex takes addresses as they are, so what TeX or BibTeX could not bear is percent-encoded instead."""
    if not _ADDRESS_LETTERS.issuperset(url):
        from urllib.parse import quote

        return quote(url, safe=_SAFE)
    return url
