"""What may be settled, where, and what a file that was sent along with a database cannot do."""

import os
from pathlib import Path

import pytest

from onrecord import settings
from onrecord.errors import InputError, UsageError
from onrecord.settings import reading
from onrecord.settings.keys import KEYS, checked, checked_beside, unknown


@pytest.fixture
def own(tmp_path: Path, monkeypatch: pytest.MonkeyPatch) -> Path:
    """The user's file, which is not there yet."""
    path = tmp_path / "own" / "config.toml"
    path.parent.mkdir()
    monkeypatch.setenv("ONRECORD_CONFIG", str(path))
    monkeypatch.setattr(reading, "noticed", {})
    for key in KEYS:
        monkeypatch.delenv(settings.variable_of(key), raising=False)
    return path


def test_a_variable_goes_before_the_folder_and_that_before_the_user(
    own: Path, tmp_path: Path, monkeypatch: pytest.MonkeyPatch
) -> None:
    database = str(tmp_path / "desk" / "quotes.db")
    assert settings.stated("style", database) is None
    own.write_text('style = "ieee"')
    assert settings.stated("style", database) == reading.Stated("ieee", "user", str(own))
    (tmp_path / "desk").mkdir()
    beside = tmp_path / "desk" / "onrecord.toml"
    beside.write_text('style = "apa"')
    assert settings.stated("style", database) == reading.Stated("apa", "folder", str(beside))
    assert settings.stated("style") == reading.Stated("ieee", "user", str(own))
    monkeypatch.setenv("ONRECORD_STYLE", "nature")
    assert settings.stated("style", database) == reading.Stated("nature", "environment", "ONRECORD_STYLE")


@pytest.mark.parametrize("key", [name for name, key in KEYS.items() if not key.beside])
def test_a_file_beside_a_database_neither_runs_nor_points_nor_signs(
    key: str, own: Path, tmp_path: Path
) -> None:
    value = {"recent": "false", "colour": '"never"', "database": '"/etc/x.db"'}.get(key, '"touch /tmp/x"')
    (tmp_path / "onrecord.toml").write_text(f"{key} = {value}\nlocale = 'de-DE'\n")
    assert settings.stated(key, str(tmp_path / "onrecord.db")) is None
    assert settings.stated("locale", str(tmp_path / "onrecord.db")) is not None
    assert any("passed over" in told for told in reading.noticed)


def test_beside_a_database_a_style_is_no_file(own: Path, tmp_path: Path) -> None:
    for style in ("../x.csl", "/etc/passwd", "house.csl", "..\\x"):
        with pytest.raises(UsageError, match="not a file"):
            checked_beside(KEYS["style"], style)
    (tmp_path / "onrecord.toml").write_text("style = '/etc/passwd'")
    with pytest.raises(InputError, match="not a file"):
        settings.stated("style", str(tmp_path / "onrecord.db"))


@pytest.mark.parametrize(
    ("content", "told"),
    [
        (b"locale = 'de'\nstyle = \"apa\n", "line 2: this is not TOML"),
        (b"x = " + b"[" * 5000, "not TOML .it is nested too deep"),
        (b"x = " + b"9" * 9000, "not TOML"),
        (b"# \xff\n", "line 1: it is not UTF-8"),
        (b"#" * 70_000, "larger than 64 KiB"),
    ],
)
def test_a_file_that_cannot_be_read_is_named_with_the_line(content: bytes, told: str, own: Path) -> None:
    own.write_bytes(content)
    with pytest.raises(InputError, match=told) as caught:
        settings.stated("style")
    assert str(own) in caught.value.message


def test_what_is_no_file_says_nothing(own: Path, tmp_path: Path, monkeypatch: pytest.MonkeyPatch) -> None:
    own.mkdir()
    os.mkfifo(tmp_path / "onrecord.toml")
    assert settings.stated("style", str(tmp_path / "onrecord.db")) is None
    monkeypatch.setenv("ONRECORD_CONFIG", os.devnull)
    assert settings.stated("style") is None


def test_a_byte_order_mark_is_passed_over(own: Path) -> None:
    own.write_bytes(b"\xef\xbb\xbfstyle = 'apa'\r\n")
    assert settings.stated("style") == reading.Stated("apa", "user", str(own))


def test_unknown_settings_are_named_with_the_nearest(own: Path) -> None:
    own.write_text('stlye = "apa"\ncolor = "never"\nzzz = 1\n')
    assert settings.stated("style") is None
    assert [told.partition(": ")[2] for told in reading.noticed] == [
        "There is no setting 'stlye'. Did you mean style?",
        "There is no setting 'color'. Did you mean colour?",
        "There is no setting 'zzz'.",
    ]
    assert "\x1b" not in unknown("\x1b[31m")


@pytest.mark.parametrize(
    ("key", "value"),
    [
        ("style", 5), ("style", ""), ("style", "a\nb"), ("locale", ["de"]), ("colour", "red"), ("colour", True), ("recent", "perhaps"),
        ("recent", 3), ("database", "quotes.db"), ("user", "x" * 101), ("user", "another program"), ("user", "a\u202eb"),
        ("editor", "x" * 2000),
    ],
)  # fmt: skip
def test_each_is_checked_in_one_sentence(key: str, value: object) -> None:
    with pytest.raises(UsageError) as caught:
        checked(KEYS[key], value)
    assert caught.value.message.endswith(".") and "\n" not in caught.value.message


def test_folders_are_those_of_the_platform(monkeypatch: pytest.MonkeyPatch, tmp_path: Path) -> None:
    import platformdirs

    for variable in ("XDG_CONFIG_HOME", "XDG_DATA_HOME", "XDG_STATE_HOME", "ANDROID_DATA"):
        monkeypatch.delenv(variable, raising=False)
    for home in (str(tmp_path), f"{tmp_path}/", ""):
        for state in ("", str(tmp_path / "state"), " "):
            monkeypatch.setenv("HOME", home)
            monkeypatch.setenv("XDG_STATE_HOME", state)
            assert settings.folder_of("config") == platformdirs.user_config_dir("onrecord")
            assert settings.folder_of("data") == platformdirs.user_data_dir("onrecord")
            assert settings.folder_of("state") == platformdirs.user_state_dir("onrecord")
