"""What a bomb is: files, and the command that is given them."""

import io
import os
import zipfile
from collections.abc import Callable, Mapping
from dataclasses import dataclass
from pathlib import Path


@dataclass(frozen=True)
class Bomb:
    """The words of a command, and the files that it is given, made when they are laid; `name` is what it is."""

    name: str
    words: tuple[str, ...]
    files: Mapping[str, Callable[[], bytes | str]]

    def lay(self, place: Path) -> int:
        """Writes the files; gives how many bytes they are. In a process of its own: what makes a bomb may be large."""
        child = os.fork()
        if child == 0:
            try:
                for name, made in self.files.items():
                    (place / name).parent.mkdir(parents=True, exist_ok=True)
                    (place / name).write_bytes(_bytes(made()))
                os._exit(0)
            finally:
                os._exit(1)
        if os.waitpid(child, 0)[1]:
            raise SystemExit(f"{self.name} could not be made.")
        return sum((place / name).stat().st_size for name in self.files)


def ingested(name: str, file: str, made: Callable[[], bytes | str]) -> Bomb:
    """A document."""
    return Bomb(name, ("ingest", file, "--citekey", "bomb", "--engine", "rules"), {file: made})


def imported(name: str, file: str, made: Callable[[], bytes | str], *options: str) -> Bomb:
    """A file of records."""
    return Bomb(name, ("import", file, *options), {file: made})


def checked(name: str, file: str, made: Callable[[], bytes | str]) -> Bomb:
    """A draft."""
    return Bomb(name, ("check", file), {file: made})


def attributes(number: int, name: str = "a") -> str:
    """That many attributes of one element."""
    return " ".join(f'{name}{one}="x{one}"' for one in range(number))


def zipped(parts: Mapping[str, bytes | str], first: str | None = None) -> bytes:
    """An archive; `first` is its media type, which stands at its beginning and is not packed."""
    out = io.BytesIO()
    with zipfile.ZipFile(out, "w", zipfile.ZIP_DEFLATED, compresslevel=9) as archive:
        if first is not None:
            archive.writestr(zipfile.ZipInfo("mimetype"), first)
        for name, part in parts.items():
            archive.writestr(name, _bytes(part))
    return out.getvalue()


def _bytes(data: bytes | str) -> bytes:
    return data if isinstance(data, bytes) else data.encode("utf-8", "surrogatepass")
