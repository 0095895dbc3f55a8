"""The index of a static copy: every word of a statement leads to it, through the shard of its first letters."""

import json
from itertools import accumulate

import pytest
from cite.factories import quote
from hypothesis import given
from hypothesis import strategies as st

pytest.importorskip("datasette", reason="Datasette is not installed: pip install onrecord[browse]")

from onrecord.browse import static_search
from onrecord.text.clean import visible


def index(texts: list[str]) -> dict[str, str]:
    files: dict[str, str] = {}
    writing = static_search.Writing(lambda name, text: files.update({name.removeprefix("search/"): text}))
    for number, text in enumerate(texts):
        said = quote(text, key=f"k{number}")
        writing.add(static_search.Line.of([said], str), [said])
    writing.finish()
    return files


def found(files: dict[str, str], word: str) -> list[int]:
    held = json.loads(files[f"words-{static_search.shard(word)}.json"])[word]
    return list(accumulate(held))


@given(st.lists(st.text(min_size=1, max_size=60), min_size=1, max_size=6))
def test_every_word_leads_to_its_statements(texts: list[str]) -> None:
    files = index(texts)
    for number, text in enumerate(texts):
        for word in static_search.words(visible(text)):
            assert number in found(files, word)
    assert json.loads(files["about.json"])["statements"] == len(texts)


@given(st.text())
def test_folding_twice_changes_nothing(text: str) -> None:
    once = static_search.words(text)
    assert static_search.words(" ".join(once)) == once


def test_blocks_and_lists_have_every_statement() -> None:
    files = index([f"Statement number {number}." for number in range(static_search.BLOCK * 2 + 1)])
    blocks = [json.loads(files[f"quotes-{number}.json"]) for number in range(3)]
    assert [len(block) for block in blocks] == [static_search.BLOCK, static_search.BLOCK, 1]
    assert blocks[2][0][:2] == [
        f"quote/k{static_search.BLOCK * 2}.html",
        f"Statement number {static_search.BLOCK * 2}.",
    ]
    names, numbers = json.loads(files["lists.json"])["speaker"]
    assert len(names) == 1 and set(numbers) == {0} and len(numbers) == static_search.BLOCK * 2 + 1
