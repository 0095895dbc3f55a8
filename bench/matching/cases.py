"""The battery: wordings as people type them, genuine and falsified, each with its source, in readable files.

A file of `battery/` is one language. Between lines of `====` stand a source, a line of `----`, and cases, one a line:
"+ kind | wording" for a genuine one, "- kind | wording" for a falsified one. `{00AD}` is the character with that number.
"""

import re
from collections.abc import Iterator
from dataclasses import dataclass
from pathlib import Path

BATTERY = Path(__file__).parent / "battery"
_CHARACTER = re.compile(r"\{([0-9A-F]{4,6})\}")


@dataclass(frozen=True)
class Case:
    """A wording and the source that it is said to stand in; `genuine` is the right answer."""

    language: str
    kind: str
    genuine: bool
    source: str
    wording: str


def cases(folder: Path = BATTERY) -> Iterator[Case]:
    """All cases, file by file."""
    for path in sorted(folder.glob("*.txt")):
        for part in path.read_text("utf-8").split("====\n"):
            source, _, listed = part.partition("\n----\n")
            for line in listed.splitlines():
                sign, kind, wording = re.fullmatch(r"([+-]) ([^|]+) \| (.+)", line).groups()  # type: ignore[union-attr]
                yield Case(path.stem, kind, sign == "+", _plain(source) + "\n", _plain(wording))


def _plain(text: str) -> str:
    return _CHARACTER.sub(lambda found: chr(int(found[1], 16)), text)
