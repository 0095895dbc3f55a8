"""The servers that are measured, each a process of its own on the same file."""

import json
import socket
import subprocess
import sys
import time
import urllib.error
import urllib.request
from collections.abc import Iterator, Mapping, Sequence
from contextlib import contextmanager
from pathlib import Path

START_SECONDS = 60
# What Datasette's own documentation advises for large files; immutable mode would not show what is recorded meanwhile.
TUNED = ("suggest_facets off", "facet_time_limit_ms 300", "sql_time_limit_ms 5000", "default_cache_ttl 0")
SERVERS = ("Datasette", "Datasette, tuned", "onrecord browse")


@contextmanager
def running(server: str, database: Path) -> Iterator[str]:
    """One of SERVERS on a file; gives its address."""
    process, address = (_onrecord if server == "onrecord browse" else _datasette)(server, database)
    try:
        yield address
    finally:
        process.terminate()
        process.wait(timeout=30)


def _onrecord(server: str, database: Path) -> tuple["subprocess.Popen[str]", str]:
    command = [sys.executable, "-m", "onrecord", "browse", "--port", "0", "--json", "--db", str(database)]
    process = subprocess.Popen(command, stdout=subprocess.PIPE, text=True)
    assert process.stdout is not None
    written = ""
    for line in process.stdout:
        written += line
        if line.rstrip() == "}":
            break
    return process, str(json.loads(written)["url"]).rstrip("/")


def _datasette(server: str, database: Path) -> tuple["subprocess.Popen[str]", str]:
    """Datasette without our plugin: it is found through an entry point, which is left out."""
    with socket.socket() as free:
        free.bind(("127.0.0.1", 0))
        port = free.getsockname()[1]
    metadata = {"databases": {database.stem: {"tables": {"quotes": {
        "fts_table": "statements_fts", "fts_pk": "statement_id", "label_column": "key",
    }}}}}  # fmt: skip
    start = (
        "import importlib.metadata as found, sys; real = found.distributions\n"
        "found.distributions = lambda **k: (one for one in real(**k) if one.metadata['Name'] != 'onrecord')\n"
        "from datasette.cli import cli; cli()"
    )
    options = [word for one in TUNED for word in ("--setting", *one.split())] if "tuned" in server else []
    with_search = ["--metadata", "-"] if "tuned" in server else []
    command = [
        sys.executable,
        "-c",
        start,
        "serve",
        str(database),
        "--port",
        str(port),
        *options,
        *with_search,
    ]
    process = subprocess.Popen(
        command, stdin=subprocess.PIPE, stdout=subprocess.DEVNULL, stderr=subprocess.DEVNULL, text=True
    )
    assert process.stdin is not None
    process.stdin.write(json.dumps(metadata))
    process.stdin.close()
    address = f"http://127.0.0.1:{port}"
    _wait(address)
    return process, address


def _wait(address: str) -> None:
    deadline = time.monotonic() + START_SECONDS
    while time.monotonic() < deadline:
        try:
            urllib.request.urlopen(f"{address}/-/versions.json", timeout=5).close()
            return
        except urllib.error.URLError:
            time.sleep(0.2)
    raise TimeoutError(f"{address} does not answer.")


def timed(address: str, paths: Sequence[str], runs: int) -> tuple[list[float], int]:
    """Milliseconds of `runs` requests, one path after the other, after one to warm up; and the worst status."""
    worst, times = 200, []
    for number in range(runs + 1):
        started = time.perf_counter()
        told = status(address + paths[number % len(paths)])
        if number:
            times.append((time.perf_counter() - started) * 1000)
        worst = max(worst, told)
    return times, worst


def status(address: str) -> int:
    """Reads a page whole; gives the status of HTTP."""
    try:
        with urllib.request.urlopen(address, timeout=120) as response:
            response.read()
            return int(response.status)
    except urllib.error.HTTPError as error:
        error.read()
        return error.code


def paths(server: str, database: str, asked: Mapping[str, str]) -> dict[str, list[str]]:
    """What is asked of a server, by the name of the row in the table; what it has no page for is left out."""
    quotes = f"/{database}/quotes"
    ours = server == "onrecord browse"

    def search(word: str) -> str:
        return (
            f"/-/onrecord/search?q={word}"
            if ours
            else f"{quotes}?_search={word}&_fts_table=statements_fts&_fts_pk=statement_id"
        )

    found = {
        "table of quotations": [quotes],
        "the same with two facets": [f"{quotes}?_facet=form&_facet=status"],
        "search, rare word": [search(asked["rare"])],
        "search, common word": [search(asked["common"])],
        "search, commonest word": [search(asked["stopword"])],
    }
    if ours:
        found |= {
            "home": ["/"],
            "page of a statement": [f"/-/quote/k{1 + 997 * one}" for one in range(40)],
            "page of a source, 200 statements": ["/-/source/long-source"],
        }
    return found
