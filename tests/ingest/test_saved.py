"""Pages that somebody saved: the text of the page, its address, and the time at which it was saved."""

import gzip
import io
import plistlib
import zipfile
from pathlib import Path

import pytest
from conftest import Run
from hypothesis import given
from hypothesis import strategies as st

from onrecord.errors import InputError
from onrecord.ingest.document import Document
from onrecord.ingest.read import read_bytes

PAGE = (
    '<!doctype html><html lang="en"><head><meta charset="utf-8"><title>On piers</title></head><body><article><h1>On piers</h1>'
    "<p>“The pier will stand,” Ida Lund said on Tuesday in the hall of the harbour board.</p><p>Über dem Wasser war es still, "
    "and nobody had expected anything else of the winter.</p></article></body></html>"
)
AT = "2023-02-14T09:30:00Z"
URL = "https://quay.example/piers"


def warc(pages: tuple[str, ...] = (URL,), *, packed: bool = True, at: str = AT) -> bytes:
    answers = (
        ("https://quay.example/old", "301 Moved", "text/html", b"moved"),
        ("https://quay.example/a.png", "200 OK", "image/png", b"\x89PNG\r\n\x1a\n"),
        *(
            (url, "200 OK", "text/html; charset=utf-8", PAGE.replace("On piers", url).encode())
            for url in pages
        ),
    )
    made = b""
    for number, (url, status, kind, body) in enumerate(answers):
        http = (
            f"HTTP/1.1 {status}\r\nContent-Type: {kind}\r\nContent-Length: {len(body)}\r\n\r\n".encode()
            + body
        )
        record = (
            f"WARC/1.0\r\nWARC-Type: response\r\nWARC-Target-URI: {url}\r\nWARC-Date: {at}\r\n"
            f"WARC-Record-ID: <urn:uuid:00000000-0000-0000-0000-00000000000{number}>\r\n"
            f"Content-Type: application/http; msgtype=response\r\nContent-Length: {len(http)}\r\n\r\n"
        ).encode() + http + b"\r\n\r\n"  # fmt: skip
        made += gzip.compress(record) if packed else record
    return made


def wacz(pages: tuple[str, ...] = (URL,), listed: str = URL) -> bytes:
    out = io.BytesIO()
    with zipfile.ZipFile(out, "w") as archive:
        archive.writestr("datapackage.json", '{"profile": "data-package"}')
        archive.writestr("archive/data.warc.gz", warc(pages))
        archive.writestr(
            "pages/pages.jsonl", f'{{"format": "json-pages-1.0"}}\n{{"url": "{listed}", "ts": "{AT}"}}\n'
        )
    return out.getvalue()


MHTML = (
    "From: <Saved by Blink>\r\nSnapshot-Content-Location: https://quay.example/piers\r\nSubject: On piers\r\n"
    "Date: Tue, 14 Feb 2023 10:30:00 +0100\r\nMIME-Version: 1.0\r\nContent-Type: multipart/related; type=\"text/html\"; boundary=\"b\"\r\n"
    "\r\n--b\r\nContent-Type: text/html; charset=\"utf-8\"\r\nContent-Transfer-Encoding: 8bit\r\nContent-Location: https://quay.example/piers\r\n"
    f"\r\n{PAGE}\r\n--b\r\nContent-Type: image/png\r\nContent-Transfer-Encoding: base64\r\n\r\niVBORw0=\r\n--b--\r\n"
).encode()  # fmt: skip
SINGLEFILE = PAGE.replace(
    '<html lang="en">',
    '<html lang="en"><!--\n Page saved with SingleFile \n url: https://quay.example/piers \n'
    " saved date: Tue Feb 14 2023 10:30:00 GMT+0100 (Central European Standard Time)\n-->",
).encode()
IE = (
    "From: \"Saved by Internet Explorer 11\"\r\nSubject: On piers\r\nDate: Tue, 14 Feb 2023 10:30:00 +0100\r\nMIME-Version: 1.0\r\n"
    "Content-Type: multipart/related;\r\n\ttype=\"text/html\";\r\n\tboundary=\"b\"\r\n\r\nThis is a multi-part message in MIME format.\r\n"
    "\r\n--b\r\nContent-Type: text/html; charset=\"utf-8\"\r\nContent-Transfer-Encoding: 8bit\r\nContent-Location: https://quay.example/piers\r\n"
    f"\r\n{PAGE}\r\n--b--\r\n"
).encode()  # fmt: skip
SAFARI = plistlib.dumps(
    {
        "WebMainResource": {
            "WebResourceData": PAGE.encode(),
            "WebResourceMIMEType": "text/html",
            "WebResourceTextEncodingName": "UTF-8",
            "WebResourceURL": URL,
        }
    },
    fmt=plistlib.FMT_BINARY,
)
FILES = {
    "ie.mht": IE, "translated.mht": IE.replace(b"Saved by Internet Explorer 11", b"Von Internet Explorer 11 gespeichert"),
    "a.warc": warc(packed=False), "a.warc.gz": warc(), "a.wacz": wacz(), "a.mhtml": MHTML, "a.html": SINGLEFILE, "bare": wacz(),
}  # fmt: skip


