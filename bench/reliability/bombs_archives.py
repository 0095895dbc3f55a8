"""Bombs that are packed: zip, gzip, bzip2, Zstandard, the archives of the web, and the streams of PDF."""

import bz2
import gzip
import io
import struct
import zlib

from bench.reliability.bomb import Bomb, attributes, imported, ingested, zipped

WORD = "http://schemas.openxmlformats.org/wordprocessingml/2006/main"
_EPUB = {
    "META-INF/container.xml": '<container xmlns="urn:oasis:names:tc:opendocument:xmlns:container"><rootfiles>'
    '<rootfile full-path="a.opf" media-type="application/oebps-package+xml"/></rootfiles></container>',
}
_ODT = "application/vnd.oasis.opendocument.text"


def bombs() -> list[Bomb]:
    """All of this file."""
    return [*_zips(), *_streams(), *_web(), *_pdfs()]


def docx(body: str, **parts: str) -> bytes:
    """A Word document with that in its body; `parts` are further ones in `word/`."""
    document = f'<w:document xmlns:w="{WORD}"><w:body>{body}</w:body></w:document>'
    return zipped({"word/document.xml": document, **{f"word/{name}.xml": one for name, one in parts.items()}})


def epub(chapters: dict[str, str], spine: list[str] | None = None) -> bytes:
    """A book of chapters, read in the order of `spine`."""
    items = "".join(f'<item id="{one}" href="{one}" media-type="application/xhtml+xml"/>' for one in chapters)
    order = "".join(f'<itemref idref="{one}"/>' for one in spine or chapters)
    package = f'<package xmlns="http://www.idpf.org/2007/opf"><manifest>{items}</manifest><spine>{order}</spine></package>'
    return zipped({**_EPUB, "a.opf": package, **chapters}, "application/epub+zip")


def odt(body: str) -> bytes:
    """An OpenDocument text."""
    names = "".join(
        f' xmlns:{name}="urn:oasis:names:tc:opendocument:xmlns:{name}:1.0"'
        for name in ("office", "text", "table")
    )
    content = f"<office:document-content{names}><office:body><office:text>{body}</office:text></office:body></office:document-content>"
    return zipped({"content.xml": content}, _ODT)


def _page(text: str) -> str:
    return (
        f'<html xmlns="http://www.w3.org/1999/xhtml"><head><title>x</title></head><body>{text}</body></html>'
    )


def overlapping(name: str, content: bytes, times: int) -> bytes:
    """An archive whose parts are all the same bytes (after D. Fifield, "A better zip bomb", 2019)."""
    packed = zlib.compress(content, 9)[2:-4]
    crc = zlib.crc32(content)
    first = name.encode()
    sizes = struct.pack("<III", crc, len(packed), len(content))
    local = (
        b"PK\x03\x04"
        + struct.pack("<HHHHH", 20, 0, 8, 0, 0)
        + sizes
        + struct.pack("<HH", len(first), 0)
        + first
    )
    directory = b""
    for number in range(times):
        called = first if not number else f"word/part{number}.xml".encode()
        directory += b"PK\x01\x02" + struct.pack("<HHHHHH", 20, 20, 0, 8, 0, 0) + sizes
        directory += struct.pack("<HHHHHII", len(called), 0, 0, 0, 0, 0, 0) + called
    begin = len(local) + len(packed)
    end = b"PK\x05\x06" + struct.pack("<HHHHIIH", 0, 0, times, times, len(directory), begin, 0)
    return local + packed + directory + end


