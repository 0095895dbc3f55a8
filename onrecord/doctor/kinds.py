"""The kinds of fault that are looked for: what is said of each, and what to do about it.

`mends`: how `repair` mends it, empty where it cannot. `doubt`: it may be meant so, and a person should look.
"""

from __future__ import annotations

from onrecord.model.record import record

TYPE_CHECKING = False
if TYPE_CHECKING:
    from collections.abc import Mapping

_BACKUP = "Go back to a backup: onrecord restore"
_TELLS = "See who did it with onrecord history, and take it back with onrecord undo."


@record()
class Kind:
    """One kind of fault."""

    name: str
    told: str
    advice: str
    mends: str = ""
    doubt: bool = False


_EVERY = (
    # the file
    Kind("unreadable", "The file cannot be read as a database of onrecord's.", _BACKUP),
    Kind("application", "The file has lost the mark that says whose it is.", "Mend it with --repair.", "mark the file as onrecord's"),
    Kind("damaged", "Pages of the file are damaged.", f"{_BACKUP}, or try sqlite3's .recover."),
    Kind("index-entries", "An index of the tables has not the entries that the rows have.", "Mend it with --repair.", "make the indexes of the tables again"),
    Kind("rule", "Rows break a rule of their table.", "Correct them with the program that wrote them, or go back to a backup."),
    Kind("value", "A column holds what is of no kind that it may hold.", "Correct it with the program that wrote it, or go back to a backup."),
    Kind("orphan", "Rows point at rows that are gone.", f"{_TELLS} Else go back to a backup."),
    Kind("duplicate", "Two rows have a name that only one may have.", "Give one of them another with the program that wrote it, then: onrecord migrate --repair"),
    Kind("ids", "Numbers of rows would be given out again.", "Mend it with --repair.", "count the numbers of rows from where they are"),
    Kind("version", "The file says of itself that it has two schemas.", "Mend it with --repair.", "say one schema of the file"),
    Kind("table", "A table of onrecord's is gone or another.", "Mend it with --repair.", "make tables, views, indexes and triggers again as onrecord makes them"),
    Kind("view", "A view of onrecord's is gone or another.", "Mend it with --repair.", "make tables, views, indexes and triggers again as onrecord makes them"),
    Kind("index", "An index of onrecord's is gone or another.", "Mend it with --repair.", "make tables, views, indexes and triggers again as onrecord makes them"),
    Kind("trigger-gone", "Triggers that record and guard are gone.", "Mend it with --repair.", "make tables, views, indexes and triggers again as onrecord makes them"),
    Kind("trigger-changed", "Triggers that record and guard are others.", "Mend it with --repair.", "make tables, views, indexes and triggers again as onrecord makes them"),
    Kind("trigger-foreign", "A trigger of another program hangs on a table of onrecord's: it may change what is recorded.", "Look at it with sqlite3; if nobody wants it, drop it there.", doubt=True),
    Kind("fulltext", "The full text has other words than the rows.", "Mend it with --repair.", "index the full text again"),
    Kind("folded", "What the search has of a text is not what follows from it.", "Mend it with --repair.", "fold the searched texts again"),
    Kind("search-index", "The index beside the file is half-built, or of something else.", "Run: onrecord index"),
    Kind("leftover", "An unfinished file lies beside the database: something was killed.", "The next backup, migration or restoring clears it up; or remove it."),
    Kind("permissions", "Everybody on this computer may write to the file or its folder.", "Take that right away with chmod o-w.", doubt=True),
    # what follows from something else
    Kind("said-days", "The days of a date are not those that it spans.", "Mend it with --repair.", "count the days of dates again"),
    Kind("issued-days", "The days of a source's date are not those that it spans.", "Mend it with --repair.", "count the days of dates again"),
    Kind("date", "A date is not written as dates are (EDTF).", "Correct it with: onrecord edit"),
    Kind("text-key", "The key by which equal wordings are found is not that of the wording.", "Mend it with --repair.", "make the keys of wordings again"),
    Kind("name-key", "The key by which spellings are found is not that of the name.", "Mend it with --repair.", "make the keys of names again"),
    Kind("url-key", "The key by which an address is found is not that of the address.", "Mend it with --repair.", "make the keys of addresses again"),
    # names and keys
    Kind("citekey", "What should be a citekey can be none: a bibliography would break.", "Give it another with: onrecord edit CITEKEY --citekey NEW"),
    Kind("citekey-alias", "A further citekey can be none, or is that of another source.", "Take it away with the program that wrote it."),
    Kind("citekey-case", "Citekeys differ in capitals alone: BibTeX takes them for one.", "Give one another with: onrecord edit CITEKEY --citekey NEW", doubt=True),
    Kind("slug", "The slug of a speaker is not written as slugs are.", "Correct it with the program that wrote it."),
    Kind("key", "The key of a statement or claim is not written as keys are.", "Correct it with the program that wrote it."),
    Kind("preferred-name", "A speaker is not known under the name that it has.", "Mend it with --repair.", "know speakers under their names"),
    Kind("preferred-twice", "A speaker has several preferred names.", "Correct that with the program that wrote it."),
    Kind("look-alike", "Names of two speakers look the same and are written with other letters.", "Look at both; if they are one: onrecord merge", doubt=True),
    Kind("odd-name", "A name mixes scripts, or holds what shows nothing.", "Look at it: onrecord show SPEAKER", doubt=True),
    Kind("control", "A name, title or key holds control characters.", "Correct it with: onrecord edit"),
    Kind("address", "A web address is none.", "Correct it with: onrecord edit CITEKEY --url URL"),
    Kind("wikidata", "The number of an item of Wikidata is none.", "Correct it with: onrecord edit SPEAKER --wikidata"),
    Kind("merge-chain", "A speaker is merged into one who is merged.", _TELLS),
    Kind("tag-case", "Tags differ in capitals alone.", "Rename one with: onrecord edit tag", doubt=True),
    # texts and places
    Kind("snapshot-hash", "A stored text is not the one that was hashed: somebody changed it.", f"{_BACKUP}. Or store the source again: onrecord add snapshot"),
    Kind("original", "The file that a stored text was read from cannot be unpacked.", _BACKUP),
    Kind("locators", "Pages, times or chapters of a stored text lie outside it or out of order.", _BACKUP),
    Kind("span", "A place lies outside the stored text.", "Record it again, or see who changed it with: onrecord history"),
    Kind("span-order", "The places of a quotation overlap, or are not numbered from 1.", "See who changed them with: onrecord history"),
    Kind("span-alone", "A quotation has places, and no stored text that they lie in.", "See who changed it with: onrecord history"),
    Kind("context", "What stands before or after a quotation is not what stands there in the stored text.", "See who changed it with: onrecord history"),
    Kind("outcome", "What is said of a check does not follow from the text.", "Mend it with --repair, or: onrecord verify --all", "check wordings again whose outcome does not follow from the text"),
    Kind("capture", "A stored text was captured at no time that is told.", "Store the source again: onrecord add snapshot", doubt=True),
    Kind("proposal", "A proposal lies outside its stored text.", "Reject it with: onrecord review"),
    Kind("proposal-of-another", "An accepted proposal points at a quotation from another source.", "See who changed it with: onrecord history"),
    Kind("statement-alone", "A statement is attributed to nobody.", "Remove it with: onrecord rm KEY"),
    Kind("hops", "Those who passed something on are not numbered from 1.", "See who changed them with: onrecord history"),
    Kind("quoted-ring", "Quotations are said to be taken from each other in a ring.", "Change one with: onrecord edit KEY@CITEKEY --quoted-from ''"),
    # history
    Kind("future", "A time lies in the future.", "Look whether the clock was wrong; what is recorded meanwhile sorts before it.", doubt=True),
    Kind("time", "A time is not written as times are.", "Correct it with the program that wrote it."),
    Kind("open-operation", "An operation was never closed.", "Mend it with --repair.", "close operations that nobody is at"),
    Kind("empty-operation", "Operations have no changes: somebody took them out of the history.", _BACKUP, doubt=True),
    Kind("undo-order", "An operation takes back one that came after it.", _BACKUP),
    Kind("change", "A change of the history cannot be read.", _BACKUP),
    Kind("another-program", "Another program changed recorded wordings, places or stored texts.", f"{_TELLS} Check them with: onrecord verify --all", doubt=True),
    Kind("unrecorded-change", "Rows are other than the history left them: they were changed while nothing watched.", f"{_BACKUP}; or correct them, which is recorded."),
    Kind("unrecorded-row", "Rows are there that nothing recorded.", "The next command that records takes them into the history.", "take them into the history"),
    Kind("unrecorded-removal", "Rows are gone, and the history does not say who removed them.", _BACKUP),
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
            "advice": self.kind.advice,
            "repairable": bool(self.kind.mends),
            "doubt": self.kind.doubt,
        }
