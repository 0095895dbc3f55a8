"""What is settled once governs what options would say each time."""

import json
import os
from pathlib import Path

import factories
import pytest
from conftest import Run

from onrecord.db.store import writing


@pytest.fixture
def courier(database: Path) -> Path:
    with writing(database, "test") as store:
        factories.source(store, "Fog held us. “It waits,” Ingrid Dahl said.", citekey="courier-2024")
        factories.quote(store, "It waits", source="courier-2024", by="Ingrid Dahl")
    return database


def test_style_and_locale_are_those_settled(run: Run, courier: Path) -> None:
    def cited(*more: str, **variables: str) -> str:
        return run("cite", "--all", *more, "--db", courier, **variables).stdout

    def settled(key: str, **variables: str) -> object:
        return json.loads(run("config", "get", key, "--json", "--db", courier, **variables).stdout)["value"]

    run("config", "set", "style", "IEEE")
    run("config", "set", "locale", "de")
    assert cited() == cited("--style", "ieee", "--locale", "de-DE") != cited("--style", "apa")
    run("config", "set", "style", "mla", "--folder", "--db", courier)
    assert settled("style") == "modern-language-association" and settled("locale") == "de-DE"
    assert settled("style", ONRECORD_STYLE="nature") == "nature"
    run("config", "unset", "style", "--folder", "--db", courier)
    assert settled("style") == "IEEE"
    told = run("cite", "--all", "--db", courier, code=1, ONRECORD_STYLE="nosuch").stderr
    assert "ONRECORD_STYLE: There is no citation style 'nosuch'" in told


def test_operations_are_by_the_settled_name_and_sources_called_by_the_settled_formula(
    run: Run, courier: Path
) -> None:
    run("config", "set", "user", "Maria Holm")
    run("config", "set", "citekey-format", "auth.lower + year", "--folder", "--db", courier)
    run("add", "source", "--title", "Letters", "--author", "Ek, Olof", "--date", "1962", "--db", courier)
    assert "ek1962" in run("list", "sources", "--db", courier).stdout
    [last, *_] = json.loads(run("history", "--json", "--db", courier).stdout)
    assert last["by"] == "Maria Holm"
    # A table of statements makes its own citekeys: that there is a formula is no reason to refuse it.
    table = courier.parent / "rows.jsonl"
    table.write_text(json.dumps({"text": "It sails.", "speaker": "Olof Ek", "source": "Courier"}) + "\n")
    assert (
        "--citekey-format"
        not in run("import", table, "--format", "statements", "--db", courier, code=0).stderr
    )


def test_the_settled_database_is_used_where_no_folder_has_one(run: Run, tmp_path: Path) -> None:
    (tmp_path / "desk").mkdir()
    run("config", "set", "database", "desk/quotes.db")
    assert run("config", "get", "database").stdout == f"{tmp_path / 'desk' / 'quotes.db'}\n"
    run("init", "--default")
    assert (tmp_path / "desk" / "quotes.db").exists()
    assert str(tmp_path / "desk" / "quotes.db") in run("where").stdout
    assert "is a folder" in run("config", "set", "database", "desk", code=2).stderr


def test_a_broken_file_is_named_and_mended(run: Run, courier: Path) -> None:
    path = Path(run("config", "path").stdout.strip())
    path.parent.mkdir(parents=True)
    path.write_text('# mine\nstyle = "apa\nlocale = "fr-FR"\n')
    assert f"{path}, line 2: this is not TOML" in run("cite", "--all", "--db", courier, code=1).stderr
    assert f"{path}, line 2" in run("config", "list", code=1).stderr
    assert run("config", "path").stdout == f"{path}\n"
    told = run("config", "set", "user", "ma").stderr
    assert "Line 2 of" in told and "comment" in told
    assert path.read_text() == '# mine\n# could not be read: style = "apa\nlocale = "fr-FR"\nuser = "ma"\n'
    run("cite", "--all", "--db", courier)


def test_settings_that_there_are_not_are_named_with_the_nearest(run: Run, courier: Path) -> None:
    assert "Did you mean style?" in run("config", "set", "stlye", "apa", code=2).stderr
    assert "Did you mean colour?" in run("config", "get", "color", code=2).stderr
    path = Path(run("config", "path").stdout.strip())
    path.parent.mkdir(parents=True)
    path.write_text('stlye = "ieee"\n')
    done = run("cite", "--all", "--db", courier)
    assert "Did you mean style?" in done.stderr and done.stdout
    run("config", "unset", "stlye")
    assert run("cite", "--all", "--db", courier).stderr == ""


def test_what_was_sent_with_a_database_runs_nothing(run: Run, courier: Path) -> None:
    mark = courier.parent / "ran"
    beside = courier.parent / "onrecord.toml"
    beside.write_text(f"editor = 'touch {mark}'\nuser = 'somebody'\ndatabase = '/tmp/elsewhere.db'\n")
    editor = courier.parent / "editor.sh"
    editor.write_text('#!/bin/sh\nprintf \'locale = "de-DE"\\n\' >> "$1"\n')
    editor.chmod(0o755)
    done = run("config", "edit", VISUAL=str(editor))
    assert not mark.exists() and run("config", "get", "locale").stdout == "de-DE\n", done.stderr
    told = run("config", "list", "--db", courier)
    assert "editor is taken from your own settings only" in told.stderr
    assert run("config", "set", "editor", "x", "--folder", "--db", courier, code=2).stderr.startswith(
        "Error: editor is yours"
    )


def test_colour_is_as_settled(run: Run, monkeypatch: pytest.MonkeyPatch) -> None:
    from onrecord.cli.main import _settle_colour

    for value, before, after in (
        ("never", None, "1"),
        ("always", "1", None),
        ("auto", "1", "1"),
        ("pink", "1", "1"),
    ):
        monkeypatch.setenv("ONRECORD_COLOUR", value)
        monkeypatch.delenv("NO_COLOR", raising=False) if before is None else monkeypatch.setenv(
            "NO_COLOR", before
        )
        _settle_colour()

        assert os.environ.get("NO_COLOR") == after


def test_proposals_are_decided_in_the_settled_editor(run: Run, tmp_path: Path) -> None:
    run("init")
    article = tmp_path / "fog.txt"
    article.write_text(
        "Fog held us.\n\n“The ferry waits for nobody at all,” Ingrid Dahl said at noon on Monday.\n"
    )
    run("ingest", article)
    [source] = json.loads(run("list", "sources", "--json").stdout)
    editor = tmp_path / "my editor.sh"
    editor.write_text('#!/bin/sh\nexec sed -i "s/decision: leave/decision: $DECISION/" "$1"\n')
    editor.chmod(0o755)
    run("config", "set", "editor", f"'{editor}'")
    key = str(source["citekey"])
    assert run("review", key, "--edit", DECISION="leave").stderr == "Nothing was decided.\n"
    broken = run("review", key, "--edit", DECISION="perhaps", code=1).stderr
    kept = Path(broken.split("--from ")[1].strip())
    assert "perhaps" in kept.read_text()
    kept.unlink()
    run("review", key, "--edit", DECISION="accept")
    assert "ferry waits" in run("search", "ferry").stdout
    assert "Give either --edit or --output" in run("review", key, "--edit", "--to", "x.md", code=2).stderr
