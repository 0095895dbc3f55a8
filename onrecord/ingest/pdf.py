"""PDF to text, with the printed page numbers as places.

pypdf reads the content streams; its own limits keep a small file from becoming a large one.
"""

import contextvars
import io
import logging
from importlib.metadata import version
from typing import TYPE_CHECKING, Any

from onrecord.errors import InputError
from onrecord.ingest.document import Author, Metadata, Reading
from onrecord.ingest.pdf_text import Pages, text_of
from onrecord.ingest.plain import in_one_line, stored_form

if TYPE_CHECKING:
    from pypdf import PdfReader

_MAX_PAGES = 10_000
# Nothing that a page says is longer than this, in bytes of its decompressed content.
_MAX_STREAM = 20_000_000
_MAX_TEXT = 50_000_000
_END, _LAST_LINES = b"%%EOF", 20_000


def read_pdf(data: bytes, *, name: str, url: str | None) -> Reading:
    """The text of a PDF; a blank line between paragraphs, as far as lines tell them; footnotes stand at its end.

    InputError: it is damaged, needs a password, has too many pages, or holds pictures of text only.
    """
    # The limits are set for this file alone.
    return contextvars.copy_context().run(_read, data, name, url)


def _read(data: bytes, name: str, url: str | None) -> Reading:
    from pypdf import PdfReader, overwrite_configuration
    from pypdf.errors import LimitReachedError, PyPdfError

    overwrite_configuration(
        zlib_maximum_output_length=_MAX_STREAM,
        lzw_maximum_output_length=_MAX_STREAM,
        run_length_maximum_output_length=_MAX_STREAM,
        array_based_stream_maximum_output_length=_MAX_STREAM,
        stream_decoding_work_maximum_length=4 * _MAX_STREAM,
        stream_parsing_work_maximum_count=1_000_000,
    )
    logging.getLogger("pypdf").setLevel(logging.CRITICAL)
    try:
        reader = PdfReader(io.BytesIO(data[: _end_of(data, name)]))
        if reader.is_encrypted and not reader.decrypt(""):
            raise InputError(f"{name} is protected with a password; save a copy without one and add that.")
        pages = len(reader.pages)
        if pages > _MAX_PAGES:
            raise InputError(f"{name} has {pages:,} pages; the limit is {_MAX_PAGES:,}. Split it.")
        text = _text(reader, name, len(data))
        metadata = _metadata(reader, url)
    except InputError:
        raise
    except LimitReachedError:
        raise InputError(
            f"{name} holds more than can be read safely: a page unpacks to over {_MAX_STREAM // 1_000_000} MB, or shows more than a sheet of paper holds."
        ) from None
    except (PyPdfError, RecursionError):
        raise InputError(f"{name} is a damaged PDF; open it in a PDF reader and save it again.") from None
    except Exception as error:  # noqa: BLE001 - pypdf lets many kinds through on files that break the format
        raise InputError(f"{name} is a damaged PDF ({type(error).__name__}); save it again.") from None
    if not text.text.strip():
        raise InputError(
            f"{name} holds pages but no text: it is scanned. Run text recognition first, e.g. with ocrmypdf."
        )
    return Reading(text.text, f"pypdf {version('pypdf')}", metadata, text.places, notes=text.notes)


def _end_of(data: bytes, name: str) -> int:
    """Where the last mark of its end ends: pypdf goes back to it line by line, through whatever was hung on.

    InputError: it has none.
    """
    mark = data.rfind(_END)
    while mark > 0 and data[mark - 1] not in b"\r\n" and mark < len(data) - _LAST_LINES:
        mark = data.rfind(_END, 0, mark)
    # A mark that was cut off is for pypdf to know.
    if mark >= len(data) - _LAST_LINES or _END[:1] in data[-_LAST_LINES:]:
        return len(data)
    if mark < 0:
        raise InputError(f"{name} is a damaged PDF; open it in a PDF reader and save it again.")
    return mark + len(_END)


def _text(reader: "PdfReader", name: str, size: int) -> Pages:
    labels = _labels(reader)
    counted = [str(at + 1) for at in range(len(reader.pages))]
    found = text_of(list(reader.pages), labels, own_labels=labels != counted, most=_MAX_TEXT, size=size)
    if found is None:
        raise InputError(f"{name} holds more than {_MAX_TEXT // 1_000_000} MB of text; split it.")
    return found


def _labels(reader: "PdfReader") -> list[str]:
    """The page labels of the file, where it has them; else counted from 1."""
    try:
        labels = [label.strip() for label in reader.page_labels]
    except Exception:  # noqa: BLE001 - broken page labels are common, and the pages count all the same
        labels = []
    count = len(reader.pages)
    return [
        (stored_form(labels[at]) if at < len(labels) and labels[at] else str(at + 1))[:40]
        for at in range(count)
    ]


def _metadata(reader: "PdfReader", url: str | None) -> Metadata:
    """What the file says of itself. The date it was made is no date of publication, and is left out."""
    try:
        stated: Any = reader.metadata
        title, author = (stated.title, stated.author) if stated else (None, None)
    except Exception:  # noqa: BLE001 - the same for broken metadata
        title = author = None
    return Metadata(
        title=in_one_line(title) or None,
        authors=(Author(in_one_line(author)),) if author else (),
        url=url,
    )
