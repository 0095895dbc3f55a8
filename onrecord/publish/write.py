"""A copy of the reading room in files: its pages and its data, for any web server to hand out.

The pages are those of `onrecord browse`. What needs somebody to answer (tables, citations in any style) is left out or
stands there ready; the search is done in the browser (`search_index`). The stored texts of sources stay at home: a page
has the passage around a quotation, never the whole text.
"""

import json
from collections import deque
from collections.abc import Iterable, Iterator, Sequence
from concurrent.futures import Future, ThreadPoolExecutor
from dataclasses import dataclass
from datetime import UTC, datetime
from pathlib import Path
from urllib.parse import urlsplit

from markupsafe import escape

import onrecord
from onrecord.cite.style_files import shipped
from onrecord.db.reader import Reader
from onrecord.errors import Hint, UsageError
from onrecord.exchange.selection import Selection
from onrecord.model.records import Quote
from onrecord.pages import (
    STATIC,
    cite_box,
    claim_page,
    exports,
    home_page,
    links,
    quote_page,
    source_page,
    speaker_page,
    trace_page,
)
from onrecord.pages.exports import EXPORTS, shown_on
from onrecord.pages.host import TITLE
from onrecord.pages.render import render
from onrecord.pages.words import dated
from onrecord.publish import search_index
from onrecord.publish.folder import MADE_BY, MANIFEST, SITEMAP
from onrecord.publish.host import BESIDE, HOME, LISTS, SEARCH, FileHost, export_file, file_of
from onrecord.sources import queries as source_queries
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
Pieces = tuple[cite_box.Piece, ...]
# A statement: its key, its attributions, and what its page shows.
Statement = tuple[str, list[int], quote_page.Found]
_FILES = ("pages.css", "pages.js", "folding.js", "finding.js")


@dataclass(frozen=True)
class Wanted:
    """What a copy is to be: its title, where it will stand ("": anywhere) and the citation styles of its pages."""

    title: str
    base_url: str
    styles: tuple[str, ...]


@dataclass(frozen=True)
class Entry:
    """A line of a list: a name, the address of its page, and how many statements there are."""

    name: str
    address: str
    statements: int


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


def publish(reader: Reader, folder: Path, asked: Wanted) -> Iterator[str]:
    """Writes a copy of what `reader` reads into the empty `folder`; yields each page's file as it is written."""
    home = FileHost(asked.title, asked.base_url)
    writer = _Writer(reader, home, folder, asked.styles)
    counts = overview.counts(reader)
    for name in _FILES:
        writer.put(f"static/{name}", (STATIC / name).read_text(encoding="utf-8"))
    writer.page(HOME, home_page.html(home, home_page.read(reader)))
    for name, entries in _lists(reader).items():
        heading = name.capitalize()
        title = f"{heading} – {asked.title}"
        host = home.beside(LISTS[name])
        writer.page(host.page, render(host, "list.html", title=title, heading=heading, entries=entries))
    host = home.beside(SEARCH)
    title = f"Search – {asked.title}"
    writer.page(host.page, render(host, "find.html", title=title, index=search_index.FOLDER))
    for made_pages in (writer.quotes(), writer.sources(), writer.speakers(), writer.claims()):
        yield from made_pages
    _write_data(reader, writer)
    if asked.base_url:
        writer.put(SITEMAP, _sitemap(asked.base_url, writer.written))
    manifest = {
        "made_by": MADE_BY, "version": onrecord.__version__, "made_at": datetime.now(UTC).isoformat(timespec="seconds"),
        "title": asked.title, "base_url": asked.base_url or None, "styles": list(asked.styles),
        "pages": len(writer.written), "counts": counts,
    }  # fmt: skip
    writer.put(MANIFEST, json.dumps(manifest, ensure_ascii=False, indent=2) + "\n")


