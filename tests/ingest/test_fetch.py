"""Fetching, against real servers on loopback (which need `allow_private`)."""

import gzip
import socket
import socketserver
import ssl
import subprocess
import threading
from collections.abc import Callable, Iterator
from contextlib import contextmanager, suppress
from http.server import BaseHTTPRequestHandler, ThreadingHTTPServer
from pathlib import Path

import pytest
from tools import program

from onrecord import __version__
from onrecord.errors import Hint, InputError
from onrecord.ingest.fetch import DEADLINE_SECONDS, MAX_FETCHED_BYTES, fetch
from onrecord.ingest.read import read_url

PAGE = "<html><body><p>“The café stays open,” said Ines Kallweit.</p></body></html>"


class Site(BaseHTTPRequestHandler):
    """Answers every path with what `pages` holds for it: status, headers and body."""

    pages: dict[str, tuple[int, dict[str, str], bytes]]
    requests: list[tuple[str, dict[str, str]]]

    def do_GET(self) -> None:
        self.requests.append((self.path, dict(self.headers)))
        status, headers, body = self.pages.get(self.path, (404, {}, b"nothing here"))
        self.send_response(status)
        for name, value in {"Content-Length": str(len(body)), **headers}.items():
            self.send_header(name, value)
        self.end_headers()
        self.wfile.write(body)

    def log_message(self, format: str, *args: object) -> None:
        pass


def new_handler() -> type[Site]:
    class Handler(Site):
        pages: dict[str, tuple[int, dict[str, str], bytes]] = {}  # noqa: RUF012 - one class for each server
        requests: list[tuple[str, dict[str, str]]] = []  # noqa: RUF012 - one class for each server

    return Handler


class Server:
    def __init__(self, server: ThreadingHTTPServer, handler: type[Site], scheme: str = "http") -> None:
        self.url = f"{scheme}://127.0.0.1:{server.server_address[1]}"
        self.host = f"127.0.0.1:{server.server_address[1]}"
        self.pages = handler.pages
        self.requests = handler.requests


@contextmanager
def running(server: socketserver.BaseServer) -> Iterator[None]:
    thread = threading.Thread(target=server.serve_forever, kwargs={"poll_interval": 0.01})
    thread.start()
    try:
        yield
    finally:
        server.shutdown()
        server.server_close()
        thread.join()


@pytest.fixture
def site() -> Iterator[Server]:
    handler = new_handler()
    server = ThreadingHTTPServer(("127.0.0.1", 0), handler)
    with running(server):
        yield Server(server, handler)


def refusal(url: str, deadline: float = DEADLINE_SECONDS) -> str:
    with pytest.raises(InputError) as error:
        fetch(url, allow_private=True, deadline=deadline)
    assert error.value.message.isprintable()
    return error.value.message


def test_a_page_comes_with_its_address_type_and_charset(site: Server) -> None:
    site.pages["/a?q=%C3%A9"] = (
        200,
        {"Content-Type": 'Text/HTML; Charset="ISO-8859-1"'},
        PAGE.encode("cp1252"),
    )
    fetched = fetch(f"{site.url}/a?q=é#part", allow_private=True)
    assert fetched.data == PAGE.encode("cp1252")
    assert fetched.final_url == f"{site.url}/a?q=%C3%A9"
    assert (fetched.media_type, fetched.charset) == ("text/html", "iso-8859-1")
    path, headers = site.requests[0]
    assert path == "/a?q=%C3%A9"
    assert headers["Host"] == site.host
    assert headers["User-Agent"].startswith(f"onrecord/{__version__} (")


def test_read_url_reads_the_page_in_the_charset_of_its_header(site: Server) -> None:
    site.pages["/"] = 200, {"Content-Type": "text/html; charset=windows-1252"}, PAGE.encode("cp1252")
    document = read_url(f"{site.url}", allow_private=True)
    assert document.text == "“The café stays open,” said Ines Kallweit.\n"
    assert document.metadata.url == f"{site.url}/"


