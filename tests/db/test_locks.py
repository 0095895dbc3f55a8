"""SQLite alone opens the file: whoever else opens and closes it takes SQLite's locks away, and with them rows."""

import json
import os
import sqlite3
import subprocess
import sys
from contextlib import closing
from pathlib import Path

from factories import ARTICLE

from onrecord.cli.contents import ADD, COMMANDS, LIST
from onrecord.db.store import reading

# Every command once, on one database, one after the other in one process. {key} and {claim} are asked for before.
# No network is asked: the address is of this computer, and nobody listens.
CLIPPED = "clip http://127.0.0.1:9/#:~:text=fog"
LINES = (
    "init",
    "where",
    "add source article.txt --citekey ferries --title Ferries",
    "add speaker Mara --slug mara",
    "add office mara skipper --since 1960",
    "list offices",
    "add alias mara Marah",
    "add quote 'Nobody asked us' --by 'Johan Quist' --new-speaker --in ferries",
    "add claim 'Somebody asked them.'",
    "add snapshot ferries later.txt",
    "ingest other.txt --citekey other --title Other",
    "review other --to review.txt",
    "review --from review.txt",
    "review other --accept confident",
    "extract article.txt",
    "add stance {key} {claim} --denies",
    "add verdict {claim} 'Mostly wrong' --by mara",
    "add claim 'Nobody asked them.'",
    "add link {claim} {other} --contradicts",
    "add tag {key} fog",
    "text ferries",
    "diff ferries",
    "refresh ferries",
    "search asked",
    "search nowhere",
    "whosaid asked",
    "search asked --facet speaker",
    "show {key}",
    "show ferries",
    "trace {key}",
    "stats",
    "timeline --group-by speaker",
    "variants --all",
    "list quotes",
    "list sources",
    "list speakers",
    "list claims",
    "list tags",
    "verify --all",
    "cite {key} --format bibtex",
    "cite {key} --format csljson -o cited.json",
    "cite --items cited.json --style apa",
    "cite --for draft.md",
    "styles apa",
    "export --format jsonl -o all.jsonl",
    "export --format notes -o notes",
    "import library.bib",
    "import said.csv --rejects rejects.jsonl",
    "import all.jsonl",
    "publish site",
    "edit {key} --note 'By the quay'",
    "correct ferries --title 'Ferries and fog'",
    "conflicts",
    "prefer {key} --reason 'the only one'",
    "deprecate {key} --reason 'not the only one'",
    "speakers dupes",
    "speakers unsure mara johan-quist",
    "merge mara johan-quist",
    "history",
    "add stance {key} {claim} --none",
    "rm {key}",
    "undo",
    "config list",
    "list stances",
    "list links",
    "list verdicts",
    "list attributions",
    "check draft.md",
    CLIPPED,
    "mcp",
    "index",
    "migrate",
    "doctor",
    "doctor --repair",
    "stamp --list",
    "redact {key} --reason withdrawn --yes",
    "backup kept",
    "backup --list",
    "restore {backup} --yes",
    "demo .",  # it would make another database, by commands that are here
    "browse --port 99999",
    # what is the database itself is nothing to read from
    "import onrecord.db",
    "add source link.db",
    "ingest onrecord.db-wal",
)

RUNNER = """
import json, os, shlex, sqlite3, sys
from pathlib import Path

watched = {os.path.realpath("onrecord.db") + end for end in ("", "-wal", "-shm")}
opened, now = [], [""]

def look(event, arguments):
    if event == "open" and isinstance(arguments[0], (str, bytes)):
        if os.path.realpath(os.fsdecode(arguments[0])) in watched:
            opened.append(f"{now[0]}: {arguments[0]!r}")

def ended(code):
    raise SystemExit(code)

sys.addaudithook(look)
os._exit = ended
from onrecord.cli.main import main

codes, left = {}, {}
for line in json.loads(sys.argv[1]):
    names = {}
    if "{" in line:
        db = sqlite3.connect("file:onrecord.db?mode=ro", uri=True)
        names["key"] = db.execute("SELECT key FROM statements ORDER BY id").fetchone()[0]
        names["claim"], names["other"] = (*(one for (one,) in db.execute("SELECT key FROM claims ORDER BY id")), "", "")[:2]
        db.close()
        names["backup"] = next(map(str, Path("kept").glob("*.backup")), "")
    now[0] = line
    sys.argv[1:] = shlex.split(line.format(**names))
    try:
        main()
    except SystemExit as end:
        codes[line] = end.code or 0
    held = [os.readlink(f"/proc/self/fd/{one}") for one in os.listdir("/proc/self/fd") if os.path.exists(f"/proc/self/fd/{one}")]
    left[line] = [one for one in held if one.removesuffix(" (deleted)") in watched]
print("\\n" + json.dumps({"codes": codes, "opened": opened, "left": {line: one for line, one in left.items() if one}}))
"""


