"""XML that nobody has to trust: no entities of its own, nothing fetched, no depth that breaks a parser."""

from collections.abc import Iterator, Mapping, Sequence
from typing import TYPE_CHECKING, BinaryIO, Protocol

from onrecord.errors import InputError
from onrecord.text.patterns import lazy

if TYPE_CHECKING:
    from lxml.etree import _Element

# An entity that a document declares may stand for millions of others.
_DECLARES = lazy(rb"<!(?:ENTITY|ATTLIST|ELEMENT|NOTATION)")
_HEAD = 100_000
# Those of one element are each compared with all before them, and take many times their size.
_LONG_TAG, _MOST_ATTRIBUTES = lazy(rb"<[^<>]{30000,}"), 3_000
# What is made a tree at most: an element takes half a kilobyte of memory.
MOST_TAGS = 400_000
# What is told piece by piece takes no memory, but time: this many take half a minute.
_MOST_TOLD = 4_000_000
# How much of a text is made bytes at a time.
_PIECE = 100_000
_SAFE: dict[str, bool] = {
    "resolve_entities": False,
    "no_network": True,
    "load_dtd": False,
    "dtd_validation": False,
    "huge_tree": False,
}


def parsed(source: bytes | str, *, name: str, doctype: bool) -> "_Element":
    """The root element of an XML document. Entities are not expanded, and no DTD is read.

    In bytes the encoding is the one that they declare, strictly; in a text that was decoded already its declaration
    does not count. `doctype` allows a document type without declarations of its own.
    InputError: it declares entities, or is not well-formed.
    """
    from lxml import etree

    encoding = "utf-8" if isinstance(source, str) else None
    source = source.encode() if isinstance(source, str) else source
    _refuse_declarations(source[:_HEAD], name, doctype=doctype)
    refuse_crowded(source, name)
    parser = etree.XMLParser(encoding=encoding, remove_comments=True, remove_pis=False, **_SAFE)
    try:
        return etree.fromstring(source, parser)
    except (etree.XMLSyntaxError, ValueError) as error:
        raise _not_well_formed(error, name) from None


def refuse_crowded(source: bytes, name: str) -> None:
    """InputError: an element has more attributes than any has, so that it would take long, and much memory, to read."""
    if any(tag[0].count(b"=") > _MOST_ATTRIBUTES for tag in _LONG_TAG.finditer(source)):
        raise InputError(f"{name} has an element with thousands of attributes; it is not read.")


class Target(Protocol):
    """What is told of a document while it is read; text may come in pieces, cut anywhere."""

    def start(self, tag: str, attributes: Mapping[str, str]) -> None: ...
    def end(self, tag: str) -> None: ...
    def data(self, text: str) -> None: ...
    def close(self) -> None: ...


def told(source: str, target: Target, *, name: str, doctype: bool) -> None:
    """Tells `target` of a document piece by piece, without a tree of it: for what may be long.

    InputError as `parsed`.
    """
    from lxml import etree

    _refuse_declarations(source[:_HEAD].encode(), name, doctype=doctype)
    if source.count("<") > _MOST_TOLD:
        raise InputError(f"{name} holds more than {_MOST_TOLD:,} tags; split it.")
    parser = etree.XMLParser(encoding="utf-8", target=target, **_SAFE)
    try:
        for at in range(0, len(source), _PIECE):
            parser.feed(source[at : at + _PIECE].encode())
        parser.close()
    except InputError:
        raise
    except (etree.XMLSyntaxError, ValueError) as error:
        raise _not_well_formed(error, name) from None


def streamed(stream: BinaryIO, *, name: str, tag: str | Sequence[str]) -> Iterator["_Element"]:
    """The elements of a tag ("{*}page" in any namespace), or of several, one after the other; each is gone when the next one comes.

    InputError as `parsed`, for documents without a document type; it may come after some elements.
    """
    for _, element in _events(stream, name, tag, ("end",)):
        yield element
        element.clear()
        while element.getprevious() is not None:
            del element.getparent()[0]


def outermost(stream: BinaryIO, *, name: str, tag: str, emptied: Sequence[str] = ()) -> Iterator["_Element"]:
    """The elements of a tag that stand in no other one of it; each is gone when the next one comes, as is what is `emptied`
    around them.

    InputError as `streamed`.
    """
    inside = 0
    for event, element in _events(stream, name, (tag, *emptied), ("start", "end")):
        if element.tag == tag:
            inside += 1 if event == "start" else -1
            if event == "end" and not inside:
                yield element
        if event == "end" and not inside:
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

    _refuse_declarations(stream.read(_HEAD), name, doctype=False)
    stream.seek(0)
    try:
        yield from etree.iterparse(stream, events=events, tag=tag, remove_comments=True, **_SAFE)
    except (etree.XMLSyntaxError, ValueError) as error:
        raise _not_well_formed(error, name) from None


def _not_well_formed(error: Exception, name: str) -> InputError:
    line = getattr(error, "lineno", None)
    return InputError(f"{name} is not well-formed XML{f' (line {line})' if line else ''}.")


def _refuse_declarations(head: bytes, name: str, *, doctype: bool) -> None:
    head = _plain(head)
    if b"<!DOCTYPE" in head and (not doctype or _DECLARES.search(head) or b"[" in _doctype(head)):
        raise InputError(f"{name} declares entities of its own (a document type); such XML is not read.")


def _plain(head: bytes) -> bytes:
    """The head without the zeros of UTF-16 and UTF-32."""
    return head.replace(b"\0", b"")


def _doctype(head: bytes) -> bytes:
    start = head.index(b"<!DOCTYPE")
    end = head.find(b">", start)
    return head[start : end if end >= 0 else len(head)]
