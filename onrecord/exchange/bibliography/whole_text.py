"""Bibliographies that are read at once, in the encodings that reference managers have written."""

from typing import BinaryIO

from onrecord.errors import InputError
from onrecord.text.clean import one_line

LARGEST = 256 << 20


def read_text(stream: BinaryIO, name: str) -> str:
    """The text of a file: UTF-8, UTF-16 with its mark, else Windows-1252. InputError: it is larger than `LARGEST`."""
    data = stream.read(LARGEST + 1)
    if len(data) > LARGEST:
        raise InputError(f"{one_line(name)} is larger than {LARGEST >> 20} MiB. Split it.")
    for mark, encoding in ((b"\xff\xfe", "utf-16"), (b"\xfe\xff", "utf-16"), (b"\xef\xbb\xbf", "utf-8-sig")):
        if data.startswith(mark):
            return data.decode(encoding, "replace")
    try:
        return data.decode()
    except UnicodeDecodeError:
        # What reference managers of the nineties wrote, and some still do.
        return data.decode("cp1252", "replace")
