"""The data of the search benchmark is the same every time, and its questions find what they are named after."""

import json
import subprocess
import sys
from pathlib import Path

from onrecord.db.store import reading
from onrecord.search import Filters, count

ROOT = Path(__file__).parents[2]
MAKE = """
import dataclasses, json, pathlib, sys
from bench.search import data
print(json.dumps(dataclasses.asdict(data.make(pathlib.Path(sys.argv[1]), 3000))))
"""


def made(path: Path) -> dict[str, str]:
    done = subprocess.run(
        [sys.executable, "-c", MAKE, str(path)], cwd=ROOT, check=True, capture_output=True, text=True
    )
    asked: dict[str, str] = json.loads(done.stdout)
    return asked


def test_the_questions_are_the_same_every_time_and_find_what_they_should(tmp_path: Path) -> None:
    asked = made(tmp_path / "one.db")
    assert made(tmp_path / "other.db") == asked
    with reading(tmp_path / "one.db") as store:
        assert count(store, f'"{asked["stopword"]}"') > 2000
        assert 200 < count(store, f'"{asked["common"]}"') < 450
        assert 20 < count(store, f'"{asked["seldom"]}"') < 40
        assert count(store, f'"{asked["phrase"]}"') > 0
        assert count(store, f'"{asked["common"]}"', Filters(by=asked["speaker"])) < 50
