"""The first help, answered without Typer: what Typer would print, character by character, in the same styles."""

import os
import pty
import re
import subprocess
import sys
from pathlib import Path

import pytest

SLOWLY = "from onrecord.cli.app import app; app(prog_name='onrecord')"
QUICKLY = "from onrecord.cli.main import main; main()"
ENVIRONMENT = {"LANG": "C.UTF-8", "PATH": "/usr/bin:/bin", "TERM": "xterm-256color"}


def environment(width: int) -> dict[str, str]:
    path = {name: value for name, value in os.environ.items() if name == "PYTHONPATH"}
    return {**ENVIRONMENT, **path, "COLUMNS": str(width)}


def command(code: str) -> list[str]:
    return [sys.executable, "-c", f"import sys; sys.argv = ['onrecord', '--help']; {code}"]


def piped(code: str, width: int, folder: Path) -> str:
    done = subprocess.run(
        command(code),
        capture_output=True,
        text=True,
        env=environment(width),
        cwd=folder,
        timeout=60,
        check=True,
    )
    return done.stdout


def on_a_terminal(code: str, width: int, folder: Path) -> str:
    ours, theirs = pty.openpty()
    with subprocess.Popen(
        command(code),
        stdin=subprocess.DEVNULL,
        stdout=theirs,
        stderr=theirs,
        env=environment(width),
        cwd=folder,
    ) as process:
        os.close(theirs)
        written = b""
        while True:
            try:
                piece = os.read(ours, 65536)
            except OSError:  # Linux reports the end of a terminal so
                break
            written += piece
        os.close(ours)
    assert process.returncode == 0
    return written.decode().replace("\r\n", "\n")


def seen(written: str) -> list[tuple[str, frozenset[str]]]:
    """Each character with its styles; a space looks the same in all of them."""
    styles: frozenset[str] = frozenset()
    found = []
    for codes, character in re.findall(r"\x1b\[([\d;]*)m|(.|\n)", written):
        if character:
            found.append((character, frozenset() if character.isspace() else styles))
        else:
            styles = frozenset(codes.split(";")) - {"0", ""}
    return found


@pytest.mark.parametrize("width", [64, 71, 80, 100, 126, 127, 180])
def test_it_is_the_same_in_a_pipe(width: int, tmp_path: Path) -> None:
    assert piped(QUICKLY, width, tmp_path) == piped(SLOWLY, width, tmp_path)


@pytest.mark.parametrize("width", [64, 97, 140])
def test_it_is_the_same_on_a_terminal(width: int, tmp_path: Path) -> None:
    quick = seen(on_a_terminal(QUICKLY, width, tmp_path))
    assert quick == seen(on_a_terminal(SLOWLY, width, tmp_path))
    assert any(styles == {"1", "36"} for _, styles in quick)


@pytest.mark.parametrize("unusual", [{"COLUMNS": "50"}, {"NO_COLOR": "1"}, {"LANG": "C", "PYTHONUTF8": "0"}])
def test_what_is_unusual_is_left_to_typer(unusual: dict[str, str], tmp_path: Path) -> None:
    done = subprocess.run(
        [sys.executable, "-X", "importtime", "-m", "onrecord", "--help"],
        capture_output=True,
        encoding="utf-8",
        env={**environment(90), **unusual, "PYTHONCOERCECLOCALE": "0"},
        cwd=tmp_path,
        timeout=60,
        check=True,
    )
    assert "Usage: onrecord" in done.stdout and "typer.rich_utils" in done.stderr
