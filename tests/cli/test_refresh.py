"""Fetching sources again, from a real server on loopback."""

import json
import threading
from collections.abc import Iterator
from http.server import BaseHTTPRequestHandler, ThreadingHTTPServer
from pathlib import Path
from xml.etree import ElementTree

import factories
import pytest
from conftest import Run

from onrecord import refresh
from onrecord.db.store import reading, writing
from onrecord.ingest.read import read_bytes
from onrecord.sources.copies import add_snapshot

PAGE = """<html><head><title>Bridge repairs</title></head><body><article><h1>Bridge repairs</h1>
<p>The town council met on Tuesday to talk about the old bridge, which was closed in spring after cracks were found.</p>
<p>“I took nothing from the builders,” Ida Berg said. Jonas Weir said that the repair would cost 84 million.</p>
<p>The council will meet again in the autumn, when the engineers have finished their measurements.</p></article></body></html>"""
LOGIN = "<html><body><form><p>Log in to read</p><input type='password' name='p'></form></body></html>"


class Site(BaseHTTPRequestHandler):
    """Answers with the page that was put last, and says "not modified" to whoever knows it."""

    status, body, etag = 200, PAGE, "1"

    def do_GET(self) -> None:
        if self.headers.get("If-None-Match") == f'"{type(self).etag}"' and type(self).status == 200:
            self.send_response(304)
            self.end_headers()
            return
        body = type(self).body.encode()
        self.send_response(type(self).status)
        self.send_header("Content-Type", "text/html; charset=utf-8")
        self.send_header("Content-Length", str(len(body)))
        self.send_header("ETag", f'"{type(self).etag}"')
        self.end_headers()
        self.wfile.write(body)

    def log_message(self, format: str, *args: object) -> None:
        pass


class Server:
    def __init__(self) -> None:
        class OneSite(Site):
            pass

        self.site = OneSite
        self.server = ThreadingHTTPServer(("127.0.0.1", 0), self.site)
        self.url = f"http://127.0.0.1:{self.server.server_address[1]}/bridge"

    def put(self, body: str, status: int = 200) -> None:
        self.site.status, self.site.body, self.site.etag = status, body, str(hash(body))


@pytest.fixture
def server() -> Iterator[Server]:
    made = Server()
    thread = threading.Thread(target=made.server.serve_forever, kwargs={"poll_interval": 0.01})
    thread.start()
    yield made
    made.server.shutdown()
    made.server.server_close()
    thread.join()


@pytest.fixture
def desk(server: Server, run: Run, database: Path) -> Run:
    def ask(*words: str, code: int = 0) -> object:
        return run(*words, "--db", database, code=code)

    ask("add", "source", server.url, "--allow-private", "--citekey", "bridge")
    ask(
        "add",
        "quote",
        "I took nothing from the builders",
        "--by",
        "Ida Berg",
        "--new-speaker",
        "--in",
        "bridge",
    )
    ask("add", "quote", "the repair would cost 84 million", "--by", "Jonas Weir", "--new-speaker", "--in", "bridge",
        "--form", "indirect")  # fmt: skip
    return ask  # type: ignore[return-value]


def captures(desk: Run) -> list[dict[str, object]]:
    shown: list[dict[str, object]] = json.loads(desk("show", "bridge", "--json").stdout)["captures"]
    return shown


def test_a_page_is_followed_through_a_change_a_return_and_a_failure(server: Server, desk: Run) -> None:
    assert "1 unchanged" in desk("refresh", "bridge", "--allow-private").stdout
    server.put(PAGE.replace("84 million", "91 million"))
    changed = desk("refresh", "--all", "--allow-private", code=1)
    assert "bridge: has a new text, copy 2. See: onrecord diff bridge 1..2" in changed.stdout
    assert changed.stdout.count("touched: ") == 1
    for body, status in (
        (PAGE, 404),
        (PAGE, 500),
        (LOGIN, 200),
        ("<html></html>", 200),
        ("<p>404 Not Found</p>", 200),
    ):
        server.put(body, status)
        assert "bridge: not read. " in desk("refresh", "bridge", "--allow-private").stdout
    server.put(PAGE)
    assert "has an earlier text again, copy 1" in desk("refresh", "bridge", "--allow-private").stdout
    assert [(one["copy"], one["status"]) for one in captures(desk)] == [
        (1, 200), (2, 200), (None, 404), (None, 500), (None, 200), (None, 200), (None, 200), (1, 200),
    ]  # fmt: skip


