"""The addresses of onrecord's own pages: what each reads for the page it gives."""

import asyncio
from pathlib import Path
from typing import Any
from urllib.parse import unquote

from datasette.utils.asgi import Request, Response, asgi_static

from onrecord.browse import answers, recognise
from onrecord.browse.answers import answer, number
from onrecord.browse.host import STATIC, DatasetteHost
from onrecord.browse.record_exports import with_files
from onrecord.browse.remembered import remembered
from onrecord.browse.search_routes import moved_search, search_export, search_page
from onrecord.db.store import reading
from onrecord.errors import NotFoundError, UsageError
from onrecord.pages import (
    STATIC as FILES,
)
from onrecord.pages import (
    cite_box,
    claim_page,
    diff_page,
    home_page,
    links,
    quote_page,
    source_page,
    speaker_page,
    trace_page,
)
from onrecord.pages.exports import EXPORTS
from onrecord.statements import queries as statement_queries
from onrecord.views.changes import changed_text
from onrecord.views.claim import debate_on
from onrecord.views.source import source_text, statements_without_text
from onrecord.views.speaker import portrait_of, said_by
from onrecord.views.trace import trace


def routes() -> list[tuple[str, Any]]:
    """Regular expressions of paths, each with its view."""
    extensions = "|".join(EXPORTS)
    return [
        *with_files("quote", "reference", quote),
        (r"^/-/trace/(?P<key>[^/]+)$", traced),
        (r"^/-/cite/(?P<reference>[^/]+)$", citation),
        (rf"^{links.STYLES}$", citation_styles),
        *with_files("source", "citekey", source),
        (r"^/-/source/(?P<citekey>[^/]+)/diff$", diff),
        *with_files("speaker", "slug", speaker),
        *with_files("claim", "key", claim),
        (rf"^{links.SEARCH}$", search_page),
        (rf"^{links.SEARCH}\.(?P<extension>{extensions})$", search_export),
        (rf"^{links.FORMER_SEARCH}$", moved_search),
        (rf"^{links.FORMER_SEARCH}\.(?P<extension>{extensions})$", moved_search),
        (rf"^{links.HOME}$", home),
        (r"^/$", home),
        # Datasette serves the files beside the plugin; these are beside the templates.
        (rf"^{STATIC}/(?P<path>pages\.css|pages\.js)$", asgi_static(FILES)),
    ]


async def quote(datasette: Any, request: Any) -> Response:
    """The page of the statement that the address names; 404 where there is none, 400 where it names several."""
    reference = unquote(request.url_vars["reference"])
    # Citing takes longer than all the rest: the box's script asks for it, or the reader by its button.
    cites = any(name in request.args for name in cite_box.ASKED)

    def make(host: DatasetteHost, path: Path) -> Response:
        try:
            wanted = _citation_asked(request, path)
        except UsageError as error:
            return answers.refusal(400, str(error))
        with reading(path) as reader:
            found = quote_page.read(reader, reference, host.lasting)
        pieces = cite_box.pieces(found.record.first, wanted) if cites else ()
        return answers.page(quote_page.html(host, found, wanted, pieces, reference))

    return await answer(datasette, request, f"There is no statement {reference!r}.", make)


async def traced(datasette: Any, request: Any) -> Response:
    """Where the statement that the address names comes from; errors as `quote`."""
    key = unquote(request.url_vars["key"])

    def make(host: DatasetteHost, path: Path) -> Response:
        with reading(path) as reader:
            found = remembered(path, ("trace", key), lambda: trace(reader, key))
        return answers.page(trace_page.html(host, found))

    return await answer(datasette, request, f"There is no statement {key!r}.", make)


async def citation(datasette: Any, request: Any) -> Response:
    """What the cite box of a statement shows for a style and a format, as JSON; errors as `quote`."""
    reference = unquote(request.url_vars["reference"])

    def make(_: DatasetteHost, path: Path) -> Response:
        try:
            wanted = _citation_asked(request, path)
        except UsageError as error:
            return answers.refusal(400, str(error))
        with reading(path) as reader:
            ids = statement_queries.attribution_ids(reader, reference)[:1]
            (first,) = statement_queries.pointed(reader, statement_queries.quotes(reader, ids))
        return answers.data(cite_box.as_json(wanted, cite_box.pieces(first, wanted)))

    return await answer(datasette, request, f"There is no statement {reference!r}.", make)


def _citation_asked(request: Any, path: Path) -> cite_box.Asked:
    values = {name: request.args.get(name) for name in cite_box.ASKED}
    return cite_box.asked(values, cite_box.usual_style(str(path)))


