"""What is planted in a database is found, one by one; planted.toml says what and why."""

import json
import shutil
import tomllib
from collections.abc import Callable
from pathlib import Path
from subprocess import CompletedProcess
from typing import Any

import pytest

from onrecord.db.reader import Reader
from onrecord.doctor.examine import faults
from onrecord.views.claim import debate_on
from onrecord.views.trace import Trace, trace
from onrecord.views.variants import all_variants, variants_of
from onrecord.views.whosaid import who_said

PLANTED: dict[str, list[dict[str, Any]]] = tomllib.loads(
    Path(__file__).with_name("planted.toml").read_text(encoding="utf-8")
)
Run = Callable[..., CompletedProcess[str]]


def planted(kind: str) -> pytest.MarkDecorator:
    return pytest.mark.parametrize("wanted", PLANTED[kind], ids=lambda one: one.get("what") or one["key"])


def test_it_is_as_large_as_it_says(reader: Reader) -> None:
    assert int(reader.value("SELECT count(*) FROM statements")) >= 60
    assert int(reader.value("SELECT count(*) FROM sources")) >= 12
    assert {"Latn", "Cyrl", "Hang", "Arab", "Hani"} <= set(
        reader.column("SELECT DISTINCT script FROM speaker_names")
    )


def test_nothing_is_wrong_with_it(harbour: Path) -> None:
    assert faults(harbour) == []


@planted("whosaid")
def test_whosaid(reader: Reader, wanted: dict[str, Any]) -> None:
    found = who_said(reader, wanted["typed"])
    if "key" not in wanted:
        assert not any(one.confident for one in found)
        return
    [sure, *_] = found
    assert sure.confident
    assert sure.first.key == wanted["key"]
    assert [one.speaker.slug for one in sure.people] == wanted["people"]
    by_slug = {one.speaker.slug: one for one in sure.people}
    for slug, status in wanted.get("statuses", {}).items():
        assert [one for one, _ in by_slug[slug].statuses] == [status]
    for slug, citekey in wanted.get("earliest", {}).items():
        assert by_slug[slug].first.source.citekey == citekey


@planted("variants")
def test_variants(reader: Reader, wanted: dict[str, Any]) -> None:
    found = variants_of(reader, wanted["key"])
    assert found.known.key == wanted["known"]
    by_key = {one.quote.key: one for one in found.variants}
    assert by_key.keys() == set(wanted["others"])
    for key, told in wanted.get("changes", {}).items():
        assert {one.told for one in by_key[key].reworded.changes} >= set(told)
    for key in wanted.get("sharpened", ()):
        assert by_key[key].reworded.sharpened
    for key, kind in wanted.get("linked", {}).items():
        assert by_key[key].linked == kind


def test_all_variants_are_those_that_were_planted_and_no_others(reader: Reader) -> None:
    found = {one.known.key: {other.quote.key for other in one.variants} for one in all_variants(reader)}
    assert found == {one["known"]: set(one["others"]) for one in PLANTED["variants"] if one["others"]}


@planted("trace")
def test_trace(reader: Reader, wanted: dict[str, Any]) -> None:
    found = trace(reader, wanted["key"])
    by_source = {one.source: one for one in found.occurrences}
    assert found.origins.sources == wanted["sources"]
    named = [one.speaker.slug if one.speaker else one.citekey for one in found.origins.origins]
    assert sorted(map(str, named)) == sorted(wanted["origins"])
    assert {_source(ref) for ref in found.first} == set(wanted["first"])
    for citekey, bounds in wanted.get("bounds", {}).items():
        assert [by_source[citekey].earliest, by_source[citekey].latest] == bounds
    for citekey in wanted.get("undated", ()):
        assert by_source[citekey].earliest is by_source[citekey].latest is None
    assert [set(one) for one in found.circles] == ([set(wanted["circle"])] if "circle" in wanted else [])
    circular = set(wanted.get("circle", ()))
    assert {_source(one.ref) for one in found.too_early} - circular == set(wanted.get("too_early", ()))
    _firmer(found, wanted.get("firmer", {}))


