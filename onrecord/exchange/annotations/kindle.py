"""Kindle's highlights: `My Clippings.txt` of the device in any language, the notebook that the app sends as HTML, and its CSV.

An entry of My Clippings is a line with the title and, in parentheses, the author, a line that begins with "- ", a blank
line, the words, and a line of equals signs. Only the second line depends on the language.
"""

import csv
import re
from collections.abc import Iterator
from itertools import chain
from typing import BinaryIO

from onrecord.errors import InputError
from onrecord.exchange.annotations.author_cells import authors
from onrecord.exchange.entries import Entry, QuoteEntry, Refused, SourceEntry
from onrecord.exchange.texts import lines_of, no_field, notes, read_text
from onrecord.ingest.html import plain_text
from onrecord.model.record import record
from onrecord.model.records import Json
from onrecord.text.clean import one_line
from onrecord.text.patterns import lazy

_END = lazy(r"={8,}\s*")
_CLIPPING = lazy(rb"(?m)^[^\n]+\n\s*- [^\n]*\n(?:[^\n]*\n){0,2000}?={8,}")
# "page" in the languages of the device, before its number or after it.
_WORDS = (
    r"pages?|Seiten?|páginas?|págs?\.|pagin[aei]|paginas|pág|str\.|strona|stronie|strony|stronach|sida|sidan|sidorna|sider?|sayfa|"
    r"странице|страница|страницах|страницы|стр\.|"
    r"पृष्ठ|पेज|الصفحة|صفحة"
)
_PAGES = r"\d{1,6}(?:\s*[-–]\s*\d{1,6})?"
_ROMAN = r"[ivxlcdm]{1,12}(?:\s*[-–]\s*[ivxlcdm]{1,12})?"
# "p. m." is no page.
_PAGE = lazy(rf"(?i)\b(?:(?:{_WORDS})\s*(?P<page>{_PAGES}|{_ROMAN})|(?:pp?\.|S\.)\s*(?P<digits>{_PAGES}))\b")
_PAGE_AFTER = lazy(rf"({_PAGES})\s*(?:ページ|页|頁|페이지|쪽|\.\s*sayfa|\. oldal)")
_SOME_PAGE = lazy(rf"[^\d|]*?({_PAGES})[^\d|]*\|[^|]*\d[^|]*\|.*\d.*")
_RANGE = lazy(r"(\d{1,7})(?:\s*[-–]\s*(\d{1,7}))?")
# What is somebody's own remark, or only a mark.
_NOTE = lazy(
    r"(?i)\b(?:note|notiz|nota|notitie|anteckning|note|notat|notatka|not|заметка|टिप्पणी)\b|メモ|笔记|筆記|注释|메모|노트|ملاحظة",
)
_MARK = lazy(
    r"(?i)\b(?:bookmark|lesezeichen|marcador|signet|segnalibro|bladwijzer|bokmärke|закладка|zakładka)\b|ブックマーク|书签|書籤|북마크",
)
_KINDLE_HTML = lazy(rb"class=['\"](?:bookTitle|noteHeading|noteText)['\"]")
_FIELD = lazy(
    r"""<(?:div|h\d|p|span)\s[^<>]{0,200}class=['"](bookTitle|authors|noteHeading|noteText)['"][^<>]{0,200}>"""
)
_AUTHORS = lazy(r"\s*\(([^()]*(?:\([^()]*\)[^()]*)?)\)\s*$")
_LONGEST_HEADING = 1000
# A life of reading is a few megabytes.
_LARGEST = 32 << 20


def _within(pages: str) -> str:
    """ "45 – 46" as "45-46", and "45-45" as "45"."""
    first, _, last = (part.strip() for part in pages.replace("–", "-").partition("-"))
    return f"{first}-{last}" if last and last != first else first


@record(kw_only=True)
class _Clipping:
    where: str
    title: str
    author: str | None
    about: str
    words: str

    def page(self) -> str | None:
        about = self.about[:_LONGEST_HEADING]
        match = _PAGE_AFTER.search(about) or _PAGE.search(about) or _SOME_PAGE.match(about)
        return _within(next(filter(None, match.groups()))) if match else None

    def place(self) -> tuple[int, int] | None:
        """The stretch of Kindle's own count, by which a remark finds its highlight."""
        parts = self.about[:_LONGEST_HEADING].split("|")
        ranges = list(_RANGE.finditer(parts[1] if len(parts) > 2 else parts[0]))
        if not ranges:
            return None
        first, last = ranges[-1].groups()
        return int(first), int(last or first)


def looks_like(head: bytes) -> bool:
    """Whether it is a list of clippings, the HTML or the CSV of a notebook."""
    if _KINDLE_HTML.search(head):
        return True
    text = head.replace(b"\0", b"").replace(b"\r", b"")
    return _CLIPPING.search(text[:8192]) is not None or b"Annotation Type" in text[:2000]


