"""`onrecord clip`: a link to a selection becomes a quotation, or waits for a review; one that points nowhere, nothing."""

import json
from pathlib import Path

import pytest
from conftest import Run

PAGE = """<html><head><title>Bridge repairs</title></head><body><article><h1>Bridge repairs</h1>
<p>The town council met on Tuesday to talk about the old bridge, which was closed in spring after cracks were found.</p>
<p>“I took nothing from the builders,” Ida Berg said. Jonas Weir said that the repair would cost 84 million.</p>
<p>Later Ida Berg said again: “I took nothing from the builders, and nobody offered it.”</p>
<p>Мэр сказала: «Мост откроют весной, не раньше», и ушла.</p></article></body></html>"""
SITE = "https://news.example/bridge"


@pytest.fixture
def saved(run: Run, tmp_path: Path) -> Path:
    run("init")
    page = tmp_path / "saved.html"
    page.write_text(PAGE)
    return page


def test_a_passage_is_recorded_at_its_very_place(run: Run, saved: Path) -> None:
    link = f"{SITE}#:~:text=again%3A%20%E2%80%9C-,I%20took%20nothing%20from%20the%20builders,-%2C%20and"
    told = run("clip", link, "--by", "Ida Berg", "--new-speaker", "--file", saved, "--citekey", "bridge")
    assert "Added source bridge" in told.stdout and "I took nothing from the builders" in told.stdout
    [quote] = json.loads(run("list", "quotes", "--json").stdout)
    assert quote["url"] == SITE and quote["locator"] == "4" and quote["form"] == "direct"
    assert quote["check_result"] == "exact" and run("verify", "--all")
    # The page is stored now, and is not fetched again.
    again = run("clip", link, "--by", "berg")
    assert "Nothing added" in again.stdout
    [more] = json.loads(
        run("clip", f"{SITE}?utm_source=x#:~:text=I%20took,builders", "--by", "berg", "--json").stdout
    )
    assert not more["created"] and more["quotes"][0]["locator"] == "3"


def test_a_source_without_a_text_gets_the_page(run: Run, saved: Path) -> None:
    run("add", "source", "--title", "The bridge", "--citekey", "weir")
    link = f"{SITE}#:~:text=the%20repair%20would%20cost%2084%20million"
    run(
        "clip", link, "--in", "weir", "--file", saved, "--by", "Jonas Weir", "--new-speaker", "--said", "2024"
    )
    [quote] = json.loads(run("list", "quotes", "--json").stdout)
    assert (quote["source"], quote["form"], quote["said"]) == ("weir", "indirect", "2024")
    assert run("clip", link, "--said", "2024", code=2).stderr.count("--by") == 1


def test_several_passages_and_several_lines(run: Run, saved: Path) -> None:
    both = f"{SITE}#:~:text=Мост%20откроют%20весной&text=не%20раньше"
    [done] = json.loads(
        run("clip", both, "--by", "Мэр", "--new-speaker", "--file", saved, "--citekey", "b", "--json").stdout
    )
    assert [one["text"] for one in done["quotes"]] == ["Мост откроют весной", "не раньше"]
    lines = f"{SITE}#:~:text=nobody%20offered%20it\n\n{SITE}#:~:text=never%20there\n{SITE}#:~:text=closed%20in%20spring\n"
    told = run("clip", "-", "--by", "Ann Lee", "--new-speaker", input=lines, code=1)
    assert "1 of 3 could not be clipped" in told.stderr and "'never there' stands nowhere" in told.stderr
    assert len(json.loads(run("list", "quotes", "--json").stdout)) == 4


def test_without_a_speaker_it_waits_for_a_review_with_what_the_text_says(run: Run, saved: Path) -> None:
    [done] = json.loads(
        run("clip", f"{SITE}#:~:text=nothing%20from", "--file", saved, "--citekey", "bridge", "--json").stdout
    )
    [proposal] = done["proposals"]
    assert proposal["speaker"] == "Ida Berg" and proposal["text"] == "I took nothing from the builders"
    told = run("clip", f"{SITE}#:~:text=closed%20in%20spring")
    assert "closed in spring" in told.stdout and "onrecord review bridge" in told.stderr
    assert [one["state"] for one in json.loads(run("review", "--json").stdout)["proposals"]] == [
        "open",
        "open",
    ]
    assert json.loads(run("list", "quotes", "--json").stdout) == []


NOWHERE = [
    (f"{SITE}#:~:text=nobody%20ever%20said%20this", "stands nowhere in the text"),
    (f"{SITE}#:~:text=uilder", "stands nowhere"),
    (f"{SITE}#:~:text=%E2%80%9C", "stands nowhere"),
    (SITE, "points to no words"),
    (f"{SITE}#:~:text=a,b,c", "points to no words"),
    ("ftp://news.example/#:~:text=a", "not a web address"),
    ("\x1b[31mhttps://x#:~:text=a", "not a web address"),
]


def test_what_points_nowhere_writes_nothing(run: Run, saved: Path) -> None:
    for link, told in NOWHERE:
        said = run("clip", link, "--by", "Ann Lee", "--new-speaker", "--file", saved, code=1).stderr
        assert told in said and len(said.strip().splitlines()) == 1 and "\x1b" not in said
    assert [json.loads(run("list", one, "--json").stdout) for one in ("sources", "quotes", "speakers")] == [
        []
    ] * 3
