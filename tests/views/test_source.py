"""A stored text with the statements recorded from it."""

from pathlib import Path

import factories
import pytest
import recorded

from onrecord.db.store import Store, reading, writing
from onrecord.errors import InputError, NotFoundError
from onrecord.ingest.read import read_bytes
from onrecord.sources.add import SourceFields, add_source
from onrecord.sources.copies import add_snapshot
from onrecord.statements import queries as statement_queries
from onrecord.views.source import SourceText, source_text

TEXT = """Notes of a pilot

“The tide turned before we did,” said Runa Vik, “and the tide was right.”

Her mate wrote that “Vik said ‘the tide was right’ twice.”
"""


def add(store: Store, wording: str, by: str, **fields: object) -> str:
    return factories.quote(store, wording, by, source="pilot-2020", **fields).quote.ref


@pytest.fixture
def pilot(database: Path) -> Path:
    with writing(database, "test") as store:
        factories.source(store, TEXT, citekey="pilot-2020", title="Notes of a pilot")
        add(store, "The tide turned before we did … and the tide was right", "Runa Vik")
        add(store, "Vik said ‘the tide was right’ twice", "Odd Berg")
        add(store, "She never looked at the tide", "Odd Berg", form="indirect", unverified=True)
    return database


def read(path: Path, **asked: object) -> SourceText:
    with reading(path) as store:
        return source_text(store, "pilot-2020", **asked)  # type: ignore[arg-type]


def marked(text: SourceText, number: int) -> str:
    pieces = [piece for paragraph in text.paragraphs for piece in paragraph.pieces]
    return "|".join(piece.text for piece in pieces if piece.marked == number)


def nest(path: Path, wording: str) -> None:
    """Records that the second statement holds another one, by its place."""
    with writing(path, "test") as store:
        source = recorded.source(store, "pilot-2020")
        copy = recorded.newest_copy(store, source.id)
        assert copy is not None
        statement = store.insert("statements", key="nested2222", text=wording, text_key="x")
        inner = store.insert(
            "attributions",
            statement_id=statement,
            speaker_id=1,
            source_id=source.id,
            form="direct",
            snapshot_id=copy.id,
        )
        start = copy.text.rindex(wording)
        store.insert(
            "spans", attribution_id=inner, position=0, start=start, end=start + len(wording), quoted=True
        )


def test_every_statement_is_marked_in_the_whole_text(pilot: Path) -> None:
    text = read(pilot)
    assert [one.quote.speaker.name for one in text.placed] == ["Runa Vik", "Odd Berg"]
    assert marked(text, 1) == "The tide turned before we did|and the tide was right"
    assert marked(text, 2) == "Vik said ‘the tide was right’ twice"
    assert [one.paragraph for one in text.placed] == [2, 3]
    assert [paragraph.number for paragraph in text.paragraphs] == [1, 2, 3]
    shown = ["".join(piece.text for piece in one.pieces) for one in text.paragraphs]
    assert "\n\n".join(shown) == TEXT.strip()


def test_of_nested_statements_the_inner_one_is_marked_and_both_begin_somewhere(pilot: Path) -> None:
    nest(pilot, "the tide was right")
    text = read(pilot)
    assert marked(text, 2) == "Vik said ‘|’ twice"
    assert marked(text, 3) == "the tide was right"
    pieces = [piece for paragraph in text.paragraphs for piece in paragraph.pieces]
    assert [number for piece in pieces for number in piece.opens] == [1, 2, 3]
    assert [piece.depth for piece in pieces if piece.marked == 3] == [2]


def test_the_same_words_twice_are_both_numbered(pilot: Path) -> None:
    nest(pilot, "Vik said ‘the tide was right’ twice")
    text = read(pilot)
    pieces = [piece for paragraph in text.paragraphs for piece in paragraph.pieces]
    assert [piece.opens for piece in pieces if piece.opens] == [(1,), (2, 3)]


def test_what_has_no_place_stands_apart(pilot: Path) -> None:
    text = read(pilot)
    assert [quote.text for quote in text.apart] == ["She never looked at the tide"]
    assert (text.apart_count, text.count) == (1, 3)


def test_a_place_outside_the_text_is_no_place(pilot: Path) -> None:
    with writing(pilot, "test") as store:
        store.execute('UPDATE spans SET "end" = 10000 WHERE attribution_id = 2')
    text = read(pilot)
    assert [one.number for one in text.placed] == [1]
    assert text.apart_count == 2


