"""A folder of notes: written without harm to what people wrote, and read back whole."""

import json
import re
from pathlib import Path

import factories
import pytest
from conftest import Run
from hypothesis import given
from hypothesis import strategies as st

from onrecord.db.store import writing
from onrecord.exchange.notes import names
from onrecord.exchange.notes.writer import MARK
from onrecord.statements.fields import RelayFields


@pytest.fixture
def filled(database: Path) -> Path:
    """Two statements in two sources with one of them in both, a chain with a cited source, doubt, tags, hostile text."""
    with writing(database, "test") as store:
        factories.source(store)
        factories.source(
            store, None, citekey="con", title="Notes: on [[fog]] | and \u202eferries", issued="1850~"
        )
        factories.source(store, None, citekey="wire-1", title="A dispatch")
        factories.quote(
            store,
            "Nobody who bought a ticket will be left on the pier",
            locator="p. 3",
            tags=("sea", "fog"),
        )
        factories.quote(
            store,
            "the port: is *never* closed # really\nor is it?",
            by="Olof Ek",
            source="con",
            form="indirect",
            status="disputed",
            reason="He denies it: no.",
            via=(RelayFields(speaker="Coastal Wire", cue="according to", cited_source="wire-1"),),
            said="1850",
            note="---\nonrecord: source",
            page_index=7,
            locator="p. viii",
        )
        factories.quote(store, "Nobody who bought a ticket will be left on the pier", source="con")
        factories.quote(store, "Nobody ever asks us.", by="a deckhand", unnamed=True, kind="person")
    return database


def test_it_comes_back_whole(filled: Path, run: Run, tmp_path: Path) -> None:
    run("export", "-o", tmp_path / "vault", "--format", "notes", "--db", filled)
    run("init", tmp_path / "other.db")
    run("import", tmp_path / "vault", "--db", tmp_path / "other.db")
    run("export", "-o", tmp_path / "again", "--format", "notes", "--db", tmp_path / "other.db")
    assert tree(tmp_path / "again") == tree(tmp_path / "vault")
    assert len(tree(tmp_path / "vault")) == 6
    told = json.loads(run("import", tmp_path / "vault", "--db", tmp_path / "other.db", "--json").stdout)
    assert {one["did"] for one in told} == {"known"}


def tree(folder: Path) -> dict[str, str]:
    return {str(one.relative_to(folder)): one.read_text(encoding="utf-8") for one in folder.rglob("*.md")}


def test_what_people_wrote_stays_and_what_is_theirs_is_left_alone(
    filled: Path, run: Run, tmp_path: Path
) -> None:
    vault = tmp_path / "vault"
    run("export", "-o", vault, "--format", "notes", "--db", filled)
    note = next(one for one in vault.glob("*.md") if "Nobody who bought" in one.read_text())
    with note.open("a") as stream:
        stream.write("\nI asked her about this. #follow-up\n")
    (vault / "Diary.md").write_text("Nothing of yours.")
    unchanged = {one: one.stat().st_mtime_ns for one in vault.rglob("*.md")}
    run("tag", note.stem, "harbour", "--db", filled)
    run("export", "-o", vault, "--format", "notes", "--db", filled)
    text = note.read_text()
    assert text.endswith(f"{MARK}\n\nI asked her about this. #follow-up\n")
    assert '  - "harbour"' in text
    assert [one for one, at in unchanged.items() if one.stat().st_mtime_ns != at] == [note]
    assert (vault / "Diary.md").read_text() == "Nothing of yours."


def test_a_note_that_is_not_ours_is_in_the_way(filled: Path, run: Run, tmp_path: Path) -> None:
    vault = tmp_path / "vault"
    run("export", "-o", vault, "--format", "notes", "--db", filled)
    note = min(vault.glob("*.md"))
    note.write_text("My own words.")
    run("tag", sorted(vault.glob("*.md"))[1].stem, "harbour", "--db", filled)
    before = tree(vault)
    assert "--force" in run("export", "-o", vault, "--format", "notes", "--db", filled, code=1).stderr
    assert tree(vault) == before
    run("export", "-o", vault, "--format", "notes", "--force", "--db", filled)
    assert MARK in note.read_text()


