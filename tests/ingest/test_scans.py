"""Recognised text of scanned pages: whole words in reading order, and the page that each part stands on."""

import io
import random
import zipfile
from pathlib import Path

import pytest
from conftest import Run
from hypothesis import HealthCheck, given, settings
from hypothesis import strategies as st
from ingest.test_mutations import mutated
from ingest.test_mutations import read as read_or_refused

from onrecord.errors import InputError
from onrecord.ingest.document import Document
from onrecord.ingest.read import read_bytes, read_file

NOTE = "its 4 words were recognised with a confidence of 60 % on average; less than 50 % for 1: “Lund”"


def alto(*pages: str, before: str = "") -> bytes:
    return (
        '<?xml version="1.0" encoding="UTF-8"?><alto xmlns="http://www.loc.gov/standards/alto/ns-v4#">'
        f"{before}<Layout>{''.join(pages)}</Layout></alto>"
    ).encode()


def line(*words: str) -> str:
    return f"<TextLine>{'<SP/>'.join(one if one.startswith('<') else f'<String CONTENT={one!r}/>' for one in words)}</TextLine>"


FIRST = (
    '<Page PHYSICAL_IMG_NR="4" PRINTED_IMG_NR="117"><PrintSpace><TextBlock ID="b" IDNEXT="c">'
    + line('<String CONTENT="“The" WC="0.9"/>', '<String CONTENT="pier" WC="0.8"/>', '<String CONTENT="with" WC="0.6"/><HYP CONTENT="-"/>')
    + line('<String CONTENT="stands,”"/>', '<String CONTENT="Ida"/>', '<String CONTENT="Lund" WC="0.1"/>', "said.")
    + '</TextBlock><TextBlock ID="d">' + line("Das", "<String CONTENT='Hafen-' SUBS_TYPE='HypPart1' SUBS_CONTENT='Hafenbecken'/><HYP CONTENT='-'/>")
    + line("<String CONTENT='becken' SUBS_TYPE='HypPart2' SUBS_CONTENT='Hafenbecken'/>", "war", "voll", "und")
    + '</TextBlock><TextBlock ID="c" IDNEXT="d">' + line("It", "rained.") + "</TextBlock></PrintSpace></Page>"
)  # fmt: skip
SECOND = (
    "<Page><TopMargin><TextBlock>" + line("THE", "QUAY") + "</TextBlock><TextBlock>" + line("118") + "</TextBlock></TopMargin>"
    "<PrintSpace><TextBlock>" + line("still", "an", "jenem", "Tag.") + "</TextBlock></PrintSpace></Page>"
)  # fmt: skip
ALTO = alto(FIRST, SECOND)
TAGGED = alto(
    '<Page PHYSICAL_IMG_NR="2"><PrintSpace><TextBlock ID="z" TAGREFS="T2">' + line("A", "note.") + '</TextBlock><TextBlock ID="y">' + line("Second.")
    + '</TextBlock><TextBlock ID="x" TAGREFS="T1">' + line("xiv") + '</TextBlock><TextBlock ID="w">' + line("First.") + "</TextBlock></PrintSpace></Page>",
    before='<Tags><OtherTag ID="T1" LABEL="NumberingZone"/><OtherTag ID="T2" LABEL="MarginTextZone:note"/></Tags><ReadingOrder><OrderedGroup><ElementRef REF="w"/><ElementRef REF="y"/></OrderedGroup></ReadingOrder>',
)  # fmt: skip


def region(id_: str, *lines: str, more: str = "") -> str:
    said = "".join(
        f'<TextLine id="{id_}{at}"><TextEquiv conf="0.9"><Unicode>{one}</Unicode></TextEquiv></TextLine>' for at, one in enumerate(lines)
    )  # fmt: skip
    return f'<TextRegion id="{id_}" {more}>{said}<TextEquiv><Unicode>x</Unicode></TextEquiv></TextRegion>'


def pagexml(*regions: str, order: str = "") -> bytes:
    return (
        '<?xml version="1.0" encoding="UTF-8"?><PcGts xmlns="http://schema.primaresearch.org/PAGE/gts/pagecontent/2019-07-15"><Metadata/>'
        f'<Page imageFilename="a.jpg">{order}{"".join(regions)}</Page></PcGts>'
    ).encode()


