"""A process that is forked from one that has loaded everything is to a test what a fresh one is."""

from pathlib import Path

import pytest
import starting
from conftest import environment
from factories import new_database

LINES = [
    (["--version"], None),
    (["list", "tags", "--json"], None),
    (["add", "claim", "-"], "The fog “lifts”.\r\n"),
    (["search", "fog"], None),
    (["show", "x"], None),
    (["nonsense"], None),
    (["add", "quote"], None),
    (["list", "--help"], None),
]


@pytest.mark.parametrize(("words", "input"), LINES, ids=[" ".join(words) for words, _ in LINES])
def test_it_says_the_same(warm: starting.Warm, tmp_path: Path, words: list[str], input: str | None) -> None:
    told = []
    for name, start in (("warm", warm.start), ("cold", starting.fresh)):
        (folder := tmp_path / name).mkdir()
        new_database(folder / "onrecord.db")
        done = start(words, folder, environment(folder), input)
        told.append((done.returncode, done.stdout, done.stderr))
    assert told[0] == told[1]


ENDS = {
    "import os; os.kill(os.getpid(), 9)": -9,
    "import sys; sys.exit(3)": 3,
    "raise ValueError('fog')": 1,
    "import atexit; atexit.register(print, 'last')": 0,
    "import sys; sys.stdin.read(1)": 0,
}


@pytest.mark.parametrize("code", ENDS)
def test_it_ends_the_same(warm: starting.Warm, tmp_path: Path, code: str) -> None:
    told = []
    for start in (warm.start, starting.fresh):
        done = start([], tmp_path, environment(tmp_path), "x" * 1_000_000, code)
        told.append((done.returncode, done.stdout, done.stderr.splitlines()[-1:]))
    assert told[0] == told[1]
    assert told[0][0] == ENDS[code]


def test_nothing_is_left_for_the_next(warm: starting.Warm, tmp_path: Path) -> None:
    look = "import os, sys; print(os.getcwd(), sorted(os.environ), sys.argv[1:], hasattr(sys, 'left'))"
    leave = "import os, sys; os.chdir('/'); os.environ['LEFT'] = sys.left = 'x'; sys.argv += ['x']"
    before = warm.start(["a"], tmp_path, environment(tmp_path), code=look)
    warm.start([], tmp_path, {**environment(tmp_path), "MORE": "x"}, code=leave)
    assert warm.start(["a"], tmp_path, environment(tmp_path), code=look).stdout == before.stdout
