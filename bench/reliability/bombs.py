"""Small files that ask for much: each is refused, or read, within 2 seconds of processor time and 200 MB.

Every one is given to the command itself, in a process of its own with a new database; measured is what the process and those that
it starts took of the processor, and the most memory that it or one of them had, interpreter and all. What a program compiles at
its first use and keeps (modules, patterns) is no bomb's, and other work on a computer makes its processors slower, never faster:
one that takes too long is let off twice more, and the least counts.
"""

import os
import shutil
import signal
import subprocess
import sys
import tempfile
import threading
from dataclasses import dataclass
from pathlib import Path

from bench.reliability import bombs_archives, bombs_documents, bombs_records, bombs_repeated, bombs_words
from bench.reliability.bomb import Bomb

SECONDS, MEGABYTES = 2.0, 200
# A bomb that goes off is ended here.
_MOST_SECONDS, _MOST_BYTES, _HANGS = 4, 700_000_000, 120


@dataclass(frozen=True)
class Took:
    """What a command took, in seconds and megabytes, its exit code (negative: a signal), and what it said last."""

    seconds: float
    megabytes: int
    code: int
    said: str

    @property
    def wrong(self) -> str | None:
        """Why it is not as it should be."""
        if "Traceback" in self.said:
            return "a traceback"
        if self.code not in (0, 1, 2):
            return f"exit {self.code}"
        if self.seconds > SECONDS:
            return "too long"
        return "too much memory" if self.megabytes > MEGABYTES else None


def bombs() -> list[Bomb]:
    """All of them."""
    return [
        *bombs_archives.bombs(), *bombs_documents.bombs(), *bombs_records.bombs(), *bombs_words.bombs(), *bombs_repeated.bombs(),
    ]  # fmt: skip


def measure(only: str) -> None:
    """Lets every bomb off whose name has `only` in it, and prints a row for each, those that are wrong marked with a !."""
    wrong = refused = 0
    slowest: tuple[float, str] = (0.0, "")
    largest: tuple[int, str] = (0, "")
    chosen = [one for one in bombs() if any(part in one.name for part in only.split("|"))]
    with tempfile.TemporaryDirectory() as folder:
        base = Path(folder) / "base" / "onrecord.db"
        base.parent.mkdir()
        for words in (
            ("init",),
            ("add", "source", "--citekey", "log", "--title", "The pier"),
            ("add", "quote", "The pier will hold.", "--by", "Ida Lund", "--new-speaker", "--in", "log"),
        ):
            _run(base.parent, [sys.executable, "-m", "onrecord", *words])
        for one in chosen:
            size, took = _let_off(one, base)
            for _ in range(2):
                if took.seconds > SECONDS:
                    took = min(took, _let_off(one, base)[1], key=lambda taken: taken.seconds)
            found = took.wrong
            wrong += found is not None
            refused += took.code != 0
            slowest, largest = (
                max(slowest, (took.seconds, one.name)),
                max(largest, (took.megabytes, one.name)),
            )
            print(
                f"{'!' if found else ' '} {one.name:44} {size:11,} B {took.seconds:6.2f} s {took.megabytes:5} MB  exit {took.code}"
                f"  {found or ''} {took.said.splitlines()[-1][:150] if took.said.strip() else ''}",
                flush=True,
            )
    print(
        f"{len(chosen)} bombs, {refused} refused, {len(chosen) - refused} read: {wrong} wrong; "
        f"longest {slowest[0]:.2f} s ({slowest[1]}), most memory {largest[0]} MB ({largest[1]})"
    )


def _let_off(bomb: Bomb, base: Path) -> tuple[int, Took]:
    """How many bytes it is, and what it took."""
    place = base.parent.parent / "work"
    shutil.rmtree(place, ignore_errors=True)
    place.mkdir()
    shutil.copy(base, place / "onrecord.db")
    size = bomb.lay(place)
    return size, _run(place, [sys.executable, "-m", "onrecord", *bomb.words])


def _run(place: Path, words: list[str]) -> Took:
    variables = {
        **{name: value for name, value in os.environ.items() if name != "PYTHONDONTWRITEBYTECODE"},
        "HOME": str(place),
        "XDG_CACHE_HOME": str(place.parent / "cache"),
        "ONRECORD_DB": str(place / "onrecord.db"),
        "ONRECORD_CONFIG": os.devnull,
        "COLUMNS": "1000",
    }
    with (place / "said").open("wb") as said, (place / "out").open("wb") as out:
        process = subprocess.Popen(
            ["prlimit", f"--cpu={_MOST_SECONDS}", f"--data={_MOST_BYTES}", *words],
            cwd=place,
            env=variables,
            stdin=subprocess.DEVNULL,
            stdout=out,
            stderr=said,
        )
        late = threading.Timer(_HANGS, process.send_signal, (signal.SIGKILL,))
        late.start()
        _, status, used = os.wait4(process.pid, 0)
        late.cancel()
        process.returncode = os.waitstatus_to_exitcode(status)
    told = (place / "said").read_bytes()[-2000:].decode("utf-8", "replace")
    return Took(used.ru_utime + used.ru_stime, used.ru_maxrss // 1024, process.returncode, told)
