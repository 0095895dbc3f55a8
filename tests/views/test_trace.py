"""Where a statement comes from: time, steps, origins, circles, and what became firmer."""

import json
from collections.abc import Callable
from pathlib import Path
from subprocess import CompletedProcess
from typing import Any

import pytest
from factories import new_database, quote, source
from hypothesis import given
from hypothesis import strategies as st
from lxml import etree

from onrecord.db.store import Store, reading, writing
from onrecord.pages.trace_drawing import drawing
from onrecord.statements.fields import RelayFields
from onrecord.statements.links import link_statements
from onrecord.views.trace import Trace, trace
from onrecord.views.trace_days import bounded, is_too_early
from onrecord.views.trace_graph import graphviz, mermaid

Run = Callable[..., CompletedProcess[str]]
SAID = "The mine will be closed before winter"


def told(store: Store, citekey: str, issued: str | None, of: str | None = None, **fields: Any) -> str:
    """A source that gives the statement; its KEY@CITEKEY."""
    source(store, None, title=f"The {citekey}", citekey=citekey, issued=issued)
    text = str(fields.pop("text", SAID))
    return quote(store, text, source=citekey, of=of, **fields).quote.ref


@pytest.fixture
def traced(tmp_path: Path) -> tuple[Path, dict[str, str]]:
    """A paraphrase in an agency's report, which papers made direct; a copy without a date; a linked translation."""
    path = tmp_path / "onrecord.db"
    new_database(path)
    refs = {}
    with writing(path, "fill") as store:
        refs["wire"] = told(store, "wire-2020", "2020-03", form="indirect")
        key = refs["key"] = refs["wire"].partition("@")[0]
        refs["paper"] = told(store, "paper-2020", "2020-04-02", key, quoted_from=refs["wire"])
        refs["copy"] = told(store, "copy-2020", "2020-04-03", key, quoted_from=refs["paper"])
        refs["blog"] = told(store, "blog", None, key)
        refs["other"] = told(
            store, "herald-2021", "2021", text="Die Mine wird vor dem Winter geschlossen", language="de"
        )
        link_statements(store, refs["other"].partition("@")[0], key, "translation_of")
    return path, refs


def found(path: Path, key: str) -> Trace:
    with reading(path) as store:
        return trace(store, key)


def test_occurrences_are_in_time_within_honest_bounds(traced: tuple[Path, dict[str, str]]) -> None:
    path, refs = traced
    result = found(path, refs["key"])
    assert [(one.ref, one.earliest, one.latest) for one in result.occurrences] == [
        (refs["wire"], "2020-03-01", "2020-03-31"),
        (refs["paper"], "2020-04-02", "2020-04-02"),
        (refs["copy"], "2020-04-03", "2020-04-03"),
        (refs["other"], "2021-01-01", "2021-12-31"),
        (refs["blog"], None, None),
    ]
    assert result.first == (refs["wire"],)


def test_steps_and_origins(traced: tuple[Path, dict[str, str]]) -> None:
    path, refs = traced
    result = found(path, refs["key"])
    assert [(one.ref, one.how, one.origin) for one in result.steps] == [
        (refs["paper"], "quoted from", refs["wire"]),
        (refs["copy"], "quoted from", refs["paper"]),
    ]
    assert (result.origins.sources, len(result.origins.origins)) == (5, 3)
    assert result.circles == () and result.too_early == ()


def test_a_paraphrase_that_became_direct_is_told_where_it_did(traced: tuple[Path, dict[str, str]]) -> None:
    path, refs = traced
    firmer = {(one.ref, one.origin, one.recorded): one.told for one in found(path, refs["key"]).firmer}
    assert firmer[refs["paper"], refs["wire"], True] == "a paraphrase became a direct quotation"
    assert (refs["copy"], refs["paper"], True) not in firmer
    assert (refs["other"], refs["wire"], False) in firmer  # nothing says whom it has it from


