"""Two older relatives of RIS: what EndNote and catalogues write as "%A Name" (Refer, .enw), and MEDLINE's "AU  - Name" (.nbib).

Each record becomes one of RIS, tag by tag, and is read as such. Tags that RIS has no place for stay in the note, as "TAG: value".
MEDLINE's tags are those of the National Library of Medicine's list of elements.
"""

import re
from collections.abc import Callable, Iterator
from typing import BinaryIO

from onrecord.errors import InputError
from onrecord.exchange.bibliography.ris import item_of
from onrecord.exchange.entries import Entry, SourceEntry
from onrecord.exchange.texts import notes, read_text
from onrecord.ingest.decode import Damage
from onrecord.model.records import Json
from onrecord.text.clean import one_line
from onrecord.text.patterns import lazy

_Lines = list[tuple[str, str]]

_REFER = lazy(r"%(\S)(?:[ \t]+(.*))?")
_REFER_BEGINS = lazy(rb"\A(?:\xef\xbb\xbf|\xff\xfe)?\s*%[0A-Z] ")
_MEDLINE = lazy(r"([A-Z]{2,4}) {0,2}- (.*)")
_MEDLINE_BEGINS = lazy(rb"(?:\A|\n)(?:\xef\xbb\xbf|\xff\xfe)?PMID ?- ?\d")

_REFER_TYPES = {
    "journal article": "JOUR", "electronic article": "EJOUR", "magazine article": "MGZN", "newspaper article": "NEWS",
    "book": "BOOK", "electronic book": "EBOOK", "edited book": "EDBOOK", "book section": "CHAP",
    "electronic book section": "ECHAP", "conference paper": "CPAPER", "conference proceedings": "CONF", "report": "RPRT",
    "government document": "GOVDOC", "thesis": "THES", "web page": "ELEC", "blog": "BLOG", "manuscript": "MANSCPT",
    "personal communication": "PCOMM", "film or broadcast": "MPCT", "audiovisual material": "VIDEO", "hearing": "HEAR",
    "bill": "BILL", "case": "CASE", "statute": "STAT", "map": "MAP", "unpublished work": "UNPB", "pamphlet": "PAMP",
    "dictionary": "DICT", "encyclopedia": "ENCYC", "dataset": "DATA", "music": "MUSIC", "interview": "PCOMM",
}  # fmt: skip
_REFER_TAGS = {
    "A": "AU", "E": "A2", "?": "A4", "T": "TI", "B": "T2", "J": "T2", "S": "T3", "!": "ST", "D": "PY", "8": "DA",
    "[": "Y2", "V": "VL", "N": "IS", "7": "ET", "I": "PB", "C": "CY", "U": "UR", "R": "DO", "@": "SN", "X": "AB",
    "G": "LA", "L": "CN", "M": "AN", "F": "ID", "9": "M3", "~": "DB", "Z": "N1",
}  # fmt: skip
_MEDLINE_TYPES = {
    "newspaper article": "NEWS", "book": "BOOK", "book chapter": "CHAP", "video-audio media": "VIDEO", "dataset": "DATA",
    "technical report": "RPRT",
}  # fmt: skip
_MEDLINE_TAGS = {
    "FAU": "AU", "AU": "AU", "FED": "A2", "ED": "A2", "TI": "TI", "BTI": "T2", "JT": "T2", "TA": "T2", "CTI": "T3",
    "DP": "PY", "VI": "VL", "IP": "IS", "PB": "PB", "PL": "CY", "AB": "AB", "LA": "LA", "MH": "KW", "OT": "KW", "EN": "ET",
    "ISBN": "SN",
}  # fmt: skip
# Where a name stands in full, its short form says nothing more.
_IN_FULL = {"AU": "FAU", "ED": "FED", "TA": "JT"}
# How a catalogue keeps its records, which is nothing about the works.
_HOUSEKEEPING = frozenset(
    ("OWN", "STAT", "DCOM", "LR", "EDAT", "MHDA", "CRDT", "PHST", "PST", "SB", "DEP", "AUID", "IRAD", "SO", "PT", "IS", "JID", "AD", "PMID", "PMC")
)  # fmt: skip
_NUMBERS = {"PMID": "PMID", "PMC": "PMCID"}
_ABBREVIATED = lazy(r"\b(?:\w\.)+\w\.\Z")
_TYPED = lazy(r"(?m)^\ufeff?%0 ")
_PAGES = lazy(r"(\w*?)(\d+)\s?[-–]\s?(\d+)")
_SHORT_NAME = lazy(r"([^\W\d_][\w'’ -]*) ([^\W\d_]{1,3})")


def is_refer(head: bytes) -> bool:
    """Whether a text begins as one of EndNote's tagged files does."""
    return _REFER_BEGINS.match(head.replace(b"\x00", b"")) is not None


def is_medline(head: bytes) -> bool:
    """Whether a text has a record of MEDLINE near its beginning."""
    return _MEDLINE_BEGINS.search(head.replace(b"\x00", b"").replace(b"\r", b"\n")) is not None


def read_refer(stream: BinaryIO, name: str) -> Iterator[Entry]:
    """A work a record; an empty line or %0 begins the next. InputError: the file is too large, or holds no record."""
    return _read(stream, name, _REFER, "0", _refer_item, "an EndNote file: no line begins with % and a tag")


def read_medline(stream: BinaryIO, name: str) -> Iterator[Entry]:
    """A work a record; PMID begins the next. InputError: the file is too large, or holds no record."""
    return _read(
        stream, name, _MEDLINE, "PMID", _medline_item, "MEDLINE: no line begins with PMID or another tag"
    )


