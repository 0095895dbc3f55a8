"""Measured figures as data, beside the tables for people: one file a benchmark, a size measured again replaces the former."""

import json
import platform
import sqlite3
from datetime import UTC, datetime
from pathlib import Path
from typing import Any

RESULTS = Path(__file__).parent / "results"

Figures = dict[str, Any]


def keep(benchmark: str, size: int, figures: Figures) -> dict[int, Figures]:
    """Keeps the figures of one size, with the day and the machine; returns those of every size, the smallest first."""
    kept = read(benchmark)
    kept[size] = {
        **figures,
        "day": f"{datetime.now(UTC):%Y-%m-%d}",
        "machine": platform.machine(),
        "python": platform.python_version(),
        "sqlite": sqlite3.sqlite_version,
    }
    kept = dict(sorted(kept.items()))
    text = json.dumps(kept, indent=1, ensure_ascii=False)
    (RESULTS / f"{benchmark}.json").write_text(text + "\n", encoding="utf-8")
    return kept


def read(benchmark: str) -> dict[int, Figures]:
    """The figures kept so far, by size."""
    path = RESULTS / f"{benchmark}.json"
    if not path.exists():
        return {}
    return {int(size): figures for size, figures in json.loads(path.read_text(encoding="utf-8")).items()}
