"""What changed between two stored copies of a source, at `/-/source/CITEKEY/diff?from=1&to=2`."""

from pathlib import Path
from typing import Any
from urllib.parse import unquote

from datasette.utils.asgi import Response

from onrecord.browse import pages, recognise
from onrecord.db.store import reading
from onrecord.errors import NotFoundError
from onrecord.views.changes import changed_text

# What became of a paragraph, in words.
WORDS = {"same": "unchanged", "changed": "changed", "removed": "removed", "added": "added"}


async def diff_page(datasette: Any, request: Any) -> Response:
    """The page for the copies with the numbers `from` and `to` (without them the newest, and the one before it).

    `part` says which part of what changed. 404 where there are no such copies, 400 for what is no number.
    """
    citekey = unquote(request.url_vars["citekey"])

    def make(database: str, path: Path) -> Response:
        if recognise.for_everybody(datasette, database):
            raise NotFoundError("Stored texts are not for everybody.")
        with reading(path) as reader:
            changed = changed_text(
                reader,
                citekey,
                pages.number(request, "from"),
                pages.number(request, "to"),
                pages.number(request, "part"),
            )
        source = changed.source
        return pages.page(
            datasette,
            "diff.html",
            database,
            title=f"What changed in {source.title or source.citekey}",
            changed=changed,
            source=source,
            copies=list(enumerate(source.snapshots, 1)),
            numbered={one.number: one for one in changed.statements},
            words=WORDS,
            several=lambda one: one[0] != one[1],
        )

    return await pages.answer(datasette, request, f"There are no two such copies of {citekey!r}.", make)
