"""Books and documents of word processors: the words that are printed, where they stand, and what the file says of itself."""

import io
import random
import zipfile
from collections.abc import Mapping
from pathlib import Path

import pytest
from conftest import Run
from hypothesis import HealthCheck, given, settings
from hypothesis import strategies as st
from ingest.test_mutations import mutated
from ingest.test_mutations import read as read_or_refused

from onrecord.errors import InputError
from onrecord.ingest.document import Author, Document
from onrecord.ingest.laid_out import chapter, page_value
from onrecord.ingest.read import read_bytes

SAID = "“The pier will stand,” Ida Lund said"
XHTML = '<html xmlns="http://www.w3.org/1999/xhtml" xmlns:epub="http://www.idpf.org/2007/ops"><head><title>x</title></head><body>{}</body></html>'
PAGED = XHTML.format(
    '<h1>Chapter 1: Ebb</h1><span epub:type="pagebreak" id="p11" title="11"/><p>'
    + SAID
    + '.<a epub:type="noteref" href="#n1">1</a> <s>It fell.</s> It was a long <span role="doc-pagebreak" aria-label=" Page xii. "/>winter.'
    '<sup><a href="notes.xhtml#n2">2</a></sup></p><aside epub:type="footnote" id="n1"><p>Of the year 1911.</p></aside>'
)
SECOND = XHTML.format(
    '<h1>Flood</h1><p>Das Wasser stieg, 10<sup>2</sup> Meter.</p><p id="mid">And then: <q>no</q>.</p>'
)
NAV = XHTML.format(
    '<nav epub:type="toc"><ol><li><a href="text/a.xhtml">Chapter 1: Ebb</a></li><li><a href="text/b%20c.xhtml">Flood</a><ol>'
    '<li><a href="text/b%20c.xhtml#mid">III. The Answer</a></li></ol></li></ol></nav>'
)
NCX = '<ncx xmlns="http://www.daisy.org/z3986/2005/ncx/"><navMap><navPoint id="a"><navLabel><text>Kapitel 7</text></navLabel><content src="text/b%20c.xhtml"/></navPoint></navMap><pageList><pageTarget><navLabel><text>3</text></navLabel><content src="text/b%20c.xhtml#mid"/></pageTarget></pageList></ncx>'
OPF = (
    '<package xmlns="http://www.idpf.org/2007/opf" xmlns:opf="http://www.idpf.org/2007/opf" version="3.0"><metadata xmlns:dc="http://purl.org/dc/elements/1.1/">'
    '<dc:title id="s">A Sequel</dc:title><meta refines="#s" property="title-type">subtitle</meta><dc:title>On piers</dc:title>'
    '<dc:creator id="a">Ann Lee</dc:creator><meta refines="#a" property="file-as">Lee, Ann</meta><dc:creator opf:role="ill">Bo Quist</dc:creator>'
    '<dc:identifier>urn:uuid:1</dc:identifier><dc:identifier opf:scheme="ISBN">978-0-306-40615-7</dc:identifier>'
    '<dc:date opf:event="modification">2020-01-01</dc:date><dc:date>2011-05-02T00:00:00+00:00</dc:date><dc:language>en-GB</dc:language>'
    '<dc:publisher>Quay Press</dc:publisher></metadata><manifest><item id="b" href="text/b%20c.xhtml" media-type="application/xhtml+xml"/>'
    '<item id="a" href="text/a.xhtml" media-type="application/xhtml+xml"/>{lists}</manifest><spine>{spine}</spine></package>'
)  # fmt: skip
WITH_NAV = '<item id="nav" href="nav.xhtml" properties="nav" media-type="application/xhtml+xml"/>'
WITH_NCX = '<item id="ncx" href="toc.ncx" media-type="application/x-dtbncx+xml"/>'
ODF = " ".join(
    f'xmlns:{one}="urn:oasis:names:tc:opendocument:xmlns:{one}:1.0"' for one in ("office", "text", "style", "table", "meta")
)  # fmt: skip
ODT = (
    f'<office:document-content {ODF}><office:automatic-styles><style:style style:name="T1" style:family="text"><style:text-properties '
    'style:text-line-through-style="solid"/></style:style></office:automatic-styles><office:body><office:text><text:tracked-changes>'
    "<text:deletion><text:p>It will not.</text:p></text:deletion></text:tracked-changes><text:h>Ebb</text:h>"
    f'<text:p>{SAID}<text:note><text:note-citation>1</text:note-citation><text:note-body><text:p>Of the year 1911.</text:p></text:note-body></text:note>.<text:s text:c="2"/>'
    '<text:span text:style-name="T1">It fell.</text:span><office:annotation><text:p>Sure?</text:p></office:annotation> It was<text:line-break/>a long winter.</text:p>'
    "<table:table><table:table-row><table:table-cell><text:p>one</text:p></table:table-cell></table:table-row></table:table></office:text></office:body></office:document-content>"
)  # fmt: skip
ODT_META = f'<office:document-meta xmlns:dc="http://purl.org/dc/elements/1.1/" {ODF}><office:meta><dc:title>On piers</dc:title><meta:initial-creator>Ann Lee</meta:initial-creator><dc:language>de-AT</dc:language><dc:date>2011-01-01</dc:date></office:meta></office:document-meta>'
RTF = (
    rb"{\rtf1\ansi\ansicpg1251\uc1{\fonttbl{\f0\fcharset0 Times;}{\f1\fcharset128 Mincho;}{\f2\fcharset161 G;}}{\info{\title On piers}{\author Ann Lee; Bo Quist}{\company Q}}"
    rb"{\*\generator x}{\header Page head}\pard\f0 \ldblquote The pier will stand,\rdblquote  Ida Lund said{\footnote\pard Of the year 1911.}. {\strike It fell.}{\v hidden}{\deleted gone}"
    rb"\par \'cf\'f0\'e8\'e2\'e5\'f2 {\f1 \'93\'fa\'96\'7b} {\f2\'e1} \u252\'fc \u-10179?\u-8694? {\uc0\u8220}x\u8221? \{a\}\~b\page next{\pict\pngblip 89504e47}{\field{\*\fldinst HYPERLINK x}{\fldrslt a link}}"
    rb"\trowd\cellx100 one\cell two\cell\row}"
)
FB2 = (
    '<?xml version="1.0" encoding="windows-1251"?><FictionBook xmlns="http://www.gribuser.ru/xml/fictionbook/2.0" xmlns:l="http://www.w3.org/1999/xlink"><description><title-info>'
    "<author><first-name>Анна</first-name><last-name>Ли</last-name></author><book-title>Причалы</book-title><lang>ru</lang></title-info><publish-info><publisher>Q</publisher><year>2012</year><isbn>978-0-306-40615-7</isbn></publish-info></description>"
    '<body><section><title><p>Глава 2</p></title><p>«Причал выдержит», — сказала Ида.<a l:href="#n1" type="note">1</a> <strikethrough>Нет.</strikethrough></p><poem><stanza><v>раз</v><v>два</v></stanza></poem></section></body>'
    '<body name="notes"><section id="n1"><title><p>1</p></title><p>В 1911 году.</p></section></body><binary id="c">AAAA</binary></FictionBook>'
)


