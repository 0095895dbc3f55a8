"""docs/citing.md tells the truth: its examples are run, and what it shows is what comes out."""

import re
import shlex
from pathlib import Path

from conftest import Run

from onrecord.cite.cited import FORMATS, WAYS

PAGE = (Path(__file__).parents[2] / "docs" / "citing.md").read_text("utf-8")
EXAMPLES = PAGE.partition("## One quotation in every format\n")[2].partition("\n## ")[0]
# The day of the last verification.
DAY = re.compile(r"\(\d{4}-\d\d-\d\d\)$", re.MULTILINE)


def blocks() -> list[str]:
    return re.findall(r"^```\n(.*?)^```$", EXAMPLES, flags=re.MULTILINE | re.DOTALL)


def test_every_example_is_what_comes_out(run: Run, tmp_path: Path) -> None:
    first, *examples = blocks()
    for line in first.splitlines():
        piped = re.fullmatch(r"\$ printf '(.*)' \| onrecord (.*)", line)
        command = piped[2] if piped else line.removeprefix("$ onrecord ")
        run(*shlex.split(command), input=piped[1] if piped else None)
    for example in examples:
        command, _, shown = example.partition("\n")
        told = run(*shlex.split(command.removeprefix("$ onrecord ")))
        # A format may end in a space (RIS), the last line of a page may not.
        assert DAY.sub("", told.stdout or told.stderr).rstrip() == DAY.sub("", shown).rstrip(), command
    assert (tmp_path / "quotation.docx").stat().st_size > 1_000


def test_every_format_and_every_way_is_shown_and_explained() -> None:
    commands = [block.partition("\n")[0] for block in blocks()]
    for format in FORMATS:
        asked = (f"--format {format}", f"-o quotation.{format}")
        assert format == "text" or any(word in command for command in commands for word in asked), format
        assert f"`{format}`" in PAGE
    for way in WAYS:
        assert f"`{way}`" in PAGE
    text_ways = [command for command in commands if "--format" not in command]
    for way in set(WAYS) - {"bibliography"}:  # it stands below the text
        assert any(f"--as {way}" in command for command in text_ways), way
