"""Word documents (Office Open XML, ECMA-376) to text: paragraphs, tables cell by cell, footnotes at the end.

Nothing is unpacked but the three parts that are read, and of these no more than a limit.
"""

import io
import lzma
import struct
import zipfile
import zlib
from collections.abc import Iterator
from typing import TYPE_CHECKING

from onrecord.errors import InputError
from onrecord.ingest.document import Author, Metadata, Reading
from onrecord.ingest.plain import in_one_line, stored_form
from onrecord.ingest.xml import parsed

if TYPE_CHECKING:
    from lxml.etree import _Element

_W = "{http://schemas.openxmlformats.org/wordprocessingml/2006/main}"
_DC = "{http://purl.org/dc/elements/1.1/}"
_MC_FALLBACK = "{http://schemas.openxmlformats.org/markup-compatibility/2006}Fallback"
_MAX_PART = 50_000_000
_BREAKS = {f"{_W}br": "\n", f"{_W}cr": "\n", f"{_W}tab": "\t", f"{_W}noBreakHyphen": "\u2011"}
# What `zipfile` lets through of an archive that was cut or overwritten: places before the file's beginning, names in no
# encoding, methods that nobody knows.
_DAMAGE = (zipfile.BadZipFile, zlib.error, lzma.LZMAError, struct.error, NotImplementedError, EOFError, OSError, ValueError,
           KeyError, IndexError, OverflowError)  # fmt: skip
# What was deleted is no part of the text, and field codes are for Word.
_UNREAD = {f"{_W}del", f"{_W}moveFrom", f"{_W}instrText", f"{_W}delText", _MC_FALLBACK}


def read_docx(data: bytes, *, name: str, url: str | None) -> Reading:
    """The text of a Word document, one blank line between paragraphs.

    InputError: it is damaged, protected, unpacks to too much, or holds no text.
    """
    try:
        with zipfile.ZipFile(io.BytesIO(data)) as archive:
            document = _part(archive, "word/document.xml", name)
            if document is None:
                raise InputError(f"{name} is a zip archive, but no Word document.")
            notes = _part(archive, "word/footnotes.xml", name)
            core = _part(archive, "docProps/core.xml", name)
    except _DAMAGE:
        raise InputError(f"{name} is a damaged Word document; open it in Word and save it again.") from None
    except RuntimeError:
        raise InputError(
            f"{name} is protected with a password; save a copy without one and add that."
        ) from None
    paragraphs = [*_paragraphs(document), *(_paragraphs(notes) if notes is not None else ())]
    text = "\n\n".join(paragraphs)
    return Reading(f"{text}\n" if text else "", "docx", _metadata(core, url))


def _part(archive: zipfile.ZipFile, path: str, name: str) -> "_Element | None":
    try:
        info = archive.getinfo(path)
    except KeyError:
        return None
    with archive.open(info) as part:
        # What a header says of sizes is not believed.
        source = part.read(_MAX_PART + 1)
    if len(source) > _MAX_PART:
        raise InputError(f"{name} unpacks to more than {_MAX_PART // 1_000_000} MB; it is not read.")
    return parsed(source, name=name, doctype=False)


def _paragraphs(root: "_Element") -> Iterator[str]:
    for paragraph in root.iter(f"{_W}p"):
        text = stored_form("".join(_runs(paragraph))).strip()
        if text:
            yield text


def _runs(element: "_Element") -> Iterator[str]:
    """The words of a paragraph, without those of paragraphs inside it (text boxes): they come on their own."""
    waiting = [iter(element)]
    while waiting:
        child = next(waiting[-1], None)
        if child is None:
            waiting.pop()
        elif child.tag == f"{_W}t":
            yield child.text or ""
        elif child.tag in _BREAKS:
            yield _BREAKS[child.tag]
        elif child.tag != f"{_W}p" and child.tag not in _UNREAD:
            waiting.append(iter(child))


def _metadata(core: "_Element | None", url: str | None) -> Metadata:
    """Title and author. When the file was made is no date of publication."""
    if core is None:
        return Metadata(url=url)
    title = in_one_line(core.findtext(f"{_DC}title"))
    authors = (in_one_line(one) for one in (core.findtext(f"{_DC}creator") or "").split(";"))
    return Metadata(
        title=title or None,
        authors=tuple(Author(one) for one in authors if one),
        url=url,
    )
