"""The words in their stored text, as far as they are shown."""

from pathlib import Path

import factories
from hypothesis import given
from hypothesis import strategies as st

from onrecord.db.store import reading, writing
from onrecord.views.statement import AROUND, Context, show_statement

WORDS = "The ferry waits for nobody"
FULL = "The fog came in before the pilots had left the harbour office,\nand so nobody on the quay could see the lamp at the end of it."
POEM = "Fog on the pier,\nfog on the quay,\nnobody here\nto ask us to stay."


def context_of(database: Path, text: str) -> Context:
    with writing(database, "test") as store:
        factories.source(store, text)
        key = factories.quote(store, WORDS).quote.key
    with reading(database) as store:
        (context,) = show_statement(store, key).contexts
    assert context is not None
    return context


def printed(context: Context) -> str:
    return "".join(f"[{text}]" if marked else text for text, marked in context.printed)


def test_the_surroundings_are_whole_words_and_say_where_the_text_goes_on(database: Path) -> None:
    long = "harbourmaster " * 40
    context = context_of(database, f"{long}said: “{WORDS}” {long}")
    before, after = printed(context).split(f"“[{WORDS}]”")
    assert before.startswith("… harbourmaster ")
    assert after.endswith(" harbourmaster …")
    assert all(len(one) <= AROUND + 2 for one in (before, after))


def test_where_the_whole_text_is_shown_nothing_is_missing(database: Path) -> None:
    context = context_of(database, f"At noon: “{WORDS},” she said.")
    assert (context.before, context.after) == (False, False)
    assert printed(context) == f"At noon: “[{WORDS}],” she said."


def test_full_lines_run_on_and_short_ones_stay(database: Path) -> None:
    shown = printed(context_of(database, f"{FULL}\n\n“{WORDS}”\n\n{POEM}"))
    assert shown.startswith(FULL.replace("\n", " ") + "\n\n")
    assert shown.endswith(f"\n\n{POEM}")


pieces = st.lists(
    st.tuples(st.text("ab \n", max_size=120), st.booleans()).filter(lambda one: bool(one[0])), min_size=1
).map(tuple)


@given(pieces, st.booleans(), st.booleans())
def test_printing_changes_nothing_but_line_ends(
    pieces: tuple[tuple[str, bool], ...], before: bool, after: bool
) -> None:
    made = list(Context(pieces, "2024", before, after).printed)
    if before:
        assert made.pop(0) == ("… ", False)
    if after:
        assert made.pop() == (" …", False)
    assert [marked for _, marked in made] == [marked for _, marked in pieces]
    assert [text.replace("\n", " ") for text, _ in made] == [text.replace("\n", " ") for text, _ in pieces]
