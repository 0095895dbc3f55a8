"""What some formats look like by their first bytes, told without the readers of these formats."""

from __future__ import annotations

from onrecord.model.light import suppress
from onrecord.text.patterns import lazy

_HEADER = lazy(rb"(?:[!-9;-~]+:[^\n]*\r?\n(?:[ \t][^\n]*\r?\n)*){2,}\r?\n")
_TELLING = lazy(rb"(?im)^(?:From|Date|Received|Message-ID|MIME-Version):")
_END_OF_HEADERS = lazy(rb"\r?\n\r?\n")
_SENT = lazy(rb"(?m)^(?:to|cc|received|message-id|delivered-to|return-path):")
_SNIFFED = 64_000
_TEI = lazy(rb"<(?:\w+:)?(?:TEI|teiCorpus)[\s>]")


def is_warc(data: bytes) -> bool:
    """Whether the bytes begin a WARC file, packed by gzip or not."""
    if data.startswith(b"\x1f\x8b"):
        import zlib

        with suppress(zlib.error):
            return zlib.decompressobj(31).decompress(data[:4096], 16).startswith(b"WARC/")
        return False
    return data.startswith(b"WARC/")


def is_wacz(data: bytes) -> bool:
    """Whether the bytes are a zip archive with WARC files and their description."""
    return data.startswith(b"PK\x03\x04") and b"datapackage.json" in data and b"archive/" in data


def is_mhtml(data: bytes) -> bool:
    """Whether a message is a page that a browser or Word saved: parts with their addresses, and nothing of how mail travels."""
    head = data[:8192].lower()
    if b"snapshot-content-location:" in head:
        return True
    headers = _END_OF_HEADERS.split(head.lstrip(), maxsplit=1)
    return (
        len(headers) == 2
        and b"multipart/related" in headers[0]
        and b"\ncontent-location:" in headers[1]
        and _SENT.search(headers[0]) is None
    )


def is_webarchive(data: bytes) -> bool:
    """Whether the bytes are a page that Safari saved."""
    return data.startswith(b"bplist00") and b"WebMainResource" in data


def looks_like_mail(data: bytes) -> bool:
    """Whether the bytes begin with a block of headers, two of them such as only mail has."""
    head = _HEADER.match(data[:_SNIFFED])
    return head is not None and len({match[0].lower() for match in _TELLING.finditer(head[0])}) >= 2


def looks_like_tei(data: bytes) -> bool:
    """Whether the root of an XML document is TEI's."""
    return _TEI.search(data[:4096].replace(b"\0", b"")) is not None
