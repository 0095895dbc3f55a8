"""Statements worded nearly alike are found and grouped, and what each changed is named."""

import json
from collections.abc import Callable
from pathlib import Path
from subprocess import CompletedProcess

import pytest
from factories import new_database, quote, source
from hypothesis import given
from hypothesis import strategies as st

from onrecord.db.store import reading, writing
from onrecord.matching.reworded import reworded
from onrecord.statements.alike import least_share, share_of
from onrecord.statements.links import link_statements
from onrecord.views.variants import all_variants, variants_of

Run = Callable[..., CompletedProcess[str]]
KNOWN = "We will perhaps rebuild the old bridge in 14 months if the council agrees to pay"
SHARPER = "We will rebuild the old bridge in 40 months"
NEGATED = "We will not rebuild the old bridge in 14 months if the council agrees to pay"
OTHERS = (
    "The ferry company has paid its debts to the town in full",
    "Every pilot of this coast knows that the charts are forty years old",
    "The fog lifts when it lifts, and the council knows it",
)


@pytest.fixture
def filled(tmp_path: Path) -> tuple[Path, dict[str, str]]:
    path = tmp_path / "onrecord.db"
    new_database(path)
    keys = {}
    with writing(path, "fill") as store:
        source(store, None, title="The Courier", citekey="courier-2020", issued="2020")
        source(store, None, title="The Wire", citekey="wire-2021", issued="2021")
        keys[SHARPER] = quote(store, SHARPER, source="wire-2021").quote.key
        keys[KNOWN] = quote(store, KNOWN, source="courier-2020").quote.key
        quote(store, KNOWN, source="wire-2021")
        keys[NEGATED] = quote(store, NEGATED, "Mara Lind", source="wire-2021").quote.key
        keys["denied"] = quote(
            store, "We will surely rebuild the old bridge in 14 months if the council pays", "Olof Ek",
            source="wire-2021", form="indirect", polarity="denied",
        ).quote.key  # fmt: skip
        for text in OTHERS:
            quote(store, text, "Olof Ek", source="courier-2020")
    return path, keys


def test_variants_stand_beside_the_best_known_wording(filled: tuple[Path, dict[str, str]]) -> None:
    path, keys = filled
    with writing(path, "link") as store:
        link_statements(store, keys[SHARPER], keys[KNOWN], "variant_of")
    with reading(path) as store:
        found = variants_of(store, keys[SHARPER])
        [group] = all_variants(store)
    assert group == found or {one.quote.key for one in group.variants} == {
        one.quote.key for one in found.variants
    }
    assert found.known.key == keys[KNOWN]  # which two sources have
    by_key = {one.quote.key: one for one in found.variants}
    assert by_key.keys() == {keys[SHARPER], keys[NEGATED], keys["denied"]}
    sharper = by_key[keys[SHARPER]]
    assert sharper.linked == "variant_of"
    assert sharper.reworded.sharpened
    assert {(one.kind, one.how, one.words) for one in sharper.reworded.changes} >= {
        ("hedge", "dropped", ("perhaps", "if")),
        ("figure", "changed", ("14 → 40",)),
    }
    assert ("negation", "added") in {(one.kind, one.how) for one in by_key[keys[NEGATED]].reworded.changes}
    assert by_key[keys["denied"]].diff.startswith("denied: ")


@pytest.mark.parametrize(
    ("known", "other", "told"),
    [
        ("We will sell it", "We will not sell it", {"negation added: not"}),
        ("Wir werden vielleicht 20 Prozent einsparen", "Wir werden 20 Prozent einsparen", {"hedge or condition dropped: vielleicht"}),
        ("Мы не отдадим ключи", "Мы отдадим ключи", {"negation dropped: не"}),
        ("Nous ne vendrons jamais le port", "Nous vendrons le port", {"negation dropped: ne, jamais"}),
        ("Ils ont perdu 40 bateaux", "Ils ont perdu des bateaux", {"figure dropped: 40"}),
        ("The sale was legal", "The sale was illegal", {"opposite changed: illegal"}),
        ("The same words", "the same words.", set()),
    ],
)  # fmt: skip
def test_what_bears_on_the_sense_is_named(known: str, other: str, told: set[str]) -> None:
    assert {one.told for one in reworded(known, other).changes} == told


@given(st.lists(st.sampled_from("ship crew port fog night tide pilot chart".split()), max_size=9),
       st.lists(st.sampled_from("ship crew port fog night tide pilot chart".split()), max_size=9))  # fmt: skip
def test_a_diff_gives_both_wordings_back(here: list[str], there: list[str]) -> None:
    diff = reworded(" ".join(here), " ".join(there)).diff
    assert " ".join(part.source for part in diff if part.source).split() == here
    assert " ".join(part.given for part in diff if part.given).split() == there
    assert all((part.kind == "same") == (part.source == part.given) for part in diff)


def test_the_command(filled: tuple[Path, dict[str, str]], run: Run) -> None:
    path, keys = filled
    lines = run("--db", path, "variants", keys[KNOWN]).stdout.splitlines()
    by_key = {line.split("\t")[1]: line.split("\t") for line in lines}
    assert by_key[keys[SHARPER]][5].startswith("sharpened; hedge or condition dropped: perhaps, if")
    assert "{+not+}" in by_key[keys[NEGATED]][6] or "{+not+}" in by_key[keys[NEGATED]][6].replace(
        "-]{+", "-] {+"
    )
    [told] = json.loads(run("--db", path, "variants", "--all", "--json").stdout)
    assert told["key"] == keys[KNOWN] and len(told["variants"]) == 3
    other = json.loads(run("--db", path, "search", "ferry", "--json").stdout)[0]["key"]
    assert "No other statement" in run("--db", path, "variants", other).stderr
    assert "Name a statement" in run("--db", path, "variants", code=2).stderr


def test_frequent_words_in_common_are_chance_among_a_million_statements() -> None:
    short = "we have to wait and see what they do".split()
    other = "they have to see what we do and then wait".split()
    often = dict.fromkeys((*short, *other), 150_000)
    assert share_of(short, other, often, 1_000_000) == 0.0
    rare = "the lockkeeper drained both basins before the regatta".split()
    retold = "before the regatta the lockkeeper had drained both basins".split()
    seldom = {word: 150_000 if word in ("the", "before", "had", "both") else 40 for word in (*rare, *retold)}
    assert share_of(rare, retold, seldom, 1_000_000) >= least_share(1_000_000)
