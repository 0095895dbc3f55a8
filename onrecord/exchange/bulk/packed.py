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
from onrecord.text.unread import unread

# RFC 1952; the bzip2 manual; RFC 8878.
GZIP, BZIP2, ZSTANDARD = b"\x1f\x8b", b"BZh", b"\x28\xb5\x2f\xfd"

# Texts pack three to thirty times smaller. Up to the second number of bytes nobody minds.
_MOST_PACKED, _SMALL = 200, 50_000_000
# How much is taken of a packed file at a time: one kind unpacks to thirty thousand times as much.
_PIECE = 1 << 11
# What a Zstandard file may ask to be kept of what was unpacked: what its own program allows without being told.
_WINDOW = 1 << 27

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
        raise unread(given, error) from None


class _Believable(io.RawIOBase):
    """What was packed, as long as it is no more than packed texts are. InputError from then on."""

    def __init__(self, stream: BinaryIO, packed: Counted, name: str) -> None:
        self._stream, self._packed, self._name = stream, packed, name
        self._count = 0

    def readable(self) -> bool:
        return True

    def readinto(self, buffer: bytearray | memoryview) -> int:  # type: ignore[override]
        piece = self._stream.read(len(buffer))
        buffer[: len(piece)] = piece
        self._count += len(piece)
        if self._count > max(_SMALL, _MOST_PACKED * self._packed.count):
            raise InputError(
                f"{one_line(self._name)} unpacks to more than {_MOST_PACKED} times its size; it is not read."
            )
        return len(piece)


def is_packed(head: bytes) -> bool:
    """Whether a file begins as one of the packed kinds does."""
    return head.startswith((GZIP, BZIP2, ZSTANDARD))


def unpacked(stream: BinaryIO, name: str) -> tuple[BinaryIO, Counted]:
    """The stream as it was before it was packed, if it was, and how much of it is read.

    UsageError as `opened`; reading raises InputError where it unpacks to far more than texts do.
    """
    head = stream.read(4)
    counted = Counted(stream, head)
    if not is_packed(head):
        return io.BufferedReader(counted, 1 << 20), counted
    raw = io.BufferedReader(counted, 1 << 16)
    if head.startswith(GZIP):
        plain = cast(BinaryIO, gzip.GzipFile(fileobj=raw))
    elif head.startswith(BZIP2):
        plain = cast(BinaryIO, bz2.BZ2File(raw))
    else:
        plain = _zstandard(raw, name)
    return io.BufferedReader(_Believable(plain, counted, name), 1 << 20), counted


def _zstandard(raw: BinaryIO, name: str) -> BinaryIO:
    try:
        import zstandard
    except ImportError:
        raise UsageError(
            f'{one_line(name)} is packed by Zstandard. Run: pip install "onrecord[scale]", or unpack it first.'
        ) from None
    return cast(
        BinaryIO, _Frames(raw, zstandard.ZstdDecompressor(max_window_size=_WINDOW), zstandard.ZstdError)
    )


class _Frames(io.RawIOBase):
    """The frames of a Zstandard file one after the other; one that ends too early is an error, not an end."""

    def __init__(self, raw: BinaryIO, unpacker: Any, damage: type[Exception]) -> None:
        self._raw, self._unpacker, self._damage = raw, unpacker, damage
        self._frame: Any = None
        self._packed = self._plain = b""

    def readable(self) -> bool:
        return True

    def readinto(self, buffer: bytearray | memoryview) -> int:  # type: ignore[override]
        while not self._plain:
            self._packed = self._packed or self._raw.read(_PIECE)
            if not self._packed:
                if self._frame is not None:
                    raise EOFError("it ends in the middle of a frame")
                return 0
            self._frame = self._frame or self._unpacker.decompressobj()
            try:
                self._plain = self._frame.decompress(self._packed)
            except self._damage as error:
                raise EOFError(str(error)) from None
            self._packed = self._frame.unused_data if self._frame.eof else b""
            if self._frame.eof:
                self._frame = None
        piece = self._plain[: len(buffer)]
        self._plain = self._plain[len(piece) :]
        buffer[: len(piece)] = piece
        return len(piece)
