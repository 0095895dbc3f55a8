"""What hostile files repeat costs no more than once over: counted is how often the costly step is taken, or what is refused before it."""

import io
import zipfile
import zlib
from collections.abc import Callable
from typing import Any

import pytest
from ingest.test_formats import small_pdf
from ingest.test_saved import wacz, warc
from test_bombs import docx

from onrecord.check.compared import ELLIPSIS
from onrecord.check.draft import Builder
from onrecord.errors import InputError
from onrecord.exchange.taking.described import check_makers
from onrecord.extract import layout
from onrecord.extract.abroad import telling
from onrecord.ingest.read import read_bytes
from onrecord.ingest.transcript_heads import heads_in
from onrecord.text.marks import outer_pairs

TEI = '<TEI xmlns="http://www.tei-c.org/ns/1.0"><text><body>{}</body></text></TEI>'


def counted(monkeypatch: pytest.MonkeyPatch, of: Any, name: str) -> list[tuple[Any, ...]]:
    """The calls of a function from now on."""
    calls: list[tuple[Any, ...]] = []
    called = getattr(of, name)

    def call(*words: Any, **more: Any) -> Any:
        calls.append(words)
        return called(*words, **more)

    monkeypatch.setattr(of, name, call)
    return calls


def pdf_of(content: bytes, times: int = 1) -> bytes:
    """A PDF whose pages, so many, are all drawn by the same packed content."""
    packed = zlib.compress(content, 9)
    plain = small_pdf("words")
    stream, end = plain.index(b"<< /Length"), plain.index(b"endstream")
    head = plain[:stream].replace(b"/Contents 6 0 R", b"/Contents [%s]" % (b"6 0 R " * times))
    return b"%s<< /Filter /FlateDecode /Length %d >>\nstream\n%s\n%s" % (
        head,
        len(packed),
        packed,
        plain[end:],
    )


@pytest.mark.parametrize(
    "made",
    [
        lambda: pdf_of(b"BT /F1 9 Tf (" + b"word " * 250_000 + b") Tj ET"),
        lambda: pdf_of(b"BT /F1 9 Tf " + b"(w) Tj " * 100_001 + b"ET"),
        lambda: pdf_of(b"BT /F1 9 Tf [" + b"<77>" * 100_001 + b"] TJ ET"),
        lambda: pdf_of(b"BT /F1 9 Tf (" + b"word " * 1_000 + b") Tj ET ", 300),
    ],
    ids=["one string", "many strings", "an array", "one content again and again"],
)
def test_pages_that_hold_more_than_paper(made: Callable[[], bytes], monkeypatch: pytest.MonkeyPatch) -> None:
    from pypdf.generic import ContentStream

    read = counted(monkeypatch, ContentStream, "_parse_content_stream")
    with pytest.raises(InputError, match="shows more than a sheet of paper holds"):
        read_bytes(made(), name="a.pdf")
    assert len(read) < 100


def test_what_is_drawn_without_words_is_not_read(monkeypatch: pytest.MonkeyPatch) -> None:
    from pypdf.generic import ContentStream

    read = counted(monkeypatch, ContentStream, "_parse_content_stream")
    with pytest.raises(InputError, match="pages but no text"):
        read_bytes(pdf_of(b"1 0 0 1 0 0 cm 0 0 m 9 9 l S " * 20_000, 20), name="a.pdf")
    assert not read


