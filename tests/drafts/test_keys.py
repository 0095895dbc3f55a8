"""Which keys a draft cites, in Markdown as pandoc reads it and in LaTeX."""

import pytest
from hypothesis import given, settings
from hypothesis import strategies as st

from onrecord.drafts.keys import ALL, Key, find, kind_of

MARKDOWN = """---
nocite: '@in-the-head'
---

As @dahl-2024 [p. 3] has it [see @{k7xq2m@ek-2023}, pp. 1--2; -@ek-2023], twice [@dahl-2024], and in a note.[^1]

`[@code]`, write to ane@harbour.example, see [@fig:map], \\@escaped.

    [@block]

[^1]: See [@noted:2020].
"""
LATEX = r"""\documentclass{article}
% \cite{commented} 100\% \cite{after-percent}
\begin{document}
One \cite{dahl-2024}, two \citep[see][12]{ek-2023, noted:2020}, three \parencite*[3]{dahl-2024},
more \autocites(see)()[1]{first}[2]{second} \Textcite{third} \citeauthor{fourth} \nocite{*}
\verb|\cite{verb}| \textcite
  [p. 4]
  {fifth} \recite{no} \cites{sixth}{seventh}
\begin{verbatim}
\cite{verbatim}
\end{verbatim}
\end{document}
"""


def test_markdown() -> None:
    assert find(MARKDOWN, "markdown") == [
        Key("dahl-2024", 5), Key("k7xq2m@ek-2023", 5), Key("ek-2023", 5), Key("noted:2020", 11), Key("in-the-head", 2),
    ]  # fmt: skip


def test_latex() -> None:
    found = find(LATEX, "latex")
    assert [key.name for key in found] == [
        "dahl-2024", "ek-2023", "noted:2020", "first", "second", "third", "fourth", ALL, "fifth", "sixth", "seventh",
    ]  # fmt: skip
    assert {key.name: key.line for key in found if key.name in ("dahl-2024", "fifth", ALL)} == {
        "dahl-2024": 4,
        ALL: 0,
        "fifth": 8,
    }


@pytest.mark.parametrize(
    ("name", "draft", "kind"),
    [
        ("thesis.tex", "plain", "latex"),
        ("notes.md", "\\begin{x}", "markdown"),
        ("Standard input", "% x\n\\documentclass{article}", "latex"),
        ("Standard input", "\\begin{quote}", "latex"),
        ("Standard input", "# Quays", "markdown"),
    ],
)
def test_what_a_draft_is_written_in(name: str, draft: str, kind: str) -> None:
    assert kind_of(name, draft) == kind


@given(st.text(alphabet=st.sampled_from("\\cite{}[]()%,*@ab \n|") | st.characters(), max_size=200))
def test_any_latex_is_read(draft: str) -> None:
    for key in find(draft, "latex"):
        assert key.name in draft and key.name.strip() == key.name != ""


@settings(max_examples=15, deadline=None)
@given(st.text(alphabet=st.sampled_from("[]@-;,:{}`~ab \n") | st.characters(), max_size=80))
def test_any_markdown_is_read(draft: str) -> None:
    assert all(key.line >= 0 for key in find(draft, "markdown"))


@pytest.mark.parametrize(
    "begin", ["\\cite[", "\\cite(", "\\cite{", "\\begin{verbatim}", "\\verb|", "\\\\", "\\cites{a}"]
)
def test_what_never_ends_costs_no_more_for_being_long(begin: str) -> None:
    # Quadratic work on this would take an hour.
    assert len(find(begin * 200_000, "latex")) <= 1
