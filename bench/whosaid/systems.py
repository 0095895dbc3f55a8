"""What is asked beside `whosaid`: each gives the ids of statements, the likeliest first, for half-remembered words."""

import resource
import sqlite3
import subprocess
import sys
import time
from collections.abc import Callable, Sequence
from pathlib import Path

from onrecord.db.store import reading
from onrecord.text import wordfold
from onrecord.views.whosaid import who_said

MOST = 5
Ask = Callable[[str], Sequence[int]]


class Ours:
    """`whosaid` in a warm process; `confident` says whether its last answer was one to rely on."""

    name = "onrecord whosaid"

    def __init__(self, path: Path) -> None:
        self._opened = reading(path)
        self._reader = self._opened.__enter__()
        self.confident = False

    def __call__(self, typed: str) -> list[int]:
        found = who_said(self._reader, typed, MOST)
        self.confident = bool(found) and found[0].confident
        return [int(one.first.key[1:]) for one in found]  # the data call statement 7 k7


def fts5(path: Path) -> Ask:
    """FTS5 alone: any of the words, best first by bm25."""
    db = sqlite3.connect(path)

    def ask(typed: str) -> list[int]:
        asked = " OR ".join(f'"{word}"' for word in dict.fromkeys(wordfold.words(typed)))
        sql = "SELECT rowid FROM statements_fts WHERE statements_fts MATCH ? ORDER BY rank LIMIT ?"
        return [one for (one,) in db.execute(sql, (asked, MOST))]

    return ask


def trigram(texts: dict[int, str], folder: Path) -> Ask:
    """FTS5 with its trigram tokenizer: any of the trigrams, best first by bm25."""
    db = sqlite3.connect(folder / "trigram.db")
    db.execute("CREATE VIRTUAL TABLE said USING fts5(text, tokenize='trigram', content='')")
    db.executemany("INSERT INTO said(rowid, text) VALUES (?, ?)", texts.items())
    db.commit()

    def ask(typed: str) -> list[int]:
        pieces = dict.fromkeys(typed[at : at + 3] for at in range(len(typed) - 2))
        asked = " OR ".join(f'"{piece}"' for piece in pieces)
        sql = "SELECT rowid FROM said WHERE said MATCH ? ORDER BY rank LIMIT ?"
        return [one for (one,) in db.execute(sql, (asked, MOST))]

    return ask


def fuzz(texts: dict[int, str]) -> Ask:
    """rapidfuzz over every statement: the token set ratio, which does not mind order and what is left out."""
    from rapidfuzz import fuzz as ratios
    from rapidfuzz.process import extract

    def ask(typed: str) -> list[int]:
        return [one for _, _, one in extract(typed, texts, scorer=ratios.token_set_ratio, limit=MOST)]

    return ask


def command_seconds(path: Path, typed: str) -> tuple[float, float]:
    """How long `onrecord whosaid` takes as a command, from its start to its end, and how much of a processor."""
    program = Path(sys.executable).with_name("onrecord")
    started, worked = time.perf_counter(), _children()
    subprocess.run(
        [program, "--db", path, "whosaid", "--", typed],
        check=True,
        stdout=subprocess.DEVNULL,
        stderr=subprocess.DEVNULL,
    )
    return time.perf_counter() - started, _children() - worked


def _children() -> float:
    used = resource.getrusage(resource.RUSAGE_CHILDREN)
    return used.ru_utime + used.ru_stime
