"""XML that nobody has to trust: no entities of its own, nothing fetched, no depth that breaks a parser."""

from collections.abc import Iterator, Sequence
from typing import TYPE_CHECKING, BinaryIO

from onrecord.errors import InputError
from onrecord.text.patterns import lazy

if TYPE_CHECKING:
    from lxml.etree import _Element

# An entity that a document declares may stand for millions of others.
_DECLARES = lazy(rb"<!(?:ENTITY|ATTLIST|ELEMENT|NOTATION)")
_HEAD = 100_000


def parsed(source: bytes | str, *, name: str, doctype: bool) -> "_Element":
    """The root element of an XML document. Entities are not expanded, and no DTD is read.

    In bytes the encoding is the one that they declare, strictly; in a text that was decoded already its declaration
    does not count. `doctype` allows a document type without declarations of its own.
    InputError: it declares entities, or is not well-formed.
    """
    from lxml import etree

    encoding = "utf-8" if isinstance(source, str) else None
    source = source.encode() if isinstance(source, str) else source
    head = _plain(source[:_HEAD])
    if b"<!DOCTYPE" in head and (not doctype or _DECLARES.search(head) or b"[" in _doctype(head)):
        raise InputError(f"{name} declares entities of its own (a document type); such XML is not read.")
    parser = etree.XMLParser(
        encoding=encoding,
        resolve_entities=False,
        no_network=True,
        load_dtd=False,
        dtd_validation=False,
        huge_tree=False,
        remove_comments=True,
        remove_pis=False,
    )
    try:
        return etree.fromstring(source, parser)
    except (etree.XMLSyntaxError, ValueError) as error:
        place = f" (line {error.lineno})" if isinstance(error, etree.XMLSyntaxError) and error.lineno else ""
        raise InputError(f"{name} is not well-formed XML{place}.") from None


def streamed(stream: BinaryIO, *, name: str, tag: str | Sequence[str]) -> Iterator["_Element"]:
    """The elements of a tag ("{*}page" in any namespace), or of several, one after the other; each is gone when the next one comes.

    InputError as `parsed`, for documents without a document type; it may come after some elements.
    """
    for _, element in _events(stream, name, tag, ("end",)):
        yield element
        element.clear()
        while element.getprevious() is not None:
            del element.getparent()[0]


def stepped(stream: BinaryIO, *, name: str, tag: Sequence[str]) -> Iterator[tuple[bool, "_Element"]]:
    """Where the elements of some tags begin (False; only their attributes are known) and end (True), each emptied behind its end.

    InputError as `streamed`.
    """
    for event, element in _events(stream, name, tag, ("start", "end")):
        yield event == "end", element
        if event == "end":
            element.clear()


def _events(
    stream: BinaryIO, name: str, tag: str | Sequence[str], events: Sequence[str]
) -> Iterator[tuple[str, "_Element"]]:
    from lxml import etree

    if b"<!DOCTYPE" in _plain(stream.read(_HEAD)):
        raise InputError(f"{name} declares entities of its own (a document type); such XML is not read.")
    stream.seek(0)
    try:
        yield from etree.iterparse(
            stream,
            events=events,
            tag=tag,
            resolve_entities=False,
            no_network=True,
            load_dtd=False,
            huge_tree=False,
            remove_comments=True,
        )
    except (etree.XMLSyntaxError, ValueError) as error:
        place = f" (line {error.lineno})" if isinstance(error, etree.XMLSyntaxError) and error.lineno else ""
        raise InputError(f"{name} is not well-formed XML{place}.") from None


def _plain(head: bytes) -> bytes:
    """The head without the zeros of UTF-16 and UTF-32."""
    return head.replace(b"\0", b"")


def _doctype(head: bytes) -> bytes:
    start = head.index(b"<!DOCTYPE")
    end = head.find(b">", start)
    return head[start : end if end >= 0 else len(head)]