def test_a_page_of_another_type_is_refused(site: Server) -> None:
    site.pages["/a"] = 200, {"Content-Type": "image/png"}, b"anything"
    with pytest.raises(InputError, match="is image/png; only plain text, Markdown, HTML, PDF"):
        read_url(f"{site.url}/a", allow_private=True)
    site.pages["/b"] = 200, {"Content-Type": "text/html"}, b"%PDF-1.4"
    with pytest.raises(InputError, match="is a damaged PDF"):
        read_url(f"{site.url}/b", allow_private=True)


def test_no_content_type_is_none(site: Server) -> None:
    site.pages["/a"] = 200, {}, b"words"
    fetched = fetch(f"{site.url}/a", allow_private=True)
    assert (fetched.media_type, fetched.charset) == (None, None)


def test_the_environment_cannot_put_a_proxy_in_between(site: Server, monkeypatch: pytest.MonkeyPatch) -> None:
    for name in ("http_proxy", "HTTP_PROXY", "all_proxy"):
        monkeypatch.setenv(name, "http://127.0.0.1:1")
    site.pages["/a"] = 200, {}, b"words"
    assert fetch(f"{site.url}/a", allow_private=True).data == b"words"


def test_five_redirects_are_followed_and_a_sixth_is_not(site: Server) -> None:
    site.pages["/6"] = 200, {}, b"the end"
    for number, status in enumerate((301, 302, 303, 307, 308, 301)):
        site.pages[f"/{number}"] = status, {"Location": f"/{number + 1}"}, b""
    assert fetch(f"{site.url}/1", allow_private=True).final_url == f"{site.url}/6"
    assert "redirects more than 5 times" in refusal(f"{site.url}/0")


@pytest.mark.parametrize(
    ("location", "sentence"),
    [
        ("ftp://127.0.0.1/a", "not an http or https address"),
        ("file:///etc/passwd", "not an http or https address"),
        ("http://user:secret@127.0.0.1/", "holds a user name or password"),
        ("http://[::1", "not a valid web address"),
        ("//a..b/", "not a valid web address"),
    ],
)
def test_every_redirect_is_checked_as_the_first_address_is(
    site: Server, location: str, sentence: str
) -> None:
    site.pages["/a"] = 302, {"Location": location}, b""
    message = refusal(f"{site.url}/a")
    assert sentence in message
    assert "secret" not in message


def test_a_redirect_with_spaces_and_letters_is_understood(site: Server) -> None:
    site.pages["/a"] = 302, {"Location": "/caf\u00c3\u00a9 one"}, b""
    site.pages["/caf%C3%A9%20one"] = 200, {}, b"found"
    assert fetch(f"{site.url}/a", allow_private=True).data == b"found"


@pytest.mark.parametrize(
    "host",
    [
        "127.0.0.1",
        "127.1",
        "0x7f.1",
        "2130706433",
        "017700000001",
        "localhost",
        "[::1]",
        "[::ffff:127.0.0.1]",
    ],
)
def test_loopback_is_refused_however_it_is_spelled_and_nothing_is_sent(site: Server, host: str) -> None:
    port = site.host.partition(":")[2]
    with pytest.raises(InputError, match=r"is not on the public internet\.$|could not be found") as refused:
        fetch(f"http://{host}:{port}/a")
    assert ("public" in str(refused.value)) == (refused.value.hint == Hint("allow_private"))
    assert site.requests == []


@pytest.mark.parametrize(
    "host", ["10.0.0.1", "169.254.169.254", "100.64.0.1", "0.0.0.0", "224.0.0.1", "[fd00::1]", "[::]"]
)
def test_addresses_that_are_not_public_are_refused(host: str) -> None:
    with pytest.raises(InputError, match="not on the public internet"):
        fetch(f"http://{host}/")


