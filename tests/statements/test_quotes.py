"""Recording quotations: where they stand, who said them, through whom, and what counts as the same."""

import sqlite3
from collections.abc import Iterator
from contextlib import closing
from pathlib import Path

import pytest
import recorded
from factories import ARTICLE, new_database, quote, source
from hypothesis import HealthCheck, given, settings
from hypothesis import strategies as st

from onrecord.claims.write import take_stance
from onrecord.db.store import Store, reading, writing
from onrecord.errors import AmbiguousError, ConflictError, InputError, NotFoundError, WordingError
from onrecord.matching import Outcome
from onrecord.names import find_target
from onrecord.remove import remove_target
from onrecord.speakers.write import add_speaker, find_speaker, merge_speakers
from onrecord.statements import queries as statement_queries
from onrecord.statements import verify
from onrecord.statements.edit import edit_quote
from onrecord.statements.edits import Edits
from onrecord.statements.fields import RelayFields


@pytest.fixture
def store(database: Path) -> Iterator[Store]:
    with writing(database, "test") as opened:
        source(opened)
        yield opened


def check(store: Store, reference: str) -> verify.Check:
    (only,) = verify.check(store, statement_queries.attribution_ids(store, reference))
    return only


WORDS = st.text(alphabet=st.characters(categories=["L", "N"]), min_size=1, max_size=8)


@settings(deadline=None, max_examples=25, suppress_health_check=[HealthCheck.function_scoped_fixture])
@given(hops=st.lists(st.tuples(WORDS, st.none() | WORDS), max_size=9))
def test_a_chain_of_any_length_comes_back_in_order(
    tmp_path_factory: pytest.TempPathFactory, hops: list[tuple[str, str | None]]
) -> None:
    path = tmp_path_factory.mktemp("chain") / "onrecord.db"
    new_database(path)
    via = tuple(
        RelayFields(speaker=f"Agency {number} {name}", cue=cue) for number, (name, cue) in enumerate(hops)
    )
    with writing(path, "test") as store:
        source(store)
        added = quote(store, "Nobody asked us", via=via)
    with writing(path, "test") as store:
        back = recorded.quotes(store, added.quote.key)[0]
    assert [(hop.named_as or hop.speaker.name, hop.cue) for hop in back.via] == [
        (one.speaker, one.cue) for one in via
    ]
    assert [hop["speaker"] for hop in back.as_json()["via"]] == [hop.speaker.name for hop in back.via]  # type: ignore[attr-defined]


@pytest.mark.parametrize(
    ("text", "fields", "form", "quoted", "outcome"),
    [
        ("Nobody asked us", {}, "direct", ["Nobody asked us"], Outcome.exact),
        ('"Nobody asked us"', {}, "direct", ["Nobody asked us"], Outcome.exact),
        ("Nobody who bought a ticket will be left on the pier", {}, "direct", ["Nobody who bought a ticket will be left on the\npier"], Outcome.typographic),
        ("The ferry will sail at dawn", {}, "indirect", [], Outcome.not_checkable),
        ("The ferry will sail at dawn", {"form": "direct"}, "direct", ["The ferry will sail at dawn"], Outcome.exact),
        (
            "the harbour master “would rather close the port than risk a crew” and sees no reason for alarm", {},
            "mixed", ["would rather close the port than risk a crew"], Outcome.typographic,
        ),
        (
            'The master told them he "would rather close the port than risk a crew".', {},
            "mixed", ["would rather close the port than risk a crew"], Outcome.exact,
        ),
        (
            "Nobody who bought a ticket will be left", {"quoted": ("bought a ticket",)},
            "mixed", ["bought a ticket"], Outcome.exact,
        ),
        (
            "Nobody asked us … Nobody ever asks us", {}, "direct",
            ["Nobody asked us", "Nobody ever asks us"], Outcome.interrupted,
        ),
        ("Nobody will sail at noon, says the mayor", {"form": "indirect"}, "indirect", [], Outcome.not_checkable),
    ],
)  # fmt: skip
def test_form_and_place(
    store: Store, text: str, fields: dict[str, object], form: str, quoted: list[str], outcome: Outcome
) -> None:
    added = quote(store, text, **fields).quote  # type: ignore[arg-type]
    assert (added.form, added.check_result) == (form, outcome)
    assert [ARTICLE[span.start : span.end] for span in added.spans if span.quoted] == quoted
    assert check(store, added.ref).outcome is outcome
    assert not check(store, added.ref).failed


