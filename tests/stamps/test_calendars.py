"""Which calendars are asked without being named, whatever an address in the file looks like; and what is proved of their proofs."""

import pytest

from onrecord.stamps import proofs
from onrecord.stamps.blocks import Block
from onrecord.stamps.calendars import _known, judged
from onrecord.stamps.kept import Stamped
from onrecord.text.digests import sha256

CALENDAR = "https://quay.example.org"


@pytest.mark.parametrize(
    ("address", "known"),
    [
        ("https://alice.btc.calendar.opentimestamps.org", True),
        ("https://finney.calendar.eternitywall.com/", True),
        ("http://alice.btc.calendar.opentimestamps.org", False),
        ("https://alice.btc.calendar.opentimestamps.org:8080", False),
        ("https://alice.btc.calendar.opentimestamps.org/admin", False),
        ("https://calendar.opentimestamps.org.example.org", False),
        ("https://evilcalendar.opentimestamps.org", False),
        ("https://quay.example.org/.calendar.opentimestamps.org", False),
        ("https://127.0.0.1", False),
        ("https://[::1", False),
        ("https://quay.example.org", False),
    ],
)
def test_a_calendar_is_known_by_its_whole_name(address: str, known: bool) -> None:
    assert _known(address, ()) is known
    assert _known(address, (f"{address.rstrip('/')}/",))


def test_the_time_is_that_of_the_block_that_is_given() -> None:
    digest = "ab" * 32
    of = sha256(digest.encode())
    early, late = proofs.Node(proofs.after(b"\xf2", of)), proofs.Node(proofs.after(proofs.hashed(), of))
    early.attestations.append(proofs.in_block(8))
    late.attestations.append(proofs.in_block(9))
    root = proofs.Node(of, [proofs.pending(CALENDAR)], {b"\xf2": early, proofs.hashed(): late})
    proof = proofs.written(of, root)
    stamp = Stamped(1, 1, digest, 1, CALENDAR, "2026-01-01T00:00:00Z", "opentimestamps")
    seen = "2026-01-02T03:04:05Z"

    def told(*blocks: Block) -> Stamped:
        return judged(stamp, proof, {block.height: [block] for block in blocks})

    with_header = told(Block(9, late.message or b"", seen, 1e12))
    assert (with_header.problem, with_header.block, with_header.at) == (None, 9, seen)
    with_root = told(Block(8, early.message or b""))
    assert (with_root.problem, with_root.block, with_root.at) == (None, 8, stamp.at)
    assert "block 8?" in (told().problem or "") and "block 8?" in (told(Block(7, of)).problem or "")
    assert "another Merkle root" in (told(Block(8, of)).problem or "")
    # One block that has it is enough, whatever another is said to be.
    assert told(Block(8, of), Block(9, late.message or b"")).problem is None


def test_a_proof_behind_an_unknown_hash_proves_nothing() -> None:
    digest = "ab" * 32
    of = sha256(digest.encode())
    hidden = proofs.Node(None, [proofs.in_block(8)])
    proof = proofs.written(of, proofs.Node(of, branches={b"\x67": hidden}))
    stamp = Stamped(1, 1, digest, 1, CALENDAR, "2026-01-01T00:00:00Z", "opentimestamps")
    assert judged(stamp, proof, {8: [Block(8, of)]}).pending
