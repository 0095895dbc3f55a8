"""Markup in titles: what bears it in LaTeX, and the letters alone elsewhere."""

import pytest
from cite.factories import quote, source
from hypothesis import given
from hypothesis import strategies as st

from onrecord.cite import cited
from onrecord.cite.bibtex import escaped
from onrecord.text.markup import latex, plain


@pytest.mark.parametrize(
    ("title", "written", "letters"),
    [
        ("On <i>Homo sapiens</i> now", r"On \emph{Homo sapiens} now", "On Homo sapiens now"),
        ("H<sub>2</sub>O and x<sup>2</sup>", r"H\textsubscript{2}O and x\textsuperscript{2}", "H2O and x2"),
        ("<b>A <i>b</i></b> c", r"\textbf{A} \textbf{\emph{b}} c", "A b c"),
        ('The <span class="nocase">iPhone</span>', "The iPhone", "The iPhone"),
        ('<span style="font-variant:small-caps;">Nato</span>', r"\textsc{Nato}", "Nato"),
        ("<EM>Fog</EM>", r"\emph{Fog}", "Fog"),
        ("50 % of <i>fog & tide</i>", r"50 \% of \emph{fog \& tide}", "50 % of fog & tide"),
    ],
)
def test_marks_of_titles(title: str, written: str, letters: str) -> None:
    assert (latex(title, escaped), plain(title)) == (written, letters)


@pytest.mark.parametrize(
    "title", ["a < b > c", "<i>open", "shut</i>", "<script>x</script>", "<a href=x>y</a>", "x <i y"]
)
def test_what_is_no_markup_is_letters(title: str) -> None:
    assert plain(title) == title
    assert latex(title, escaped) == escaped(title)


@given(
    st.lists(
        st.sampled_from(
            ["<i>", "</i>", "<b>", "</b>", "a", " ", "<", "<span class='nocase'>", "</span>", "{", "\\"]
        )
    )
)
def test_no_letter_is_lost_and_braces_are_even(parts: list[str]) -> None:
    title = "".join(parts)
    assert plain(title).count("a") >= parts.count("a")
    written = latex(title, escaped).replace("\\\\", "").replace("\\{", "").replace("\\}", "")
    assert written.count("{") == written.count("}")


GULLS = "Spread of <i>Larus marinus</i> in CO<sub>2</sub>-rich water"


@pytest.mark.parametrize(
    ("format", "shown"),
    [
        ("bibtex", r"Spread of \emph{Larus marinus} in CO\textsubscript{2}-rich water"),
        ("biblatex", r"Spread of \emph{Larus marinus} in CO\textsubscript{2}-rich water"),
        ("ris", "TI  - Spread of Larus marinus in CO2-rich water"),
        ("yaml", "Spread of *Larus marinus* in CO~2~-rich water"),
        ("wikipedia", "|title=Spread of ''Larus marinus'' in CO<sub>2</sub>-rich water"),
        ("tei", ">Spread of Larus marinus in CO2-rich water<"),
        ("jsonld", '"Spread of Larus marinus in CO2-rich water"'),
    ],
)
def test_each_format_says_a_title_in_its_own_way(format: str, shown: str) -> None:
    one = quote("They stayed.", source=source("w1", title=GULLS, type="article-journal"))
    made = cited.cite(
        [one], format=format, as_="citation" if format in ("wikipedia", "tei", "jsonld") else None
    )
    # YAML is JSON's strings: what Markdown escapes stands behind two backslashes.
    assert shown in made.replace("\\\\-", "-").replace(" = ", "="), made
