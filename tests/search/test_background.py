"""The index beside a large file comes by itself, and is in nobody's way."""

import json
import os
import signal
import subprocess
import sys
from collections.abc import Callable
from contextlib import suppress
from pathlib import Path
from time import monotonic

import pytest
import starting
from conftest import Run, environment

from onrecord.cli import background, main
from onrecord.db import index_lock
from onrecord.db.store import reading
from onrecord.search import Filters, notice, search
from onrecord.search.index import build, state

# A file of one statement is a large one.
LARGE = "import onrecord.cli.main as main; main._LARGE = 1; main.main()"
# Makes the index, and is killed after a step of it.
KILLED = """
import os, sys
from onrecord.db import index_lock
from onrecord.db.store import reading
from onrecord.search.index import build
index_lock.take(sys.argv[1])
with reading(sys.argv[1]) as store:
    next(build.bring_up(store, in_place=True))
    os.kill(os.getpid(), 9)
"""
QUOTE = ("--by", "Olof Ek", "--in", "log-1951")
Recorded = Callable[..., starting.Done]


@pytest.fixture
def path(run: Run, tmp_path: Path) -> Path:
    run("init")
    run("add", "source", "--title", "Harbour log", "--citekey", "log-1951", "--date", "1951")
    run("add", "quote", "We sail at dawn.", *QUOTE, "--new-speaker")
    return tmp_path / "onrecord.db"


@pytest.fixture
def record(tmp_path: Path, path: Path) -> Recorded:
    """Runs a command to which the file is a large one, in an interpreter of its own."""

    def start(*words: str, **extra: str) -> starting.Done:
        done = starting.fresh(words, tmp_path, {**environment(tmp_path / "home"), **extra}, code=LARGE)
        assert done.returncode == 0, done.stderr
        return done

    return start


def ended(path: Path) -> None:
    """Waits until the index is in step, and nobody is at it."""
    late = monotonic() + 60
    while index_lock.is_taken(path) or _problem(path) is not None:
        assert monotonic() < late, _problem(path)
        os.sched_yield()


def _problem(path: Path) -> str | None:
    with reading(path) as store:
        return state.problem(store, state.read(state.folder_of(path)))


def found(path: Path, words: str) -> list[str]:
    with reading(path) as store:
        assert notice(store) is None
        return [hit.quote.text for hit in search(store, words, Filters()).hits]


def test_what_is_recorded_in_a_large_file_comes_into_an_index(record: Recorded, path: Path) -> None:
    assert not state.folder_of(path).exists()
    for hour in ("noon", "night", "one"):
        told = record("add", "quote", f"We sail at {hour}.", *QUOTE)
        assert told.stderr == "Note: log-1951 has no stored text: its quotations are not checkable.\n"
        ended(path)
        assert _problem(path) is None
        assert f"We sail at {hour}." in found(path, "sail")
    assert not path.with_name("onrecord.db.index.lock").exists()


def test_nothing_comes_beside_a_small_file(run: Run, path: Path) -> None:
    assert main._LARGE == 100_000
    run("add", "quote", "We sail at noon.", *QUOTE)
    assert sorted(one.name for one in path.parent.glob("onrecord.db*")) == ["onrecord.db"]


def test_nothing_comes_where_nobody_wants_it_or_nothing_was_recorded(record: Recorded, path: Path) -> None:
    record("add", "quote", "We sail at noon.", *QUOTE, ONRECORD_AUTO_INDEX="false")
    record("rm", _key(path), "--dry-run")
    record("search", "sail")
    assert not list(path.parent.glob("onrecord.db.index*"))


def test_a_broken_setting_is_no_hindrance(record: Recorded, path: Path) -> None:
    record("add", "quote", "We sail at noon.", *QUOTE, ONRECORD_AUTO_INDEX="perhaps")
    assert not list(path.parent.glob("onrecord.db.index*"))


def test_only_one_is_at_it_and_the_next_takes_along_what_was_left(record: Recorded, path: Path) -> None:
    lock = index_lock.take(path)
    assert lock is not None and index_lock.take(path) is None and index_lock.is_taken(path)
    record("add", "quote", "We sail at noon.", *QUOTE)
    assert not state.folder_of(path).exists()
    index_lock.give_back(path, lock)
    assert not index_lock.is_taken(path)
    record("add", "quote", "We sail at night.", *QUOTE)
    ended(path)
    assert len(found(path, "sail")) == 3


def test_it_catches_up_with_what_was_recorded_while_it_was_at_it(
    run: Run, path: Path, monkeypatch: pytest.MonkeyPatch
) -> None:
    rounds: list[int] = []

    def bring_up(database: str, lock: int) -> bool:
        done = real(database, lock)
        rounds.append(lock)
        if len(rounds) == 1:
            run("add", "quote", "We sail at noon.", *QUOTE)
        return done

    real = background._bring_up
    monkeypatch.setattr(background, "_bring_up", bring_up)
    monkeypatch.setattr(background, "_PAUSE", 0)
    lock = index_lock.take(path)
    assert lock is not None
    background._keep_up(str(path), lock)
    assert len(rounds) == 2
    assert len(found(path, "sail")) == 2


@pytest.mark.parametrize("first", [True, False])
def test_killed_in_the_middle_it_leaves_what_can_be_made_again(
    first: bool, record: Recorded, run: Run, path: Path
) -> None:
    if not first:
        run("index")
        run("add", "quote", "We sail at noon.", *QUOTE)
    killed = subprocess.run(
        [
            sys.executable,
            "-c",
            KILLED,
            str(path),
        ],
        check=False,
    )
    assert killed.returncode == -signal.SIGKILL
    assert not index_lock.is_taken(path)
    assert _problem(path) == ("half-built" if first else "behind")
    with reading(path) as store:
        assert search(store, "sail").total == (1 if first else 2)
        assert notice(store) is not None
    record("add", "quote", "We sail at night.", *QUOTE)
    ended(path)
    assert _problem(path) is None
    assert len(found(path, "sail")) == (2 if first else 3)


