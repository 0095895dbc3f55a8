"""Makes a file of statements, loads it with each system in a process of its own, and writes bench/results/import.md.

The peers: `sqlite3` puts the same rows into the same four tables with the same indexes and full-text index, without looking
anything up, in batches (what no importer can be faster than); `sqlite-utils insert` puts the lines into one table and
indexes their text, which is less.
"""

import argparse
import json
import os
import subprocess
import sys
import tempfile
import time
from collections.abc import Collection
from pathlib import Path

from bench.keeping import RESULTS as RESULTS_FOLDER
from bench.keeping import Figures, keep, read
from bench.search import data

RESULTS = RESULTS_FOLDER / "import.md"
AGAIN, UNDONE = "onrecord import, all known", "onrecord undo of it"
SYSTEMS = ("sqlite3", "onrecord import", "sqlite-utils insert", AGAIN, UNDONE)
RAW = """
import json, sqlite3, sys
from itertools import islice
db = sqlite3.connect(sys.argv[2], isolation_level=None)
db.executescript('''
PRAGMA journal_mode = WAL; PRAGMA synchronous = NORMAL;
CREATE TABLE speakers(id INTEGER PRIMARY KEY, name TEXT UNIQUE);
CREATE TABLE sources(id INTEGER PRIMARY KEY, url TEXT UNIQUE);
CREATE TABLE statements(id INTEGER PRIMARY KEY, key TEXT UNIQUE, text TEXT, text_key TEXT, said TEXT);
CREATE INDEX by_text_key ON statements(text_key);
CREATE TABLE attributions(id INTEGER PRIMARY KEY, statement_id INTEGER, speaker_id INTEGER, source_id INTEGER, form TEXT,
  exact TEXT, said TEXT);
CREATE INDEX a1 ON attributions(statement_id); CREATE INDEX a2 ON attributions(speaker_id); CREATE INDEX a3 ON attributions(source_id);
CREATE VIRTUAL TABLE fts USING fts5(text, content='statements', content_rowid='id', tokenize='unicode61 remove_diacritics 2');
''')
number, speakers, sources = 0, {}, {}
with open(sys.argv[1], 'rb') as lines:
    while batch := list(islice(lines, 10_000)):
        db.execute('BEGIN IMMEDIATE')
        rows, new_speakers, new_sources, said = [], [], [], []
        for line in batch:
            one = json.loads(line)
            number += 1
            speaker, url = one['speaker'], one['urls'][0]
            if speaker not in speakers:
                speakers[speaker] = len(speakers) + 1
                new_speakers.append((speakers[speaker], speaker))
            if url not in sources:
                sources[url] = len(sources) + 1
                new_sources.append((sources[url], url))
            day = one['date'][:10]
            rows.append((number, one['quoteID'], one['quotation'], one['quoteID'], day))
            said.append((number, number, speakers[speaker], sources[url], 'direct', one['quotation'], day))
        db.executemany('INSERT INTO speakers VALUES (?, ?)', new_speakers)
        db.executemany('INSERT INTO sources VALUES (?, ?)', new_sources)
        db.executemany('INSERT INTO statements VALUES (?, ?, ?, ?, ?)', rows)
        db.executemany('INSERT INTO attributions VALUES (?, ?, ?, ?, ?, ?, ?)', said)
        db.executemany('INSERT INTO fts(rowid, text) VALUES (?, ?)', [(row[0], row[2]) for row in rows])
        db.execute('COMMIT')
"""

UTILS = """
import subprocess, sys
for words in (
    ("insert", "utils.db", "quotes", "lines.json", "--nl", "--pk", "quoteID"),
    ("enable-fts", "utils.db", "quotes", "quotation"),
):
    subprocess.run([sys.executable, "-m", "sqlite_utils", *words], check=True)
"""


def make(path: Path, number: int) -> int:
    """Quotation-centric lines of Quotebank; returns the characters of their wordings."""
    characters = 0
    with path.open("w", encoding="utf-8") as out:
        for batch in data.statements(number):
            for one, text, speaker, source, day in batch:
                characters += len(text)
                line = {
                    "quoteID": f"2019-05-01-{one:07d}",
                    "quotation": text,
                    "speaker": f"Speaker Number{speaker}",
                    "qids": [f"Q{speaker}"],
                    "date": f"2019-05-{1 + day % 28:02d} 00:00:00",
                    "numOccurrences": 1,
                    "probas": [[f"Speaker Number{speaker}", "0.9"], ["None", "0.1"]],
                    "urls": [f"https://paper{source % 400}.example/{source}"],
                    "phase": "E",
                }
                out.write(json.dumps(line) + "\n")
    return characters


