"""The index of a static copy: every word of a statement leads to it, through the shard of its first letters."""

import json
from itertools import accumulate

import pytest
from cite.factories import quote
from hypothesis import given
from hypothesis import strategies as st

pytest.importorskip("jinja2", reason="Jinja is not installed: pip install onrecord[browse]")

from onrecord.publish import search_index
from onrecord.text.clean import visible


def index(texts: list[str]) -> dict[str, str]:
    files: dict[str, str] = {}
    writing = search_index.Writing(lambda name, text: files.update({name.removeprefix("search/"): text}))
    for number, text in enumerate(texts):
        said = quote(text, key=f"k{number}")
        writing.add(search_index.Line.of([said], str), [said])
    writing.finish()
    return files


def found(files: dict[str, str], word: str) -> list[int]:
    held = json.loads(files[f"words-{search_index.shard(word)}.json"])[word]
    return list(accumulate(held))


@given(st.lists(st.text(min_size=1, max_size=60), min_size=1, max_size=6))
def test_every_word_leads_to_its_statements(texts: list[str]) -> None:
    files = index(texts)
    for number, text in enumerate(texts):
        for word in search_index.words(visible(text)):
            assert number in found(files, word)
    assert json.loads(files["about.json"])["statements"] == len(texts)


@given(st.text())
def test_folding_twice_changes_nothing(text: str) -> None:
    once = search_index.words(text)
    assert search_index.words(" ".join(once)) == once


def test_blocks_and_lists_have_every_statement() -> None:
    files = index([f"Statement number {number}." for number in range(search_index.BLOCK * 2 + 1)])
    blocks = [json.loads(files[f"quotes-{number}.json"]) for number in range(3)]
    assert [len(block) for block in blocks] == [search_index.BLOCK, search_index.BLOCK, 1]
    assert blocks[2][0][:2] == [
        f"quote/k{search_index.BLOCK * 2}.html",
        f"Statement number {search_index.BLOCK * 2}.",
    ]
    names, numbers = json.loads(files["lists.json"])["speaker"]
    assert len(names) == 1 and set(numbers) == {0} and len(numbers) == search_index.BLOCK * 2 + 1
