"""The page of a source, at `/-/source/CITEKEY`: what it is, and its stored text with every statement marked in it."""

from pathlib import Path
from typing import Any
from urllib.parse import unquote, urlencode

from datasette.utils.asgi import Response

from onrecord.browse import linked_data, links, pages, recognise
from onrecord.browse.doubts import doubts
from onrecord.db.store import reading
from onrecord.views.source import Part, SourceText, source_text, statements_without_text


async def source_page(datasette: Any, request: Any) -> Response:
    """The page of the source that the address names.

    `part`, `para` (the number of a paragraph) or `show` (a statement) say which part of a long text, `copy` (the
    beginning of its SHA-256) which of the stored copies. 404 where there is none, 400 for what is no number.
    """
    citekey = unquote(request.url_vars["citekey"])

    def make(database: str, path: Path) -> Response:
        with reading(path) as reader:
            if recognise.for_everybody(datasette, database):
                # Whatever part of the text an address asks for.
                return made(datasette, request, database, statements_without_text(reader, citekey))
            text = source_text(
                reader,
                citekey,
                copy=request.args.get("copy"),
                part=pages.number(request, "part"),
                paragraph=pages.number(request, "para"),
                statement=request.args.get("show"),
            )
        return made(datasette, request, database, text)

    chosen = " with this copy or statement" if request.args.get("copy") or request.args.get("show") else ""
    return await pages.answer(datasette, request, f"There is no source {citekey!r}{chosen}.", make)


def made(datasette: Any, request: Any, database: str, text: SourceText) -> Response:
    """The page of what is shown of a source."""
    source = text.source
    makers = [(role, [one for one in source.creators if one.role == role]) for role in _roles(text)]

    def at(address: str) -> str:
        return pages.whole_address(datasette, request, address)

    # What a source has somebody deny or ask is no quotation of his.
    parts = (
        at(links.quote_at(one.quote.ref))
        for one in text.placed
        if not one.earlier and one.quote.polarity == "asserted"
    )
    table = f"{datasette.urls.database(database)}/quotes?{urlencode({'source': source.citekey})}"
    return pages.page(
        datasette,
        "source.html",
        database,
        title=source.title or source.citekey,
        head=pages.Head(
            address=at(_lasting(text)),
            description=_description(text),
            data=linked_data.document(
                [linked_data.source(source, at(links.source_at(source.citekey)), parts)]
            ),
        ),
        text=text,
        source=source,
        copy=text.copy,
        part=text.part,
        makers=makers,
        neighbours=_neighbours(text),
        placed={one.number: one for one in text.placed},
        doubted={one.number for one in text.placed if doubts(one.quote)},
        asked_copy={"copy": text.copy.sha256[: links.COPY_DIGITS]} if text.copy and not text.newest else {},
        table=table,
    )


def _lasting(text: SourceText) -> str:
    """The address of what is shown: one of the first part leaves out what is shown without asking."""
    asked: dict[str, str | int] = {}
    if text.copy and not text.newest:
        asked["copy"] = text.copy.sha256[: links.COPY_DIGITS]
    if text.part and text.part.number > 1:
        asked["part"] = text.part.number
    return links.source_at(text.source.citekey, **asked)


def _description(text: SourceText) -> str:
    """The source for those who see only a link to it."""
    source = text.source
    makers = ", ".join(one.named_as or one.speaker.name for one in source.creators if one.role == "author")
    facts = (makers, source.container_title, source.issued and pages.dated(source.issued))
    statements = f"{text.count} statement{'s' if text.count != 1 else ''} on record"
    return ". ".join([*(fact for fact in facts if fact), statements]) + "."


def _roles(text: SourceText) -> list[str]:
    """The roles of those who made the source, authors first."""
    return sorted({one.role for one in text.source.creators}, key=lambda role: (role != "author", role))


def _neighbours(text: SourceText) -> list[tuple[str, Part]]:
    """The parts before and after the shown one."""
    if text.part is None:
        return []
    at = text.part.number - 1
    before = [("Previous part", text.parts[at - 1])] if at else []
    return before + ([("Next part", text.parts[at + 1])] if at + 1 < len(text.parts) else [])
