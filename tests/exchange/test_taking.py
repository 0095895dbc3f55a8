"""Entries become rows: known ones are found, new ones made, and nothing is guessed."""

import json
from pathlib import Path

import factories
import pytest
import recorded
from exchange.conftest import Fresh

from onrecord.cite import csl
from onrecord.claims import queries as claim_queries
from onrecord.db import store as stores
from onrecord.db.rows import Source, Speaker
from onrecord.errors import DatabaseError, Hint
from onrecord.exchange.entries import (
    ClaimEntry,
    Entry,
    NameEntry,
    QuoteEntry,
    Refused,
    RelayEntry,
    ReviewEntry,
    SourceEntry,
)
from onrecord.exchange.outcomes import Outcome
from onrecord.exchange.taking import Taker
from onrecord.model.records import Json, Quote, SourceRecord
from onrecord.sources import queries as source_queries
from onrecord.speakers.write import add_speaker


@pytest.fixture
def path(fresh: Fresh) -> Path:
    return fresh()


def take(path: Path, *entries: Entry, by: str | None = None) -> list[Outcome]:
    with stores.writing(path, "import") as store:
        taker = Taker(store, "folder/my notes.json", by)
        return [outcome for entry in entries for outcome in taker.take(entry)]


def told(outcomes: list[Outcome]) -> list[tuple[str, str, str | None]]:
    return [(one.did, one.what, one.name or one.reason) for one in outcomes]


def quote(path: Path, outcome: Outcome) -> Quote:
    assert outcome.name is not None
    with stores.reading(path) as store:
        return recorded.quotes(store, outcome.name)[0]


def source(path: Path, citekey: str) -> SourceRecord:
    with stores.reading(path) as store:
        one = recorded.source(store, citekey)
        return source_queries.source_records(store, [one.id])[one.id]


def book(id: str = "ek1962", **more: object) -> SourceEntry:
    item: Json = {
        "id": id,
        "type": "book",
        "title": "Memoirs of a Pilot",
        "author": [{"family": "Ek", "given": "Olof", "non-dropping-particle": "van"}],
        "issued": {"date-parts": [[1962]]},
        "call-number": "B 17",
        **more,
    }
    return SourceEntry(where=id, csl=item)


def said(text: str, by: str | None = "Ingrid Dahl", **more: object) -> QuoteEntry:
    speaker = NameEntry(name=by) if by else None
    return QuoteEntry(where="item 1", text=text, speaker=speaker, **more)  # type: ignore[arg-type]


def test_a_work_is_kept_whole(path: Path) -> None:
    assert told(take(path, book())) == [("added", "source", "ek1962")]
    item = csl.item(source(path, "ek1962"))
    assert item == book().csl


def test_a_known_work_is_not_added_again(path: Path) -> None:
    take(path, book(DOI="10.1000/X", URL="https://example.org/a?utm_source=x", ISBN="978-91-12 34567-8"))
    for again in (
        book(),
        book("other", DOI="https://doi.org/10.1000/x", title="Memoirs of a pilot"),
        book("other", URL="http://www.example.org/a", issued={"date-parts": [[1963]]}),
        book("other"),
        book("", issued={"date-parts": [[1970]]}, ISBN="9789112345678"),
    ):
        assert told(take(path, again)) == [("known", "source", "ek1962")]


def test_another_work_is_another_though_key_address_and_number_are_the_same(path: Path) -> None:
    take(path, book(URL="https://example.org/a", ISBN="9789112345678"))
    chapter = book(
        title="The First Flight", type="chapter", URL="https://example.org/a", ISBN="9789112345678"
    )
    assert told(take(path, chapter)) == [("added", "source", "ek1962-2")]
    assert told(take(path, chapter, book(URL="https://example.org/a"))) == [
        ("known", "source", "ek1962-2"),
        ("known", "source", "ek1962"),
    ]
    assert source(path, "ek1962-2").url == "https://example.org/a"


@pytest.mark.parametrize(
    ("asked", "given"),
    [("Müller:2020", "Müller:2020"), ("a b%c", "a-b-c"), ("smith.2", "smith-2"), ("http://z.org/items/1", "van-ek-1962"), ("", "van-ek-1962"), ("{}", "van-ek-1962")],
)  # fmt: skip
def test_a_citekey_is_kept_where_it_can_be(path: Path, asked: str, given: str) -> None:
    assert told(take(path, book(asked))) == [("added", "source", given)]


def test_what_json_cannot_hold_and_types_that_are_none(path: Path) -> None:
    take(path, book("odd", type="hologram", volume=float("nan"), note="a\ud800b"))
    record = source(path, "odd")
    assert record.type == "document" and "Memoirs" in (record.title or "")
    assert "\ud800" not in str(csl.item(record))


