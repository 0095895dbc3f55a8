"""onrecord cite"""

from __future__ import annotations

from onrecord.cite.cited import NEWS
from onrecord.cite.order import GROUPS, SORTS
from onrecord.cli.options import AS_JSON, DATABASE, KEYS, asking, database_file, refuse_database
from onrecord.cli.plain import print_json, remark
from onrecord.cli.spec import SOURCES, SPEAKERS, TAGS, Command, flag, option
from onrecord.errors import UsageError
from onrecord.formats import CITED, WAYS
from onrecord.model.records import Json

TYPE_CHECKING = False
if TYPE_CHECKING:
    from onrecord.cli.outlet import Outlet


EXAMPLES = """Examples:

onrecord cite k7xq2m

onrecord cite k7xq2m k9ab3c@smith-2023 --style chicago-notes-bibliography

onrecord cite k7xq2m --format markdown --as blockquote --clipboard

onrecord cite k7xq2m --format wikipedia

onrecord cite k7xq2m --format bibtex > quotes.bib

onrecord cite k7xq2m --format docx -o quotation.docx --locale de-DE

onrecord search --by Doe | onrecord cite - --format ris

onrecord cite --by Doe --style news -o quotes.docx

onrecord cite --all --group-by speaker --sort date -o quotes.html

onrecord cite --items library.json --style ieee --as bibliography

onrecord cite --for chapter.md --style apa

onrecord cite --for thesis.tex --format biblatex -o thesis.bib"""


COMMAND = Command(
    KEYS,
    option(
        "--style",
        help="news (as newspapers attribute), apa, chicago-notes-bibliography, modern-language-association, any other CSL style (onrecord styles "
        "finds them), or a .csl file.",
        metavar="STYLE",
        default="apa",
        setting="style",
        complete="onrecord.cite.styles:suggested",
    ),
    option(
        "--format",
        help=f"One of: {', '.join(CITED)}. Default: what the end of FILE says, else text.",
        name="format_",
        complete=tuple(CITED),
    ),
    option(
        "--as",
        help=f"One of: {', '.join(WAYS)}. Default: what the format is mostly used for. With --items: citation "
        "(a line an item) or bibliography (one list, as the style sorts it).",
        name="as_",
        complete=WAYS,
    ),
    option(
        "--locale",
        help="The CSL locale for months, terms and quotation marks, such as de-DE. Default: the style's.",
        metavar="LOCALE",
        complete="onrecord.cite.locales:LOCALES",
        setting="locale",
    ),
    flag("--all", help="Cite everything on record.", name="everything"),
    option(
        "--in",
        help="Cite what is in this source. Repeatable, as are --by and --tag: any of them.",
        name="source",
        metavar="CITEKEY",
        many=True,
        complete=SOURCES,
    ),
    option("--by", help="Cite what this speaker said.", metavar="SPEAKER", many=True, complete=SPEAKERS),
    option("--tag", help="Cite what has this tag.", many=True, complete=TAGS),
    option("--since", help="Cite what was said on or after this date.", metavar="EDTF"),
    option("--until", help="Cite what was said on or before this date.", metavar="EDTF"),
    flag("--verified", help="Cite only verified wordings."),
    option(
        "--group-by",
        help=f"Group a document under headings: {', '.join(GROUPS)}.",
        complete=GROUPS,
    ),
    option(
        "--sort",
        help=f"One of: {', '.join(SORTS)}. Default: quotations as given, the bibliography as the style sorts it.",
        complete=SORTS,
    ),
    flag("--force", help="Also cite what failed verification, with a mark; overwrite FILE."),
    flag("--replace", help="Overwrite FILE if it exists; change nothing else."),
    flag("--clipboard", help="Also copy it to the clipboard.", name="copy", hidden=("--copy",)),
    option(
        "--output",
        "-o",
        help="Write to FILE; its extension sets the format: .docx .odt .html .md .tex .rtf .bib .ris .json .txt …",
        metavar="FILE",
    ),
    option(
        "--items",
        help="Format the items of a CSL-JSON file instead, without a database; - reads standard input.",
        metavar="FILE",
    ),
    flag("--each", help="With --as bibliography: one line per item, in the order given."),
    option(
        "--for",
        help="Write the bibliography of a Markdown or LaTeX draft that cites by citekey or KEY, and say in one line what check "
        "would find wrong in it; - reads standard input.",
        name="draft",
        metavar="FILE",
    ),
    flag("--partial", help="With --for: skip unknown keys, and say so."),
    DATABASE,
    AS_JSON,
    acts=True,
    examples=EXAMPLES,
)


