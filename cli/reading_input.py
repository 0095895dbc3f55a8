"""The texts a command line can name: a file, an address, or `-` for standard input."""

from __future__ import annotations

from onrecord.cli.plain import remark
from onrecord.cli.streams import standard_input
from onrecord.errors import InputError
from onrecord.text.clean import one_line

TYPE_CHECKING = False
if TYPE_CHECKING:
    from collections.abc import Iterator, Sequence

    from onrecord.ingest.document import Document
    from onrecord.model.records import Json

# The longest wording that standard input may give, in bytes; a source has its own limit.
LONGEST_WORDING = 1_000_000
# What texts end in, and what stands near the beginning of records that end so too.
_TEXTS = (".txt", ".text", ".md", ".markdown")
_SIGNS = (b"TY  - ", b"%0 ", b"PMID- ", b"==========")
_SIGNS_WITHIN = 20_000


def is_address(text: str) -> bool:
    """Whether this is meant as a web address."""
    return text.lower().startswith(("http://", "https://"))


def document(text: str, *, allow_private: bool, stored: bool = True) -> Document:
    """The document that FILE, URL or - names; what a person should know of it is said.

    InputError: it cannot be read, or is a file of records, as reference managers write them, and is to be `stored`.
    """
    read = _read(text, allow_private)
    for note in read.notes:
        remark(f"{'standard input' if text == '-' else one_line(text)}: {note}.")
    if read.media_type == "text/plain" and read.origin is None and text != "-":
        _look_for_records(text, read.original, stored=stored)
    return read


def _look_for_records(file: str, data: bytes, *, stored: bool) -> None:
    # What else ends as a text does is one: whoever only reads it waits for no reader of records.
    if file.lower().endswith(_TEXTS) and not any(sign in data[:_SIGNS_WITHIN] for sign in _SIGNS):
        return
    from onrecord.cli.options import command_line
    from onrecord.exchange.formats import HEAD, to_read

    try:
        records = to_read(file, data[:HEAD])
    except InputError:
        return
    # As shown, so that no control character of a name reaches the terminal.
    name = one_line(file)
    found, taken = f"{name} looks like records ({records.title})", command_line("import", name)
    if stored:
        raise InputError(
            f"{found}: it was not stored as a text. To take in the records: {taken}. A text all the same? Give it on "
            f"standard input, with - for its name."
        )
    remark(f"{found}, and is read as a text. To take in the records: {taken}")


def reading_as_json(read: Document | None) -> Json:
    """What a person should know of a reading, for the JSON of the command that stores it."""
    return {
        "notes": list(read.notes) if read else [],
        "damaged": [place.as_json() for place in read.damaged] if read else [],
    }


def _read(text: str, allow_private: bool) -> Document:
    from onrecord.cli.progress import waiting
    from onrecord.ingest.read import read_file, read_stdin, read_url

    if text == "-":
        return read_stdin(standard_input())
    if is_address(text):
        with waiting(f"Fetching {text} …"):
            return read_url(text, allow_private=allow_private)
    with waiting(f"Reading {text} …"):
        return read_file(text)


def wording(text: str) -> str:
    """The text given, or what standard input holds where it is `-`."""
    if text != "-":
        return text
    data = standard_input().read(LONGEST_WORDING + 1)
    if len(data) > LONGEST_WORDING:
        raise InputError("Standard input holds more than a megabyte: that is a source, not a quotation.")
    from onrecord.ingest.decode import only_utf8

    return only_utf8(data, name="Standard input")


def named(keys: Sequence[str] | None) -> list[str]:
    """The keys given; for `-` the first field of every line of standard input, as a search in a pipe prints them."""
    return [field for key in keys or () for field in (_first_fields() if key == "-" else (key,))]


def _first_fields() -> Iterator[str]:
    from onrecord.ingest.decode import only_utf8

    for number, line in enumerate(standard_input(), 1):
        # A line of a search has the wording too: of a million of them only the keys are kept.
        if words := line.split(None, 1):
            yield only_utf8(words[0], name=f"Line {number} of standard input")
