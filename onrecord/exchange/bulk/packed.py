"""Files as they are published: plain, or packed by gzip, bzip2 or Zstandard, told by their first bytes."""

import bz2
import errno
import gzip
import io
from collections.abc import Iterator
from contextlib import contextmanager
from pathlib import Path
from typing import Any, BinaryIO, cast

from onrecord.errors import InputError, UsageError
from onrecord.text.clean import one_line

# RFC 1952; the bzip2 manual; RFC 8878.
GZIP, BZIP2, ZSTANDARD = b"\x1f\x8b", b"BZh", b"\x28\xb5\x2f\xfd"

# What goes wrong with what is written while a file is read, and never with the file.
_OF_WRITING = (errno.ENOSPC, errno.EDQUOT, errno.EFBIG, errno.EPIPE)


class Counted(io.RawIOBase):
    """A stream that knows how many bytes were read from it: how far a packed file has come."""

    def __init__(self, stream: BinaryIO, begun: bytes = b"") -> None:
        self._stream, self._begun = stream, begun
        self.count = 0

    def readable(self) -> bool:
        return True

    def readinto(self, buffer: bytearray | memoryview) -> int:  # type: ignore[override]
        piece = self._begun[: len(buffer)]
        self._begun = self._begun[len(piece) :]
        if not piece:
            piece = self._stream.read(len(buffer))
        buffer[: len(piece)] = piece
        self.count += len(piece)
        return len(piece)


@contextmanager
def opened(given: str, standard_input: BinaryIO) -> Iterator[tuple[BinaryIO, Counted, int | None]]:
    """What the file holds, unpacked, with how much of the file was read, and its size (None: not known).

    InputError: it cannot be read. UsageError: it takes a package that is not installed.
    """
    if given == "-":
        yield *unpacked(standard_input, "standard input"), None
        return
    try:
        with Path(given).open("rb") as stream:
            size = Path(given).stat().st_size or None
            yield *unpacked(stream, given), size
    except (OSError, EOFError) as error:
        if isinstance(error, OSError) and error.errno in _OF_WRITING:
            raise  # it is not this file that has no room
        reason = getattr(error, "strerror", None) or str(error)
        raise InputError(f"{one_line(given)} cannot be read: {reason}.") from None


def is_packed(head: bytes) -> bool:
    """Whether a file begins as one of the packed kinds does."""
    return head.startswith((GZIP, BZIP2, ZSTANDARD))


def unpacked(stream: BinaryIO, name: str) -> tuple[BinaryIO, Counted]:
    """The stream as it was before it was packed, if it was, and how much of it is read. UsageError as `opened`."""
    head = stream.read(4)
    counted = Counted(stream, head)
    raw = io.BufferedReader(counted, 1 << 20)
    if head.startswith(GZIP):
        return cast(BinaryIO, gzip.GzipFile(fileobj=raw)), counted
    if head.startswith(BZIP2):
        return cast(BinaryIO, bz2.BZ2File(raw)), counted
    if head.startswith(ZSTANDARD):
        return _zstandard(raw, name), counted
    return raw, counted


def _zstandard(raw: BinaryIO, name: str) -> BinaryIO:
    try:
        import zstandard
    except ImportError:
        raise UsageError(
            f'{one_line(name)} is packed by Zstandard. Run: pip install "onrecord[scale]", or unpack it first.'
        ) from None
    return cast(BinaryIO, io.BufferedReader(_Frames(raw, zstandard.ZstdDecompressor()), 1 << 20))


class _Frames(io.RawIOBase):
    """The frames of a Zstandard file one after the other; one that ends too early is an error, not an end."""

    def __init__(self, raw: BinaryIO, unpacker: Any) -> None:
        self._raw, self._unpacker = raw, unpacker
        self._frame: Any = None
        self._packed = self._plain = b""

    def readable(self) -> bool:
        return True

    def readinto(self, buffer: bytearray | memoryview) -> int:  # type: ignore[override]
        while not self._plain:
            self._packed = self._packed or self._raw.read(1 << 17)
            if not self._packed:
                if self._frame is not None:
                    raise EOFError("it ends in the middle of a frame")
                return 0
            self._frame = self._frame or self._unpacker.decompressobj()
            self._plain = self._frame.decompress(self._packed)
            self._packed = self._frame.unused_data if self._frame.eof else b""
            if self._frame.eof:
                self._frame = None
        piece = self._plain[: len(buffer)]
        self._plain = self._plain[len(piece) :]
        buffer[: len(piece)] = piece
        return len(piece)
