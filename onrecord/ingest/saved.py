"""Pages that somebody saved, with the time of it where it is told: MHTML, SingleFile, WARC (ISO 28500), WACZ, Safari's own.

An archive may hold many pages; the one that it was made for is read, and a note says how many there are.
"""

from __future__ import annotations

import io
import json
import re
import zlib
from collections.abc import Callable, Iterator
from contextlib import redirect_stderr, suppress
from datetime import UTC, datetime

from onrecord.errors import InputError
from onrecord.ingest.decode import decode
from onrecord.model.record import record, replace
from onrecord.text.clean import one_line
from onrecord.text.patterns import lazy
from onrecord.text.urls import is_web_url

TYPE_CHECKING = False
if TYPE_CHECKING:
    import zipfile
    from typing import Any

# The largest page, and the most that an archive may unpack to, in bytes.
_LARGEST = 50_000_000
_UNPACKED = 1 << 30
# A page with all that belongs to it takes some hundred records. Of a crawl with many more the first are gone through; for a page
# that is listed all are, unless they are far smaller than answers are, in bytes.
_MOST_RECORDS, _LEAST_RECORD = 10_000, 1_000
# No server answers with more lines of headers.
_MOST_HEADERS = 10_000
_READABLE = ("text/html", "application/xhtml+xml", "text/plain", "application/pdf")
_SINGLEFILE = lazy(r"(?is)\s*<!doctype[^>]{0,200}>\s*<html[^>]{0,2000}>\s*<!--\s*Page saved with SingleFile(.{0,20000}?)-->|<!--\s*Page saved with SingleFile(.{0,20000}?)-->")  # fmt: skip
_SINGLEFILE_DATE = lazy(r"(?a)saved date:\s*\w{3} (\w{3} \d{1,2} \d{4} \d\d:\d\d:\d\d) GMT([+-]\d{4})")
_SINGLEFILE_URL = lazy(r"url:\s*(\S{1,2000})")


@record(kw_only=True)
class SavedPage:
    """A page as it was saved: `captured` is a time in UTC (None: not told), `pages` how many the archive holds (at least, if not
    `counted`)."""

    data: bytes
    url: str | None = None
    media_type: str | None = None
    charset: str | None = None
    captured: str | None = None
    status: int | None = None
    pages: int = 1
    counted: bool = True


def of_singlefile(source: str) -> tuple[str | None, str | None]:
    """The address and the time that SingleFile writes into a page; (None, None) for any other page."""
    match = _SINGLEFILE.match(source[:60_000].lstrip("\ufeff"))
    if match is None:
        return None, None
    told = match[1] or match[2] or ""
    url, date = _SINGLEFILE_URL.search(told), _SINGLEFILE_DATE.search(told)
    captured = None
    if date:
        with suppress(ValueError):
            captured = moment(datetime.strptime(f"{date[1]} {date[2]}", "%b %d %Y %H:%M:%S %z"))
    return (url[1] if url and is_web_url(url[1]) else None), captured


def moment(time: datetime | None) -> str | None:
    """A time as it is stored; None for one that lies ahead."""
    if time is None:
        return None
    with suppress(OverflowError, ValueError):
        time = (time if time.tzinfo else time.replace(tzinfo=UTC)).astimezone(UTC)
        return (
            time.strftime("%Y-%m-%dT%H:%M:%SZ") if time <= datetime.now(UTC) and time.year >= 1990 else None
        )
    return None


