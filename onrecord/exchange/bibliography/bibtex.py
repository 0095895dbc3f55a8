"""BibTeX and BibLaTeX files (.bib), as onrecord, Zotero with Better BibTeX, JabRef, BibDesk and people write them.

One reader for both: an entry is read by its own type and fields, whichever dialect they are of. Quotations that
onrecord's export lists in `annote` stay there as words of the source's record.
"""

from collections.abc import Iterator, Mapping
from typing import BinaryIO

from onrecord.cite import archived
from onrecord.errors import InputError
from onrecord.exchange.bibliography import bib_fields, ris
from onrecord.exchange.bibliography.bib_entries import Broken, RawEntry, entries
from onrecord.exchange.bibliography.bib_inherited import Library
from onrecord.exchange.entries import Entry, Refused, SourceEntry
from onrecord.exchange.texts import notes, read_text
from onrecord.ingest.decode import Damage
from onrecord.model.records import Json
from onrecord.text import urls
from onrecord.text.clean import one_line
from onrecord.text.patterns import lazy

_HEAD = lazy(r"(?m)^[ \t]*+@[ \t]*([A-Za-z]+)[ \t]*[{(][ \t]*([^\s,={}()\"#%@]*)")
_FIELD = lazy(r"(?<![\w-])([A-Za-z][\w-]{0,40})\s*=\s*[{\"]")
# How far before a place its field is looked for.
_BEFORE = 20_000
_NO_WORKS = {
    "xdata": None,  # what other entries share
    "set": "It is a set of other entries and no work.",
    "bibnote": "It is a note of a document and no work.",
}


def looks_like(head: bytes) -> bool:
    """Whether a text begins as a .bib file does."""
    text = head.decode("utf-16" if head[:2] in (b"\xff\xfe", b"\xfe\xff") else "utf-8", "replace")
    match = _HEAD.search(text.lstrip("\ufeff"))
    if match is None or text.lstrip("\ufeff \t\r\n")[:1] in ("{", "[", "<"):
        return False
    return not ris.looks_like(text[: match.start()].encode())


def read(stream: BinaryIO, name: str) -> Iterator[Entry]:
    """A work an entry. InputError: the file is too large, or holds no entry."""
    read = read_text(stream, name)
    yield from notes(read, _field_at)
    text = read.text.lstrip("\ufeff")
    library = Library(text)
    any_entry = False
    for entry in entries(text):
        any_entry = True
        if isinstance(entry, Broken):
            yield Refused(where=f"line {entry.line}", reason=f"{one_line(entry.head)[:80]}: {entry.reason}")
            continue
        where = f"line {entry.line} ({one_line(entry.key)[:80]})" if entry.key else f"line {entry.line}"
        if entry.kind in _NO_WORKS:
            if reason := _NO_WORKS[entry.kind]:
                yield Refused(where=where, reason=reason)
            continue
        fields = library.fields(entry)
        if not entry.key and not fields:
            yield Refused(where=where, reason="It is empty.")
            continue
        yield _source(entry, fields, where)
    if not any_entry and not _HEAD.search(text):
        raise InputError(
            f"{one_line(name)} is not BibTeX: it holds no entry, such as @book{{key, title = {{…}}}}."
        )


def _field_at(text: str, place: Damage) -> str | None:
    """The field that begins last before a place."""
    begun = [match[1] for match in _FIELD.finditer(text, max(0, place.offset - _BEFORE), place.offset)]
    return begun[-1].lower() if begun else None


def _source(entry: RawEntry, fields: Mapping[str, str], where: str) -> SourceEntry:
    item = bib_fields.item(entry.kind, entry.key, fields)
    remarks = []
    if fields.get("file", "").strip():
        remarks.append("its file was not read")
    if entry.twice:
        remarks.append(f"of {', '.join(dict.fromkeys(entry.twice))} only the first was read")
    return SourceEntry(
        where=where,
        csl=item,
        archive_url=_take_archive(item, bib_fields.said(fields.get("addendum", ""))),
        aliases=tuple(filter(None, (one.strip() for one in fields.get("ids", "").split(",")))),
        remark="; ".join(remarks) or None,
    )


def _take_archive(item: Json, addendum: str) -> str | None:
    """The address of the kept copy, where `addendum` is our sentence about it; anything else there goes to the note."""
    url = archived.told(addendum) if urls.is_web_url(str(item.get("URL", ""))) else None
    if addendum and url is None:
        item["note"] = "\n".join(filter(None, [str(item.get("note", "")), addendum]))
    return url