def pdf_showing(form: bytes, pages: int) -> bytes:
    """A PDF whose pages each show the same packed form, and a sentence of their own."""
    shown = [
        b"/Form Do BT /F1 9 Tf 50 400 Td (It holds on day %d.) Tj ET" % number
        for number in range(1, pages + 1)
    ]
    packed = zlib.compress(form, 9)
    kids = b" ".join(b"%d 0 R" % (4 + 2 * number) for number in range(pages))
    resources = b"/Resources << /Font << /F1 2 0 R >> /XObject << /Form 3 0 R >> >>"
    objects = [
        b"<< /Type /Pages /Kids [%s] /Count %d /MediaBox [0 0 595 842] %s >>" % (kids, pages, resources),
        b"<< /Type /Font /Subtype /Type1 /BaseFont /Courier /Encoding /WinAnsiEncoding >>",
        b"<< /Type /XObject /Subtype /Form /BBox [0 0 595 842] /Filter /FlateDecode /Length %d >>\nstream\n%s\nendstream"
        % (len(packed), packed),
    ]
    for number, content in enumerate(shown):
        objects += [
            b"<< /Type /Page /Parent 1 0 R /Contents %d 0 R >>" % (5 + 2 * number),
            b"<< /Length %d >>\nstream\n%s\nendstream" % (len(content), content),
        ]
    objects.append(b"<< /Type /Catalog /Pages 1 0 R >>")
    out = bytearray(b"%PDF-1.7\n")
    places = []
    for number, one in enumerate(objects, 1):
        places.append(len(out))
        out += b"%d 0 obj\n%s\nendobj\n" % (number, one)
    table = b"".join(b"%010d 00000 n \n" % place for place in places)
    count = len(objects) + 1
    return bytes(out) + b"xref\n0 %d\n0000000000 65535 f \n%strailer << /Size %d /Root %d 0 R >>\nstartxref\n%d\n%%%%EOF" % (
        count, table, count, count - 1, len(out),
    )  # fmt: skip


def test_one_drawing_behind_every_page_is_read_once(monkeypatch: pytest.MonkeyPatch) -> None:
    from pypdf.generic import ContentStream
    from pypdf.generic._font import Font

    read = counted(monkeypatch, ContentStream, "_parse_content_stream")
    fonts = counted(monkeypatch, Font, "from_font_resource")
    line = b"q 1 0 0 1 3 3 cm 10 10 m 20 20 l S Q "
    labels = b"".join(b"BT /F1 6 Tf 1 0 0 1 99 %d Tm (Pier %d) Tj ET " % (99 + 35 * n, n) for n in range(20))
    text = read_bytes(pdf_showing(line * 5_000 + labels + line, 60), name="a.pdf").text
    assert text.count("Pier 12") == 60 and "It holds on day 60." in text
    assert (len(read), len(fonts)) == (61, 1)


def test_a_form_of_many_words_counts_each_time_it_is_shown(monkeypatch: pytest.MonkeyPatch) -> None:
    from pypdf.generic import ContentStream

    read = counted(monkeypatch, ContentStream, "_parse_content_stream")
    with pytest.raises(InputError, match="shows more than a sheet of paper holds"):
        read_bytes(pdf_showing(b"BT /F1 9 Tf " + b"(pier) Tj " * 2_000 + b"ET", 80), name="a.pdf")
    assert 2 < len(read) < 80


def test_pages_that_are_all_drawn_by_the_same_content(monkeypatch: pytest.MonkeyPatch) -> None:
    from pypdf.generic import ContentStream

    read = counted(monkeypatch, ContentStream, "_parse_content_stream")
    line = b"(The pier will hold.) Tj 0 -10 Td "
    many = pdf_of(b"BT /F1 9 Tf " + line * 1_000 + b"ET").replace(b"/Count 1", b"/Count 40")
    kids = many[many.index(b"/Kids [") + 7 : many.index(b"]", many.index(b"/Kids ["))]
    with pytest.raises(InputError, match="shows more than a sheet of paper holds"):
        read_bytes(many.replace(b"/Kids [" + kids, b"/Kids [" + (kids + b" ") * 40), name="a.pdf")
    assert 1 < len(read) < 5


def test_what_hangs_on_behind_the_end_of_a_pdf_is_not_gone_through(monkeypatch: pytest.MonkeyPatch) -> None:
    from pypdf import _reader

    lines = counted(monkeypatch, _reader, "read_previous_line")
    whole = small_pdf("The pier will hold.")
    hung_on = b"1 0 obj null endobj\n" * 20_000
    assert "The pier will hold." in read_bytes(whole + hung_on, name="a.pdf").text
    # A mark in the middle of a line is none.
    assert "The pier will hold." in read_bytes(whole + hung_on + b"x%%EOF" + hung_on, name="a.pdf").text
    assert len(lines) < 100
    without = whole.replace(b"%%EOF", b"") + b"1 0 obj null endobj\n" * 20_000
    with pytest.raises(InputError, match="a damaged PDF"):
        read_bytes(without, name="a.pdf")
    assert len(lines) < 100


