"""Where a page of a copy in files stands: what `onrecord.pages` asks of its host, answered with relative links.

Every address of `links` becomes a file of the copy, and a link to it one from the folder of the page that has it.
Names of files are made of ASCII alone, in lower case: citekeys and slugs may hold what some file systems refuse
or take for the same.
"""

import hashlib
import re
from functools import lru_cache
from urllib.parse import parse_qs, unquote, urljoin, urlsplit

from onrecord.pages import links
from onrecord.text.patterns import lazy

HOME = "index.html"
SEARCH = "search.html"
LISTS = {"speakers": "speakers.html", "sources": "sources.html", "claims": "claims.html"}
# Beside each page; Markdown takes a run of the citation engine, and is to be had of everything at once.
BESIDE = ("bib", "ris", "csljson", "jsonld")
_PLAIN = lazy(r"[a-z0-9][a-z0-9_-]{0,63}")
# Windows takes these for devices, whatever follows them.
_DEVICE = lazy(r"(?a)(?:con|prn|aux|nul|com\d|lpt\d)")


class FileHost:
    """The page `page` (a path in the copy) of a copy that is called `title`; `base_url` is where it will stand, or ""."""

    # There is one, and nobody to be asked for another.
    database = "onrecord"
    answers = False
    everybody = True

    def __init__(self, title: str, base_url: str = "", page: str = HOME) -> None:
        self.title = title
        self.base_url = base_url
        self.page = page

    def beside(self, page: str) -> "FileHost":
        """The same copy, at another of its pages."""
        return FileHost(self.title, self.base_url, page)

    @property
    def homes(self) -> list[tuple[str, str]]:
        return [(self.database, self._to(HOME))]

    def address(self, address: str) -> str:
        file, hash_, fragment = file_of(address).partition("#")
        return self._to(file) + hash_ + fragment

    def lasting(self, address: str) -> str:
        link = self.address(address)
        return urljoin(self.base_url + self.page, link) if self.base_url else link

    def export(self, address: str, extension: str) -> str | None:
        return self._to(export_file(file_of(address), extension)) if extension in BESIDE else None

    def static(self, name: str) -> str:
        return self._to(f"static/{name}")

    def table(self, name: str = "", **asked: str | int) -> str:
        return self._to(LISTS.get(name, HOME))

    def _to(self, file: str) -> str:
        """`file` from the folder of this page; pages stand in the copy itself or in a folder of it."""
        folder, _, _ = self.page.rpartition("/")
        if not folder:
            return file
        return file.removeprefix(f"{folder}/") if file.startswith(f"{folder}/") else f"../{file}"


@lru_cache(8_192)
def file_of(address: str) -> str:
    """The file that an address of `links` becomes, with its fragment."""
    parts = urlsplit(address)
    fragment = f"#{parts.fragment}" if parts.fragment else ""
    if parts.path == links.HOME:
        return HOME
    if parts.path == links.SEARCH:
        return SEARCH
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
