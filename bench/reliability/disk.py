"""A disk that fails: every write, sync, renaming and opening of thirteen commands fails once, and what they say then is true.

The calls are those on files of the working folder, as strace sees them, and strace makes one of them fail.
"""

import re
import shutil
import sqlite3
import subprocess
import sys
import tempfile
from collections import Counter
from contextlib import closing
from pathlib import Path

from bench.reliability.kills import _filled, _state, _variables

# Each writes; {key} is a statement that is there.
COMMANDS = (
    "add source later.txt --citekey later --title Later", "add speaker Mara", "add quote 'waits for nobody' --by johan-quist --in ferry",
    "add tag {key} fog", "ingest later.txt --citekey later --accept confident", "edit {key} --note 'By the quay'", "rm {key}", "undo",
    "import said.csv", "backup kept", "restore first.db --yes", "export --format jsonl -o all.jsonl", "cite --all -o quotes.md",
)  # fmt: skip
CALLS = {
    "write": ("EIO", "ENOSPC"),
    "pwrite64": ("EIO", "ENOSPC"),
    "fsync": ("EIO",),
    "fdatasync": ("EIO",),
    "rename": ("EACCES",),
    "renameat2": ("EACCES",),
    "ftruncate": ("EIO",),
    "openat": ("EMFILE", "EACCES"),
}
_CALL = re.compile(r"^(?:\d+ +)?(\w+)\(")
_SAYS_NOTHING = re.compile(r"nothing (?:was|is) (?:recorded|changed|taken|removed|undone)", re.IGNORECASE)


def measure(most: int) -> None:
    """At most `most` faults of each call of each command; prints what was wrong, and how often what happened."""
    if shutil.which("strace") is None:
        raise SystemExit("This takes strace.")
    happened: Counter[str] = Counter()
    wrong = faults = 0
    with tempfile.TemporaryDirectory() as folder:
        base = Path(folder) / "base"
        base.mkdir()
        key = _filled(base)
        for line in COMMANDS:
            words = line.format(key=key)
            place = _copy(base, Path(folder))
            before = _told(place)
            done = _run(place, words, ["-e", f"trace={','.join(CALLS)}", "-y", "-o", f"{folder}/log"])
            if done.returncode:
                raise SystemExit(f"onrecord {words} failed: {done.stderr}")
            after = _told(place)
            points = list(_points(Path(f"{folder}/log"), str(place), most))
            for call, number, error in points:
                place = _copy(base, Path(folder))
                # Only what is injected stops the program, so that it runs nearly as fast as without.
                told = _run(
                    place,
                    words,
                    [
                        "-e",
                        f"trace={call}",
                        "-e",
                        f"inject={call}:error={error}:when={number}",
                        "-o",
                        "/dev/null",
                    ],
                )
                found, what = _judged(place, told, before, after)
                happened[what] += 1
                faults += 1
                if found:
                    wrong += 1
                    print(f"  {words}: {call} {number} {error}: {found}\n    {told.stderr.strip()[:300]}")
            print(f"{line.split('{')[0][:45]:45} {len(points)} faults", flush=True)
    print(f"{faults} faults of {len(COMMANDS)} commands: {wrong} wrong; {dict(happened)}")


def _copy(base: Path, folder: Path) -> Path:
    place = folder / "work"
    shutil.rmtree(place, ignore_errors=True)
    shutil.copytree(base, place)
    return place


def _run(place: Path, words: str, options: list[str]) -> subprocess.CompletedProcess[str]:
    return subprocess.run(
        [
            "strace",
            "-f",
            "--seccomp-bpf",
            "-qq",
            *options,
            "sh",
            "-c",
            f"exec {sys.executable} -m onrecord {words}",
        ],
        cwd=place,
        env=_variables(place),
        capture_output=True,
        text=True,
        check=False,
        timeout=120,
    )


def _points(log: Path, place: str, most: int) -> list[tuple[str, int, str]]:
    """Which call, the how manieth of its name, and how it fails: spread over those on files of the folder."""
    counts: Counter[str] = Counter()
    ours: dict[str, list[int]] = {}
    for line in log.read_text(errors="replace").splitlines():
        if (call := _CALL.match(line)) is None:
            continue
        counts[call[1]] += 1
        if place in line and (call[1] != "openat" or "O_RDWR" in line or "O_WRONLY" in line):
            ours.setdefault(call[1], []).append(counts[call[1]])
    chosen = []
    for name, numbers in ours.items():
        step = max(1, -(-len(numbers) // most))
        for index, number in enumerate(numbers[::step]):
            errors = CALLS[name]
            chosen.append((name, number, errors[index % len(errors)]))
    return chosen


def _told(place: Path) -> tuple[object, ...]:
    return _state(place)[1:]


def _judged(
    place: Path, told: subprocess.CompletedProcess[str], before: tuple[object, ...], after: tuple[object, ...]
) -> tuple[str | None, str]:
    """What is wrong, and in a word what happened."""
    from onrecord.doctor.examine import faults

    if "Traceback" in told.stderr:
        return "a traceback", "wrong"
    with closing(sqlite3.connect(place / "onrecord.db")) as db:
        if db.execute("PRAGMA integrity_check").fetchone() != ("ok",):
            return "damaged", "wrong"
    found = [
        one.sentence()
        for one in faults(place / "onrecord.db")
        if not one.kind.doubt and one.kind.name != "leftover"
    ]
    if found:
        return "; ".join(found), "wrong"
    now = _told(place)
    if told.returncode == 0:
        return (None, "done all the same") if now == after else ("exit 0, and it is not there", "wrong")
    if told.returncode < 0 or told.returncode > 2:
        return f"exit {told.returncode}", "wrong"
    if now == before:
        return None, "refused, nothing there"
    if _SAYS_NOTHING.search(told.stderr):
        return "something is there, and it says that nothing is", "wrong"
    return None, "refused, and says what stands"
