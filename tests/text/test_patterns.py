"""Expressions that are compiled at their first use, and kept compiled for the next process."""

import importlib
import os
import pkgutil
import re
import sys
from collections.abc import Iterator
from pathlib import Path
from typing import Any

import pytest
from hypothesis import given
from hypothesis import strategies as st

import onrecord
from onrecord.text import kept_patterns, patterns
from onrecord.text.patterns import lazy

SAMPLES = "“The ferry waits,” Ingrid Dahl said on 3 May 2024 (p. 12). Ärger\nи Баранов 東京 <b>x</b> {y} a=b"


def _every() -> Iterator[tuple[str, Any]]:
    """The lazy patterns of all modules, where a module or a table of one has them."""
    for module in pkgutil.walk_packages(onrecord.__path__, "onrecord."):
        if module.name.startswith(("onrecord.migrations", "onrecord.__main__")):
            continue
        for name, value in vars(importlib.import_module(module.name)).items():
            values = (
                value.values()
                if isinstance(value, dict)
                else value
                if isinstance(value, tuple | list)
                else [value]
            )
            yield from ((f"{module.name}.{name}", one) for one in values if isinstance(one, patterns._Lazy))


def _same(kept: re.Pattern[Any], compiled: re.Pattern[Any]) -> bool:
    """Whether the two are one pattern, and find the same."""
    sample = SAMPLES if isinstance(kept.pattern, str) else SAMPLES.encode()
    spans = [[each.regs for each in one.finditer(sample)] for one in (kept, compiled)]
    described = [(one.pattern, one.flags, one.groups, dict(one.groupindex)) for one in (kept, compiled)]
    return spans[0] == spans[1] and described[0] == described[1]


def test_each_pattern_of_the_program_is_kept_as_it_is_compiled(
    tmp_path: Path, monkeypatch: pytest.MonkeyPatch
) -> None:
    monkeypatch.setattr(sys, "dont_write_bytecode", False)
    root = str(tmp_path)
    every: dict[Any, str] = {pattern.pattern: name for name, pattern in _every()}
    assert len(every) > 400
    for text in every:
        kept_patterns.pattern(text, lambda: root)
    assert len(list(tmp_path.rglob("*/*/*"))) == len(every)
    for text, name in every.items():
        kept = kept_patterns._read(kept_patterns._path(text, lambda: root) or "", text)
        assert _same(kept, re.compile(text)), name


@given(st.sampled_from(["", "(?i)", "(?m)", "(?s)", "(?a)", "(?x)"]), st.lists(st.sampled_from(
    ["a", "[a-zß-ü]", "(?P<word>\\w+)", "(x|ф)", "\\b", ".*?", "[^\\W\\d_]{2,}", "(?<=“)", "東", "(?:й|ö)+", "\\Z"]
), max_size=6), st.text("aбßx “東9\n", max_size=20))  # fmt: skip
def test_what_is_kept_finds_what_the_expression_finds(flags: str, pieces: list[str], text: str) -> None:
    pieces = [one for at, one in enumerate(pieces) if not one.startswith("(?P") or one not in pieces[:at]]
    pattern = flags + "".join(pieces)
    parts = kept_patterns._parts(pattern)
    found = [(each.span(), each.groupdict()) for each in kept_patterns._engine(parts).finditer(text)]
    assert found == [(each.span(), each.groupdict()) for each in re.compile(pattern).finditer(text)]


@pytest.mark.parametrize("damage", [b"", b"\0" * 40, b"(\x07\0\0\0", b"N", b")\x02i\1\0\0\0i\2\0\0\0"])
def test_a_damaged_file_is_made_anew(damage: bytes, tmp_path: Path, monkeypatch: pytest.MonkeyPatch) -> None:
    monkeypatch.setattr(sys, "dont_write_bytecode", False)
    root = str(tmp_path)
    kept_patterns.pattern("[0-9]+", lambda: root)
    (file,) = (path for path in tmp_path.rglob("*") if path.is_file())
    whole = file.read_bytes()
    file.write_bytes(damage)
    found = kept_patterns.pattern("[0-9]+", lambda: root)
    assert found is not None and found.findall("12 of 30") == ["12", "30"]
    assert file.read_bytes() == whole and file.stat().st_mode & 0o777 == 0o600


def test_a_file_of_another_pattern_is_not_taken(tmp_path: Path, monkeypatch: pytest.MonkeyPatch) -> None:
    monkeypatch.setattr(sys, "dont_write_bytecode", False)
    monkeypatch.setattr(kept_patterns, "_path", lambda text, root: str(tmp_path / "one"))
    for pattern in ("[0-9]+", "[a-z]+"):
        made = kept_patterns.pattern(pattern, lambda: str(tmp_path))
        assert made is not None and made.pattern == pattern


def test_without_a_place_to_write_to_it_is_compiled_all_the_same(
    tmp_path: Path, monkeypatch: pytest.MonkeyPatch
) -> None:
    monkeypatch.setattr(patterns, "_folder", None)
    (tmp_path / "file").touch()
    patterns.keep_in(lambda: str(tmp_path / "file" / "below"))
    assert lazy("[0-9]+").findall("12 of 30") == ["12", "30"]
    patterns.keep_in(lambda: os.devnull)
    with pytest.raises(re.error):
        lazy("[0-9").findall("12 of 30")
