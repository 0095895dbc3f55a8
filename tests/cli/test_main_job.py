"""The main job as a user does it: every step a process of its own."""

import json
from pathlib import Path

import pytest
from conftest import Prepared, Run
from factories import ARTICLE

BOUGHT = "Nobody who bought a ticket will be left on the pier"


@pytest.fixture
def article(tmp_path: Path) -> Path:
    path = tmp_path / "ferries.txt"
    path.write_text(ARTICLE, encoding="utf-8")
    return path


@pytest.fixture
def started(run: Run, article: Path, prepared: Prepared) -> Run:
    """A database with the article in it, and one quotation."""
    prepared(_with_the_article)
    return run


def _with_the_article(run: Run, folder: Path) -> None:
    (folder / "ferries.txt").write_text(ARTICLE, encoding="utf-8")
    run("init")
    run(
        "add", "source", "ferries.txt", "--title", "Ferries and fog", "--author", "Quist, Berit", "--date", "2024-03-05",
        "--container", "Coastal Weekly", "--type", "article-magazine",
    )  # fmt: skip
    run(
        "add",
        "quote",
        BOUGHT,
        "--by",
        "Ingrid Dahl",
        "--in",
        "quist-2024",
        "--new-speaker",
        "--said",
        "2024-03-04",
    )


def test_the_environment_names_the_database_from_the_first_command_on(run: Run, tmp_path: Path) -> None:
    named = str(tmp_path / "desk.db")
    assert run("init", ONRECORD_DB=named).stdout.split()[-1].endswith("desk.db")
    assert [path.name for path in tmp_path.glob("*.db")] == ["desk.db"]
    assert "There are no speakers on record" in run("list", "speakers", ONRECORD_DB=named).stderr


def only(done: object) -> dict[str, object]:
    told = json.loads(done.stdout)  # type: ignore[attr-defined]
    (record,) = told if isinstance(told, list) else [told]
    assert isinstance(record, dict)
    return record


def test_from_article_to_citation(started: Run) -> None:
    quote = only(started("search", "ticket", "--json"))
    assert quote["speaker"] == "Ingrid Dahl"
    assert (quote["source"], quote["form"], quote["said"]) == ("quist-2024", "direct", "2024-03-04")
    assert (quote["locator_label"], quote["locator"]) == ("paragraph", "2")
    assert quote["check_result"] == "typographic"
    start, end = quote["spans"][0]["start"], quote["spans"][0]["end"]  # type: ignore[index]
    assert ARTICLE[start:end] == quote["exact"] == BOUGHT.replace("the pier", "the\npier")
    key = str(quote["key"])
    shown = started("show", key[:6]).stdout
    assert "»Nobody who bought a ticket will be left on the pier«" in shown
    assert "Ingrid Dahl" in shown and "quist-2024, para. 2" in shown
    assert started("verify", "--all", "-v").stdout.startswith("typographic\t")
    cited = started("cite", key).stdout
    assert "(Dahl, as cited in Quist, 2024, para. 2)" in cited
    assert "Quist, B. (2024, March 5). Ferries and fog. Coastal Weekly." in cited


def test_the_same_again_adds_nothing(started: Run, article: Path) -> None:
    before = started("where", "--json").stdout
    assert "Nothing added" in started("add", "source", article).stdout
    assert "Nothing added" in started("add", "quote", BOUGHT, "--by", "dahl", "--in", "quist-2024").stdout
    assert started("where", "--json").stdout == before


def test_a_second_source_makes_a_second_attribution(started: Run, tmp_path: Path) -> None:
    other = tmp_path / "other.txt"
    other.write_text('"Nobody who bought a ticket will be left on the pier", Dahl told the Wire.\n')
    started("add", "source", other, "--citekey", "wire", "--date", "2024-03-06")
    added = only(started("add", "quote", BOUGHT, "--by", "Dahl", "--in", "wire", "--json"))
    assert (added["new_statement"], added["new_attribution"]) == (False, True)
    shown = json.loads(started("show", str(added["key"]), "--json").stdout)
    assert [one["ref"].partition("@")[2] for one in shown["attributions"]] == ["quist-2024", "wire"]


def test_a_chain_is_kept_in_order_and_cited_as_such(started: Run) -> None:
    added = only(
        started(
            "add", "quote", "would rather close the port than risk a crew", "--by", "the harbour master",
            "--via", "Olof Ek|told", "--via", "Coastal Wire|according to", "--in", "quist-2024", "--new-speaker",
            "--via-kind", "organisation", "--json",
        )
    )  # fmt: skip
    assert [(hop["speaker"], hop["cue"]) for hop in added["via"]] == [  # type: ignore[attr-defined]
        ("Olof Ek", "told"), ("Coastal Wire", "according to"),
    ]  # fmt: skip
    assert "as cited in Quist, 2024, para. 3" in started("cite", str(added["key"])).stdout
    mla = started("cite", str(added["key"]), "--style", "modern-language-association").stdout
    assert "(qtd. in Quist, par. 3)" in mla


