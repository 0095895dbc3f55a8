"""A denial goes through everything that prints a wording, on the command line and in exported files."""

import re
from pathlib import Path

import factories
import pytest
from conftest import Run

from onrecord.db.store import writing
from onrecord.exchange import formats
from onrecord.formats import Format

WORDS = "favoured the northern yard"
TEXT = f"""The yard

Margaret Ellingham denied that the board had {WORDS}.
"""


@pytest.fixture
def denial(database: Path) -> str:
    with writing(database, "fill") as store:
        factories.source(store, TEXT, citekey="yard", title="The yard")
        added = factories.quote(
            store, f"the board had {WORDS}", by="Margaret Ellingham", source="yard", form="indirect"
        )
        store.execute("UPDATE attributions SET polarity = 'denied'")
    return added.quote.key


def says_so(printed: str) -> bool:
    """Whether a denial stands near every place of the words."""
    plain = re.sub(r"\s+", " ", printed)
    return all(
        "den" in plain[max(0, found.start() - 400) : found.end() + 400].lower()
        and re.search("denied|denies|bestreitet", plain[max(0, found.start() - 400) : found.end() + 400])
        for found in re.finditer(re.escape(WORDS), plain)
    )


def test_the_command_line(denial: str, database: Path, run: Run) -> None:
    for words in (
        ("search", "northern"), ("search", "northern", "--json"), ("show", denial), ("show", denial, "--json"),
        ("show", "yard"), ("verify", "--all", "-v"), ("verify", "--all", "--json"), ("cite", denial), ("text", "yard", "--json"),
    ):  # fmt: skip
        printed = run(*words, "--db", database).stdout
        assert WORDS in " ".join(printed.split()), words
        assert says_so(printed), (words, printed)


@pytest.mark.parametrize("format_", formats.writable(), ids=lambda one: one.name)
def test_what_is_exported(denial: str, database: Path, run: Run, tmp_path: Path, format_: Format) -> None:
    out = tmp_path / "out"
    run("export", "--format", format_.name, "-o", out, "--db", database)
    files = [one for one in out.rglob("*") if one.is_file()] if out.is_dir() else [out]
    for file in files:
        written = file.read_text(encoding="utf-8-sig", errors="replace")
        if '"type":"snapshot"' in written or file.suffix == ".csv" or format_.whole:
            assert "denied" in written
        else:
            assert says_so(written), written
