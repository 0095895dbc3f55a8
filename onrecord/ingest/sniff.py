"""What some bytes are: text to read, or a file of another kind, which is refused by name."""

from __future__ import annotations

from onrecord.errors import InputError
from onrecord.ingest.decode import has_byte_order_mark
from onrecord.ingest.looks import is_mhtml, is_wacz, is_warc, is_webarchive, looks_like_mail, looks_like_tei
from onrecord.text.clean import one_line
from onrecord.text.patterns import lazy

TYPE_CHECKING = False
if TYPE_CHECKING:
    from typing import Literal

    Format = Literal[
        "text",
        "markdown",
        "html",
        "subtitles",
        "pdf",
        "docx",
        "mail",
        "tei",
        "parliament",
        "mhtml",
        "warc",
        "wacz",
        "webarchive",
        "epub",
        "odt",
        "rtf",
        "fb2",
        "jats",
        "docbook",
        "org",
        "asciidoc",
        "textile",
        "mediawiki",
        "pptx",
        "alto",
        "pagexml",
        "hocr",
        "scans",
    ]


_ZIP_ENDINGS = (".docx", ".odt", ".epub", ".pptx")
_SUFFIXES: dict[str, Format] = {
    **dict.fromkeys((".txt", ".text", ".log", ".csv", ".tsv", ".json", ".tex", ".rst"), "text"),
    **dict.fromkeys((".srt", ".vtt"), "subtitles"),
    **dict.fromkeys((".eml", ".mht", ".mhtml"), "mail"),
    ".webarchive": "webarchive",
    ".pdf": "pdf",
    ".docx": "docx",
    ".tei": "tei",
    ".epub": "epub",
    **dict.fromkeys((".odt", ".ott", ".fodt"), "odt"),
    ".rtf": "rtf",
    ".fb2": "fb2",
    **dict.fromkeys((".nxml", ".jats"), "jats"),
    **dict.fromkeys((".dbk", ".docbook"), "docbook"),
    ".org": "org",
    **dict.fromkeys((".adoc", ".asciidoc"), "asciidoc"),
    ".textile": "textile",
    ".mediawiki": "mediawiki",
    ".pptx": "pptx",
    ".hocr": "hocr",
    **dict.fromkeys((".md", ".markdown", ".mdown", ".mkd"), "markdown"),
    **dict.fromkeys((".html", ".htm", ".xhtml", ".xht", ".shtml"), "html"),
}
_MEDIA_TYPES: dict[str, Format] = {
    "text/plain": "text",
    "text/markdown": "markdown",
    "text/x-markdown": "markdown",
    "text/html": "html",
    "application/xhtml+xml": "html",
    "text/vtt": "subtitles",
    "application/x-subrip": "subtitles",
    "message/rfc822": "mail",
    "application/pdf": "pdf",
    "application/vnd.openxmlformats-officedocument.wordprocessingml.document": "docx",
    "application/tei+xml": "tei",
    "multipart/related": "mhtml",
    "application/warc": "warc",
    "application/wacz": "wacz",
    "application/x-webarchive": "webarchive",
    "application/epub+zip": "epub",
    "application/vnd.oasis.opendocument.text": "odt",
    "application/rtf": "rtf",
    "text/rtf": "rtf",
    "application/x-fictionbook+xml": "fb2",
    "application/jats+xml": "jats",
    "application/docbook+xml": "docbook",
    "application/vnd.openxmlformats-officedocument.presentationml.presentation": "pptx",
}
READ = (
    "plain text, Markdown, HTML, PDF, Word (docx), OpenDocument (odt), RTF, books (EPUB, FB2), e-mail, subtitles, TEI, parliaments, JATS, DocBook, "
    "Org, AsciiDoc, Textile, slides (pptx), recognised text (ALTO, PAGE, hOCR) and saved pages (MHTML, SingleFile, WARC, WACZ, Safari's web archive)"
)
# Families of media types that never hold a text, whatever the bytes look like.
_NEVER_TEXT = ("image/", "audio/", "video/", "font/")

