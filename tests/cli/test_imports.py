"""Modules found in one step are those that Python would have found."""

import os
import py_compile
import sys
from importlib.machinery import PathFinder
from importlib.util import module_from_spec
from pathlib import Path

import pytest

from onrecord import errors
from onrecord.cli import imports


@pytest.fixture
def finder() -> imports._Finder:
    imports.prepare()
    return next(one for one in sys.meta_path if isinstance(one, imports._Finder))


def compiled(path: Path, text: str) -> Path:
    path.write_text(text)
    py_compile.compile(str(path), doraise=True)
    return path


def test_a_module_is_described_as_python_describes_it(finder: imports._Finder) -> None:
    folder = [str(Path(errors.__file__).parent)]
    py_compile.compile(errors.__file__, doraise=True)
    usual, ours = PathFinder.find_spec(errors.__name__, folder), finder.find_spec(errors.__name__, folder)
    assert usual is not None and ours is not None and ours.loader is not None
    for name in ("name", "origin", "cached", "parent", "has_location", "submodule_search_locations"):
        assert getattr(ours, name) == getattr(usual, name), name
    assert ours.loader.get_source(errors.__name__) == Path(errors.__file__).read_text("utf-8")  # type: ignore[attr-defined]


def test_a_package_is_found_with_what_is_in_it(finder: imports._Finder, tmp_path: Path) -> None:
    (tmp_path / "noun").mkdir()
    compiled(tmp_path / "noun" / "__init__.py", "word = 'of the package'\n")
    compiled(tmp_path / "noun" / "verb.py", "word = 'of the module'\n")
    package = finder.find_spec("onrecord.noun", [str(tmp_path)])
    assert package is not None and package.submodule_search_locations == [str(tmp_path / "noun")]
    module = finder.find_spec("onrecord.noun.verb", package.submodule_search_locations)
    for spec, word in ((package, "of the package"), (module, "of the module")):
        assert spec is not None and spec.loader is not None
        made = module_from_spec(spec)
        spec.loader.exec_module(made)
        assert made.word == word


def test_what_is_not_compiled_or_was_changed_since_is_left_to_python(
    finder: imports._Finder, tmp_path: Path
) -> None:
    path = compiled(tmp_path / "verb.py", "word = 'before'\n")
    folder = [str(tmp_path)]
    assert finder.find_spec("onrecord.verb", folder) is not None
    assert finder.find_spec("other.verb", folder) is None
    assert finder.find_spec("onrecord", None) is None

    changed = path.stat()
    path.write_text("word = 'later!'\n")  # of the same length, a second later
    os.utime(path, (changed.st_atime, changed.st_mtime + 1))
    assert finder.find_spec("onrecord.verb", folder) is None

    compiled(path, "word = 'again'\n")
    made = finder.find_spec("onrecord.verb", folder)
    assert made is not None and made.cached is not None
    written = Path(made.cached)
    written.write_bytes(bytes(8) + written.read_bytes()[8:])  # of another Python
    assert finder.find_spec("onrecord.verb", folder) is None
    written.write_bytes(b"")
    assert finder.find_spec("onrecord.verb", folder) is None
    written.unlink()
    assert finder.find_spec("onrecord.verb", folder) is None


def test_the_finder_is_asked_once(finder: imports._Finder) -> None:
    imports.prepare()
    assert sum(isinstance(one, imports._Finder) for one in sys.meta_path) == 1
