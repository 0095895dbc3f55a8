"""What a draft hides, code and comments, is no text of it; what only looks so, is."""

import pytest

from onrecord.check import latex, markdown
from onrecord.errors import InputError


@pytest.mark.parametrize(
    ("source", "text"),
    [
        ("Say `“no”` here.", "Say  here."),
        ("Say ``a ` b`` here.", "Say  here."),
        ("Say ``a` here.", "Say ``a` here."),
        ("Say `a``b` here.", "Say  here."),
        ("Say `a here.\n\nAnd b` there.", "Say `a here.\n\nAnd b` there."),
        (r"Say \`a` here.", "Say `a` here."),
        ("Say <!-- “no”\nor `x --> here.", "Say  here."),
        ("Say <!-- and go on.", "Say <!-- and go on."),
        ("Say <!-- a <!-- b --> here -->.", "Say  here -->."),
        ("[say `x` so](https://a.example) and `y`", "say  so and"),
    ],
)
def test_code_and_comments(source: str, text: str) -> None:
    assert markdown.read(source).text.strip() == text


def test_runs_of_backticks_that_nothing_closes_are_text() -> None:
    source = "".join("a" + "`" * length for length in range(200))
    assert markdown.read(source).text.strip() == source


def test_latex_nests_quotations_a_hundred_deep_at_the_most() -> None:
    deep = r"\begin{quote}" * 100 + "The pier will hold." + r"\end{quote}" * 100
    assert "The pier will hold." in latex.read(deep).text
    with pytest.raises(InputError, match="too deeply"):
        latex.read(r"\begin{quote}" + deep)
