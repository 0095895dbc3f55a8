"""The manual shows what happens: every command of its walks is run, and what it prints is what stands on the page."""

from collections.abc import Iterator
from pathlib import Path

import pytest
import shown
import starting

PAGES = sorted(
    path
    for folder in ("tutorials", "how-to")
    for path in (shown.DOCS / folder).glob("*.md")
    if "```console" in path.read_text("utf-8")
)
NAMES = [path.relative_to(shown.DOCS).as_posix() for path in PAGES]


@pytest.fixture(scope="module")
def warm(tmp_path_factory: pytest.TempPathFactory) -> Iterator[starting.Warm]:
    """Started with the variables of a reader's terminal, some of which are read before a command begins."""
    with starting.Warm(shown.variables(tmp_path_factory.mktemp("warm"))) as ready:
        yield ready


@pytest.mark.parametrize("page", PAGES, ids=NAMES)
def test_what_a_page_shows_is_what_happens(page: Path, warm: starting.Warm) -> None:
    steps = list(shown.played(page, warm))
    assert len(steps) > 1
    for step in steps:
        told = f"$ {step.command}\n{shown.settled(step.printed)}"
        # A page that is to be brought up to date: python tests/shown.py docs/…
        assert step.is_so, f"the page shows\n{step.shown}\nand what happens is\n{told}"


def test_what_differs_is_noticed(tmp_path: Path, warm: starting.Warm) -> None:
    page = tmp_path / "page.md"
    page.write_text(
        "```console\n$ onrecord init\nMade onrecord.db\n$ onrecord list tags\nfog\n$ onrecord where\n…\n```\n"
    )
    assert [step.is_so for step in shown.played(page, warm)] == [True, False, True]
    told = "There are no tags on record. Put one on a statement with: onrecord add tag KEY TAG"
    assert f"$ onrecord list tags\n{told}\n$ onrecord where\n…\n" in shown.rewritten(page, warm)


def test_no_page_shows_a_failure_of_the_walk_itself() -> None:
    for page in PAGES:
        text = page.read_text("utf-8")
        assert "Traceback" not in text
        for line in text.splitlines():
            assert not line.startswith(("Usage: ", "bash: ")), f"{page.name}: {line}"