class _Writer:
    """Makes the pages of one copy and writes them; `written` are those so far."""

    def __init__(self, reader: Reader, home: FileHost, folder: Path, styles: Sequence[str]) -> None:
        self.reader, self.home, self.folder, self.styles = reader, home, folder, styles
        self.written: list[str] = []

    def put(self, file: str, text: str) -> None:
        self.put_pieces(file, (text,))

    def put_pieces(self, file: str, texts: Iterable[str]) -> None:
        target = self.folder / file
        target.parent.mkdir(exist_ok=True)
        # Half a surrogate pair, as other programs may have stored it, is no text for a file.
        with target.open("w", encoding="utf-8", errors="replace", newline="\n") as out:
            out.writelines(texts)

    def page(self, file: str, html: str) -> str:
        self.put(file, html)
        self.written.append(file)
        return file

    def exports(self, file: str, selection: Selection) -> None:
        for extension in BESIDE:
            self.put_pieces(export_file(file, extension), exports.written(extension, selection))

    def quotes(self) -> Iterator[str]:
        index = search_index.Writing(self.put)
        for key, ids, quote, cited in self._cited():
            file = file_of(links.quote_at(key))
            host = self.home.beside(file)
            quotes = statement_queries.quotes(self.reader, ids)
            index.add(search_index.Line.of(quotes, dated), quotes)
            asked = cite_box.Asked(self.styles[0], cite_box.DEFAULT_FORMAT)
            self.exports(file, Selection.of(self.reader, attributions=ids))
            if quote_page.is_traced(quote):
                traced = file_of(links.trace_at(key))
                self.page(traced, trace_page.html(self.home.beside(traced), trace(self.reader, key)))
            yield self.page(file, quote_page.html(host, quote, asked, cited, key))
        index.finish()

    def _cited(self) -> Iterator[tuple[*Statement, Pieces]]:
        """Every statement that is attributed: its key, its attributions, what its page shows, and its citations.

        The engine cites the next ones while the pages of these are written.
        """
        with ThreadPoolExecutor(_WORKERS) as pool:
            waiting: deque[tuple[list[Statement], Future[list[Pieces]]]] = deque()
            for batch in self._batches():
                firsts = [quote.record.first for _, _, quote in batch]
                waiting.append((batch, pool.submit(_citations, firsts, self.styles)))
                if len(waiting) > _WORKERS:
                    yield from _together(*waiting.popleft())
            while waiting:
                yield from _together(*waiting.popleft())

    def _batches(self) -> Iterator[list[Statement]]:
        batch = []
        for key in self.reader.column("SELECT key FROM statements ORDER BY id"):
            if ids := statement_queries.attribution_ids(self.reader, key):
                lasting = self.home.beside(file_of(links.quote_at(key))).lasting
                batch.append((key, ids, quote_page.read(self.reader, key, lasting)))
            if len(batch) == _AT_ONCE:
                yield batch
                batch = []
        if batch:
            yield batch

    def sources(self) -> Iterator[str]:
        for citekey in self.reader.column("SELECT citekey FROM sources ORDER BY id"):
            file = file_of(links.source_at(citekey))
            self.exports(file, shown_on("source", citekey, self.reader))
            text = statements_without_text(self.reader, citekey, most=None)
            yield self.page(file, source_page.html(self.home.beside(file), text))

    def speakers(self) -> Iterator[str]:
        for record in speaker_queries.speakers(self.reader):
            speaker = portrait_of(self.reader, record.slug)
            self.exports(
                file_of(links.speaker_at(record.slug)), shown_on("speaker", record.slug, self.reader)
            )
            number = last = 1
            while number <= last:
                said = said_by(self.reader, speaker, page=number)
                file = file_of(links.speaker_at(record.slug, page=number))
                self.page(file, speaker_page.html(self.home.beside(file), speaker, said))
                number, last = number + 1, said.pages
            yield file

    def claims(self) -> Iterator[str]:
        for key in self.reader.column("SELECT key FROM claims ORDER BY id"):
            file = file_of(links.claim_at(key))
            self.exports(file, shown_on("claim", key, self.reader))
            claim = debate_on(self.reader, key)
            yield self.page(file, claim_page.html(self.home.beside(file), self.reader, claim))


def _citations(quotes: Sequence[Quote], styles: Sequence[str]) -> list[Pieces]:
    """The citations of each quotation in every style, one after the other."""
    found: list[Pieces] = [() for _ in quotes]
    for style in styles:
        title = next((entry.title for entry in cite_box.menu() if entry.id == style), style)
        for place, pieces in enumerate(cite_box.pieces_of_each(quotes, style)):
            found[place] += tuple(
                cite_box.Piece(f"{piece.id}-{style}", f"{piece.label}, {title}", piece.text)
                for piece in pieces
            )
    return found


def _together(batch: list[Statement], cited: Future[list[Pieces]]) -> Iterator[tuple[*Statement, Pieces]]:
    for (key, ids, quote), pieces in zip(batch, cited.result(), strict=True):
        yield key, ids, quote, pieces


def _lists(reader: Reader) -> dict[str, list[Entry]]:
    by_source = dict(reader.rows(
        "SELECT s.citekey, count(DISTINCT a.statement_id) FROM attributions AS a "
        "JOIN sources AS s ON s.id = a.source_id GROUP BY 1"
    ))  # fmt: skip
    lists = {
        "speakers": [
            Entry(speaker.name, links.speaker_at(speaker.slug), speaker.statements)
            for speaker in speaker_queries.speakers(reader)
        ],
        "sources": [
            Entry(
                source.title or source.citekey,
                links.source_at(source.citekey),
                by_source.get(source.citekey, 0),
            )
            for source in source_queries.sources(reader)
        ],
        "claims": [
            Entry(text, links.claim_at(key), count)
            for key, text, count in reader.rows(
                "SELECT c.key, c.text, count(DISTINCT s.statement_id) FROM claims AS c "
                "LEFT JOIN stances AS s ON s.claim_id = c.id GROUP BY c.id"
            )
        ],
    }
    return {
        name: sorted(entries, key=lambda entry: (entry.name.casefold(), entry.address))
        for name, entries in lists.items()
    }


def _write_data(reader: Reader, writer: _Writer) -> None:
    everything = Selection(reader)
    for extension in EXPORTS:
        writer.put_pieces(f"data/library.{extension}", exports.written(extension, everything))
    lines = (
        json.dumps(quote.as_json(), ensure_ascii=False) + "\n"
        for quotes in everything.statements()
        for quote in quotes
    )
    writer.put_pieces("data/statements.jsonl", lines)


def _sitemap(base_url: str, files: Sequence[str]) -> str:
    # sitemaps.org, 50,000 addresses a file: a larger copy has the first of them, and its pages lead to the others.
    places = "".join(f"<url><loc>{escape(base_url + file)}</loc></url>\n" for file in files[:50_000])
    return (
        '<?xml version="1.0" encoding="UTF-8"?>\n'
        f'<urlset xmlns="http://www.sitemaps.org/schemas/sitemap/0.9">\n{places}</urlset>\n'
    )
