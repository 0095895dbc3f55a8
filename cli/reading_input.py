"""The texts a command line can name: a file, an address, or `-` for standard input."""

import sys
from collections.abc import Sequence

from onrecord.cli.output import remark
from onrecord.cli.progress import waiting
from onrecord.errors import InputError
from onrecord.ingest import Document, read_file, read_stdin, read_url
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
    try:
        return data.decode()
    except UnicodeDecodeError as error:
        raise InputError(f"Standard input is not UTF-8: byte {error.start} cannot be read.") from None


def named(keys: Sequence[str] | None) -> list[str]:
    """The keys given; for `-` the first field of every line of standard input, as a search in a pipe prints them."""
    found: list[str] = []
    for key in keys or ():
        found += (
            [line.split()[0] for line in wording(key).splitlines() if line.strip()] if key == "-" else [key]
        )
    return found