def test_words_that_came_into_the_marks(tmp_path: Path) -> None:
    path = tmp_path / "onrecord.db"
    new_database(path)
    with writing(path, "fill") as store:
        first = told(store, "wire", "2020", text="The mine “will be closed” before winter", form="mixed")
        key = first.partition("@")[0]
        second = told(
            store, "paper", "2021", key, text="The mine will be closed before winter", quoted_from=first
        )
    [change] = found(path, key).firmer
    assert (change.ref, change.origin) == (second, first)
    assert change.told.startswith("words came into the marks that were outside:") and "winter" in change.told


def test_circles_and_dates_that_cannot_be(tmp_path: Path) -> None:
    path = tmp_path / "onrecord.db"
    new_database(path)
    with writing(path, "fill") as store:
        for citekey, issued in (("a-2020", "2020"), ("b-2021", "2021"), ("c-2022", "2022")):
            source(store, None, citekey=citekey, issued=issued, title=citekey)
        key = ""
        for citekey, cited in (("a-2020", "b-2021"), ("b-2021", "a-2020"), ("c-2022", "a-2020")):
            hop = RelayFields(speaker="Coastal Wire", cited_source=cited)
            made = quote(store, SAID, source=citekey, via=(hop,), of=key or None)
            key = made.quote.key
    result = found(path, key)
    assert [set(one) for one in result.circles] == [{"a-2020", "b-2021"}]
    assert [(one.ref, one.origin) for one in result.too_early] == [(f"{key}@a-2020", f"{key}@b-2021")]
    assert ("through", "Coastal Wire") in {(one.how, one.origin) for one in result.steps}


def test_what_is_quoted_from_another_statement_is_traced_to_it(tmp_path: Path) -> None:
    path = tmp_path / "onrecord.db"
    new_database(path)
    with writing(path, "fill") as store:
        late = told(store, "late", "2023-10-01")
        morning = told(
            store,
            "morning",
            "2023-10-02",
            text="The mine is closed to everybody",
            quoted_from=late,
            unverified=True,
        )
    for ref in (late, morning):
        result = found(path, ref.partition("@")[0])
        assert [one.ref for one in result.occurrences] == [late, morning]
        assert result.first == (late,)


def test_in_a_circle_nobody_is_the_first(tmp_path: Path) -> None:
    path = tmp_path / "onrecord.db"
    new_database(path)
    with writing(path, "fill") as store:
        for citekey, issued in (("anchor", "2022-01"), ("coast", None), ("buoy", "2022-01")):
            source(store, None, citekey=citekey, issued=issued, title=citekey)
        key = ""
        for citekey, cited in (("anchor", "coast"), ("coast", "buoy"), ("buoy", "anchor")):
            hop = RelayFields(speaker="Coastal Wire", cited_source=cited)
            key = quote(store, SAID, source=citekey, via=(hop,), of=key or None).quote.key
    result = found(path, key)
    assert [set(one) for one in result.circles] == [{"anchor", "coast", "buoy"}]
    assert result.first == ()


def test_a_long_chain_has_one_origin(tmp_path: Path) -> None:
    path = tmp_path / "onrecord.db"
    new_database(path)
    with writing(path, "fill") as store:
        ref = told(store, "s0", "2000")
        key = ref.partition("@")[0]
        for number in range(1, 12):
            ref = told(store, f"s{number}", f"{2000 + number}", key, quoted_from=ref)
    result = found(path, key)
    assert (result.origins.sources, len(result.origins.origins)) == (12, 1)
    assert len(result.steps) == 11 and result.circles == ()


def test_drawings_take_hostile_names(tmp_path: Path) -> None:
    path = tmp_path / "onrecord.db"
    new_database(path)
    with writing(path, "fill") as store:
        first = told(store, "wire", "2020", text='A "quoted" ]| --> end\\ #quot; <b>mine</b>')
        told(store, "paper", "2021", first.partition("@")[0], quoted_from=first)
    result = found(path, first.partition("@")[0])
    flow = mermaid(result)
    assert flow.startswith("flowchart TD\n") and "<b>" not in flow and "n0 -->" in flow
    assert all(line.count('"') == 2 for line in flow.splitlines()[1:])
    graph = graphviz(result)
    assert 'A \\"quoted\\" ]| --> end\\\\ #quot;' in graph and graph.endswith("}")