def of_mhtml(data: bytes, name: str) -> SavedPage:
    """The page of an MHTML file. InputError: it holds none."""
    import email.policy
    from email.utils import parsedate_to_datetime

    from onrecord.ingest.mail import within_bounds

    try:
        message = email.message_from_bytes(within_bounds(data, name), policy=email.policy.compat32)
        parts = [one for one in message.walk() if one.get_content_type() in _READABLE[:2]]
        address = str(message.get("Snapshot-Content-Location") or "").strip()
        root = next(
            (part for part in parts if str(part.get("Content-Location") or "").strip() == address), None
        )
        page = root or (parts[0] if parts else None)
        if page is None:
            raise InputError(f"{name} is an MHTML file without a page.")
        payload = page.get_payload(decode=True)
        url = address or str(page.get("Content-Location") or "").strip()
        charset = page.get_content_charset()
        captured = None
        with suppress(ValueError, TypeError, IndexError):
            captured = parsedate_to_datetime(str(message.get("Date") or ""))
    except InputError:
        raise
    except Exception:  # noqa: BLE001 - what the parser lets through on odd headers has no common type
        raise InputError(f"{name} is a damaged MHTML file; save the page again.") from None
    return SavedPage(
        data=payload if isinstance(payload, bytes) else b"",
        url=url if is_web_url(url) else None,
        media_type="text/html",
        charset=charset,
        captured=moment(captured),
    )


def of_webarchive(data: bytes, name: str) -> SavedPage:
    """The page of a file that Safari saved, which tells no time. InputError: it holds none, or is damaged."""
    import plistlib

    try:
        told = plistlib.loads(data, fmt=plistlib.FMT_BINARY)
        main = told["WebMainResource"]
        payload, kind = main["WebResourceData"], str(main.get("WebResourceMIMEType") or "text/html")
        url, charset = (
            str(main.get("WebResourceURL") or ""),
            str(main.get("WebResourceTextEncodingName") or ""),
        )
    except Exception:  # noqa: BLE001 - what the parser lets through on damaged files has no common type
        raise InputError(f"{name} is a damaged web archive of Safari; save the page again.") from None
    if kind not in _READABLE or not isinstance(payload, bytes) or not payload.strip():
        raise InputError(f"{name} is a web archive of Safari without a page.")
    return SavedPage(
        data=payload, url=url if is_web_url(url) else None, media_type=kind, charset=charset or None
    )


