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
# Where such words stand for another reason.
OTHERWISE = {
    "cite/formats/word.py": "the arguments that pandoc is started with",
    "cite/pandoc.py": "the arguments that pandoc is started with",
    "cite/program.py": "the arguments that pandoc is started with",
    "drafts/keys.py": "the arguments that pandoc is started with",
    "browse/static_folder.py": "the mark of what made a copy",
    "publish/folder.py": "the mark of what made a copy",
    "db/digesting.py": "the line of a made file that says how it is made again",
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
    found: dict[str, list[str]] = {}
    for folder in ("", "db"):
        for path in sorted((PACKAGE / folder).rglob("*.py")):
            name = path.relative_to(PACKAGE).as_posix()
            if name.startswith(("cli/", "demo/")):
                continue
            for line, text in texts(path):
                if NAMED.search(text):
                    found.setdefault(name, []).append(f"{name}:{line}: {text[:80]!r}")
    assert [one for name, lines in found.items() if name not in OTHERWISE for one in lines] == []
    assert all((PACKAGE / name).is_file() <= (name in found) for name in OTHERWISE)
