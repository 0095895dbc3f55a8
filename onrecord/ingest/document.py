"""What comes out of reading a source: its text, where the text came from, and what it says about itself."""

from __future__ import annotations

from onrecord.model.record import record

TYPE_CHECKING = False
if TYPE_CHECKING:
    from onrecord.ingest.decode import Damage


@record()
class Author:
    """An author as the source names them.

    `family` and `given` are filled only where the source separates them; `organisation` is true only where it
    says that the author is one.
    """

    name: str
    family: str | None = None
    given: str | None = None
    organisation: bool = False


@record()
class Metadata:
    """What a source states about itself; None or empty where it states nothing. Nothing here is guessed.

    `issued` is an EDTF date (2023, 2023-08, 2023-08-08, 1850~), `language` a primary BCP 47 subtag,
    `type` a CSL item type, `url` the address the source gives as its own, else the one it was read from. `isbn` has digits (and X) alone. `notes` say in
    words what of it is in doubt.
    """

    title: str | None = None
    authors: tuple[Author, ...] = ()
    container_title: str | None = None
    publisher: str | None = None
    issued: str | None = None
    url: str | None = None
    language: str | None = None
    type: str | None = None
    isbn: str | None = None
    notes: tuple[str, ...] = ()


@record()
class Place:
    """A locator that holds from `start` (a code point of the text) up to the next one's start.

    `label` is a CSL locator label ("page", "timestamp", "paragraph"), `value` what follows it ("12", "00:12:05").
    """

    start: int
    label: str
    value: str


@record()
class Turn:
    """A stretch of the text that the format itself gives to a speaker, as transcripts and subtitles do.

    Offsets are code points, end exclusive, without the name; `speaker` is their fullest name in the source, `printed` the
    one at this place where that is another, or says more (an office, a party). `unnamed`: it is nobody's name. `unsure`: it may
    be narration.
    """

    start: int
    end: int
    speaker: str
    printed: str | None = None
    unnamed: bool = False
    unsure: bool = False


@record()
class Reading:
    """What the reader of one format gives: text, what made it, and what the format says of the text."""

    text: str
    extractor: str
    metadata: Metadata = Metadata()
    places: tuple[Place, ...] = ()
    turns: tuple[Turn, ...] = ()
    notes: tuple[str, ...] = ()
    damaged: tuple[Damage, ...] = ()
    captured: str | None = None
    blocks: tuple[Turn, ...] = ()


@record()
class Origin:
    """Where a document was fetched from, and what the server calls this state of it (RFC 9110: ETag, Last-Modified)."""

    url: str
    status: int
    etag: str | None = None
    last_modified: str | None = None


@record()
class Document:
    """A source that was read.

    `text` has \\n line ends, no byte-order mark and no NUL, holds more than white space, and is otherwise as the
    source has it (no Unicode normalisation). `extractor` names what made it, with its version; `original` is
    the bytes it was made from. `places` are in ascending order, and empty where paragraphs are the only locators;
    `turns` likewise, and do not overlap; `blocks` are its block quotations, each with who signs it ("" where nobody does). `notes` say in words what a person should know of the reading; `damaged` are
    the places of the source that could not be read, counted in the source and not in the text that was made of it.
    `origin` is where it was fetched from, None for a file. `captured` is when a page was saved, in UTC, where the file tells.
    """

    text: str
    media_type: str
    extractor: str
    original: bytes
    metadata: Metadata = Metadata()
    places: tuple[Place, ...] = ()
    turns: tuple[Turn, ...] = ()
    notes: tuple[str, ...] = ()
    damaged: tuple[Damage, ...] = ()
    origin: Origin | None = None
    captured: str | None = None
    blocks: tuple[Turn, ...] = ()
