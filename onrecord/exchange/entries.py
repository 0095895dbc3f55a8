"""What a reader of a foreign format gives: entries, one after the other, in the order of the file.

An entry says what stands in the file and nothing more. Whether a name is a known speaker, a work a known source, a
quotation already recorded, is settled when it is taken in.
"""

from collections.abc import Callable, Iterator
from dataclasses import dataclass, field
from typing import BinaryIO

from onrecord.model.record import record
from onrecord.model.records import Json


@record(kw_only=True)
class NameEntry:
    """A name as the file has it. `kind` is one of `db.words.SPEAKER_KINDS`, None where the file does not say."""

    name: str
    family: str | None = None
    given: str | None = None
    kind: str | None = None
    wikidata_id: str | None = None
    aliases: tuple[str, ...] = ()
    unnamed: bool = False


@record(kw_only=True)
class SourceEntry:
    """A work. `csl` is its CSL-JSON item, whole; its `id` is the citekey that is asked for, "" for none.

    `where` says for the report where it stands in the file: "line 12", "item 3 (smith2020)". `remark` says what of it
    was not read. `aliases` are further citekeys that the file has for it.
    """

    where: str
    csl: Json
    archive_url: str | None = None
    remark: str | None = None
    aliases: tuple[str, ...] = ()


@record(kw_only=True)
class RelayEntry:
    """A hop between the speaker and the source, and the work that is cited for it."""

    name: NameEntry
    cue: str | None = None
    source: SourceEntry | None = None


@record(kw_only=True)
class QuoteEntry:
    """A wording that a work gives to somebody.

    `speaker` None: the words are the work's own, said by whoever made it. `source` None: the file does not say where
    it stands, and the reader's own file is the source. `locator_label` and `locator` come both or neither.
    `page_index` is the page counted from 0, where the file keeps it apart from the printed page label.
    `said` is EDTF; `status_reason` goes with a `status` other than "sourced".
    """

    where: str
    text: str
    speaker: NameEntry | None = None
    source: SourceEntry | None = None
    form: str = "direct"
    cue: str | None = None
    via: tuple[RelayEntry, ...] = ()
    prefix: str | None = None
    suffix: str | None = None
    locator_label: str | None = None
    locator: str | None = None
    page_index: int | None = None
    said: str | None = None
    place: str | None = None
    occasion: str | None = None
    medium: str | None = None
    language: str | None = None
    translator: NameEntry | None = None
    tags: tuple[str, ...] = ()
    note: str | None = None
    status: str = "sourced"
    status_reason: str | None = None


@record(kw_only=True)
class ReviewEntry:
    """Somebody's verdict on a claim. `published` is EDTF; the rating stands on the scale `worst` to `best`."""

    reviewer: NameEntry
    verdict: str
    rating: float | None = None
    best: float | None = None
    worst: float | None = None
    published: str | None = None
    source: SourceEntry | None = None


@record(kw_only=True)
class ClaimEntry:
    """A proposition with the statements that take a stance on it: (stance, quotation) pairs."""

    where: str
    text: str
    note: str | None = None
    stances: tuple[tuple[str, QuoteEntry], ...] = ()
    reviews: tuple[ReviewEntry, ...] = ()


@dataclass(frozen=True, kw_only=True)
class Refused:
    """What of the file cannot be taken, and why, in one sentence."""

    where: str
    reason: str
    kept: Json = field(default_factory=dict)


@record(kw_only=True)
class Noted:
    """What a person should know of how the file was read; `where` "" for the whole of it."""

    where: str
    reason: str


Entry = SourceEntry | QuoteEntry | ClaimEntry | Refused | Noted

# Reads a file from its first byte to its last; the name is for messages. InputError: it is not of this format at
# all. What is wrong with one record is `Refused`, and the next one is read.
Reader = Callable[[BinaryIO, str], Iterator[Entry]]