def test_a_wording_in_several_places_asks_which(store: Store) -> None:
    source(store, "One. “All is well.”\n\nTwo. “All is well.”\n", title="Twice", citekey="twice")
    with pytest.raises(AmbiguousError) as error:
        quote(store, "All is well", source="twice")
    assert [place.partition(":")[0] for place in error.value.candidates] == ["para. 1", "para. 2"]
    added = quote(store, "All is well", source="twice", locator="para. 2").quote
    assert added.spans[0].start > 20
    assert check(store, added.ref).outcome is Outcome.exact


def test_the_same_words_of_another_speaker_are_another_statement(store: Store) -> None:
    one, other = (
        quote(store, "Nobody asked us", "Ann Berg").quote,
        quote(store, "Nobody asked us", "Bo Ek").quote,
    )
    assert one.key != other.key
    occurrence = quote(
        store, "Nobody asked us", "Cara Dahl", of=one.key, status="misattributed", reason="it was Ann"
    )
    assert occurrence.quote.key == one.key
    assert occurrence.quote.speaker.name == "Cara Dahl"


def test_merged_speakers_share_their_statements(store: Store) -> None:
    one = quote(store, "Nobody asked us", "Ann Berg").quote
    add_speaker(store, "Anna Berg")
    merge_speakers(store, find_speaker(store, "Anna Berg"), find_speaker(store, "Ann Berg"))
    source(store, "“Nobody asked us,” said Anna Berg.", title="Later", citekey="later")
    assert quote(store, "Nobody asked us", "Anna Berg", source="later").quote.key == one.key


def test_an_edited_wording_is_looked_up_again(store: Store) -> None:
    key = quote(store, "Nobody asked us").quote.key
    edit_quote(store, key, Edits(text="Nobody ever asks us"))
    assert check(store, key).outcome is Outcome.exact
    with pytest.raises(WordingError):
        edit_quote(store, key, Edits(text="Everybody asks us"))


def test_an_origin_is_never_its_own(store: Store) -> None:
    first = quote(store, "Nobody asked us").quote
    source(store, "“Nobody asked us,” it was said.", title="Copy", citekey="copy")
    second = quote(store, "Nobody asked us", source="copy", quoted_from=first.ref).quote
    assert second.quoted_from == first.ref
    with pytest.raises(ConflictError, match="its own"):
        edit_quote(store, first.ref, Edits(quoted_from=second.ref))
    with pytest.raises(ConflictError, match="quoted from it"):
        remove_target(store, find_target(store, first.ref))


def test_a_changed_stored_text_is_noticed(database: Path) -> None:

    with writing(database, "test") as store:
        source(store)
        key = quote(store, "Nobody asked us").quote.key
    with sqlite3.connect(database) as connection:
        (trigger,) = connection.execute(
            "SELECT sql FROM sqlite_schema WHERE name = 'snapshots_are_immutable'"
        ).fetchone()
        connection.execute("DROP TRIGGER snapshots_are_immutable")
        connection.execute("UPDATE snapshots SET text = text || ' '")
        connection.execute(trigger)
    with writing(database, "test") as store:
        assert check(store, key).failed
        assert "hashed" in check(store, key).remarks[0]


def test_a_statement_changed_behind_our_back_no_longer_verifies(database: Path) -> None:

    with writing(database, "test") as store:
        source(store)
        key = quote(store, "Nobody asked us").quote.key
    with sqlite3.connect(database) as connection:
        connection.execute("UPDATE statements SET text = 'Somebody asked us'")
    with writing(database, "test") as store:
        assert check(store, key).failed


@pytest.mark.parametrize(
    ("reference", "error"),
    [
        ("zzzz", NotFoundError),
        ("zz", NotFoundError),
        ("KEY@nowhere", NotFoundError),
        ("KEY@dahl-2024.3", NotFoundError),
    ],
)
def test_references_that_name_nothing(store: Store, reference: str, error: type[Exception]) -> None:
    key = quote(store, "Nobody asked us").quote.key
    with pytest.raises(error):
        statement_queries.attribution_ids(store, reference.replace("KEY", key))


