"""Who may see the pages: whoever may see every table that they show, in the words of Datasette's own answers."""

import asyncio
from collections.abc import Callable
from itertools import product
from pathlib import Path
from typing import Any

import pytest

pytest.importorskip("datasette", reason="Datasette is not installed: pip install onrecord[browse]")

from datasette.app import Datasette

from onrecord.browse import answers, versions

Keep = Callable[[Any], Any]
ROOT = {"id": "root"}
# What an owner may write under "allow", None for nothing.
ALLOWS: tuple[Any, ...] = (None, True, False, ROOT)


def served(path: Path, instance: Any, database: Any, table: Any) -> Any:
    """Plain Datasette on `path`; the three say who may see it, the database, and its table of snapshots."""

    def allow(who: Any) -> dict[str, Any]:
        return {} if who is None else {"allow": who}

    tables = {"snapshots": allow(table)}
    return Datasette(
        [str(path)],
        metadata={**allow(instance), "databases": {path.stem: {**allow(database), "tables": tables}}},
    )


def may_see(datasette: Any, actor: Any, name: str) -> bool:
    async def ask() -> bool:
        await datasette.invoke_startup()
        return await answers.may_see(datasette, actor, name)

    return asyncio.run(ask())


@pytest.mark.parametrize(
    ("instance", "whole", "table", "anybody", "root"),
    [
        (None, None, None, True, True),
        (False, None, None, False, False),
        (None, False, None, False, False),
        (None, None, False, False, False),
        (ROOT, None, None, False, True),
        (None, ROOT, None, False, True),
        (None, None, ROOT, False, True),
        (True, True, True, True, True),
        (True, True, False, False, False),
    ],
)
def test_who_may_not_see_one_table_sees_no_page(
    filled: Path, kept: Keep, instance: Any, whole: Any, table: Any, anybody: bool, root: bool
) -> None:
    datasette = kept(served(filled, instance, whole, table))
    assert may_see(datasette, None, filled.stem) is anybody
    assert may_see(datasette, ROOT, filled.stem) is root
    assert may_see(datasette, {"id": "somebody"}, filled.stem) is anybody


@pytest.mark.skipif(versions.IS_1, reason="check_visibility of several permissions is gone in Datasette 1.0")
def test_the_answer_is_that_of_datasette_itself(filled: Path, kept: Keep) -> None:
    async def visible(datasette: Any, actor: Any, table: str) -> bool:
        asked = [("view-table", (filled.stem, table)), ("view-database", filled.stem), "view-instance"]
        answer, _ = await datasette.check_visibility(actor, permissions=asked)
        return bool(answer)

    for allows in product(ALLOWS, repeat=3):
        datasette = kept(served(filled, *allows))
        for actor in (None, ROOT):
            shown = [asyncio.run(visible(datasette, actor, table)) for table in ("snapshots", "sources")]
            assert may_see(datasette, actor, filled.stem) is all(shown), (allows, actor)