@planted("claims")
def test_claims(reader: Reader, wanted: dict[str, Any]) -> None:
    debate = debate_on(reader, wanted["key"])
    balance = debate.balance
    assert balance.open is wanted["open"]
    assert balance.disagreeing is wanted.get("disagree", False)
    for side in balance.sides:
        there = {
            name: wanted.get(name, {}).get(side.stance)
            for name in ("unnamed", "earliest", "from_other_claims")
        }
        assert side.statements == wanted.get("statements", {}).get(side.stance, 0)
        assert side.unsaid == wanted.get("unsaid", {}).get(side.stance, 0)
        assert len(side.origins.origins) == wanted.get("origins", {}).get(side.stance, 0)
        assert set(side.unnamed) == set(there["unnamed"] or ())
        assert there["earliest"] in (None, side.earliest and side.earliest.ref)
        assert [one.claim for one in side.bearings] == (there["from_other_claims"] or [])
        in_all = wanted.get("in_all", wanted.get("origins", {}))
        assert len(side.in_all.origins) == in_all.get(side.stance, len(side.origins.origins))
    assert {one.key: one.opposed for one in debate.alike}.items() >= wanted.get("alike", {}).items()


def test_the_commands_tell_the_balance(harbour: Path, run: Run) -> None:
    told = run("--db", harbour, "show", "c-debtispaid").stdout
    assert "on unnamed sources alone: all of it" in told and "Verdicts (2): they disagree" in told
    assert "also: c-debtisopen (contradicts) is asserted in 2 statements" in told
    assert "False, 1 on a scale from 1 to 5 (0%)" in told
    unsettled = run("--db", harbour, "list", "claims", "--open").stdout
    every = run("--db", harbour, "list", "claims").stdout
    assert {line.split("\t")[0] for line in every.splitlines()} - {
        line.split("\t")[0] for line in unsettled.splitlines()
    } == {"c-dredgerishired"}
    [line] = [line.split("\t") for line in unsettled.splitlines() if line.startswith("c-debtispaid")]
    assert line[1:5] == ["1", "2", "1", "2 : 2 unnamed"]


def test_a_claim_like_another_is_told_when_it_is_added(harbour: Path, tmp_path: Path, run: Run) -> None:
    copy = tmp_path / "copy.db"
    shutil.copy(harbour, copy)
    added = run("--db", copy, "add", "claim", "The harbour is not dredged before the autumn storms.")
    assert "Worded nearly alike: c-dredgedintime" in added.stderr and "opposite" in added.stderr


def test_a_translation_is_cited_with_its_original(harbour: Path, run: Run) -> None:
    told = run("--db", harbour, "cite", "koreankeys")
    assert 0 <= told.stdout.find("Мы никогда не отдадим") < told.stdout.find("우리는 등대의")
    assert "with the original" in told.stderr
    # Once, and in the order that was asked for, where both are named.
    both = run("--db", harbour, "cite", "koreankeys", "russiankeys", "englishkeys").stdout
    assert both.count("Мы никогда не отдадим") == 1 and both.find("우리는") < both.find("Мы никогда")


def test_what_is_exported_keeps_the_links_among_it(harbour: Path, tmp_path: Path, run: Run) -> None:
    def links(*keys: str) -> set[tuple[str, str]]:
        lines = run("--db", harbour, "export", *keys, "--format", "jsonl").stdout.splitlines()
        rows = [json.loads(line) for line in lines]
        return {(row["from"], row["to"]) for row in rows if row["type"] in ("statement_link", "claim_link")}

    assert links("koreankeys", "russiankeys", "bridgesurely") == {("koreankeys", "russiankeys")}
    assert links("koreankeys") == set()
    assert links("c-debtisopen", "c-debtispaid") == {("c-debtisopen", "c-debtispaid")}


def test_the_home_page_tells_namesakes_apart(reader: Reader) -> None:
    pytest.importorskip("jinja2", reason="Jinja is not installed: pip install onrecord[browse]")
    from onrecord.pages import home_page
    from onrecord.publish.host import FileHost

    page = home_page.html(FileHost("Harbour"), home_page.read(reader))
    assert "(ingrid-dahl)" in page and "(ingrid-dahl-2)" in page and "(jon-ask)" not in page


def _firmer(found: Trace, wanted: dict[str, str]) -> None:
    told = {_source(one.ref): one.told for one in found.firmer}
    assert told.keys() == wanted.keys()
    for citekey, words in wanted.items():
        assert told[citekey].startswith(words)


def _source(ref: str) -> str:
    return ref.partition("@")[2].partition(".")[0]
