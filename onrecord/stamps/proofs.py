"""The format of OpenTimestamps' proofs (.ots): how a digest leads, operation by operation, to what somebody attests.

A proof is a tree. Each branch is an operation on the message before it (append, prepend, hash); at some nodes stands an attestation:
of a calendar that has promised to have the message stamped, or of a block of Bitcoin whose Merkle root the message is. What comes from
calendars and databases is hostile: lengths, depth and number of operations are limited as the format limits them or closer.
"""

from __future__ import annotations

from onrecord.errors import InputError
from onrecord.model.record import fresh, mutable, record
from onrecord.text.digests import sha256

TYPE_CHECKING = False
if TYPE_CHECKING:
    from collections.abc import Iterator

MAGIC = b"\x00OpenTimestamps\x00\x00Proof\x00\xbf\x89\xe2\xe8\x84\xe8\x92\x94"
VERSION = 1
PENDING = bytes.fromhex("83dfe30d2ef90c8e")
BITCOIN = bytes.fromhex("0588960d73d71901")
MOST_BYTES = 100_000
_SHA256 = b"\x08"
_HASHES = {b"\x02": "sha1", b"\x03": "ripemd160", b"\x67": "keccak256"}
_APPEND, _PREPEND, _REVERSE, _HEX = b"\xf0", b"\xf1", b"\xf2", b"\xf3"
_ATTESTATION, _FORK = b"\x00", b"\xff"
_MOST_MESSAGE, _MOST_PAYLOAD, _MOST_ADDRESS = 4096, 8192, 1000
_DEPTH, _OPERATIONS = 256, 10_000
_IN_ADDRESSES = frozenset(b"ABCDEFGHIJKLMNOPQRSTUVWXYZabcdefghijklmnopqrstuvwxyz0123456789-._/:")


@record()
class Attestation:
    """Who attests: a calendar by its address, or Bitcoin by the height of a block. Of any other kind the tag and the bytes are kept."""

    tag: bytes
    payload: bytes

    @property
    def calendar(self) -> str | None:
        """The address of the calendar that will have it stamped."""
        return _Bytes(self.payload).sized(_MOST_ADDRESS).decode() if self.tag == PENDING else None

    @property
    def block(self) -> int | None:
        """The height of the block of Bitcoin."""
        return _Bytes(self.payload).number() if self.tag == BITCOIN else None


@mutable
class Node:
    """A message, who attests it, and what follows from it by which operation. The message is None behind a hash that is not supported."""

    message: bytes | None
    attestations: list[Attestation] = fresh(default_factory=list)
    branches: dict[bytes, Node] = fresh(default_factory=dict)

    def attested(self) -> Iterator[tuple[Attestation, Node]]:
        """All attestations of this message and of those that follow, each with the node at which it stands."""
        for attestation in self.attestations:
            yield attestation, self
        for node in self.branches.values():
            yield from node.attested()

    def merge(self, other: Node) -> None:
        """Takes in what another tree has of the same message."""
        self.attestations += [one for one in other.attestations if one not in self.attestations]
        for operation, node in other.branches.items():
            if operation in self.branches:
                self.branches[operation].merge(node)
            else:
                self.branches[operation] = node


class _Bytes:
    """Bytes that are read from the beginning. InputError: they break off, or are none of a proof."""

    def __init__(self, data: bytes) -> None:
        self.data, self.place, self.operations = data, 0, 0

    def take(self, length: int) -> bytes:
        piece = self.data[self.place : self.place + length]
        if len(piece) < length:
            raise _wrong("it breaks off")
        self.place += length
        return piece

    def number(self) -> int:
        value = 0
        for shift in range(0, 63, 7):
            [byte] = self.take(1)
            value |= (byte & 0x7F) << shift
            if not byte & 0x80:
                return value
        raise _wrong("a number has too many bytes")

    def sized(self, most: int, least: int = 0) -> bytes:
        length = self.number()
        if not least <= length <= most:
            raise _wrong(f"a part of {length} bytes")
        return self.take(length)

    def at_end(self) -> bool:
        return self.place == len(self.data)


def read(data: bytes) -> tuple[bytes, Node]:
    """The digest (SHA-256) that a proof is of, and its tree. InputError: it is no such proof."""
    if len(data) > MOST_BYTES:
        raise _wrong(f"it is larger than {MOST_BYTES // 1000} KB")
    source = _Bytes(data)
    if data[: len(MAGIC)] != MAGIC:
        raise InputError("This is not an OpenTimestamps proof.")
    source.take(len(MAGIC))
    if (version := source.number()) != VERSION:
        raise _wrong(f"version {version} of the format is not known here")
    if source.take(1) != _SHA256:
        raise _wrong("it is not of a SHA-256 digest")
    digest = source.take(32)
    root = _tree(source, digest, _DEPTH)
    if not source.at_end():
        raise _wrong("something follows its end")
    return digest, root


def read_tree(data: bytes, message: bytes) -> Node:
    """What a calendar answers of a message: the tree that begins with it. InputError: it is none."""
    if len(data) > MOST_BYTES:
        raise _wrong(f"it is larger than {MOST_BYTES // 1000} KB")
    source = _Bytes(data)
    root = _tree(source, message, _DEPTH)
    if not source.at_end():
        raise _wrong("something follows its end")
    return root


