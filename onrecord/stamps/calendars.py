"""OpenTimestamps: calendars take digests in, and put one digest of them all into a block of Bitcoin some hours later.

A stamp begins as a promise of the calendars and is completed by what they answer later. It is of the 64 characters of a seal's
digest, as that of an authority is; to the calendars goes a digest with random bytes put in, which tells them nothing.
"""

from __future__ import annotations

import secrets
from typing import TYPE_CHECKING
from urllib.parse import urlsplit

from onrecord.errors import InputError
from onrecord.model.record import record, replace
from onrecord.stamps import proofs
from onrecord.stamps.kept import Stamped, stamps, the_stamp, token
from onrecord.text.clean import one_line
from onrecord.text.digests import sha256

if TYPE_CHECKING:
    from collections.abc import Callable, Mapping, Sequence

    from onrecord.db.reader import Reader
    from onrecord.db.store import Store
    from onrecord.stamps.blocks import Block

KIND = "opentimestamps"
MEDIA_TYPE = "application/vnd.opentimestamps.v1"
SECONDS, MOST_ANSWERED = 15.0, 10_000
# Those that take digests in for whoever asks, and those (by the end of their names) whose promises these pass on.
CALENDARS = (
    "https://a.pool.opentimestamps.org", "https://b.pool.opentimestamps.org", "https://a.pool.eternitywall.com",
)  # fmt: skip
_THEIRS = (".calendar.opentimestamps.org", ".calendar.eternitywall.com", ".calendar.catallaxy.com")
_NONCE_BYTES = 16

if TYPE_CHECKING:
    # Asks an address, with a body to send or without: what it answers, None where it has nothing (404). InputError: it cannot be asked.
    Ask = Callable[[str, bytes | None], bytes | None]


@record()
class Submitted:
    """A proof that calendars have promised to complete: who did, and what others said instead."""

    proof: bytes
    calendars: tuple[str, ...]
    failures: tuple[str, ...]


@record()
class Asked:
    """What asking for the rest of a proof brought: the proof as it is now, what went wrong, and which calendars were not asked, as
    nobody knows them."""

    stamp: Stamped
    before: bytes
    proof: bytes
    failures: tuple[str, ...]
    unknown: tuple[str, ...] = ()

    @property
    def complete(self) -> bool:
        """Whether a block has it now."""
        return self.proof != self.before and bool(_blocks(proofs.read(self.proof)[1]))


def submit(digest: str, addresses: Sequence[str], ask: Ask) -> Submitted:
    """Asks calendars to stamp the digest of a seal. InputError: none of them did."""
    of = sha256(digest.encode())
    nonce = proofs.appended(secrets.token_bytes(_NONCE_BYTES))
    blinded = proofs.after(nonce, of)
    sent = proofs.after(proofs.hashed(), blinded) or b""
    tip = proofs.Node(sent)
    promised, failures = [], []
    for address in dict.fromkeys(addresses):
        try:
            answer = ask(f"{address.rstrip('/')}/digest", sent)
            if answer is None:
                raise InputError(f"{one_line(address)} is no calendar: it has no /digest.")
            tip.merge(proofs.read_tree(answer, sent))
        except InputError as error:
            failures.append(error.message)
        else:
            promised.append(address)
    if not promised:
        raise InputError(" ".join(failures))
    root = proofs.Node(of, branches={nonce: proofs.Node(blinded, branches={proofs.hashed(): tip})})
    return Submitted(proofs.written(of, root), tuple(promised), tuple(failures))


def keep(store: Store, seal: int, submitted: Submitted, moment: str) -> Stamped:
    """Keeps a proof beside its seal."""
    row = store.insert(
        "stamps", seal_id=seal, kind=KIND, authority=one_line(", ".join(submitted.calendars)), at=moment, token=submitted.proof
    )  # fmt: skip
    return the_stamp(store, row)


def complete(reader: Reader, trusted: Sequence[str], ask: Ask) -> list[Asked]:
    """Asks the calendars for the rest of every proof that no block has yet; nothing is kept.

    Only calendars that everybody knows are asked, and those that are `trusted`: the addresses stand in the file.
    """
    asked = []
    for stamp in stamps(reader):
        if stamp.kind != KIND:
            continue
        before = token(reader, stamp)
        try:
            digest, root = proofs.read(before)
        except InputError as error:
            asked.append(Asked(stamp, before, before, (error.message,)))
            continue
        if _blocks(root):
            continue
        failures, unknown = _completed(root, trusted, ask)
        asked.append(Asked(stamp, before, proofs.written(digest, root), tuple(failures), tuple(unknown)))
    return asked


def _completed(root: proofs.Node, trusted: Sequence[str], ask: Ask) -> tuple[list[str], list[str]]:
    """Puts what the calendars answer into the tree; says what went wrong, and who was not asked."""
    failures, unknown = [], []
    for attestation, node in list(root.attested()):
        address = attestation.calendar
        if address is None or node.message is None:
            continue
        if not _known(address, trusted):
            unknown.append(address)
            continue
        try:
            answer = ask(f"{address.rstrip('/')}/timestamp/{node.message.hex()}", None)
            if answer is not None:
                node.merge(proofs.read_tree(answer, node.message))
        except InputError as error:
            failures.append(error.message)
    return failures, unknown


def _known(address: str, trusted: Sequence[str]) -> bool:
    if address.rstrip("/") in [one.rstrip("/") for one in trusted]:
        return True
    try:
        parts = urlsplit(address)
        return (
            parts.scheme == "https"
            and parts.netloc.endswith(_THEIRS)
            and parts.netloc == parts.hostname
            and parts.path in ("", "/")
        )
    except ValueError:
        return False


def replace_proofs(store: Store, asked: Sequence[Asked]) -> None:
    """Keeps the proofs that have become more, each in place of the one that was read."""
    for one in asked:
        if one.proof != one.before:
            store.execute(
                "UPDATE stamps SET token = ? WHERE id = ? AND token = ?",
                (one.proof, one.stamp.stamp, one.before),
            )


def judged(stamp: Stamped, proof: bytes, blocks: Mapping[int, Sequence[Block]]) -> Stamped:
    """The stamp with what is proved of it, by the blocks that are given, by their heights."""
    try:
        of, root = proofs.read(proof)
    except InputError as error:
        return replace(stamp, problem=error.message.removesuffix("."))
    if of != sha256(stamp.digest.encode()):
        return replace(stamp, problem="it is of another seal than the one beside it")
    leading = _blocks(root)
    if not leading:
        return replace(stamp, pending=True)
    wrong = None
    for height, message in leading:
        for block in blocks.get(height, ()):
            if block.merkle_root == message:
                return replace(stamp, block=height, at=block.at or stamp.at)
            wrong = replace(
                stamp, block=height, problem=f"it leads to another Merkle root than that of block {height}"
            )
    first, message = leading[0]
    return wrong or replace(
        stamp,
        block=first,
        problem=f"not checked: is {message[::-1].hex()} the Merkle root of block {first}?",
    )


def _blocks(root: proofs.Node) -> list[tuple[int, bytes]]:
    """The blocks of Bitcoin to which a proof leads, and the Merkle root that each must have; the earliest first."""
    return sorted(
        (attestation.block, node.message)
        for attestation, node in root.attested()
        if attestation.block is not None and node.message is not None and len(node.message) == 32
    )
