"""Whatever the documentation has somebody type exists: the command, and every option."""

import re
import shlex
from collections.abc import Iterator
from pathlib import Path

import pytest

from onrecord.cli import contents, dispatch

CHECKOUT = Path(__file__).parents[2]
# The changelog tells of what was.
PAGES = [CHECKOUT / "README.md", CHECKOUT / "CONTRIBUTING.md", *sorted((CHECKOUT / "docs").rglob("*.md"))]
_BLOCK = re.compile(r"^```(\w*)[^\n]*\n(.*?)^```$", re.MULTILINE | re.DOTALL)
_SPAN = re.compile(r"`([^`\n]+)`")
_COMMAND = re.compile(r"(?:^|[\s;&|(])(onrecord [^\n]+)")
_ENDS = {"|", "||", "&&", ";", ">", "<", "2>", "#", "…", "(", ")"}


def typed(page: str) -> Iterator[str]:
    """Command lines in blocks and spans of code; of a console only what is typed."""
    for kind, block in _BLOCK.findall(page):
        if kind in ("python", "text", "json", "sql"):
            continue
        text = block.replace("\\\n", " ")
        if kind == "console":
            text = "\n".join(re.findall(r"^\$ (.*)$", text, flags=re.MULTILINE))
        yield from _COMMAND.findall(text)
    for span in _SPAN.findall(_BLOCK.sub("", page)):
        if span.startswith("onrecord "):
            yield span


def words_of(line: str) -> list[str]:
    """The words of a command up to the next command, or a remark."""
    try:
        words = shlex.split(line)
    except ValueError:  # a quotation mark goes on in the next line
        words = line.split()
    for at, word in enumerate(words):
        if word in _ENDS or word.startswith((">", "2>", "#", "(")) or word.endswith(";"):
            return words[:at]
    return words


def problem(line: str) -> str | None:
    """What a command line names that there is not."""
    words, _ = dispatch.after_options(words_of(line)[1:])
    if not words or words[0].startswith("-") or not re.fullmatch(r"[a-z]+", words[0]):
        return None
    if words[0] == "help":
        words = [*words[1:], "--help"]
    name, entry, taken = contents.find(words)
    if not name:
        return f"there is no command {words[0]}"
    if entry is None:
        return None
    command = contents.loaded(entry).COMMAND
    known = {flag for one in command.parameters for flag in one.spellings} | set(contents.HELP.flags)
    for word in words[taken:]:
        flag = word.partition("=")[0].rstrip(",.")
        if flag.startswith("--") and len(flag) > 2 and flag not in known:
            return f"onrecord {name} has no option {flag}"
    return None


@pytest.mark.parametrize("page", PAGES, ids=[page.relative_to(CHECKOUT).as_posix() for page in PAGES])
def test_commands_and_options_are_there(page: Path) -> None:
    problems = [f"{line}: {told}" for line in typed(page.read_text("utf-8")) if (told := problem(line))]
    assert problems == []


def test_what_is_not_there_is_noticed() -> None:
    page = "```sh\nonrecord sarch x\n```\nand `onrecord search x --bye y`, `onrecord list tags --json`"
    assert [problem(line) for line in typed(page)] == [
        "there is no command sarch",
        "onrecord search has no option --bye",
        None,
    ]
