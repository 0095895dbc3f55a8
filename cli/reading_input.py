"""The texts a command line can name: a file, an address, or `-` for standard input."""

import sys
from collections.abc import Sequence

from onrecord.cli.output import remark
from onrecord.cli.progress import waiting
from onrecord.errors import InputError
from onrecord.ingest import Document, read_file, read_stdin, read_url
from onrecord.ingest.decode import only_utf8
from onrecord.records import Json
from onrecord.text.clean import one_line

# The longest wording that standard input may give, in bytes; a source has its own limit.
LONGEST_WORDING = 1_000_000


def is_address(given: str) -> bool:
    """Whether this is meant as a web address."""
    return given.lower().startswith(("http://", "https://"))


def document(given: str, *, allow_private: bool) -> Document:
    """The document that FILE, URL or - names; what a person should know of it is said. InputError: it cannot be read."""
    read = _read(given, allow_private)
    for note in read.notes:
        remark(f"{'standard input' if given == '-' else one_line(given)}: {note}.")
    return read


def reading_as_json(read: Document | None) -> Json:
    """What a person should know of a reading, for the JSON of the command that stores it."""
    return {
        "notes": list(read.notes) if read else [],
        "damaged": [place.as_json() for place in read.damaged] if read else [],
    }


def _read(given: str, allow_private: bool) -> Document:
    if given == "-":
        return read_stdin(sys.stdin.buffer)
    if is_address(given):
        with waiting(f"Fetching {given} …"):
            return read_url(given, allow_private=allow_private)
    with waiting(f"Reading {given} …"):
        return read_file(given)


def wording(given: str) -> str:
    """The text given, or what standard input holds where it is `-`."""
    if given != "-":
        return given
    data = sys.stdin.buffer.read(LONGEST_WORDING + 1)
    if len(data) > LONGEST_WORDING:
        raise InputError("Standard input holds more than a megabyte: that is a source, not a quotation.")
    return only_utf8(data, name="Standard input")


def named(keys: Sequence[str] | None) -> list[str]:
    """The keys given; for `-` the first field of every line of standard input, as a search in a pipe prints them."""
    found: list[str] = []
    for key in keys or ():
        found += (
            [line.split()[0] for line in wording(key).splitlines() if line.strip()] if key == "-" else [key]
        )
    return found
