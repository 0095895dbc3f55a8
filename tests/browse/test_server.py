"""The server as `onrecord browse` starts it: a process of its own on a port of this computer."""

import hashlib
import http.client
import os
import signal
import socket
import subprocess
import sys
from collections.abc import Iterator
from contextlib import contextmanager
from pathlib import Path
from urllib.parse import urlsplit

import pytest
from conftest import Run

pytest.importorskip("datasette", reason="Datasette is not installed: pip install onrecord[browse]")

from onrecord.browse import versions
from onrecord.browse.server import serve
from onrecord.db.store import writing
from onrecord.errors import DatabaseError, Hint, OnrecordError, UsageError

QUERY = "/onrecord/-/query.json?sql=select+1" if versions.IS_1 else "/onrecord.json?sql=select+1"

STARTER = """
import sys
from pathlib import Path
from onrecord.browse.server import serve
path, host, browser, public = sys.argv[1:]
serve(Path(path), host, 0, bool(browser), lambda address, _: print(address, flush=True), bool(public))
print("ended in order")
"""


@contextmanager
def serving(
    path: Path, host: str = "127.0.0.1", open_browser: bool = False, public: bool = False, **environment: str
) -> Iterator[tuple[str, "subprocess.Popen[str]"]]:
    process = subprocess.Popen(
        [
            sys.executable,
            "-c",
            STARTER,
            str(path),
            host,
            "open" if open_browser else "",
            "public" if public else "",
        ],
        stdout=subprocess.PIPE,
        stderr=subprocess.PIPE,
        text=True,
        env={**os.environ, **environment},
    )
    try:
        assert process.stdout is not None
        address = process.stdout.readline().strip()
        assert address.startswith("http://"), process.communicate()
        yield address, process
    finally:
        process.kill()
        process.communicate()


def ask(address: str, path: str, method: str = "GET", host: str | None = None) -> tuple[int, str]:
    place = urlsplit(address)
    assert place.hostname is not None
    connection = http.client.HTTPConnection(place.hostname, place.port, timeout=30)
    connection.request(method, path, headers={"Host": host} if host else {})
    response = connection.getresponse()
    body = response.read().decode()
    connection.close()
    return response.status, body


def test_a_real_server_answers_where_it_says_and_changes_nothing(filled: Path) -> None:
    before = hashlib.sha256(filled.read_bytes()).hexdigest()
    with serving(filled) as (address, process):
        assert ask(address, "/")[0] == 200
        status, body = ask(address, "/onrecord/quotes?_search=frost")
        assert status == 200
        assert "before the first frost" in body
        assert "onrecord-wording" in body
        assert ask(address, "/onrecord.db")[0] in (403, 404)  # the file itself is not handed out
        assert ask(address, "/onrecord/nowhere")[0] == 404
        for method in ("POST", "PUT", "DELETE", "PATCH"):
            assert ask(address, "/onrecord/tags", method)[0] == 405
        process.send_signal(signal.SIGINT)
        out, err = process.communicate(timeout=60)
    assert process.returncode == 0
    assert out == "ended in order\n"
    assert err == ""
    assert hashlib.sha256(filled.read_bytes()).hexdigest() == before


def test_one_records_while_another_reads(filled: Path) -> None:
    with serving(filled) as (address, _):
        assert "weather" not in ask(address, "/onrecord/tags")[1]
        with writing(filled, "test") as store:
            store.insert("tags", name="weather")
        assert "weather" in ask(address, "/onrecord/tags")[1]


def test_it_holds_no_log_that_others_have_left(filled: Path, run: Run) -> None:
    """With its locks lost, others took it for gone, deleted the log, and it went on reading the deleted one."""
    with serving(filled) as (address, process):
        for number in range(3):
            assert ask(address, "/")[0] == 200
            run("add", "speaker", f"Gale {number}", "--slug", f"gale-{number}", "--db", filled)
            status, body = ask(address, "/onrecord/speakers.json?_shape=array&_size=1000")
            assert status == 200
            assert f"gale-{number}" in body
        descriptors = Path(f"/proc/{process.pid}/fd")
        if descriptors.is_dir():
            held = {str(one.readlink()) for one in descriptors.iterdir() if one.is_symlink()}
            assert {one for one in held if one.startswith(str(filled)) and "(deleted)" in one} == set()
            assert any(one.startswith(str(filled)) for one in held)