def test_an_end_of_a_pdf_that_is_cut_off_is_known() -> None:
    whole = small_pdf("The pier will hold.").rstrip()
    for ends in (whole, whole[:-1], whole[:-3], whole + b"\n" * 3_000):
        assert "The pier will hold." in read_bytes(ends, name="a.pdf").text


def test_cells_of_nothing_in_markdown_are_not_parsed(monkeypatch: pytest.MonkeyPatch) -> None:
    from markdown_it import MarkdownIt

    parsed = counted(monkeypatch, MarkdownIt, "parseInline")
    table = "|" + "a|" * 100 + "\n|" + "-|" * 100 + "\n" + "|b\n" * 300
    text = read_bytes(table.encode(), name="a.md").text
    assert (text.count("a"), text.count("b")) == (100, 300)
    assert len(parsed) == 400


def test_lines_of_markdown_that_stand_further_and_further_in() -> None:
    text = read_bytes(
        "".join(" " * column + f"* on {column}\n" for column in range(1_500)).encode(), name="a.md"
    ).text
    assert "on 0" in text and "on 1499" in text


def test_a_long_page_is_read() -> None:
    line = b"(The pier will hold. ) Tj 0 -10 Td "
    assert (
        read_bytes(pdf_of(b"BT /F1 9 Tf " + line * 2_000 + b"ET"), name="a.pdf").text.count("pier") == 2_000
    )


def test_of_a_crawl_of_many_records_the_first_are_gone_through(monkeypatch: pytest.MonkeyPatch) -> None:
    from warcio.recordloader import ArcWarcRecordLoader

    addresses = tuple(f"https://quay.example/{number}" for number in range(8))
    monkeypatch.setattr("onrecord.ingest.saved._MOST_RECORDS", 4)
    records = counted(monkeypatch, ArcWarcRecordLoader, "parse_record_stream")
    crawl = read_bytes(warc(addresses), name="a.warc.gz")
    assert crawl.metadata.url == addresses[0]
    assert crawl.notes == (f"it holds at least 2 pages, of which {addresses[0]} was read",)
    assert len(records) == 5
    # One that is listed is looked for in all of them, as far as they are as large as answers are.
    assert read_bytes(wacz(addresses, listed=addresses[7]), name="a.wacz").metadata.url == addresses[0]
    monkeypatch.setattr("onrecord.ingest.saved._LEAST_RECORD", 10)
    assert read_bytes(wacz(addresses, listed=addresses[7]), name="a.wacz").metadata.url == addresses[7]


def test_archives_of_records_without_pages(monkeypatch: pytest.MonkeyPatch) -> None:
    moved = warc(("https://quay.example/a",) * 6, packed=False).replace(b"200 OK", b"404 No")
    monkeypatch.setattr("onrecord.ingest.saved._MOST_RECORDS", 4)
    monkeypatch.setattr("onrecord.ingest.saved._LEAST_RECORD", 10_000)
    with pytest.raises(InputError, match="holds more than 4 records; take the page out of it"):
        read_bytes(moved, name="a.warc")


def test_headers_of_a_record_without_number() -> None:
    plain = warc(packed=False)
    assert "pier" in read_bytes(plain, name="a.warc").text.lower()
    crowded = plain.replace(b"WARC-Type", b"X: y\r\n" * 10_001 + b"WARC-Type")
    with pytest.raises(InputError, match="a record with thousands of headers"):
        read_bytes(crowded, name="a.warc")


def test_tags_without_number(monkeypatch: pytest.MonkeyPatch) -> None:
    monkeypatch.setattr("onrecord.ingest.xml._MOST_TOLD", 20)
    assert "pier" in read_bytes(TEI.format("<p>The pier.</p>").encode(), name="a.tei").text
    with pytest.raises(InputError, match="holds more than 20 tags; split it"):
        read_bytes(TEI.format("<p>The pier.</p>" * 20).encode(), name="a.tei")


