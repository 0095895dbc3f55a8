"""The benchmark runs a scorer it is given over every system that is installed, and writes only figures."""

import json
import os
import subprocess
import sys
from pathlib import Path

ROOT = Path(__file__).parents[2]
TEXT = "“Nobody asked the crews,” said Johan Quist of the old pier."

SCORER = """
import json, sys
gold, found = ([json.loads(line) for line in open(name, encoding="utf-8")] for name in sys.argv[1:])
right = sum(one["quotes"][0]["start"] == 1 for one in found)
print("exact         direct   P 0.100 R 0.200 F1 0.300  (gold 1 pred 1)")
print("overlap>=0.9  CORE     P 0.4%d0 R 0.500 F1 0.600  (core gold 1)" % right)
print("overlap>=0.9  speaker mention accuracy on matched: all 0.700 (n=1) direct 0.800 (n=1)")
"""


def bench(*words: str | Path) -> "subprocess.CompletedProcess[str]":
    return subprocess.run(
        [sys.executable, "-m", "bench.extraction", *map(str, words)],
        cwd=ROOT,
        env={**os.environ, "LANG": "C.UTF-8"},
        capture_output=True,
        text=True,
        timeout=300,
        check=False,
    )


def test_a_table_of_what_the_scorer_says(tmp_path: Path) -> None:
    (tmp_path / "gold.jsonl").write_text(
        json.dumps({"id": "a", "text": TEXT, "quotes": []}) + "\n", encoding="utf-8"
    )
    (tmp_path / "score.py").write_text(SCORER, encoding="utf-8")
    out = tmp_path / "results" / "extraction.md"
    done = bench(tmp_path, "--out", out)
    assert done.returncode == 0, done.stderr
    written = out.read_text(encoding="utf-8")
    heading, _, rules = (line for line in written.splitlines()[2:5])
    row = dict(zip(heading.split(" | "), rules.split(" | "), strict=True))
    assert row["| system"] == "| onrecord, rules"
    assert (row["direct exact F1"], row["CORE F1"], row["CORE P"]) == ("0.300", "0.600", "0.410")
    assert (row["speaker mention right"], row["mixed F1"]) == ("0.700", "–")
    assert int(row["words/s |"].strip(" |").replace(",", "")) > 0
    assert str(tmp_path) not in written and "Quist" not in written


def test_without_the_data(tmp_path: Path) -> None:
    done = bench(tmp_path, "--out", tmp_path / "x.md")
    assert done.returncode == 1
    assert "no gold.jsonl and no score.py" in done.stderr
    assert not (tmp_path / "x.md").exists()