def read(data: bytes, name: str) -> Document:
    return read_bytes(data, name=name)


@pytest.mark.parametrize("name", FILES)
def test_the_page_its_address_and_when_it_was_saved(name: str) -> None:
    found = read(FILES[name], name)
    assert "“The pier will stand,” Ida Lund said on Tuesday" in found.text and "Über dem Wasser" in found.text
    assert (found.metadata.url, found.captured, found.original) == (URL, AT, FILES[name])


def test_a_page_of_safari_has_its_address_and_no_time() -> None:
    found = read(SAFARI, "a.webarchive")
    assert "“The pier will stand,” Ida Lund said on Tuesday" in found.text and "bplist" not in found.text
    assert (found.metadata.url, found.captured, found.original) == (URL, None, SAFARI)
    for damaged in (SAFARI[:200], SAFARI[:-40], b"bplist00"):
        with pytest.raises(InputError):
            read(damaged, "a.webarchive")


def test_a_mail_with_pictures_is_no_saved_page() -> None:
    mail = IE.replace(b"Subject:", b"To: ek@quay.example\r\nMessage-ID: <1@quay.example>\r\nSubject:")
    assert read(mail, "a.eml").metadata.type == "personal_communication"


def test_of_several_pages_the_listed_one_is_read_and_a_note_counts_them() -> None:
    pages = ("https://quay.example/first", "https://quay.example/second")
    found = read(warc(pages), "a.warc.gz")
    assert found.metadata.url == pages[0] and found.notes == (
        "it holds 2 pages, of which https://quay.example/first was read",
    )
    assert read(wacz(pages, listed=pages[1]), "a.wacz").metadata.url == pages[1]


def test_a_time_ahead_is_none() -> None:
    assert read(warc(at="2999-01-01T00:00:00Z"), "a.warc.gz").captured is None


def test_the_time_becomes_that_of_the_copy(database: Path, run: Run, tmp_path: Path) -> None:
    path = tmp_path / "piers.wacz"
    path.write_bytes(FILES["a.wacz"])
    run("ingest", path, "--citekey", "piers", "--accept", "confident", "--db", database)
    assert AT in run("show", "piers", "--json", "--db", database).stdout
    assert "exact" in run("verify", "-v", "--in", "piers", "--db", database).stdout


def test_bombs_and_empty_archives_are_refused() -> None:
    bomb = io.BytesIO()
    with zipfile.ZipFile(bomb, "w", zipfile.ZIP_DEFLATED) as archive:
        archive.writestr("datapackage.json", "{}")
        archive.writestr("archive/a.warc", bytes(60_000_000))
    for data, name in (
        (bomb.getvalue(), "a.wacz"), (warc(()), "a.warc.gz"), (b"WARC/1.0\r\n", "a.warc"), (gzip.compress(b"WARC/1.0\r\n\r\n"), "a.gz"),
    ):  # fmt: skip
        with pytest.raises(InputError, match=r"^a\."):
            read(data, name)


def test_what_is_damaged_is_said_once_and_without_its_bytes(capfd: pytest.CaptureFixture[str]) -> None:
    whole = warc((URL, f"{URL}/2"), packed=False)
    read(whole.replace(b"\r\n\r\nWARC", b"\xff\x1b[2J\r\nWARC", 1), "a.warc")
    assert capfd.readouterr() == ("", "")


@given(st.sampled_from(sorted(FILES)), st.integers(0, 4000), st.binary(max_size=30), st.booleans())
def test_what_is_cut_or_overwritten_is_read_or_refused_in_a_sentence(
    name: str, at: int, noise: bytes, cut: bool
) -> None:
    data = FILES[name]
    try:
        read(data[:at] + noise + (b"" if cut else data[at + len(noise) :]), name)
    except InputError as error:
        assert error.message.startswith(name)
