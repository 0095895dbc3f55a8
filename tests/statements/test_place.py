"""Quotations from texts with pages and times, and quotations whose place is known."""

from collections.abc import Iterator
from pathlib import Path

import pytest
import recorded
from factories import quote

from onrecord.db.kept_rows import Snapshot
from onrecord.db.store import Store, writing
from onrecord.errors import AmbiguousError, Hint, InputError
from onrecord.ingest.document import Document, Place
from onrecord.sources.add import SourceFields, add_source
from onrecord.statements.add import AddedQuote, add_quote
from onrecord.statements.edit import edit_quote
from onrecord.statements.edits import Edits
from onrecord.statements.fields import QuoteFields
from onrecord.statements.place import At

TEXT = "“All is well.”\n\nSo they say, and the pump-\nhouse holds.\n\n“All is well.” “And the sea is calm.”\n"
PAGES = (Place(0, "page", "11"), Place(TEXT.index("So they"), "page", "12"))


@pytest.fixture
def store(database: Path) -> Iterator[Store]:
    with writing(database, "test") as opened:
        for citekey, places in (
            ("paper", PAGES),
            ("film", (Place(0, "timestamp", "00:00:01"), Place(18, "timestamp", "00:01:05"))),
        ):
            text = TEXT if citekey == "paper" else f"{TEXT}\nEnd."
            document = Document(text, "text/plain", "test", text.encode(), places=places)
            add_source(opened, SourceFields(title=citekey, citekey=citekey), document)
        yield opened


def at(store: Store, *stretches: tuple[int, int], form: str | None = None) -> AddedQuote:
    snapshot = recorded.newest_copy(store, recorded.source(store, "paper").id)
    assert snapshot is not None
    fields = QuoteFields(
        text="", by="Ann Berg", source="paper", new_speaker=True, form=form, at=At(snapshot.id, stretches)
    )
    return add_quote(store, fields)


def test_a_quotation_has_the_page_or_the_time_of_its_place(store: Store) -> None:
    paper, film = (quote(store, "And the sea is calm", source=name).quote for name in ("paper", "film"))
    assert (paper.locator_label, paper.locator) == ("page", "12")
    assert (film.locator_label, film.locator) == ("timestamp", "00:01:05")
    stored = store.get(Snapshot, 1).places
    assert stored == [[place.start, place.label, place.value] for place in PAGES]


def test_a_page_tells_two_places_apart(store: Store) -> None:
    with pytest.raises(AmbiguousError, match=r"in several places of paper\.$") as error:
        quote(store, "All is well", source="paper")
    assert error.value.hint == Hint("say_place", locator="p. 11")
    assert [place.partition(":")[0] for place in error.value.candidates] == ["p. 11", "p. 12"]
    assert quote(store, "All is well", source="paper", locator="p. 12").quote.spans[0].start > 20


def test_a_remark_where_the_page_given_is_another(store: Store) -> None:
    added = quote(store, "And the sea is calm", source="paper", locator="p. 14")
    assert added.notes == ("in the stored text it stands in p. 12",)
    assert added.quote.locator == "14"


def test_editing_a_wording_moves_the_page_and_leaves_another_kind_of_locator(store: Store) -> None:
    moving = quote(store, "And the sea is calm", source="paper", locator="p. 11").quote
    edit_quote(store, moving.key, Edits(text="the sea is calm"))
    assert recorded.quotes(store, moving.key)[0].locator == "12"
    counted = quote(store, "So they say", source="paper", locator="para. 2").quote
    edit_quote(store, counted.key, Edits(text="they say"))
    kept = recorded.quotes(store, counted.key)[0]
    assert (kept.locator_label, kept.locator) == ("paragraph", "2")


def test_a_known_place_is_not_looked_for(store: Store) -> None:
    second = TEXT.rindex("All is well")
    added = at(store, (second, second + 11)).quote
    assert (added.text, added.form, added.check_result) == ("All is well", "direct", "exact")
    assert [(span.start, span.end) for span in added.spans] == [(second, second + 11)]


def test_a_hyphen_that_only_the_line_asked_for_is_not_in_the_wording(store: Store) -> None:
    start, end = TEXT.index("the pump"), TEXT.index(" holds")
    added = at(store, (start, end), form="indirect").quote
    assert (added.text, added.exact) == ("the pumphouse", "the pump-\nhouse")


@pytest.mark.parametrize("stretches", [((3, 3),), ((-1, 4),), ((0, 9_999),), ((5, 9), (7, 12)), ((0, 1),)])
def test_what_is_no_place(store: Store, stretches: tuple[tuple[int, int], ...]) -> None:
    with pytest.raises(InputError, match="place"):
        at(store, *stretches)
