"""FictionBook (2.x) to text: chapters as places, verses line by line, notes at the end."""

from lxml import html

from onrecord.errors import InputError
from onrecord.ingest.decode import decode
from onrecord.ingest.document import Author, Metadata, Reading
from onrecord.ingest.laid_out import Book, fit_for
from onrecord.ingest.metadata import primary_language
from onrecord.ingest.plain import in_one_line
from onrecord.ingest.xml import MOST_TAGS, parsed
from onrecord.text import dates
from onrecord.text.patterns import lazy

TYPE_CHECKING = False
if TYPE_CHECKING:
    from lxml.etree import _Element

_TAGS = {
    "body": "div", "section": "div", "title": "h1", "subtitle": "p", "epigraph": "blockquote", "cite": "blockquote",
    "text-author": "p", "poem": "div", "stanza": "p", "v": "span", "empty-line": "br", "strikethrough": "s",
    "emphasis": "em", "annotation": "div", "image": "img", "date": "p",
}  # fmt: skip
_AS_THEY_ARE = {"p", "a", "sup", "sub", "strong", "code", "table", "tr", "td", "th"}
_PICTURE = lazy(r"<binary\b[^<>]{0,1000}>[^<]*</binary>")
# In characters: its tree takes fifteen times as much.
_LARGEST = 12_000_000
_ISBN = lazy(r"[\d-]{9,16}[\dXx]")


def read_fb2(data: bytes, *, name: str, url: str | None) -> Reading:
    """The text of a book in the order of its sections. InputError: it is no FictionBook, or not well-formed."""
    decoded = decode(data, name=name, markup=True)
    markup = _PICTURE.sub("", fit_for(decoded.text))
    if len(markup) > _LARGEST or markup.count("<") > MOST_TAGS:
        raise InputError(
            f"{name} holds more than {_LARGEST // 1_000_000} MB of text or {MOST_TAGS:,} tags; split it."
        )
    root = parsed(markup, name=name, doctype=False)
    bodies = list(root.iterchildren("{*}body"))
    if not bodies:
        raise InputError(f"{name} is a FictionBook without a text.")
    book = Book()
    for body in bodies:
        is_notes = (body.get("name") or "") in ("notes", "comments", "footnotes")
        page = html.document_fromstring("<html><body></body></html>")
        whole = _as_html(body)
        if is_notes:
            # Their titles are their numbers.
            for title in whole.findall(".//h1"):
                title.drop_tree()
            whole.set("role", "doc-endnotes")
        page[0].append(whole)
        book.add(page, headings=() if is_notes else ("h1",))
    text, places = book.done()
    return Reading(text, "fb2", _metadata(root, url), places, (), decoded.notes(text), decoded.damaged)


def _as_html(body: "_Element") -> "html.HtmlElement":
    """A body in the elements of HTML, which lay it out."""
    article = html.Element("div")
    waiting = [(body, article)]
    while waiting:
        element, into = waiting.pop()
        into.text = element.text
        for child in element:
            if not isinstance(child.tag, str):
                continue
            kind = child.tag.rpartition("}")[2]
            tag = "br" if kind == "v" else _TAGS.get(kind, kind if kind in _AS_THEY_ARE else "span")
            new = html.Element(tag)
            into.append(new)
            new.tail = child.tail
            if kind == "v":
                new.tail = " ".join("".join(child.itertext()).split())
            elif kind == "a" and child.get("type") == "note":
                # The raised number leads to the note, and is not said.
                pass
            elif kind != "image":
                waiting.append((child, new))
    return article


def _metadata(root: "_Element", url: str | None) -> Metadata:
    about = root.find("{*}description/{*}title-info")
    printed = root.find("{*}description/{*}publish-info")
    if about is None:
        return Metadata(url=url, type="book")

    def told(element: "_Element | None", path: str) -> str:
        found = element.find(f"{{*}}{path}") if element is not None else None
        return in_one_line("".join(found.itertext())) if found is not None else ""

    authors = []
    for one in about.iterchildren("{*}author"):
        given = " ".join(filter(None, (told(one, "first-name"), told(one, "middle-name"))))
        family = told(one, "last-name")
        if name := f"{given} {family}".strip() or told(one, "nickname"):
            authors.append(Author(name, family, given) if family and given else Author(name))
    written = about.find("{*}date")
    years = (
        told(printed, "year"),
        (written.get("value") or told(about, "date")) if written is not None else "",
    )
    isbn = _ISBN.fullmatch(told(printed, "isbn"))
    return Metadata(
        title=told(about, "book-title") or None,
        authors=tuple(authors),
        publisher=told(printed, "publisher") or None,
        issued=next(
            (day for year in years if year and (day := dates.of_edtf(year)) and "/" not in day), None
        ),
        language=primary_language(told(about, "lang")),
        url=url,
        type="book",
        isbn=isbn[0].replace("-", "").upper() if isbn else None,
    )
