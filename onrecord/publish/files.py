"""The files of a copy that is being made: what each part of it has, written anew or taken over from an earlier copy."""

import os
from collections.abc import Iterable
from hashlib import blake2b
from pathlib import Path

from onrecord.exchange.selection import Selection
from onrecord.pages.exports import written
from onrecord.publish.earlier import KEPT, Earlier, Known, Places, Written, kept
from onrecord.publish.host import BESIDE, export_file


class Files:
    """The files below `folder`; `pages` are those of its pages so far. A part is a page with what stands beside it, or the like."""

    def __init__(self, folder: Path, earlier: Earlier) -> None:
        self.folder = folder
        self.earlier = earlier
        self.pages: list[str] = []
        self._parts: dict[str, tuple[str, Known]] = {}
        self._pieces: dict[str, Places] = {}
        self._folders: set[str] = set()
        self._written: list[str] = []

    def part(self, name: str, digest: bytes) -> "Part":
        """A part that is made of what has this digest, to be written."""
        known: Known = {}
        self._parts[name] = (digest.hex(), known)
        return Part(self, known)

    def take(self, name: str, digest: bytes, known: Known) -> None:
        """Takes a part over: `known` are its files, as `Earlier.files` has them."""
        for file in known:
            self._make_folder(file)
            self.earlier.put(file, f"{self.folder}/{file}")
            if file.endswith(".html"):
                self.pages.append(file)
        self._parts[name] = (digest.hex(), known)

    def put(self, file: str, texts: Iterable[str]) -> Written:
        """Writes a file, and tells how it is known again."""
        self._make_folder(file)
        self._written.append(file)
        digest = blake2b(digest_size=16)
        with (self.folder / file).open("xb") as out:
            for text in texts:
                # Half a surrogate pair, as other programs may have stored it, is no text for a file.
                data = text.encode("utf-8", "replace")
                digest.update(data)
                out.write(data)
            out.flush()
            found = os.fstat(out.fileno())
        return found.st_size, found.st_mtime_ns, digest.hexdigest()

    def page(self, file: str, html: str) -> None:
        self.put(file, (html,))
        self.pages.append(file)

    def note_pieces(self, file: str, pieces: Places) -> None:
        self._pieces[file] = pieces

    def keep(self, made_with: str) -> None:
        """Notes what every part was made of, for the next copy."""
        of_parts = {file for _, known in self._parts.values() for file in known}
        others = [file for file in self._written if file not in of_parts]
        (self.folder / KEPT).write_bytes(kept(made_with, self._parts, others, self._pieces))

    def _make_folder(self, file: str) -> None:
        folder = file.rpartition("/")[0]
        if folder not in self._folders:
            (self.folder / folder).mkdir(exist_ok=True)
            self._folders.add(folder)


class Part:
    """Writes the files of a part."""

    def __init__(self, files: Files, known: Known) -> None:
        self._files = files
        self._known = known

    def put(self, file: str, *texts: str) -> None:
        self.put_pieces(file, texts)

    def put_pieces(self, file: str, texts: Iterable[str]) -> None:
        self._known[file] = self._files.put(file, texts)

    def page(self, file: str, html: str) -> str:
        self.put(file, html)
        self._files.pages.append(file)
        return file

    def exports(self, file: str, selection: Selection) -> None:
        """The files with what is on a page."""
        for extension in BESIDE:
            self.put_pieces(export_file(file, extension), written(extension, selection))
