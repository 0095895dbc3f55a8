"""EPUB books (2 and 3) to text: printed pages as places where the book has them, else chapters; notes at the end."""

import posixpath
import re
from collections.abc import Iterator
from urllib.parse import unquote

from onrecord.errors import InputError
from onrecord.ingest.decode import decode
from onrecord.ingest.document import Author, Metadata, Reading
from onrecord.ingest.html import parsed_html
from onrecord.ingest.laid_out import Book, chapter, fit_for, page_value
from onrecord.ingest.metadata import primary_language
from onrecord.ingest.plain import in_one_line
from onrecord.ingest.xml import parsed
from onrecord.ingest.zipped import Archive, unzipped
from onrecord.model.record import record
from onrecord.text import dates
from onrecord.text.patterns import lazy

TYPE_CHECKING = False
if TYPE_CHECKING:
    from lxml.etree import _Element

_DC = "{http://purl.org/dc/elements/1.1/}"
_OPF = "{http://www.idpf.org/2007/opf}"
_EPUB = "{http://www.idpf.org/2007/ops}"
_CONTAINER = "META-INF/container.xml"
_ENCRYPTION = "META-INF/encryption.xml"
_PAGES = ("application/xhtml+xml", "text/html", "application/x-dtbook+xml", "text/x-oeb1-document")
_HEADINGS = ("h1", "h2")
# The largest chapter, in bytes: its tree takes some ten times as much.
_LARGEST = 10_000_000
_MOST_CHAPTERS = 5_000
# Programs write the year 101 for "unknown".
_FIRST_YEAR = 1400
_ISBN = lazy(r"(?i)(?:urn:)?(?:isbn)?[:\s]*((?:97[89][-\s]?)?(?:\d[-\s]?){9}[\dXx])")


@record(kw_only=True)
class _Listed:
    """What the lists of a book say of its files: (path, id, words), `""` for the beginning of a file."""

    chapters: tuple[tuple[str, str, str], ...] = ()
    pages: tuple[tuple[str, str, str], ...] = ()


def read_epub(data: bytes, *, name: str, url: str | None) -> Reading:
    """The text of a book in the order of its spine. InputError: it is damaged, locked, too large, or holds no text."""
    with unzipped(data, name, "an EPUB book") as archive:
        path = _package_path(archive, name)
        source = archive.part(path)
        if source is None:
            raise InputError(f"{name} is an EPUB book without a list of its parts; it is damaged.")
        package = _xml(source, name)
        files = _spine(package, posixpath.dirname(path))
        if _locked(archive, files, name):
            raise InputError(f"{name} is locked (DRM); open it where it was bought.")
        if len(files) > _MOST_CHAPTERS:
            raise InputError(
                f"{name} has {len(files):,} chapters; the limit is {_MOST_CHAPTERS:,}. Split it."
            )
        listed = _lists(archive, package, posixpath.dirname(path), name)
        book = Book()
        headings = () if listed.chapters else _HEADINGS
        read = sum(_add(book, archive, file, listed, headings, name) for file in files)
    if not read:
        raise InputError(f"{name} is an EPUB book without a chapter that can be read.")
    text, places = book.done()
    missing = len(files) - read
    notes = (
        (f"{missing} of the {len(files)} parts that it names are missing or empty",)
        if missing and not text
        else ()
    )
    return Reading(text, "epub", _metadata(package, url), places, notes=notes)


def _add(
    book: Book, archive: Archive, file: str, listed: _Listed, headings: tuple[str, ...], name: str
) -> bool:
    source = archive.part(file)
    if not source or not source.strip():
        return False
    if len(source) > _LARGEST:
        raise InputError(f"{name} has a chapter of more than {_LARGEST // 1_000_000} MB; split it.")
    markup = fit_for(decode(source, name=name, markup=True).text)
    if "<" not in markup:
        return False
    tree = parsed_html(markup, name)
    ids = {
        place: ("page", value)
        for path, place, words in listed.pages
        if path == file and (value := page_value(words))
    }
    ids |= {
        place: at
        for path, place, words in listed.chapters
        if path == file and place and (at := chapter(words))
    }
    beginning = next((words for path, place, words in listed.chapters if path == file and not place), "")
    book.add(tree, file=posixpath.basename(file), beginning=beginning, ids=ids, headings=headings)
    return True


def _xml(source: bytes, name: str) -> "_Element":
    return parsed(decode(source, name=name, markup=True).text, name=name, doctype=True)


def _package_path(archive: Archive, name: str) -> str:
    source = archive.part(_CONTAINER)
    root = _xml(source, name).find(".//{*}rootfile") if source else None
    if root is not None and (stated := root.get("full-path")):
        return str(stated)
    found = next((path for path in archive.paths if path.endswith(".opf")), None)
    if found is None:
        raise InputError(f"{name} is a zip archive, but no EPUB book.")
    return found


def _joined(folder: str, href: str) -> str:
    return posixpath.normpath(posixpath.join(folder, unquote(href)))


def _spine(package: "_Element", folder: str) -> list[str]:
    """The files of the text in their order; those that are not read in line (notes, tables) at the end."""
    paths = {
        one.get("id"): _joined(folder, one.get("href", ""))
        for one in package.iter("{*}item")
        if one.get("href") and one.get("media-type", _PAGES[0]).lower() in _PAGES
    }
    navigation = {
        _joined(folder, one.get("href", ""))
        for one in package.iter("{*}item")
        if "nav" in (one.get("properties") or "").split()
    }
    refs = [one for one in package.iter("{*}itemref") if one.get("idref") in paths]
    refs.sort(key=lambda one: one.get("linear") == "no")
    found = [paths[one.get("idref")] for one in refs] or list(paths.values())
    return [one for one in dict.fromkeys(found) if one not in navigation]


