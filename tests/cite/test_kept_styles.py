"""A style that was kept is the one that is read and prepared."""

from pathlib import Path

import pytest

from onrecord.cite import kept_styles, styles
from onrecord.text import patterns


@pytest.mark.parametrize(
    ("name", "locale"),
    [("apa", None), ("nature", None), ("apa", "de"), ("chicago-notes-bibliography", "fr-FR"), ("academic-medicine", None)],
)  # fmt: skip
def test_a_kept_style_is_the_same(
    name: str, locale: str | None, tmp_path: Path, monkeypatch: pytest.MonkeyPatch
) -> None:
    monkeypatch.setattr("sys.dont_write_bytecode", False)
    monkeypatch.setattr(patterns, "_folder", lambda: str(tmp_path))
    expected = styles.load(name, locale)
    for _ in range(2):
        kept_styles._kept.cache_clear()
        assert kept_styles.load(name, locale) == expected
    kept_styles._kept.cache_clear()
    assert [path for path in tmp_path.rglob("style-*") if path.is_file()]
    monkeypatch.setattr("onrecord.cite.styles.load", lambda *_: None)
    assert kept_styles.load(name, locale) == expected  # out of the file alone
    kept_styles._kept.cache_clear()


def test_ones_own_style_is_read_where_there_is_any(tmp_path: Path, monkeypatch: pytest.MonkeyPatch) -> None:
    own = tmp_path / "onrecord" / "styles"
    own.mkdir(parents=True)
    monkeypatch.setenv("XDG_DATA_HOME", str(tmp_path))
    path = styles.file_of("nature")
    assert path is not None
    before = kept_styles.load("apa")
    text = path.read_text("utf-8").replace(
        "http://www.zotero.org/styles/nature", "http://www.zotero.org/styles/apa"
    )
    (own / "apa.csl").write_text(text, "utf-8")
    assert kept_styles.load("apa").xml != before.xml
