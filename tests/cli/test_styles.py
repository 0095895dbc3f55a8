"""onrecord styles: found by id, title and field; one's own come first and win."""

import json
from pathlib import Path

import pytest
from conftest import Run

OWN = """<?xml version="1.0" encoding="utf-8"?>
<style xmlns="http://purl.org/net/xbiblio/csl" class="in-text" version="1.0">
  <info>
    <title>{title}</title>
    <id>http://www.zotero.org/styles/{id}</id>
    <category citation-format="author-date"/>
    <category field="history"/>
    <updated>2026-01-01T00:00:00+00:00</updated>
  </info>
  <citation><layout><text value="of my own"/></layout></citation>
  <bibliography><layout><text variable="title"/></layout></bibliography>
</style>
"""


@pytest.fixture
def own(tmp_path: Path) -> Path:
    folder = tmp_path / "home" / ".local" / "share" / "onrecord" / "styles"
    folder.mkdir(parents=True)
    return folder


def test_styles_are_found_by_id_title_and_field(run: Run) -> None:
    assert run("styles", "apa").stdout.split("\t")[0] == "apa"
    assert run("styles", "Chicago Manual of Style", "note").stdout.startswith("chicago-notes-bibliography\t")
    physics = run("styles", "numeric", "physics", "--limit", "5").stdout.splitlines()
    assert len(physics) == 5
    assert all("numeric" in line and "physics" in line for line in physics)
    assert run("styles", "medica", "peruana").stdout.startswith("acta-medica-peruana\tActa Médica Peruana\t")


def test_a_dependent_style_shows_its_parent(run: Run) -> None:
    first = json.loads(run("styles", "nature physics", "--json").stdout)[0]
    assert first["id"] == "nature-physics"
    assert first["parent"] == "nature"
    assert (first["format"], first["fields"], first["own"]) == ("numeric", ["physics"], False)
    assert "\tas nature\t" in run("styles", "nature-physics").stdout


def test_what_is_not_there_is_said(run: Run) -> None:
    assert "No citation style has 'nosuchstyle'" in run("styles", "nosuchstyle", code=1).stderr


def test_a_style_of_ones_own_wins(run: Run, own: Path, tmp_path: Path) -> None:
    items = tmp_path / "items.json"
    items.write_text(json.dumps([{"id": "a", "type": "book", "title": "Knots"}]), "utf-8")
    (own / "newer nature.csl").write_text(OWN.format(title="Nature, newer", id="nature"), "utf-8")
    (own / "harbour.csl").write_text(OWN.format(title="Harbour Notes", id="harbour-notes"), "utf-8")
    for style in ("nature", "nature-physics", "harbour-notes", "harbour", "Harbour Notes"):
        told = run("cite", "--items", items, "--style", style, "--as", "citation")
        assert told.stdout == "of my own\n", style
    found = json.loads(run("styles", "nature", "--json", "--limit", "5000").stdout)
    assert [one["own"] for one in found if one["id"] == "nature"] == [True]
    assert found[0]["path"].endswith("newer nature.csl")
    told = run("styles", "--own")
    assert str(own) in told.stderr
    assert [line.split("\t")[0] for line in told.stdout.splitlines()] == ["nature", "harbour-notes"]
    assert [line.split("\t")[3] for line in told.stdout.splitlines()] == ["yours", "yours"]


def test_a_file_that_is_no_style_is_no_style_of_ones_own(run: Run, own: Path) -> None:
    (own / "notes.csl").write_text("not a style", "utf-8")
    assert run("styles", "--own").stdout == ""
    assert (
        "notes is not a CSL style"
        in run("cite", "--items", "-", "--style", "notes", input="[]", code=1).stderr
    )


def test_a_folder_without_styles_of_ones_own(run: Run) -> None:
    assert run("styles", "--own").stdout == ""
