"""A file of settings changed by the line, so that comments, order and blank lines stay as somebody wrote them.

No library for it: a setting is one top-level `key = value`, and a file that is broken must be mended all the same, of which
a parser of the whole can do nothing. What comes out is read again as TOML before it is written.
"""

from __future__ import annotations

from onrecord.model.record import record
from onrecord.settings.reading import Problem, parsed
from onrecord.text.clean import visible

TYPE_CHECKING = False
if TYPE_CHECKING:
    from collections.abc import Iterator, Sequence

    from onrecord.settings.keys import Value

# What may go on in the next line.
_GOES_ON = ('"""', "'''", "[", "{")
MARK = "# could not be read: "


@record()
class Part:
    """Lines that belong together, from `start` to before `end`: a setting (`key`), or what is none (`key` is None).

    `broken`: it says something, but nothing that TOML knows, or it says a key again.
    """

    start: int
    end: int
    key: str | None
    broken: bool


@record()
class Changed:
    """The new text, and the numbers (from 1) of lines that could not be read and are comments now."""

    text: str
    mended: tuple[int, ...]


def put(text: str, key: str, value: Value | None) -> Changed:
    """The text with `key = value`, where it stood or at the end of the settings; with None without the key.

    A comment behind the value stays. Lines that cannot be read become comments.
    """
    lines = text.split("\n")
    ending = "\r" if lines[0].endswith("\r") else ""
    parts = list(_parts(_bare(lines)))
    present = next((one for one in parts if one.key == key and not one.broken), None)
    new_lines: list[str] = []
    mended: list[int] = []
    top = 0  # behind the last line of the settings, before the first table
    tables = False
    for setting in parts:
        part = lines[setting.start : setting.end]
        tables = tables or part[0].lstrip().startswith("[")
        if setting is present:
            if value is not None:
                new_lines.append(written(key, value) + _comment("\n".join(_bare(part))) + ending)
        elif setting.broken and _says(part[0], key):
            continue  # what is said anew below
        elif setting.broken:
            mended += range(setting.start + 1, setting.end + 1)
            new_lines += [_as_comment(line) for line in part]
        else:
            new_lines += part
        if not tables and any(line.strip() for line in part):
            top = len(new_lines)
    if present is None and value is not None:
        new_lines.insert(top, written(key, value) + ending)
        if top + 1 == len(new_lines):
            new_lines.append("")
    whole = "\n".join(new_lines)
    if isinstance(parsed(whole), Problem):
        # Tables that contradict each other, or the like: all of it stays to be read, and nothing of it is said.
        mended = [number for number, line in enumerate(lines, 1) if line.strip()]
        kept = [_as_comment(line) if line.strip() else "" for line in lines]
        whole = "\n".join([*([written(key, value) + ending] if value is not None else []), *kept])
    return Changed(whole, tuple(mended))


def keys_in(text: str) -> set[str]:
    """The settings that a text has something of, also in lines that cannot be read."""
    lines = _bare(text.split("\n"))
    named = {part.key for part in _parts(lines) if part.key}
    broken = {
        lines[part.start].partition("=")[0].strip().strip("\"'") for part in _parts(lines) if part.broken
    }
    return named | {one for one in broken if one}


def shown(value: object) -> str:
    """A value as it is typed."""
    return str(value).lower() if isinstance(value, bool) else str(value)


def written(key: str, value: Value) -> str:
    """A line of TOML."""
    if isinstance(value, bool):
        return f"{key} = {str(value).lower()}"
    escaped = value.replace("\\", "\\\\").replace('"', '\\"')
    return f'{key} = "{escaped}"'


def _as_comment(line: str) -> str:
    """A line that could not be read; what no comment of TOML may have is spelled out."""
    bare = line.removesuffix("\r")
    return f"{MARK}{visible(bare, multiline=True)}" + ("\r" if bare != line else "")


def _bare(lines: Sequence[str]) -> list[str]:
    """The lines without the carriage returns at their ends, which TOML takes for a part of the line end."""
    return [line.removesuffix("\r") for line in lines]


def _parts(lines: Sequence[str]) -> Iterator[Part]:
    start = 0
    seen: set[str] = set()
    while start < len(lines):
        line = lines[start].strip(" \t")
        if not line or line.startswith("#"):
            yield Part(start, start + 1, None, broken=False)
            start += 1
            continue
        if line.startswith("["):
            yield from _tables(lines, start)
            return
        end = _end(lines, start)
        said = parsed("\n".join(lines[start:end]))
        keys = [] if isinstance(said, Problem) else list(said)
        broken = not keys or keys[0] in seen
        seen.update(keys)
        yield Part(start, end, keys[0] if keys else None, broken=broken)
        start = end


def _tables(lines: Sequence[str], start: int) -> Iterator[Part]:
    """What stands from the first table on: no setting is there. Each line that breaks it is a part of its own."""
    rest = list(lines[start:])
    broken: set[int] = set()
    while isinstance(problem := parsed("\n".join(rest)), Problem):
        index = (problem.line or len(rest)) - 1
        while index > 0 and (index >= len(rest) or not rest[index].strip() or index in broken):
            index -= 1
        if index in broken:
            break
        broken.add(index)
        rest[index] = "#"
    for number in range(len(rest)):
        yield Part(start + number, start + number + 1, None, broken=number in broken)


def _end(lines: Sequence[str], start: int) -> int:
    """Where the setting ends that begins in a line: mostly there."""
    if any(mark in lines[start] for mark in _GOES_ON):
        for end in range(start + 1, len(lines) + 1):
            if not isinstance(parsed("\n".join(lines[start:end])), Problem):
                return end
    return start + 1


def _says(line: str, key: str) -> bool:
    return line.partition("=")[0].strip().strip("\"'") == key


def _comment(part: str) -> str:
    """The comment behind a value, with the space before it."""
    start = part.find("#")
    while start >= 0:
        before = part[:start]
        if not isinstance(parsed(before), Problem):
            return before[len(before.rstrip()) :] + part[start:]
        start = part.find("#", start + 1)
    return ""
