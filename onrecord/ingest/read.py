"""Files, standard input and addresses into documents."""

from __future__ import annotations

import os
import stat
from pathlib import Path, PurePosixPath

from onrecord.errors import NO_NAME, InputError
from onrecord.ingest import byline
from onrecord.ingest.authors import settled
from onrecord.ingest.decode import decode
from onrecord.ingest.document import Document, Origin, Reading
from onrecord.ingest.messages import shown
from onrecord.ingest.numbered_lines import without_margin
from onrecord.ingest.paywall import stub_note
from onrecord.ingest.sniff import format_of
from onrecord.ingest.transcript import transcript_in
from onrecord.model.light import import_module
from onrecord.model.record import replace
from onrecord.text.unread import unread

TYPE_CHECKING = False
if TYPE_CHECKING:
    from collections.abc import Callable
    from typing import BinaryIO

    from onrecord.ingest.fetch import Fetched
    from onrecord.ingest.sniff import Format

    BytesReader = Callable[..., Reading]

MAX_BYTES = 50_000_000

_MEDIA_TYPE: dict[Format, str] = {
    "text": "text/plain",
    "markdown": "text/markdown",
    "html": "text/html",
    "subtitles": "text/vtt",
    "pdf": "application/pdf",
    "docx": "application/vnd.openxmlformats-officedocument.wordprocessingml.document",
    "mail": "message/rfc822",
    "tei": "application/tei+xml",
    "parliament": "application/xml",
    "mhtml": "multipart/related",
    "warc": "application/warc",
    "wacz": "application/wacz",
    "webarchive": "application/x-webarchive",
    "epub": "application/epub+zip",
    "odt": "application/vnd.oasis.opendocument.text",
    "rtf": "application/rtf",
    "fb2": "application/x-fictionbook+xml",
    "jats": "application/jats+xml",
    "docbook": "application/docbook+xml",
    "alto": "application/alto+xml",
    "pagexml": "application/vnd.prima.page+xml",
    "hocr": "text/vnd.hocr+html",
    "scans": "application/zip",
    "org": "text/x-org",
    "asciidoc": "text/asciidoc",
    "textile": "text/x-textile",
    "mediawiki": "text/x-wiki",
    "pptx": "application/vnd.openxmlformats-officedocument.presentationml.presentation",
}
# Readers of formats that say themselves how their bytes are text, as "module:function"; loaded when they are asked for.
_READERS: dict[Format, str] = {
    "pdf": "pdf:read_pdf",
    "docx": "docx:read_docx",
    "mail": "mail:read_mail",
    "tei": "tei:read_tei",
    "parliament": "parliaments:read_parliament",
    "epub": "epub:read_epub",
    "odt": "odt:read_odt",
    "rtf": "rtf:read_rtf",
    "fb2": "fictionbook:read_fb2",
    "alto": "alto:read_alto",
    "pagexml": "pagexml:read_pagexml",
    "hocr": "hocr:read_hocr",
    "scans": "scans:read_scans",
}
_BY_PANDOC: tuple[Format, ...] = ("jats", "docbook", "org", "asciidoc", "textile", "mediawiki", "pptx")
# Formats whose readers leave it to the text to be a transcript.
_TRANSCRIPTS: tuple[Format, ...] = ("pdf", "odt", "rtf", "org", "asciidoc", "textile", "mediawiki")


def read_file(path: str | os.PathLike[str]) -> Document:
    """Read a file of any format that is read, or a folder of the recognised text of pages.

    InputError: it is missing, unreadable, no regular file, larger than `MAX_BYTES`, or `read_bytes` refuses it.
    """
    name = shown(os.fspath(path))
    if not name:
        raise InputError(NO_NAME)
    try:
        mode = Path(path).stat().st_mode
        if stat.S_ISDIR(mode):
            from onrecord.ingest.scans import packed

            return _read(packed(Path(path), name, MAX_BYTES), name, "")
        # Opening a pipe without a writer waits for ever, and a device may never end.
        if not stat.S_ISREG(mode):
            raise InputError(f"{name} is not a regular file; to read from a pipe, use - for standard input.")
        with Path(path).open("rb") as file:
            data = file.read(MAX_BYTES + 1)
    except (OSError, ValueError) as error:
        raise unread(name, error) from None
    return _read(data, name, Path(path).suffix)


def read_stdin(data: bytes | BinaryIO, hint: str | None = None) -> Document:
    """Read what came on standard input: the bytes, or the stream, of which no more than the limit is read.

    `hint` is a media type ("text/html") or a file suffix (".md"); without it the content decides.
    """
    if not isinstance(data, bytes):
        data = data.read(MAX_BYTES + 1)
    if hint is None or "/" in hint:
        return _read(data, "standard input", "", media_type=hint)
    return _read(data, "standard input", f".{hint.removeprefix('.')}")


def read_url(url: str, *, allow_private: bool = False) -> Document:
    """Fetch a page and read it. InputError: `fetch` or `read_bytes` refuses it."""
    from onrecord.ingest.fetch import fetch

    return read_fetched(fetch(url, allow_private=allow_private))


