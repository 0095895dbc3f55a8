"""What hostile files repeat costs no more than once over: counted is how often the costly step is taken, or what is refused before it."""

import io
import zipfile
import zlib
from collections.abc import Callable
from typing import Any

import pytest
from ingest.test_formats import small_pdf
from ingest.test_saved import warc
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


def test_a_long_page_is_read() -> None:
    line = b"(The pier will hold. ) Tj 0 -10 Td "
    assert (
        read_bytes(pdf_of(b"BT /F1 9 Tf " + line * 2_000 + b"ET"), name="a.pdf").text.count("pier") == 2_000
    )


def test_archives_of_many_records(monkeypatch: pytest.MonkeyPatch) -> None:
    held = warc(("https://quay.example/a", "https://quay.example/b"))
    assert "pier" in read_bytes(held, name="a.warc.gz").text.lower()
    monkeypatch.setattr("onrecord.ingest.saved._MOST_RECORDS", 2)
    with pytest.raises(InputError, match="holds more than 2 records; take the page out of it"):
        read_bytes(held, name="a.warc.gz")


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
