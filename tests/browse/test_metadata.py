"""What Datasette 0.65 is told of tables where it asks for them alone, as it does dozens of times a page."""

import asyncio
from collections.abc import Callable
from pathlib import Path
from typing import Any

import pytest

from onrecord.browse import versions

pytestmark = pytest.mark.skipif(versions.IS_1, reason="Datasette 1.0 is told once, at its start")


def test_it_hears_of_their_facets_and_of_nothing_that_it_would_copy_in_vain(
    filled: Path, kept: Callable[[Any], Any]
) -> None:
    from onrecord.browse.readonly import make_datasette

    datasette = kept(make_datasette(filled))
    whole = datasette.metadata()["databases"][filled.stem]["tables"]
    asked = datasette.metadata("tables", database=filled.stem)
    assert asked["quotes"]["facets"] and set(asked) <= set(whole)
    for table, told in whole.items():
        facets = {key: value for key, value in told.items() if key.startswith("facet")}
        assert asked.get(table, {}) == facets


def test_who_may_not_see_a_table_does_not(filled: Path, kept: Callable[[Any], Any]) -> None:
    from datasette.app import Datasette

    name = filled.stem
    settings = {"databases": {name: {"tables": {"speakers": {"allow": False}}}}}
    datasette = kept(Datasette([str(filled)], metadata=settings))

    async def statuses() -> list[int]:
        return [
            (await datasette.client.get(f"/{name}/{table}.json")).status_code
            for table in ("speakers", "sources")
        ]

    assert asyncio.run(statuses()) == [403, 200]