def run(
    *,
    keys: list[str] | None,
    style: str,
    format_: str | None,
    as_: str | None,
    locale: str | None,
    everything: bool,
    source: list[str] | None,
    by: list[str] | None,
    tag: list[str] | None,
    since: str | None,
    until: str | None,
    verified: bool,
    group_by: str | None,
    sort: str | None,
    force: bool,
    replace: bool,
    copy: bool,
    output: str | None,
    items: str | None,
    each: bool,
    draft: str | None,
    partial: bool,
    database: str | None,
    as_json: bool,
) -> None:
    """Cite quotations. A quotation that came through others is cited as such; doubt is printed in every format.

    KEY cites the preferred attribution of a statement, else the earliest; KEY@CITEKEY the one in that source. CITEKEY cites the
    source itself.

    --all, --in, --by, --tag and the other conditions, which must all be met, make a document of every matching quotation, under
    headings and with a list of sources.
    """
    from onrecord.cite.cited import chosen, cited_as
    from onrecord.cli.cited import Asked, selected, tell_citations
    from onrecord.cli.cited import named as named_works
    from onrecord.cli.outlet import Outlet
    from onrecord.cli.streams import once

    once(*(keys or ()), items, draft)
    output = None if output == "-" else output
    if as_json and (output is not None or copy):
        raise UsageError("--json prints; it goes neither to a file (-o) nor to the clipboard (--clipboard).")
    if replace and output is None:
        raise UsageError("--replace goes with -o FILE.")
    read = [one for one in (items, draft, style if style.endswith(".csl") else None) if one is not None]
    outlet = Outlet(output, copy=copy, force=force or replace, database=database_file(database), inputs=read)
    format_ = cited_as(output, format_)
    if partial and draft is None:
        raise UsageError("--partial goes with --for DRAFT.")
    refuse_database(database, items, draft)
    conditions: dict[str, object] = {
        "by": by, "source": source, "tag": tag, "since": since, "until": until, "verified": verified,
    }  # fmt: skip
    selecting = everything or any(conditions.values())
    if selecting and (draft is not None or items is not None or keys):
        raise UsageError(
            "--all, --in, --by, --tag, --since, --until and --verified choose quotations themselves: leave out "
            "KEYs, --items and --for."
        )
    if group_by and (draft is not None or items is not None):
        raise UsageError("--group-by goes with quotations: leave out --items and --for.")
    if style.lower() == NEWS:
        style = NEWS
    _tell_alias(style)
    if draft is not None:
        if keys or items is not None or sort or each or as_ not in (None, "bibliography"):
            raise UsageError(
                "--for DRAFT makes a bibliography: leave out KEYs, --items, --sort, --each and --as."
            )
        _bibliography_of(draft, style, format_, locale, partial, force, database, outlet, as_json)
        return
    if items is not None:
        if keys:
            raise UsageError("Give either KEYs or --items, not both.")
        if sort:
            raise UsageError("--sort goes with KEYs; items stand in the order of the file or of the style.")
        lines = _formatted(items, style, format_, as_ or "bibliography", each, locale)
        _tell_items(lines, style, format_, outlet, as_json)
        return
    if each:
        raise UsageError("--each goes with --items FILE.")
    asked = Asked(
        style=style, format=format_, as_=as_, locale=locale, sort=sort, group_by=group_by, force=force
    )
    chosen(format_, None)  # a mistake of typing is told before anything is looked up
    with asking(database) as reader:
        found = selected(reader, conditions, asked) if selecting else named_works(reader, keys)
    tell_citations(found, asked, outlet, as_json=as_json)


def _tell_alias(style: str) -> None:
    if style in ("apa", NEWS):
        return
    from onrecord.cite import styles

    if other := styles.meant(style):
        remark(f"The style {style} is {other} here.")


def _bibliography_of(
    draft: str,
    style: str,
    format_: str,
    locale: str | None,
    partial: bool,
    force: bool,
    database: str | None,
    outlet: Outlet,
    as_json: bool,
) -> None:
    from onrecord.cite.cited import chosen
    from onrecord.cli import drafts
    from onrecord.drafts import bibliography

    binary = chosen(format_, "bibliography")[0].binary
    if binary and (as_json or outlet.copy):
        raise UsageError(
            f"{format_} goes neither into JSON nor on the clipboard: write it to a file with -o FILE."
        )
    with asking(database) as reader:
        result, text = drafts.cited(reader, draft)
        works = bibliography.of(
            result, style=style, format=format_, locale=locale, partial=partial, force=force
        )
        wrong = drafts.foretold(reader, text, draft)
    drafts.tell(result)
    if as_json:
        print_json(
            {
                "works": [work.source.citekey for work in result.works()],
                "quotes": {name: quote.ref for name, quote in result.quotes.items()},
                "unknown": [
                    {"key": one.key.name, "line": one.key.line or None, "near": list(one.near)}
                    for one in result.unknown
                ],
                "format": format_,
                "bibliography": works.decode(),
            }
        )
    else:
        outlet.put(works, binary=binary)
    if wrong:
        remark(wrong)


def _tell_items(lines: list[str], style: str, format_: str, outlet: Outlet, as_json: bool) -> None:
    if as_json:
        record: Json = {"style": style, "format": format_, "lines": lines}
        print_json(record)
    elif lines or outlet.output is not None:
        outlet.put("\n".join(lines).encode(), binary=False)


def _formatted(file: str, style: str, format_: str, as_: str, each: bool, locale: str | None) -> list[str]:
    from onrecord.cite import styles
    from onrecord.cite.items import format_items, items_in, read_items
    from onrecord.cli.streams import standard_input

    if as_ not in ("citation", "bibliography"):
        raise UsageError(f"{as_!r} is not a way to cite. Ways: citation, bibliography.")
    if each and as_ != "bibliography":
        raise UsageError("--each goes with --as bibliography.")
    found = items_in(standard_input(), "Standard input") if file == "-" else read_items(file)
    return format_items(found, styles.load(style, locale), as_=as_, format=format_, each=each)
