"""The process: what it loads to start, and how it ends."""

import json
import os
import signal
import subprocess
import sys
from pathlib import Path

import pytest

BEGIN = {"protocolVersion": "2025-11-25", "capabilities": {}, "clientInfo": {"name": "test", "version": "1"}}
LINE = json.dumps({"jsonrpc": "2.0", "id": 1, "method": "initialize", "params": BEGIN}) + "\n"
PING = json.dumps({"jsonrpc": "2.0", "id": 2, "method": "ping"}) + "\n"
# What a start would be slow by; json is what the protocol is made of.
HEAVY = {
    "typer", "click", "rich", "sqlalchemy", "alembic", "dataclasses", "inspect", "typing", "pathlib", "platformdirs",
    "lxml", "anyascii", "rapidfuzz", "mcp", "asyncio",
}  # fmt: skip


def started(database: Path) -> "subprocess.Popen[str]":
    process = subprocess.Popen(
        [sys.executable, "-m", "onrecord", "mcp", "--db", str(database)],
        stdin=subprocess.PIPE,
        stdout=subprocess.PIPE,
        stderr=subprocess.PIPE,
        text=True,
        env={**os.environ, "ONRECORD_RECENT": "false"},
        # What a shell starts in the background is deaf to SIGINT, and so would be its children.
        preexec_fn=lambda: signal.signal(signal.SIGINT, signal.SIG_DFL) and None,  # noqa: PLW1509  (no threads)
    )
    assert process.stdin is not None and process.stdout is not None
    process.stdin.write(LINE)
    process.stdin.flush()
    assert json.loads(process.stdout.readline())["id"] == 1
    return process


def test_the_handshake_loads_nothing_heavy(database: Path) -> None:
    code = (
        "import sys, atexit; atexit.register(lambda: print(*sys.modules, file=sys.stderr)); "
        f"sys.argv[1:] = ['mcp', '--db', {str(database)!r}]; from onrecord.cli.main import main; main()"
    )
    done = subprocess.run(
        [sys.executable, "-c", code], input=LINE, capture_output=True, text=True, timeout=60, check=True
    )
    assert json.loads(done.stdout)["result"]["serverInfo"]["name"] == "onrecord"
    loaded = set(done.stderr.split())
    assert loaded & HEAVY == set()
    assert len([one for one in loaded if one.startswith("onrecord")]) <= 40


def test_it_ends_with_its_input(database: Path) -> None:
    process = started(database)
    told, said = process.communicate(PING, timeout=60)
    assert (json.loads(told)["id"], said, process.returncode) == (2, "", 0)


@pytest.mark.parametrize("number", [signal.SIGINT, signal.SIGTERM])
def test_it_ends_when_it_is_told_to(number: signal.Signals, database: Path) -> None:
    process = started(database)
    process.send_signal(number)
    assert process.stderr is not None and process.wait(60) == 128 + number
    assert process.stderr.read().strip() == "Stopped."
    process.communicate()


def test_it_ends_when_nobody_reads_any_more(database: Path) -> None:
    process = started(database)
    assert process.stdin is not None and process.stdout is not None and process.stderr is not None
    process.stdout.close()
    process.stdin.write(PING)
    process.stdin.flush()
    assert process.wait(60) == 0 and process.stderr.read() == ""
    process.stdin.close()
    process.stderr.close()