def _zips() -> list[Bomb]:
    paragraph = "<w:p><w:r><w:t>x</w:t></w:r></w:p>"
    many = {f"word/{one}.xml": "" for one in range(60_000)}
    table = '<table:table><table:table-row table:number-rows-repeated="1000000"><table:table-cell table:number-columns-repeated="1000000">'
    table += "<text:p>x</text:p></table:table-cell></table:table-row></table:table>"
    nested = f"{'<w:tbl><w:tr><w:tc>' * 60}{paragraph}{'</w:tc></w:tr></w:tbl>' * 60}"
    return [
        ingested("docx, a part of 200 MB", "a.docx", lambda: docx("<w:p/>" * 33_000_000)),
        ingested("docx, 49 MB of paragraphs", "a.docx", lambda: docx(paragraph * 1_300_000)),
        ingested("docx, 45 MB of empty paragraphs", "a.docx", lambda: docx("<w:p/>" * 7_500_000)),
        ingested("docx, one paragraph of 40 MB", "a.docx", lambda: docx(f"<w:p><w:r><w:t>{'ab ' * 13_000_000}</w:t></w:r></w:p>")),
        ingested("docx, 1,000,000 runs", "a.docx", lambda: docx(f"<w:p>{'<w:r><w:t>x</w:t></w:r>' * 1_000_000}</w:p>")),
        ingested("docx, tables in tables", "a.docx", lambda: docx(nested)),
        ingested("docx, deeper than parsers go", "a.docx", lambda: docx("<w:p>" * 100_000)),
        ingested("docx, 500,000 attributes", "a.docx", lambda: docx(f"<w:p {attributes(500_000)}/>")),
        ingested("docx, 300,000 footnotes", "a.docx", lambda: docx(
            paragraph, footnotes=f'<w:footnotes xmlns:w="{WORD}">{f"<w:footnote>{paragraph}</w:footnote>" * 300_000}</w:footnotes>')),
        ingested("docx, 60,000 parts", "a.docx", lambda: zipped({**many, "word/document.xml": f'<w:document xmlns:w="{WORD}"/>'})),
        ingested("docx, parts that overlap", "a.docx", lambda: overlapping("word/document.xml", b" " * 30_000_000, 20_000)),
        ingested("epub, a chapter of 60 MB", "a.epub", lambda: epub({"a.xhtml": _page("<p>" + "x " * 30_000_000)})),
        ingested("epub, 20,000 chapters", "a.epub", lambda: epub({f"{one}.xhtml": _page("<p>x</p>") for one in range(20_000)})),
        ingested("epub, one chapter 500,000 times", "a.epub", lambda: epub({"a.xhtml": _page("<p>word word</p>" * 1000)}, ["a.xhtml"] * 500_000)),
        ingested("epub, 45 MB of paragraphs", "a.epub", lambda: epub({"a.xhtml": _page("<p>x</p>" * 5_500_000)})),
        ingested("odt, a part of 60 MB", "a.odt", lambda: odt(" " * 60_000_000)),
        ingested("odt, spaces by number", "a.odt", lambda: odt("<text:p>x" + '<text:s text:c="99999"/>' * 300_000 + "y</text:p>")),
        ingested("odt, a million rows of a million cells", "a.odt", lambda: odt(table)),
        ingested("odt, 49 MB of paragraphs", "a.odt", lambda: odt("<text:p>x</text:p>" * 2_500_000)),
        ingested("odt, spans in spans", "a.odt", lambda: odt(f"<text:p>{'<text:span>' * 240}x{'</text:span>' * 240}</text:p>")),
        ingested("zip of zips of zips", "a.zip", _nested),
        ingested("zip of 50,000 scanned pages", "a.zip", lambda: zipped({f"{one}.xml": "<alto/>" for one in range(50_000)})),
        ingested("pptx, a slide of 60 MB", "a.pptx", lambda: zipped({"[Content_Types].xml": "<Types/>", "ppt/presentation.xml": "<p/>",
                                                            "ppt/slides/slide1.xml": b" " * 60_000_000})),
        imported("qdpx, a project of 400 MB", "a.qdpx", lambda: zipped({"project.qde": b"<Project>" + b"<Users/>" * 50_000_000})),
        imported("qdpx, 50,000 texts that overlap", "a.qdpx", lambda: overlapping("project.qde", b"<Project/>" + b" " * 20_000_000, 50_000)),
        imported("ctv6bak, 400 MB", "a.ctv6bak", lambda: zipped({"a.ctv6": b"SQLite format 3\0" + bytes(400_000_000)})),
    ]  # fmt: skip


def _nested() -> bytes:
    inside = zipped({"a.html": b"<p>x</p>" * 6_000_000})
    for _ in range(8):
        inside = zipped({f"{one}.zip": inside for one in range(4)})
    return inside