def test_an_attribution_that_is_not_there_is_no_way_to_its_statement(store: Store) -> None:
    source(store, None, citekey="other", title="Another")
    key = quote(store, "Nobody asked us").quote.key
    for place in ("", "other", "nowhere", "dahl-2024.2"):
        for change in (
            lambda name: remove_target(store, find_target(store, name)),
            lambda name: edit_quote(store, name, Edits(said="2020")),
            lambda name: take_stance(store, name, "c-none", None),
        ):
            with pytest.raises(NotFoundError, match=r"names no source|no attribution|no source|no number"):
                change(f"{key}@{place}")


def test_blank_wordings_are_refused(store: Store) -> None:
    for text in ("", " ", "…", "“”"):
        with pytest.raises(InputError):
            quote(store, text)


def test_a_printed_name_goes_with_its_speaker(store: Store) -> None:
    added = quote(store, "Nobody who bought a ticket will be left on the pier,", named_as="Mayor Dahl")
    quote(store, "Nobody asked us", by="Olof Ek")
    edit_quote(store, added.quote.key, Edits(by="olof-ek"))
    changed = recorded.quotes(store, added.quote.key)[0]
    assert (changed.speaker.slug, changed.named_as) == ("olof-ek", None)
    edit_quote(store, added.quote.key, Edits(by="ingrid-dahl", named_as="Dahl"))
    changed = recorded.quotes(store, added.quote.key)[0]
    assert (changed.speaker.slug, changed.named_as) == ("ingrid-dahl", "Dahl")


def test_each_source_keeps_its_own_wording_date_and_place(store: Store) -> None:
    source(store, citekey="vale", title="Vale", text="“The bridge is safe,” said Ida Berg in Vale.")
    source(store, citekey="hill", title="Hill", text="“The bridge is quite safe, I think,” said Ida Berg.")
    first = quote(
        store, "The bridge is safe", by="Ida Berg", source="vale", place="Vale", language="en", said="2024-03-14"
    )  # fmt: skip
    key = first.quote.key
    second = quote(store, "The bridge is quite safe, I think", by="Ida Berg", source="hill", of=key)
    wrong = quote(
        store, "The bridge is safe", by="Jo Weir", source="hill", of=key, unverified=True,
        status="misattributed", reason="he was not there",
    )  # fmt: skip
    assert [one.quote.text for one in (first, second, wrong)] == [
        "The bridge is safe", "The bridge is quite safe, I think", "The bridge is safe",
    ]  # fmt: skip
    assert (second.quote.statement_text, second.quote.place, second.quote.language) == (
        "The bridge is safe", None, None,
    )  # fmt: skip
    assert (first.quote.place, first.quote.language, first.quote.said) == ("Vale", "en", "2024-03-14")
    assert (wrong.quote.place, wrong.quote.said) == (None, None)


def test_references_look_at_each_attribution_once(database: Path) -> None:
    """Twice as many attributions of one statement in one source take twice as many steps, not four times."""

    def steps(number: int) -> int:
        path = database.with_name(f"{number}.db")
        path.write_bytes(database.read_bytes())
        with closing(sqlite3.connect(path)) as db:
            db.execute("INSERT INTO speakers(id, slug, name, kind) VALUES (1, 'a', 'A', 'person')")
            db.execute("INSERT INTO sources(id, citekey, type) VALUES (1, 'daily', 'book')")
            db.execute("INSERT INTO statements(id, key, text, text_key) VALUES (1, 'kaaaaaaaaa', 'x', '')")
            db.executemany(
                "INSERT INTO attributions(id, statement_id, speaker_id, source_id, form) VALUES (?, 1, 1, 1, 'direct')",
                [(one,) for one in range(1, number + 1)],
            )
            db.commit()
        counted = 0

        def count() -> int:
            nonlocal counted
            counted += 1
            return 0

        with reading(path) as store:
            store.connection.set_progress_handler(count, 100)
            refs = statement_queries.references(store, range(1, number + 1))
            store.connection.set_progress_handler(None, 0)
        assert [refs[1], refs[2], refs[number]] == [
            "kaaaaaaaaa@daily",
            "kaaaaaaaaa@daily.2",
            f"kaaaaaaaaa@daily.{number}",
        ]
        return counted

    assert steps(2_000) < 3 * steps(1_000)
