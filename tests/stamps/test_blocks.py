"""Headers of Bitcoin's blocks: real ones are read, and none that cost nothing is believed."""

import hashlib

import pytest

from onrecord.errors import InputError
from onrecord.stamps.blocks import block

# The first block, and one of May 2011.
FIRST = (
    "0100000000000000000000000000000000000000000000000000000000000000000000003ba3edfd7a7b12b27ac72c3e67768f617fc81bc3888a51323a9fb8aa"
    "4b1e5e4a29ab5f49ffff001d1dac2b7c"
)
LATER = (
    "0100000081cd02ab7e569e8bcd9317e2fe99f2de44d49ab2b8851ba4a308000000000000e320b6c2fffc8d750423db8b1eb942ae710e951ed797f7affc8892b0"
    "f1fc122bc7f5d74df2b9441a42a14695"
)


def test_a_real_header_is_read() -> None:
    first, later = block(f"0:{FIRST}", 0), block(f"125552:{LATER}", 0)
    assert (first.height, first.at, first.difficulty) == (0, "2009-01-03T18:15:05Z", 1.0)
    assert first.merkle_root[::-1].hex() == "4a5e1e4baab89f3a32518a88c31bc87f618f76673e2cc77ab2127b7afdeda33b"
    assert later.at == "2011-05-21T17:26:31Z" and round(later.difficulty or 0) == 244_112


def test_a_root_is_turned_round_and_nothing_more_is_known() -> None:
    root = block("800000:" + "00" * 31 + "7f")
    assert root.merkle_root == b"\x7f" + bytes(31) and (root.at, root.difficulty) == (None, None)


@pytest.mark.parametrize("header", [FIRST, LATER])
def test_what_is_cheap_is_not_believed(header: str) -> None:
    with pytest.raises(InputError, match="too little work"):
        block(f"800000:{header}")


def mined(bits: int, work: bool) -> str:
    """A header that says that it took `bits`, and took it, or not."""
    for nonce in range(1000):
        data = bytes(68) + bytes(4) + bits.to_bytes(4, "little") + nonce.to_bytes(4, "little")
        digest = hashlib.sha256(hashlib.sha256(data).digest()).digest()
        if (digest[31] < 0x7F) == work:
            return data.hex()
    raise AssertionError


def test_work_that_was_not_done_is_seen() -> None:
    assert block(f"1:{mined(0x207FFFFF, work=True)}", 0).at == "1970-01-01T00:00:00Z"
    for header in (
        mined(0x207FFFFF, work=False),
        *(mined(bits, work=True) for bits in (0x1700FFFF, 0, 0x01003456, 0x03000000, 0x04923456, 0xFF7FFFFF)),
    ):
        with pytest.raises(InputError, match="lacks the work"):
            block(f"1:{header}", 0)


@pytest.mark.parametrize(
    "asked", ["", "800000", "800000:", "800000:xyz", "x:" + "00" * 32, "1:" + "00" * 33, "-1:" + "00" * 32, "1:" + "٠" * 64, "\x1b[2J:00"]
)  # fmt: skip
def test_what_is_no_block_is_refused_in_a_sentence(asked: str) -> None:
    with pytest.raises(InputError, match="HEIGHT=HEX") as refused:
        block(asked)
    assert refused.value.message.isprintable()