def of_warc(data: bytes, name: str, wanted: str | None = None) -> SavedPage:
    """The page of a WARC file: that of the address `wanted`, else its first. InputError: it holds none, or is damaged."""
    page: SavedPage | None = None
    others: set[str] = set()
    counted = True
    most = max(_MOST_RECORDS, len(data) // _LEAST_RECORD)
    try:
        for number, response in _responses(data, name, most):
            enough = _MOST_RECORDS if page is not None and wanted in (None, page.url) else most
            if page is not None and number >= enough:
                counted = False
                break
            if response is None:
                continue
            others.add(response.url or "")
            if page is None or (wanted is not None and response.url == wanted and page.url != wanted):
                page = response
    except InputError:
        raise
    except Exception:  # noqa: BLE001 - what warcio lets through on damaged files has no common type
        if page is None:
            raise InputError(f"{name} is a damaged web archive.") from None
    if page is None:
        raise InputError(f"{name} is a web archive that holds no page that was answered with a text.")
    return replace(page, pages=len(others), counted=counted)


def _responses(data: bytes, name: str, most: int) -> Iterator[tuple[int, SavedPage | None]]:
    """How many records come before, and the page that a record answers with; None where it answers with none.

    InputError: there are more than `most`, and that is asked for.
    """
    unpacked = 0
    for number, entry in enumerate(_quietly(_records(data, name))):
        yield number, None
        if number >= most:
            raise InputError(
                f"{name} holds more than {most:,} records; take the page out of it, and add that."
            )
        unpacked += max(0, entry.length or 0)
        if unpacked > _UNPACKED:
            raise InputError(f"{name} unpacks to more than a gigabyte; it is not read.")
        if entry.rec_type not in ("response", "resource"):
            continue
        http = entry.http_headers
        status = http.get_statuscode() if http is not None else "200"
        kind = (http.get_header("Content-Type") if http is not None else entry.content_type) or ""
        media_type = kind.partition(";")[0].strip().lower()
        url = entry.rec_headers.get_header("WARC-Target-URI") or ""
        if status != "200" or media_type not in _READABLE or not is_web_url(url):
            continue
        with redirect_stderr(io.StringIO()):
            content = entry.content_stream().read(_LARGEST + 1)
        if len(content) > _LARGEST:
            raise InputError(f"{name} holds a page of more than {_LARGEST // 1_000_000} MB; it is not read.")
        if not content.strip():
            continue
        captured = None
        with suppress(ValueError):
            captured = datetime.fromisoformat(entry.rec_headers.get_header("WARC-Date") or "")
        charset = re.search(r"charset\s*=\s*[\"']?([\w.:-]{1,40})", kind, re.IGNORECASE)
        yield (
            number,
            SavedPage(
                data=content,
                url=url,
                media_type=media_type,
                charset=charset[1] if charset else None,
                captured=moment(captured),
                status=int(status),
            ),
        )


def _records(data: bytes, name: str) -> Iterator[Any]:
    """Those of an archive. InputError: one has more headers than any has."""
    from warcio.archiveiterator import ArchiveIterator

    archive = ArchiveIterator(io.BytesIO(data))
    loader = archive.loader
    for parser in (loader.warc_parser, loader.arc_parser, loader.http_parser, loader.http_req_parser):
        parser.parse = _bounded(parser.parse, name)
    yield from archive


def _bounded(parse: Callable[..., Any], name: str) -> Callable[..., Any]:
    """What parses a head, so that it reads so many lines at most."""
    return lambda stream, *first: parse(_Head(stream, name), *first)


class _Head:
    def __init__(self, stream: Any, name: str) -> None:
        self._stream, self._name = stream, name
        self._lines = 0

    def readline(self, *length: int) -> bytes:
        self._lines += 1
        if self._lines > _MOST_HEADERS:
            raise InputError(f"{self._name} has a record with thousands of headers; it is not read.")
        line: bytes = self._stream.readline(*length)
        return line


def _quietly(records: Iterator[Any]) -> Iterator[Any]:
    """Without what warcio says on standard error of each place that is damaged, with its bytes."""
    while True:
        with redirect_stderr(io.StringIO()):
            one = next(records, None)
        if one is None:
            return
        yield one


def of_wacz(data: bytes, name: str) -> SavedPage:
    """The first page of a WACZ file, as its list of pages has it. InputError: it holds none, or is damaged."""
    import zipfile

    try:
        with zipfile.ZipFile(io.BytesIO(data)) as archive:
            names = archive.namelist()
            listed = list(_listed(archive, names, name))
            pages: list[SavedPage] = []
            for part in (
                one for one in names if one.startswith("archive/") and one.endswith((".warc", ".warc.gz"))
            ):
                with suppress(InputError):
                    pages.append(of_warc(_part(archive, part, name), name, listed[0] if listed else None))
    except InputError:
        raise
    except (
        zipfile.BadZipFile,
        zlib.error,
        NotImplementedError,
        RuntimeError,
        EOFError,
        OSError,
        ValueError,
        KeyError,
    ):
        raise InputError(f"{name} is a damaged web archive.") from None
    if not pages:
        raise InputError(f"{name} is a web archive that holds no page that was answered with a text.")
    first = next((one for one in pages if listed and one.url == listed[0]), pages[0])
    return replace(
        first,
        pages=len(listed) or sum(one.pages for one in pages),
        counted=bool(listed) or all(one.counted for one in pages),
    )


def _listed(archive: zipfile.ZipFile, names: list[str], name: str) -> Iterator[str]:
    """The addresses of the pages that a WACZ file was made for."""
    if "pages/pages.jsonl" not in names:
        return
    for line in decode(_part(archive, "pages/pages.jsonl", name), name=name).text.split("\n"):
        with suppress(ValueError, RecursionError):
            told = json.loads(line)
            if isinstance(told, dict) and isinstance(url := told.get("url"), str):
                yield url


def _part(archive: zipfile.ZipFile, path: str, name: str) -> bytes:
    with archive.open(path) as part:
        # What a header says of sizes is not believed.
        content = part.read(_LARGEST + 1)
    if len(content) > _LARGEST:
        raise InputError(
            f"{name} holds {one_line(path)}, which unpacks to more than {_LARGEST // 1_000_000} MB; it is not read."
        )
    return content
