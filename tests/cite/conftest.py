"""The tools that read what is written: pandoc from the wheel, biber where it is installed."""

import json
import re
import subprocess
from collections.abc import Callable
from pathlib import Path

import pypandoc
import pytest
from tools import program

from onrecord.records import Json

Reader = Callable[[str, str], list[Json]]


@pytest.fixture(scope="session")
def read_back() -> Reader:
    """Reads a bibliography in a format of pandoc's ("bibtex", "ris", "csljson") as CSL-JSON items."""

    def read(written: str, format: str) -> list[Json]:
        done = subprocess.run(
            [pypandoc.get_pandoc_path(), "-f", format, "-t", "csljson"],
            input=written.encode(),
            capture_output=True,
            timeout=60,
            check=False,
        )
        assert done.returncode == 0, done.stderr.decode()
        items: list[Json] = json.loads(done.stdout)
        return items

    return read


@pytest.fixture(scope="session")
def biber(tmp_path_factory: pytest.TempPathFactory) -> Callable[[str], dict[str, dict[str, str]]]:
    """Reads a BibTeX file with biber: the fields of every entry by its key."""
    biber = program("biber")

    def read(written: str) -> dict[str, dict[str, str]]:
        folder: Path = tmp_path_factory.mktemp("biber")
        (folder / "quotes.bib").write_text(written, "utf-8")
        done = subprocess.run(
            [biber, "--tool", "--nolog", "quotes.bib"],
            cwd=folder,
            capture_output=True,
            text=True,
            timeout=120,
            check=False,
        )
        assert done.returncode == 0, done.stdout
        assert "ERROR" not in done.stdout
        entries: dict[str, dict[str, str]] = {}
        for entry in (folder / "quotes_bibertool.bib").read_text("utf-8").split("\n\n"):
            head = re.match(r"@\w+\{([^,]+),", entry.strip())
            if head:
                fields = re.findall(r"^  (\w+) += \{(.*)\},$", entry, flags=re.MULTILINE)
                entries[head[1]] = {name.lower(): value for name, value in fields}
        return entries

    return read
