"""A real session: the command in a terminal of its own, left and started again."""

import re
import subprocess
import sys
import time
import uuid
from collections.abc import Iterator
from pathlib import Path

import pytest
from factories import source
from proposals.proposing import REPORT, usual
from tools import program

from onrecord.db.store import reading, writing
from onrecord.proposals import queries as proposal_queries
from onrecord.proposals.store import store_proposals

PATIENCE = 60  # seconds until a screen that does not come is a failure
COLOURED = re.compile(r"\x1b\[(?:[0-9;]*;)?(?:3[0-8]|4[0-8]|9[0-7]|10[0-7])[;m]")


class Terminal:
    """A tmux server with one window of 80 x 24, on a socket of its own."""

    def __init__(self, folder: Path) -> None:
        self._tmux = [program("tmux"), "-L", f"onrecord-{uuid.uuid4().hex[:12]}", "-f", "/dev/null"]
        self._do("new-session", "-d", "-x", "80", "-y", "24", "-c", str(folder), "env PS1=ready: sh")

    def _do(self, *words: str) -> str:
        return subprocess.run([*self._tmux, *words], check=True, capture_output=True, text=True).stdout

    def type(self, *keys: str) -> None:
        self._do("send-keys", *keys)

    def screen(self, *options: str) -> str:
        """What is seen; with -e its styles too."""
        return self._do("capture-pane", "-p", *options)

    def until(self, wanted: str) -> str:
        """Waits until the screen shows something, and gives the screen."""
        end = time.monotonic() + PATIENCE
        while wanted not in (seen := self.screen()):
            assert time.monotonic() < end, f"{wanted!r} did not come:\n{seen}"
        return seen

    def close(self) -> None:
        self._do("kill-server")


@pytest.fixture
def terminal(tmp_path: Path) -> Iterator[Terminal]:
    opened = Terminal(tmp_path)
    yield opened
    opened.close()


def test_a_session_is_left_and_goes_on(database: Path, terminal: Terminal) -> None:
    with writing(database, "ingest") as store:
        source(store, REPORT)
        store_proposals(store, "dahl-2024", REPORT, usual(), engine="rules 1")
    command = f"{sys.executable} -m onrecord review dahl-2024"
    terminal.type(command, "Enter")
    terminal.until("6 open · 0 accepted · 0 rejected")
    terminal.until("said Ingrid Dahl")
    terminal.type("a")
    terminal.until("5 open · 1 accepted · 0 rejected")
    terminal.type("r")
    terminal.until("4 open · 1 accepted · 1 rejected")
    terminal.type("q")
    terminal.until("dahl-2024: 1 accepted, 1 rejected; 4 open. Go on: onrecord review dahl-2024")
    with reading(database) as store:
        states = [one.state for one in proposal_queries.proposals(store)]
    assert states == ["accepted", "rejected", "open", "open", "open", "open"]
    terminal.type("clear", "Enter")
    terminal.type(f"NO_COLOR=1 {command}", "Enter")
    terminal.until("4 open · 1 accepted · 1 rejected")
    terminal.until("✗")
    again = terminal.until("✓")
    assert "3 of 6" in again and "the harbour master" in again
    styled = terminal.screen("-e")
    assert "\x1b[" in styled and not COLOURED.search(styled)
    terminal.type("q")
    terminal.until("ready:")


def test_what_opens_a_review_lists_nothing_that_it_changes(
    database: Path, terminal: Terminal, tmp_path: Path
) -> None:
    (tmp_path / "fog.txt").write_text(REPORT)
    terminal.type(f"{sys.executable} -m onrecord ingest fog.txt --citekey fog --engine rules", "Enter")
    terminal.until("? help")
    terminal.type("q")
    left = terminal.until("fog: 0 accepted, 0 rejected;")
    assert "Added source fog" in left and "confident" not in left and "sure" not in left
