"""A folder takes another one's place when it is whole, and what people put there stays."""

import stat
from pathlib import Path

import pytest
from stopping import stopped_at

from onrecord.errors import ConflictError, InputError
from onrecord.outputs import folder
from onrecord.outputs.folder import place_of, replaced


def made(place: Path, **files: str) -> None:
    place.mkdir(parents=True, exist_ok=True)
    for name, text in files.items():
        (place / name).write_text(text)


def held(place: Path) -> dict[str, str]:
    return {one.name: one.read_text() for one in place.iterdir()}


def test_a_new_folder(tmp_path: Path) -> None:
    with replaced(tmp_path / "site") as draft:
        made(draft, page="one")
        assert not (tmp_path / "site").exists()
    assert held(tmp_path / "site") == {"page": "one"}
    assert [one.name for one in tmp_path.iterdir()] == ["site"]


def test_the_earlier_one_goes_but_for_what_is_kept(tmp_path: Path) -> None:
    made(tmp_path / "site", page="old", gone="old", CNAME="archive.example", both="same")
    (tmp_path / "site").chmod(0o750)
    with replaced(tmp_path / "site", keeping=lambda name: name in ("CNAME", "both")) as draft:
        made(draft, page="new", both="same")
    assert held(tmp_path / "site") == {"page": "new", "CNAME": "archive.example", "both": "same"}
    assert stat.S_IMODE((tmp_path / "site").stat().st_mode) == 0o750
    assert [one.name for one in tmp_path.iterdir()] == ["site"]


def test_what_is_kept_lies_in_folders_too(tmp_path: Path) -> None:
    made(tmp_path / "site" / "pages", page="old", mine="mine")
    made(tmp_path / "site" / "gone", page="old", mine="mine")
    (tmp_path / "site" / "gone" / "empty").mkdir()
    keeping = {"pages/mine", "gone/mine", "gone/empty"}
    with replaced(tmp_path / "site", keeping=keeping.__contains__) as draft:
        made(draft / "pages", page="new")
    assert held(tmp_path / "site" / "pages") == {"page": "new", "mine": "mine"}
    assert sorted(one.name for one in (tmp_path / "site" / "gone").iterdir()) == ["empty", "mine"]


@pytest.mark.parametrize("place", ["pages/mine", "pages"])
def test_nothing_takes_the_place_of_what_is_kept(tmp_path: Path, place: str) -> None:
    made(tmp_path / "site" / "pages", page="old", mine="mine")
    with (
        pytest.raises(ConflictError, match="Move it first"),
        replaced(tmp_path / "site", keeping=lambda name: name == "pages/mine") as draft,
    ):
        (draft / place).parent.mkdir(exist_ok=True)
        (draft / place).write_text("new")
    assert held(tmp_path / "site" / "pages") == {"page": "old", "mine": "mine"}
    assert [one.name for one in tmp_path.iterdir()] == ["site"]


@pytest.mark.parametrize("problem", [KeyboardInterrupt, OSError(28, "No space left on device")])
def test_what_fails_on_the_way_leaves_the_earlier_one(tmp_path: Path, problem: BaseException) -> None:
    made(tmp_path / "site", page="old")
    with pytest.raises((KeyboardInterrupt, InputError)), replaced(tmp_path / "site") as draft:
        made(draft, page="new")
        raise problem
    assert held(tmp_path / "site") == {"page": "old"}
    assert [one.name for one in tmp_path.iterdir()] == ["site"]


@pytest.mark.parametrize("problem", [KeyboardInterrupt, OSError(5, "Input/output error")])
def test_where_folders_cannot_be_exchanged_what_fails_puts_the_earlier_one_back(
    tmp_path: Path, monkeypatch: pytest.MonkeyPatch, problem: BaseException
) -> None:
    made(tmp_path / "site", page="old")
    rename = Path.rename

    def failing(self: Path, target: Path) -> Path:
        if target.name == "site" and "-before" not in self.name:
            raise problem
        return rename(self, target)

    monkeypatch.setattr(Path, "rename", failing)
    monkeypatch.setattr(folder, "exchanged", lambda one, other: False)
    with pytest.raises((KeyboardInterrupt, InputError)), replaced(tmp_path / "site") as draft:
        made(draft, page="new")
    assert held(tmp_path / "site") == {"page": "old"}
    assert [one.name for one in tmp_path.iterdir()] == ["site"]


def test_where_folders_cannot_be_exchanged_two_renames_do(
    tmp_path: Path, monkeypatch: pytest.MonkeyPatch
) -> None:
    monkeypatch.setattr(folder, "exchanged", lambda one, other: False)
    made(tmp_path / "site", page="old", CNAME="archive.example")
    with replaced(tmp_path / "site", keeping=lambda name: name == "CNAME") as draft:
        made(draft, page="new")
    assert held(tmp_path / "site") == {"page": "new", "CNAME": "archive.example"}
    assert [one.name for one in tmp_path.iterdir()] == ["site"]


def test_there_is_a_whole_folder_whenever_it_is_killed(tmp_path: Path) -> None:
    """What people put there is in it too, and the next one that writes there clears up."""
    number = 0
    while True:
        number += 1
        place = tmp_path / str(number)
        place.mkdir()
        made(place / "site", page="old", CNAME="archive.example")
        made(place / "site" / ".git", HEAD="main")

        def work(place: Path = place, text: str = "new") -> None:
            with replaced(place / "site", keeping=lambda name: name in ("CNAME", ".git")) as draft:
                made(draft, page=text)

        completed = stopped_at(work, number)
        there = {one.name: one for one in (place / "site").iterdir()}
        assert there["page"].read_text() in ("old", "new")
        assert there["CNAME"].read_text() == "archive.example"
        assert (there[".git"] / "HEAD").read_text() == "main"
        work(text="newest")
        assert (place / "site" / "page").read_text() == "newest"
        assert [one.name for one in place.iterdir()] == ["site"]
        if completed:
            break
    assert number > 20


def test_behind_a_link_the_folder_is_replaced_and_the_link_stays(tmp_path: Path) -> None:
    made(tmp_path / "real", page="old")
    (tmp_path / "site").symlink_to("real")
    with replaced(tmp_path / "site") as draft:
        made(draft, page="new")
    assert (tmp_path / "site").is_symlink()
    assert held(tmp_path / "real") == {"page": "new"}


def test_names_that_cannot_be(tmp_path: Path) -> None:
    (tmp_path / "file").touch()
    (tmp_path / "link").symlink_to(tmp_path / "nowhere")
    for name, problem in (
        ("file", ConflictError), ("link", ConflictError), ("no/such", InputError), ("file/site", InputError),
        ("l" * 300, InputError), ("a\0b", InputError), ("\ud800", InputError),
    ):  # fmt: skip
        with pytest.raises(problem):
            place_of(tmp_path / name)
    with pytest.raises(InputError, match="is empty"):
        place_of("")