def test_names_find_their_speakers(path: Path) -> None:
    with stores.writing(path, "add") as store:
        add_speaker(store, "Sergei Shoigu", aliases=["Сергей Шойгу"], wikidata_id="Q42")
        add_speaker(store, "Wang Wei", slug="wang-1")
        add_speaker(store, "Wang Wei", slug="wang-2")
    first, twice, other = take(
        path,
        said("One.", "Sergey Shoygu", source=book()),
        said("Two.", "Wang Wei", source=book()),
        QuoteEntry(
            where="3", text="Three.", speaker=NameEntry(name="S. S.", wikidata_id="Q42"), source=book()
        ),
    )[1:]
    assert (
        quote(path, first).speaker.slug == "sergei-shoigu" and quote(path, first).named_as == "Sergey Shoygu"
    )
    assert twice.did == "refused" and "wang-1 (Wang Wei), wang-2 (Wang Wei)" in (twice.reason or "")
    assert quote(path, other).speaker.slug == "sergei-shoigu"


def test_a_namesake_with_another_wikidata_item_is_somebody_else(path: Path) -> None:
    entry = NameEntry(
        name="Jan Berg", wikidata_id="http://www.wikidata.org/entity/Q1", family="Berg", given="Jan"
    )
    other = NameEntry(name="Jan Berg", wikidata_id="Q2", aliases=("J. Berg",), kind="organisation")
    take(
        path,
        QuoteEntry(where="1", text="One.", speaker=entry, source=book()),
        QuoteEntry(where="2", text="Two.", speaker=other, source=book()),
    )
    with stores.reading(path) as store:
        found = {one.slug: one for one in store.all(Speaker, "name = ?", ("Jan Berg",))}
    assert {slug: (one.wikidata_id, one.kind) for slug, one in found.items()} == {
        "jan-berg": ("Q1", "person"),
        "jan-berg-2": ("Q2", "organisation"),
    }


def test_unnamed_ones_are_never_found_by_name(path: Path) -> None:
    official = NameEntry(name="official", unnamed=True)
    one = QuoteEntry(where="1", text="We know nothing.", speaker=official, source=book())
    two = QuoteEntry(where="2", text="We know a little.", speaker=official, source=book("", title="Other"))
    first, second = (outcome for outcome in take(path, one, two) if outcome.what == "quotation")
    assert quote(path, first).speaker.slug != quote(path, second).speaker.slug
    assert {outcome.did for outcome in take(path, one, two)} == {"known"}


def test_words_of_nobody_are_the_works_own(path: Path) -> None:
    outcomes = take(path, said("I flew.", None, source=book()))
    assert quote(path, outcomes[-1]).speaker.name == "Olof van Ek"
    pair = book("pair", title="Two", author=[{"family": "Ek", "given": "Olof"}, {"literal": "Sea Club"}])
    both = take(path, said("We flew.", None, source=pair))
    assert told(both)[1:] == [
        ("added", "quotation", both[1].name),
        ("added", "quotation", f"{both[1].name}.2"),
    ]
    assert [quote(path, one).speaker.name for one in both[1:]] == ["Olof Ek", "Sea Club"]
    assert len({quote(path, one).key for one in both[1:]}) == 1
    assert {one.did for one in take(path, said("We flew.", None, source=pair))} == {"known"}
    many = [{"family": "Ek", "given": f"Olof {letter}."} for letter in "ABCDEFGHIJK"]
    crowd = quote(
        path, take(path, said("All.", None, source=book("all", title="All", author=many)))[-1]
    ).speaker
    assert crowd.kind == "group" and crowd.name.endswith("Olof J. Ek and Olof K. Ek")
    nobody = said("It flew.", None, source=book("none", title="Three", author=[]))
    assert told(take(path, nobody)) == [
        (
            "refused",
            "quotation",
            "Nothing says whose words these are: none names no author.",
        )
    ]
    assert take(path, nobody)[0].hint == Hint("say_author")
    with stores.reading(path) as store:  # and no trace of it, its source included
        assert store.one(Source, "citekey = ?", ("none",)) is None
    # … also where the same work comes again in the file.
    again = take(path, nobody, said("It flew.", source=nobody.source))
    assert told(again)[1:] == [("added", "source", "none"), ("added", "quotation", again[-1].name)]
    assert quote(path, take(path, nobody, by="Jane Doe")[-1]).speaker.name == "Jane Doe"


def test_a_quotation_without_a_source_stands_in_the_file(path: Path) -> None:
    outcomes = take(path, said("One."), said("Two."))
    assert [one.did for one in outcomes] == ["added", "added", "added"]
    assert quote(path, outcomes[1]).source.title == "my notes.json"