def read(stream: BinaryIO, name: str) -> Iterator[Entry]:
    """A quotation a highlight; a remark stands with the highlight that it was made on. InputError: nothing of Kindle's."""
    written = read_text(stream, name, largest=_LARGEST)
    yield from notes(written, no_field)
    text = written.text
    begins = text.lstrip()[:1]
    if begins == "<":
        clippings = list(_of_html(text))
    elif "Annotation Type" in text[:2000]:
        clippings = list(_of_csv(text, name))
    else:
        clippings = list(_of_device(text))
    if not clippings:
        raise InputError(f"{one_line(name)} holds no highlight of a Kindle.")
    yield from _entries(clippings)


def _of_device(text: str) -> Iterator[_Clipping]:
    held: list[str] = []
    first = 1
    for number, line in enumerate(chain(lines_of(text), ("==========",)), 1):
        if not _END.fullmatch(line):
            held.append(line.rstrip("\r\n"))
            continue
        while held and not held[0].strip(" \ufeff"):
            held.pop(0)
            first += 1
        if len(held) >= 2 and held[1].lstrip().startswith("-"):
            title = " ".join(held[0].replace("\ufeff", "").split())
            by = _AUTHORS.search(title) if len(title) <= _LONGEST_HEADING else None
            yield _Clipping(
                where=f"line {first}",
                title=title[: by.start()].strip() or title if by else title,
                author=by[1].strip() or None if by else None,
                about=held[1].strip().lstrip("- "),
                words="\n".join(held[2:]).strip(),
            )
        held, first = [], number + 1


def _of_html(text: str) -> Iterator[_Clipping]:
    fields: dict[str, str] = {}
    marks = list(_FIELD.finditer(text))
    for number, mark in enumerate(marks):
        end = marks[number + 1].start() if number + 1 < len(marks) else len(text)
        value = plain_text(re.split(r"</(?:div|h\d|p)>", text[mark.end() : end], maxsplit=1)[0]).strip()
        fields[mark[1]] = value
        if mark[1] == "noteText":
            yield _Clipping(
                where=f"note {number + 1}",
                title=fields.get("bookTitle", ""),
                author=fields.get("authors") or None,
                about=fields.get("noteHeading", "").replace("·", "|").replace(">", "|"),
                words=value,
            )


def _of_csv(text: str, name: str) -> Iterator[_Clipping]:
    before = csv.field_size_limit(16 << 20)
    rows = csv.reader(lines_of(text))
    heading: list[str] | None = None
    preamble: list[str] = []
    try:
        for row in rows:
            cells = [cell.strip() for cell in row]
            if heading is None:
                if "Annotation Type" in cells:
                    heading = cells
                else:
                    preamble += [cell for cell in cells if cell]
                continue
            if any(cells):
                fields = dict(zip(heading, cells, strict=False))
                by = next((one[3:] for one in preamble if one.lower().startswith("by ")), None)
                yield _Clipping(
                    where=f"line {rows.line_num}",
                    title=preamble[1] if len(preamble) > 1 else "",
                    author=by.strip() if by else None,
                    about=f"{fields.get('Annotation Type', '')} {fields.get('Location', '')}",
                    words=fields.get("Annotation", ""),
                )
    except csv.Error as error:
        raise InputError(f"{one_line(name)}, line {rows.line_num}: {error}.") from None
    finally:
        csv.field_size_limit(before)


def _entries(clippings: list[_Clipping]) -> Iterator[Entry]:
    remarks: dict[tuple[str, int], list[_Clipping]] = {}
    highlights: list[_Clipping] = []
    for clipping in clippings:
        is_note = _NOTE.search(clipping.about[:_LONGEST_HEADING]) and clipping.words
        if is_note and (place := clipping.place()):
            remarks.setdefault((clipping.title, place[1]), []).append(clipping)
        else:
            highlights.append(clipping)
    taken: set[str] = set()
    for highlight in highlights:
        place = highlight.place()
        mine = [
            remark
            for at in (range(place[0], min(place[1], place[0] + 500) + 1) if place else ())
            for remark in remarks.get((highlight.title, at), ())
            if remark.where not in taken
        ]
        taken.update(remark.where for remark in mine)
        yield _entry(highlight, mine)
    for clipping in (each for several in remarks.values() for each in several if each.where not in taken):
        yield Refused(
            where=clipping.where,
            reason="It is a remark on no highlight, and quotes nothing.",
            kept={"note": clipping.words},
        )


def _entry(clipping: _Clipping, remarks: list[_Clipping]) -> Entry:
    if not clipping.words:
        reason = (
            "It is a bookmark and quotes nothing."
            if _MARK.search(clipping.about[:_LONGEST_HEADING])
            else "It marks no words."
        )
        return Refused(where=clipping.where, reason=reason, kept={"title": clipping.title})
    if not clipping.title:
        return Refused(
            where=clipping.where, reason="Nothing says which book it is from.", kept={"text": clipping.words}
        )
    book: Json = {"type": "book", "title": clipping.title}
    if clipping.author:
        book["author"] = authors(clipping.author)
    page = clipping.page()
    return QuoteEntry(
        where=clipping.where,
        text=clipping.words,
        source=SourceEntry(where=clipping.where, csl=book),
        locator_label="page" if page else None,
        locator=page,
        note="\n".join(remark.words for remark in remarks) or None,
    )
