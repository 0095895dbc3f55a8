"""Documents that are zip archives of XML: their parts, of which none unpacks to more than a limit."""

import io
import lzma
import struct
import zipfile
import zlib
from collections.abc import Iterator
from contextlib import contextmanager
from typing import BinaryIO

from onrecord.errors import InputError
from onrecord.text.clean import one_line

# The largest part, and the most that is read of one archive, in bytes.
LARGEST_PART = 50_000_000
# XML as writers make it packs ten to forty times smaller, and tables of nothing hardly more.
_MOST_PACKED, _SMALL = 100, 4_000_000
# What `zipfile` lets through of an archive that was cut or overwritten: places before the file's beginning, names in no
# encoding, methods that nobody knows.
_DAMAGE = (zipfile.BadZipFile, zlib.error, lzma.LZMAError, struct.error, NotImplementedError, EOFError, OSError, ValueError,
           KeyError, IndexError, OverflowError)  # fmt: skip


class Archive:
    """The parts of an archive by their paths."""

    def __init__(self, archive: zipfile.ZipFile, name: str) -> None:
        self._archive = archive
        self._name = name
        self._left = LARGEST_PART

    @property
    def paths(self) -> list[str]:
        return self._archive.namelist()

    def part(self, path: str) -> bytes | None:
        """A part whole; None where there is none. InputError: with those before it, it unpacks to more than the limit, or it says
        the same over and over."""
        try:
            info = self._archive.getinfo(path)
        except KeyError:
            return None
        # LZMA and bzip2 unpack a block whole, however little is asked for; these documents never use them.
        if info.compress_type not in (zipfile.ZIP_STORED, zipfile.ZIP_DEFLATED):
            raise InputError(
                f"{self._name} is packed in a way in which these documents never are; save it again."
            )
        most = min(self._left, max(_SMALL, _MOST_PACKED * info.compress_size))
        with self._archive.open(info) as part:
            # What a header says of sizes is not believed.
            content = part.read(most + 1)
        if len(content) > self._left:
            raise InputError(
                f"{self._name} unpacks to more than {LARGEST_PART // 1_000_000} MB; it is not read."
            )
        if len(content) > most:
            raise InputError(
                f"{self._name} unpacks to more than {_MOST_PACKED} times its size; it is not read."
            )
        self._left -= len(content)
        return content


@contextmanager
def unzipped(data: bytes | BinaryIO, name: str, kind: str) -> Iterator[Archive]:
    """The archive while it is read; `kind` is what messages call it ("a Word document").

    InputError: it is damaged or protected, whenever that shows.
    """
    try:
        with zipfile.ZipFile(io.BytesIO(data) if isinstance(data, bytes) else data) as archive:
            yield Archive(archive, name)
    except _DAMAGE:
        raise InputError(
            f"{one_line(name)} is {kind} that is damaged; open it where it was made, and save it again."
        ) from None
    except RuntimeError:
        raise InputError(
            f"{one_line(name)} is protected with a password; save a copy without one and add that."
        ) from None