def zipped(parts: Mapping[str, str | bytes], mimetype: str | bytes = "") -> bytes:
    out = io.BytesIO()
    with zipfile.ZipFile(out, "w", zipfile.ZIP_DEFLATED) as archive:
        if mimetype:
            archive.writestr("mimetype", mimetype, zipfile.ZIP_STORED)
        for path, part in parts.items():
            archive.writestr(path, part)
    return out.getvalue()


def epub(
    parts: dict[str, str] | None = None, lists: str = WITH_NAV, spine: tuple[str, ...] = ("a", "b")
) -> bytes:
    container = '<container xmlns="urn:oasis:names:tc:opendocument:xmlns:container"><rootfiles><rootfile full-path="OEBPS/c.opf"/></rootfiles></container>'
    refs = "".join(f'<itemref idref="{one}"/>' for one in spine)
    whole = {
        "META-INF/container.xml": container, "OEBPS/c.opf": OPF.format(lists=lists, spine=refs), "OEBPS/text/a.xhtml": PAGED,
        "OEBPS/text/b c.xhtml": SECOND, "OEBPS/nav.xhtml": NAV, "OEBPS/toc.ncx": NCX,
    }  # fmt: skip
    return zipped(whole | (parts or {}), "application/epub+zip")


def odt() -> bytes:
    return zipped({"content.xml": ODT, "meta.xml": ODT_META}, "application/vnd.oasis.opendocument.text")


FILES = {
    "a.epub": epub(),
    "old.epub": epub(None, WITH_NCX, ("b",)),
    "a.odt": odt(),
    "a.rtf": RTF,
    "a.fb2": FB2.encode("cp1251"),
}


