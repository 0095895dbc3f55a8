"""Where a page of a static copy lies: what the page builders ask of Datasette, answered with relative links.

Every address of `links` becomes a file of the copy, and a link to it one from the folder of the page that has it.
Names of files are made of ASCII alone, in lower case: citekeys and slugs may hold what some file systems refuse
or take for the same.
"""

import hashlib
import posixpath
import re
from typing import Any
from urllib.parse import parse_qs, unquote, urljoin, urlsplit

from onrecord.browse import links

HOME = "index.html"
# What the page builders call the one database there is.
NAME = "onrecord"
LISTS = {"speakers": "speakers.html", "sources": "sources.html", "claims": "claims.html"}
_STATIC = "/-/static-plugins/onrecord/"
_PLAIN = re.compile(r"[a-z0-9][a-z0-9_-]{0,63}")
# Windows takes these for devices, whatever follows them.
_DEVICE = re.compile(r"(?:con|prn|aux|nul|com\d|lpt\d)", re.ASCII)


class _Database:
    for_everybody = True

    def __init__(self, path: str) -> None:
        self.path = path


class StaticRequest:
    """A request for a page that nobody asks anything more of."""

    def __init__(self, **args: str) -> None:
        self.args = args


class StaticPlace:
    """The page `page` (a path in the copy) of the database file `path`; `base_url` is where the copy will stand, or ""."""

    # Beside each page; Markdown takes a run of the citation engine, and is to be had of everything at once.
    exports = ("bib", "ris", "csljson", "jsonld")

    def __init__(self, path: str, title: str, base_url: str = "", page: str = HOME) -> None:
        self.databases = {NAME: _Database(path)}
        self.title = title
        self.urls = self
        self.page = page
        self.base_url = base_url

    def beside(self, page: str) -> "StaticPlace":
        """The same copy, at another of its pages."""
        made = StaticPlace("", self.title, self.base_url, page)
        made.databases = self.databases
        return made

    def path(self, address: str) -> str:
        """A link from this page to what `address`, one of `links`, is in the copy."""
        target, hash_, fragment = file_of(address).partition("#")
        return self.to(target) + hash_ + fragment

    def to(self, file: str) -> str:
        """A link from this page to a file of the copy."""
        return posixpath.relpath(file, posixpath.dirname(self.page) or ".")

    def database(self, name: str) -> str:
        """There are no tables."""
        return ""

    def absolute_url(self, request: Any, path: str) -> str:
        return urljoin(self.base_url + self.page, path) if self.base_url else path

    def export_at(self, address: str, extension: str) -> str:
        """A link to the file with what is on the page `address`."""
        return self.to(export_file(file_of(address), extension))


def file_of(address: str) -> str:
    """The file that an address of `links` becomes, with its fragment."""
    parts = urlsplit(address)
    fragment = f"#{parts.fragment}" if parts.fragment else ""
    if parts.path in ("/", links.HOME):
        return HOME
    if parts.path.startswith(_STATIC):
        return f"static/{parts.path.removeprefix(_STATIC)}"
    _, _, kind, name = parts.path.split("/", 3)
    name = unquote(name)
    if kind == "quote":
        # One page has every source of a statement.
        name = name.partition("@")[0]
    number = parse_qs(parts.query).get("page", ["1"])[0]
    turned = f".{number}" if number != "1" else ""
    return f"{kind}/{safe(name)}{turned}.html{fragment}"


def export_file(page: str, extension: str) -> str:
    """The file with what is on `page`, a file of the copy."""
    return f"{page.removesuffix('.html')}.{extension}"


def safe(name: str) -> str:
    """`name` as the name of a file on every system; two names never give the same."""
    if _PLAIN.fullmatch(name) and not _DEVICE.fullmatch(name):
        return name
    readable = re.sub(r"[^a-z0-9]+", "-", name.lower()).strip("-")[:40]
    digest = hashlib.sha256(name.encode("utf-8", "surrogatepass")).hexdigest()[:16]
    # A dot is in no plain name.
    return f"{'x-' if _DEVICE.fullmatch(readable) else ''}{readable or 'x'}.{digest}"
