"""The page of a speaker, at `/-/speaker/SLUG`: names, statements over time, sources, doubts."""

from pathlib import Path
from typing import Any
from urllib.parse import unquote, urlencode

from datasette.utils.asgi import Response

from onrecord.browse import linked_data, links, pages, time_line
from onrecord.browse.remembered import remembered
from onrecord.db.store import reading
from onrecord.views.speaker import SERIES, Portrait, Said, portrait_of, said_by


async def speaker_page(datasette: Any, request: Any) -> Response:
    """The page of the speaker that the address names, or of the one it was merged into.

    `page` turns the list of statements, `when` (EDTF) keeps those of a time. 404 where there is none, 400 for what
    is no page or no date.
    """
    slug = unquote(request.url_vars["slug"])
    when = request.args.get("when") or None

    def make(database: str, path: Path) -> Response:
        page = pages.number(request, "page")
        with reading(path) as reader:
            portrait = remembered(path, ("speaker", slug), lambda: portrait_of(reader, slug))
            said = said_by(reader, portrait, when=when, page=1 if page is None else page)
        return made(datasette, request, database, portrait, said, when)

    return await pages.answer(datasette, request, f"There is no speaker {slug!r}.", make)


def made(
    datasette: Any, request: Any, database: str, portrait: Portrait, said: Said, when: str | None
) -> Response:
    """A page of the statements of a speaker, with what is known of them."""
    speaker = portrait.speaker
    base = datasette.urls.database(database)

    def table(**narrowed: str) -> str:
        return f"{base}/quotes?{urlencode({'speaker_slug': speaker.slug, **narrowed})}"

    at = pages.addresses(datasette, database)
    address = pages.whole_address(datasette, request, links.speaker_at(speaker.slug))
    return pages.page(
        datasette,
        "speaker.html",
        database,
        title=speaker.name,
        head=pages.Head(
            address=address,
            description=" ".join(
                filter(None, (speaker.description, f"Statements on record: {portrait.statements:,}."))
            ),
            data=linked_data.document([linked_data.speaker(speaker, address)]),
        ),
        portrait=portrait,
        said=said,
        speaker=speaker,
        when=when,
        asked_time={"when": when} if when else {},
        picture=time_line.picture(portrait.time_line, SERIES),
        wikidata=linked_data.WIKIDATA,
        table=table,
        time_at=lambda period: at(links.speaker_at(speaker.slug, when=period)) + "#statements",
    )
