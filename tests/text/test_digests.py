"""Digests are those of the standards, and cost no search for modules."""

import base64
import hashlib
import sys

import pytest
from hypothesis import given
from hypothesis import strategies as st

from onrecord.text import digests


@given(st.binary(max_size=200))
def test_they_are_those_of_the_standard_library(data: bytes) -> None:
    assert digests.sha256(data) == hashlib.sha256(data).digest()
    whole = data[: len(data) // 5 * 5]
    assert digests.base32(whole) == base64.b32encode(whole).decode().lower()


def test_much_data_has_the_same_digest() -> None:
    data = b"fog " * 200_000
    assert digests.sha256(data) == hashlib.sha256(data).digest()


def test_a_module_that_is_not_there_is_looked_for_once(monkeypatch: pytest.MonkeyPatch) -> None:
    digests.sha256(b"first")
    asked: list[str] = []

    class Asked:
        @staticmethod
        def find_spec(name: str, *_: object) -> None:
            asked.append(name)

    monkeypatch.setattr(sys, "meta_path", [Asked, *sys.meta_path])
    for number in range(20):
        digests.sha256(str(number).encode())
    assert asked == []


def test_with_openssl_or_without_it_they_are_the_same(monkeypatch: pytest.MonkeyPatch) -> None:
    digests.expect_many()
    with_it = [digests.sha256(b"fog" * times) for times in range(50)]
    monkeypatch.delitem(sys.modules, "hashlib")
    assert [digests.sha256(b"fog" * times) for times in range(50)] == with_it
    assert "hashlib" not in sys.modules
