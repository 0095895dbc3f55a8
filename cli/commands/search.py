"""onrecord search"""

from collections.abc import Iterable, Mapping, Sequence
from dataclasses import asdict
from typing import Annotated

import typer

from onrecord import search as searching
from onrecord.cli.app import single
from onrecord.cli.found import as_typed, tell, tell_number
from onrecord.cli.limits import most
from onrecord.cli.options import (
    AsJson,
    Database,
    Limit,
    asking,
    complete_source,
    complete_speaker,
    complete_tag,
)
from onrecord.cli.output import print_json, print_rows, remark
from onrecord.db.words import FORMS, STATUSES
from onrecord.errors import UsageError
from onrecord.search import FACETS, SORTS, Filters, Hit
from onrecord.search.faceting import Value
from onrecord.search.suggestions import Suggestion
from onrecord.text.clean import visible

app = single()

EXAMPLES = """Examples:

onrecord search harbour

onrecord search Shoigu -visit     (finds Shoygu and Шойгу too)

onrecord search '"national sovereignty" coop*' --by "Kang Sun-nam" --since 2023-07

onrecord search --tag sanctions --unverified --json

onrecord search --count --form indirect

onrecord search sanctions --facet speaker --facet year"""


@app.command(epilog=EXAMPLES, context_settings={"ignore_unknown_options": True})
def search(
    words: Annotated[
        list[str] | None,
        typer.Argument(
            metavar="[WORDS]...",
            help='Words of the wording, of names or of sources; all must be found. "A phrase", begin*, -not.',
            show_default=False,
        ),
    ] = None,
    by: Annotated[
        str | None,
        typer.Option(metavar="SPEAKER", help="Said by.", autocompletion=complete_speaker, show_default=False),
    ] = None,
    via: Annotated[
        str | None,
        typer.Option(
            metavar="SPEAKER", help="Passed on by.", autocompletion=complete_speaker, show_default=False
        ),
    ] = None,
    source: Annotated[
        str | None,
        typer.Option(
            "--in",
            metavar="CITEKEY",
            help="In this source.",
            autocompletion=complete_source,
            show_default=False,
        ),
    ] = None,
    form: Annotated[
        str | None,
        typer.Option(
            help=f"One of: {', '.join(FORMS)}.", autocompletion=lambda: list(FORMS), show_default=False
        ),
    ] = None,
    since: Annotated[str | None, typer.Option(metavar="EDTF", help="Not before.", show_default=False)] = None,
    until: Annotated[str | None, typer.Option(metavar="EDTF", help="Not after.", show_default=False)] = None,
    tag: Annotated[
        str | None, typer.Option(help="With this tag.", autocompletion=complete_tag, show_default=False)
    ] = None,
    lang: Annotated[
        str | None, typer.Option(metavar="CODE", help="In this language.", show_default=False)
    ] = None,
    status: Annotated[
        str | None,
        typer.Option(
            help=f"One of: {', '.join(STATUSES)}.", autocompletion=lambda: list(STATUSES), show_default=False
        ),
    ] = None,
    unverified: Annotated[
        bool, typer.Option("--unverified", help="Only what is not verified in its source.")
    ] = False,
    verified: Annotated[
        bool, typer.Option("--verified", help="Only what is verified in its source.")
    ] = False,
    limit: Limit = None,
    offset: Annotated[int, typer.Option(min=0, help="How many to leave out first.")] = 0,
    sort: Annotated[
        str, typer.Option(help=f"One of: {', '.join(SORTS)}.", autocompletion=lambda: list(SORTS))
    ] = "relevance",
    count: Annotated[bool, typer.Option("--count", help="Print only how many there are.")] = False,
    facet: Annotated[
        list[str] | None,
        typer.Option(
            help=f"Print only how many there are of each: {', '.join(FACETS)}. May be given several times.",
            autocompletion=lambda: list(FACETS),
            show_default=False,
        ),
    ] = None,
    database: Database = None,
    as_json: AsJson = False,
) -> None:
    """Find quotations. Case, accents and the spelling of names do not matter; finding nothing is no error.

    A date is the attribution's own, else the statement's, else that of its source. In a pipe every hit is one line.
    """
    for word in words or ():
        if word.startswith("--") and len(word) > 2:
            raise UsageError(f"There is no option {word}. See: onrecord search --help")
    typed = as_typed(words or ())
    filters = Filters(
        by=by, via=via, source=source, form=form, since=since, until=until, tag=tag, language=lang, status=status,
        unverified=unverified, verified=verified,
    )  # fmt: skip
    if count and facet:
        raise UsageError("--count and --facet both say what is to be counted. Give one of them.")
    with asking(database) as session:
        if problem := searching.notice(session):
            remark(problem)
        if count:
            tell_number(searching.count(session, typed, filters), as_json=as_json)
            return
        if facet:
            _tell_facets(searching.facets(session, typed, facet, filters), as_json=as_json)
            return
        hits: Iterable[Hit]
        if (wanted := most(limit)) is None:
            total, shown, hits = searching.search_all(session, typed, filters, sort=sort, offset=offset)
        else:
            page = searching.search(session, typed, filters, sort=sort, limit=wanted, offset=offset)
            total, shown, hits = page.total, len(page.hits), page.hits
        tell(hits, shown, total, offset, as_json=as_json)
        meant = [] if total or as_json else searching.suggest(session, typed, filters)
    if meant:
        remark(f"Did you mean {' or '.join(map(_suggested, meant))}?")


def _suggested(meant: Suggestion) -> str:
    return f"{visible(meant.name)} (found {meant.count} times)" if meant.count > 1 else visible(meant.name)


def _tell_facets(found: Mapping[str, Sequence[Value]], *, as_json: bool) -> None:
    if as_json:
        lists: dict[str, object] = {name: [asdict(one) for one in values] for name, values in found.items()}
        print_json(lists)
        return
    print_rows(
        ("facet", "statements", "value", "name"),
        [(name, str(one.count), one.value, one.name) for name, values in found.items() for one in values],
    )
