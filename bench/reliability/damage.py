"""Databases with damaged bytes, and odd paths in place of one: an answer or one sentence, no hang, and the file as it was.

Each command is a process forked from one that has everything imported already, so that only what the command does takes time.
"""

import importlib
import os
import random
import shutil
import socket
import tempfile
from collections import Counter
from collections.abc import Callable, Sequence
from pathlib import Path

from bench.reliability import forked

# Those that only ask must leave every byte; the last records where the file lets it.
COMMANDS: Sequence[Sequence[str]] = (
    ("search", "harbour"),
    ("show", "dahl-2024"),
    ("list", "speakers"),
    ("history",),
    ("export", "--format", "jsonl"),
    ("add", "quote", "Nobody ever asks us", "--by", "Johan Quist", "--in", "dahl-2024"),
)
_ASKS = COMMANDS[:-1]
SHARES = 2
Answered = Callable[[Path, Sequence[str]], tuple[int, str]]


def measure(mutations: int) -> None:
    """Damages a database `mutations` times, runs every command on each, and then on odd paths; prints what was wrong."""
    tests = forked.of_the_tests("db/test_damage.py")
    forked.warm()
    with tempfile.TemporaryDirectory() as folder:
        place = Path(folder)
        healthy = _healthy(place)
        data = healthy.read_bytes()

        def answering(said: Path) -> Answered:
            def answered(path: Path, words: Sequence[str]) -> tuple[int, str]:
                said.write_bytes(b"")
                code, told = tests.answered(path, words, said)
                return int(code), str(told)

            return answered

        odd: Counter[str] = Counter()
        paths = _odd(place / "odd")
        for name, path in paths.items():
            for words in COMMANDS:
                odd[_asked(answering(place / "said"), path, words, name)] += 1
        print(f"{len(paths)} odd paths x {len(COMMANDS)} commands: {dict(odd)}", flush=True)

        def share(which: int, of: int) -> Counter[str]:
            answered = answering(place / f"said-{which}")
            happened: Counter[str] = Counter()
            for seed in range(which, mutations, of):
                changed = tests.broken(data, random.Random(seed))
                for words in COMMANDS:
                    happened[_one(answered, place / f"one-{which}", changed, words, f"mutation {seed}")] += 1
                if seed // of % 100 == 99:
                    print(f"process {which}, up to mutation {seed}: {dict(happened)}", flush=True)
            return happened

        happened = forked.shared(share, SHARES)
        print(f"{mutations} mutations x {len(COMMANDS)} commands: {dict(happened)}; "
              f"{forked.processor_seconds():.0f} s of a processor")  # fmt: skip


def _healthy(place: Path) -> Path:
    from onrecord.db import schema
    from onrecord.db.store import writing

    factories = importlib.import_module("factories")
    path = place / "onrecord.db"
    schema.create(path)
    with writing(path, "onrecord add …") as store:
        factories.source(store, authors=("Ann Dahl",), issued="2024-03", publisher="Quay")
        factories.quote(store, "Nobody asked us", by="Johan Quist")
        for number in range(20):
            wording = f"We saw {number} ships in the harbour"
            factories.source(
                store, f"“{wording},” said Person {number}.", citekey=f"log-{number}", title="Log"
            )
            factories.quote(store, wording, by=f"Person {chr(65 + number)}", source=f"log-{number}")
    return path


def _one(
    answered: Answered,
    folder: Path,
    data: bytes,
    words: Sequence[str],
    what: str,
) -> str:
    """What happened, in a word; what is wrong is printed."""
    shutil.rmtree(folder, ignore_errors=True)
    folder.mkdir()
    path = folder / "onrecord.db"
    path.write_bytes(data)
    found = _asked(answered, path, words, what)
    if (words in _ASKS or found == "one sentence") and path.read_bytes() != data:
        print(f"  {what}, {words[0]}: the file is another one", flush=True)
        return "WRONG"
    return found


def _asked(answered: Answered, path: Path, words: Sequence[str], what: str) -> str:
    code, said = answered(path, words)
    wrong = None
    if code < 0:
        wrong = f"ended by signal {-code}"
    elif code not in (0, 1, 2):
        wrong = f"exit {code}"
    elif "Traceback" in said:
        wrong = "a traceback"
    elif code and not said.strip():
        wrong = "not a word"
    if wrong:
        print(f"  {what}, {words[0]}: {wrong}: {said[-300:]}", flush=True)
        return "WRONG"
    return "one sentence" if code else "answered"


def _odd(place: Path) -> dict[str, Path]:
    """Paths that are no database, made anew."""
    shutil.rmtree(place, ignore_errors=True)
    place.mkdir()

    def file(name: str, data: bytes) -> Path:
        (place / name).write_bytes(data)
        return place / name

    def link(name: str, target: str) -> Path:
        (place / name).symlink_to(target)
        return place / name

    (place / "folder").mkdir()
    os.mkfifo(place / "pipe")
    with socket.socket(socket.AF_UNIX) as bound:
        bound.bind(os.fspath(place / "socket"))
    closed = file("closed.db", b"x")
    closed.chmod(0)
    return {
        "a folder": place / "folder", "nothing there": place / "none.db", "a folder that is not there": place / "no" / "a.db",
        "a file as a folder": file("plain", b"x") / "a.db", "a pipe": place / "pipe", "a socket": place / "socket",
        "an empty file": file("empty.db", b""), "one byte": file("one.db", b"S"), "text": file("text.db", b"words\n" * 100),
        "the beginning of a database alone": file("head.db", b"SQLite format 3\0"), "a head and zeros": file("zeros.db", b"SQLite format 3\0" + bytes(8000)),
        "zeros": file("nul.db", bytes(100_000)), "a link to nothing": link("dangling", "nowhere"), "a link to itself": link("itself", "itself"),
        "a link to a folder": link("tofolder", "folder"), "a link to a pipe": link("topipe", "pipe"), "/dev/null": Path("/dev/null"),
        "/dev/zero": Path("/dev/zero"), "/dev/full": Path("/dev/full"), "/dev/stdin": Path("/dev/stdin"), "/proc/self/mem": Path("/proc/self/mem"),
        "a name of 300 letters": place / ("a" * 300), "a path of 5,000 letters": place / "/".join(["a" * 100] * 50),
        "a name with a line end": place / "a\nb.db", "a name that looks like an address": place / "file:a.db?mode=rwc",
        "a name of no encoding": Path(os.fsdecode(bytes(place) + b"/a\xff.db")), "a database of another program": _another(place / "other.db"),
        "a file that nobody may read": closed, "the folder above all": Path("/"), "a gzip file": file("a.gz", b"\x1f\x8b\x08" + bytes(100)),
    }  # fmt: skip


def _another(path: Path) -> Path:
    import sqlite3
    from contextlib import closing

    with closing(sqlite3.connect(path)) as db:
        db.execute("CREATE TABLE words(word)")
        db.commit()
    return path
