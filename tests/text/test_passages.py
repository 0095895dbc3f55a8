"""A text in passages."""

import sqlite3

from hypothesis import given
from hypothesis import strategies as st

from onrecord.db.stored_texts import PASSAGES
from onrecord.text.passages import LONGEST, indexed, passages
from onrecord.text.wordfold import words


def shown(text: str) -> list[str]:
    return [text[start:end] for start, end in passages(text)]


def test_a_passage_is_a_paragraph() -> None:
    assert shown("Title\n\nOne line.\nAnother.\n\n\n  Third.  \n") == [
        "Title",
        "One line.\nAnother.",
        "Third.",
    ]
    assert shown("First line.\nSecond line.") == ["First line.", "Second line."]
    assert shown(" \n ") == []


def test_a_sentence_that_goes_on_over_a_page_is_one_passage() -> None:
    assert shown("The ferry sails at\n\ndawn, she said.\n\nNext.") == [
        "The ferry sails at\n\ndawn, she said.",
        "Next.",
    ]
    assert shown("A heading\n\nNext.") == ["A heading", "Next."]


def test_lines_that_were_full_are_one_passage_with_the_next() -> None:
    wrapped = (
        "The harbour master would rather close the port than risk\n"
        "Captain Ek and his crew on a night of fog as thick as this\n"
        "one, he said.\nNext line."
    )
    assert shown(wrapped) == [wrapped.removesuffix("\nNext line."), "Next line."]


def test_a_long_paragraph_is_cut_where_a_sentence_ends() -> None:
    sentence = "The ferry will sail at dawn, said the mayor. "
    parts = shown(sentence * 200)
    assert all(len(part) <= LONGEST and part.endswith("mayor.") for part in parts)
    assert " ".join(parts) == (sentence * 200).strip()


@given(st.text(st.sampled_from("a Ab.\n\n ,-字ยﬁ。é"), max_size=60).map(lambda text: text * 50) | st.text())
def test_passages_are_all_of_the_text_in_its_order(text: str) -> None:
    found = passages(text)
    at = 0
    for start, end in found:
        assert at <= start < end <= start + LONGEST
        assert not text[at:start].strip()
        assert not text[start].isspace()
        at = end
    assert not text[at:].strip()


@given(st.text())
def test_what_is_indexed_has_the_words_of_the_passage(text: str) -> None:
    with sqlite3.connect(":memory:") as memory:
        memory.execute(PASSAGES)
        memory.execute("INSERT INTO snapshots_fts(rowid, text) VALUES (1, ?)", (indexed(text),))
        for word in words(text):
            asked = " ".join(words(indexed(word)))
            found = memory.execute("SELECT 1 FROM snapshots_fts WHERE snapshots_fts MATCH ?", (f'"{asked}"',))
            assert found.fetchall() == [(1,)]


def test_words_that_a_line_breaks_are_found_whole() -> None:
    assert indexed("They re-\nlease it").split()[-1] == "release"
    assert indexed("market-oriented") == "market-oriented"


def test_letters_of_scripts_without_spaces_stand_by_themselves() -> None:
    assert indexed("AI技术").split() == ["ai", "技", "术"]