@pytest.mark.parametrize(
    ("url", "sentence"),
    [
        ("ftp://harbour.example/a", "is not an http or https address"),
        ("harbour.example/a", "is not an http or https address"),
        ("file:///etc/passwd", "is not an http or https address"),
        ("javascript:alert(1)", "is not an http or https address"),
        ("https://ada:secret@harbour.example/", "holds a user name or password"),
        ("https://", "names no host"),
        ("https://harbour.example:99999/", "is not a valid web address"),
        ("https://a..b/", "is not a valid web address"),
        ("https://" + "a" * 64 + ".example/", "is not a valid web address"),
        ("http://harbour.example/a b", "holds spaces"),
        ("http://harbour.example\\@127.0.0.1/", "holds spaces, backslashes"),
        ("http://harbour.example/\r\nHost: x", "holds spaces"),
        ("http://harbour.example/\u202egpj", "holds spaces, backslashes or invisible"),
        ("", "is not an http or https address"),
    ],
)
def test_addresses_that_cannot_be_used(url: str, sentence: str) -> None:
    message = refusal(url)
    assert sentence in message
    assert "secret" not in message


def test_a_host_that_does_not_exist() -> None:
    assert "could not be found" in refusal("http://harbour.invalid/")


@pytest.mark.parametrize(
    ("status", "words"), [(404, "404 Not Found"), (403, "403 Forbidden"), (500, "500 Internal")]
)
def test_an_error_is_told_with_its_status(site: Server, status: int, words: str) -> None:
    site.pages["/a"] = status, {"Content-Type": "text/html"}, PAGE.encode()
    assert f"/a could not be fetched: the server answered {words}" in refusal(f"{site.url}/a")


def test_a_page_over_the_limit_is_refused_announced_or_not(site: Server) -> None:
    site.pages["/announced"] = 200, {"Content-Length": str(MAX_FETCHED_BYTES + 1)}, b"beginning"
    assert "larger than 20 MB" in refusal(f"{site.url}/announced")
    site.pages["/compressed"] = 200, {"Content-Encoding": "gzip"}, gzip.compress(bytes(MAX_FETCHED_BYTES + 1))
    assert "larger than 20 MB" in refusal(f"{site.url}/compressed")


def test_a_gzip_bomb_is_not_unpacked(site: Server) -> None:
    site.pages["/bomb"] = (
        200,
        {"Content-Encoding": "gzip"},
        gzip.compress(bytes(5 * MAX_FETCHED_BYTES)),
    )
    assert "larger than 20 MB" in refusal(f"{site.url}/bomb")


def test_gzip_is_unpacked_and_what_only_says_so_is_refused(site: Server) -> None:
    packed = gzip.compress(PAGE.encode())
    site.pages["/a"] = 200, {"Content-Encoding": "gzip"}, packed
    assert fetch(f"{site.url}/a", allow_private=True).data == PAGE.encode()
    site.pages["/b"] = 200, {"Content-Encoding": "x-gzip"}, packed + gzip.compress(b" and more")
    assert fetch(f"{site.url}/b", allow_private=True).data == PAGE.encode() + b" and more"
    site.pages["/c"] = 200, {"Content-Encoding": "gzip"}, b"not gzip"
    assert "was sent as gzip but is not" in refusal(f"{site.url}/c")
    site.pages["/d"] = 200, {"Content-Encoding": "gzip"}, packed[:-10]
    assert "broke off" in refusal(f"{site.url}/d")
    site.pages["/e"] = 200, {"Content-Encoding": "br"}, b"?"
    assert "in the encoding br, which was not asked for" in refusal(f"{site.url}/e")


@contextmanager
def answering(behave: Callable[[socket.socket, threading.Event], None]) -> Iterator[str]:
    """A server that reads the request and then does with the connection what `behave` does."""
    over = threading.Event()

    class Handler(socketserver.BaseRequestHandler):
        def handle(self) -> None:
            self.request.recv(65_536)
            with suppress(OSError):
                behave(self.request, over)

    server = socketserver.ThreadingTCPServer(("127.0.0.1", 0), Handler)
    with running(server):
        try:
            yield f"http://127.0.0.1:{server.server_address[1]}/"
        finally:
            over.set()