def read(data: bytes, name: str = "a file") -> Document:
    return read_bytes(data, name=name)


def places(document: Document) -> list[tuple[str, str, str]]:
    return [(one.label, one.value, document.text[one.start :].split()[0]) for one in document.places]


def test_a_book_with_printed_pages() -> None:
    found = read(epub())
    assert found.text == (
        f"Chapter 1: Ebb\n\n{SAID}. It was a long winter.\n\nFlood\n\nDas Wasser stieg, 102 Meter.\n\nAnd then: “no”.\n\nOf the year 1911.\n"
    )
    assert places(found) == [
        ("page", "11", SAID.split()[0]),
        ("page", "xii", "winter."),
        ("page", "11", "Of"),
    ]
    told = found.metadata
    assert (told.title, told.publisher, told.issued, told.language, told.type, told.isbn) == (
        "On piers", "Quay Press", "2011-05-02", "en", "book", "9780306406157",
    )  # fmt: skip
    assert told.authors == (Author("Ann Lee", "Lee", "Ann"),)


def test_a_book_without_pages_has_its_chapters() -> None:
    bare = PAGED.replace("pagebreak", "x")
    wanted = [
        ("chapter", "1", "Chapter"),
        ("chapter", "Flood", "Flood"),
        ("chapter", "III", "And"),
        ("chapter", "1", "Of"),
    ]
    assert places(read(epub({"OEBPS/text/a.xhtml": bare}))) == wanted
    assert places(read(epub({"OEBPS/text/a.xhtml": bare}, "")))[1] == wanted[1]
    assert places(read(FILES["old.epub"])) == [("chapter", "7", "Flood")]


@pytest.mark.parametrize(
    ("heading", "place"),
    [
        ("Chapter IV", ("chapter", "IV")), ("12. Wind", ("chapter", "12")), ("Глава 3. Ветер", ("chapter", "3")), ("第三章 風", ("chapter", "三")),
        ("Part II: North", ("part", "II")), ("1984", ("chapter", "1984")), ("I remember", ("chapter", "I remember")), ("Preface", ("chapter", "Preface")),
        (" \u200b ", None),
    ],
)  # fmt: skip
def test_what_headings_are_called(heading: str, place: tuple[str, str] | None) -> None:
    assert chapter(heading) == place


def test_what_pages_are_called() -> None:
    told = ["12", "page 12", "pg_xii", "Page 7.", "p12a", "", "left"]
    assert [page_value(one) for one in told] == ["12", "12", "xii", "7", "12a", None, None]


def test_documents_of_word_processors() -> None:
    found = read(FILES["a.odt"])
    assert found.text == f"Ebb\n\n{SAID}.   It was\na long winter.\n\none\n\nOf the year 1911.\n"
    assert (found.metadata.title, found.metadata.authors, found.metadata.issued) == (
        "On piers",
        (Author("Ann Lee"),),
        None,
    )
    assert read(zipped({"content.xml": ODT, "META-INF/manifest.xml": "<m/>"})).text == found.text
    flat = ODT.replace("document-content", "document")
    assert read(f'<?xml version="1.0"?>{flat}'.encode(), "a.fodt").text == found.text
    found = read(RTF)
    assert found.text == (
        f"{SAID}.\n\nПривет 日本 α ü 😊 “x” {{a}}\u00a0b\n\nnexta link\n\none\n\ntwo\n\nOf the year 1911.\n".replace(
            "α", "α"
        )
    )
    assert (found.metadata.title, [one.name for one in found.metadata.authors]) == (
        "On piers",
        ["Ann Lee", "Bo Quist"],
    )


def test_a_fictionbook() -> None:
    found = read(FILES["a.fb2"])
    assert found.text == "Глава 2\n\n«Причал выдержит», — сказала Ида.\n\nраз\nдва\n\nВ 1911 году.\n"
    assert places(found)[0] == ("chapter", "2", "Глава")
    told = found.metadata
    assert (told.title, told.issued, told.isbn, told.language) == ("Причалы", "2012", "9780306406157", "ru")
    assert told.authors == (Author("Анна Ли", "Ли", "Анна"),)


