"""Programs that people search with: sqlite-utils, Datasette over HTTP and ripgrep, each on what it reads best."""

import json
import shutil
import subprocess
from collections.abc import Iterator
from dataclasses import asdict
from pathlib import Path
from urllib.parse import urlencode

from bench.browse.servers import running, status
from bench.search import data
from bench.search.asking import CLASSES, LIMIT, RUNS, Times, chosen, made_before, say_made, timed
from bench.search.data import Queries

SYSTEM_PYTHON = "/usr/bin/python3"


def sqlite_utils(path: Path, asked: Queries, number: int) -> Times:
    """`Table.search` of sqlite-utils within the process: ids, best first."""
    import sqlite_utils

    table = sqlite_utils.Database(_table(path, number))["statements"]
    filters: list[tuple[str | None, dict[str, int]]] = [(None, {})] * 6
    filters += [("speaker = :speaker", {"speaker": asked.speaker_id}), ("day >= :day", {"day": asked.since})]
    return timed(
        {
            name: lambda words=words, where=where, values=values: list(
                table.search(words, columns=["id"], limit=LIMIT, where=where, where_args=values)
            )
            for name, words, (where, values) in zip(CLASSES, _words(asked), filters, strict=True)
        }
    )


def datasette(path: Path, asked: Queries, number: int) -> Times:
    """The search of a table as JSON over HTTP. Hits are in the order of their ids, not ranked."""
    file = _table(path, number)
    filters: list[dict[str, int]] = [{}] * 6
    filters += [{"speaker": asked.speaker_id}, {"day__gte": asked.since}]
    with running("Datasette, tuned", file) as address:
        paths = {
            name: f"{address}/{file.stem}/statements.json?"
            + urlencode({"_search": words, "_size": LIMIT, **narrowed})
            for name, words, narrowed in zip(CLASSES, _words(asked), filters, strict=True)
        }
        # A search that goes beyond its limit of time is an error page, not an answer.
        answered = {name: one for name, one in paths.items() if status(one) == 200}
        return timed({name: (lambda one=one: status(one)) for name, one in answered.items()})


def xapian(path: Path, asked: Queries, number: int) -> Times:
    """Xapian, in which notmuch finds mail, by Debian's python3-xapian in the system's Python. Document ids only."""
    folder, peer = path.parent / "xapian", Path(__file__).with_name("xapian_peer.py")
    if not made_before(folder):
        shutil.rmtree(folder, ignore_errors=True)
        with subprocess.Popen(
            [SYSTEM_PYTHON, peer, "make", folder], stdin=subprocess.PIPE, text=True
        ) as making:
            assert making.stdin is not None
            for batch in data.statements(number):
                making.stdin.writelines(
                    f"{one}\t{text}\t{speaker}\t{day}\n" for one, text, speaker, _, day in batch
                )
        if making.returncode:
            raise SystemExit("Xapian's database was not made; see above.")
        say_made(folder)
    words = {name: str(value) for name, value in asdict(asked).items()}
    questions = json.dumps({"asked": words, "classes": CLASSES, "runs": RUNS, "clock": chosen[0]})
    told = subprocess.run(
        [SYSTEM_PYTHON, peer, "ask", folder, questions], check=True, stdout=subprocess.PIPE, text=True
    ).stdout
    times: Times = json.loads(told)
    return times


def ripgrep(path: Path, asked: Queries, number: int) -> Times:
    """`rg --count` through lines of JSON: every line is read, nothing is ranked, and the process is started anew."""
    lines = path.parent / "lines.json"
    if not made_before(lines):
        with lines.open("w", encoding="utf-8") as out:
            for batch in data.statements(number):
                for one, text, speaker, source, day in batch:
                    line = {"id": one, "speaker": speaker, "source": source, "day": day, "text": text}
                    out.write(json.dumps(line) + "\n")
        say_made(lines)
    one, other = asked.common, asked.second
    patterns = {
        **{name: rf"\b{words}\b" for name, words in zip(CLASSES, _words(asked)[:4], strict=False)},
        "two common words": rf"\b{one}\b.*\b{other}\b|\b{other}\b.*\b{one}\b",
        "phrase": rf"\b{asked.phrase}\b",
        "speaker + common word": rf'"speaker": {asked.speaker_id},.*\b{one}\b',
    }
    return timed(
        {
            name: (lambda pattern=pattern: _read_by_ripgrep(pattern, lines))
            for name, pattern in patterns.items()
        }
    )


def _read_by_ripgrep(pattern: str, lines: Path) -> None:
    subprocess.run(["rg", "--count", pattern, str(lines)], check=True, stdout=subprocess.DEVNULL)


def _words(asked: Queries) -> list[str]:
    single = [asked.rare, asked.seldom, asked.common, asked.stopword]
    return [*single, f"{asked.common} {asked.second}", f'"{asked.phrase}"', asked.common, asked.common]


def _table(path: Path, number: int) -> Path:
    """A database of one table with full-text search, as sqlite-utils makes one."""
    import sqlite_utils

    file = path.parent / "utils.db"
    if made_before(file):
        return file
    file.unlink(missing_ok=True)
    db = sqlite_utils.Database(file)
    db["statements"].insert_all(_rows(number), pk="id", batch_size=10_000)
    db["statements"].create_index(["speaker"])
    db["statements"].create_index(["day"])
    db["statements"].enable_fts(["text"])
    db.close()
    say_made(file)
    return file


def _rows(number: int) -> Iterator[dict[str, int | str]]:
    for batch in data.statements(number):
        for one, text, speaker, source, day in batch:
            yield {"id": one, "text": text, "speaker": speaker, "source": source, "day": day}
