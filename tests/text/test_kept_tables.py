"""Tables that are kept from one process to the next: the same as ever, whatever has become of the file."""

from collections.abc import Iterator
from pathlib import Path

import pytest

from onrecord.matching import lexicon
from onrecord.text import kept_tables, patterns


@pytest.fixture
def folder(tmp_path: Path, monkeypatch: pytest.MonkeyPatch) -> Iterator[Path]:
    monkeypatch.setattr("sys.dont_write_bytecode", False)
    monkeypatch.setattr(patterns, "_folder", lambda: str(tmp_path / "cache"))
    yield tmp_path / "cache"


@pytest.fixture
def words(tmp_path: Path) -> Path:
    (tmp_path / "words.txt").write_text("fog ferry")
    return tmp_path / "words.txt"


def made(words: Path, times: list[str]) -> list[str]:
    def make() -> list[str]:
        times.append("made")
        return words.read_text().split()

    return kept_tables.table("words", [str(words)], make)


def test_it_is_made_once_and_again_where_a_file_was_changed(folder: Path, words: Path) -> None:
    times: list[str] = []
    assert [made(words, times) for _ in range(3)] == [["fog", "ferry"]] * 3 and times == ["made"]
    words.write_text("fog quay")
    assert made(words, times) == ["fog", "quay"] and len(times) == 2
    assert made(words, times) == ["fog", "quay"] and len(times) == 2


@pytest.mark.parametrize("content", [b"", b"\0", b"words", b"[\x02\x00\x00\x00NN", b"(\x03\x00\x00\x00NNN"])
def test_what_is_damaged_is_made_anew(content: bytes, folder: Path, words: Path) -> None:
    assert made(words, []) == ["fog", "ferry"]
    [kept] = [path for path in folder.rglob("*") if path.is_file()]
    kept.write_bytes(content)
    times: list[str] = []
    assert made(words, times) == ["fog", "ferry"] and times == ["made"]
    assert made(words, times) == ["fog", "ferry"] and times == ["made"]


def test_where_nothing_can_be_kept_it_is_made_each_time(
    tmp_path: Path, words: Path, monkeypatch: pytest.MonkeyPatch
) -> None:
    monkeypatch.setattr(patterns, "_folder", lambda: str(words))  # a file
    times: list[str] = []
    assert made(words, times) == made(words, times) == ["fog", "ferry"] and len(times) == 2
    monkeypatch.setattr(patterns, "_folder", None)
    assert made(words, times) == ["fog", "ferry"] and len(times) == 3
    monkeypatch.setattr(patterns, "_folder", lambda: str(tmp_path))
    words.rename(tmp_path / "other.txt")
    assert kept_tables.table("words", [str(words)], lambda: 1) == 1


def test_the_words_of_languages_are_the_same_when_kept(folder: Path, monkeypatch: pytest.MonkeyPatch) -> None:
    for language in ("en", "ru", "ar"):
        monkeypatch.setattr(patterns, "_folder", None)
        fresh = lexicon.lexicon.__wrapped__(language)
        monkeypatch.setattr(patterns, "_folder", lambda: str(folder))
        assert [lexicon.lexicon.__wrapped__(language) for _ in range(2)] == [fresh, fresh]
    made = lexicon._made_common()
    assert [lexicon._common.__wrapped__() for _ in range(2)] == [made, made]
