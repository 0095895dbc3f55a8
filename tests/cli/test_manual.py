"""Pages for man and in Markdown: made from the tables of the commands, and printed as those have it."""

import re
import subprocess
import sys
from pathlib import Path
from unicodedata import normalize

import pytest
from hypothesis import given, settings
from hypothesis import strategies as st
from tools import program

from onrecord.cli import contents
from onrecord.cli.manual import man, roff
from onrecord.cli.page import Page, pages

CHECKOUT = Path(__file__).parents[2]
EVERY = list(pages())
# Bold and underlined as old terminals had it, or in colours.
STYLES = re.compile("\x1b\\[[0-9;]*m|.\x08")


def printed(page: str, width: int = 100) -> str:
    """What groff makes of a page, as text; anything it warns of is an error."""

    done = subprocess.run(
        [program("groff"), "-man", "-Tutf8", "-ww", f"-rLL={width}n"],
        input=page,
        capture_output=True,
        text=True,
        encoding="utf-8",
        check=True,
    )
    assert done.stderr == ""
    # groff takes letters and their marks apart.
    return normalize("NFC", STYLES.sub("", done.stdout))


def words(text: str) -> str:
    return " ".join(text.split())


def test_every_command_has_a_page_and_every_page_prints() -> None:
    paths = {f"{group} {name}".strip() for group, entries in contents.GROUPS.items() for name in entries}
    assert {page.path for page in EVERY} == {"", *paths}
    files = man.files()
    assert len(files) == len(EVERY) + 1
    assert all(page.isascii() for page in files.values())
    told = words(printed("".join(files.values())))
    for page in EVERY:
        assert words(f"{page.name} - {page.summary.rstrip('.')}") in told, page.path
        for paragraph in page.paragraphs:
            assert words(paragraph) in told, page.path
        for _, rows in page.sections:
            for row in rows:
                assert words(f"{', '.join(row.names)} {row.value} {row.about}") in told, row.names


@pytest.mark.parametrize("path", ["search", "edit", "extract", "add quote"])
def test_examples_can_be_copied_off_the_page(path: str) -> None:
    page = next(page for page in EVERY if page.path == path)
    lines = [line.strip() for line in printed(man.text(page, EVERY), width=160).splitlines()]
    assert page.examples
    for example in page.examples:
        assert example in lines


LETTERS = st.characters(
    whitelist_categories=("Lu", "Ll", "Nd", "Po", "Ps", "Pe", "Sm", "Sc"), max_codepoint=0x17F
)


@settings(max_examples=15)
@given(st.lists(st.text(LETTERS | st.sampled_from(".'\\-\"`^~"), min_size=1, max_size=30), max_size=20))
def test_no_text_is_taken_for_a_request(texts: list[str]) -> None:
    page = "\n".join([roff.request("TH", "X", "1"), *roff.as_typed(tuple(texts)), ""])
    told = [line.strip() for line in printed(page, width=200).splitlines() if line.strip()]
    assert told[1:-1] == texts


@pytest.mark.parametrize(
    "text", [".SH NAME", "'br", "\\fBbold", "a\nb", "й ё Ελλά 強 “quoted”", '"', "--db=x"]
)
def test_what_roff_reads_otherwise_is_printed(text: str) -> None:
    page = "\n".join([roff.request("TH", "X", "1"), roff.request("SH", text), roff.escaped(text), ""])
    assert printed(page).count(text.replace("\n", " ")) == 2


def test_pages_are_made_with_nothing_but_python(tmp_path: Path) -> None:
    code = (
        f"import sys; sys.path.insert(0, {str(CHECKOUT)!r}); from onrecord.cli.manual.man import main; main()"
    )
    subprocess.run([sys.executable, "-S", "-E", "-c", code, tmp_path / "man1"], check=True)
    assert {path.name for path in (tmp_path / "man1").iterdir()} == set(man.files())


def test_a_group_says_what_it_holds() -> None:
    add = next(page for page in EVERY if page.path == "add")
    told = printed(man.text(add, EVERY))
    assert "onrecord add quote" in told
    assert "onrecord-add-quote(1)" in told
    assert isinstance(add, Page)
