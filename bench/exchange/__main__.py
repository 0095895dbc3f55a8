"""How long exports and imports of a large database take, and how much memory: seconds and peak MB of each.

python -m bench.exchange [--statements 100000] [--sources 10000] [--in-and-out] [FORMAT…]

The database is made up: invented speakers and works, several quotations from each work. Each export is a process of
its own, `onrecord export -o FILE`, started as users start it. `--in-and-out` also imports the JSON Lines again.
"""

import argparse
import os
import resource
import subprocess
import sys
import tempfile
import time
from pathlib import Path

from onrecord.db import schema
from onrecord.db.store import Store, writing
from onrecord.text import fold, names, slugs

FORMATS = ("bibtex", "ris", "csljson", "jsonl")
BATCH = 5_000


def main() -> None:
    options = argparse.ArgumentParser(description=__doc__.splitlines()[0])
    options.add_argument("--statements", type=int, default=100_000)
    options.add_argument("--sources", type=int, default=10_000)
    options.add_argument("--in-and-out", action="store_true")
    options.add_argument("formats", nargs="*", default=FORMATS)
    given = options.parse_args()
    with tempfile.TemporaryDirectory() as folder:
        path = Path(folder) / "large.db"
        schema.create(path)
        with writing(path, "bench") as store:
            fill(store, given.statements, given.sources)
        for format in given.formats:
            report(format, path, "export", "--format", format, "-o", str(Path(folder) / f"out.{format}"))
        if given.in_and_out:
            schema.create(Path(folder) / "other.db")
            report("import", Path(folder) / "other.db", "import", str(Path(folder) / "out.jsonl"))


def report(what: str, path: Path, *words: str) -> None:
    """Runs a command and prints its seconds and its peak memory."""
    started = time.monotonic()
    process = subprocess.Popen(
        [sys.executable, "-m", "onrecord", "--db", str(path), *words],
        stdout=subprocess.DEVNULL,
        stderr=subprocess.DEVNULL,
    )
    _, status, usage = _wait(process)
    seconds, busy = time.monotonic() - started, usage.ru_utime + usage.ru_stime
    print(
        f"{what:10} {seconds:7.1f} s ({busy:.1f} s of a core) {usage.ru_maxrss / 1024:7.0f} MB  exit {status}"
    )


def _wait(process: "subprocess.Popen[bytes]") -> tuple[int, int, resource.struct_rusage]:
    pid, status, usage = os.wait4(process.pid, 0)
    return pid, os.waitstatus_to_exitcode(status), usage


def fill(store: Store, statements: int, sources: int) -> None:
    """Statements, each attributed to one of a thousand speakers by one of the sources, with a place in it."""
    people = [f"Ada {number:04} Moe" for number in range(1_000)]
    _put(
        store,
        "speakers",
        [
            {
                "id": n,
                "slug": slugs.slugify(name),
                "name": name,
                "family": "Moe",
                "given": name[:8],
                "kind": "person",
            }
            for n, name in enumerate(people, 1)
        ],
    )
    _put(
        store,
        "speaker_names",
        [
            {"speaker_id": n, "name": name, "name_key": names.name_key(name), "kind": "preferred"}
            for n, name in enumerate(people, 1)
        ],
    )
    _put(
        store,
        "sources",
        [
            {
                "id": n,
                "citekey": f"moe-{n}",
                "type": "article-newspaper",
                "title": f"What the ferry carried on its {n}th crossing",
                "container_title": "Tallvik Courier",
                "issued": "2023-08-08",
                "url": f"https://example.org/{n}",
                "url_key": f"example.org/{n}",
                "csl": {
                    "id": f"moe-{n}",
                    "type": "article-newspaper",
                    "page": "12-14",
                    "DOI": f"10.1000/{n}",
                },
            }
            for n in range(1, sources + 1)
        ],
    )
    _put(
        store,
        "creators",
        [
            {"source_id": n, "position": 1, "role": "author", "speaker_id": n % 1_000 + 1}
            for n in range(1, sources + 1)
        ],
    )
    for first in range(1, statements + 1, BATCH):
        numbers = range(first, min(first + BATCH, statements + 1))
        texts = {n: f"Nobody counted the {n}th wave, and nobody who saw it says so." for n in numbers}
        _put(
            store,
            "statements",
            [
                {
                    "id": n,
                    "key": slugs.statement_key(text, "moe", None, length=16),
                    "text": text,
                    "text_key": fold.text_key(text),
                }
                for n, text in texts.items()
            ],
        )
        _put(
            store,
            "attributions",
            [
                {
                    "statement_id": n,
                    "speaker_id": n % 1_000 + 1,
                    "source_id": n % sources + 1,
                    "form": "direct",
                    "exact": text,
                    "locator_label": "paragraph",
                    "locator": str(n % 40 + 1),
                    "check_result": "not_checkable",
                    "checked_at": "2024-05-06T07:08:09Z",
                }
                for n, text in texts.items()
            ],
        )


def _put(store: Store, table: str, rows: list[dict[str, object]]) -> None:
    for row in rows:
        store.insert(table, **row)


if __name__ == "__main__":
    main()
