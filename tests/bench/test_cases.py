"""The cases of real desks: what is read of them, and that a wrong value is told."""

from pathlib import Path

import pytest

from bench.cases.expected import read
from bench.cases.run import tried
from bench.cases.trial import trial

EXPECTED = """KIND: K0 made up
REPORT: nobody

RIGHT:
one speaker. Came out: two

CAME OUT (onrecord 0; $C is this folder, ONRECORD_DB a new database):
$ onrecord add speaker 'Ada Moe'
Added speaker ada-moe: Ada Moe

$ ls "$C"
"""


def test_an_expected_txt_gives_the_right_value_and_the_commands(tmp_path: Path) -> None:
    (tmp_path / "expected.txt").write_text(EXPECTED, "utf-8")
    case = read(tmp_path)
    assert case.right == "one speaker."
    assert case.commands == ("onrecord add speaker 'Ada Moe'", 'ls "$C"')
    with trial(case) as made:
        assert made.outputs[1] == "expected.txt\n"
        assert made.column("SELECT slug FROM speakers") == ["ada-moe"]
    complaints, _ = tried(case)
    assert complaints == ["there is no check for it in bench/cases/checks"]


def test_an_expected_txt_without_commands_is_refused(tmp_path: Path) -> None:
    (tmp_path / "expected.txt").write_text("RIGHT:\none speaker\n", "utf-8")
    with pytest.raises(ValueError, match="names no command"):
        read(tmp_path)
