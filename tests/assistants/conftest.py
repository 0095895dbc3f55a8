"""The database of the demonstration, made once."""

from importlib import resources
from pathlib import Path

import pytest
from conftest import Run

from onrecord.demo.steps import ARTICLE, STEPS

_made: dict[str, bytes] = {}


@pytest.fixture
def demo(run: Run, tmp_path: Path) -> Path:
    """A copy of it, of one's own."""
    path = tmp_path / "demo.db"
    if not _made:
        (tmp_path / ARTICLE).write_bytes((resources.files("onrecord.demo") / ARTICLE).read_bytes())
        for _, words, code in STEPS:
            if words[0] in ("init", "add", "stance", "verify"):
                run(*words, code=code)
        run("history", "--limit", "1")
        _made["demo"] = (tmp_path / "onrecord.db").read_bytes()
    path.write_bytes(_made["demo"])
    return path
