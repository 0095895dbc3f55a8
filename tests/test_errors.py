"""What onrecord says of itself, it says to whoever asks: commands and options are known to the command line alone."""

import ast
import re
from collections.abc import Iterator
from pathlib import Path

import onrecord
from onrecord.cli import contents

PACKAGE = Path(onrecord.__file__).parent
COMMANDS = "|".join(contents.COMMANDS)
NAMED = re.compile(rf"(?<![\w-])--[a-z]|(?:^|[\s(])-[a-zA-Z]\b|\bonrecord (?:{COMMANDS})\b")
# Where such words stand for something else, and how they begin there.
OTHERWISE = {
    "cite/formats/word.py": "--",  # the arguments that pandoc is started with, here and in the next five
    "cite/formats/document.py": "--",
    "cite/pandoc.py": "--",
    "pandoc.py": "-",
    "ingest/converted.py": "--",
    "drafts/keys.py": "--",
    "check/formats.py": "onrecord check",  # who made a report
    "check/page.py": "\n:root",  # variables of a style sheet
    "check/wording.py": "",  # the command that records what stands in a text and on no record
    "mcp/proposing.py": "onrecord mcp",  # what the history calls it
    "proposals/decide.py": "onrecord review",  # and what it calls the steps of a review
    "outputs/published.py": "onrecord publish",  # the mark of what made a copy
    "db/current.py": "",  # the line of a made file that says how it is made again
}


def texts(path: Path) -> Iterator[tuple[int, str]]:
    """The strings in a file that are no docstrings, with their lines."""
    tree = ast.parse(path.read_text("utf-8"))
    documentation = {
        id(node.value)
        for node in ast.walk(tree)
        if isinstance(node, ast.Expr) and isinstance(node.value, ast.Constant)
    }
    for node in ast.walk(tree):
        if isinstance(node, ast.Constant) and isinstance(node.value, str) and id(node) not in documentation:
            yield node.lineno, node.value


def test_operations_name_no_commands_and_no_options() -> None:
    found, otherwise = [], set()
    for folder in ("", "db"):
        for path in sorted((PACKAGE / folder).rglob("*.py")):
            name = path.relative_to(PACKAGE).as_posix()
            if name.startswith(("cli/", "demo/")):
                continue
            for line, text in texts(path):
                if not NAMED.search(text):
                    continue
                if name in OTHERWISE and text.startswith(OTHERWISE[name]):
                    otherwise.add(name)
                else:
                    found.append(f"{name}:{line}: {text[:80]!r}")
    assert found == []
    assert otherwise == set(OTHERWISE)
