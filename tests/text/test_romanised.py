"""Any script in ASCII: with the package's own tables, as the package itself gives it."""

import subprocess
import sys

import pytest
from anyascii import anyascii
from hypothesis import given
from hypothesis import strategies as st

from onrecord.text import romanised as module
from onrecord.text.romanised import romanised


def test_every_character_is_spelled_as_the_package_spells_it() -> None:
    for first in (0, 0x8000, 0x10000, 0x18000, 0x20000, 0x28000, 0xE0000):
        every = "".join(map(chr, range(first, first + 0x8000)))
        assert romanised(every) == anyascii(every)


@given(st.text())
def test_any_text_is_spelled_as_the_package_spells_it(text: str) -> None:
    assert romanised(text) == anyascii(text)


def test_tables_that_do_not_lie_there_are_left_to_the_package(monkeypatch: pytest.MonkeyPatch) -> None:
    monkeypatch.setattr(module, "_tables", lambda: None)
    assert romanised("Сергей Баранов, 北京") == "Sergey Baranov, BeiJing"


def test_the_package_is_not_loaded_for_its_tables() -> None:
    code = "import sys; from onrecord.text.romanised import romanised; print(romanised('Баранов'), 'anyascii' in sys.modules)"
    done = subprocess.run([sys.executable, "-c", code], capture_output=True, text=True, check=True)
    assert done.stdout == "Baranov False\n"