def timed(command: list[str], folder: Path) -> dict[str, float]:
    """Of a command: seconds on the clock, seconds of a core, the largest memory in MB, and the MB that it has written to files.

    What processes that it starts write is not counted.
    """
    begun = time.perf_counter()
    process = subprocess.Popen(command, cwd=folder, stdout=subprocess.DEVNULL)
    os.waitid(os.P_PID, process.pid, os.WEXITED | os.WNOWAIT)
    clock = time.perf_counter() - begun
    counted = dict(line.split(": ") for line in Path(f"/proc/{process.pid}/io").read_text().splitlines())
    _, status, used = os.wait4(process.pid, 0)
    process.returncode = status
    if status:
        raise SystemExit(f"{command[0]} failed")
    return {
        "clock": clock,
        "core": used.ru_utime + used.ru_stime,
        "mb": used.ru_maxrss // 1024,
        "written": int(counted["wchar"]) / 1e6,
    }


def measure(number: int, chosen: Collection[str]) -> Figures:
    """What was measured on so many lines: seconds on the clock, seconds of a core and MB by system; bytes a line."""
    python = sys.executable
    with tempfile.TemporaryDirectory(prefix="bench-bulk-") as name:
        folder = Path(name)
        characters = make(folder / "lines.json", number)
        subprocess.run(
            [python, "-m", "onrecord", "init", "ours.db"], cwd=folder, check=True, stdout=subprocess.DEVNULL
        )
        ours = [python, "-m", "onrecord", "import", "lines.json", "--format", "quotebank", "--db", "ours.db"]
        systems = {
            "sqlite3": ([python, "-c", RAW, "lines.json", "raw.db"], "raw.db"),
            "onrecord import": (ours, "ours.db"),
            "sqlite-utils insert": ([python, "-c", UTILS], "utils.db"),
        }
        found = {}
        for one, (command, file) in systems.items():
            if one not in chosen:
                continue
            print(f"{number:,} lines: {one}", file=sys.stderr, flush=True)
            found[one] = {**timed(command, folder), "bytes": _size(folder / file) / number}
        if AGAIN in chosen:
            found[AGAIN] = timed(ours, folder)
        if UNDONE in chosen:
            command = [python, "-m", "onrecord", "undo", "--db", "ours.db"]
            found[UNDONE] = {**timed(command, folder), "bytes": _size(folder / "ours.db") / number}
    return {"characters": characters / number, "systems": found}


def _section(number: int, figures: Figures) -> str:
    systems = figures["systems"]
    lines = [
        f"## {number:,} lines",
        "",
        "Wordings of {characters:.0f} characters. Measured on {day}: {machine}, Python {python}, SQLite {sqlite}.".format(
            **figures
        ),
        "",
        "| | lines/s | s | s of a core | ÷ sqlite3 (core) | MB | bytes a line | MB written |",
        "|---|---|---|---|---|---|---|---|",
    ]
    for one, of in systems.items():
        beside = "sqlite3" in systems and one not in (AGAIN, UNDONE)
        ratio = f"{of['core'] / systems['sqlite3']['core']:.2f}" if beside else ""
        written = f"{of['written']:,.0f}" if "written" in of else ""
        size = f"{of['bytes']:.0f}" if "bytes" in of else ""
        lines.append(
            f"| {one} | {number / of['clock']:,.0f} | {of['clock']:.1f} | {of['core']:.1f} | {ratio} | {of['mb']} | {size} | {written} |"
        )
    return "\n".join(lines) + "\n"


def _size(path: Path) -> int:
    return sum(one.stat().st_size for one in path.parent.glob(f"{path.name}*"))


def main() -> None:
    parser = argparse.ArgumentParser(prog="python -m bench.bulk", description=__doc__)
    parser.add_argument(
        "--rows", nargs="+", type=int, default=[100_000, 1_000_000], help="how many lines (also: 5000000)"
    )
    parser.add_argument(
        "--system", action="append", choices=SYSTEMS, help="only this one, in order; repeatable"
    )
    given = parser.parse_args()
    kept = read("import")
    for number in given.rows:
        kept = keep("import", number, measure(number, given.system or SYSTEMS))
    sections = [_section(number, figures) for number, figures in kept.items()]
    RESULTS.write_text(
        f"""# Import

{__doc__.split(chr(10) * 2, 1)[1].strip()}

Made by `python -m bench.bulk`. Start-up is in the times.

{chr(10).join(sections)}""",
        encoding="utf-8",
    )
    print(RESULTS.read_text(encoding="utf-8"))


if __name__ == "__main__":
    main()
