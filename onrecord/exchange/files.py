"""The files of an import, opened whatever they are."""

import shutil
import tempfile
from collections.abc import Iterator
from contextlib import contextmanager
from pathlib import Path
from typing import BinaryIO

from onrecord.exchange.bulk.packed import is_packed, unpacked
from onrecord.text.unread import unread


@contextmanager
def opened(place: str, standard_input: BinaryIO) -> Iterator[BinaryIO]:
    """The file, unpacked, or standard input for `-`, so that its beginning can be looked at first. InputError otherwise."""
    if place == "-":
        with seekable(standard_input, "standard input") as stream:
            yield stream
        return
    try:
        with Path(place).open("rb") as file, seekable(file, place) as stream:
            yield stream
    except OSError as error:
        raise unread(place, error) from None


@contextmanager
def seekable(stream: BinaryIO, name: str) -> Iterator[BinaryIO]:
    """The stream, unpacked, and from its beginning: a pipe cannot be read twice, so it is kept in a file while it is needed."""
    if not stream.seekable():
        with _kept(stream) as copy, seekable(copy, name) as found:
            yield found
        return
    packed = is_packed(stream.read(4))
    stream.seek(0)
    if not packed:
        yield stream
        return
    try:
        with _kept(unpacked(stream, name)[0]) as copy:
            yield copy
    except EOFError as error:
        raise unread(name, error) from None


@contextmanager
def _kept(stream: BinaryIO) -> Iterator[BinaryIO]:
    with tempfile.TemporaryFile() as copy:
        shutil.copyfileobj(stream, copy)
        copy.seek(0)
        yield copy