def read_fetched(fetched: Fetched) -> Document:
    """Read what was fetched. InputError: `read_bytes` refuses it."""
    read = read_bytes(
        fetched.data,
        name=fetched.final_url,
        media_type=fetched.media_type,
        charset=fetched.charset,
        url=fetched.final_url,
    )
    origin = Origin(fetched.final_url, fetched.status, fetched.etag, fetched.last_modified)
    return replace(read, origin=origin)


def read_bytes(
    data: bytes,
    *,
    name: str,
    media_type: str | None = None,
    charset: str | None = None,
    url: str | None = None,
) -> Document:
    """Read bytes in the format they are in: by `media_type`, else by the suffix of `name`, else by content.

    `name` is a file name or address, and what error messages call it; `charset` is the encoding declared
    outside the bytes, `url` the address they were read from.
    InputError: empty, blank, larger than `MAX_BYTES`, not text, or in an encoding that cannot be told.
    """
    if url:
        from urllib.parse import urlsplit

        name_of_file = urlsplit(url).path
    else:
        name_of_file = name
    suffix = PurePosixPath(name_of_file).suffix
    return _read(data, shown(name), suffix, media_type=media_type, charset=charset, url=url)


def _read(
    data: bytes,
    name: str,
    suffix: str,
    *,
    media_type: str | None = None,
    charset: str | None = None,
    url: str | None = None,
) -> Document:
    if len(data) > MAX_BYTES:
        raise InputError(
            f"{name} is larger than {MAX_BYTES // 1_000_000} MB, the limit for one source; split it."
        )
    if not data:
        raise InputError(f"{name} is empty.")
    form = format_of(data, name=name, suffix=suffix, media_type=media_type)
    if form in ("mhtml", "warc", "wacz", "webarchive"):
        return _saved(form, data, name)
    if form in _READERS:
        reading = _bytes_reader(_READERS[form])(data, name=name, url=url)
    elif form in _BY_PANDOC:
        from onrecord.ingest.converted import read_converted

        reading = read_converted(data, form, name=name, url=url)
    else:
        decoded = decode(data, charset, name=name, markup=form == "html")
        if not decoded.text.strip():
            raise InputError(f"{name} holds nothing but white space.")
        reading = _text_reading(form, decoded.text, name, url)
        reading = replace(reading, notes=decoded.notes(reading.text) + reading.notes, damaged=decoded.damaged)
    if not reading.text.strip():
        raise InputError(f"{name} holds no readable text.")
    if form in _TRANSCRIPTS:
        turns, places = transcript_in(reading.text)
        reading = replace(reading, turns=turns, places=reading.places or places)
    return Document(
        reading.text,
        _MEDIA_TYPE[form],
        reading.extractor,
        data,
        settled(reading.metadata),
        reading.places,
        reading.turns,
        reading.notes + reading.metadata.notes,
        reading.damaged,
        captured=reading.captured,
        blocks=reading.blocks,
    )


def _saved(form: Format, data: bytes, name: str) -> Document:
    """The page that a file of saved pages was made for, with the time of it; the file is the original."""
    from onrecord.ingest import saved

    pages = {
        "mhtml": saved.of_mhtml,
        "warc": saved.of_warc,
        "wacz": saved.of_wacz,
        "webarchive": saved.of_webarchive,
    }
    page = pages[form](data, name)
    read = _read(page.data, name, "", media_type=page.media_type, charset=page.charset, url=page.url)
    notes = read.notes
    if page.pages > 1:
        count = f"{'' if page.counted else 'at least '}{page.pages:,}"
        notes += (f"it holds {count} pages, of which {shown(page.url or 'the first')} was read",)
    return replace(
        read,
        original=data,
        media_type=_MEDIA_TYPE[form],
        notes=notes,
        captured=page.captured or read.captured,
        origin=Origin(page.url, page.status) if page.url and page.status else None,
    )


def _bytes_reader(reference: str) -> BytesReader:
    module, _, function = reference.partition(":")
    loaded: BytesReader = getattr(import_module(f"onrecord.ingest.{module}"), function)
    return loaded


def _text_reading(form: Format, source: str, name: str, url: str | None) -> Reading:
    if form == "html":
        from onrecord.ingest.html import read_html
        from onrecord.ingest.saved import of_singlefile

        saved_url, captured = of_singlefile(source)
        page = read_html(source, name=name, url=url or saved_url)
        return replace(page, notes=page.notes + stub_note(source, page.text), captured=captured)
    if form == "markdown":
        from onrecord.ingest.markdown import read_markdown

        return read_markdown(source, name=name, url=url)
    if form == "subtitles":
        from onrecord.ingest.subtitles import read_subtitles

        return read_subtitles(source, name=name, url=url)
    if '"text"' in source and source.lstrip().startswith("{"):
        from onrecord.ingest.subtitles import read_subtitles
        from onrecord.ingest.whisper import as_captions

        if captions := as_captions(source):
            return read_subtitles(captions, name=name, url=url)
    if source.lstrip("\ufeff \r\n\t").startswith(("{", "[")):
        from onrecord.ingest.posts import read_posts
        from onrecord.ingest.posts_json import posts_in

        if posts := posts_in(source):
            return read_posts(posts, url)
    turns, places = transcript_in(source)
    if not turns and (bare := without_margin(source)) and (told := transcript_in(bare[0])[0]):
        source, places = bare
        turns = told
    return Reading(source, "text", replace(byline.stated(source), url=url), places, turns)
