"""The pairs of `pairs.txt`: two names, whether they are one person's, what they try, and to which half they belong."""

from dataclasses import dataclass
from pathlib import Path
from zlib import crc32

FILE = Path(__file__).parent / "pairs.txt"


@dataclass(frozen=True)
class Pair:
    """Two names. `held_out`: nothing was tuned on it."""

    first: str
    second: str
    same: bool
    tries: str

    @property
    def held_out(self) -> bool:
        return bool(crc32(f"{self.first}|{self.second}".encode()) & 1)


def pairs() -> list[Pair]:
    found: list[Pair] = []
    tries = ""
    for line in FILE.read_text("utf-8").splitlines():
        if line.startswith("["):
            tries = line.strip("[]")
        elif line[:2] in ("= ", "x "):
            first, *others = (name.strip() for name in line[2:].split(" | "))
            found += [Pair(first, other, line[0] == "=", tries) for other in others]
    return found