def test_a_wording_that_is_not_there(started: Run) -> None:
    words = (
        "add",
        "quote",
        "Everybody who bought a ticket will be left on the quay",
        "--by",
        "Dahl",
        "--in",
        "quist-2024",
    )
    refused = started(*words, code=1)
    assert "does not stand in the stored text" in refused.stderr
    assert "{+Everybody+} who bought a ticket will be left on the" in refused.stderr
    recorded = only(started(*words, "--unverified", "--json"))
    assert recorded["check_result"] == "altered"
    assert "altered" in started("verify", str(recorded["key"]), code=1).stdout
    assert "--force" in started("cite", str(recorded["key"]), code=1).stderr
    assert "[wording not verified: altered]" in started("cite", str(recorded["key"]), "--force").stdout
    assert started("search", "--unverified", "--count").stdout == "1\n"


def test_nobody_is_guessed(started: Run) -> None:
    unknown = started("add", "quote", "Nobody asked us", "--by", "Dahll", "--in", "quist-2024", code=1)
    assert "Did you mean ingrid-dahl" in unknown.stderr and "--new-speaker" in unknown.stderr
    started("add", "speaker", "Dahl, Torsten")
    several = started("add", "quote", "Nobody asked us", "--by", "Dahl", "--in", "quist-2024", code=1)
    assert "ingrid-dahl (Ingrid Dahl)" in several.stderr and "torsten-dahl" in several.stderr
    started("add", "quote", "Nobody asked us", "--by", "torsten-dahl", "--in", "quist-2024")


def test_namesakes_and_look_alikes_are_never_taken_for_one(started: Run) -> None:
    started("add", "speaker", "Otto II")
    unknown = started("add", "quote", "Nobody asked us", "--by", "Otto III", "--in", "quist-2024", code=1)
    assert unknown.stderr.startswith("Error: There is no speaker 'Otto III' (Did you mean otto-ii?)")
    for verb in (
        ("search", "--by", "Otto der Dritte"),
        ("merge", "Otto the Third", "ingrid-dahl"),
        ("merge", "ingrid-dahl", "Otto Trois"),
    ):
        assert "(Did you mean otto-ii?)" in started(*verb, code=1).stderr
    started("add", "speaker", "Otto the Third")
    merged = started("merge", "otto-the-third", "Otto II", "--dry-run")
    assert "Otto the Third and Otto II are told apart by a number" in merged.stderr
    odd = started("add", "quote", "Nobody asked us", "--by", "Ingrid Dаhl", "--in", "quist-2024", code=1)
    assert "'Ingrid Dаhl' (Did you mean ingrid-dahl?). “Dаhl” mixes Cyrillic and Latin letters" in odd.stderr
    added = started("add", "speaker", "Ingrid Dаhl")
    assert added.stdout == "Added speaker ingrid-dahl-2: Ingrid Dаhl\n"
    assert "The name is kept as printed and matches no other spelling" in added.stderr
    started(
        "add", "source", "--type", "book", "--title", "Quays", "--author", "Lee, Ann, III", "--citekey", "one"
    )
    started(
        "add", "source", "--type", "book", "--title", "Piers", "--author", "Lee, II, Ann", "--citekey", "two"
    )
    listed = started("list", "speakers").stdout
    assert "Ann Lee II\n" in listed and "Ann Lee III\n" in listed


def test_unnamed_sources_stay_apart(started: Run) -> None:
    def add(text: str) -> dict[str, object]:
        return only(
            started(
                "add",
                "quote",
                text,
                "--by",
                "a deckhand",
                "--new-speaker",
                "--unnamed",
                "--in",
                "quist-2024",
                "--json",
            )
        )

    assert add("Nobody asked us")["speaker_slug"] == "a-deckhand"
    assert add("Nobody ever asks us.")["speaker_slug"] == "a-deckhand-2"
    assert add("Nobody asked us")["new_attribution"] is False
    refused = started("add", "quote", "Nobody ever", "--by", "a deckhand", "--in", "quist-2024", code=1)
    assert "There is no speaker" in refused.stderr


