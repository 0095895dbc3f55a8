"""A statement with many occurrences, each quoted from one before it, and how long its trace takes in a warm process."""

import argparse
import random
import sqlite3
import tempfile
import time
from contextlib import closing
from pathlib import Path
from statistics import median

from bench.keeping import RESULTS as RESULTS_FOLDER
from bench.keeping import Figures, keep
from onrecord.db import schema
from onrecord.db.store import reading
from onrecord.views.trace import trace

RESULTS = RESULTS_FOLDER / "trace.md"
SEED, RUNS, FIRST_DAY = 19_630_828, 20, 733_000


def measure(number: int, folder: Path) -> Figures:
    chance = random.Random(SEED)
    path = folder / "onrecord.db"
    schema.create(path)
    with closing(sqlite3.connect(path)) as db:
        db.execute(
            "INSERT INTO speakers(id, slug, name, kind) VALUES (1, 'ingrid-dahl', 'Ingrid Dahl', 'person')"
        )
        db.execute(
            "INSERT INTO speakers(id, slug, name, kind) VALUES (2, 'wire', 'Coastal Wire', 'organisation')"
        )
        db.execute(
            "INSERT INTO statements(id, key, text, text_key) VALUES (1, 'kaaaaaaaaa', 'The ferry sails at dawn', '')"
        )
        for one in range(1, number + 1):
            db.execute(
                "INSERT INTO sources(id, citekey, type, title, issued, issued_min, issued_max) "
                "VALUES (?, ?, 'article-newspaper', ?, 'x', ?, ?)",
                (
                    one,
                    f"paper-{one}",
                    f"Paper {one}",
                    FIRST_DAY + one,
                    FIRST_DAY + one + chance.randrange(30),
                ),
            )
            # One in ten says nothing of whom it has it from.
            before = chance.randrange(1, one) if one > 1 and chance.random() < 0.9 else None
            form = chance.choice(("direct", "mixed", "indirect"))
            db.execute(
                "INSERT INTO attributions(id, statement_id, speaker_id, source_id, form, quoted_from_id) VALUES (?, 1, 1, ?, ?, ?)",
                (one, one, form, before),
            )
            if chance.random() < 0.3:
                cited = chance.randrange(1, number + 1) if one > number // 2 else None
                db.execute(
                    "INSERT INTO relays(attribution_id, hop, speaker_id, cited_source_id) VALUES (?, 1, 2, ?)",
                    (one, cited if cited != one and cited is not None and cited <= one else None),
                )
        db.commit()
    times = []
    with reading(path) as store:
        for _ in range(RUNS):
            started = time.perf_counter()
            found = trace(store, "kaaaaaaaaa")
            times.append((time.perf_counter() - started) * 1000)
    return {
        "ms": median(times),
        "most_ms": max(times),
        "steps": len(found.steps),
        "origins": len(found.origins.origins),
    }


def main() -> None:
    parser = argparse.ArgumentParser(prog="python -m bench.trace", description=__doc__)
    parser.add_argument("numbers", nargs="*", type=int, default=[1_000], help="how many occurrences")
    for number in parser.parse_args().numbers:
        with tempfile.TemporaryDirectory(prefix="bench-trace-") as folder:
            kept = keep("trace", number, measure(number, Path(folder)))
        rows = [
            f"| {size:,} | {one['steps']:,} | {one['origins']:,} | {one['ms']:.0f} | {one['most_ms']:.0f} | {one['day']} |"
            for size, one in kept.items()
        ]
        head = f"# Where a statement comes from\n\nMade by `python -m bench.trace`: {RUNS} traces in a warm process.\n\n"
        table = "| occurrences | steps | origins | median, ms | most, ms | measured |\n|---|---|---|---|---|---|\n"
        RESULTS.write_text(head + table + "\n".join(rows) + "\n", encoding="utf-8")
    print(RESULTS)


if __name__ == "__main__":
    main()
