"""onrecord search"""

from __future__ import annotations

from onrecord import search as searching
from onrecord.cli.found import as_typed, tell, tell_number
from onrecord.cli.limits import most
from onrecord.cli.options import (
    AS_JSON,
    DATABASE,
    LIMIT,
    asking,
    command_line,
)
from onrecord.cli.output import print_json, print_rows, remark
from onrecord.cli.spec import SOURCES, SPEAKERS, TAGS, Command, argument, flag, language, option
from onrecord.errors import UsageError
from onrecord.model.record import replace
from onrecord.model.vocabulary import FORMS, STATUSES
from onrecord.search import FACETS, SORTS, Filters, Hit, parse
from onrecord.search.names import UNSTATED
from onrecord.text.clean import visible

TYPE_CHECKING = False
if TYPE_CHECKING:
    from collections.abc import Iterable, Mapping, Sequence

    from onrecord.search.facet_values import Value
    from onrecord.search.suggestions import Suggestion

EXAMPLES = """Examples:

onrecord search harbour

onrecord search Shoigu -visit     (not the word visit; finds Shoygu and Шойгу too)

onrecord search '"national sovereignty" coop*' --by "Kang Sun-nam" --since 2023-07

onrecord search --tag sanctions --unverified --json

onrecord search --count --form indirect

onrecord search sanctions --facet speaker --facet year

onrecord search --in-texts harbour pilot --since 2023     (passages of stored texts, recorded or not)

onrecord search --in-texts '"close the port"' --in dahl-2024 --json"""


COMMAND = Command(
    argument(
        "words",
        help='Words from wordings, names or sources; all must match. "A phrase", begin*, -not.',
        metavar="[WORDS]...",
        many=True,
    ),
    option(
        "--by",
        help="Said by. Repeatable, as are the other filters: any of them.",
        metavar="SPEAKER",
        many=True,
        complete=SPEAKERS,
    ),
    option("--via", help="Passed on by.", metavar="SPEAKER", many=True, complete=SPEAKERS),
    option("--in", help="In this source.", name="source", metavar="CITEKEY", many=True, complete=SOURCES),
    option("--form", help=f"One of: {', '.join(FORMS)}.", many=True, complete=FORMS),
    option("--since", help="On or after this date.", metavar="EDTF"),
    option("--until", help="On or before this date.", metavar="EDTF"),
    option("--tag", help="With this tag.", many=True, complete=TAGS),
    language("In this language; und: with none on record.", many=True),
    option("--status", help=f"One of: {', '.join(STATUSES)}.", many=True, complete=STATUSES),
    flag("--unverified", help="Only wordings not verified in their source."),
    flag("--verified", help="Only wordings verified in their source."),
    flag("--in-texts", help="Search the stored texts of sources instead, for passages with all the words."),
    LIMIT,
    option("--offset", help="Skip this many first.", kind="whole", default=0, least=0),
    option("--sort", help=f"One of: {', '.join(SORTS)}.", default="relevance", complete=SORTS),
    flag("--count", help="Print only the number of hits."),
    option(
        "--facet",
        help=f"Print only the counts of each: {', '.join(FACETS)}. Repeatable.",
        many=True,
        complete=FACETS,
    ),
    DATABASE,
    AS_JSON,
    examples=EXAMPLES,
    dashed=True,
)


def run(
    *,
    words: list[str] | None,
    by: list[str] | None,
    via: list[str] | None,
    source: list[str] | None,
    form: list[str] | None,
    since: str | None,
    until: str | None,
    tag: list[str] | None,
    lang: list[str] | None,
    status: list[str] | None,
    unverified: bool,
    verified: bool,
    in_texts: bool,
    limit: int | None,
    offset: int,
    sort: str,
    count: bool,
    facet: list[str] | None,
    database: str | None,
    as_json: bool,
    listing: bool = False,
) -> None:
    """Find quotations. Case, accents and the spelling of names do not matter; finding nothing is no error.

    The date is the attribution's own, else the statement's, else the source's. In a pipe every hit is one line.

    --in-texts finds passages of stored texts instead, each with its source, its place and what is recorded from it.
    """
    typed = as_typed(words or ())
    for word in words or ():
        if len(word) == 2 and word[0] == "-":
            remark(f"{word} is taken as a word that must not occur; there is no such option.")
    if in_texts:
        from onrecord.cli import found_texts
        from onrecord.search import texts

        found_texts.refuse(
            {
                "--by": by, "--via": via, "--form": form, "--tag": tag, "--status": status, "--unverified": unverified,
                "--verified": verified, "--facet": facet,
            }
        )  # fmt: skip
        narrowed = texts.Filters(source=source, since=since, until=until, language=lang)
        with asking(database) as reader:
            if count:
                tell_number(texts.count(reader, typed, narrowed), as_json=as_json)
                return
            found_texts.tell(reader, typed, narrowed, sort=sort, limit=limit, offset=offset, as_json=as_json)
            if lang and not as_json and UNSTATED not in lang:
                _tell_unstated(texts.count(reader, typed, replace(narrowed, language=UNSTATED)))
        return
    filters = Filters(
        by=by, via=via, source=source, form=form, since=since, until=until, tag=tag, language=lang, status=status,
        unverified=unverified, verified=verified,
    )  # fmt: skip
    if count and facet:
        raise UsageError("--count and --facet both say what is to be counted. Give one of them.")
    if typed.strip() and not any(vars(parse(typed)).values()):
        remark(f"{visible(typed)} has no word to look for: everything is listed.")
    with asking(database) as reader:
        if problem := searching.notice(reader):
            from onrecord.cli.hints import told

            remark(told(problem.message, problem.hint))
        if count:
            tell_number(searching.count(reader, typed, filters), as_json=as_json)
            return
        if facet:
            _tell_facets(searching.facets(reader, typed, facet, filters), as_json=as_json)
            return
        hits: Iterable[Hit]
        if (wanted := most(limit)) is None:
            total, shown, hits = searching.search_all(reader, typed, filters, sort=sort, offset=offset)
        else:
            page = searching.search(reader, typed, filters, sort=sort, limit=wanted, offset=offset)
            total, shown, hits = page.total, len(page.hits), page.hits
        tell(hits, shown, total, offset, as_json=as_json, listing=listing)
        meant = [] if total or as_json else searching.suggest(reader, typed, filters)
        if lang and not as_json and UNSTATED not in lang:
            _tell_unstated(searching.count(reader, typed, replace(filters, language=UNSTATED)))
    if meant:
        remark(f"Did you mean {' or '.join(map(_suggested, meant))}?")
    if not total and not as_json and len(parse(typed).wanted) > 1:
        # A query of several words may be a wording that nobody remembers just so.
        remark(f"Half remembered? Try: {command_line('whosaid', ' '.join(words or ()))}")


def _tell_unstated(number: int) -> None:
    if number:
        remark(f"Left out, with no language on record: {number:,}. To have them too, add --lang {UNSTATED}.")


def _suggested(meant: Suggestion) -> str:
    return f"{visible(meant.name)} (found {meant.count} times)" if meant.count > 1 else visible(meant.name)


def _tell_facets(facets: Mapping[str, Sequence[Value]], *, as_json: bool) -> None:
    if as_json:
        lists: dict[str, object] = {
            name: [value.as_json() for value in values] for name, values in facets.items()
        }
        print_json(lists)
        return
    print_rows(
        ("facet", "statements", "value", "name"),
        [
            (name, str(value.count), value.value, value.name)
            for name, values in facets.items()
            for value in values
        ],
    )
