"""A line in, a line out: whatever comes, the answers before a bad line are given, in order."""

import io
import json

import pytest
from hypothesis import example, given, settings
from hypothesis import strategies as st

from onrecord.errors import InputError
from onrecord.extract import stream
from onrecord.extract.stream import Settings, answers

SETTINGS = Settings("rules")
TEXTS = st.one_of(st.text(max_size=60), st.just("“We sail,” said Ingrid Dahl. She added that it was late."))
LINES = st.tuples(st.one_of(st.text(max_size=5), st.integers()), TEXTS)


@settings(deadline=None)
@given(st.lists(LINES, max_size=6), st.booleans())
def test_every_good_line_is_answered(lines: list[tuple[str | int, str]], ascii_only: bool) -> None:
    written = "\n\n".join(
        json.dumps({"text": text, "id": identity, "more": [1]}, ensure_ascii=ascii_only)
        for identity, text in lines
    ).encode("utf-8", "surrogatepass" if ascii_only else "replace")
    found = list(answers(io.BytesIO(written), SETTINGS, name="x"))
    assert [json.loads(one.line)["id"] for one in found] == [identity for identity, _ in lines]
    assert all(one.line.isascii() and "\n" not in one.line for one in found)
    assert [one.consumed for one in found] == sorted({one.consumed for one in found})
    assert not found or found[-1].consumed == len(written)
    for one, (_, text) in zip(found, lines, strict=True):
        for quote in json.loads(one.line)["quotes"]:
            assert 0 <= quote["start"] < quote["end"] <= len(text)


@settings(deadline=None)
@example([(1, "")], b"\xff\xfe{\0")
@given(st.lists(LINES, max_size=3), st.binary(min_size=1, max_size=20).filter(lambda data: data.strip()))
def test_what_is_no_such_line_is_named(lines: list[tuple[str | int, str]], bad: bytes) -> None:
    good = b"".join(json.dumps({"id": one, "text": text}).encode() + b"\n" for one, text in lines)
    reading = answers(io.BytesIO(good + bad), SETTINGS, name="x")
    for _ in lines:
        next(reading)
    number = len(lines) + 1
    utf16 = "|^x is UTF-16" if number == 1 else ""
    with pytest.raises(InputError, match=rf"^Line {number} of x |^x is not UTF-8: line {number}, {utf16}"):
        list(reading)


def test_the_first_line_may_have_a_byte_order_mark() -> None:
    written = '\ufeff{"id": 1, "text": ""}\n'.encode()
    assert [one.line for one in answers(io.BytesIO(written), SETTINGS, name="x")] == [
        '{"id": 1, "quotes": []}'
    ]


def test_a_line_without_end_is_not_read_whole() -> None:
    class Endless(io.RawIOBase):
        given = 0

        def readable(self) -> bool:
            return True

        def readinto(self, buffer: memoryview) -> int:  # type: ignore[override]
            self.given += len(buffer)
            buffer[:] = b" " * len(buffer)
            return len(buffer)

    endless = Endless()
    with pytest.raises(InputError, match="Line 1 of x is longer than 100 MB"):
        list(answers(io.BufferedReader(endless), SETTINGS, name="x"))
    assert endless.given < stream.LONGEST_LINE * 1.1
