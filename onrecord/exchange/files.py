"""The files of an import, opened whatever they are."""

import shutil
import tempfile
from collections.abc import Iterator
from contextlib import contextmanager
from pathlib import Path
from typing import BinaryIO

from onrecord.errors import InputError
from onrecord.exchange.bulk.opening import is_packed
from onrecord.exchange.bulk.opening import opened as packed
from onrecord.text.clean import one_line


@contextmanager
def opened(given: str, standard_input: BinaryIO) -> Iterator[BinaryIO]:
    """The file, unpacked, or standard input for `-`, so that its beginning can be looked at first. InputError otherwise."""
    if given == "-":
        # A pipe cannot be read twice: it is kept in a file while it is needed.
        with tempfile.TemporaryFile() as copy:
            shutil.copyfileobj(standard_input, copy)
            copy.seek(0)
            yield copy
        return
    try:
        with Path(given).open("rb") as stream:
            if stream.seekable() and is_packed(stream.peek(4)):
                with packed(given, standard_input) as (unpacked, _, _), tempfile.TemporaryFile() as copy:
                    shutil.copyfileobj(unpacked, copy)
                    copy.seek(0)
                    yield copy
                return
            if not stream.seekable():
                with tempfile.TemporaryFile() as copy:
                    shutil.copyfileobj(stream, copy)
                    copy.seek(0)
                    yield copy
                return
            yield stream
    except OSError as error:
        raise InputError(f"{one_line(given)} cannot be read: {error.strerror}.") from None
