"""A copy of the reading room in files: its pages and its data, for any web server to hand out.

The pages are those of `onrecord browse`. What needs somebody to answer (tables, citations in any style) is left out or
stands there ready; the search is done in the browser (`search_index`). The stored texts of sources stay at home: a page
has the passage around a quotation, never the whole text. A page that an earlier copy has, made of the same, is taken over.
"""

import json
from collections import deque
from collections.abc import Iterator, Sequence
from concurrent.futures import Future, ThreadPoolExecutor
from dataclasses import dataclass
from datetime import UTC, datetime
from itertools import groupby
from pathlib import Path
from urllib.parse import urlsplit

import onrecord
from onrecord.cite.style_files import shipped
from onrecord.db.reader import Reader
from onrecord.errors import Hint, UsageError
from onrecord.exchange.selection import Selection
from onrecord.model.records import Quote
from onrecord.outputs.published import MADE_BY, MANIFEST
from onrecord.pages import (
    STATIC,
    cite_box,
    claim_page,
    home_page,
    links,
    quote_page,
    source_page,
    speaker_page,
    trace_page,
)
from onrecord.pages.exports import EXPORTS, shown_on, written
from onrecord.pages.host import TITLE
from onrecord.pages.render import render
from onrecord.pages.words import dated
from onrecord.publish import earlier, search_index, whole
from onrecord.publish.files import Files, Part
from onrecord.publish.folder import SITEMAP
from onrecord.publish.host import HOME, LISTS, SEARCH, FileHost, file_of
from onrecord.publish.made_of import MadeOf
from onrecord.speakers import queries as speaker_queries
from onrecord.statements import queries as statement_queries
from onrecord.text.clean import one_line
from onrecord.views import overview
from onrecord.views.claim import debate_on
from onrecord.views.source import statements_without_text
from onrecord.views.speaker import portrait_of, said_by
from onrecord.views.trace import trace

# Quotations that the citation engine gets together, and how many times at once it runs.
_AT_ONCE, _WORKERS = 100, 2
# Statements whose quotations are a piece of the file in Markdown, by their numbers: one more changes the last piece alone.
_PIECE = 128
# Quotations that are read once for all the files of data: about 50 MB of memory.
_HELD = 10_000
Pieces = tuple[cite_box.Piece, ...]
_STATIC = ("pages.css", "pages.js", "folding.js", "finding.js")


@dataclass(frozen=True)
class Wanted:
    """What a copy is to be: its title, where it will stand ("": anywhere) and the citation styles of its pages."""

    title: str
    base_url: str
    styles: tuple[str, ...]


@dataclass(frozen=True)
class _Statement:
    """A statement: its key and the file of its page, its attributions with their numbers, and what the page is made of.

    `known` are the files of the page where an earlier copy has it, else `shown` is what it shows.
    """

    key: str
    file: str
    ids: list[int]
    quotes: list[Quote]
    digest: bytes
    known: earlier.Known | None
    shown: quote_page.Found | None


def wanted(title: str, base_url: str | None, styles: Sequence[str]) -> Wanted:
    """UsageError: `base_url` is no http(s) address, or one of `styles` is not a shipped citation style."""
    for style in styles:
        if shipped(style) is None:
            raise UsageError(f"{style[:80]!r} is not a citation style.", hint=Hint("find_style"))
    address = base_url or ""
    if address:
        parts = urlsplit(address)
        if parts.scheme not in ("http", "https") or not parts.hostname or parts.query or parts.fragment:
            raise UsageError(
                f"{one_line(address)} cannot be the address of a copy: give https://…, without ? and #.",
                hint=Hint("correct_address"),
            )
        address = address.rstrip("/") + "/"
    return Wanted(one_line(title) or TITLE, address, tuple(dict.fromkeys(styles)))


def steps(reader: Reader) -> int:
    """How many pages `publish` will yield."""
    counts = overview.counts(reader)
    return sum(counts[one] for one in ("statements", "sources", "speakers", "claims"))


