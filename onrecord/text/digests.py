"""SHA-256 and base32, for keys and for knowing a text again.

`hashlib` loads OpenSSL and `base64` loads `re`, which takes longer than what is done with them here. Python brings the same
function alone, under names that differ by version; for much data, and where it is loaded already, OpenSSL's is the faster one.
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
    loaded = sys.modules.get("hashlib")
    if loaded is None and len(data) >= _MUCH:
        import hashlib as loaded
    made: bytes = (loaded.sha256 if loaded else _found())(data).digest()
    return made


def expect_many() -> None:
    """Has OpenSSL's function used from now on: loading it pays for itself after some thousand digests."""
    __import__("hashlib")


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
    pairs, letters = _pairs(), ""
    # Written out: keys are made by the million.
    for start in range(0, len(data), 5):
        bits = int.from_bytes(data[start : start + 5], "big")
        letters += (
            f"{pairs[bits >> 30]}{pairs[bits >> 20 & 1023]}{pairs[bits >> 10 & 1023]}{pairs[bits & 1023]}"
        )
    return letters


@cache
def _pairs() -> list[str]:
    """Two letters by ten bits: half as many pieces to put together, for millions of keys."""
    return [first + second for first in _LETTERS for second in _LETTERS]