def written(digest: bytes, root: Node) -> bytes:
    """The proof as bytes. InputError: it would have more of something than a proof may."""
    data = MAGIC + bytes([VERSION]) + _SHA256 + digest + tree_written(root)
    read(data)
    return data


def tree_written(root: Node) -> bytes:
    """A tree as bytes, its parts in the order in which the format wants them."""
    parts = [
        _ATTESTATION + one.tag + _sized(one.payload)
        for one in sorted(root.attestations, key=lambda one: (one.tag, one.block or 0, one.payload))
    ]
    parts += [operation + tree_written(node) for operation, node in sorted(root.branches.items(), key=_place)]
    if not parts:
        raise _wrong("nobody attests it")
    return b"".join(_FORK + part for part in parts[:-1]) + parts[-1]


def _place(branch: tuple[bytes, Node]) -> tuple[bytes, bytes]:
    """By which branches are ordered: the operation, and then its argument without its length."""
    source = _Bytes(branch[0])
    tag = source.take(1)
    return tag, source.sized(_MOST_MESSAGE) if tag in (_APPEND, _PREPEND) else b""


def appended(argument: bytes) -> bytes:
    """The operation that appends bytes."""
    return _APPEND + _sized(argument)


def hashed() -> bytes:
    """The operation that takes the SHA-256 digest."""
    return _SHA256


def pending(address: str) -> Attestation:
    """What a calendar attests that will have a message stamped."""
    return Attestation(PENDING, _sized(address.encode()))


def in_block(height: int) -> Attestation:
    """What a block of Bitcoin attests."""
    return Attestation(BITCOIN, _number(height))


def after(operation: bytes, message: bytes | None) -> bytes | None:
    """What an operation makes of a message; None where it is not known. InputError: there is no such operation, or too much comes of it."""
    source = _Bytes(operation)
    result = _after(source, message)
    if not source.at_end():
        raise _wrong("something follows an operation")
    return result


def _tree(source: _Bytes, message: bytes | None, depth: int) -> Node:
    if not depth:
        raise _wrong(f"it is deeper than {_DEPTH} operations")
    node = Node(message)
    while True:
        tag = source.take(1)
        forks = tag == _FORK
        if forks:
            tag = source.take(1)
        if tag == _ATTESTATION:
            attestation = _attestation(source)
            if attestation not in node.attestations:
                node.attestations.append(attestation)
        else:
            source.operations += 1
            if source.operations > _OPERATIONS:
                raise _wrong(f"it has more than {_OPERATIONS} operations")
            source.place -= 1
            begin = source.place
            result = _after(source, message)
            operation = source.data[begin : source.place]
            branch = _tree(source, result, depth - 1)
            if operation in node.branches:
                node.branches[operation].merge(branch)
            else:
                node.branches[operation] = branch
        if not forks:
            return node


def _attestation(source: _Bytes) -> Attestation:
    attestation = Attestation(source.take(8), source.sized(_MOST_PAYLOAD))
    inner = _Bytes(attestation.payload)
    if attestation.tag == PENDING:
        if not _IN_ADDRESSES.issuperset(inner.sized(_MOST_ADDRESS)):
            raise _wrong("the address of a calendar has characters that do not belong there")
    elif attestation.tag == BITCOIN:
        inner.number()
    else:
        return attestation
    if not inner.at_end():
        raise _wrong("something follows an attestation")
    return attestation


def _after(source: _Bytes, message: bytes | None) -> bytes | None:
    tag = source.take(1)
    argument = source.sized(_MOST_MESSAGE, least=1) if tag in (_APPEND, _PREPEND) else b""
    if tag not in (_APPEND, _PREPEND, _REVERSE, _HEX, _SHA256, *_HASHES):
        raise _wrong(f"operation {tag.hex()} is not known")
    if message is None:
        return None
    if tag == _APPEND:
        result = message + argument
    elif tag == _PREPEND:
        result = argument + message
    elif tag == _REVERSE:
        result = message[::-1]
    elif tag == _HEX:
        result = message.hex().encode()
    elif tag == _SHA256:
        result = sha256(message)
    else:
        return _hash(_HASHES[tag], message)
    if len(result) > _MOST_MESSAGE:
        raise _wrong(f"a message is longer than {_MOST_MESSAGE} bytes")
    return result


def _hash(name: str, message: bytes) -> bytes | None:
    import hashlib

    try:
        return hashlib.new(name, message, usedforsecurity=False).digest()
    except ValueError:  # OpenSSL leaves out old ones, and knows no Keccak
        return None


def _sized(data: bytes) -> bytes:
    return _number(len(data)) + data


def _number(value: int) -> bytes:
    parts = bytearray()
    while value >= 0x80:
        parts.append(value & 0x7F | 0x80)
        value >>= 7
    parts.append(value)
    return bytes(parts)


def _wrong(why: str) -> InputError:
    return InputError(f"This OpenTimestamps proof cannot be read: {why}.")