def publish(reader: Reader, folder: Path, asked: Wanted, before: Path | None = None) -> Iterator[str]:
    """Writes a copy of what `reader` reads into the empty `folder`; yields each page's file as it is written or taken over.

    `before` is the folder of an earlier copy, whose pages are taken over where they were made of the same.
    """
    home = FileHost(asked.title, asked.base_url)
    made_with = earlier.made_with((asked.title, asked.base_url, asked.styles), ("apa", *asked.styles))
    files = Files(folder, earlier.Earlier(before, made_with))
    writer = _Writer(reader, home, files, asked.styles)
    counts = overview.counts(reader)
    for name in _STATIC:
        files.put(f"static/{name}", ((STATIC / name).read_text(encoding="utf-8"),))
    files.page(HOME, home_page.html(home, home_page.read(reader)))
    for name, entries in whole.lists(reader).items():
        heading = name.capitalize()
        title = f"{heading} – {asked.title}"
        host = home.beside(LISTS[name])
        files.page(host.page, render(host, "list.html", title=title, heading=heading, entries=entries))
    host = home.beside(SEARCH)
    title = f"Search – {asked.title}"
    files.page(host.page, render(host, "find.html", title=title, index=search_index.FOLDER))
    for made_pages in (writer.quotes(), writer.sources(), writer.speakers(), writer.claims()):
        yield from made_pages
    writer.data()
    if asked.base_url:
        files.put(SITEMAP, (whole.sitemap(asked.base_url, files.pages),))
    manifest = {
        "made_by": MADE_BY, "version": onrecord.__version__, "made_at": datetime.now(UTC).isoformat(timespec="seconds"),
        "title": asked.title, "base_url": asked.base_url or None, "styles": list(asked.styles),
        "pages": len(files.pages), "counts": counts,
    }  # fmt: skip
    files.put(MANIFEST, (json.dumps(manifest, ensure_ascii=False, indent=2) + "\n",))
    files.keep(made_with)


