"""kill -9 at random moments of eighteen commands: the file is whole, holds what it held, and the next run leaves nothing lying about."""

import os
import random
import shutil
import signal
import sqlite3
import subprocess
import sys
import tempfile
import time
from contextlib import closing
from pathlib import Path

ARTICLE = "“Nobody asked us about the pier,” said Ingrid Dahl on Monday.\n\n“The ferry waits for nobody,” Johan Quist said.\n"
# {key}: a statement that is there.
COMMANDS = (
    "add source later.txt --citekey later --title Later", "add speaker Mara", "add alias ingrid-dahl Inga",
    "add quote 'waits for nobody' --by johan-quist --in ferry", "add claim 'Somebody asked.'", "add tag {key} fog",
    "add snapshot ferry later.txt", "ingest later.txt --citekey later --accept confident", "edit {key} --note 'By the quay'",
    "merge johan-quist ingrid-dahl", "rm {key}", "undo", "verify --all", "import said.csv", "import library.bib",
    "backup kept", "restore first.db --yes", "doctor --repair",
)  # fmt: skip


def measure(rounds: int) -> None:
    """Kills each command `rounds` times, and prints what was found afterwards."""
    chance = random.Random(21)
    with tempfile.TemporaryDirectory() as folder:
        base = Path(folder) / "base"
        base.mkdir()
        key = _filled(base)
        wrong = 0
        acted = 0
        for line in COMMANDS:
            words = line.format(key=key)
            whole = _time(base, Path(folder), words)
            done = 0
            for number in range(rounds):
                place = Path(folder) / "work"
                shutil.rmtree(place, ignore_errors=True)
                shutil.copytree(base, place)
                before = _state(place)
                process = _start(place, words)
                time.sleep(chance.uniform(0.1, 1.05) * whole)
                process.send_signal(signal.SIGKILL)
                process.wait()
                done += _state(place) != before
                found = _problem(place, before, words)
                if found:
                    wrong += 1
                    print(f"  {words}, kill {number}: {found}")
            acted += done
            print(f"{line.split('{')[0][:40]:40} {rounds} kills, {done} after it was done")
        print(
            f"{len(COMMANDS) * rounds} kills of {len(COMMANDS)} commands, {acted} after it was done: {wrong} wrong"
        )


def _start(place: Path, words: str) -> subprocess.Popen[bytes]:
    # exec, so that the command itself is killed and no shell about it
    return subprocess.Popen(
        ["sh", "-c", f"exec {sys.executable} -m onrecord {words}"],
        cwd=place,
        env=_variables(place),
        stdout=subprocess.DEVNULL,
        stderr=subprocess.DEVNULL,
    )


def _variables(place: Path) -> dict[str, str]:
    return {
        **os.environ,
        "HOME": str(place / "home"),
        "ONRECORD_DB": str(place / "onrecord.db"),
        "ONRECORD_CONFIG": os.devnull,
    }


def _time(base: Path, folder: Path, words: str) -> float:
    place = folder / "timed"
    shutil.rmtree(place, ignore_errors=True)
    shutil.copytree(base, place)
    began = time.monotonic()
    _start(place, words).wait()
    return time.monotonic() - began


def _filled(base: Path) -> str:
    (base / "a.txt").write_text(ARTICLE)
    (base / "later.txt").write_text(ARTICLE + "\n“It waits,” said Mara Lund.\n")
    (base / "said.csv").write_text(
        "text,speaker,source\n"
        + "".join(f"The fog {one} lifts,Person {one % 50},log\n" for one in range(400))
    )
    (base / "library.bib").write_text("@book{dahl-2020, title={Fog}, author={Dahl, Ingrid}, year=2020}\n")
    for words in (
        "init",
        "ingest a.txt --citekey ferry --accept confident --engine rules",
        "backup first",
    ):  # fmt: skip
        if _start(base, words).wait():
            raise SystemExit(f"onrecord {words} failed")
    [first] = (base / "first").glob("*.backup")
    first.rename(base / "first.db")
    with closing(sqlite3.connect(base / "onrecord.db")) as db:
        db.execute("PRAGMA wal_checkpoint(TRUNCATE)")
        return str(db.execute("SELECT key FROM statements ORDER BY id DESC").fetchone()[0])


def _state(place: Path) -> tuple[object, ...]:
    with closing(sqlite3.connect(place / "onrecord.db")) as db:
        return tuple(
            db.execute(f"SELECT count(*), coalesce(max(id), 0) FROM {table}").fetchone()
            for table in ("operations", "changes", "statements", "attributions", "speakers", "sources")
        )


def _problem(place: Path, before: tuple[object, ...], words: str) -> str | None:
    """What is wrong after a kill: with the file, with the backups, with what lies about after the next run."""
    from onrecord.db import kept
    from onrecord.doctor.examine import faults

    path = place / "onrecord.db"
    with closing(sqlite3.connect(path)) as db:
        if db.execute("PRAGMA integrity_check").fetchone() != ("ok",):
            return "damaged"
    # A draft is allowed until the next run.
    if told := [one.sentence() for one in faults(path) if not one.kind.doubt and one.kind.name != "leftover"]:
        return "; ".join(told)
    now = _state(place)
    if not words.startswith("restore") and now[0] < before[0]:  # type: ignore[operator]
        return "an operation is gone"
    for one in place.rglob("*.backup"):
        kept.verified(one)
    _start(place, words).wait()
    left = [
        one.name for one in place.rglob("*") if "unfinished" in one.name or one.name.startswith(".onrecord-")
    ]
    return f"left lying: {', '.join(left)}" if left else None