@pytest.mark.parametrize(
    ("name", "source"),
    [
        ("a.org", f"#+TITLE: On piers\n#+AUTHOR: Ann Lee\n\n* Ebb\n\n{SAID}.[fn:1] +It fell.+\n\n[fn:1] Of the year 1911.\n"),
        ("a.xml", f'<?xml version="1.0"?><article xmlns="http://docbook.org/ns/docbook"><info><title>On piers</title></info><para>{SAID}.<footnote><para>Of the year 1911.</para></footnote></para></article>'),
        ("a.nxml", f"<article><front><article-meta><title-group><article-title>On piers</article-title></title-group></article-meta></front><body><p>{SAID}.<fn><p>Of the year 1911.</p></fn></p></body></article>"),
    ],
)  # fmt: skip
def test_what_pandoc_reads(name: str, source: str) -> None:
    found = read(source.encode(), name)
    assert found.extractor.startswith("pandoc ") and found.metadata.title == "On piers"
    assert SAID in found.text and "fell" not in found.text
    assert found.text.index("1911") > found.text.index(SAID)


def test_the_text_is_stored_with_its_isbn_and_its_places(database: Path, run: Run, tmp_path: Path) -> None:
    path = tmp_path / "piers.epub"
    path.write_bytes(FILES["a.epub"])
    run("ingest", path, "--citekey", "piers", "--accept", "confident", "--db", database)
    assert "9780306406157" in run("cite", "piers", "--format", "csljson", "--db", database).stdout
    assert '"p. 11"' in run("show", "piers", "--json", "--db", database).stdout.replace(
        '"locator": "11"', '"p. 11"'
    )


def bombs() -> dict[str, bytes]:
    locked = '<encryption xmlns:enc="http://www.w3.org/2001/04/xmlenc#"><enc:CipherReference URI="OEBPS/text/a.xhtml"/></encryption>'
    return {
        "bomb.epub": epub({"OEBPS/text/a.xhtml": "<p>" + " " * 60_000_000}),
        "chapter.epub": epub({"OEBPS/text/a.xhtml": "<p>" + "a " * 6_000_000}),
        "deep.epub": epub({"OEBPS/text/a.xhtml": "<div>" * 100_000}),
        "locked.epub": epub({"META-INF/encryption.xml": locked}),
        "none.epub": epub({"OEBPS/text/a.xhtml": "", "OEBPS/text/b c.xhtml": ""}, "", ("z",)),
        "laughs.epub": epub({"OEBPS/c.opf": '<!DOCTYPE x [<!ENTITY a "aa">]><package>&a;</package>'}),
        "bomb.odt": zipped({"content.xml": " " * 60_000_000}, "application/vnd.oasis.opendocument.text"),
        "locked.odt": zipped({"content.xml": "x", "META-INF/manifest.xml": "<m><encryption-data/></m>"}, "application/vnd.oasis.opendocument.text"),
        "sheet.fodt": f'<?xml version="1.0"?><office:document {ODF}><office:body/></office:document>'.encode(),
        "deep.rtf": b"{\\rtf1 " + b"{" * 100_000,
        "empty.rtf": b"{\\rtf1 {\\fonttbl}}",
        "none.rtf": b"Hello.",
        "none.fb2": b"<FictionBook/>",
        "other.xml": b'<?xml version="1.0"?><ledger><entry/></ledger>',
        "cut.docbook": b"<book><para>It",
        "large.org": b"It rained. " * 600_000,
    }  # fmt: skip


def test_what_cannot_be_read_is_refused_in_a_sentence() -> None:
    for name, data in bombs().items():
        with pytest.raises(InputError) as raised:
            read(data, name)
        assert name in raised.value.message and "\n" not in raised.value.message, name
        if name == "other.xml":
            assert "XML of <ledger>" in raised.value.message


@pytest.mark.parametrize("name", FILES)
@settings(max_examples=100, deadline=None, suppress_health_check=[HealthCheck.too_slow])
@given(choose=st.randoms(use_true_random=False))
def test_a_damaged_file_is_read_or_refused(name: str, choose: random.Random) -> None:
    data = FILES[name]
    if data.startswith(b"PK"):
        # What is packed is damaged before it is packed: else no more than its checksum is looked at.
        with zipfile.ZipFile(io.BytesIO(data)) as archive:
            parts = {one: archive.read(one) for one in archive.namelist()}
        hurt = choose.choice(sorted(parts))
        parts[hurt] = mutated(parts[hurt], choose)
        data = zipped({one: part for one, part in parts.items() if one != "mimetype"}, parts["mimetype"])
    read_or_refused(mutated(data, choose) if choose.random() < 0.5 else data, name)
