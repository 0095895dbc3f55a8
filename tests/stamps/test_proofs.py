"""The format of OpenTimestamps: what is written is read again, and what is hostile is refused in a sentence."""

import hashlib

import pytest
from hypothesis import given, settings
from hypothesis import strategies as st

from onrecord.errors import InputError
from onrecord.stamps import proofs

DIGEST = hashlib.sha256(b"the quay").digest()
# Written by the format's own library: two calendars, and a block behind one of them.
OF_ANOTHER_PROGRAM = bytes.fromhex(
    "004f70656e54696d657374616d7073000050726f6f6600bf89e2e884e8929401082943f9ee482915f14cc4b9cdb8aa7ffc32"
    "56fff3fedf2d0316f62b762bae6e72f0103031323334353637383961626364656608fff00567756c6c73080083dfe30d2ef9"
    "0c8e2c2b68747470733a2f2f626f622e6274632e63616c656e6461722e6f70656e74696d657374616d70732e6f7267f10868"
    "6172626f75722108ff0083dfe30d2ef90c8e2e2d68747470733a2f2f616c6963652e6274632e63616c656e6461722e6f7065"
    "6e74696d657374616d70732e6f7267f004746964650808000588960d73d719010380ea30"
)

OPERATIONS = st.one_of(
    st.binary(min_size=1, max_size=40).map(proofs.appended),
    st.binary(min_size=1, max_size=40).map(lambda argument: b"\xf1" + proofs.appended(argument)[1:]),
    st.sampled_from([b"\x08", b"\x02", b"\xf2", b"\x67"]),
)
ATTESTATIONS = st.one_of(
    st.sampled_from(["https://quay.example.org", "http://127.0.0.1:8/a_b"]).map(proofs.pending),
    st.integers(0, 2**40).map(proofs.in_block),
    st.builds(
        proofs.Attestation,
        st.binary(min_size=8, max_size=8).filter(lambda tag: tag not in (proofs.PENDING, proofs.BITCOIN)),
        st.binary(max_size=30),
    ),
)
SHAPES: st.SearchStrategy[tuple[list[proofs.Attestation], dict[bytes, object]]] = st.recursive(
    st.lists(ATTESTATIONS, min_size=1, max_size=3, unique=True).map(lambda some: (some, {})),
    lambda inner: st.tuples(
        st.lists(ATTESTATIONS, max_size=2, unique=True), st.dictionaries(OPERATIONS, inner, min_size=1, max_size=3)
    ),
    max_leaves=8,
)  # fmt: skip


def tree(shape: tuple[list[proofs.Attestation], dict[bytes, object]], message: bytes | None) -> proofs.Node:
    attestations, branches = shape
    return proofs.Node(
        message,
        list(attestations),
        {
            operation: tree(inner, proofs.after(operation, message))  # type: ignore[arg-type]
            for operation, inner in branches.items()
        },
    )


def told(root: proofs.Node) -> set[tuple[proofs.Attestation, bytes | None]]:
    return {(attestation, node.message) for attestation, node in root.attested()}


@given(SHAPES)
def test_what_is_written_is_read_again(shape: tuple[list[proofs.Attestation], dict[bytes, object]]) -> None:
    root = tree(shape, DIGEST)
    data = proofs.written(DIGEST, root)
    of, again = proofs.read(data)
    assert of == DIGEST and told(again) == told(root)
    assert proofs.written(of, again) == data


@settings(max_examples=150)
@given(
    st.binary(max_size=200), SHAPES, st.lists(st.tuples(st.integers(0, 10_000), st.integers(0, 255)), max_size=6), st.integers(0, 400)
)  # fmt: skip
def test_hostile_bytes_are_refused_or_read(
    noise: bytes,
    shape: tuple[list[proofs.Attestation], dict[bytes, object]],
    changes: list[tuple[int, int]],
    cut: int,
) -> None:
    data = bytearray(proofs.written(DIGEST, tree(shape, DIGEST)))
    for place, byte in changes:
        data[place % len(data)] = byte
    head = proofs.MAGIC + b"\x01\x08" + DIGEST
    for hostile in (noise, head + noise, bytes(data), bytes(data[:cut]), bytes(data) + noise):
        try:
            of, root = proofs.read(hostile)
        except InputError as error:
            assert error.message.isprintable()
        else:
            proofs.read(proofs.written(of, root))


