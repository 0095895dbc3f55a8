"""SHA-256 and base32, for keys and for knowing a text again.

`hashlib` loads OpenSSL and `base64` loads `re`, which takes longer than what is done with them here. Python brings the same
function alone, under names that differ by version; for much data OpenSSL's is the faster one.
"""

from __future__ import annotations

import sys

from onrecord.model.light import cache

TYPE_CHECKING = False
if TYPE_CHECKING:
    from collections.abc import Callable, Iterable
    from typing import Any

_MUCH = 500_000  # bytes
_LETTERS = "abcdefghijklmnopqrstuvwxyz234567"


def sha256(data: bytes) -> bytes:
    """The 32 bytes of the digest.

    >>> sha256(b"")[:4].hex()
    'e3b0c442'
    """
    made: bytes
    if len(data) < _MUCH:
        made = _found()(data).digest()
    else:
        import hashlib

        made = hashlib.sha256(data).digest()
    return made


@cache
def _found() -> Callable[[bytes], Any]:
    """Python's own function; it is looked for once, as a module that is not there is looked for in every folder."""
    for name in ("_sha2", "_sha256"):
        try:
            found: Callable[[bytes], Any] = __import__(name).sha256
        except (ImportError, AttributeError):
            continue
        return found
    import hashlib

    return hashlib.sha256


def sha256_of(pieces: Iterable[bytes]) -> bytes:
    """The digest of all pieces, one after the other.

    >>> sha256_of([b"a", b"b"]) == sha256(b"ab")
    True
    """
    made = (sys.modules["hashlib"].sha256 if "hashlib" in sys.modules else _found())(b"")
    for piece in pieces:
        made.update(piece)
    digest: bytes = made.digest()
    return digest


def base32(data: bytes) -> str:
    """RFC 4648 in lower case. The number of bytes is a multiple of five, so that nothing is filled up.

    >>> base32(b"hello")
    'nbswy3dp'
    """
    number, pairs = int.from_bytes(data, "big"), _pairs()
    return "".join([pairs[number >> shift & 1023] for shift in range(len(data) * 8 - 10, -1, -10)])


@cache
def _pairs() -> list[str]:
    """Two letters by ten bits: half as many pieces to put together, for millions of keys."""
    return [first + second for first in _LETTERS for second in _LETTERS]
