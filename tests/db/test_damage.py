"""A file with broken bytes: an answer, or one sentence and exit code 1, never a traceback."""

import os
import random
import shutil
import signal
import sqlite3
import sys
from collections.abc import Sequence
from contextlib import closing
from pathlib import Path

import factories
import pytest

from onrecord.claims.write import add_claim
from onrecord.db import damage, schema
from onrecord.db.store import writing

COMMANDS: Sequence[Sequence[str]] = (
    ("search", "harbour"),
    ("search", "--json"),
    ("show", "dahl-2024"),
    ("list", "speakers"),
    ("verify", "--all"),
    ("where",),
    ("history",),
    ("export", "--format", "jsonl"),
    ("add", "quote", "Nobody ever asks us", "--by", "Johan Quist", "--in", "dahl-2024"),
    ("correct", "dahl-2024", "--title", "Fog"),
    ("undo",),
    ("migrate",),
    ("migrate", "--repair"),
)


@pytest.fixture(scope="module")
def healthy(tmp_path_factory: pytest.TempPathFactory) -> Path:
    path = tmp_path_factory.mktemp("healthy") / "onrecord.db"
    schema.create(path)
    with writing(path, "onrecord add …") as store:
        factories.source(store, authors=("Ann Dahl",), issued="2024-03", publisher="Quay")
        factories.quote(store, "Nobody asked us", by="Johan Quist")
        for number in range(20):
            wording = f"We saw {number} ships in the harbour"
            factories.source(
                store, f"“{wording},” said Person {number}.", citekey=f"log-{number}", title="Log"
            )
            factories.quote(store, wording, by=f"Person {chr(65 + number)}", source=f"log-{number}")
        add_claim(store, "Somebody asked them.")
    return path


def broken(data: bytes, chance: random.Random) -> bytes:
    """The file with bytes changed, blanked, cut off, put in, or pages in each other's places."""
    found = bytearray(data)
    at = chance.randrange(len(found))
    match chance.choice(("bytes", "bytes", "bytes", "blank", "cut", "more", "pages")):
        case "bytes":
            for _ in range(chance.choice((1, 2, 8, 64))):
                found[chance.randrange(len(found))] = chance.randrange(256)
        case "blank":
            length = chance.choice((8, 512, 4096))
            found[at : at + length] = bytes(len(found[at : at + length]))
        case "cut":
            del found[at:]
        case "more":
            found[at:at] = bytes(chance.randrange(256) for _ in range(chance.choice((1, 7, 100))))
        case "pages":
            pages = [found[first : first + 4096] for first in range(0, len(found), 4096)]
            one, other = chance.randrange(len(pages)), chance.randrange(len(pages))
            pages[one], pages[other] = pages[other], pages[one]
            found = bytearray(b"".join(pages))
    return bytes(found)


def answered(path: Path, words: Sequence[str], said: Path | None = None) -> tuple[int, str]:
    """The exit code of a command in a process of its own, which has everything loaded already, and what it complained of:
    in the file `said`, beside the database where none is named."""
    said = said or path.with_name("said")
    child = os.fork()
    if child == 0:
        signal.alarm(120)
        null = os.open(os.devnull, os.O_RDWR)
        for number, descriptor in enumerate((null, null, os.open(said, os.O_WRONLY | os.O_CREAT, 0o600))):
            os.dup2(descriptor, number)
        sys.stdout, sys.stderr = open(1, "w", closefd=False), open(2, "w", closefd=False)  # noqa: SIM115
        sys.argv = ["onrecord", "--db", str(path), *words]
        code = 99
        try:
            from onrecord.cli.main import main

            main()
        except SystemExit as end:
            code = end.code if isinstance(end.code, int) else 0
        except BaseException:  # noqa: BLE001  (any other is what must not be)
            import traceback

            traceback.print_exc()
        finally:
            sys.stderr.flush()
            os._exit(code)
    _, status = os.waitpid(child, 0)
    return os.waitstatus_to_exitcode(status), said.read_text("utf-8", "replace")


def test_broken_bytes_are_a_sentence(healthy: Path, tmp_path: Path, exhaustive: bool) -> None:
    mutations = 300 if exhaustive else 60
    data = healthy.read_bytes()
    complained = 0
    for seed in range(mutations):
        chance = random.Random(seed)
        changed = broken(data, chance)
        for words in chance.sample(COMMANDS, 2):
            folder = tmp_path / "one"
            folder.mkdir()
            (folder / "onrecord.db").write_bytes(changed)
            code, said = answered(folder / "onrecord.db", words)
            shutil.rmtree(folder)
            assert code in (0, 1), (seed, words, said)
            assert "Traceback" not in said, (seed, words)
            complained += code
    assert complained > mutations // 4


def test_a_healthy_file_is_not_blamed(healthy: Path) -> None:
    assert damage.found(healthy) is None


@pytest.mark.parametrize(
    "statement",
    [
        "UPDATE speakers SET name = x'ff00'",
        "UPDATE statements SET text = CAST(x'ff41' AS TEXT)",
        "DELETE FROM sources",
        "UPDATE attributions SET speaker_id = 'nobody'",
    ],
)
def test_values_that_no_code_expects_are_found(healthy: Path, tmp_path: Path, statement: str) -> None:
    path = Path(shutil.copy(healthy, tmp_path / "onrecord.db"))
    with closing(sqlite3.connect(path, isolation_level=None)) as db:
        triggers = db.execute("SELECT name, sql FROM sqlite_master WHERE type = 'trigger'").fetchall()
        for name, _ in triggers:
            db.execute(f"DROP TRIGGER {name}")
        db.execute(statement)
        for _, again in triggers:
            db.execute(again)
    found = damage.found(path)
    assert found is not None
    assert "is damaged" in found.message