def test_an_edited_field_is_reported_and_changes_nothing(filled: Path, run: Run, tmp_path: Path) -> None:
    vault = tmp_path / "vault"
    run("export", "-o", vault, "--format", "notes", "--db", filled)
    dump = run("export", "--db", filled).stdout
    note = next(one for one in vault.glob("*.md") if "indirect" in one.read_text())
    note.write_text(
        note.read_text().replace('said: "1850"', "said: 1851").replace('form: "indirect"', "form: direct")
    )
    other = next(one for one in vault.glob("*.md") if "Nobody who" in one.read_text())
    other.write_text(other.read_text().replace('text: "Nobody', 'text: "Everybody'))
    told = run("import", vault, "--db", filled, code=1)
    assert re.search(r"on record with other (form, said|said, form)\.", told.stderr)
    assert "on record with another wording" in told.stderr
    assert run("export", "--db", filled).stdout == dump


def test_notes_of_others_and_broken_ones(filled: Path, run: Run, tmp_path: Path) -> None:
    vault = tmp_path / "vault"
    vault.mkdir()
    (vault / "own.md").write_text("---\ntags: [a]\n---\nhello")
    assert "holds no note" in run("import", vault, "--db", filled, code=1).stderr
    (vault / "broken.md").write_text("---\nonrecord: statement\nkey: [\n---\n")
    (vault / "lost.md").write_text(
        '---\nonrecord: statement\ntext: A\nattributions:\n  - source: "[[nowhere]]"\n---\n'
    )
    (vault / "empty.md").write_text("---\nonrecord: statement\ntext: A\n---\n")
    (vault / ".trash").mkdir()
    (vault / ".trash" / "old.md").write_text("---\nonrecord: statement\n---\n")
    told = run("import", vault, "--db", filled, code=1).stderr
    assert [line.partition(": ")[0].rpartition(", ")[2] for line in told.splitlines()] == [
        "broken.md",
        "empty.md",
        "lost.md",
    ]
    assert "There is no note of its source 'nowhere'" in told


def test_people_may_write_a_note_themselves(run: Run, tmp_path: Path) -> None:
    vault = tmp_path / "vault"
    (vault / "sources").mkdir(parents=True)
    (vault / "sources" / "Harbour log.md").write_text(
        "---\nonrecord: source\ncsl: {id: log-1911, type: manuscript, title: Harbour log}\n---\n"
    )
    (vault / "Fog.md").write_text(
        "---\nonrecord: statement\ntext: The fog lifts when it lifts.\ntags: fog\nattributions:\n"
        '  - source: "[[Harbour log]]"\n    speaker: {name: Olof Ek}\n    said: 1911-03-02\n---\nMy note.'
    )  # fmt: skip
    run("init", tmp_path / "new.db")
    run("import", vault, "--db", tmp_path / "new.db")
    [found] = json.loads(run("search", "fog", "--db", tmp_path / "new.db", "--json").stdout)
    assert (found["speaker"], found["said"], found["source"], found["tags"]) == (
        "Olof Ek",
        "1911-03-02",
        "log-1911",
        ["fog"],
    )


@given(
    st.lists(
        st.text(max_size=200)
        | st.sampled_from(["con", "CON", "a/b", "..", ".", "nul.x", "É", "é", "a", "A"]),
        max_size=8,
    )
)
def test_names_of_files_are_safe_and_distinct(keys: list[str]) -> None:
    taken: set[str] = set()
    made = [names.of_key(key, taken) for key in keys]
    assert len({one.lower() for one in made}) == len(keys)
    for one in made:
        assert (
            re.fullmatch(r"[\w%@+=,~-][\w.%@+=,~-]*", one, re.ASCII)
            and not one.endswith(".")
            and len(one) < 200
        )
        assert one.partition(".")[0].lower() not in ("con", "nul")


def test_a_stray_byte_in_a_note_is_read_and_named(database: Path, run: Run, tmp_path: Path) -> None:
    vault = tmp_path / "vault"
    vault.mkdir()
    (vault / "diary.md").write_bytes(b"K\xfcche")
    note = """---
onrecord: source
citekey: kueche
csl:
  {"id": "kueche", "type": "book", "title": "Die Küche", "publisher": "Flu#"}
---
Below: Gäste, Türen, Öfen und Bäder: #
"""
    (vault / "source.md").write_bytes(note.encode().replace(b"#", b"\xdf"))
    done = run("import", vault, "--format", "notes", "--db", database)
    assert (
        "source.md, line 5, column 75, csl: byte DF cannot be read as UTF-8; read as ß (Windows-1252) in"
        in done.stderr
    )
    assert done.stderr.count("cannot be read") == 1
    assert json.loads(run("show", "kueche", "--json", "--db", database).stdout)["publisher"] == "Fluß"