def test_only_its_own_name_is_answered(filled: Path) -> None:
    with serving(filled) as (address, _):
        port = urlsplit(address).port
        assert ask(address, "/", host=f"localhost:{port}")[0] == 200
        assert ask(address, "/", host=f"rebound.example:{port}")[0] == 403


def test_queries_in_sql_are_for_this_computer_alone(filled: Path) -> None:
    with serving(filled) as (address, _):
        assert ask(address, QUERY)[0] == 200
    with serving(filled, "0.0.0.0") as (address, _):
        assert ask(address, "/onrecord/quotes")[0] == 200
        assert ask(address, QUERY)[0] in (403, 404)
        assert ask(address, "/onrecord/operations")[0] == 404


def test_a_public_one_answers_under_the_name_of_its_proxy_and_takes_no_sql(filled: Path) -> None:
    with serving(filled, public=True) as (address, _):
        assert ask(address, "/", host="archive.example")[0] == 200
        assert ask(address, "/onrecord/quotes", host="archive.example")[0] == 200
        assert ask(address, QUERY, host="archive.example")[0] in (403, 404)
        assert ask(address, "/onrecord/operations", host="archive.example")[0] == 404
        assert ask(address, "/onrecord.db", host="archive.example")[0] in (403, 404)
        assert ask(address, "/onrecord/tags", "POST", host="archive.example")[0] == 405


# An address that others can reach is public, said or not.
@pytest.mark.parametrize(
    ("asked", "named"), [(["--public"], "127.0.0.1"), (["--host", "0.0.0.0"], "localhost")]
)
def test_what_public_means_is_said(filled: Path, asked: list[str], named: str) -> None:
    process = subprocess.Popen(
        [sys.executable, "-m", "onrecord", "browse", *asked, "--port", "0", "--db", str(filled)],
        stdout=subprocess.PIPE,
        text=True,
    )
    assert process.stdout is not None
    said = [process.stdout.readline() for _ in range(2)]
    process.send_signal(signal.SIGINT)
    process.communicate(timeout=60)
    assert said[0].startswith(f"Reading room at http://{named}:")
    assert said[1].startswith("Everybody who reaches it can read what is recorded, but for")


def test_a_name_that_means_something_in_addresses(filled: Path) -> None:
    odd = filled.rename(filled.with_name("a b%20#1?.db"))
    with serving(odd) as (address, _):
        status, body = ask(address, "/")
        assert status == 200
        assert "a~20b~2520" in body or "a+b~2520" in body


def test_a_port_in_use_is_one_sentence(filled: Path) -> None:
    with socket.create_server(("127.0.0.1", 0)) as taken:
        port = taken.getsockname()[1]
        with pytest.raises(
            OnrecordError, match=f"127.0.0.1 port {port} cannot be listened on: .*\\.$"
        ) as refused:
            serve(filled, port=port)
        assert refused.value.hint == Hint("choose_port")


def test_an_impossible_place_is_one_sentence(filled: Path) -> None:
    with pytest.raises(UsageError, match="70000 is not a port"):
        serve(filled, port=70000)
    with pytest.raises(OnrecordError, match="cannot be listened on"):
        serve(filled, host="256.256.256.256", port=0)


def test_a_file_that_is_not_ours_is_refused(tmp_path: Path) -> None:
    other = tmp_path / "other.db"
    other.write_bytes(b"")
    with pytest.raises(DatabaseError, match="empty"):
        serve(other, port=0)


WITHOUT_DATASETTE = """
import sys
sys.modules["datasette"] = None
from pathlib import Path
from onrecord.browse.server import serve
from onrecord.errors import OnrecordError
try:
    serve(Path(sys.argv[1]), port=0)
except OnrecordError as error:
    print(error)
"""


def test_without_datasette_it_says_what_to_install(filled: Path) -> None:
    done = subprocess.run(
        [sys.executable, "-c", WITHOUT_DATASETTE, str(filled)],
        capture_output=True,
        text=True,
        timeout=60,
        check=True,
    )
    assert done.stdout == 'Browsing needs Datasette: pip install "onrecord[browse]"\n'


def test_the_browser_is_opened_at_the_address(filled: Path, tmp_path: Path) -> None:
    pipe = tmp_path / "opened"
    os.mkfifo(pipe)
    browser = tmp_path / "browser"
    browser.write_text(f'#!/bin/sh\necho "$1" > {pipe}\n')
    browser.chmod(0o755)
    with serving(filled, open_browser=True, BROWSER=f"{browser} %s") as (address, _):
        assert pipe.read_text() == f"{address}\n"
