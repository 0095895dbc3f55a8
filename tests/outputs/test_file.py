"""One file: whole or not there, never over something that must stay, and into whatever a shell may name."""

import os
import socket
import stat
import subprocess
import sys
import threading
from pathlib import Path

import pytest
from stopping import stopped_at

from onrecord.errors import ConflictError, Hint, InputError
from onrecord.outputs import target
from onrecord.outputs.file import put_new, write, written
from onrecord.outputs.guard import Guard
from onrecord.outputs.unfinished import beside


def left_in(folder: Path) -> set[str]:
    return {one.name for one in folder.iterdir()}


def test_a_new_file_has_the_permissions_that_the_umask_leaves(tmp_path: Path) -> None:
    before = os.umask(0o027)
    try:
        write(tmp_path / "new.txt", b"words", force=False)
    finally:
        os.umask(before)
    assert (tmp_path / "new.txt").read_bytes() == b"words"
    assert stat.S_IMODE((tmp_path / "new.txt").stat().st_mode) == 0o640
    assert left_in(tmp_path) == {"new.txt"}


@pytest.mark.parametrize("mode", [0o600, 0o644, 0o755])
def test_a_replaced_file_keeps_its_permissions(tmp_path: Path, mode: int) -> None:
    old = tmp_path / "old.txt"
    old.write_text("before")
    old.chmod(mode)
    write(old, b"after", force=True)
    assert old.read_text() == "after"
    assert stat.S_IMODE(old.stat().st_mode) == mode


@pytest.mark.parametrize("there", [True, False])
def test_what_fails_on_the_way_leaves_all_as_it_was(tmp_path: Path, there: bool) -> None:
    path = tmp_path / "out.txt"
    if there:
        path.write_text("before")
    with pytest.raises(KeyboardInterrupt), written(path, force=True) as stream:
        stream.write(b"half of it")
        raise KeyboardInterrupt
    assert left_in(tmp_path) == ({"out.txt"} if there else set())
    assert not there or path.read_text() == "before"


def test_what_is_there_is_replaced_only_when_told(tmp_path: Path) -> None:
    path = tmp_path / "out.txt"
    path.write_text("before")
    with pytest.raises(ConflictError, match=r"out\.txt exists already\.$") as refused:
        write(path, b"after", force=False, hint=Hint("replace_output"))
    assert refused.value.hint == Hint("replace_output")
    assert path.read_text() == "before"


def test_a_file_that_comes_into_the_way_meanwhile_stays(tmp_path: Path) -> None:
    path = tmp_path / "out.txt"
    with pytest.raises(ConflictError, match="exists already"), written(path, force=True) as stream:
        stream.write(b"mine")
        path.write_text("somebody else's")
    assert path.read_text() == "somebody else's"
    assert left_in(tmp_path) == {"out.txt"}


def test_where_there_are_no_hard_links(tmp_path: Path, monkeypatch: pytest.MonkeyPatch) -> None:
    def refused(*_: object) -> None:
        raise PermissionError(1, "Operation not permitted")

    monkeypatch.setattr(os, "link", refused)
    write(tmp_path / "out.txt", b"words", force=False)
    assert (tmp_path / "out.txt").read_bytes() == b"words"
    (tmp_path / "draft").write_text("another")
    with pytest.raises(FileExistsError):
        put_new(tmp_path / "draft", tmp_path / "out.txt")
    assert (tmp_path / "out.txt").read_bytes() == b"words"


def test_behind_a_link_the_file_is_replaced_and_the_link_stays(tmp_path: Path) -> None:
    (tmp_path / "far").mkdir()
    real, link = tmp_path / "far" / "real.txt", tmp_path / "link.txt"
    real.write_text("before")
    link.symlink_to(real)
    with pytest.raises(ConflictError, match="exists already"):
        write(link, b"after", force=False)
    write(link, b"after", force=True)
    assert link.is_symlink() and real.read_text() == "after"
    assert left_in(tmp_path / "far") == {"real.txt"}


@pytest.mark.parametrize("force", [False, True])
def test_a_link_to_nothing_is_refused(tmp_path: Path, force: bool) -> None:
    (tmp_path / "link.txt").symlink_to(tmp_path / "elsewhere.txt")
    with pytest.raises(ConflictError, match="not there"):
        write(tmp_path / "link.txt", b"words", force=force)
    assert left_in(tmp_path) == {"link.txt"}


def test_devices_are_written_to_as_they_are() -> None:
    write("/dev/null", b"words", force=False)
    with pytest.raises(InputError, match="/dev/full cannot be written: No space left"):
        write("/dev/full", b"words", force=False)
    assert stat.S_ISCHR(Path("/dev/null").stat().st_mode)


