"""A file of quotations in one command: which, in what order, under which headings, in which format."""

import zipfile
from pathlib import Path

import pytest
from conftest import Prepared, Run

MARGARET = "“We sail at dawn,” Margaret Ellingham said, The Eastport Courier reported on 14 March 2024."


@pytest.fixture
def courier(run: Run, prepared: Prepared) -> Run:
    prepared(_three_quotations)
    return run


def _three_quotations(run: Run, folder: Path) -> None:
    run("init")
    run(
        "add", "source", "--title", "Harbour vote", "--container", "The Eastport Courier", "--date", "2024-03-14",
        "--url", "https://courier.example/vote", "--type", "article-newspaper", "--author", "Ann Lee", "--citekey", "lee-2024",
    )  # fmt: skip
    run(
        "add",
        "source",
        "--title",
        "Tides",
        "--author",
        "Olof Ek",
        "--date",
        "1962",
        "--type",
        "book",
        "--citekey",
        "ek-1962",
    )
    run("add", "quote", "We sail at dawn.", "--by", "Margaret Ellingham", "--new-speaker", "--in", "lee-2024")
    run("add", "quote", "The harbour will close.", "--form", "indirect", "--by", "A senior official", "--new-speaker", "--unnamed", "--in", "lee-2024")  # fmt: skip
    run("add", "quote", "The sea keeps books.", "--by", "Olof Ek", "--in", "ek-1962")


@pytest.mark.parametrize("end", ["docx", "odt", "rtf", "html", "md", "txt", "tex"])
def test_every_quotation_stands_in_a_real_file_of_its_kind(courier: Run, tmp_path: Path, end: str) -> None:
    told = courier("cite", "--all", "--group-by", "speaker", "-o", f"quotes.{end}")
    assert "3 quotations." in told.stderr
    path = tmp_path / f"quotes.{end}"
    if end in ("docx", "odt"):
        text = zipfile.ZipFile(path).read("word/document.xml" if end == "docx" else "content.xml").decode()
    else:
        text = path.read_text("utf-8")
    for words in (
        "We sail at dawn.",
        "The harbour will close.",
        "The sea keeps books.",
        "Quotations",
        "Sources",
    ):
        assert words.split()[-1] in text, words
    assert "exists already" in courier("cite", "--all", "-o", f"quotes.{end}", code=1).stderr


def test_a_file_of_an_unknown_kind_is_refused_with_the_kinds_there_are(courier: Run, tmp_path: Path) -> None:
    said = courier("cite", "--all", "-o", "quotes.xyz", code=2).stderr
    assert "docx, odt, bibtex" in said and not (tmp_path / "quotes.xyz").exists()


def test_conditions_choose_and_headings_group(courier: Run) -> None:
    assert "The sea" not in courier("cite", "--in", "lee-2024").stdout
    assert "We sail" not in courier("cite", "--by", "Olof Ek").stdout
    assert "The sea" not in courier("cite", "--since", "2000").stdout
    by_date = courier("cite", "--all", "--group-by", "date", "--format", "markdown").stdout
    assert by_date.index("## 1962") < by_date.index("## 14 March 2024") < by_date.index("## Sources")
    by_source = courier("cite", "--all", "--group-by", "source", "--format", "markdown").stdout
    assert "## “Harbour vote”, The Eastport Courier, 14 March 2024" in by_source
    assert "leave out KEYs" in courier("cite", "ek-1962", "--all", code=2).stderr
    assert "is nothing to group by" in courier("cite", "--all", "--group-by", "colour", code=2).stderr
    assert "--as document" in courier("cite", "--all", "--group-by", "date", "--format", "ris", code=2).stderr
    assert "No quotation on record fits that." in courier("cite", "--since", "2030", code=1).stderr


def test_news_is_a_style_with_the_source_as_a_link(courier: Run) -> None:
    said = courier("cite", "--all", "--style", "news", "--format", "markdown").stdout
    linked = MARGARET.replace("The Eastport Courier", "[The Eastport Courier](https://courier.example/vote)")
    assert linked in said
    assert "The harbour will close, a senior official said" in said
    assert "“The sea keeps books,” Olof Ek wrote in Tides in 1962." in said
    key = courier("search", "sail").stdout.split()[0]
    assert courier("cite", key, "--style", "news").stdout == f"{MARGARET} https://courier.example/vote\n"


def test_a_source_is_cited_by_its_citekey(courier: Run) -> None:
    assert courier("cite", "ek-1962").stdout == "Ek, O. (1962). Tides.\n"
    assert courier("cite", "@ek-1962", "--format", "bibtex").stdout.startswith("@book{ek-1962,")
    assert "Nothing to cite is called 'x'" in courier("cite", "@x", code=1).stderr
    assert "Did you mean ek-1962?" in courier("cite", "ek-196", code=1).stderr
    assert "--by olof-ek" in courier("cite", "olof-ek", code=1).stderr
    assert "is a source" in courier("cite", "ek-1962", "--as", "note", code=2).stderr


def test_a_work_that_a_style_lists_nowhere_is_listed_as_it_is_cited_alone(courier: Run) -> None:
    courier("add", "source", "--title", "The vote", "--author", "Ann Lee", "--date", "2024-03-14", "--type", "document", "--citekey", "lee-vote")  # fmt: skip
    assert (
        courier("cite", "lee-vote", "--style", "Chicago").stdout == "Ann Lee, “The Vote,” March 14, 2024.\n"
    )
    courier("add", "quote", "No.", "--by", "Olof Ek", "--in", "lee-vote", "--locator", "4")
    listed = courier("cite", "--in", "lee-vote", "--style", "chicago", "--as", "bibliography").stdout
    assert listed == "Ann Lee, “The Vote,” March 14, 2024.\n"


def test_news_is_a_style_in_any_case(courier: Run) -> None:
    assert (
        courier("cite", "--all", "--style", "News").stdout
        == courier("cite", "--all", "--style", "news").stdout
    )


def test_nothing_found_is_nothing_to_cite(courier: Run) -> None:
    assert "nothing was found there" in courier("cite", "-", input="", code=1).stderr