def test_attributes_of_an_element_in_xml() -> None:
    names = " ".join(f'a{number}="x{number}"' for number in range(4_000))
    with pytest.raises(InputError, match="an element with thousands of attributes"):
        read_bytes(docx(f"<w:p {names}/>"), name="a.docx")
    long = f'<w:p a="{"b=c " * 20_000}"><w:r><w:t>It holds.</w:t></w:r></w:p>'
    with pytest.raises(InputError, match="an element with thousands of attributes"):
        read_bytes(docx(long), name="a.docx")
    long = f'<w:p a="{"bc " * 20_000}"><w:r><w:t>It holds.</w:t></w:r></w:p>'
    assert read_bytes(docx(long), name="a.docx").text.strip() == "It holds."


def test_a_page_without_words_is_not_searched_for_its_main_text(monkeypatch: pytest.MonkeyPatch) -> None:
    import trafilatura

    searched = counted(monkeypatch, trafilatura, "bare_extraction")
    assert read_bytes(b"<article><p>x" + b"<br>" * 20_000, name="a.html").text.strip() == "x"
    assert not searched
    assert "pier" in read_bytes(b"<article>" + b"<p>The pier will hold." * 200, name="a.html").text
    assert len(searched) == 1


def test_marks_in_rows_are_no_quotation_marks() -> None:
    for mark in "`\"'“”„«":
        text = f"{mark * 31} It “holds”. {mark * 4_000}"
        pairs, lone = outer_pairs(text, 0, len(text))
        assert [text[slice(*pair.inside)] for pair in pairs] == ["holds"], mark
        assert lone == []
    nested = "\"'“It holds”'\""
    assert len(outer_pairs(nested, 0, len(nested))[0]) == 1


@pytest.mark.parametrize("nothing", ["\u00ad", "\u200b", "\ufeff", " \u00ad "])
def test_lines_that_show_nothing_are_blank(nothing: str, monkeypatch: pytest.MonkeyPatch) -> None:
    text = "“It\n" + f"{nothing}\n" * 500 + "holds,” said Ida."
    assert len(list(layout.paragraphs_of(text))) <= 2
    told = counted(monkeypatch, telling, "_told")
    assert telling.of_paragraph(f"{nothing} 12 …", 0, len(nothing) + 5, "fr") == "fr"
    assert not told
    named = f"Ida Lund\n{nothing}\n00:01:02\nIt holds.\n"
    assert [(head.speaker, head.time) for head in heads_in(named, frozenset())] == [
        (head.speaker, head.time) for head in heads_in(named.replace(nothing, ""), frozenset())
    ]


def test_places_that_follow_one_another() -> None:
    ranges, lists = Builder(), Builder()
    ranges.add("word", range(3, 7))
    lists.add("word", [3, 4, 5, 6])
    assert list(ranges.ends) == list(lists.ends) == [4, 5, 6, 7]


def test_a_name_that_is_none_is_refused_before_it_is_compared() -> None:
    with pytest.raises(InputError, match="A name has 5,000 characters; 1,000 are the most"):
        check_makers({"author": [{"literal": "a" + "\u0301" * 4_999}]})
    check_makers({"author": [{"literal": "a" * 1_000}, {"family": "Lund\0"}]})


@pytest.mark.parametrize("method", [zipfile.ZIP_LZMA, zipfile.ZIP_BZIP2])
def test_parts_that_unpack_whole_are_not_unpacked(method: int) -> None:
    out = io.BytesIO()
    with zipfile.ZipFile(out, "w", method) as archive:
        archive.writestr("word/document.xml", b" " * 1_000)
    with pytest.raises(InputError, match="packed in a way in which these documents never are"):
        read_bytes(out.getvalue(), name="a.docx")


@pytest.mark.parametrize(
    ("text", "left"),
    [
        ("It … holds", "Itholds"),
        ("It [ … ] holds", "It  holds"),
        ("It . . . holds", "Itholds"),
        ("It  (...)", "It  "),
    ],
)
def test_an_ellipsis_with_what_stands_around_it(text: str, left: str) -> None:
    assert ELLIPSIS.sub("", text) == left