def _streams() -> list[Bomb]:
    line = b"@misc{a, title={x}}\n"
    found = [
        imported("bib.gz, 2 GB of lines", "a.bib.gz", _gigabytes),
        imported("bib.gz, 2 GB of one value", "a.bib.gz", lambda: _gzip_of(b"x" * 1_000_000, 2_000, b"@misc{a, title={")),
        imported("bib.gz, 100 MB of entries", "a.bib.gz", lambda: gzip.compress(line * 5_000_000)),
        imported("json.gz, 2 GB in one string", "a.json.gz", lambda: _gzip_of(b"x" * 1_000_000, 2_000, b'[{"id":"')),
        imported("jsonl.gz, 2 GB in one line", "a.jsonl.gz", lambda: _gzip_of(b"x" * 1_000_000, 2_000, b'{"quotation": "')),
        imported("ris.gz, 2 GB of lines", "a.ris.gz", lambda: _gzip_of(b"N1  - x\n" * 100_000, 2_500, b"TY  - BOOK\n")),
        imported("csv.gz, 2 GB in one cell", "a.csv.gz", lambda: _gzip_of(b"x" * 1_000_000, 2_000, b'text,speaker,source\n"')),
        imported("csv.bz2, 1 GB in one cell", "a.csv.bz2", lambda: bz2.compress(b'text,speaker,source\n"' + b"x" * 1_000_000_000)),
        imported("bib.gz in gz", "a.bib.gz", lambda: gzip.compress(_gigabytes())),
        ingested("txt.gz, 2 GB", "a.txt.gz", _gigabytes),
    ]  # fmt: skip
    try:
        import zstandard
    except ImportError:
        return found
    packed = zstandard.ZstdCompressor(level=3)
    far = zstandard.ZstdCompressor(
        compression_params=zstandard.ZstdCompressionParameters(window_log=31, chain_log=6, hash_log=6)
    )
    return [
        *found,
        imported("jsonl.zst, 1 GB", "a.jsonl.zst", lambda: packed.compress(b"\n" * 1_000_000_000)),
        imported("jsonl.zst, 1 GB in one line", "a.jsonl.zst", lambda: packed.compress(b'{"quotation": "' + b"x" * 1_000_000_000)),
        imported("jsonl.zst, a window of 2 GB", "a.jsonl.zst", lambda: far.compress(b"{}\n" * 1_000_000)),
    ]  # fmt: skip


def _gigabytes() -> bytes:
    return _gzip_of(b"\n" * 1_000_000, 2_000)


def _gzip_of(piece: bytes, times: int, begin: bytes = b"") -> bytes:
    out = io.BytesIO()
    with gzip.GzipFile(fileobj=out, mode="wb", compresslevel=6) as file:
        file.write(begin)
        for _ in range(times):
            file.write(piece)
    return out.getvalue()


def _record(content: bytes, kind: str = "response") -> bytes:
    http = b"HTTP/1.1 200 OK\r\nContent-Type: text/html\r\n\r\n" + content
    return (
        f"WARC/1.0\r\nWARC-Type: {kind}\r\nWARC-Target-URI: https://quay.example/\r\nWARC-Date: 2024-01-01T00:00:00Z\r\n"
        f"Content-Type: application/http; msgtype=response\r\nContent-Length: {len(http)}\r\n\r\n"
    ).encode() + http + b"\r\n\r\n"  # fmt: skip


def _large() -> bytes:
    return gzip.compress(_record(b"<p>" + b"x " * 200_000_000))


def _deflated() -> bytes:
    return _record(zlib.compress(b"<p>x</p>" * 20_000_000, 9)).replace(
        b"text/html\r\n", b"text/html\r\nContent-Encoding: deflate\r\n"
    )


