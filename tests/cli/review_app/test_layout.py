"""Laying a text out in lines: nothing is lost, nothing is too wide, and every code point is found again."""

from hypothesis import example, given
from hypothesis import strategies as st
from rich.cells import cell_len

from onrecord.cli.review_app.layout import Layout, columns, shown

TEXTS = st.text(alphabet=st.sampled_from("ab “”é霧\u202e\u0301\u00ad\t\n-'") | st.characters(), max_size=200)


@example("0\t0\x1f", 8)
@given(TEXTS, st.integers(8, 40))
@example("霧 " * 20, 8)
@example("\u202e" * 9, 8)
@example("word " * 9, 9)
def test_every_character_is_in_a_line_or_is_the_break(text: str, width: int) -> None:
    layout = Layout(text, width)
    after = 0
    for start, end in layout.lines:
        assert after <= start <= end
        assert not text[after:start].strip(" \t\n")
        assert len(text[after:start]) <= 1
        assert "\n" not in text[start:end]
        assert sum(map(columns, text[start:end])) <= width or end - start == 1
        after = end
    assert not text[after:].strip("\n")


@given(TEXTS, st.integers(8, 40), st.data())
def test_a_column_leads_back_to_its_character(text: str, width: int, data: st.DataObject) -> None:
    layout = Layout(text, width)
    offset = data.draw(st.integers(0, len(text)))
    line = layout.line_of(offset)
    found = layout.offset_at(line, layout.column_of(offset))
    # What shows nothing has no column of its own, and a break has that of the end of its line.
    between = text[min(found, offset) : max(found, offset)]
    assert all(columns(one) == 0 or one in " \t\n" for one in between)


def test_places_outside_the_text_are_its_ends() -> None:
    layout = Layout("one\ntwo", 20)
    assert layout.offset_at(-1, 4) == 0
    assert layout.offset_at(7, 0) == 7
    assert layout.offset_at(0, 99) == 3


@given(st.characters())
def test_nothing_is_shown_that_a_terminal_obeys(character: str) -> None:
    assert not any(one in "\x1b\u202e\u2066\n\t\x9b" for one in shown(character))
    assert cell_len(shown(character)) == columns(character)