async def citation_styles(request: Any) -> Response:
    """The citation styles whose names have the words `q`, as JSON."""
    found = await asyncio.to_thread(cite_box.find_styles, request.args.get("q") or "")
    return answers.data([{"id": style.id, "title": style.title} for style in found[: cite_box.MOST_FOUND]])


async def source(datasette: Any, request: Any) -> Response:
    """The page of the source that the address names.

    `part`, `para` (the number of a paragraph) or `show` (a statement) say which part of a long text, `copy` (the
    beginning of its SHA-256) which of the stored copies. 404 where there is none, 400 for what is not a number.
    """
    citekey = unquote(request.url_vars["citekey"])

    def make(host: DatasetteHost, path: Path) -> Response:
        with reading(path) as reader:
            if host.everybody:
                # Whatever part of the text an address asks for.
                text = statements_without_text(reader, citekey)
            else:
                text = source_text(
                    reader,
                    citekey,
                    copy=request.args.get("copy"),
                    part=number(request, "part"),
                    paragraph=number(request, "para"),
                    statement=request.args.get("show"),
                )
        return answers.page(source_page.html(host, text))

    chosen = " with this copy or statement" if request.args.get("copy") or request.args.get("show") else ""
    return await answer(datasette, request, f"There is no source {citekey!r}{chosen}.", make)


async def diff(datasette: Any, request: Any) -> Response:
    """What changed between the copies with the numbers `from` and `to` (without them the newest, and the one before it).

    `part` says which part of what changed. 404 where there are no such copies, 400 for what is not a number.
    """
    citekey = unquote(request.url_vars["citekey"])

    def make(host: DatasetteHost, path: Path) -> Response:
        if host.everybody:
            raise NotFoundError("Stored texts are not for everybody.")
        with reading(path) as reader:
            old, new, part = (number(request, name) for name in ("from", "to", "part"))
            changed = changed_text(reader, citekey, old, new, part)
        return answers.page(diff_page.html(host, changed))

    return await answer(datasette, request, f"There are no two such copies of {citekey!r}.", make)


async def speaker(datasette: Any, request: Any) -> Response:
    """The page of the speaker that the address names, or of the one it was merged into.

    `page` turns the list of statements, `when` (EDTF) keeps those of a time. 404 where there is none, 400 for what
    is no page or no date.
    """
    slug = unquote(request.url_vars["slug"])
    when = request.args.get("when") or None

    def make(host: DatasetteHost, path: Path) -> Response:
        page = number(request, "page")
        with reading(path) as reader:
            portrait = remembered(path, ("speaker", slug), lambda: portrait_of(reader, slug))
            said = said_by(reader, portrait, when=when, page=1 if page is None else page)
        return answers.page(speaker_page.html(host, portrait, said, when))

    return await answer(datasette, request, f"There is no speaker {slug!r}.", make)


async def claim(datasette: Any, request: Any) -> Response:
    """The page of the claim that the address names; 404 where there is none, 400 where it names several."""
    key = unquote(request.url_vars["key"])

    def make(host: DatasetteHost, path: Path) -> Response:
        with reading(path) as reader:
            debate = remembered(path, ("claim", key), lambda: debate_on(reader, key))
            return answers.page(claim_page.html(host, reader, debate))

    return await answer(datasette, request, f"There is no claim {key!r}.", make)


async def home(datasette: Any, request: Any, send: Any) -> Response | None:
    """The home page of the database that `in` names, else of the first; Datasette's own where `/` is not ours alone."""
    at_home = request.path.endswith(links.HOME)
    if not at_home and not recognise.all_ours(datasette):
        return await _own_home(datasette, request, send)

    def make(host: DatasetteHost, path: Path) -> Response:
        def read() -> home_page.Home:
            with reading(path) as reader:
                return home_page.read(reader)

        return answers.page(home_page.html(host, remembered(path, "home", read)))

    async for name, path in answers.readable(datasette, request):
        return await asyncio.to_thread(make, DatasetteHost(datasette, request, name), path)
    if at_home:
        return answers.refusal(404, "There is no such database of onrecord here.")
    return await _own_home(datasette, request, send)


async def _own_home(datasette: Any, request: Any, send: Any) -> Response | None:
    # Not above: it makes Datasette 1.0 look for plugins, and this one is not ready then.
    from datasette.views.index import IndexView

    # Datasette's own, as its own route would call it.
    own = Request({**request.scope, "url_route": {"kwargs": {"format": None}}}, request.receive)
    answered: Response | None = await IndexView.as_view(datasette)(own, send)
    return answered