@given(SHAPES, SHAPES)
def test_what_two_calendars_answer_is_one_proof(
    first: tuple[list[proofs.Attestation], dict[bytes, object]],
    second: tuple[list[proofs.Attestation], dict[bytes, object]],
) -> None:
    merged = tree(first, DIGEST)
    merged.merge(tree(second, DIGEST))
    assert told(merged) == told(tree(first, DIGEST)) | told(tree(second, DIGEST))
    before = proofs.written(DIGEST, merged)
    merged.merge(tree(first, DIGEST))
    assert proofs.written(DIGEST, merged) == before


def promise(depth: int) -> bytes:
    return b"\x08" * depth + proofs.tree_written(proofs.Node(b"", [proofs.in_block(7)]))


@pytest.mark.parametrize(
    ("tree_bytes", "why"),
    [
        (b"", "breaks off"),
        (promise(256), "deeper than 256"),
        ((b"\xff" + promise(250)) * 41 + promise(0), "more than 10000 operations"),
        (b"\xf0\x00" + promise(0), "a part of 0 bytes"),
        (b"\xf0\x81\x20" + bytes(4097) + promise(0), "a part of 4097 bytes"),
        (b"\xf3" * 8 + promise(0), "a message is longer"),
        (b"\xf0" + b"\xff" * 20, "too many bytes"),
        (b"\x99" + promise(0), "operation 99"),
        (promise(0) + b"\x00", "follows its end"),
        (b"\x00" + proofs.PENDING + b"\x07\x06http:\n", "characters"),
        (b"\x00" + proofs.BITCOIN + b"\x02\x01\x01", "follows an attestation"),
        (b"\x00" + proofs.BITCOIN + b"\xff\xff\x7f" + bytes(9), "a part of"),
        (bytes(100_001), "larger than"),
    ],
)  # fmt: skip
def test_what_asks_for_too_much_is_refused(tree_bytes: bytes, why: str) -> None:
    with pytest.raises(InputError, match=why):
        proofs.read(proofs.MAGIC + b"\x01\x08" + DIGEST + tree_bytes)


def test_as_deep_as_may_be_is_read() -> None:
    _, root = proofs.read(proofs.MAGIC + b"\x01\x08" + DIGEST + promise(255))
    message = DIGEST
    for _ in range(255):
        message = hashlib.sha256(message).digest()
    assert told(root) == {(proofs.in_block(7), message)}


def test_operations_do_what_they_are_called() -> None:
    assert proofs.after(proofs.appended(b"cd"), b"ab") == b"abcd"
    assert proofs.after(b"\xf1\x02cd", b"ab") == b"cdab"
    assert proofs.after(b"\xf2", b"ab") == b"ba"
    assert proofs.after(b"\xf3", b"ab") == b"6162"
    assert proofs.after(proofs.hashed(), b"ab") == hashlib.sha256(b"ab").digest()
    assert proofs.after(b"\x02", b"ab") == hashlib.sha1(b"ab", usedforsecurity=False).digest()
    # A hash that is not to be had leads nowhere, and spoils no other branch.
    assert proofs.after(b"\x67", b"ab") is None and proofs.after(proofs.hashed(), None) is None


def test_a_proof_of_another_program_is_read() -> None:
    of, root = proofs.read(OF_ANOTHER_PROGRAM)
    assert of == DIGEST
    assert {(one.calendar, one.block) for one, _ in root.attested()} == {
        ("https://alice.btc.calendar.opentimestamps.org", None),
        ("https://bob.btc.calendar.opentimestamps.org", None),
        (None, 800_000),
    }
    assert proofs.written(of, root) == OF_ANOTHER_PROGRAM