def drip(beginning: bytes) -> Callable[[socket.socket, threading.Event], None]:
    def behave(connection: socket.socket, over: threading.Event) -> None:
        connection.sendall(beginning)
        while not over.wait(0.02):
            connection.sendall(b"a")

    return behave


@pytest.mark.parametrize(
    "beginning",
    [b"", b"HTTP/1.1 200 OK\r\nX: ", b"HTTP/1.1 200 OK\r\n\r\n", b"HTTP/1.1 302 Found\r\nLocation: /"],
)
def test_an_answer_that_never_ends_meets_the_deadline(beginning: bytes) -> None:
    with answering(drip(beginning)) as url:
        assert "did not answer in time (limit: 0.5 seconds)" in refusal(url, deadline=0.5)


def test_an_endless_body_meets_the_limit() -> None:
    def flood(connection: socket.socket, over: threading.Event) -> None:
        connection.sendall(b"HTTP/1.1 200 OK\r\n\r\n")
        while not over.is_set():
            connection.sendall(bytes(1_000_000))

    with answering(flood) as url:
        assert "larger than 20 MB" in refusal(url)


@pytest.mark.parametrize(
    "answer",
    [
        b"",
        b"220 mail ready\r\n",
        b"HTTP/1.1 200 OK\r\nContent-Length: 50\r\n\r\nshort",
        b"HTTP/1.1 200 OK\r\nTransfer-Encoding: chunked\r\n\r\n50\r\nshort",
        b"HTTP/1.1 200 OK\r\nTransfer-Encoding: chunked\r\n\r\nzz\r\n",
        b"HTTP/1.1 200 OK\r\n" + b"X: y\r\n" * 500 + b"\r\n",
        b"HTTP/1.1 200 OK\r\nX: " + b"y" * 100_000,
        b"HTTP/1.1 599 \x1b[31m\xff\r\n\r\n",
    ],
)
def test_what_is_no_complete_answer_is_refused(answer: bytes) -> None:
    with answering(lambda connection, _: connection.sendall(answer)) as url:
        assert "web server" in (message := refusal(url)) or "broke off" in message or "599" in message


def test_a_port_where_nobody_listens() -> None:
    with socket.socket() as unused:
        unused.bind(("127.0.0.1", 0))
        assert "could not be reached: Connection refused" in refusal(
            f"http://127.0.0.1:{unused.getsockname()[1]}/"
        )


def test_tls_without_a_trusted_certificate_is_refused(tmp_path: Path) -> None:
    openssl = program("openssl")
    key, certificate = tmp_path / "key.pem", tmp_path / "certificate.pem"
    subject = ["-subj", "/CN=127.0.0.1", "-addext", "subjectAltName=IP:127.0.0.1"]
    options = ["-newkey", "rsa:2048", "-nodes", "-days", "2", "-keyout", str(key), "-out", str(certificate)]
    subprocess.run([openssl, "req", "-x509", *options, *subject], check=True, capture_output=True, timeout=60)
    handler = new_handler()
    handler.pages["/a"] = 200, {}, b"words"
    server = ThreadingHTTPServer(("127.0.0.1", 0), handler)
    context = ssl.SSLContext(ssl.PROTOCOL_TLS_SERVER)
    context.load_cert_chain(certificate, key)
    server.socket = context.wrap_socket(server.socket, server_side=True, do_handshake_on_connect=False)
    with running(server):
        url = Server(server, handler, "https").url
        assert "/a has no valid certificate: self" in refusal(f"{url}/a")
        assert handler.requests == []
        with pytest.MonkeyPatch.context() as environment:
            environment.setenv("SSL_CERT_FILE", str(certificate))
            assert fetch(f"{url}/a", allow_private=True).data == b"words"
            port = server.server_address[1]
            assert "has no valid certificate: Hostname mismatch" in refusal(f"https://localhost:{port}/a")


def test_https_to_a_server_without_tls(site: Server) -> None:
    assert "could not be reached over TLS" in refusal(site.url.replace("http:", "https:"))