def test_claims(started: Run) -> None:
    key = str(only(started("search", "ticket", "--json"))["key"])
    first = str(only(started("add", "claim", "The ferry takes everybody.", "--json"))["key"])
    second = str(only(started("add", "claim", "The ferry leaves people behind.", "--json"))["key"])
    started("link", first, second, "--contradicts")
    started("stance", key, first, "--asserts", "--note", "ticket holders only")
    shown = json.loads(started("show", first, "--json").stdout)
    assert [one["key"] for one in shown["asserts"]] == [key]
    assert shown["links"][0]["claim"] == second
    assert "needed by" in started("rm", second, code=1).stderr
    started(
        "verdict",
        first,
        "False",
        "--by",
        "Harbour Facts",
        "--rating",
        "1",
        "--worst",
        "1",
        "--best",
        "5",
        "--new-speaker",
    )
    assert "Harbour Facts: False, 1 on a scale from 1 to 5" in started("show", first).stdout
    started("verdict", first, "--by", "Harbour Facts", "--none")
    assert "Harbour Facts" not in started("show", first).stdout
    assert "takes a stance" in started("rm", key, code=1).stderr


def test_edit_tag_remove_and_undo(started: Run) -> None:
    key = str(only(started("search", "ticket", "--json"))["key"])
    started("tag", key, "ferries", "fog")
    started("edit", key, "--status", "disputed", "--reason", "the mayor denies it", "--locator", "p. 3")
    edited = only(started("search", "--tag", "fog", "--status", "disputed", "--json"))
    assert (edited["locator_label"], edited["locator"], edited["tags"]) == ("page", "3", ["ferries", "fog"])
    for style in ("apa", "chicago-notes-bibliography", "modern-language-association"):
        assert "the mayor denies it" in started("cite", key, "--style", style).stdout
    for format_ in ("bibtex", "ris", "csljson"):
        assert "the mayor denies it" in started("cite", key, "--format", format_).stdout
    assert "Would remove statement" in started("rm", key, "--dry-run").stdout
    started("rm", key)
    assert started("search", "ticket").stdout == ""
    started("undo")
    assert only(started("search", "ticket", "--json")) == edited | {
        "score": only(started("search", "ticket", "--json"))["score"],
        "snippet": only(started("search", "ticket", "--json"))["snippet"],
    }
    assert "onrecord rm" in started("history").stdout


def test_drift_is_reported(started: Run, tmp_path: Path) -> None:
    later = tmp_path / "later.txt"
    later.write_text(ARTICLE.replace("will be left", "will stay"), encoding="utf-8")
    assert "Stored copy 2" in started("add", "snapshot", "quist-2024", later).stdout
    drifted = started("verify", "--in", "quist-2024", "--json", code=1)
    (check,) = json.loads(drifted.stdout)
    assert (check["check_result"], check["drifted_from"], check["in_the_newest"]) == (
        "drifted",
        "typographic",
        "altered",
    )


def test_a_source_that_is_not_stored(started: Run) -> None:
    started(
        "add",
        "source",
        "--type",
        "book",
        "--title",
        "Pilots",
        "--author",
        "{Pilots’ Union}",
        "--date",
        "1962",
    )
    added = only(
        started("add", "quote", "We sail on Monday.", "--by", "Pilots’ Union", "--in", "pilots-union-1962",
                "--locator", "p. 12", "--json")
    )  # fmt: skip
    assert added["check_result"] == "not_checkable"
    assert "(Pilots’ Union, 1962, p. 12)" in started("cite", str(added["key"])).stdout


def test_standard_input(started: Run) -> None:
    started(
        "add", "source", "-", "--citekey", "piped", "--title", "Piped", input="“All is well,” said Dahl.\n"
    )
    started("add", "quote", "-", "--by", "Dahl", "--in", "piped", input="All is well")
    assert started("search", "well", "--count").stdout == "1\n"


def test_a_search_can_be_piped_on(started: Run) -> None:
    found = started("search", "ticket").stdout
    assert "typographic" in started("verify", "-", "-v", input=found).stdout
    assert "@article{quist-2024" in started("cite", "-", "--format", "bibtex", input=found).stdout
    assert "nothing was found there" in started("cite", "-", input="", code=1).stderr


def test_merge(started: Run) -> None:
    started("add", "speaker", "Berg, Ingrid")
    assert "Would merge" in started("merge", "ingrid-berg", "ingrid-dahl", "--dry-run").stdout
    started("merge", "ingrid-berg", "ingrid-dahl")
    assert started("search", "--by", "Ingrid Berg", "--count").stdout == "1\n"
    started("undo")
    assert started("search", "--by", "Ingrid Berg", "--count").stdout == "0\n"


def test_ones_own_translation(started: Run) -> None:
    key = str(only(started("search", "ticket", "--json"))["key"])
    started("edit", key, "--translator", "me")
    assert ", my translation)" in started("cite", key).stdout
    started("edit", key, "--translator", "")
    assert "translation" not in started("cite", key).stdout
