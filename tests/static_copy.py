"""A static copy for tests: made as users make it, handed out below a path, and every link in it followed."""

import functools
import threading
from collections.abc import Iterator
from contextlib import contextmanager
from html.parser import HTMLParser
from http.server import SimpleHTTPRequestHandler, ThreadingHTTPServer
from pathlib import Path
from urllib.parse import unquote, urljoin, urlsplit


class _Quiet(SimpleHTTPRequestHandler):
    def do_GET(self) -> None:
        if self.path == "/favicon.ico":  # browsers ask for it unasked
            self.send_response(204)
            self.end_headers()
        else:
            super().do_GET()

    def log_message(self, format: str, *args: object) -> None:
        """Says nothing."""


@contextmanager
def handed_out(folder: Path) -> Iterator[str]:
    """A plain web server on `folder`; gives its address."""
    with ThreadingHTTPServer(("127.0.0.1", 0), functools.partial(_Quiet, directory=str(folder))) as server:
        thread = threading.Thread(target=server.serve_forever, daemon=True)
        thread.start()
        yield f"http://127.0.0.1:{server.server_port}"
        server.shutdown()
        thread.join()


class _Links(HTMLParser):
    def __init__(self) -> None:
        super().__init__()
        self.links: list[str] = []
        self.ids: set[str] = set()

    def handle_starttag(self, tag: str, attrs: list[tuple[str, str | None]]) -> None:
        for name, value in attrs:
            if name in ("href", "src", "action"):
                self.links.append(value or "")
            elif name == "id":
                self.ids.add(value or "")


def _read(page: Path) -> _Links:
    found = _Links()
    found.feed(page.read_text(encoding="utf-8"))
    return found


def dead_links(folder: Path) -> list[str]:
    """The links of all pages of a copy that lead to no file of it, to no place on one, or that are not relative."""
    pages = {page.relative_to(folder).as_posix(): _read(page) for page in folder.rglob("*.html")}
    dead = []
    for name, page in pages.items():
        for link in page.links:
            parts = urlsplit(link)
            if parts.scheme in ("http", "https"):
                continue
            target = unquote(urlsplit(urljoin(f"http://x/{name}", link)).path).lstrip("/")
            bad = parts.scheme or link.startswith("/") or parts.query or not (folder / target).is_file()
            if bad or (parts.fragment and parts.fragment not in pages[target].ids):
                dead.append(f"{name}: {link}")
    return dead


def unreached(folder: Path) -> set[str]:
    """The pages of a copy that no link leads to from its home page."""
    pages = {page.relative_to(folder).as_posix() for page in folder.rglob("*.html")}
    seen, waiting = {"index.html"}, ["index.html"]
    while waiting:
        name = waiting.pop()
        for link in _read(folder / name).links:
            target = unquote(urlsplit(urljoin(f"http://x/{name}", link)).path).lstrip("/")
            if target in pages and target not in seen and not urlsplit(link).scheme:
                seen.add(target)
                waiting.append(target)
    return pages - seen
