"""A person's name and its parts, as somebody says them."""

import json
from pathlib import Path

import pytest
from conftest import Run


def cited(run: Run, database: Path, slug: str, style: str) -> str:
    run(
        "add",
        "source",
        "--title",
        "A speech",
        "--author",
        slug,
        "--date",
        "2020",
        "--type",
        "book",
        "--citekey",
        "a",
        "--db",
        database,
    )
    return run("cite", "a", "--style", style, "--db", database).stdout


@pytest.mark.parametrize(
    ("words", "name", "family", "given", "apa"),
    [
        (("Orbán Viktor", "--family", "Orbán", "--given", "Viktor"), "Orbán Viktor", "Orbán", "Viktor", "Orbán, V."),
        (("Orbán Viktor", "--family", "Orbán"), "Orbán Viktor", "Orbán", "Viktor", "Orbán, V."),
        (("Gabriel García Márquez", "--given", "Gabriel"), "Gabriel García Márquez", "García Márquez", "Gabriel", "García Márquez, G."),
        (("Martin Luther King", "--family", "King", "--suffix", "Jr."), "Martin Luther King Jr.", "King", "Martin Luther", "King, M. L., Jr."),
        (("Mary Queen", "--literal"), "Mary Queen", None, None, "Mary Queen."),
    ],
)  # fmt: skip
def test_what_somebody_says_of_a_name_is_kept_and_cited(
    database: Path,
    run: Run,
    words: tuple[str, ...],
    name: str,
    family: str | None,
    given: str | None,
    apa: str,
) -> None:
    added = json.loads(run("add", "speaker", *words, "--db", database, "--json").stdout)
    assert (added["name"], added["family"], added["given"]) == (name, family, given)
    assert cited(run, database, added["slug"], "apa").startswith(f"{apa} (2020)")


def test_it_is_changed_and_undone(database: Path, run: Run) -> None:
    run("add", "speaker", "Orbán Viktor", "--db", database)
    run("edit", "orban-viktor", "--family", "Orbán", "--db", database)
    assert json.loads(run("show", "orban-viktor", "--db", database, "--json").stdout)["family"] == "Orbán"
    run("edit", "orban-viktor", "--literal", "--db", database)
    assert json.loads(run("show", "orban-viktor", "--db", database, "--json").stdout)["family"] is None
    run("undo", "--db", database)
    assert json.loads(run("show", "orban-viktor", "--db", database, "--json").stdout)["family"] == "Orbán"


@pytest.mark.parametrize(
    ("words", "told"),
    [
        (("Ann Lee", "--family", "Doe"), "neither begins nor ends with Doe"),
        (("Ann Lee", "--family", "Ann", "--given", "Doe"), "is not made of the family name"),
        (("Ann Lee", "--literal", "--family", "Lee"), "leave its family name, given name and suffix out"),
        (("Ann Lee", "--suffix", "Jr."), "A suffix goes with a family name"),
        (("Quay Press", "--kind", "organisation", "--family", "Press"), "Only a person's name has parts"),
    ],
)
def test_parts_that_cannot_be(database: Path, run: Run, words: tuple[str, ...], told: str) -> None:
    assert told in " ".join(run("add", "speaker", *words, "--db", database, code=2).stderr.split())


@pytest.mark.parametrize(
    ("typed", "printed"),
    [("Xi, Jinping", "Xi Jinping"), ("Kim Jong Un", "Kim Jong Un"), ("Lee, Ann", "Ann Lee")],
)
def test_notes_print_a_name_in_the_order_in_which_it_is_read(
    database: Path, run: Run, typed: str, printed: str
) -> None:
    run(
        "add",
        "source",
        "--title",
        "A speech",
        "--author",
        typed,
        "--date",
        "2020",
        "--type",
        "book",
        "--citekey",
        "a",
        "--db",
        database,
    )
    run("add", "quote", "Nobody sails.", "--by", "Olof Ek", "--in", "a", "--new-speaker", "--db", database)
    assert (
        printed in run("cite", "--in", "a", "--style", "chicago-notes-bibliography", "--db", database).stdout
    )


def test_a_name_that_is_imported_is_called_as_it_is_read(database: Path, run: Run, tmp_path: Path) -> None:
    run("add", "speaker", "Kim Jong Un", "--db", database)
    (tmp_path / "a.bib").write_text(
        "@book{a, author={Xi, Jinping and Kim, Jong Un and {Mao Dun}}, title={Works}}"
    )
    run("import", "a.bib", "--db", database)
    people = json.loads(run("list", "speakers", "--db", database, "--json").stdout)
    assert sorted(one["name"] for one in people) == ["Kim Jong Un", "Mao Dun", "Xi Jinping"]
    again = run("cite", "a", "--format", "bibtex", "--db", database).stdout
    assert "{Xi, Jinping and Kim, Jong Un and {Mao Dun}}" in again
    assert "0 added, 1 known" in run("import", "a.bib", "--db", database).stdout
