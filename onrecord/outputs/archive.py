"""Zip archives with one part replaced, and every other byte of their parts as it was."""

from __future__ import annotations

import io
import struct
import zipfile
import zlib

_LOCAL = struct.Struct("<4s2B4HL2L2H")
_CENTRAL = struct.Struct("<4s4B4HL2L5H2L")
_END = struct.Struct("<4s4H2LH")
_DESCRIPTOR, _ENCRYPTED = 0x08, 0x41
_STORED, _DEFLATED = 0, 8
_MOST = 0xFFFFFFFF


class Unfit(ValueError):
    """The archive is none whose parts can be replaced: protected, split, or larger than four gigabytes."""


def with_parts(data: bytes, parts: dict[str, bytes]) -> bytes:
    """The archive with other contents in some of its parts, in their order, with their dates and all that is said of them.

    Unfit: it cannot be done without touching the others.
    """
    entries, begins = _directory(data)
    order = sorted(range(len(entries)), key=lambda number: entries[number].offset)
    edges = [*(entries[number].offset for number in order), begins]
    made, moved = bytearray(data[: edges[0]]), {}
    for place, number in enumerate(order):
        entry = entries[number]
        moved[number] = len(made)
        raw = data[edges[place] : edges[place + 1]]
        made += raw if entry.name not in parts else entry.filled(raw, parts[entry.name])
    start = len(made)
    for number, entry in enumerate(entries):
        made += entry.listed(moved[number])
    end = _END.unpack_from(data, _end_of(data))
    made += _END.pack(*end[:5], len(made) - start, start, end[7]) + data[_end_of(data) + _END.size :]
    with zipfile.ZipFile(io.BytesIO(made)) as archive:
        if any(archive.read(name) != content for name, content in parts.items()):
            raise Unfit
    return bytes(made)


class _Entry:
    """A line of the directory: its fields, and the name, extra field and remark behind them."""

    def __init__(self, data: bytes, at: int) -> None:
        self.fields = list(_CENTRAL.unpack_from(data, at))
        if self.fields[0] != b"PK\x01\x02":
            raise Unfit
        lengths = self.fields[12:15]
        self.rest = data[at + _CENTRAL.size : at + _CENTRAL.size + sum(lengths)]
        self.length = _CENTRAL.size + sum(lengths)
        self.offset = self.fields[18]
        flags, sizes = self.fields[5], self.fields[10:12]
        if flags & _ENCRYPTED or _MOST in (*sizes, self.offset) or self.fields[15]:
            raise Unfit
        self.name = self.rest[: lengths[0]].decode("utf-8" if flags & 0x800 else "cp437")

    def filled(self, raw: bytes, content: bytes) -> bytes:
        """The part, header and all, with another content; from now on the directory says so too."""
        header = list(_LOCAL.unpack_from(raw))
        method = self.fields[6]
        if header[0] != b"PK\x03\x04" or method not in (_STORED, _DEFLATED):
            raise Unfit
        named = raw[_LOCAL.size : _LOCAL.size + header[10] + header[11]]
        packed = content if method == _STORED else _deflated(content)
        summed = zlib.crc32(content), len(packed), len(content)
        flags = self.fields[5] & ~_DESCRIPTOR
        self.fields[5], self.fields[9:12] = flags, summed
        header[3], header[7:10] = flags, summed
        return _LOCAL.pack(*header) + named + packed

    def listed(self, offset: int) -> bytes:
        self.fields[18] = offset
        return _CENTRAL.pack(*self.fields) + self.rest


def _deflated(content: bytes) -> bytes:
    packing = zlib.compressobj(6, zlib.DEFLATED, -15)
    return packing.compress(content) + packing.flush()


def _directory(data: bytes) -> tuple[list[_Entry], int]:
    """The lines of the directory, and where it begins."""
    end = _END.unpack_from(data, _end_of(data))
    disk, disk_of_directory, here, in_all, size, at = end[1:7]
    if (
        disk
        or disk_of_directory
        or here != in_all
        or at + size > len(data)
        or _MOST in (size, at)
        or here == 0xFFFF
    ):
        raise Unfit
    entries: list[_Entry] = []
    begins = at
    for _ in range(here):
        entries.append(_Entry(data, at))
        at += entries[-1].length
    if at != begins + size or at != _end_of(data) or not entries:
        raise Unfit
    return entries, begins


def _end_of(data: bytes) -> int:
    """Where the end of the directory stands: a remark may follow."""
    at = data.rfind(b"PK\x05\x06", max(0, len(data) - _END.size - 0xFFFF))
    if at < 0 or at + _END.size > len(data) or at + _END.size + _END.unpack_from(data, at)[7] != len(data):
        raise Unfit
    return at
