"""Counting for Datasette's tables: sooner, and the same."""

import asyncio
from collections.abc import Callable
from contextlib import closing
from pathlib import Path
from typing import Any

import pytest

pytest.importorskip("datasette", reason="Datasette is not installed: pip install onrecord[browse]")

import factories

from onrecord.browse import counts, versions
from onrecord.browse.readonly import make_datasette
from onrecord.db import files
from onrecord.db.store import writing
from onrecord.speakers.write import find_speaker, merge_speakers

Page = Callable[..., Any]
COLUMNS = (
    "speaker", "speaker_slug", "speaker_id", "source", "source_id", "title", "issued", "form", "status", "check_result",
    "rank", "cue", "status_reason", "via", "text",
)  # fmt: skip
# As datasette.facets.ColumnFacet writes it.
FACET = """
                select {col} as value, count(*) as count from (
                    select text, speaker, {col} from quotes{where}
                )
                where {col} is not null
                group by {col} order by count desc, value limit {limit}
            """


@pytest.fixture
def merged(filled: Path) -> Path:
    """With a source without statements, a merged speaker and a statement in two sources."""
    with writing(filled, "test") as store:
        factories.source(store, None, citekey="empty-2020", title="Nothing in it")
        factories.source(store, issued="2024-05")
        factories.quote(store, "Nobody asked us", "Tobias Ren the Elder")
        factories.quote(
            store,
            "The quay was inspected in the spring, said the U.S. envoy.",
            "Tobias Ren",
            form="indirect",
        )
        merge_speakers(store, find_speaker(store, "Tobias Ren the Elder"), find_speaker(store, "speaker-1"))
    return filled


@pytest.mark.parametrize("limit", [2, 9])
@pytest.mark.parametrize("column", COLUMNS)
def test_the_values_are_those_that_datasette_counts(merged: Path, column: str, limit: int) -> None:
    asked = FACET.format(col=column, limit=limit, where=" ")
    sooner = counts.sooner(asked)
    assert counts.is_counting(asked)
    assert (sooner is None) == (column in ("via", "text"))
    with closing(files.connect_reading(merged)) as connection:
        expected = connection.execute(asked).fetchall()
        assert connection.execute(sooner or asked).fetchall() == expected
        assert expected or column in ("rank", "cue", "via")


def test_the_rows_are_those_of_the_view(merged: Path) -> None:
    sooner = counts.sooner("select count(*) from quotes ")
    assert sooner is not None
    with closing(files.connect_reading(merged)) as connection:
        assert (
            connection.execute(sooner).fetchone()
            == connection.execute("select count(*) from quotes").fetchone()
        )


@pytest.mark.parametrize(
    "sql",
    [
        "select count(*) from quotes where speaker = :p0",
        FACET.format(col="form", limit=9, where=" where status = :p0"),
        "select count(*) from statements",
        "select 1",
        "select text from quotes",
    ],
)
def test_what_is_narrowed_or_of_another_table_is_asked_as_it_stands(sql: str) -> None:
    assert counts.sooner(sql) is None
    assert counts.is_counting(sql) == ("count(*)" in sql)


def test_what_was_recorded_a_moment_ago_is_counted(filled: Path, page: Page) -> None:
    def counted() -> tuple[int, dict[str, int]]:
        shown = page("/onrecord/quotes.json?_facet=speaker&_extra=facet_results,count").json()
        facets = shown["facet_results"]["results"] if versions.IS_1 else shown["facet_results"]
        values = {one["value"]: one["count"] for one in facets["speaker"]["results"]}
        return shown["count" if versions.IS_1 else "filtered_table_rows_count"], values

    before = counted()
    assert counted() == before
    assert before[0] == 4
    with writing(filled, "test") as store:
        factories.source(store, None)
        factories.quote(store, "The cranes belong to nobody", "Ines Falkenau", new_speaker=False)
    after = counted()
    assert after[0] == 5
    assert after[1]["Ines Falkenau"] == before[1]["Ines Falkenau"] + 1


def test_what_takes_too_long_is_not_tried_again_until_something_changes(
    filled: Path, kept: Callable[[Any], Any]
) -> None:
    from datasette.database import QueryInterrupted

    datasette = kept(make_datasette(filled, sql_time_limit_ms=20))
    database = datasette.databases["onrecord"]
    slow = "select count(*) from (with recursive n(i) as (select 1 union all select i + 1 from n) select i from n)"
    for _ in range(2):
        with pytest.raises(QueryInterrupted):
            asyncio.run(database.execute(slow))
