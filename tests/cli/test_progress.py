"""How far something long has come is told on a terminal, unless its result runs over that terminal meanwhile."""

import io
import sys
from itertools import count

import pytest

from onrecord.cli import progress


class Terminal(io.StringIO):
    def isatty(self) -> bool:
        return True


@pytest.mark.parametrize(
    ("out", "quiet", "bar"), [(Terminal, True, True), (Terminal, False, False), (io.StringIO, False, True)]
)
def test_a_bar_is_shown_where_it_is_in_nobodys_way(
    out: type[io.StringIO], quiet: bool, bar: bool, monkeypatch: pytest.MonkeyPatch
) -> None:
    told = Terminal()
    seconds = count()
    monkeypatch.setattr(sys, "stdout", out())
    monkeypatch.setattr(sys, "stderr", told)
    monkeypatch.setattr(progress, "monotonic", lambda: next(seconds))
    monkeypatch.setenv("TERM", "xterm")
    passed = list(
        progress.advancing(range(5), lambda one: one, total=5, what="Importing big.csv", quiet=quiet)
    )
    assert passed == [0, 1, 2, 3, 4]
    assert ("Importing big.csv" in told.getvalue()) is bar
