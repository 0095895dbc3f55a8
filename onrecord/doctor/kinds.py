"""The kinds of fault that are looked for, and what is said of each.

`mends`: how `repair` mends it, empty where it cannot. `doubt`: it may be meant so, and a person should look.
"""

from __future__ import annotations

from onrecord.model.record import record

TYPE_CHECKING = False
if TYPE_CHECKING:
    from collections.abc import Mapping


@record()
class Kind:
    """One kind of fault."""

    name: str
    told: str
    mends: str = ""
    doubt: bool = False


_EVERY = (
    # the file
    Kind("unreadable", "The file cannot be read as a database of onrecord's."),
    Kind("application", "The file has lost the mark that says whose it is.", "mark the file as onrecord's"),
    Kind("damaged", "Pages of the file are damaged."),
    Kind("index-entries", "An index of the tables has not the entries that the rows have.", "make the indexes of the tables again"),
    Kind("rule", "Rows break a rule of their table."),
    Kind("value", "A column holds what is of no kind that it may hold."),
    Kind("orphan", "Rows point at rows that are gone."),
    Kind("duplicate", "Two rows have a name that only one may have."),
    Kind("ids", "Numbers of rows would be given out again.", "count the numbers of rows from where they are"),
    Kind("version", "The file says of itself that it has two schemas.", "say one schema of the file"),
    Kind("table", "A table of onrecord's is gone or another.", "make tables, views, indexes and triggers again as onrecord makes them"),
    Kind("view", "A view of onrecord's is gone or another.", "make tables, views, indexes and triggers again as onrecord makes them"),
    Kind("index", "An index of onrecord's is gone or another.", "make tables, views, indexes and triggers again as onrecord makes them"),
    Kind("trigger-gone", "Triggers that record and guard are gone.", "make tables, views, indexes and triggers again as onrecord makes them"),
    Kind("trigger-changed", "Triggers that record and guard are others.", "make tables, views, indexes and triggers again as onrecord makes them"),
    Kind("trigger-foreign", "A trigger of another program hangs on a table of onrecord's: it may change what is recorded.", doubt=True),
    Kind("fulltext", "The full text has other words than the rows.", "index the full text again"),
    Kind("folded", "What the search has of a text is not what follows from it.", "fold the searched texts again"),
    Kind("search-index", "The index beside the file is half-built, or of something else."),
    Kind("leftover", "An unfinished file lies beside the database: something was killed."),
    Kind("permissions", "Everybody on this computer may write to the file or its folder.", doubt=True),
    # what follows from something else
    Kind("said-days", "The days of a date are not those that it spans.", "count the days of dates again"),
    Kind("issued-days", "The days of a source's date are not those that it spans.", "count the days of dates again"),
    Kind("date", "A date is not written as dates are (EDTF)."),
    Kind("text-key", "The key by which equal wordings are found is not that of the wording.", "make the keys of wordings again"),
    Kind("name-key", "The key by which spellings are found is not that of the name.", "make the keys of names again"),
    Kind("url-key", "The key by which an address is found is not that of the address.", "make the keys of addresses again"),
    # names and keys
    Kind("citekey", "What should be a citekey can be none: a bibliography would break."),
    Kind("citekey-alias", "A further citekey can be none, or is that of another source."),
    Kind("citekey-case", "Citekeys differ in capitals alone: BibTeX takes them for one.", doubt=True),
    Kind("slug", "The slug of a speaker is not written as slugs are."),
    Kind("key", "The key of a statement or claim is not written as keys are."),
    Kind("preferred-name", "A speaker is not known under the name that it has.", "know speakers under their names"),
    Kind("preferred-twice", "A speaker has several preferred names."),
    Kind("look-alike", "Names of two speakers look the same and are written with other letters.", doubt=True),
    Kind("odd-name", "A name mixes scripts, or holds what shows nothing.", doubt=True),
    Kind("control", "A name, title or key holds control characters."),
    Kind("address", "A web address is none."),
    Kind("wikidata", "The number of an item of Wikidata is none."),
    Kind("merge-chain", "A speaker is merged into one who is merged."),
    Kind("tag-case", "Tags differ in capitals alone.", doubt=True),
    # texts and places
    Kind("snapshot-hash", "A stored text is not the one that was hashed: somebody changed it."),
    Kind("original", "The file that a stored text was read from cannot be unpacked."),
    Kind("locators", "Pages, times or chapters of a stored text lie outside it or out of order."),
    Kind("span", "A place lies outside the stored text."),
    Kind("span-order", "The places of a quotation overlap, or are not numbered from 1."),
    Kind("span-alone", "A quotation has places, and no stored text that they lie in."),
    Kind("context", "What stands before or after a quotation is not what stands there in the stored text."),
    Kind("outcome", "What is said of a check does not follow from the text.", "check wordings again whose outcome does not follow from the text"),
    Kind("capture", "A stored text was captured at no time that is told.", doubt=True),
    Kind("proposal", "A proposal lies outside its stored text."),
    Kind("proposal-of-another", "An accepted proposal points at a quotation from another source."),
    Kind("statement-alone", "A statement is attributed to nobody."),
    Kind("hops", "Those who passed something on are not numbered from 1."),
    Kind("quoted-ring", "Quotations are said to be taken from each other in a ring."),
    # history
    Kind("future", "A time lies in the future.", doubt=True),
    Kind("time", "A time is not written as times are."),
    Kind("open-operation", "An operation was never closed.", "close operations that nobody is at"),
    Kind("empty-operation", "Operations have no changes: somebody took them out of the history.", doubt=True),
    Kind("undo-order", "An operation takes back one that came after it."),
    Kind("change", "A change of the history cannot be read."),
    Kind("another-program", "Another program changed recorded wordings, places or stored texts.", doubt=True),
    Kind("unrecorded-change", "Rows are other than the history left them: they were changed while nothing watched."),
    Kind("unrecorded-row", "Rows are there that nothing recorded.", "take them into the history"),
    Kind("seal", "The chain of seals is broken: somebody took entries out of the history, or put others in."),
    Kind("sealed", "What was recorded is not there as it was when it was sealed: it was rewritten."),
    Kind("unrecorded-removal", "Rows are gone, and the history does not say who removed them."),
)  # fmt: skip
KINDS: Mapping[str, Kind] = {one.name: one for one in _EVERY}


@record()
class Fault:
    """A fault that is there: its kind, how many there are, and some of them by name."""

    kind: Kind
    number: int
    examples: tuple[str, ...]

    def sentence(self) -> str:
        """What is wrong, and where."""
        more = f" and {self.number - len(self.examples):,} more" if self.number > len(self.examples) else ""
        where = f" ({', '.join(self.examples)}{more})" if self.examples else ""
        return f"{self.kind.told.removesuffix('.')}{where}."

    def as_json(self) -> dict[str, object]:
        return {
            "kind": self.kind.name,
            "number": self.number,
            "examples": list(self.examples),
            "told": self.kind.told,
            "repairable": bool(self.kind.mends),
            "doubt": self.kind.doubt,
        }