@pytest.mark.parametrize(
    "text",
    [
        "<h1>We value your privacy</h1><p>We and our partners use what your browser keeps. Accept all to go on.</p>",
        "<title>Bridge repairs</title><p>Wir verwenden Cookies, um diese Seite zu verbessern.</p><button>Ja</button>",
        "<title>Just a moment...</title><p>Checking your browser before you reach the site.</p>",
        "<h1>Bridge repairs</h1><p>The town council met on Tuesday.</p><p>Subscribe to continue reading.</p>",
    ],
)
def test_walls_before_a_page_are_never_its_text(text: str) -> None:
    known = refresh.Page(
        citekey="bridge", url="https://desk.example/bridge", known=(None, None), characters=2000
    )
    document = read_bytes(f"<html><body>{text}</body></html>".encode(), name="a.html")
    assert refresh._refused(known, document) is not None


def test_a_short_page_that_speaks_of_cookies_is_read() -> None:
    known = refresh.Page(citekey="tin", url="https://desk.example/tin", known=(None, None), characters=60)
    document = read_bytes(b"<p>The baker says that we use cookies to feed the whole town.</p>", name="a.html")
    assert refresh._refused(known, document) is None


def test_a_wall_is_measured_by_the_longest_text_that_a_page_had(database: Path) -> None:
    with writing(database, "fill") as store:
        factories.source(store, "A" * 900 + " bridge.", citekey="bridge", url="https://desk.example/bridge")
        add_snapshot(store, "bridge", read_bytes(b"Cut to a line.", name="a.txt"))
    with reading(database) as store:
        [page] = refresh.pages(store, ["bridge"])
    assert page.characters > 900


def test_reports_for_programs(server: Server, desk: Run) -> None:
    server.put(PAGE.replace("I took nothing", "I took a little"))
    [told] = json.loads(desk("refresh", "bridge", "--allow-private", "--json", code=1).stdout)
    assert (told["outcome"], told["copy"], told["before"], len(told["touched"])) == ("changed", 2, 1, 1)
    server.put(PAGE, 500)
    suite = ElementTree.fromstring(desk("refresh", "bridge", "--allow-private", "--format", "junit").stdout)
    assert (suite.get("tests"), suite.get("errors"), suite.get("failures")) == ("1", "1", "0")
    assert desk("refresh", "bridge", "--allow-private", "--quiet").stdout.startswith("bridge: not read.")
    server.put(PAGE.replace("in the autumn", "in October"))
    # The words stand there again as they were recorded.
    assert desk("refresh", "bridge", "--allow-private", "--quiet").stdout == ""


def test_what_to_type_about_a_failure_is_printed_and_stands_apart_for_programs(desk: Run) -> None:
    sentence = "127.0.0.1 is not on the public internet"
    hint = "allow private addresses (--allow-private) if that is meant."
    assert f"not read. {sentence}; {hint}" in desk("refresh", "bridge").stdout
    [told] = json.loads(desk("refresh", "bridge", "--json").stdout)
    assert (told["reason"], told["hint"]) == (f"{sentence}.", "A" + hint[1:])
    suite = ElementTree.fromstring(desk("refresh", "bridge", "--format", "junit").stdout)
    assert [one.get("message") for one in suite.iter("error")] == [f"{sentence}; {hint}"]
    assert "--allow-private" not in desk("show", "bridge").stdout


def test_what_cannot_be_fetched_again_is_said(desk: Run, run: Run, database: Path) -> None:
    desk("add", "source", "--type", "book", "--title", "Piers", "--citekey", "piers")
    assert "has no web address" in desk("refresh", "piers", code=1).stderr
    assert "no source" in desk("refresh", "nobody", code=1).stderr
    assert "CITEKEYs, or --all" in desk("refresh", code=2).stderr
