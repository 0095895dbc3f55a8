"""Measured figures as data, beside the tables for people: one file a benchmark, a size measured again replaces the former."""

import json
import platform
import sqlite3
import subprocess
from datetime import UTC, datetime
from pathlib import Path
from typing import Any

RESULTS = Path(__file__).parent / "results"

Figures = dict[str, Any]


def keep(benchmark: str, size: int, figures: Figures) -> dict[int, Figures]:
    """Keeps the figures of one size, with the day, the commit and the machine; returns those of every size, the smallest first.

    The figures of every commit stay in a line of `history.jsonl`.
    """
    kept = read(benchmark)
    kept[size] = {
        **figures,
        "day": f"{datetime.now(UTC):%Y-%m-%d}",
        "commit": _commit(),
        "machine": platform.machine(),
        "python": platform.python_version(),
        "sqlite": sqlite3.sqlite_version,
    }
    with (RESULTS / "history.jsonl").open("a", encoding="utf-8") as history:
        history.write(
            json.dumps({"benchmark": benchmark, "size": size, **kept[size]}, ensure_ascii=False) + "\n"
        )
    kept = dict(sorted(kept.items()))
    text = json.dumps(kept, indent=1, ensure_ascii=False)
    (RESULTS / f"{benchmark}.json").write_text(text + "\n", encoding="utf-8")
    return kept


def _commit() -> str | None:
    """The commit that is measured, with a + where files were changed since; None where this is no checkout."""
    told = subprocess.run(
        ["git", "describe", "--always", "--dirty=+", "--abbrev=12"],
        cwd=RESULTS,
        capture_output=True,
        text=True,
        check=False,
    )
    return told.stdout.strip() or None


def read(benchmark: str) -> dict[int, Figures]:
    """The figures kept so far, by size."""
    path = RESULTS / f"{benchmark}.json"
    if not path.exists():
        return {}
    return {int(size): figures for size, figures in json.loads(path.read_text(encoding="utf-8")).items()}