_MAGIC = (
    (b"\x89PNG\r\n\x1a\n", "a PNG image"),
    (b"\xff\xd8\xff", "a JPEG image"),
    (b"II*\0", "a TIFF image"),
    (b"MM\0*", "a TIFF image"),
    (b"\0\0\1\0", "an icon"),
    (b"\x1f\x8b", "a gzip archive"),
    (b"BZh91AY&SY", "a bzip2 archive"),
    (b"\xfd7zXZ\0", "an xz archive"),
    (b"\x28\xb5\x2f\xfd", "a Zstandard archive"),
    (b"7z\xbc\xaf\x27\x1c", "a 7z archive"),
    (b"Rar!\x1a\x07", "a RAR archive"),
    (b"\xd0\xcf\x11\xe0\xa1\xb1\x1a\xe1", "an old Word, Excel or PowerPoint document"),
    (b"%!PS-", "a PostScript document"),
    (b"SQLite format 3\0", "an SQLite database"),
    (b"\x7fELF", "a program"),
    (b"ID3\3", "an MP3 recording"),
    (b"ID3\4", "an MP3 recording"),
    (b"OggS\0", "an Ogg recording"),
    (b"fLaC\0", "a FLAC recording"),
    (b"\x1aE\xdf\xa3", "a Matroska or WebM film"),
)
# What a zip archive of a kind that is read holds, in its names or its first part.
_ZIPPED: tuple[tuple[bytes, Format], ...] = (
    (b"word/document", "docx"),
    (b"application/epub+zip", "epub"),
    (b"application/vnd.oasis.opendocument.text", "odt"),
    (b"META-INF/container.xml", "epub"),
    (b"ppt/presentation", "pptx"),
    # Packed again by another program, which packs the line that says so, too.
    (b"META-INF/manifest.xml", "odt"),
)
_IN_ZIP = (
    (b"xl/workbook", "an Excel workbook (xlsx)"),
    (b"application/vnd.oasis.opendocument", "an OpenDocument file"),
)
_PDF = lazy(rb"(?:\xef\xbb\xbf)?\s{0,1000}%PDF-")
_COMMENT_OR_PROLOGUE = rb"(?:\s+|<!--.*?-->|<\?xml[^>]*\?>)*"
_LOOKS_LIKE_HTML = lazy(
    rb"(?is)" + _COMMENT_OR_PROLOGUE + rb"<(?:!doctype\s+html|html|head|body|title|meta)\b"
)
_LOOKS_LIKE_SUBTITLES = lazy(
    rb"(?:\xef\xbb\xbf)?(?:WEBVTT(?:\s|$)|\s*\d+[ \t]*\r?\n[ \t]*\d{1,4}:\d\d:\d\d[.,]\d{3}[ \t]*-->)"
)
# The element that an XML document is.
_ROOT = lazy(
    rb"(?:\xef\xbb\xbf)?\s*(?:<\?xml[^>]{0,200}\?>\s*)?(?:<!--[\s\S]{0,3000}?-->\s*|<!DOCTYPE[^>\[]{0,500}(?:\[[^\]]{0,3000}\]\s*)?>\s*|<\?[^>]{0,500}\?>\s*){0,20}<([\w:.-]{1,80})"
)
_ROOTS: dict[str, Format] = {
    "FictionBook": "fb2",
    "article": "jats",
    "pmc-articleset": "jats",
    "alto": "alto",
    "PcGts": "pagexml",
    "publicwhip": "parliament",
    "akomaNtoso": "parliament",
    "akomantoso": "parliament",
}
_SNIFFED_BYTES = 4096