def _read(
    stream: BinaryIO, name: str, line: re.Pattern[str], first: str, made: Callable[[_Lines], Json], no: str
) -> Iterator[Entry]:
    read = read_text(stream, name)
    yield from notes(read, lambda text, place: _tag_at(text, place, line))
    any_record = False
    for number, lines in _records(read.text, line, first):
        any_record = True
        yield SourceEntry(where=f"line {number}", csl=made(lines))
    if not any_record:
        raise InputError(f"{one_line(name)} is not {no}.")


def _tag_at(text: str, place: Damage, pattern: re.Pattern[str]) -> str | None:
    """The tag of the line that a place stands in, or of the one that it goes on from."""
    for line in reversed(text[: place.offset].split("\n")):
        if match := pattern.match(line):
            return match[1]
    return None


def _records(text: str, pattern: re.Pattern[str], first: str) -> Iterator[tuple[int, _Lines]]:
    """(line it begins in, its tags and values). A line without a tag goes on from the one before."""
    lines: list[tuple[str, list[str]]] = []
    begun, parted = 0, False
    # Where no record names its type, an empty line ends one; else it may stand in a value.
    by_lines = pattern is _REFER and _TYPED.search(text) is None
    for number, line in enumerate(re.split("\r\n|\n|\r", text), 1):
        line = (line.lstrip("\ufeff") if number == 1 else line).rstrip()
        match = pattern.fullmatch(line)
        if match is None:
            if line and lines:
                lines[-1][1].append(line.strip())
            parted = parted or not line
            continue
        if lines and (match[1] == first or (parted and by_lines)):
            yield begun, [(tag, _value(tag, parts)) for tag, parts in lines]
            lines = []
        parted = False
        begun = begun if lines else number
        lines.append((match[1], [(match[2] or "").strip()]))
    if lines:
        yield begun, [(tag, _value(tag, parts)) for tag, parts in lines]


def _value(tag: str, parts: list[str]) -> str:
    """Keywords of EndNote stand a line each; all else is one text."""
    return ("\n" if tag == "K" else " ").join(filter(None, parts))


def _of_refer(lines: _Lines) -> _Lines:
    kind = next((value.casefold() for tag, value in lines if tag == "0"), "")
    told: _Lines = [("TY", _REFER_TYPES.get(kind) or _guessed({tag for tag, _ in lines}))]
    if kind and kind not in _REFER_TYPES and kind != "generic":
        told.append(("N1", f"%0: {kind}"))
    for tag, value in lines:
        if tag == "K":
            told += [("KW", word.strip()) for word in value.split("\n")]
        elif tag == "P":
            told += _pages(value)
        elif tag in _REFER_TAGS:
            told.append((_REFER_TAGS[tag], value))
        elif tag not in "0>":  # > is where a file of the library lies
            told.append(("N1", f"%{tag}: {value}"))
    return told


def _guessed(tags: set[str]) -> str:
    """The type of a record that names none: Refer has it from what else is there."""
    return "JOUR" if "J" in tags else "CHAP" if "B" in tags else "BOOK" if "I" in tags else "GEN"


def _of_medline(lines: _Lines) -> _Lines:
    kinds = [value.casefold() for tag, value in lines if tag == "PT"]
    tags = {tag for tag, _ in lines}
    usual = "CHAP" if {"BTI", "TI"} <= tags else "BOOK" if "BTI" in tags else "JOUR"
    told: _Lines = [("TY", next((_MEDLINE_TYPES[kind] for kind in kinds if kind in _MEDLINE_TYPES), usual))]
    for tag, value in lines:
        if tag in _IN_FULL and _IN_FULL[tag] in tags:
            continue
        if tag in ("LID", "AID"):
            if value.endswith(" [doi]") and not any(known == "DO" for known, _ in told):
                told.append(("DO", value.removesuffix(" [doi]").strip()))
        elif tag == "IS" and not any(known == "SN" for known, _ in told):
            told.append(("SN", value.partition(" ")[0]))
        elif tag == "PG":
            told += _pages(value)
        elif tag == "BTI" and "TI" not in tags:
            told.append(("TI", value))
        elif tag in ("AU", "ED"):
            told.append((_MEDLINE_TAGS[tag], _SHORT_NAME.sub(r"\1, \2", value)))
        elif tag == "CN":
            told.append(("AU", f"{value},"))  # a comma at the end: one piece
        elif tag == "DP":
            told.append(("PY", value))
        elif tag in _MEDLINE_TAGS:
            told.append((_MEDLINE_TAGS[tag], value))
        elif tag not in _HOUSEKEEPING:
            told.append(("N1", f"{tag}: {value}"))
    return told


def _pages(value: str) -> _Lines:
    """The first and last page; "123-8" is 123 to 128."""
    match = _PAGES.fullmatch(value.strip())
    if match is None:
        return [("SP", value)]
    before, first, last = match.groups()
    last = first[: max(0, len(first) - len(last))] + last
    return [("SP", before + first), ("EP", before + last)]


def _medline_item(lines: _Lines) -> Json:
    item = item_of(_filled(_of_medline(lines)))
    for tag, variable in _NUMBERS.items():
        if number := next((value for known, value in lines if known == tag and value), None):
            item[variable] = number
    title = item.get("title")
    if isinstance(title, str):
        # MEDLINE ends every title with a full stop, and has translated ones in brackets.
        bare = title[:-1] if title.endswith(".") and not _ABBREVIATED.search(title) else title
        item["title"] = bare[1:-1] if bare.startswith("[") and bare.endswith("]") else bare
    return item


def _refer_item(lines: _Lines) -> Json:
    return item_of(_filled(_of_refer(lines)))


def _filled(lines: _Lines) -> _Lines:
    return [(tag, value) for tag, value in lines if value]
