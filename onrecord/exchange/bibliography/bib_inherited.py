"""What an entry takes over from another by `crossref` and `xdata`.

Source: biblatex manual, section 2.4.1 and appendix B (the default rules of inheritance); BibTeX takes over a missing field
as it is.
"""

from collections.abc import Mapping

from onrecord.errors import InputError
from onrecord.exchange.bibliography.bib_entries import LONGEST_JOINED, RawEntry, entries
from onrecord.text.patterns import lazy

_NEEDED = lazy(r"(?i)\b(?:crossref|xdata)\s*=")
_PARTS_OF_BOOKS = frozenset(
    "inbook bookinbook suppbook incollection suppcollection inreference inproceedings conference".split()
)
# What is the parent's own and nobody else's.
_OWN = frozenset(
    "ids crossref xref xdata entryset entrysubtype execute label options presort related relatedoptions relatedstring "
    "relatedtype shortauthor shorteditor shorthand shorttitle sortkey sortname sorttitle keywords file abstract "
    "annotation annote timestamp owner groups indextitle".split()
)
_BECOMES_OF_A_BOOK = {"title": "booktitle", "subtitle": "booksubtitle", "titleaddon": "booktitleaddon"}
_BECOMES_OF_A_PERIODICAL = {"title": "journaltitle", "subtitle": "journalsubtitle"}

_MOST_PARENTS = 20
# All that entries inherit is no longer than this many times the file, and a megabyte.
_MOST_INHERITED = 10


class Library:
    """The entries of a file that others may inherit from; none are kept where nothing asks for them."""

    def __init__(self, text: str) -> None:
        self._entries: dict[str, RawEntry] = {}
        self._left = _MOST_INHERITED * len(text) + LONGEST_JOINED
        if _NEEDED.search(text):
            for entry in entries(text):
                if isinstance(entry, RawEntry) and entry.key:
                    self._entries.setdefault(entry.key.lower(), entry)

    def fields(self, entry: RawEntry) -> Mapping[str, str]:
        """The fields of an entry with those that it inherits; who inherits from itself gets nothing.

        InputError: entries inherit far more than the file holds.
        """
        if not self._entries or not {"crossref", "xdata"} & entry.fields.keys():
            return entry.fields
        fields = dict(entry.fields)
        # Up through the parents, the nearest first, however long a chain somebody writes.
        chain, seen = [entry], {entry.key.lower()}
        while chain and len(seen) <= _MOST_PARENTS:
            child = chain.pop(0)
            for field in ("xdata", "crossref"):
                for key in child.fields.get(field, "").split(","):
                    parent = self._entries.get(key.strip().lower())
                    if parent is None or parent.key.lower() in seen:
                        continue
                    seen.add(parent.key.lower())
                    chain.append(parent)
                    for name, value in parent.fields.items():
                        taken = name if field == "xdata" else _as_taken(entry.kind, parent.kind, name)
                        if taken and taken not in fields:
                            fields[taken] = value
                            self._left -= len(value)
        if self._left < 0:
            raise InputError(f"What its entries inherit is longer than {_MOST_INHERITED} times the file.")
        return fields


def _as_taken(kind: str, parent: str, name: str) -> str | None:
    """The field of a part that a field of the whole becomes; None where it is the parent's own."""
    if name in _OWN:
        return None
    if kind in _PARTS_OF_BOOKS:
        if name == "author" and kind != "inbook":
            return "bookauthor"
        return _BECOMES_OF_A_BOOK.get(name, name)
    if parent == "periodical":
        return _BECOMES_OF_A_PERIODICAL.get(name, name)
    return name
