"""`onrecord browse`, which is Datasette with the plugin, asked for pages all the while a large import goes into the same file: errors, and how long pages take.

The machine's other work is in the times of the clock; the seconds of a processor that Datasette took for a page are told beside them.
"""

import json
import os
import sqlite3
import subprocess
import sys
import tempfile
import threading
import time
import urllib.error
import urllib.request
from collections import defaultdict
from contextlib import closing, suppress
from pathlib import Path

from bench.bulk.__main__ import make

BEFORE = 20_000
_TICKS = os.sysconf("SC_CLK_TCK")


def measure(lines: int) -> None:
    """Imports so many lines into a file of 20,000 statements beside Datasette, and prints what its reader met."""
    with tempfile.TemporaryDirectory() as folder:
        place = Path(folder)
        database = place / "onrecord.db"
        environment = {**os.environ, "HOME": folder, "ONRECORD_CONFIG": os.devnull}
        make(place / "all.json", lines + BEFORE)
        with (place / "all.json").open("rb") as every, (place / "first.json").open("wb") as first:
            first.writelines(next(every) for _ in range(BEFORE))
            with (place / "rest.json").open("wb") as rest:
                rest.writelines(every)
        (place / "all.json").unlink()

        def onrecord(*words: str) -> "subprocess.Popen[bytes]":
            return subprocess.Popen(
                [sys.executable, "-m", "onrecord", *words],
                cwd=place,
                env=environment,
                stdout=subprocess.DEVNULL,
                stderr=subprocess.DEVNULL,
            )

        def done(process: "subprocess.Popen[bytes]") -> None:
            if process.wait():
                raise SystemExit("onrecord failed")

        done(onrecord("init", str(database)))
        done(onrecord("import", "first.json", "--format", "quotebank", "--db", str(database)))
        paths = _paths(database)
        server = subprocess.Popen(
            [sys.executable, "-m", "onrecord", "browse", "--port", "0", "--json", "--db", str(database)],
            cwd=place,
            env=environment,
            stdout=subprocess.PIPE,
            stderr=(place / "log").open("wb"),
            text=True,
        )
        try:
            address = _address(server)
            alone = _Reader(address, paths, server.pid)
            for _ in range(100):
                alone.ask()
            print(f"alone: {alone.told()}", flush=True)
            beside = _Reader(address, paths, server.pid)
            importing = onrecord("import", "rest.json", "--format", "quotebank", "--db", str(database))
            watch = threading.Thread(target=beside.watch, args=(importing, database))
            watch.start()
            done(importing)
            watch.join()
            print(f"beside an import of {lines:,} lines: {beside.told()}", flush=True)
            after = _Reader(address, paths, server.pid)
            for _ in range(100):
                after.ask()
            print(f"after it: {after.told()}; the log grew to {beside.log // 1_000_000} MB", flush=True)
            print(f"{len(beside.wrong)} errors: {beside.wrong[:5]}")
            for kind, times in sorted(beside.kinds.items()):
                each = beside.processor[kind] / len(times) * 1000
                print(f"  {kind:20} {_times(times)}, {each:.0f} ms of a processor each (alone: "
                      f"{alone.processor[kind] / max(1, len(alone.kinds[kind])) * 1000:.0f})")  # fmt: skip
        finally:
            server.terminate()
            server.wait()
        if b"Traceback" in (log := (place / "log").read_bytes()):
            print(log[-2000:].decode("utf-8", "replace"))


class _Reader:
    """A client that asks one page after the other."""

    def __init__(self, address: str, paths: list[tuple[str, str]], server: int) -> None:
        self.address, self.paths, self.server = address, paths, server
        self.times: list[float] = []
        self.kinds: defaultdict[str, list[float]] = defaultdict(list)
        self.wrong: list[str] = []
        self.asked = self.log = 0
        self.processor: defaultdict[str, float] = defaultdict(float)
        self.last = _processor(server)

    def watch(self, importing: "subprocess.Popen[bytes]", database: Path) -> None:
        """Asks until the import is over."""
        log = database.with_name(f"{database.name}-wal")
        while importing.poll() is None:
            self.ask()
            self.log = max(self.log, log.stat().st_size if log.exists() else 0)

    def ask(self) -> None:
        kind, path = self.paths[self.asked % len(self.paths)]
        self.asked += 1
        started = time.perf_counter()
        try:
            with urllib.request.urlopen(self.address + path, timeout=60) as response:
                response.read()
        except urllib.error.HTTPError as error:
            self.wrong.append(f"{path}: {error.code} {error.read()[:200]!r}")
        except OSError as error:
            self.wrong.append(f"{path}: {error}")
        took = (time.perf_counter() - started) * 1000
        self.times.append(took)
        self.kinds[kind].append(took)
        now = _processor(self.server)
        self.processor[kind] += now - self.last
        self.last = now

    def told(self) -> str:
        each = sum(self.processor.values()) / max(1, len(self.times)) * 1000
        return f"{len(self.times)} pages, {_times(self.times)}, {each:.0f} ms of a processor each"


def _times(times: list[float]) -> str:
    ordered = sorted(times)
    return (
        f"median {ordered[len(ordered) // 2]:.0f} ms, 95% below {ordered[len(ordered) * 95 // 100]:.0f} ms, "
        f"longest {ordered[-1]:.0f} ms"
    )


def _processor(process: int) -> float:
    fields = Path(f"/proc/{process}/stat").read_text().rpartition(")")[2].split()
    return (int(fields[11]) + int(fields[12])) / _TICKS


def _address(server: "subprocess.Popen[str]") -> str:
    assert server.stdout is not None
    written = ""
    for line in server.stdout:
        written += line
        with suppress(ValueError):
            return str(json.loads(written)["url"]).rstrip("/")
    raise SystemExit("onrecord browse does not answer.")


def _paths(database: Path) -> list[tuple[str, str]]:
    """Pages of every kind, by kind."""
    with closing(sqlite3.connect(database)) as db:
        keys = [key for (key,) in db.execute("SELECT key FROM statements ORDER BY id LIMIT 20")]
        slugs = [slug for (slug,) in db.execute("SELECT slug FROM speakers ORDER BY id LIMIT 20")]
        citekeys = [key for (key,) in db.execute("SELECT citekey FROM sources ORDER BY id LIMIT 20")]
        words = [
            text.split()[number % 5]
            for number, (text,) in enumerate(
                db.execute("SELECT text FROM statements ORDER BY id DESC LIMIT 20")
            )
        ]
    paths = []
    for key, slug, citekey, word in zip(keys, slugs, citekeys, words, strict=False):
        paths += [
            ("home", "/"),
            ("statement", f"/-/quote/{key}"),
            ("speaker", f"/-/speaker/{slug}"),
            ("source", f"/-/source/{citekey}"),
            ("search", f"/-/onrecord/search?q={word}"),
            ("table", "/onrecord/quotes"),
            ("table as JSON", "/onrecord/statements.json?_size=20"),
        ]
    return paths