def _locked(archive: Archive, files: list[str], name: str) -> bool:
    source = archive.part(_ENCRYPTION)
    if source is None:
        return False
    locked = {unquote(one.get("URI", "")) for one in _xml(source, name).iter("{*}CipherReference")}
    return any(file in locked for file in files)


def _lists(archive: Archive, package: "_Element", folder: str, name: str) -> _Listed:
    """The table of contents and the list of printed pages, from EPUB 3's navigation or else EPUB 2's."""
    items = list(package.iter("{*}item"))
    found = _Listed()
    for wanted, reader in (("nav", _of_navigation), ("ncx", _of_ncx)):
        for one in items:
            is_nav = "nav" in (one.get("properties") or "").split()
            if (
                is_nav if wanted == "nav" else one.get("media-type") == "application/x-dtbncx+xml"
            ) and one.get("href"):
                path = _joined(folder, one.get("href", ""))
                source = archive.part(path)
                if source and source.strip():
                    try:
                        read = reader(_xml(source, name), posixpath.dirname(path))
                    except InputError:
                        # A list that cannot be read keeps nobody from the text.
                        continue
                    found = _Listed(chapters=found.chapters or read.chapters, pages=found.pages or read.pages)
    return found


def _of_navigation(root: "_Element", folder: str) -> _Listed:
    lists: dict[str, list[tuple[str, str, str]]] = {"toc": [], "page-list": []}
    for nav in root.iter("{*}nav"):
        for kind in (nav.get(f"{_EPUB}type") or "").split():
            if kind in lists:
                lists[kind] += (
                    (*_target(one.get("href", ""), folder), in_one_line(" ".join(one.itertext())))
                    for one in nav.iter("{*}a")
                )
    return _Listed(chapters=tuple(lists["toc"]), pages=tuple(lists["page-list"]))


def _of_ncx(root: "_Element", folder: str) -> _Listed:
    def of(tag: str) -> Iterator[tuple[str, str, str]]:
        for point in root.iter(f"{{*}}{tag}"):
            content, label = point.find("{*}content"), point.find("{*}navLabel")
            if content is not None and label is not None:
                yield *_target(content.get("src", ""), folder), in_one_line(" ".join(label.itertext()))

    return _Listed(chapters=tuple(of("navPoint")), pages=tuple(of("pageTarget")))


def _target(href: str, folder: str) -> tuple[str, str]:
    path, _, place = href.partition("#")
    return _joined(folder, path), unquote(place)


def _metadata(package: "_Element", url: str | None) -> Metadata:
    refined: dict[str, dict[str, str]] = {}
    for one in package.iter("{*}meta"):
        about, kind = (one.get("refines") or "").lstrip("#"), one.get("property")
        if about and kind:
            refined.setdefault(about, {})[kind] = in_one_line(one.text)

    def told(element: "_Element", kind: str) -> str:
        return in_one_line(element.get(f"{_OPF}{kind}")) or refined.get(element.get("id") or "", {}).get(
            kind, ""
        )

    titles = [(told(one, "title-type"), in_one_line(one.text)) for one in package.iter(f"{_DC}title")]
    titles.sort(key=lambda one: one[0] not in ("", "main"))
    isbn = next(
        (found for one in package.iter(f"{_DC}identifier") if (found := _isbn(one, told(one, "scheme")))),
        None,
    )
    issued = (
        day
        for one in package.iter(f"{_DC}date")
        if told(one, "event") not in ("modification", "creation", "conversion") and (day := _day(one.text))
    )
    language = next((in_one_line(one.text) for one in package.iter(f"{_DC}language")), "")
    return Metadata(
        title=next((words for _, words in titles if words), None),
        authors=tuple(
            _author(in_one_line(one.text), told(one, "file-as"))
            for one in package.iter(f"{_DC}creator")
            if in_one_line(one.text) and told(one, "role") in ("", "aut", "cre")
        ),
        publisher=next((in_one_line(one.text) for one in package.iter(f"{_DC}publisher")), "") or None,
        issued=next(issued, None),
        language=primary_language(language),
        url=url,
        type="book",
        isbn=isbn,
    )


def _author(name: str, sorted_as: str) -> Author:
    """A name, divided as the book sorts it where that has its very words."""
    family, comma, given = (part.strip() for part in sorted_as.partition(","))
    same = comma and sorted(f"{family} {given}".casefold().split()) == sorted(name.casefold().split())
    return Author(f"{given} {family}", family, given) if same and family and given else Author(name)


def _isbn(element: "_Element", scheme: str) -> str | None:
    words = in_one_line(element.text)
    found = _ISBN.fullmatch(words)
    if found is None or ("isbn" not in f"{words} {scheme}".lower() and not words.startswith(("978", "979"))):
        return None
    return re.sub(r"[-\s]", "", found[1]).upper()


def _day(text: str | None) -> str | None:
    """A date of one piece as EDTF; None for anything else."""
    found = dates.of_edtf((text or "").strip().partition("T")[0])
    return (
        found
        if found and "/" not in found and found[:4].isdigit() and int(found[:4]) >= _FIRST_YEAR
        else None
    )