def _web() -> list[Bomb]:
    empty = gzip.compress(_record(b"<p>x</p>"))
    listed = '{"url":"https://quay.example/"}'
    return [
        ingested("warc.gz, a page of 400 MB", "a.warc.gz", _large),
        ingested("warc.gz, 100,000 pages", "a.warc.gz", lambda: empty * 100_000),
        ingested("warc, a deflated page of 160 MB", "a.warc", _deflated),
        ingested("warc, 1,000,000 headers", "a.warc", lambda: _record(b"<p>x</p>").replace(b"WARC-Date", b"X: y\r\n" * 1_000_000 + b"WARC-Date")),
        ingested("wacz, a page of 400 MB", "a.wacz", lambda: zipped({"pages/pages.jsonl": listed, "archive/a.warc.gz": _large()})),
        ingested("wacz, 500,000 pages", "a.wacz", lambda: zipped({"archive/a.warc.gz": empty, "pages/pages.jsonl": f"{listed}\n" * 500_000})),
        ingested("wacz, 20,000 archives", "a.wacz", lambda: zipped({f"archive/{one}.warc.gz": empty for one in range(20_000)})),
    ]  # fmt: skip


def pdf(
    content: bytes, filters: bytes = b"", objects: dict[int, bytes] | None = None, resources: bytes = b""
) -> bytes:
    """A PDF of one page; `objects` are further ones, or others in place of 1 (catalogue), 2 (pages), 3 (page)."""
    made = {
        1: b"<< /Type /Catalog /Pages 2 0 R >>",
        2: b"<< /Type /Pages /Count 1 /Kids [3 0 R] >>",
        3: b"<< /Type /Page /Parent 2 0 R /MediaBox [0 0 612 792] /Contents 4 0 R /Resources << /Font << /F1 5 0 R >> %s >> >>"
        % resources,
        4: b"<< /Length %d %s >>\nstream\n%s\nendstream" % (len(content), filters, content),
        5: b"<< /Type /Font /Subtype /Type1 /BaseFont /Helvetica >>",
        **(objects or {}),
    }
    out, places = b"%PDF-1.7\n", {}
    parts = [out]
    at = len(out)
    for number, body in made.items():
        places[number] = at
        part = b"%d 0 obj\n%s\nendobj\n" % (number, body)
        parts.append(part)
        at += len(part)
    table = b"".join(b"%010d 00000 n \n" % places.get(number, 0) for number in range(1, max(made) + 1))
    parts.append(b"xref\n0 %d\n0000000000 65535 f \n%strailer\n<< /Size %d /Root 1 0 R >>\nstartxref\n%d\n%%%%EOF\n"
                 % (max(made) + 1, table, max(made) + 1, at))  # fmt: skip
    return b"".join(parts)


def _stream(content: bytes, more: bytes = b"") -> bytes:
    packed = zlib.compress(content, 9)
    return b"<< /Length %d /Filter /FlateDecode %s >>\nstream\n%s\nendstream" % (len(packed), more, packed)


def _thrice() -> bytes:
    return zlib.compress(zlib.compress(zlib.compress(b" " * 400_000_000, 9), 9), 9)