def test_everything_of_a_quotation_is_kept(path: Path) -> None:
    entry = said(
        "Nobody sails.", source=book(), form="indirect", cue="claimed",
        via=(RelayEntry(name=NameEntry(name="Coastal Wire"), cue="according to", source=book("wire", title="Wire")),),
        prefix="before ", suffix=" after", locator_label="page", locator="xii", page_index=11, said="1961-05",
        place="Tallvik", occasion="a meeting", medium="speech", language="en",
        translator=NameEntry(name="Ada Moe"), tags=("sea", "fog"), note="checked", status="disputed",
        status_reason="no recording",
    )  # fmt: skip
    outcomes = take(path, entry)
    kept = quote(path, outcomes[-1])
    assert (kept.form, kept.cue, kept.prefix, kept.suffix) == ("indirect", "claimed", "before ", " after")
    assert (kept.locator_label, kept.locator, kept.page_index) == ("page", "xii", 11)
    assert (kept.said, kept.place, kept.occasion, kept.medium) == (
        "1961-05",
        "Tallvik",
        "a meeting",
        "speech",
    )
    assert (kept.language, kept.tags, kept.note) == ("en", ("fog", "sea"), "checked")
    assert (kept.status, kept.status_reason, kept.check_result) == (
        "disputed",
        "no recording",
        "not_checkable",
    )
    assert kept.translator is not None and kept.translator.name == "Ada Moe"
    hop = kept.via[0]
    assert (hop.speaker.name, hop.speaker.kind, hop.cue) == ("Coastal Wire", "organisation", "according to")
    assert hop.cited_source is not None and hop.cited_source.citekey == "wire"
    assert {one.did for one in take(path, entry)} == {"known"}


def test_words_are_checked_against_a_stored_copy_at_once(path: Path) -> None:
    with stores.writing(path, "add") as store:
        factories.source(store)
    here = SourceEntry(where="1", csl={"id": "dahl-2024", "type": "document", "title": "Ferries and fog"})
    there, nowhere = take(
        path,
        said("Nobody who bought a ticket will be left on the pier", source=here),
        said("Everybody who bought a ticket stays at home", source=here),
    )
    assert (there.reason, quote(path, there).locator) == (None, "2")
    assert "in the stored text" in (nowhere.reason or "")
    assert quote(path, nowhere).check_result in ("altered", "absent")


def test_claims_come_with_stances_and_verdicts(path: Path) -> None:
    review = ReviewEntry(
        reviewer=NameEntry(name="Fact Desk"), verdict="False", rating=1, worst=1, best=5, published="2024"
    )
    entry = ClaimEntry(
        where="1", text="Ferries sail in fog.", note="n", stances=(("asserts", said("They do.", source=book())),),
        reviews=(review,),
    )  # fmt: skip
    assert [one.what for one in take(path, entry)] == ["claim", "source", "quotation", "verdict"]
    assert {one.did for one in take(path, entry)} == {"known"}
    contrary = ClaimEntry(
        where="2", text="Ferries sail in fog.", stances=(("denies", said("They do.", source=book())),)
    )
    other = ClaimEntry(
        where="3", text="Ferries sail in fog.", reviews=(ReviewEntry(reviewer=NameEntry(name="Fact Desk"), verdict="True"),)
    )  # fmt: skip
    refused = take(path, contrary, other)
    assert [one.did for one in refused] == ["refused", "refused"]
    assert "asserts" in (refused[0].reason or "") and "'False'" in (refused[1].reason or "")
    with stores.reading(path) as store:
        record = claim_queries.claim_records(store)[0]
    assert [position.stance for position in record.positions] == ["asserts"]
    assert [verdict.verdict for verdict in record.verdicts] == ["False"]


@pytest.mark.parametrize(
    ("entry", "reason"),
    [
        (Refused(where="x", reason="It is torn."), "It is torn."),
        (book("deep", custom=json.loads('{"a":' * 500 + "1" + "}" * 500)), "nested too deeply"),
        (said("…", source=book()), "The wording holds no letter or digit."),
        (said("a\0b", source=book()), "NUL"),
        (said("One.", " ", source=book()), "A name is empty."),
        (said("One.", source=book(), said="someday"), "someday"),
        (said("One.", source=book(), locator_label="page", locator="x" * 300), "longer than 200"),
        (said("One.", source=book(), form="shouted"), "is not a form"),
        (said("One.", source=book(), status="disputed"), "reason"),
    ],
)  # fmt: skip
def test_what_cannot_be_is_refused_without_a_trace(path: Path, entry: Entry, reason: str) -> None:
    outcomes = take(path, entry, said("Good.", source=book()))
    assert [one.did for one in outcomes] == ["refused", "added", "added"]
    assert reason in (outcomes[0].reason or "")


def test_a_full_disk_ends_it_and_nothing_is_recorded(path: Path) -> None:
    entries = [
        book(f"ek{n}", title=f"The ferry's log, volume {n}", abstract="fog " * 5_000) for n in range(9)
    ]
    with (
        pytest.raises(DatabaseError, match="is full; nothing was recorded"),
        stores.writing(path, "import") as store,
    ):
        store.execute(f"PRAGMA max_page_count = {store.value('PRAGMA page_count') + 10}")
        taker = Taker(store, "library.json")
        assert [taker.take(entry) for entry in entries]
    with stores.reading(path) as store:
        assert store.value("SELECT count(*) FROM sources") == 0
