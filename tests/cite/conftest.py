"""The tools that read what is written: pandoc from the wheel, biber where it is installed."""

import subprocess
from collections.abc import Callable, Iterator, Mapping, Sequence

import pytest
import tools

from onrecord import pandoc
from onrecord.model.records import Json

Reader = Callable[[str, str], list[Json]]


_known: dict[tuple[object, ...], "subprocess.CompletedProcess[bytes]"] = {}


@pytest.fixture(scope="module", autouse=True)
def _once() -> Iterator[None]:
    """What pandoc gives hangs on nothing but what it is given (it runs in an empty folder, without network): the same
    records in another format of ours are the same run. What failed is run again."""
    run = pandoc.run

    def remembered(
        arguments: Sequence[str], data: bytes, *, files: Mapping[str, str] = pandoc.NOTHING, **limits: float
    ) -> "subprocess.CompletedProcess[bytes]":
        asked = (*arguments, data, *sorted(files.items()), *sorted(limits.items()))
        if asked in _known:
            return _known[asked]
        done = run(arguments, data, files=files, **limits)  # type: ignore[arg-type]
        if done.returncode == 0:
            _known[asked] = done
        return done

    with pytest.MonkeyPatch.context() as patch:
        patch.setattr(pandoc, "run", remembered)
        yield


@pytest.fixture(scope="session")
def read_back() -> Reader:
    """Reads a bibliography in a format of pandoc's ("bibtex", "ris", "csljson") as CSL-JSON items."""
    return tools.read_with_pandoc


@pytest.fixture(scope="session")
def biber(tmp_path_factory: pytest.TempPathFactory) -> Callable[[str], dict[str, dict[str, str]]]:
    """Reads a BibTeX file with biber: the fields of every entry by its key."""
    return lambda written: tools.read_with_biber(written, tmp_path_factory.mktemp("biber"))
