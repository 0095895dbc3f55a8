"""Blocks of Bitcoin, as far as a time stamp asks for them: the Merkle root, and in a header the time and the work."""

from __future__ import annotations

from onrecord.errors import InputError
from onrecord.model.record import record
from onrecord.text.clean import one_line
from onrecord.text.digests import sha256
from onrecord.text.patterns import lazy

_ASKED = lazy(r"(\d{1,9})[:=]([0-9A-Fa-f]{160}|[0-9A-Fa-f]{64})")
_HEADER_BYTES = 80
_EASIEST = 0xFFFF << 208  # the target of difficulty 1
# Calendars have stamped since 2016, when the work of a block was a hundred times as much: nobody does this much for a forgery in passing.
LEAST_DIFFICULTY = 1e9


@record()
class Block:
    """What is known of a block: its height as the user says, the Merkle root, and of a header its time (UTC) and difficulty."""

    height: int
    merkle_root: bytes
    at: str | None = None
    difficulty: float | None = None


def block(asked: str, least_difficulty: float = LEAST_DIFFICULTY) -> Block:
    """The block of `HEIGHT=HEX`: a header of 80 bytes, or a Merkle root as explorers and nodes print it.

    InputError: it is neither, or no such work went into the header as it says, or as Bitcoin asks for.
    """
    asked = asked.strip()
    match = _ASKED.fullmatch(asked)
    if match is None:
        raise InputError(
            f"{one_line(asked)[:40]!r} is not a block: give HEIGHT=HEX, its header (160 digits) or Merkle root (64 digits)."
        )
    height, data = int(match[1]), bytes.fromhex(match[2])
    if len(data) < _HEADER_BYTES:
        # Printed the other way round than it is hashed.
        return Block(height, data[::-1])
    target = _target(int.from_bytes(data[72:76], "little"))
    if int.from_bytes(sha256(sha256(data)), "little") > target or not target:
        raise InputError(
            f"The header of block {height} is not one: its digest lacks the work that it claims."
        )
    difficulty = _EASIEST / target
    if difficulty < least_difficulty:
        raise InputError(
            f"The header of block {height} is not one of Bitcoin since there are such stamps: too little work went into it."
        )
    return Block(height, data[36:68], _moment(int.from_bytes(data[68:72], "little")), difficulty)


def _target(bits: int) -> int:
    """What the digest of a header must not exceed, from the compact form in which the header has it."""
    size, mantissa = bits >> 24, bits & 0x7FFFFF
    if bits & 0x800000 or size > 32:
        return 0
    return mantissa << 8 * (size - 3) if size > 3 else mantissa >> 8 * (3 - size)


def _moment(seconds: int) -> str:
    from datetime import UTC, datetime

    return datetime.fromtimestamp(seconds, UTC).strftime("%Y-%m-%dT%H:%M:%SZ")
