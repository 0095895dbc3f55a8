"""Many quotations cited each alone, in one run of the engine, read as each does in a run of its own."""

import pytest
from cite.factories import BRANDT, DESPATCH, HNA, MERIDIAN, OKORO, VASSILENKO, by, person, quote, source, via
from cite.nasty import NASTY

from onrecord.cite import cited, styles
from onrecord.cite.formats import rendered
from onrecord.model.records import Quote

TYPES = ("book", "chapter", "interview", "legal_case", "personal_communication", "webpage", "post", "speech")
STYLES = ("apa", "chicago-notes-bibliography", "ieee", "modern-language-association", "nature", "oscola")
SIBLING = person("Jonas Brandt", "Brandt", "Jonas")
WAYS = ("blockquote", "citation", "bibliography")


def quotes(every: bool) -> list[Quote]:
    """Works that a style would tell apart, number, shorten or leave out if it saw them together."""
    same_year = [
        quote(source=source(f"brandt-2021{letter}", title=f"Part {letter}", creators=by(BRANDT)))
        for letter in "abc"
    ]
    return [
        *same_year,
        quote(source=source("others", creators=by(OKORO, BRANDT, VASSILENKO, HNA))),
        quote(source=source("siblings", creators=by(BRANDT, SIBLING))),
        quote(source=source("nobody", creators=(), issued=None, title=None, container_title=None)),
        quote(source=source("old", issued="1850~", creators=by(SIBLING))),
        quote(source=source("brandt-2021a", title="Part a", creators=by(BRANDT)), locator=("page", "3-5")),
        quote(via=(via(HNA, DESPATCH), via(MERIDIAN))),
        *(quote(source=source(f"{kind}-2020", type=kind)) for kind in TYPES[: None if every else 5]),
        *(quote(source=source(f"nasty-{place}", title=title)) for place, title in enumerate(NASTY[: 12 if every else 1])),
    ]  # fmt: skip


@pytest.mark.parametrize("style", STYLES)
def test_each_reads_as_if_it_were_cited_alone(style: str, exhaustive: bool) -> None:
    if not exhaustive and style not in STYLES[:3]:
        pytest.skip("a share of the styles; all with make test-long")
    given = quotes(exhaustive)
    loaded = styles.load(style)
    together = rendered.each_alone(given, loaded)
    assert together == [rendered.rendering([quoted], loaded) for quoted in given]
    ways = cited.citations_alone(given[:1], WAYS, style=style)
    assert ways == [cited.citations(given[:1], WAYS, style=style)]
