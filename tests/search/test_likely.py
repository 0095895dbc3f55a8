"""Which stored copies a wording may come from."""

import sqlite3
from pathlib import Path

import pytest
from factories import ARTICLE, source

from onrecord.db.store import reading, writing
from onrecord.ingest.read import read_bytes
from onrecord.search import likely
from onrecord.search.likely import Likely
from onrecord.sources.copies import add_snapshot

WORDING = "would rather close the port than risk a crew"


def of(database: Path, wording: str, most: int = 5) -> list[str]:
    """The citekeys of the copies, in order."""
    with reading(database) as store:
        return [
            str(store.value("SELECT citekey FROM sources WHERE id = (SELECT source_id FROM snapshots WHERE id = ?)", (one,)))
            for one in Likely(store).of(wording, most)
        ]  # fmt: skip


@pytest.fixture
def filled(database: Path) -> Path:
    """An article among others that have its words too, but apart."""
    with writing(database, "fill") as store:
        source(store)
        for number in range(30):
            words = WORDING.split()[number % 7 :]
            text = "\n\n".join(f"Here stands {word} alone, in text {number}." for word in words)
            source(store, text, citekey=f"other-{number}", title=f"Other {number}")
    return database


def test_where_the_words_stand_together_comes_first(filled: Path) -> None:
    assert of(filled, WORDING)[0] == "dahl-2024"
    assert of(filled, "would rather shut the port than endanger a crew")[0] == "dahl-2024"
    assert of(filled, "Would rather close THE PORT than risk à crew")[0] == "dahl-2024"
    assert of(filled, "Penguins juggle silver spoons every evening") == of(filled, "…") == []


def test_words_that_stand_nearly_everywhere_are_looked_for_together(
    filled: Path, monkeypatch: pytest.MonkeyPatch
) -> None:
    monkeypatch.setattr(likely, "_COMMON", 3)
    assert of(filled, WORDING)[0] == "dahl-2024"
    monkeypatch.setattr(likely, "_COMMON", 0)
    assert of(filled, WORDING) == []


def test_a_quotation_that_goes_on_in_the_next_paragraph(filled: Path) -> None:
    assert (
        of(filled, "he told the agency, lifts when it lifts. Nobody asked us, a deckhand said")[0]
        == "dahl-2024"
    )


@pytest.mark.parametrize(
    ("text", "wording"),
    [
        ("王丽华说：“市议会将开放三座新图书馆。”", "市议会将开放五座新图书馆"),
        ("นายกรัฐมนตรีกล่าวว่ารัฐบาลจะเปิดท่าเรือใหม่", "รัฐบาลจะเปิดท่าเรือใหม่"),
        ("Она сказала: «Ёлка ещё стоит на площади».", "елка еще стоит на площади"),
        ("They will re-\nlease the whole crew, he said.", "will release the whole crew"),
    ],
)
def test_every_script(filled: Path, text: str, wording: str) -> None:
    with writing(filled, "more") as store:
        source(store, text, citekey="more", title="More")
    assert of(filled, wording)[0] == "more"


def test_many_copies_of_one_source_leave_room_for_others(filled: Path) -> None:
    with writing(filled, "more") as store:
        for number in range(8):
            add_snapshot(
                store, "dahl-2024", read_bytes(f"{ARTICLE}\n\nSeen {number}.".encode(), name="x.txt")
            )
        source(store, f"The wire has it: “{WORDING}”, he said.", citekey="wire", title="Wire")
    found = of(filled, WORDING)
    assert found.count("dahl-2024") == 2 and "wire" in found[:3]


def test_a_text_that_is_not_in_the_index_yet_is_looked_at(filled: Path) -> None:
    with sqlite3.connect(filled) as theirs:
        theirs.execute(
            "INSERT INTO snapshots(source_id, captured_at, sha256, media_type, text, extractor) "
            "VALUES (2, '2099-01-01T00:00:00Z', ?, 'text/plain', 'The bridge, she said, “sings in the wind at night”.', 'theirs')",
            ("7" * 64,),
        )
    assert of(filled, "the bridge sings in the wind at night") == ["other-0"]