def test_the_command(traced: tuple[Path, dict[str, str]], run: Run) -> None:
    path, refs = traced
    text = run("--db", path, "trace", refs["key"]).stdout
    assert "5 sources, 3 origins" in text and "(first, as far as dates tell)" in text
    assert f"{refs['paper']}  quoted from {refs['wire']}" in text
    document = json.loads(run("--db", path, "trace", refs["key"], "--json").stdout)
    assert document["first"] == [refs["wire"]] and len(document["occurrences"]) == 5
    assert run("--db", path, "trace", refs["key"], "--format", "graphviz").stdout.startswith("digraph")
    assert (
        "not a format of trace" in run("--db", path, "trace", refs["key"], "--format", "pdf", code=2).stderr
    )
    run("--db", path, "trace", "zzzzzzz", code=1)


@given(
    st.lists(
        st.tuples(st.integers(0, 400), st.integers(0, 60), st.booleans(), st.integers(0, 30)),
        min_size=1,
        max_size=12,
    )
)
def test_bounds_keep_to_dates_and_steps(given_: list[tuple[int, int, bool, int]]) -> None:
    days: dict[int, tuple[int | None, int | None, bool]] = {
        at: (None, None, False) if undated else (first, first + length, False)
        for at, (first, length, undated, _) in enumerate(given_)
    }
    steps = [(at, origin % len(days)) for at, (*_, origin) in enumerate(given_) if origin % len(days) != at]
    bounds = bounded(days, steps)
    for at, (first, last, _) in bounds.items():
        before, after, _ = days[at]
        assert before is None or (first is not None and before <= first)
        assert after is None or (last is not None and last <= after)
        assert first is None or last is None or first <= last
    for one, origin in steps:
        earlier, (first, last, _) = bounds[origin][0], bounds[one]
        # Unless the dates contradict the step.
        if (
            earlier is not None
            and last is not None
            and earlier <= last
            and not is_too_early(days[one], days[origin])
        ):
            assert first is not None and earlier <= first


def test_a_drawing_has_a_row_for_each_and_an_arc_for_each_step(traced: tuple[Path, dict[str, str]]) -> None:
    path, refs = traced
    result = found(path, refs["key"])
    drawn = drawing(result)
    assert [row.occurrence.ref for row in drawn.rows] == [one.ref for one in result.occurrences]
    assert [(arc.start, arc.to, arc.firmer) for arc in drawn.arcs] == [(0, 1, True), (1, 2, False)]
    assert all(row.low >= 0 and row.low + row.wide <= 100.01 for row in drawn.rows if row.low is not None)
    assert [row.low is None for row in drawn.rows] == [False, False, False, False, True]
    assert (drawn.begins, drawn.ends) == ("1 March 2020", "31 December 2021")


def test_as_svg_it_is_a_drawing_and_nothing_else(tmp_path: Path, run: Run) -> None:
    path = tmp_path / "onrecord.db"
    new_database(path)
    with writing(path, "fill") as store:
        first = told(
            store, "wire", "-0043-03", text="</text><script>x</script> & \u202eturned", form="indirect"
        )
        told(store, "paper", "2021", first.partition("@")[0], quoted_from=first)
    drawn = run("--db", path, "trace", first.partition("@")[0], "--format", "svg").stdout
    tree = etree.fromstring(drawn.encode())
    assert {etree.QName(one).localname for one in tree.iter()} == {
        "svg",
        "title",
        "style",
        "rect",
        "text",
        "circle",
        "path",
    }
    assert "\u202e" not in drawn and "44 BCE" in drawn