def test_no_command_opens_the_file_but_through_sqlite(tmp_path: Path) -> None:
    (tmp_path / "article.txt").write_text(ARTICLE)
    (tmp_path / "later.txt").write_text(ARTICLE + "Later, the fog lifted.\n")
    (tmp_path / "other.txt").write_text("“The pier will stay open all winter long,” said Ingrid Dahl.\n")
    (tmp_path / "draft.md").write_text("As [@ferries] has it.\n")
    (tmp_path / "library.bib").write_text("@book{dahl-2020, title={Fog}, author={Dahl, Ingrid}, year=2020}\n")
    (tmp_path / "said.csv").write_text("text,speaker,source\nThe fog lifts.,Ingrid Dahl,ferries\n")
    (tmp_path / "link.db").symlink_to("onrecord.db")
    done = subprocess.run(
        [sys.executable, "-c", RUNNER, json.dumps(LINES)],
        cwd=tmp_path,
        capture_output=True,
        text=True,
        env={**os.environ, "HOME": str(tmp_path), "ONRECORD_DB": str(tmp_path / "onrecord.db")},
        timeout=300,
        check=False,
    )
    assert done.returncode == 0, done.stderr
    found = json.loads(done.stdout.rstrip().rpartition("\n")[2])
    assert found["opened"] == []
    assert found["left"] == {}
    failed = {line for line, code in found["codes"].items() if code}
    # The source has no address to fetch, its copies differ, and the others are refused.
    expected = {"refresh ferries", "diff ferries", "browse --port 99999", "demo .", CLIPPED, *LINES[-3:]}
    assert failed - expected <= {"index", "publish site"}, done.stderr  # extras that may not be installed
    commands = {line.split()[0] for line in LINES}
    assert commands >= set(COMMANDS)
    assert {line.split()[1] for line in LINES if line.startswith("add ")} == set(ADD)
    assert {line.split()[1] for line in LINES if line.startswith("list ")} == set(LIST)


# Two threads of one process record while a third keeps asking what the file is, as every command does first.
WRITERS = """
import sys, threading
from pathlib import Path
from onrecord.db import files
from onrecord.db.store import reading, writing

path, process, each = Path(sys.argv[1]), sys.argv[2], int(sys.argv[3])
done = threading.Event()

def record(thread):
    for number in range(each):
        with writing(path, "test") as store:
            store.insert("tags", name=f"{process}-{thread}-{number}")

def look():
    while not done.is_set():
        files.check(path)
        with reading(path) as store:
            store.value("SELECT count(*) FROM tags")

threads = [threading.Thread(target=record, args=(one,)) for one in range(2)]
watcher = threading.Thread(target=look)
for one in (watcher, *threads):
    one.start()
for one in threads:
    one.join()
done.set()
watcher.join()
"""
EACH = 75


def test_two_processes_of_two_threads_lose_nothing(database: Path) -> None:
    running = [
        subprocess.Popen(
            [sys.executable, "-c", WRITERS, str(database), process, str(EACH)],
            stderr=subprocess.PIPE,
            text=True,
        )
        for process in "ab"
    ]
    assert [process.communicate(timeout=300)[1] for process in running] == ["", ""]
    with reading(database) as store:
        names = set(store.column("SELECT name FROM tags"))
    assert names == {
        f"{process}-{thread}-{number}" for process in "ab" for thread in range(2) for number in range(EACH)
    }
    with closing(sqlite3.connect(database)) as db:
        assert db.execute("PRAGMA integrity_check").fetchall() == [("ok",)]
