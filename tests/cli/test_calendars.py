"""OpenTimestamps, by a calendar on loopback that promises, and later has a block."""

import hashlib
import json
import sqlite3
import threading
from collections.abc import Iterator
from contextlib import closing
from http.server import BaseHTTPRequestHandler, ThreadingHTTPServer
from pathlib import Path

import pytest
from conftest import Run

from onrecord.stamps import proofs

HEIGHT = 800_000
IN_FRONT, BEHIND = b"\xf1\x04tide", proofs.appended(b"gulls")


class Calendar:
    """A server that takes digests in; `mined`: the block is there. `says`: it answers this instead."""

    def __init__(self) -> None:
        self.mined = False
        self.says: bytes | None = None
        self.asked: list[bytes] = []
        calendar = self

        class Handler(BaseHTTPRequestHandler):
            def do_POST(self) -> None:
                sent = self.rfile.read(int(self.headers["Content-Length"]))
                self.answer(calendar.promise(sent) if self.path == "/digest" else None)

            def do_GET(self) -> None:
                _, _, message = self.path.partition("/timestamp/")
                self.answer(calendar.proof(bytes.fromhex(message)) if calendar.mined else None)

            def answer(self, data: bytes | None) -> None:
                if data is not None and calendar.says is not None:
                    data = calendar.says
                self.send_response(404 if data is None else 200)
                self.send_header("Content-Length", str(len(data or b"")))
                self.end_headers()
                self.wfile.write(data or b"")

            def log_message(self, format: str, *args: object) -> None:
                pass

        self.server = ThreadingHTTPServer(("127.0.0.1", 0), Handler)
        self.url = f"http://127.0.0.1:{self.server.server_port}"
        threading.Thread(target=self.server.serve_forever, daemon=True).start()

    def promise(self, sent: bytes) -> bytes:
        assert len(sent) == 32
        self.asked.append(sent)
        message = proofs.after(IN_FRONT, sent)
        root = proofs.Node(
            sent, branches={IN_FRONT: proofs.Node(message, [proofs.pending(self.url)])}
        )  # fmt: skip
        return proofs.tree_written(root)

    def proof(self, message: bytes) -> bytes:
        block = proofs.Node(self.root(message), [proofs.in_block(HEIGHT)])
        hashed = proofs.Node(proofs.after(BEHIND, message), branches={proofs.hashed(): block})
        return proofs.tree_written(proofs.Node(message, branches={BEHIND: hashed}))

    @staticmethod
    def root(message: bytes) -> bytes:
        return hashlib.sha256(message + b"gulls").digest()

    def printed_root(self) -> str:
        """The Merkle root for what was sent last, as explorers print it."""
        return self.root(b"tide" + self.asked[-1])[::-1].hex()


@pytest.fixture
def calendar() -> Iterator[Calendar]:
    ours = Calendar()
    with ours.server:
        yield ours
        ours.server.shutdown()


@pytest.fixture
def desk(tmp_path: Path, run: Run) -> dict[str, str]:
    variables = {"ONRECORD_DB": str(tmp_path / "onrecord.db")}
    run("init", tmp_path / "onrecord.db")
    run("add", "speaker", "Ingrid Dahl", **variables)
    return variables


def submit(run: Run, desk: dict[str, str], *addresses: str) -> str:
    words = [word for address in addresses for word in ("--calendar", address)]
    return run("stamp", "--opentimestamps", *words, **desk).stdout


def test_a_promise_is_kept_completed_and_proved(
    calendar: Calendar, desk: dict[str, str], run: Run, tmp_path: Path
) -> None:
    assert "up to operation 1, to http://127.0.0.1" in submit(run, desk, calendar.url)
    [listed] = json.loads(run("stamp", "--list", "--json", **desk).stdout)
    assert listed["kind"] == "opentimestamps"
    # To the calendar went nothing by which it could know the record.
    assert (
        calendar.asked
        and hashlib.sha256(hashlib.sha256(listed["digest"].encode()).digest()).digest() not in calendar.asked
    )
    pending = run("verify", "--stamps", **desk)
    assert pending.stdout.startswith("pending") and "proves nothing yet" in pending.stderr

    trusted = ("stamp", "--upgrade", "--calendar", calendar.url)
    assert run(*trusted, **desk).stdout == "0 of 1 pending stamps completed.\n"
    calendar.mined = True
    assert run(*trusted, **desk).stdout == "1 of 1 pending stamps completed.\n"
    assert "No stamp is pending" in run(*trusted, **desk).stderr

    # What it leads to is said, and proved only by what the user brings.
    unchecked = run("verify", "--stamps", code=1, **desk)
    assert f"not checked: is {calendar.printed_root()} the Merkle root of block {HEIGHT}?" in unchecked.stdout
    assert f"--block {HEIGHT}=HEX" in unchecked.stderr
    block = f"{HEIGHT}={calendar.printed_root()}"
    assert run("verify", "--stamps", "--block", block, **desk).stdout.startswith("proved")
    told = json.loads(run("verify", "--stamps", "--json", "--block", block, **desk).stdout)
    assert told["stamps"][0]["block"] == HEIGHT and told["stamps"][0]["problem"] is None
    other = f"{HEIGHT}={'ab' * 32}"
    assert "another Merkle root" in run("verify", "--stamps", "--block", other, code=1, **desk).stdout
    assert (
        "not checked"
        in run(
            "verify", "--stamps", "--block", f"7={calendar.printed_root()}", code=1, **desk
        ).stdout
    )  # fmt: skip
    assert "HEIGHT=HEX" in run("verify", "--stamps", "--block", "7", code=1, **desk).stderr

    # The file that other programs read is of the 64 characters of the digest.
    with closing(sqlite3.connect(desk["ONRECORD_DB"])) as db:
        [token] = db.execute("SELECT token FROM stamps").fetchone()
    of, _ = proofs.read(token)
    assert of == hashlib.sha256(listed["digest"].encode()).digest()


