"""A citekey that lines give two addresses is two works under one name: the second line is refused, and nothing is swallowed."""

from collections.abc import Callable
from pathlib import Path
from subprocess import CompletedProcess

Run = Callable[..., CompletedProcess[str]]

LINES = """quote,speaker,source,url
The gulls know the budget.,Ola Brandt,Coast Letters,https://letters.example/1
The gulls know the tide.,Marit Sand,Coast Letters,{address}
"""


def test_another_address_is_refused_by_name(database: Path, run: Run, tmp_path: Path) -> None:
    (tmp_path / "a.csv").write_text(LINES.format(address="https://letters.example/2"), encoding="utf-8")
    rejects = tmp_path / "rejects.txt"
    for counted in ("1 attribution added, 0 known already", "0 attributions added, 1 known already"):
        told = run("import", "a.csv", "--rejects", rejects, "--force", "--db", database, code=1)
        assert f"{counted}, 1 line refused" in told.stdout
        assert "source coast-letters is known with another address, letters.example/1" in told.stderr
        assert "https://letters.example/2" in rejects.read_text("utf-8")
    assert run("list", "sources", "--db", database).stdout.count("\n") == 1


def test_the_same_address_in_another_spelling_is_the_same_work(
    database: Path, run: Run, tmp_path: Path
) -> None:
    (tmp_path / "a.csv").write_text(LINES.format(address="HTTPS://letters.example:443/1"), encoding="utf-8")
    assert "0 lines refused" in run("import", "a.csv", "--db", database).stdout
