"""What a passage may have been taken from: recorded statements and stored copies that have words of it."""

from __future__ import annotations

import re
from collections.abc import Callable, Sequence

from onrecord.check.passage import Passage
from onrecord.db.reader import Reader, array
from onrecord.search.likely import Likely
from onrecord.text.signs import is_unspaced
from onrecord.text.wordfold import words

# Recorded statements and stored copies that are compared with one passage.
_MOST_RECORDED = 40
_MOST_COPIES = 5
# Words of a passage that are looked for: the longest, which are mostly the rarest.
_WORDS = 10
# Letters in a row that are looked for in scripts without spaces.
_LETTERS = 3

_FOUND = """
SELECT a.id FROM attributions AS a WHERE a.statement_id IN
       (SELECT rowid FROM statements_fts WHERE statements_fts MATCH ?1 ORDER BY rank LIMIT ?2)
UNION
SELECT rowid FROM (SELECT rowid FROM attributions_fts WHERE attributions_fts MATCH ?1 ORDER BY rank LIMIT ?2)"""


def recorded(reader: Reader, passage: Passage) -> list[int]:
    """The attributions whose wording shares words with a passage, as many as are worth comparing."""
    ids: list[int] = []
    wanted = sorted(dict.fromkeys(words(passage.wording)), key=len, reverse=True)[:_WORDS]
    if wanted:
        asked = " OR ".join(f'"{word}"' for word in wanted)
        ids = reader.column(_FOUND, (asked, _MOST_RECORDED))
    if pieces := _pieces(passage.wording):
        holds = " OR ".join("instr(text, ?)" for _ in pieces)
        more = reader.column(f"SELECT id FROM statements WHERE {holds} LIMIT {_MOST_RECORDED}", pieces)
        ids += reader.column(
            "SELECT id FROM attributions WHERE statement_id IN (SELECT value FROM json_each(?))",
            (array(more),),
        )
    return list(dict.fromkeys(ids))


def _pieces(wording: str) -> list[str]:
    """Stretches of a wording in a script without spaces."""
    if not any(map(is_unspaced, wording)):
        return []
    runs = [run for run in re.findall(r"[^\W\d_]+", wording) if len(run) >= _LETTERS and is_unspaced(run[0])]
    pieces = [
        run[start : start + _LETTERS] for run in runs for start in range(0, len(run) - _LETTERS + 1, _LETTERS)
    ]
    return list(dict.fromkeys(pieces))[:_WORDS]


def copies(
    reader: Reader, passages: Sequence[Passage], go_on: Callable[[], None] = lambda: None
) -> list[list[int]]:
    """For each passage the stored copies that may hold it, best first. `go_on` is called now and then, and may raise."""
    if not passages:
        return []
    likely = Likely(reader, go_on)
    return [likely.of(passage.compared, _MOST_COPIES) for passage in passages]