def test_a_search_says_nothing_of_an_index_that_is_being_made(run: Run, path: Path) -> None:
    run("index")
    run("add", "quote", "We sail at noon.", *QUOTE)
    lock = index_lock.take(path)
    assert lock is not None
    assert run("search", "sail").stderr == ""
    assert json.loads(run("index", "--state", "--json").stdout) == {
        "status": "behind",
        "being_made": True,
        "statements": 1,
    }
    (state.folder_of(path) / "state.json").unlink()
    assert run("index", "--state").stdout == "The index is half-built. It is being made now.\n"
    assert "in order" in run("doctor").stdout
    index_lock.give_back(path, lock)
    assert "half-built" in run("search", "sail").stderr
    assert "half-built" in run("doctor", code=1).stdout


def test_the_command_tells_how_it_stands(run: Run, path: Path) -> None:
    assert run("index", "--state").stdout == "There is no index beside the file.\n"
    run("index")
    assert run("index", "--state").stdout == "The index is in step: 1 statement in it.\n"


def test_the_command_waits_for_whoever_is_at_it(run: Run, tmp_path: Path, path: Path) -> None:
    lock = index_lock.take(path)
    assert lock is not None
    with subprocess.Popen(
        [sys.executable, "-m", "onrecord", "index"],
        cwd=tmp_path,
        env=environment(tmp_path / "home"),
        stdout=subprocess.PIPE,
        stderr=subprocess.PIPE,
        text=True,
    ) as waiting:
        assert waiting.stderr is not None and waiting.stdout is not None
        assert waiting.stderr.readline().startswith("Waiting for the process that is making it")
        index_lock.give_back(path, lock)
        assert waiting.stdout.read() == "The index is built: 1 read; 1 statement in it.\n"


def test_what_is_redacted_is_in_no_index_that_is_being_made(
    run: Run, path: Path, tmp_path: Path, monkeypatch: pytest.MonkeyPatch
) -> None:
    for hour in ("noon", "night"):
        run("add", "quote", f"We sail at {hour}.", *QUOTE)
    monkeypatch.setattr(build, "BATCH", 1)
    lock = index_lock.take(path)
    assert lock is not None
    key = json.loads(run("search", "noon", "--json").stdout)[0]["key"]
    redacting: list[subprocess.Popen[str]] = []
    real = index_lock.is_held

    def is_held(database: str, held: int) -> bool:
        """At the second step somebody redacts, and waits until the index is given up."""
        if not redacting:
            redacting.append(
                subprocess.Popen(
                    [sys.executable, "-m", "onrecord", "redact", key, "--reason", "asked to", "--yes"],
                    cwd=tmp_path,
                    env=environment(tmp_path / "home"),
                    text=True,
                )
            )
            return True
        while real(database, held):
            assert redacting[0].poll() is None
        return False

    monkeypatch.setattr(index_lock, "is_held", is_held)
    assert not background._bring_up(str(path), lock)
    assert redacting[0].poll() is None
    assert any(state.folder_of(path).iterdir())
    monkeypatch.undo()
    index_lock.give_back(path, lock)
    assert redacting[0].wait() == 0
    assert not state.folder_of(path).exists()


@pytest.mark.parametrize("mode", [0o600, 0o640, 0o644])
@pytest.mark.parametrize("in_place", [True, False])
def test_nobody_may_read_the_index_who_may_not_read_the_file(
    mode: int, in_place: bool, run: Run, path: Path
) -> None:
    path.chmod(mode)
    with reading(path) as store:
        for _ in build.bring_up(store, in_place=in_place):
            pass
    rights = state.folder_of(path).stat().st_mode & 0o777
    assert rights == {0o600: 0o700, 0o640: 0o750, 0o644: 0o755}[mode]


def test_a_folder_in_its_place_stays(record: Recorded, path: Path) -> None:
    folder = state.folder_of(path)
    folder.mkdir()
    (folder / "thesis.txt").write_text("Chapter one")
    record("add", "quote", "We sail at noon.", *QUOTE)
    lock = index_lock.take(path, wait=True)
    assert lock is not None
    index_lock.give_back(path, lock)
    assert [one.name for one in folder.iterdir()] == ["thesis.txt"]


def test_what_lies_about_in_the_current_folder_is_not_run(
    record: Recorded, tmp_path: Path, path: Path
) -> None:
    for name in ("tantivy", "onrecord", "shutil"):
        (tmp_path / f"{name}.py").write_text("open('was-run', 'w').close()")
    started = subprocess.run(
        [sys.executable, "-P", "-c", LARGE, "add", "quote", "We sail at noon.", *QUOTE],
        cwd=tmp_path,
        env=environment(tmp_path / "home"),
        check=False,
    )
    assert started.returncode == 0
    ended(path)
    assert _problem(path) is None
    assert not (tmp_path / "was-run").exists()


def test_a_command_without_streams_starts_it_too(tmp_path: Path, path: Path) -> None:
    def close() -> None:
        for number in range(3):
            with suppress(OSError):
                os.close(number)

    started = subprocess.run(
        [sys.executable, "-c", LARGE, "tag", "--quiet", _key(path), "kept"],
        cwd=tmp_path,
        env=environment(tmp_path / "home"),
        preexec_fn=close,
        check=False,
    )
    assert started.returncode in (0, 1)
    ended(path)
    assert _problem(path) is None


def _key(path: Path) -> str:
    with reading(path) as store:
        return str(store.value("SELECT key FROM statements"))
