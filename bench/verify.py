"""How long `verify --all` takes: python -m bench.verify [QUOTATIONS] [FOLDER]

Makes a database of direct quotations, 20 a stored text of some 30,000 characters, each as a person records it: three in four
stand code point for code point at their places, the others differ by typography, have an ellipsis or are broken off by a
reporting clause. Prints what `verify --all` took, by the clock and on one core.
"""

import random
import resource
import subprocess
import sys
import tempfile
import time
from pathlib import Path

from onrecord.db import schema
from onrecord.db.clock import now
from onrecord.db.kept_rows import Snapshot
from onrecord.db.store import Store, writing
from onrecord.ingest.read import read_bytes
from onrecord.sources.add import SourceFields, add_source
from onrecord.sources.queries import source_id
from onrecord.text import fold

PER_SOURCE = 20
_WORDS = (
    "harbour ferry council quay storm winter budget engine captain report market bridge letter garden signal timber "
    "season village railway morning island picture question teacher doctor silver window corner evening mountain"
).split()


def main() -> None:
    """Makes, measures, prints."""
    count = int(sys.argv[1]) if len(sys.argv) > 1 else 100_000
    folder = Path(sys.argv[2]) if len(sys.argv) > 2 else Path(tempfile.mkdtemp())
    path = folder / f"verify-{count}.db"
    if not path.exists():
        make(path, count)
    before, began = resource.getrusage(resource.RUSAGE_CHILDREN), time.monotonic()
    done = subprocess.run(
        [sys.executable, "-m", "onrecord", "verify", "--all", "--db", str(path)],
        stdout=subprocess.DEVNULL,
        stderr=subprocess.PIPE,
        text=True,
        check=False,
    )
    clock, after = time.monotonic() - began, resource.getrusage(resource.RUSAGE_CHILDREN)
    core = after.ru_utime + after.ru_stime - before.ru_utime - before.ru_stime
    print(done.stderr.strip().splitlines()[-1])
    print(
        f"{count:,} quotations: {core:.1f} s on one core, {clock:.1f} s by the clock, {after.ru_maxrss / 1024:.0f} MB"
    )


def make(path: Path, count: int) -> None:
    """The database; the same for the same count."""
    chance = random.Random(count)
    schema.create(path)
    with writing(path, "bench") as store:
        speaker = store.insert("speakers", slug="ann-berg", name="Ann Berg", kind="person")
        for number in range(count // PER_SOURCE):
            text, quoted = _article(chance, number)
            citekey = f"s{number}"
            add_source(
                store,
                SourceFields(title=f"Article {number}", citekey=citekey),
                read_bytes(text.encode(), name="a.txt"),
            )
            snapshot = store.one(Snapshot, "source_id = ?", (source_id(store, citekey),))
            if snapshot is None:
                raise SystemExit(f"No text was stored for {citekey}.")
            for order, (wording, places) in enumerate(quoted):
                _record(store, speaker, snapshot, f"k{number:06}{order:02}", wording, places)


def _record(
    store: Store, speaker: int, snapshot: Snapshot, key: str, wording: str, places: list[tuple[int, int]]
) -> None:
    text = snapshot.text
    statement = store.insert("statements", key=key, text=wording, text_key=fold.text_key(wording))
    first, last = places[0][0], places[-1][1]
    row = store.insert(
        "attributions",
        statement_id=statement, speaker_id=speaker, source_id=snapshot.source_id, form="direct", snapshot_id=snapshot.id,
        exact=text[first:last], prefix=text[max(0, first - 48) : first], suffix=text[last : last + 48],
        check_result="exact", checked_at=now(),
    )  # fmt: skip
    for position, (start, end) in enumerate(places, 1):
        store.insert("spans", attribution_id=row, position=position, start=start, end=end, quoted=True)


def _sentence(chance: random.Random) -> str:
    return " ".join(chance.choices(_WORDS, k=chance.randint(8, 16)))


def _article(chance: random.Random, number: int) -> tuple[str, list[tuple[str, list[tuple[int, int]]]]]:
    paragraphs: list[str] = []
    quoted = []
    length = 0
    for order in range(PER_SOURCE):
        one, other = _sentence(chance), _sentence(chance)
        kind = order % 8
        if kind == 0:
            paragraph = f"“We’ll see {one},” she said. {_sentence(chance).capitalize()}."
            wording, pieces = f"We'll see {one}", [f"We’ll see {one}"]
        elif kind == 4:
            paragraph = f"“We see {one},” said Ann Berg, “and {other}.”"
            wording, pieces = f"We see {one} and {other}", [f"We see {one}", f"and {other}"]
        else:
            paragraph = f"“We saw {one},” she said."
            wording, pieces = f"We saw {one}", [f"We saw {one}"]
        for _ in range(7):
            paragraph += f" {_sentence(chance).capitalize()}, on page {number} of it, {_sentence(chance)}."
        places = [
            (length + paragraph.index(piece), length + paragraph.index(piece) + len(piece))
            for piece in pieces
        ]
        quoted.append((wording, places))
        paragraphs.append(paragraph)
        length += len(paragraph) + 2
    return "\n\n".join(paragraphs) + "\n", quoted


if __name__ == "__main__":
    main()
