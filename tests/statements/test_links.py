"""Links between statements: recorded, named, shown, changed, removed, taken back, and carried along."""

import json
from collections.abc import Callable
from pathlib import Path
from subprocess import CompletedProcess

import pytest
from factories import new_database, quote, source

from onrecord.db.store import reading, writing
from onrecord.errors import AmbiguousError, ConflictError, NotFoundError, UsageError
from onrecord.model.vocabulary import STATEMENT_LINKS
from onrecord.names import find_target
from onrecord.remove import remove_target
from onrecord.statements.links import edit_link, link_id, link_statements, linked_with, links
from onrecord.statements.queries import statement_id

Run = Callable[..., CompletedProcess[str]]
ORIGINAL, TRANSLATION = "Wir geben den Hafen nicht her", "We will not give the harbour away"


@pytest.fixture
def keys(tmp_path: Path) -> tuple[Path, str, str, str]:
    """A database, and the keys of an original, its translation and another statement."""
    path = tmp_path / "onrecord.db"
    new_database(path)
    with writing(path, "fill") as store:
        source(store, None)
        made = [
            quote(store, text).quote.key for text in (ORIGINAL, TRANSLATION, "The harbour is not for sale")
        ]
    return path, made[0], made[1], made[2]


def test_an_original_and_its_translation_are_shown_together(keys: tuple[Path, str, str, str]) -> None:
    path, original, translation, _ = keys
    with writing(path, "link") as store:
        entry = link_statements(store, translation[:6], original, "translation_of")
        assert link_statements(store, translation, original, "translation_of") == entry
        assert entry.ref == f"{translation}/{original}"
        [seen] = linked_with(store, statement_id(store, translation))
        assert (seen.key, seen.text, seen.words) == (original, ORIGINAL, "is a translation of")
        [back] = linked_with(store, statement_id(store, original))
        assert (back.key, back.words, back.outgoing) == (translation, "is translated in", False)


def test_what_cannot_be_linked_is_refused(keys: tuple[Path, str, str, str]) -> None:
    path, one, other, _ = keys
    with writing(path, "link") as store:
        link_statements(store, one, other, "variant_of")
        with pytest.raises(ConflictError, match="cannot be linked to itself"):
            link_statements(store, one, one, "variant_of")
        with pytest.raises(ConflictError, match="the other way round"):
            link_statements(store, other, one, "variant_of")
        with pytest.raises(UsageError, match="not a link between statements"):
            link_statements(store, one, other, "supports")
        with pytest.raises(NotFoundError):
            link_statements(store, one, "zzzzzzzz", "corrects")


def test_several_links_of_two_statements_are_told_apart(keys: tuple[Path, str, str, str]) -> None:
    path, one, other, _ = keys
    with writing(path, "link") as store:
        for kind in STATEMENT_LINKS[:2]:
            link_statements(store, one, other, kind)
        refs = [entry.ref for entry in links(store)]
        assert refs == [f"{one}/{other}.1", f"{one}/{other}.2"]
        with pytest.raises(AmbiguousError):
            link_id(store, f"{one}/{other}")
        assert find_target(store, refs[1], kind="link").name == refs[1]
        with pytest.raises(ConflictError, match="says so already"):
            edit_link(store, link_id(store, refs[0]), "excerpt_of")
        assert edit_link(store, link_id(store, refs[0]), "retracts") == ["kind"]


def test_a_linked_statement_goes_with_its_links_or_not_at_all(keys: tuple[Path, str, str, str]) -> None:
    path, one, other, third = keys
    with writing(path, "link") as store:
        link_statements(store, one, other, "variant_of")
        link_statements(store, third, one, "excerpt_of")
        with pytest.raises(ConflictError, match="is needed by links"):
            remove_target(store, find_target(store, one))
        gone = remove_target(store, find_target(store, one), cascade=True)
        assert f"link {one}/{other} (variant_of)" in gone
        assert links(store) == []


def test_the_commands(keys: tuple[Path, str, str, str], run: Run) -> None:
    path, original, translation, third = keys
    said = run("--db", path, "add", "link", translation, original, "--translation-of")
    assert said.stdout == f"{translation} is a translation of {original}\n"
    assert run("--db", path, "list", "links").stdout.split("\t")[:3] == [
        f"{translation}/{original}", "translation_of", TRANSLATION,
    ]  # fmt: skip
    shown = run("--db", path, "show", original).stdout
    assert f"is translated in {translation}  {TRANSLATION}" in shown
    assert (
        json.loads(run("--db", path, "show", f"{translation}/{original}", "--json").stdout)["other_text"]
        == ORIGINAL
    )
    run("--db", path, "edit", f"{translation}/{original}", "--variant-of")
    assert (
        json.loads(run("--db", path, "show", original, "--json").stdout)["links"][0]["kind"] == "variant_of"
    )
    run("--db", path, "undo", f"{translation}/{original}")
    assert "translation_of" in run("--db", path, "list", "links").stdout
    run("--db", path, "rm", "link", f"{translation}/{original}")
    assert run("--db", path, "list", "links").stdout == ""
    assert "add link" in run("--db", path, "history", f"{translation}/{original}").stdout
    run("--db", path, "undo")
    assert "translation_of" in run("--db", path, "list", "links").stdout
    refused = run("--db", path, "add", "link", original, third, code=2)
    assert "--variant-of" in refused.stderr
    assert (
        "Give one of"
        in run("--db", path, "add", "link", original, third, "--corrects", "--supports", code=2).stderr
    )
    run("--db", path, "export", "--format", "jsonl", "-o", path.with_name("all.jsonl"))
    run("--db", path.with_name("new.db"), "init")
    run("--db", path.with_name("new.db"), "import", path.with_name("all.jsonl"))
    with reading(path.with_name("new.db")) as store:
        assert [entry.kind for entry in links(store)] == ["translation_of"]
