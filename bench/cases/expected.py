"""What the `expected.txt` of a case says: the right value in words, and the commands that showed the wrong one."""

import re
from dataclasses import dataclass
from pathlib import Path

_PARTS = re.compile(r"^(KIND|REPORT|RIGHT|CAME OUT)\b[^:\n]*:", re.MULTILINE)
# What came out once is told behind the right value; a check must not take it for right.
_WRONG = re.compile(r"\b(?:Came out|Measured)\b.*", re.DOTALL)


@dataclass(frozen=True)
class Case:
    """A folder with the files of one situation.

    `right` is the right value in the words of whoever wrote the case, `commands` are lines for a shell: in them $C is the folder,
    $W another one that may be written to, ONRECORD_DB a new database.
    """

    name: str
    folder: Path
    kind: str
    right: str
    commands: tuple[str, ...]


def read(folder: Path) -> Case:
    """Reads the expected.txt of a folder; ValueError where it names no command or no right value."""
    written = (folder / "expected.txt").read_text("utf-8")
    places = list(_PARTS.finditer(written))
    ends = [place.start() for place in places[1:]] + [len(written)]
    parts = {place[1]: written[place.end() : end].strip() for place, end in zip(places, ends, strict=True)}
    commands = tuple(
        line.removeprefix("$ ") for line in parts.get("CAME OUT", "").splitlines() if line.startswith("$ ")
    )
    right = _WRONG.sub("", parts.get("RIGHT", "")).strip()
    if not commands or not right:
        raise ValueError(f"{folder}/expected.txt names no command or no right value")
    return Case(folder.name, folder, parts.get("KIND", ""), right, commands)
