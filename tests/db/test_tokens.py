"""The words of a text are those that FTS5 has, whichever way they are told."""

import sqlite3
from contextlib import closing

from hypothesis import given
from hypothesis import strategies as st

from onrecord.db.fulltext import TOKENIZER, Tokens

ASCII = st.text(st.characters(min_codepoint=1, max_codepoint=126), max_size=60)
TEXTS = st.lists(
    ASCII | st.text(st.characters(exclude_categories=["Cs"], exclude_characters="\0"), max_size=30),
    max_size=6,
)


@given(TEXTS)
def test_they_are_those_of_the_index(texts: list[str]) -> None:
    with closing(sqlite3.connect(":memory:")) as db:
        db.execute(f'CREATE VIRTUAL TABLE given USING fts5(text, tokenize="{TOKENIZER}")')
        db.execute("CREATE VIRTUAL TABLE words USING fts5vocab(given, instance)")
        db.executemany("INSERT INTO given(rowid, text) VALUES (?, ?)", enumerate(texts, 1))
        theirs: list[list[str]] = [[] for _ in texts]
        for number, word in db.execute("SELECT doc, term FROM words ORDER BY doc, offset"):
            theirs[number - 1].append(word)
    assert Tokens().of(texts) == theirs