def _pdfs() -> list[Bomb]:
    flate = b"/Filter /FlateDecode"
    text = b"BT /F1 12 Tf 72 700 Td (words) Tj ET "
    forms = {
        10 + level: _stream(b"/X Do " * 10, b"/Type /XObject /Subtype /Form /BBox [0 0 9 9] /Resources << /XObject << /X %d 0 R >> >>"
                            % (11 + level if level < 12 else 5))
        for level in range(13)
    }  # fmt: skip
    kids = b" ".join(b"3 0 R" for _ in range(500_000))
    deep = {
        20 + level: b"<< /Type /Pages /Count 1 /Kids [%d 0 R] >>" % (21 + level) for level in range(5_000)
    }
    deep |= {
        2: b"<< /Type /Pages /Count 1 /Kids [20 0 R] >>",
        5_020: b"<< /Type /Page /Parent 2 0 R /Contents 4 0 R >>",
    }
    cmap = b"begincmap 1 begincodespacerange <0000> <FFFF> endcodespacerange "
    cmap += b"1 beginbfrange <0000> <FFFFFF> <0000> endbfrange " * 200
    font = b"<< /Type /Font /Subtype /Type0 /BaseFont /X /Encoding /Identity-H /ToUnicode 6 0 R >>"
    page = b"<< /Type /Page /Parent 2 0 R /MediaBox [0 0 612 792] /Contents [%s] /Resources << /Font << /F1 5 0 R >> >> >>"
    names = b"<< /Type /Catalog /Pages 2 0 R /PageLabels << /Kids [6 0 R 6 0 R] >> >>"
    columns = b"".join(b"1 0 0 1 %d %d Tm (w%d) Tj " % (one % 600, one % 700, one) for one in range(60_000))
    objects = b" ".join(b"%d 0" % (100 + one) for one in range(200_000)) + b" << >>"
    return [
        ingested("pdf, 1 GB of spaces", "a.pdf", lambda: pdf(zlib.compress(b" " * 1_000_000_000, 9), flate)),
        ingested("pdf, 100 MB of words", "a.pdf", lambda: pdf(zlib.compress(text * 2_700_000, 9), flate)),
        ingested("pdf, 4 MB of words", "a.pdf", lambda: pdf(zlib.compress(text * 110_000, 9), flate)),
        ingested("pdf, packed three times", "a.pdf", lambda: pdf(_thrice(), b"/Filter [/FlateDecode /FlateDecode /FlateDecode]")),
        ingested("pdf, 10,000 filters", "a.pdf", lambda: pdf(b"x", b"/Filter [%s]" % (b"/ASCIIHexDecode " * 10_000))),
        ingested("pdf, LZW", "a.pdf", lambda: pdf(bytes(range(256)) * 20_000, b"/Filter /LZWDecode")),
        ingested("pdf, run lengths", "a.pdf", lambda: pdf(b"\x81 " * 2_000_000, b"/Filter /RunLengthDecode")),
        ingested("pdf, forms of ten forms of ten", "a.pdf", lambda: pdf(b"/X Do", b"", forms, b"/XObject << /X 10 0 R >>")),
        ingested("pdf, 500,000 times the same page", "a.pdf", lambda: pdf(text, b"", {2: b"<< /Type /Pages /Count 500000 /Kids [%s] >>" % kids})),
        ingested("pdf, pages that are their own parent", "a.pdf", lambda: pdf(text, b"", {2: b"<< /Type /Pages /Count 9 /Kids [2 0 R 2 0 R] >>"})),
        ingested("pdf, pages 5,000 deep", "a.pdf", lambda: pdf(text, b"", deep)),
        ingested("pdf, one content 100,000 times", "a.pdf", lambda: pdf(zlib.compress(text * 1000, 9), flate, {3: page % (b"4 0 R " * 100_000)})),
        ingested("pdf, a map of millions of letters", "a.pdf", lambda: pdf(text, b"", {5: font, 6: _stream(cmap)})),
        ingested("pdf, labels that turn round", "a.pdf", lambda: pdf(text, b"", {1: names, 6: b"<< /Kids [6 0 R 6 0 R] >>"})),
        ingested("pdf, brackets 1,000,000 deep", "a.pdf", lambda: pdf(b"[" * 1_000_000)),
        ingested("pdf, an object 100,000 deep", "a.pdf", lambda: pdf(text, b"", {5: b"<< /A " * 100_000})),
        ingested("pdf, 60,000 pieces on one page", "a.pdf", lambda: pdf(zlib.compress(b"BT /F1 9 Tf " + columns + b"ET", 9), flate)),
        ingested("pdf, a string of 5 MB", "a.pdf", lambda: pdf(zlib.compress(b"BT /F1 9 Tf (" + b"word " * 1_000_000 + b") Tj ET", 9), flate)),
        ingested("pdf, a stream of 200,000 objects", "a.pdf", lambda: pdf(text, b"", {
            6: _stream(objects, b"/Type /ObjStm /N 200000 /First %d" % (len(objects) - 6))})),
        ingested("pdf, 1,000,000 objects of nothing", "a.pdf", lambda: pdf(text) + b"1 0 obj null endobj\n" * 1_000_000),
        ingested("pdf, no table, 200,000 beginnings", "a.pdf", lambda: b"%PDF-1.7\n" + b"9 0 obj << /A (" * 200_000),
        ingested("pdf, tables that point in a ring", "a.pdf", lambda: pdf(text).replace(
            b"/Root 1 0 R >>", b"/Root 1 0 R /Prev 9 >>")),
    ]  # fmt: skip
