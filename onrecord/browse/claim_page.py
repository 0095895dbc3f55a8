"""The page of a claim, at `/-/claim/KEY`: who is for it and who against, verdicts, independent origins."""

from pathlib import Path
from typing import Any
from urllib.parse import unquote, urlencode

from datasette.utils.asgi import Response

from onrecord.browse import linked_data, links, pages, time_line
from onrecord.browse.remembered import remembered
from onrecord.claims import queries as claim_queries
from onrecord.db.reader import Reader
from onrecord.db.store import reading
from onrecord.views.claim import Debate, debate_on

# The stances, as headings.
SIDES = {"asserts": "For", "denies": "Against", "questions": "Questioning"}


async def claim_page(datasette: Any, request: Any) -> Response:
    """The page of the claim that the address names; 404 where there is none, 400 where it names several."""
    wanted = unquote(request.url_vars["key"])

    def make(database: str, path: Path) -> Response:
        with reading(path) as reader:
            debate = remembered(path, ("claim", wanted), lambda: debate_on(reader, wanted))
            return made(datasette, request, database, reader, debate)

    return await pages.answer(datasette, request, f"There is no claim {wanted!r}.", make)


def made(datasette: Any, request: Any, database: str, reader: Reader, debate: Debate) -> Response:
    """The page of a claim."""
    reviews = linked_data.reviews(
        reader,
        claim_queries.claim_id(reader, debate.key),
        [position for side in debate.sides for position in side.positions],
        lambda quote: pages.whole_address(datasette, request, links.quote_at(quote.ref)),
    )
    base = datasette.urls.database(database)
    counts = ", ".join(f"{side.statements} {SIDES[side.stance].lower()}" for side in debate.sides)
    found = ", ".join(f"{one.reviewer.name}: {one.verdict}" for one in debate.verdicts)
    return pages.page(
        datasette,
        "claim.html",
        database,
        title=debate.text,
        head=pages.Head(
            address=pages.whole_address(datasette, request, links.claim_at(debate.key)),
            description=f"Statements: {counts}. {found}",
            data=linked_data.document(reviews) if reviews else None,
        ),
        debate=debate,
        sides=SIDES,
        picture=time_line.picture(debate.time_line, tuple(SIDES.values())),
        table=lambda stance: f"{base}/stances?{urlencode({'claim_id': debate.id, 'stance': stance})}",
    )
