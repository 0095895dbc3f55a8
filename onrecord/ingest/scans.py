"""Pages of recognised text in files of their own (ALTO, PAGE, hOCR): a folder of them, or a zip archive, is one source."""

import io
import re
import stat
import zipfile
from collections.abc import Iterator
from pathlib import Path, PurePosixPath

from onrecord.errors import InputError
from onrecord.ingest import alto, hocr, pagexml
from onrecord.ingest.document import Metadata, Reading
from onrecord.ingest.scanned import Confidence, Page, Writer, in_utf8
from onrecord.ingest.zipped import unzipped
from onrecord.text.patterns import lazy
from onrecord.text.unread import unread

_ENDINGS = (".xml", ".alto", ".hocr", ".html", ".htm", ".xhtml")
_NUMBERS = lazy(r"(\d+)")
# Lists of the files beside them, which hold no text.
_LISTS = lazy(r"(?i)(?:.*[-_.])?(?:mets|metadata|metafile|doc)\.xml|\.?_.*")
_HEAD = 20_000
_MOST_FILES = 20_000


def is_scans(data: bytes) -> bool:
    """Whether a zip archive holds files of recognised text, told by the first that could be one."""
    try:
        with zipfile.ZipFile(io.BytesIO(data)) as archive:
            path = next(iter(_pages(archive.namelist())), None)
            if path is None:
                return False
            with archive.open(path) as part:
                return _kind(part.read(_HEAD)) is not None
    except Exception:  # noqa: BLE001 - what zipfile lets through on damaged archives has no common type; it is told later
        return False


def is_folder_of_pages(folder: Path) -> bool:
    """Whether a folder holds files of recognised text and nothing else to read."""
    try:
        paths = [path for path in sorted(folder.iterdir()) if not path.name.startswith(".")]
        pages = _pages([path.name for path in paths if path.is_file()])
        inside = folder / "page"
        if not pages and inside.is_dir():
            return is_folder_of_pages(inside)
        return bool(pages) and all(_kind(_head(folder / one)) is not None for one in (pages[0], pages[-1]))
    except OSError:
        return False


def packed(folder: Path, name: str, most: int) -> bytes:
    """The files of a folder as a zip archive, the same for the same files. InputError: it holds no such files, or more than `most` bytes."""
    if not is_folder_of_pages(folder):
        raise unread(name, IsADirectoryError())
    if not _pages([one.name for one in folder.iterdir()]):
        folder /= "page"
    out = io.BytesIO()
    total = 0
    with zipfile.ZipFile(out, "w", zipfile.ZIP_DEFLATED) as archive:
        for page in _pages([one.name for one in folder.iterdir()]):
            path = folder / page
            if not stat.S_ISREG(path.stat().st_mode):
                continue
            content = path.read_bytes() if path.stat().st_size <= most else b""
            total += len(content) or most
            if total > most:
                raise InputError(
                    f"{name} is larger than {most // 1_000_000} MB, the limit for one source; split it."
                )
            archive.writestr(zipfile.ZipInfo(page), content, zipfile.ZIP_DEFLATED)
    return out.getvalue()


def read_scans(data: bytes, *, name: str, url: str | None) -> Reading:
    """The text of the pages in the order of their names, in which numbers count. InputError: one of them cannot be read."""
    writer, confidence = Writer(name), Confidence()
    notes: list[str] = []
    passed: list[str] = []
    with unzipped(data, name, "a zip archive of pages") as archive:
        for path in _pages(archive.paths):
            source, told = in_utf8(archive.part(path) or b"", path)
            notes += (f"{path}: {one}" for one in told)
            kind = _kind(source[:_HEAD])
            if kind is None:
                passed.append(PurePosixPath(path).name)
                continue
            for page in _read(kind, source, f"{name}, {path}", confidence):
                writer.add(page)
    if passed:
        notes.append(
            f"{len(passed)} of its files hold no recognised text: {', '.join(passed[:3])}{' …' * (len(passed) > 3)}"
        )
    return writer.done(
        "scans", confidence, Metadata(url=url), tuple(note for note in notes if note.isprintable())
    )


def _read(kind: str, source: bytes, name: str, confidence: Confidence) -> Iterator[Page]:
    reader = {"alto": alto.pages_of, "PcGts": pagexml.pages_of, "hocr": hocr.pages_of}[kind]
    return reader(source, name, confidence)


def _kind(head: bytes) -> str | None:
    if match := re.search(rb"<(?:[\w.-]{1,40}:)?(alto|PcGts)[\s>]", head.replace(b"\0", b"")):
        return match[1].decode()
    return "hocr" if hocr.looks_like_hocr(head) else None


def _head(path: Path) -> bytes:
    with path.open("rb") as file:
        return file.read(_HEAD)


def _pages(names: list[str]) -> list[str]:
    """Those that may be pages, in the order of their names: p2 before p10."""
    paths = [
        name
        for name in names
        if name.lower().endswith(_ENDINGS)
        and not _LISTS.fullmatch(PurePosixPath(name).name)
        and "__MACOSX" not in name
    ]
    return sorted(
        paths[:_MOST_FILES],
        key=lambda name: [int(part) if part.isdigit() else part for part in _NUMBERS.split(name)],
    )
