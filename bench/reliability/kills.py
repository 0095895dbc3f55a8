"""kill -9 at random moments of twenty commands: the file is whole, holds what it held and what was acknowledged, and the next run
leaves nothing lying about.

The commands are forked from a process that has everything imported, so that the moments fall into their work; two are killed side by side.
"""

import os
import random
import shlex
import shutil
import signal
import sqlite3
import subprocess
import sys
import tempfile
import time
from collections import Counter
from contextlib import closing
from pathlib import Path

from bench.reliability import forked

ARTICLE = "“Nobody asked us about the pier,” said Ingrid Dahl on Monday.\n\n“The ferry waits for nobody,” Johan Quist said.\n"
# {key}: a statement that is there.
COMMANDS = (
    "add source later.txt --citekey later --title Later", "add speaker Mara", "add alias ingrid-dahl Inga",
    "add quote 'waits for nobody' --by johan-quist --in ferry", "add claim 'Somebody asked.'", "add tag {key} fog",
    "add snapshot ferry later.txt", "ingest later.txt --citekey later --accept confident", "edit {key} --note 'By the quay'",
    "merge johan-quist ingrid-dahl", "rm {key}", "undo", "verify --all", "import said.csv", "import library.bib",
    "backup kept", "restore first.db --yes", "doctor --repair", "publish site", "export --format csv -o said-again.csv --force",
)  # fmt: skip


# They answer with what they found before they keep it, or change no row that is counted.
_ANSWERS_EARLY = ("verify", "doctor", "publish")
SHARES = 2


def measure(rounds: int, only: str = "") -> None:
    """Kills each command `rounds` times, and prints what was found afterwards."""
    forked.warm()
    with tempfile.TemporaryDirectory() as folder:
        base = Path(folder) / "base"
        base.mkdir()
        key = _filled(base)
        total: Counter[str] = Counter()
        for line in COMMANDS:
            if only not in line:
                continue
            words = line.format(key=key)
            whole, after = _whole(base, Path(folder), words)

            def work(
                which: int, of: int, words: str = words, whole: float = whole, after: object = after
            ) -> Counter[str]:
                return _killed(
                    base, Path(folder) / f"work-{which}", words, range(which, rounds, of), whole, after
                )

            told = forked.shared(work, SHARES)
            total.update(told)
            print(
                f"{line.split('{')[0][:40]:40} {_said(told)}; {whole * 1000:.0f} ms when it is left alone",
                flush=True,
            )
        print(f"{len(COMMANDS)} commands: {_said(total)}; {forked.processor_seconds():.0f} s of a processor")


def _said(told: Counter[str]) -> str:
    return (
        f"{told['killed']} killed, {told['late']} that had ended before; {told['there']} with the work done, "
        f"{told['acknowledged']} of them acknowledged: {told['wrong']} wrong"
    )


def _killed(base: Path, place: Path, words: str, numbers: range, whole: float, after: object) -> Counter[str]:
    """Kills one command as often as there are numbers; where it had ended already it is looked at too, and started once more."""
    told: Counter[str] = Counter()
    chance = random.Random(f"{words} {numbers}")
    while told["killed"] < len(numbers):
        shutil.rmtree(place, ignore_errors=True)
        shutil.copytree(base, place)
        before = _state(place)
        process = _forked(place, words)
        time.sleep(chance.uniform(0.0, 1.1) * whole)
        os.kill(process, signal.SIGKILL)
        told["killed" if forked.ended(process) == -signal.SIGKILL else "late"] += 1
        now = _state(place)
        told["there"] += now != before
        answer = place.with_suffix(".said")
        acknowledged = answer.exists() and answer.stat().st_size > 0
        told["acknowledged"] += acknowledged
        problem: str | None
        if acknowledged and now != after and not words.startswith(_ANSWERS_EARLY):
            problem = "acknowledged, and not there"
        else:
            problem = _problem(place, before, words)
        if problem:
            told["wrong"] += 1
            print(f"  {words}, kill {told['killed']}: {problem}", flush=True)
    return told


def _forked(place: Path, words: str) -> int:
    place.with_suffix(".said").unlink(missing_ok=True)
    return forked.command(shlex.split(words), place, _variables(place), place.with_suffix(".said"))


def _whole(base: Path, folder: Path, words: str) -> tuple[float, object]:
    """How long a command takes that is not killed, of three the middle, and what is there then."""
    took = []
    place = folder / "timed"
    for _ in range(3):
        shutil.rmtree(place, ignore_errors=True)
        shutil.copytree(base, place)
        began = time.monotonic()
        if forked.ended(_forked(place, words)) not in (0, 1):
            raise SystemExit(f"onrecord {words} failed")
        took.append(time.monotonic() - began)
    return sorted(took)[1], _state(place)


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
        "publish site",
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
    if not (place / "site" / "data" / "statements.jsonl").is_file():
        return "the published copy is gone"
    for one in place.rglob("*.backup"):
        kept.verified(one)
    forked.ended(_forked(place, words))
    left = [
        one.name
        for one in place.rglob("*")
        if "unfinished" in one.name
        or (one.name.startswith(".onrecord-") and one.name != ".onrecord-pages.json")
    ]
    return f"left lying: {', '.join(left)}" if left else None
