"""Front matter: what is written is read again, and what people type means what it says."""

import pytest
from exchange.random_rows import JSON
from hypothesis import given
from hypothesis import strategies as st

from onrecord.errors import InputError
from onrecord.exchange.notes import frontmatter


def filled(value: object) -> bool:
    return value is not None and value not in ([], {})


@given(JSON.map(lambda fields: {name: value for name, value in fields.items() if filled(value)}))
def test_what_is_written_is_read_again(fields: dict[str, object]) -> None:
    note = frontmatter.write(fields) + "\n> a quotation\n---\nand a rule\n"
    parts = frontmatter.split(note)
    assert parts is not None
    assert parts[1] == "\n> a quotation\n---\nand a rule\n"
    assert (frontmatter.read(parts[0]) if fields else {}) == fields


@pytest.mark.parametrize(
    ("typed", "meant"),
    [
        ("said: 2024-05-14", "2024-05-14"),
        ("said: no", "no"),
        ("said: on", "on"),
        ("said: 0x1f", "0x1f"),
        ("said: 1_000", "1_000"),
        ("said: 12:30:45", "12:30:45"),
        ("said: 010", "010"),
        ("said: 'it''s'", "it's"),
        ("said: 1850", 1850),
        ("said: true", True),
        ("said:", None),
        ("said: [a, b]", ["a", "b"]),
        ("said: >\n  over\n  lines", "over lines"),
    ],
)
def test_what_people_type(typed: str, meant: object) -> None:
    read = frontmatter.read(typed)["said"]
    assert (read, type(read)) == (meant, type(meant))


@pytest.mark.parametrize(
    "text",
    [
        "a: &x [1]\nb: *x",
        "a: !!python/object/apply:os.system ['true']",
        "a: [" * 5_000,
        "a: {b",
        "- only\n- a list",
        "1: a number",
        "a: \x07",
        "",
    ],
)
def test_what_cannot_be_front_matter_is_refused_in_a_sentence(text: str) -> None:
    with pytest.raises(InputError, match=r"it points|front matter"):
        frontmatter.read(text)


@given(st.text(max_size=80))
def test_any_note_is_read_or_refused(text: str) -> None:
    parts = frontmatter.split(f"---\n{text}")
    if parts is not None:
        try:
            assert isinstance(frontmatter.read(parts[0]), dict)
        except InputError as error:
            assert error.message
