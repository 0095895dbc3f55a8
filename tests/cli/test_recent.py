"""Where no database is found, those used lately are named."""

import os
import stat
from functools import partial
from pathlib import Path

import pytest
from conftest import Run

from onrecord.cli import recent


@pytest.fixture
def state(tmp_path: Path, monkeypatch: pytest.MonkeyPatch) -> Path:
    monkeypatch.setenv("XDG_STATE_HOME", str(tmp_path / "state"))
    monkeypatch.delenv("ONRECORD_RECENT", raising=False)
    return tmp_path / "state" / "onrecord" / "recent"


def made(folder: Path, name: str) -> str:
    (folder / name).touch()
    return str(folder / name)


def test_ten_are_kept_the_latest_first_and_those_gone_are_left_out(state: Path, tmp_path: Path) -> None:
    paths = [made(tmp_path, f"{number}.db") for number in range(12)]
    for path in [*paths, paths[5]]:
        recent.note(path)
    assert recent.lately() == [paths[5], *(paths[number] for number in (11, 10, 9, 8, 7, 6, 4, 3, 2))]
    Path(paths[11]).unlink()
    assert paths[11] not in recent.lately()
    assert stat.S_IMODE(state.stat().st_mode) == 0o600 and stat.S_IMODE(state.parent.stat().st_mode) == 0o700


def test_odd_names_are_kept_and_shown_harmlessly(state: Path, tmp_path: Path) -> None:
    odd = made(tmp_path, "\x1b[31m ü \udcff.db")
    recent.note(odd)
    recent.note(made(tmp_path, "two\nlines.db"))
    assert recent.lately() == [odd]
    assert not any("\x1b" in line for line in recent.told())


@pytest.mark.parametrize(
    "content", [b"\xff\xfe", b"\n\n", b"relative.db\n", b"/" + b"x" * 70_000, b"\0\n/\0x\n"]
)
def test_a_damaged_list_is_none(content: bytes, state: Path, tmp_path: Path) -> None:
    state.parent.mkdir(parents=True)
    state.write_bytes(content)
    assert recent.lately() == []
    path = made(tmp_path, "a.db")
    recent.note(path)
    assert recent.lately() == [path]


def test_what_cannot_be_written_stops_nothing(
    state: Path, tmp_path: Path, monkeypatch: pytest.MonkeyPatch
) -> None:
    (tmp_path / "state").write_text("in the way")
    recent.note(made(tmp_path, "a.db"))
    assert recent.lately() == []
    monkeypatch.setenv("XDG_STATE_HOME", "/proc/nowhere")
    recent.note(made(tmp_path, "a.db"))


def test_nobody_who_does_not_want_it_is_remembered(
    state: Path, tmp_path: Path, monkeypatch: pytest.MonkeyPatch
) -> None:
    recent.note(made(tmp_path, "a.db"))
    monkeypatch.setenv("ONRECORD_RECENT", "false")
    recent.note(made(tmp_path, "b.db"))
    assert recent.lately() == [] and recent.told() == []
    monkeypatch.setenv("ONRECORD_RECENT", "perhaps")
    assert recent.lately() == []
    monkeypatch.delenv("ONRECORD_RECENT")
    assert recent.lately() == [str(tmp_path / "a.db")]


def test_the_one_of_yesterday_is_named_today(run: Run, tmp_path: Path) -> None:
    usual = partial(run, ONRECORD_RECENT="")
    first = usual()
    assert first.stdout.count("\n") == 4 and "Used lately" not in first.stdout
    usual("init", "desk.db")
    desk = os.path.realpath(tmp_path / "desk.db")
    told = usual()
    assert (
        told.stdout
        == f"{first.stdout}Used lately:\n  {desk}\nUse one with --db FILE, or everywhere: onrecord config set database FILE\n"
    )
    for words in (["where"], ["list", "sources"], ["status", "--json"]):
        failed = usual(*words, code=1)
        assert (
            failed.stderr.startswith("Error: There is no database at ")
            and f"Used lately:\n  {desk}\n" in failed.stderr
        )
    usual("config", "set", "database", "desk.db")
    assert desk in usual("where").stdout
    made_one = usual("init", "--default", code=1).stderr
    assert "exists" in made_one
    usual("config", "unset", "database")
    usual("init", "--default")
    assert (tmp_path / "home/.local/share/onrecord/onrecord.db").exists()
    assert ".local/share/onrecord/onrecord.db" in usual().stdout