def test_a_later_copy_is_shown_and_the_older_one_can_be(pilot: Path) -> None:
    with writing(pilot, "test") as store:
        add_snapshot(store, "pilot-2020", read_bytes(b"Withdrawn.\n", name="a.txt"))
        ref = statement_queries.quotes(store, [1])[0].ref
    newest = read(pilot)
    assert (newest.newest, len(newest.placed), newest.apart_count) == (True, 0, 3)
    assert [piece.text for piece in newest.paragraphs[0].pieces] == ["Withdrawn."]
    older = read(pilot, copy=newest.source.snapshots[0].sha256[:12])
    assert (older.newest, len(older.placed)) == (False, 2)
    asked = read(pilot, statement=ref)
    assert (asked.newest, asked.asked) == (False, 1)


def test_words_that_stand_in_a_later_copy_too_are_marked_there(pilot: Path) -> None:
    later = TEXT.replace("Notes", "More notes").replace("Her mate wrote", "Her mate denies")
    with writing(pilot, "test") as store:
        add_snapshot(store, "pilot-2020", read_bytes(later.encode(), name="a.txt"))
    text = read(pilot)
    assert marked(text, 1) == "The tide turned before we did|and the tide was right"
    assert [(one.number, one.earlier) for one in text.placed] == [(1, True), (2, True)]
    assert text.apart_count == 1
    older = read(pilot, copy=text.source.snapshots[0].sha256)
    assert [one.earlier for one in older.placed] == [False, False]


@pytest.mark.parametrize(
    ("old", "new"),
    [
        ("and the tide was right.", "and the tide was wrong."),
        ("Notes of a pilot", "Notes of a pilot: and the tide was right"),
    ],
)
def test_words_that_changed_or_stand_there_twice_are_not(pilot: Path, old: str, new: str) -> None:
    with writing(pilot, "test") as store:
        later = read_bytes(TEXT.replace(old, new).encode(), name="a.txt")
        add_snapshot(store, "pilot-2020", later)
    text = read(pilot)
    assert [one.quote.speaker.name for one in text.placed] == ["Odd Berg"]
    assert text.apart_count == 2


def test_a_long_text_comes_in_parts_with_numbers_that_run_on(database: Path) -> None:
    words = "\n\n".join(f"Gull no. {number:04} sat on the mole, and nobody spoke." for number in range(3_000))
    with writing(database, "test") as store:
        factories.source(store, words, citekey="pilot-2020", title="Gulls")
        for number in (2_900, 100, 1_500):
            add(store, f"Gull no. {number:04} sat on the mole", "Runa Vik")
        ref = statement_queries.quotes(store, [1])[0].ref
    first, last = read(database), read(database, statement=ref)
    assert len(first.parts) == 4
    assert sum(part.statements for part in first.parts) == 3
    assert [one.number for one in first.placed] == [1]
    assert last.asked == 3
    assert last.part == last.parts[-1]
    assert last.placed[-1].paragraph == 2_901
    assert read(database, paragraph=2_901).part == last.part
    assert [read(database, part=number).paragraphs[0].number for number in (1, 2)] == [
        1,
        first.parts[0].last + 1,
    ]


def test_a_paragraph_longer_than_a_part_goes_on_in_the_next(database: Path) -> None:
    with writing(database, "test") as store:
        factories.source(store, "One gull. " * 9_000, citekey="pilot-2020", title="Gulls")
    text = read(database, part=2)
    assert [part.first for part in text.parts] == [1, 1, 1]
    assert [one.continued for one in text.paragraphs] == [True]


def test_its_own_locators_stand_where_they_begin(database: Path) -> None:
    subtitles = b"1\n00:00:01,000 --> 00:00:04,000\nThe mole is shut.\n\n2\n00:01:05,000 --> 00:01:08,000\nFor good.\n"
    with writing(database, "test") as store:
        add_source(
            store,
            SourceFields(citekey="pilot-2020", title="Talk"),
            read_bytes(subtitles, name="talk.srt"),
        )
    pieces = [piece for paragraph in read(database).paragraphs for piece in paragraph.pieces]
    assert [place[2] for piece in pieces for place in piece.places] == ["00:00:01", "00:01:05"]


@pytest.mark.parametrize(
    ("asked", "error"),
    [
        ({"part": 2}, InputError),
        ({"part": 0}, InputError),
        ({"paragraph": 4}, InputError),
        ({"copy": "0" * 12}, NotFoundError),
        ({"copy": "%"}, NotFoundError),
        ({"statement": "zzzzzzzzzz"}, NotFoundError),
    ],
)
def test_what_is_not_there_is_an_error(pilot: Path, asked: dict[str, object], error: type[Exception]) -> None:
    with pytest.raises(error):
        read(pilot, **asked)


def test_without_a_stored_text_everything_stands_apart(database: Path) -> None:
    with writing(database, "test") as store:
        factories.source(store, None, citekey="pilot-2020", title="Lost")
        add(store, "The tide was right.", "Runa Vik")
    text = read(database)
    assert (text.copy, text.part, len(text.apart)) == (None, None, 1)
