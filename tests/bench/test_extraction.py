"""The benchmark runs a scorer it is given over every system that is installed, and writes only figures."""

import json
import os
import subprocess
import sys
from pathlib import Path

from bench.extraction.reliability import Judged, left_out

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


JUDGE = """
def ev(gold, found, overlap):
    pairs = [
        (wanted, one)
        for article in gold
        for wanted in article["quotes"]
        for one in found[article["id"]]
        if wanted["start"] == one["start"]
    ]
    return len(pairs), 0, 0, {}, pairs

def spk_ok(wanted, one):
    return one["speaker_text"].startswith(wanted["speaker_text"])
"""


def test_how_often_proposals_are_right_by_confidence_and_by_rule(tmp_path: Path) -> None:
    wanted = [{"start": 1, "end": 23, "speaker_text": "Johan Quist"}]
    lines = [json.dumps({"id": str(number), "text": TEXT, "quotes": wanted[number:]}) for number in (0, 1)]
    (tmp_path / "gold.jsonl").write_text("\n".join(lines) + "\n", encoding="utf-8")
    (tmp_path / "score.py").write_text(JUDGE, encoding="utf-8")
    done = bench(tmp_path, "--reliability")
    assert done.returncode == 0, done.stderr
    rows = [line.split(" | ") for line in done.stdout.splitlines()]
    assert ["| 0.9–1.0", "2", "0.97", "0.50", "– |"] in rows
    assert ["| direct: a clause of saying beside it", "2", "0.97", "0.50", "– |"] in rows
    # One other article tells too little of a kind.
    assert ["| each article by all the others (0% of all)", "0", "0.00", "0.00", "– |"] in rows


def test_an_article_is_judged_by_all_the_others() -> None:
    kind = ("direct", "beside", 0.9)
    judged = [Judged(article, kind, article != 3) for article in range(12)]
    # One article of twelve is wrong: the others are right in ten of eleven, and it is taken by them all the same.
    assert left_out(judged * 3, 36).startswith("| each article by all the others (100% of all) | 36 |")
    assert left_out([Judged(article, kind, article % 2 == 0) for article in range(40)], 40).startswith(
        "| each article by all the others (0% of all) | 0 |"
    )
