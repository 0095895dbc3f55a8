"""The tools that read what is written: pandoc from the wheel, biber where it is installed."""

from collections.abc import Callable

import pytest
import tools

from onrecord.model.records import Json

Reader = Callable[[str, str], list[Json]]


@pytest.fixture(scope="session")
def read_back() -> Reader:
    """Reads a bibliography in a format of pandoc's ("bibtex", "ris", "csljson") as CSL-JSON items."""
    return tools.read_with_pandoc


@pytest.fixture(scope="session")
def biber(tmp_path_factory: pytest.TempPathFactory) -> Callable[[str], dict[str, dict[str, str]]]:
    """Reads a BibTeX file with biber: the fields of every entry by its key."""
    return lambda written: tools.read_with_biber(written, tmp_path_factory.mktemp("biber"))
