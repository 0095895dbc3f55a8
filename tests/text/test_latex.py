"""LaTeX in Unicode: what bibliographies hold, and exactly what onrecord's own writer escaped."""

import pytest
from cite.nasty import NASTY
from hypothesis import example, given
from hypothesis import strategies as st

from onrecord.cite.bibtex import escaped
from onrecord.cite.csl import clean
from onrecord.text.latex import decode, verbatim


@pytest.mark.parametrize(
    ("written", "said"),
    [
        (r"F{\"o}g, F\"og, F{\"{o}}g, F\"{o}g", "Fög, Fög, Fög, Fög"),
        (r"na{\"\i}ve \'{\i} \v{s} \v s \c c \k{a} \H{o} \r{a} \d{h}", "naïve í š š ç ą ő å ḥ"),
        (r"\'{\^e}", "ế"),
        (r"{\ss} \o{} \L{}\'od\'z \AE{}r\o \aa \th", "ß ø Łódź Ærøåþ"),
        ("``quoted'' and `this' --- 1--2 ~x", "“quoted” and ‘this’ — 1–2 \u00a0x"),
        ("¿?` !`", "¿¿ ¡"),
        (r"\emph{so \textbf{bold}} {\it old} \enquote{said} \mkbibquote{it}", "so bold old “said” “it”"),
        (r"\url{https://a.example/b_c%20d~e} and \href{https://a.example/\_}{there}",
         "https://a.example/b_c%20d~e and there (https://a.example/_)"),
        (r"$x^2_{i}$ costs 5\$ or \(y\)", r"$x^2_{i}$ costs 5$ or \(y\)"),
        (r"\unknown{thing} and \other", r"\unknown{thing} and \other"),
        (r"50\% \& more\_than \#1 \{set\} \textbackslash{}x", "50% & more_than #1 {set} \\x"),
        (r"The {NASA} {{DNA}} story", "The NASA DNA story"),
        ("unbalanced } and {", "unbalanced  and "),
        ("\\", "\\"),
        (r"accent at the end \'", "accent at the end ´"),
    ],
)  # fmt: skip
def test_what_bibliographies_hold(written: str, said: str) -> None:
    assert decode(written) == said


@pytest.mark.parametrize(
    ("written", "address"),
    [
        (r"\url{https://a.example/b\_c}", "https://a.example/b_c"),
        (r"https://a.example/{\textasciitilde}moe/\#x\%20", "https://a.example/~moe/#x%20"),
        (r"https://a.example/$\sim$moe", "https://a.example/~moe"),
        ("10.1000/{AB_1}", "10.1000/AB_1"),
    ],
)
def test_addresses(written: str, address: str) -> None:
    assert verbatim(written) == address


@pytest.mark.parametrize("text", NASTY)
def test_nasty_texts_come_back(text: str) -> None:
    assert decode(escaped(text)) == clean(text)


@given(st.text() | st.text(alphabet=st.sampled_from("\\{}$%&#_^~'`\"-–!?aëı \n\u202e")))
@example("a \u202e b")
@example("--- -{}- ''` \\'{e}")
def test_what_is_escaped_comes_back(text: str) -> None:
    assert decode(escaped(text)) == clean(text)
    assert clean(clean(text)) == clean(text)


@given(st.text(alphabet=st.sampled_from("\\{}$'`\"^~-!?uvcHk urlhrefemphx\n")))
def test_any_text_is_read(text: str) -> None:
    decode(text)
    verbatim(text)


@pytest.mark.parametrize(
    "piece", ["{a", r"\'{", r"\url{", "$", r"\'", "}", r"\enquote{a", "-", "\\", r"\href{a}{"]
)
def test_what_goes_on_for_ever_costs_no_more_for_being_long(piece: str) -> None:
    # Quadratic work on any of them would take minutes.
    decode(piece * 200_000)


@pytest.mark.parametrize(
    ("written", "title"),
    [
        (r"The \emph{Larus marinus} of \textbf{Vik}", "The <i>Larus marinus</i> of <b>Vik</b>"),
        (r"CO\textsubscript{2} and x\textsuperscript{2}", "CO<sub>2</sub> and x<sup>2</sup>"),
        (r"{\em Old} news of {\sc Nato}", '<i>Old</i> news of <span style="font-variant:small-caps;">Nato</span>'),
        (r"The \em whole of it", "The <i>whole of it</i>"),
        (r"{{Set in \mkbibemph{one {\bf Two}}}}", "Set in <i>one <b>Two</b></i>"),
        (r"\emph Bare", "<i></i>Bare"),
    ],
)  # fmt: skip
def test_the_marks_of_a_title_are_tags(written: str, title: str) -> None:
    assert decode(written, marks=True) == title
