"""Which pandoc is run, whatever else is called pandoc on the machine."""

import os
import stat
from pathlib import Path

import pytest

from onrecord import pandoc
from onrecord.errors import OnrecordError

ECHO = ["--from=markdown", "--to=plain"]


def fake(folder: Path, says: str = "pandoc 1.0", *, mode: int = 0o755) -> Path:
    folder.mkdir(parents=True, exist_ok=True)
    path = folder / "pandoc"
    path.write_text(f"#!/bin/sh\ncat > /dev/null\necho '{says}'\n")
    path.chmod(mode)
    return path


@pytest.fixture
def nothing(monkeypatch: pytest.MonkeyPatch) -> None:
    """A machine without the bundled one, and without any other."""
    monkeypatch.setattr(pandoc, "_bundled", lambda: iter(()))
    monkeypatch.setenv("PATH", "/nowhere")
    monkeypatch.setattr(pandoc.sys, "prefix", "/nowhere")  # type: ignore[attr-defined]
    monkeypatch.delenv("PYPANDOC_PANDOC", raising=False)


def test_the_bundled_one_goes_before_the_users_own(monkeypatch: pytest.MonkeyPatch, tmp_path: Path) -> None:
    own = fake(tmp_path / "bin", "pandoc 99.0")
    monkeypatch.setenv("PATH", str(own.parent))
    first, *others = pandoc.programs()
    assert first.origin == "bundled" and Path(first.path).is_absolute()
    assert str(own) in [one.path for one in others]
    assert pandoc.version(first.path) not in (None, "99.0") and pandoc.version(str(own)) == "99.0"
    assert pandoc.run(ECHO, b"*words*", seconds=60).stdout == b"words\n"


def test_the_users_own_is_run_by_its_whole_path(
    nothing: None, monkeypatch: pytest.MonkeyPatch, tmp_path: Path
) -> None:
    fake(tmp_path / "bin", "my own")
    monkeypatch.chdir(tmp_path)
    monkeypatch.setenv("PATH", f"bin{os.pathsep}/usr/bin{os.pathsep}/bin")
    assert pandoc.run(ECHO, b"words", seconds=60).stdout == b"my own\n"


def test_what_cannot_be_started_is_passed_over(
    nothing: None, monkeypatch: pytest.MonkeyPatch, tmp_path: Path
) -> None:
    broken = tmp_path / "broken"
    broken.write_bytes(b"\x7fELF no program of this machine")
    broken.chmod(stat.S_IRWXU)
    monkeypatch.setattr(pandoc, "_bundled", lambda: iter([broken]))
    with pytest.raises(OnrecordError, match=r"cannot be started \(.*broken: Exec format error"):
        pandoc.run(ECHO, b"words", seconds=60)
    monkeypatch.setenv("PYPANDOC_PANDOC", str(fake(tmp_path / "named", "named")))
    assert pandoc.run(ECHO, b"words", seconds=60).stdout == b"named\n"


def test_without_any(nothing: None) -> None:
    with pytest.raises(OnrecordError, match="pandoc is missing"):
        pandoc.run(ECHO, b"words", seconds=60)


def test_files_are_there_by_their_names() -> None:
    done = pandoc.run(
        ["--from=markdown", "--to=plain", "notes.md"], b"", seconds=60, files={"notes.md": "*read*"}
    )
    assert done.stdout == b"read\n"