def format_of(data: bytes, *, name: str, suffix: str, media_type: str | None) -> Format:
    """Which reader the bytes are for: what they plainly are, then the media type, the suffix, the content.

    InputError: they are a kind of file that holds no text to read.
    """
    declared = (media_type or "").lower()
    suffix = suffix.lower()
    if _PDF.match(data):
        return "pdf"
    if data.startswith(b"PK\x03\x04") and (packed := _packed(data)):
        return packed
    if data.lstrip(b"\xef\xbb\xbf \r\n\t").startswith(b"{\\rtf"):
        return "rtf"
    if is_warc(data):
        return "warc"
    if is_webarchive(data):
        return "webarchive"
    if is_mhtml(data) and not data.lstrip().startswith(b"<"):
        return "mhtml"
    kind = _kind_of_binary(data)
    if kind and data.startswith(b"PK\x03\x04") and suffix in _ZIP_ENDINGS:
        raise InputError(
            f"{name} is damaged or incomplete: it is a zip archive, as {suffix} files are, without the text of one."
        )
    if kind:
        raise InputError(f"{name} looks like {kind}; only {READ} are read.")
    if declared.startswith(_NEVER_TEXT):
        raise InputError(f"{name} is {declared}; only {READ} are read.")
    by_type = _MEDIA_TYPES.get(declared)
    by_suffix = _SUFFIXES.get(suffix)
    for binary in ("pdf", "docx", "warc", "wacz", "webarchive", "epub", "pptx"):
        if binary in (by_type, by_suffix):
            raise InputError(f"{name} is called a {binary.upper()} file, but its content is none.")
    if by_type == "text" and by_suffix in ("markdown", "subtitles", "mail"):
        return by_suffix
    form = by_type or by_suffix or _by_content(data, name)
    if form == "html":
        from onrecord.ingest.hocr import looks_like_hocr

        return "hocr" if looks_like_hocr(data) else form
    return form


def _packed(data: bytes) -> Format | None:
    """What a zip archive is, of what is read."""
    if is_wacz(data):
        return "wacz"
    form = next((form for mark, form in _ZIPPED if mark in data), None)
    if form is None:
        from onrecord.ingest.scans import is_scans

        return "scans" if is_scans(data) else None
    return form


def _by_content(data: bytes, name: str) -> Format:
    # Without the zeros of UTF-16, and without its mark.
    head = data[:_SNIFFED_BYTES]
    head = head[2:].replace(b"\0", b"") if head.startswith((b"\xff\xfe", b"\xfe\xff")) else head
    if _LOOKS_LIKE_HTML.match(head):
        return "html"
    if data.lstrip(b"\xef\xbb\xbf \r\n\t").startswith(b"<"):
        if looks_like_tei(data):
            return "tei"
        if match := _ROOT.match(head):
            return _by_root(match[1].decode("ascii", "replace"), head, name)
    if _LOOKS_LIKE_SUBTITLES.match(head):
        return "subtitles"
    return "mail" if looks_like_mail(data) else "text"


def _by_root(root: str, head: bytes, name: str) -> Format:
    """The reader of an XML document by its root. InputError: it says that it is XML, and there is none."""
    if root == "office:document":
        return "odt"
    kind = root.rpartition(":")[2]
    if kind in ("book", "article", "chapter") and b"docbook" in head.lower():
        return "docbook"
    if kind in _ROOTS:
        return _ROOTS[kind]
    if b"<?xml" in head or b"<!DOCTYPE" in head:
        raise InputError(f"{name} is XML of <{one_line(root)}>, which is not read; only {READ} are.")
    return "text"


def _kind_of_binary(data: bytes) -> str | None:
    if has_byte_order_mark(data):
        return None
    if data.startswith((b"PK\x03\x04", b"PK\x05\x06")):
        return next((kind for mark, kind in _IN_ZIP if mark in data), "a zip archive")
    if data.startswith((b"GIF87a", b"GIF89a")) and b"\0" in data:
        return "a GIF image"
    if data.startswith(b"\0\0\0") and data[4:8] == b"ftyp":
        return "an MP4 film or HEIF image"
    if data.startswith(b"RIFF") and data[8:12] in (b"WEBP", b"WAVE", b"AVI "):
        return {b"WEBP": "a WebP image", b"WAVE": "a WAV recording", b"AVI ": "an AVI film"}[data[8:12]]
    return next((kind for magic, kind in _MAGIC if data.startswith(magic)), None)
