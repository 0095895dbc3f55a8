"""Which format a file is in: what was asked for, its name, its first bytes; never a guess."""

import pytest

from onrecord.cite.cited import _writer
from onrecord.errors import Hint, InputError, UsageError
from onrecord.exchange import formats
from onrecord.exchange.formats import load, to_read, to_write
from onrecord.formats import FORMATS, Format

ROWS = Format(name="rows", title="Rows", extensions=("rows.json",), reader="a:b", writer="a:b")
# The signature is put in its place by the test that asks it.
NOTES = Format(
    name="notes", title="Notes", extensions=("json", "txt"), reader="a:b", signature="formats:load_nothing"
)
PLAIN = Format(name="plain", title="Plain", extensions=("json",), reader="a:b", writer="a:b")
VAULT = Format(name="vault", title="Vault", extensions=(), reader="a:b", writer="a:b", folder=True)
ALL = (ROWS, NOTES, PLAIN, VAULT)


def test_the_longest_end_of_the_name_decides() -> None:
    assert to_read("a.ROWS.JSON", b"", formats=ALL) is ROWS
    assert to_read("a.txt", b"", formats=ALL) is NOTES
    assert to_write("out.json", formats=ALL) is PLAIN


def test_where_several_share_an_end_the_content_decides(monkeypatch: pytest.MonkeyPatch) -> None:
    monkeypatch.setattr(formats, "load_nothing", lambda head: head.startswith(b"[notes]"), raising=False)
    assert to_read("a.json", b"[notes] and more", formats=ALL) is NOTES
    assert to_read("a.json", b"something else", formats=ALL) is PLAIN
    assert to_read("-", b"[notes]", formats=ALL) is NOTES
    with pytest.raises(InputError, match=r"^Nothing tells the format of -\.$") as unknown:
        to_read("-", b"something else", formats=ALL)
    assert unknown.value.hint == Hint("say_which_format", formats="rows, notes, plain, vault")


def test_what_was_asked_for_wins() -> None:
    assert to_read("a.txt", b"", "Plain", formats=ALL) is PLAIN
    with pytest.raises(UsageError, match="'odt' is not a format that can be read"):
        to_read("a.txt", b"", "odt", formats=ALL)
    with pytest.raises(UsageError, match="'notes' is not a format that can be written"):
        to_write("a.txt", "notes", formats=ALL)
    with pytest.raises(UsageError, match=r"Nothing tells the format of a\.xyz"):
        to_write("a.xyz", formats=ALL)


def test_a_folder_is_read_as_one() -> None:
    assert to_read("my notes", None, formats=ALL) is VAULT


def test_every_format_is_there() -> None:
    for one in formats.FORMATS:
        for reference in (one.reader, one.writer, one.pieces, one.signature, one.rows):
            assert reference is None or callable(load(reference)), one.name


def test_every_citation_is_there() -> None:
    for one in FORMATS:
        assert one.citing is None or callable(_writer(one.citing.writer)), one.name


def test_every_name_is_there_once_and_does_something() -> None:
    assert len({one.name for one in FORMATS}) == len(FORMATS)
    for one in FORMATS:
        assert one.citing or one.reader or one.pieces or one.writer, one.name
        assert not (one.pieces and one.writer), one.name
        assert one.page is None or one.pieces, one.name