def test_a_pipe_with_a_name(tmp_path: Path) -> None:
    fifo, heard = tmp_path / "fifo", list[bytes]()
    os.mkfifo(fifo)
    reader = threading.Thread(target=lambda: heard.append(fifo.read_bytes()))
    reader.start()
    write(fifo, b"words", force=False)
    reader.join()
    assert heard == [b"words"] and stat.S_ISFIFO(fifo.stat().st_mode)


@pytest.mark.parametrize("folder", ["/dev/fd", "/proc/self/fd"])
def test_a_descriptor_as_shells_pass_it(folder: str) -> None:
    receive, send = os.pipe()
    write(f"{folder}/{send}", b"words", force=False)
    os.close(send)
    with os.fdopen(receive, "rb") as stream:
        assert stream.read() == b"words"


def test_a_descriptor_of_a_file_goes_on_where_it_stands(tmp_path: Path) -> None:
    with (tmp_path / "all.txt").open("wb", buffering=0) as stream:
        stream.write(b"first\n")
        write(f"/dev/fd/{stream.fileno()}", b"second\n", force=False)
        stream.write(b"third\n")
    assert (tmp_path / "all.txt").read_text() == "first\nsecond\nthird\n"


def test_a_descriptor_of_the_database_is_refused(database: Path) -> None:
    before = database.read_bytes()
    with database.open("ab") as stream, pytest.raises(ConflictError, match="is the database"):
        write(f"/dev/fd/{stream.fileno()}", b"words", force=True, guard=Guard(database))
    assert database.read_bytes() == before


def test_what_is_no_file_is_named(tmp_path: Path) -> None:
    with socket.socket(socket.AF_UNIX) as listener:
        listener.bind(str(tmp_path / "socket"))
        with pytest.raises(ConflictError, match="is a socket"):
            write(tmp_path / "socket", b"words", force=True)
    with pytest.raises(ConflictError, match="is a folder"):
        write(tmp_path, b"words", force=True)


@pytest.mark.parametrize(
    ("name", "sentence"),
    [
        ("", "is empty"), ("-", "standard output"), ("a\0b", "not a file name"), ("no/such/out.txt", "there is no folder"),
        ("here/", "there is no folder"), ("l" * 300, "File name too long"), ("\ud800", "not a file name"),
        ("file/out.txt", "cannot be written: Not a directory"), ("file/", "cannot be written: Not a directory"),
    ],
)  # fmt: skip
def test_names_that_cannot_be(
    tmp_path: Path, monkeypatch: pytest.MonkeyPatch, name: str, sentence: str
) -> None:
    monkeypatch.chdir(tmp_path)
    (tmp_path / "file").touch()
    with pytest.raises(InputError, match=sentence):
        target.of(name, Guard(), force=True)
    assert left_in(tmp_path) == {"file"}


def test_a_name_that_is_no_text(tmp_path: Path) -> None:
    name = os.fsdecode(os.fsencode(tmp_path) + b"/caf\xe9.txt")
    write(name, b"words", force=False)
    assert Path(name).read_bytes() == b"words"


def test_the_longest_name_there_may_be(tmp_path: Path) -> None:
    write(tmp_path / ("l" * 255), b"words", force=False)
    assert (tmp_path / ("l" * 255)).read_bytes() == b"words"


def test_what_a_killed_process_left_goes_with_the_next_file(tmp_path: Path) -> None:
    number = 1
    while not stopped_at(lambda: write(tmp_path / "new.txt", b"words", force=True), number):
        number += 1
        if (tmp_path / "new.txt").exists():
            assert (tmp_path / "new.txt").read_bytes() == b"words"
        write(tmp_path / "other.txt", b"others", force=True)
        assert left_in(tmp_path) <= {"new.txt", "other.txt"}
    assert number > 5


def test_what_others_are_writing_stays(tmp_path: Path) -> None:
    """Another thread, another process, another computer, and whoever gives a file such a name."""
    code = f"from onrecord.outputs.unfinished import beside; print(beside({str(tmp_path)!r}), flush=True); input()"
    with subprocess.Popen(
        [sys.executable, "-c", code], stdin=subprocess.PIPE, stdout=subprocess.PIPE, text=True
    ) as other:
        assert other.stdin is not None and other.stdout is not None
        names = {
            Path(beside(tmp_path)).name, Path(other.stdout.readline().strip()).name, ".onrecord-00000000-1-00000000",
            ".onrecord-pages.json", ".onrecord-notes-2-3",
        }  # fmt: skip
        for name in names:
            (tmp_path / name).touch()
        write(tmp_path / "new.txt", b"words", force=False)
        assert left_in(tmp_path) == {*names, "new.txt"}
        other.stdin.write("\n")