def test_one_calendar_that_answers_is_enough(calendar: Calendar, desk: dict[str, str], run: Run) -> None:
    done = run(
        "stamp", "--opentimestamps", "--calendar", "http://127.0.0.1:9", "--calendar", calendar.url, **desk
    )
    assert calendar.url in done.stdout and "127.0.0.1:9" not in done.stdout and "127.0.0.1:9" in done.stderr
    refused = run("stamp", "--opentimestamps", "--calendar", "http://127.0.0.1:9", code=1, **desk).stderr
    assert refused.startswith("Error: ")
    assert len(run("stamp", "--list", **desk).stdout.splitlines()) == 1


@pytest.mark.parametrize(
    "says", [b"", b"<html>no</html>", b"\x00", b"\xff" * 300, b"\x08" * 3000, bytes(10_001)]
)
def test_what_is_no_answer_is_not_kept(
    calendar: Calendar, desk: dict[str, str], run: Run, says: bytes
) -> None:
    calendar.says = says
    assert run(
        "stamp", "--opentimestamps", "--calendar", calendar.url, code=1, **desk
    ).stderr.startswith("Error: ")  # fmt: skip
    assert run("stamp", "--list", "--json", **desk).stdout.strip() == "[]"
    calendar.says = None
    submit(run, desk, calendar.url)
    calendar.says, calendar.mined = says, True
    assert run("stamp", "--upgrade", "--calendar", calendar.url, code=1, **desk).stderr.startswith("Error: ")
    assert run("verify", "--stamps", **desk).stdout.startswith("pending")


def test_no_stranger_is_asked(calendar: Calendar, desk: dict[str, str], run: Run) -> None:
    """The address stands in the file, which somebody else may have written."""
    submit(run, desk, calendar.url)
    calendar.mined = True
    assert "--calendar" in run("stamp", "--upgrade", code=1, **desk).stderr
    told = json.loads(run("stamp", "--upgrade", "--json", "--calendar", calendar.url, **desk).stdout)
    assert told == {"completed": 1, "pending": 0, "failures": []}


def test_what_was_rewritten_shows(calendar: Calendar, desk: dict[str, str], run: Run) -> None:
    submit(run, desk, calendar.url)
    calendar.mined = True
    run("stamp", "--upgrade", "--calendar", calendar.url, **desk)
    block = f"{HEIGHT}={calendar.printed_root()}"
    with closing(sqlite3.connect(desk["ONRECORD_DB"], isolation_level=None)) as db:
        db.execute("UPDATE operations SET command = 'nothing'")
    done = run("verify", "--stamps", "--block", block, code=1, **desk)
    assert "proved" in done.stdout and "operation 1 is not as it was sealed" in done.stderr
    with closing(sqlite3.connect(desk["ONRECORD_DB"], isolation_level=None)) as db:
        db.execute("UPDATE seals SET digest = ?", ("0" * 64,))
    assert "another seal" in run("verify", "--stamps", "--block", block, code=1, **desk).stdout
    with closing(sqlite3.connect(desk["ONRECORD_DB"], isolation_level=None)) as db:
        db.execute("UPDATE stamps SET token = x'00ff'")
    assert "not an OpenTimestamps proof" in run("verify", "--stamps", "--block", block, code=1, **desk).stdout
    assert run("stamp", "--upgrade", code=1, **desk).stderr.startswith("Error: ")


@pytest.mark.parametrize(
    "words",
    [("--opentimestamps", "--upgrade"), ("--opentimestamps", "--list"), ("--calendar", "http://127.0.0.1:9"), ("--upgrade", "--request", "x")],
)  # fmt: skip
def test_what_does_not_go_together_is_refused(desk: dict[str, str], run: Run, words: tuple[str, ...]) -> None:
    assert "--calendar" in run("stamp", *words, code=2, **desk).stderr or "one of" in run(
        "stamp", *words, code=2, **desk
    ).stderr  # fmt: skip