PAGE = pagexml(
    region("b", "It rained."), region("n", "117", more='type="page-number"'), region("f", "Of 1911.", more='type="footnote"'),
    region("a", "“The pier with¬", "stands,” Ida Lund", "said, half-", "way."), '<TableRegion id="t"><TableCell id="c">' + "<TextEquiv><Unicode>cell\none</Unicode></TextEquiv></TableCell></TableRegion>",
    order='<ReadingOrder><OrderedGroup><RegionRefIndexed index="1" regionRef="b"/><RegionRefIndexed index="0" regionRef="a"/></OrderedGroup></ReadingOrder>',
)  # fmt: skip
WORDS = pagexml(
    '<TextRegion id="r" custom="readingOrder {index:1;}"><TextLine id="l2" custom="readingOrder {index:1;}"><Word><TextEquiv index="1"><Unicode>no</Unicode></TextEquiv><TextEquiv index="0"><Unicode>two</Unicode></TextEquiv></Word></TextLine>'
    '<TextLine id="l1" custom="readingOrder {index:0;}"><Word><TextEquiv><Unicode>One</Unicode></TextEquiv></Word></TextLine></TextRegion>'
    '<TextRegion id="h" custom="readingOrder {index:0;} structure {type:header;}"><TextLine><TextEquiv><Unicode>THE QUAY</Unicode></TextEquiv></TextLine></TextRegion>'
)  # fmt: skip
HOCR = (
    '<?xml version="1.0" encoding="UTF-8"?><!DOCTYPE html PUBLIC "-//W3C//DTD XHTML 1.0 Transitional//EN" "http://www.w3.org/TR/xhtml1/DTD/xhtml1-transitional.dtd">'
    '<html xmlns="http://www.w3.org/1999/xhtml"><head><title></title><meta name="ocr-system" content="tesseract"/></head><body>'
    "<div class='ocr_page' id='page_1' title='image \"a.png\"; bbox 0 0 9 9; ppageno 6'><div class='ocr_carea'><p class='ocr_par' lang='eng'>"
    "<span class='ocr_header'><span class='ocrx_word' title='bbox 1 1 2 2; x_wconf 90'>The</span> <span class='ocrx_word' title='x_wconf 40'>Ebb</span></span></p>"
    "<p class='ocr_par'><span class='ocr_line'>“The pier with\u00ad</span><span class='ocr_line'>stands,” Ida Lund said,</span><span class='ocr_line'>half-</span><span class='ocr_line'>way.</span></p></div></div>"
    "<div class='ocr_page' title='ppageno 7; lpageno 118'><div class='ocr_carea'><p class='ocr_par'><span class='ocr_line'>It rained.</span></p></div><div class='ocr_footer'><span class='ocr_line'>THE QUAY</span></div></div></body></html>"
).encode()  # fmt: skip
FILES = {"a.xml": ALTO, "tagged.xml": TAGGED, "page.xml": PAGE, "words.xml": WORDS, "a.hocr": HOCR}


def places(document: Document) -> list[tuple[str, str]]:
    return [
        (one.value, document.text[one.start :].split()[0]) for one in document.places if one.label == "page"
    ]


def read(name: str) -> Document:
    return read_bytes(FILES[name], name=name)


def test_alto_words_are_whole_and_pages_run_on() -> None:
    found = read("a.xml")
    assert found.text == (
        "“The pier withstands,” Ida Lund said.\n\nIt rained.\n\nDas Hafenbecken war voll und still an jenem Tag.\n"
    )
    assert places(found) == [("117", "“The"), ("118", "still")]
    assert found.notes == (NOTE,)


def test_alto_in_the_order_that_is_stated_with_its_notes_apart() -> None:
    found = read("tagged.xml")
    assert found.text == "First.\n\nSecond.\n\nA note.\n" and places(found) == [("xiv", "First.")]


def test_page_regions_in_order() -> None:
    found = read("page.xml")
    assert (
        found.text
        == "“The pier withstands,” Ida Lund said, half-\nway.\n\nIt rained.\n\ncell one\n\nOf 1911.\n"
    )
    assert places(found) == [("117", "“The")] and "90 %" in found.notes[0]
    assert read("words.xml").text == "One two\n"


def test_hocr_pages_and_paragraphs() -> None:
    found = read("a.hocr")
    assert found.text == "The Ebb\n\n“The pier withstands,” Ida Lund said, half-\nway.\n\nIt rained.\n"
    assert places(found) == [("7", "The"), ("118", "It")] and "“Ebb”" in found.notes[0]
    assert read_bytes(HOCR, name="a.html").text == found.text


def test_a_folder_of_pages_is_one_source(database: Path, run: Run, tmp_path: Path) -> None:
    folder = tmp_path / "scans"
    folder.mkdir()
    for number, words in ((2, "Second."), (10, "“The pier will stand,” Ida Lund said."), (1, "First.")):
        (folder / f"p{number}.xml").write_bytes(pagexml(region("a", words)))
    (folder / "mets.xml").write_text("<mets/>")
    found = read_file(folder)
    assert [value for value, _ in places(found)] == ["1", "2", "3"] and found.text.startswith(
        "First.\n\nSecond."
    )
    assert read_bytes(found.original, name="scans.zip").text == found.text
    assert found.original == read_file(folder).original
    run("ingest", folder, "--citekey", "scans", "--accept", "confident", "--db", database)
    assert '"locator": "3"' in run("show", "scans", "--json", "--db", database).stdout


def zipped(parts: dict[str, bytes]) -> bytes:
    out = io.BytesIO()
    with zipfile.ZipFile(out, "w", zipfile.ZIP_DEFLATED) as archive:
        for path, part in parts.items():
            archive.writestr(path, part)
    return out.getvalue()


def test_what_cannot_be_read_is_refused_in_a_sentence(tmp_path: Path) -> None:
    bad = {
        "empty.xml": alto(), "cut.xml": ALTO[:-40], "none.xml": alto("<Page/>"), "none.hocr": b"<html><meta name='ocr-system'></html>",
        "laughs.xml": b'<!DOCTYPE alto [<!ENTITY a "aa">]>' + b"<alto><Layout><Page>&a;</Page></Layout></alto>",
        "deep.xml": alto("<Page>" + "<TextBlock>" * 1000), "bomb.zip": zipped({"a.xml": ALTO + b" " * 60_000_000}),
        "cut.zip": zipped({"a.xml": ALTO[:-40]}),
    }  # fmt: skip
    for name, data in bad.items():
        with pytest.raises(InputError) as raised:
            read_bytes(data, name=name)
        assert name in raised.value.message and "\n" not in raised.value.message, name
    with pytest.raises(InputError, match="folder; give one file"):
        read_file(tmp_path)


@pytest.mark.parametrize("name", FILES)
@settings(max_examples=60, deadline=None, suppress_health_check=[HealthCheck.too_slow])
@given(choose=st.randoms(use_true_random=False))
def test_a_damaged_file_is_read_or_refused(name: str, choose: random.Random) -> None:
    data = mutated(FILES[name], choose)
    read_or_refused(data if choose.random() < 0.7 else zipped({name: data, f"2{name}": FILES[name]}), name)