class _Writer:
    """Makes the pages of one copy."""

    def __init__(self, reader: Reader, home: FileHost, files: Files, styles: Sequence[str]) -> None:
        self.reader, self.home, self.files, self.styles = reader, home, files, styles
        self.made_of = MadeOf(reader)

    def quotes(self) -> Iterator[str]:
        index = None
        if not self._taken(search_index.FOLDER, self.made_of.everything):
            part = self.files.part(search_index.FOLDER, self.made_of.everything)
            index = search_index.Writing(part.put)
        for statement, pieces in self._cited(index):
            if statement.known is not None:
                self.files.take(statement.file, statement.digest, statement.known)
            elif statement.shown is not None:
                self._quote(statement, statement.shown, pieces)
            yield statement.file
        if index:
            index.finish()

    def _quote(self, statement: _Statement, shown: quote_page.Found, pieces: Pieces) -> None:
        part = self.files.part(statement.file, statement.digest)
        selected = Selection.of(self.reader, attributions=statement.ids)
        selected.hold(statement.quotes)
        part.exports(statement.file, selected)
        if quote_page.is_traced(shown):
            traced = file_of(links.trace_at(statement.key))
            told = trace(self.reader, statement.key)
            part.page(traced, trace_page.html(self.home.beside(traced), told))
        asked = cite_box.Asked(self.styles[0], cite_box.DEFAULT_FORMAT)
        host = self.home.beside(statement.file)
        part.page(statement.file, quote_page.html(host, shown, asked, pieces, statement.key))

    def _cited(self, index: search_index.Writing | None) -> Iterator[tuple[_Statement, Pieces]]:
        """Every statement that is attributed, and the citations of its page where that is made; all are put into `index`.

        The engine cites the next ones while the pages of these are written.
        """
        with ThreadPoolExecutor(_WORKERS) as pool:
            waiting: deque[tuple[list[_Statement], Future[list[Pieces]]]] = deque()
            for batch in self._batches(index):
                firsts = [statement.shown.record.first for statement in batch if statement.shown]
                waiting.append((batch, pool.submit(_citations, firsts, self.styles)))
                if len(waiting) > _WORKERS:
                    yield from _together(*waiting.popleft())
            while waiting:
                yield from _together(*waiting.popleft())

    def _batches(self, index: search_index.Writing | None) -> Iterator[list[_Statement]]:
        rows = self.reader.rows("SELECT id, key FROM statements ORDER BY id")
        for first in range(0, len(rows), _AT_ONCE):
            keys = dict(rows[first : first + _AT_ONCE])
            ids: dict[int, list[int]] = {}
            for statement, attribution in statement_queries.citing(self.reader, keys):
                ids.setdefault(statement, []).append(attribution)
            digests = {statement: self.made_of.statements([statement]) for statement in ids}
            files = {statement: file_of(links.quote_at(keys[statement])) for statement in ids}
            known = {
                statement: self.files.earlier.files(files[statement], digests[statement]) for statement in ids
            }
            needed = [one for statement in ids for one in ids[statement] if index or known[statement] is None]
            quotes = dict(zip(needed, statement_queries.quotes(self.reader, needed), strict=True))
            batch = []
            for statement, own in ids.items():
                read = [quotes[one] for one in own if one in quotes]
                if index:
                    index.add(search_index.Line.of(read, dated), read)
                shown = None
                if known[statement] is None:
                    lasting = self.home.beside(files[statement]).lasting
                    shown = quote_page.read(self.reader, keys[statement], lasting)
                batch.append(
                    _Statement(
                        keys[statement],
                        files[statement],
                        own,
                        read,
                        digests[statement],
                        known[statement],
                        shown,
                    )
                )
            yield batch

    def sources(self) -> Iterator[str]:
        for number, citekey in self.reader.rows("SELECT id, citekey FROM sources ORDER BY id"):
            file = file_of(links.source_at(citekey))
            digest = self.made_of.source(number)
            if not self._taken(file, digest):
                part = self.files.part(file, digest)
                part.exports(file, self._selected("source", citekey))
                text = statements_without_text(self.reader, citekey, most=None)
                part.page(file, source_page.html(self.home.beside(file), text))
            yield file

    def speakers(self) -> Iterator[str]:
        numbers = dict(self.reader.rows("SELECT slug, id FROM speakers"))
        for record in speaker_queries.speakers(self.reader):
            first = file_of(links.speaker_at(record.slug))
            digest = self.made_of.speaker(numbers[record.slug])
            if not self._taken(first, digest):
                self._speaker(self.files.part(first, digest), record.slug)
            yield first

    def _speaker(self, part: Part, slug: str) -> None:
        speaker = portrait_of(self.reader, slug)
        part.exports(file_of(links.speaker_at(slug)), self._selected("speaker", slug))
        number = last = 1
        while number <= last:
            said = said_by(self.reader, speaker, page=number)
            file = file_of(links.speaker_at(slug, page=number))
            part.page(file, speaker_page.html(self.home.beside(file), speaker, said))
            number, last = number + 1, said.pages

    def claims(self) -> Iterator[str]:
        for number, key in self.reader.rows("SELECT id, key FROM claims ORDER BY id"):
            file = file_of(links.claim_at(key))
            digest = self.made_of.claim(number)
            if not self._taken(file, digest):
                part = self.files.part(file, digest)
                part.exports(file, self._selected("claim", key))
                claim = debate_on(self.reader, key)
                part.page(file, claim_page.html(self.home.beside(file), self.reader, claim))
            yield file

    def data(self) -> None:
        """Everything as files, for other programs."""
        everything = Selection(self.reader)
        if self.files.earlier.files("data/statements.jsonl", self.made_of.everything) is None:
            everything.hold(most=_HELD)
        made = {f"data/library.{extension}": written(extension, everything) for extension in EXPORTS}
        made["data/library.md"] = self._block_quotations("data/library.md")
        made["data/statements.jsonl"] = whole.statements(everything)
        for file, texts in made.items():
            if not self._taken(file, self.made_of.everything):
                self.files.part(file, self.made_of.everything).put_pieces(file, texts)
            elif places := self.files.earlier.pieces(file).places:
                self.files.note_pieces(file, places)

    def _block_quotations(self, file: str) -> Iterator[str]:
        """As `exports.written`; the citation engine is asked only for what is not as in the earlier copy."""
        before = self.files.earlier.pieces(file)
        places: earlier.Places = {}
        end = 0
        numbers = self.reader.column("SELECT id FROM statements ORDER BY id")
        for _, group in groupby(numbers, lambda number: number // _PIECE):
            statements = list(group)
            digest = self.made_of.statements(statements).hex()
            text = before.text(digest)
            if text is None:
                text = whole.block_quotations(self.reader, statements)
            if text and end:
                yield "\n\n"
                end += 2
            yield text
            length = len(text.encode("utf-8", "replace"))
            places[digest] = (end, length)
            end += length
        yield "\n"
        self.files.note_pieces(file, places)

    def _selected(self, page: str, name: str) -> Selection:
        selected = shown_on(page, name, self.reader)
        selected.hold()
        return selected

    def _taken(self, part: str, digest: bytes) -> bool:
        """Takes a part over from the earlier copy, where it was made of the same."""
        known = self.files.earlier.files(part, digest)
        if known is None:
            return False
        self.files.take(part, digest, known)
        return True


def _citations(quotes: Sequence[Quote], styles: Sequence[str]) -> list[Pieces]:
    """The citations of each quotation in every style, one after the other."""
    pieces_of: list[Pieces] = [() for _ in quotes]
    for style in styles if quotes else ():
        title = next((entry.title for entry in cite_box.menu() if entry.id == style), style)
        for place, pieces in enumerate(cite_box.pieces_of_each(quotes, style)):
            pieces_of[place] += tuple(
                cite_box.Piece(f"{piece.id}-{style}", f"{piece.label}, {title}", piece.text)
                for piece in pieces
            )
    return pieces_of


def _together(batch: list[_Statement], cited: Future[list[Pieces]]) -> Iterator[tuple[_Statement, Pieces]]:
    pieces = iter(cited.result())
    for statement in batch:
        yield statement, next(pieces) if statement.shown else ()
