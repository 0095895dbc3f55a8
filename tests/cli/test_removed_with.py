"""What goes with a speaker or a statement is named, and a table's own headings are understood."""

from pathlib import Path

from conftest import Run

HEAD = "quote,speaker,source_title\n"


def test_offices_and_tags_that_go_are_named(run: Run, database: Path, tmp_path: Path) -> None:
    table = tmp_path / "q.csv"
    table.write_text(HEAD + "We never sail,Bo Quist,The Tides\n")
    run("import", table, "--db", database)
    key = run("search", "sail", "--db", database).stdout.split("\t")[0]
    run("add", "tag", key, "harbour", "--db", database)
    run("add", "office", "bo-quist", "Minister of Ports", "--db", database)
    gone = run("rm", "speaker", "bo-quist", "--cascade", "--yes", "--db", database).stdout
    assert f"tag harbour of {key}" in gone and "office bo-quist/Minister of Ports" in gone


def test_a_table_with_the_title_of_the_source_alone(run: Run, database: Path, tmp_path: Path) -> None:
    table = tmp_path / "q.csv"
    table.write_text(HEAD + "We never sail,Bo Quist,The Tides\nAnd never fish,Bo Quist,The Tides\n")
    run("import", table, "--db", database)
    assert run("list", "sources", "--db", database).stdout.startswith("the-tides\t\t\tThe Tides")


def test_a_record_without_a_date_says_which_source_it_may_be(
    run: Run, database: Path, tmp_path: Path
) -> None:
    text, library = tmp_path / "report.txt", tmp_path / "lib.bib"
    text.write_text(
        "The Quay Report\nBy Ida Lund, 5 March 2024\n\n“The quay is open,” Ann Lee said on Monday.\n"
    )
    library.write_text("@article{a, author={Lund, Ida}, title={The Quay Report}}\n")
    run("add", "source", text, "--db", database)
    assert (
        "lund-2024 may be the same work: this one tells no date"
        in run("import", library, "--db", database).stdout
    )
