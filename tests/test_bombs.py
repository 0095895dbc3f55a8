"""Small files that ask for much, each refused in a sentence before it has taken much. Many more: `python -m bench.reliability bombs`."""

import bz2
import gzip
import io
import sys
import zipfile
from collections.abc import Callable
from pathlib import Path

import pytest
from factories import new_database
from ingest.test_books import epub
from ingest.test_mutations import MAIL

from onrecord.db.store import writing
from onrecord.errors import InputError
from onrecord.exchange.bibliography import bibtex
from onrecord.exchange.bulk.packed import unpacked
from onrecord.exchange.entries import Refused, SourceEntry
from onrecord.exchange.taking.people import tidy
from onrecord.ingest.html_markup import is_crowded
from onrecord.ingest.read import read_bytes
from onrecord.speakers.write import add_speaker, find_speaker

WORD = "http://schemas.openxmlformats.org/wordprocessingml/2006/main"


def docx(body: str) -> bytes:
    out = io.BytesIO()
    with zipfile.ZipFile(out, "w", zipfile.ZIP_DEFLATED) as archive:
        archive.writestr(
            "word/document.xml", f'<w:document xmlns:w="{WORD}"><w:body>{body}</w:body></w:document>'
        )
    return out.getvalue()


PARTS = "\r\n".join(["Content-Type: multipart/mixed; boundary=b", "", *["--b\r\n\r\nx"] * 6_000])
_ITEMS = "".join(f'<item id="i{number}" href="{number}.xhtml"/>' for number in range(5_001))
CHAPTERS = f'<package xmlns="http://www.idpf.org/2007/opf"><manifest>{_ITEMS}</manifest><spine/></package>'
NAMES = " ".join(f'a{number}=">{number}"' for number in range(4_000))


@pytest.mark.parametrize(
    ("name", "made", "told"),
    [
        ("a.docx", lambda: docx("<w:p/>" * 800_000), "unpacks to more than 100 times its size"),
        ("a.epub", lambda: epub({"OEBPS/c.opf": CHAPTERS}), "5,001 chapters"),
        ("a.html", lambda: f"<p>Fog.</p><p {NAMES}>The pier.</p>".encode(), "thousands of attributes"),
        ("a.eml", lambda: f"From: a@b.example\r\n{PARTS}".encode(), "more than 5,000 parts"),
        ("a.mhtml", lambda: f"From: <Saved by Blink>\r\n{PARTS}".encode(), "more than 5,000 parts"),
        ("b.eml", lambda: b"From: a@b.example\r\nSubject: Pier\r\n\r\n" + b"QQ\r\n" * 200_001, "lines of a few letters"),
    ],
)  # fmt: skip
def test_documents(name: str, made: Callable[[], bytes], told: str) -> None:
    with pytest.raises(InputError, match=told):
        read_bytes(made(), name=name)


@pytest.mark.skipif(
    sys.platform != "linux", reason="Processor time of another process is limited on Linux alone."
)
def test_pandoc_has_an_end(monkeypatch: pytest.MonkeyPatch) -> None:
    monkeypatch.setattr("onrecord.ingest.converted._LEAST_PROCESSOR", 1)
    with pytest.raises(InputError, match="takes pandoc too long"):
        read_bytes(b"== a ==\n" + b"{{a|" * 2_000, name="a.mediawiki")


def test_what_is_said_again_and_again_is_read_where_it_is_little() -> None:
    assert (
        read_bytes(docx("<w:p><w:r><w:t>It holds.</w:t></w:r></w:p>" * 2_000), name="a.docx").text.count("It")
        == 2_000
    )


def test_headers_that_take_long_are_cut() -> None:
    parameters = "".join(f";\r\n charset*{number}*=a" for number in range(5_000))
    mail = MAIL.replace("\r\nMIME", f"\r\nX-Long: {'y ' * 600_000}\r\nMIME").replace(
        'charset="utf-8"', f'charset="utf-8"{parameters}'
    )
    read = read_bytes(mail.encode(), name="a.eml")
    assert "The bridge will hold" in read.text
    assert read.metadata.title == "Brücke again"


@pytest.mark.parametrize(
    ("page", "crowded"),
    [
        ("<p " + "a " * 3_001 + ">", True),
        ("<p\n" + "a='<b>'/" * 3_001, True),
        ("<p a='" + "b=c " * 9_000 + "'>", False),
        ("<p a=b>" * 9_000, False),
        ("<!-- " + "a=b " * 9_000 + "-->", False),
    ],
)
def test_an_element_of_many_attributes_is_told(page: str, crowded: bool) -> None:
    assert is_crowded(page) is crowded


def _zstandard(data: bytes) -> bytes:
    packed = pytest.importorskip(
        "zstandard", reason="Zstandard is not installed: pip install onrecord[scale]"
    )
    return bytes(packed.ZstdCompressor().compress(data))


@pytest.mark.parametrize("pack", [gzip.compress, bz2.compress, _zstandard])
def test_packed_files(pack: Callable[[bytes], bytes], monkeypatch: pytest.MonkeyPatch) -> None:
    monkeypatch.setattr("onrecord.exchange.bulk.packed._SMALL", 100_000)
    line = b'{"text": "It holds."}\n'
    little, much = pack(line * 4_000), pack(line * 100_000)
    assert unpacked(io.BytesIO(little), "a file")[0].read() == line * 4_000
    with pytest.raises(InputError, match="a file unpacks to more than 200 times its size"):
        unpacked(io.BytesIO(much), "a file")[0].read()


def test_what_bibtex_puts_in() -> None:
    quay = "@string{q = {" + "The Quay " * 1_000 + "}}\n"
    entries = [*bibtex.read(io.BytesIO((quay + "@misc{a, title = q}\n" * 800).encode()), "a.bib")]
    assert [type(one) for one in entries[:50]] == [SourceEntry] * 50
    assert isinstance(entries[-1], Refused) and "What macros put in" in entries[-1].reason
    heirs = (
        "@book{b, title={Pier}, publisher={" + "Quay " * 10_000 + "}}\n" + "@inbook{a, crossref={b}}\n" * 100
    )
    with pytest.raises(InputError, match="What its entries inherit"):
        list(bibtex.read(io.BytesIO(heirs.encode()), "a.bib"))


def test_names_have_an_end(tmp_path: Path) -> None:
    name = "Ida " * 300
    with pytest.raises(InputError, match="1,000 are the most"):
        tidy(name)
    new_database(tmp_path / "onrecord.db")
    with writing(tmp_path / "onrecord.db", "onrecord add …") as store:
        for said in (add_speaker, find_speaker):
            with pytest.raises(InputError, match="A speaker's name has 1,200 characters"):
                said(store, name)
