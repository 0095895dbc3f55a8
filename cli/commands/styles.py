"""onrecord styles"""

from __future__ import annotations

from onrecord.cite import catalogue
from onrecord.cite.style_files import own_folder
from onrecord.cli.limits import cut, most, tell_cut
from onrecord.cli.options import AS_JSON, LIMIT
from onrecord.cli.output import is_terminal, print_json, print_rows, remark
from onrecord.cli.progress import waiting
from onrecord.cli.spec import Command, argument, flag
from onrecord.errors import NotFoundError

EXAMPLES = """Examples:

onrecord styles chicago

onrecord styles numeric physics --limit 50

onrecord styles "nature physics" --json"""

_HEADINGS = ("Style", "Title", "Cites by", "Of", "Fields")

COMMAND = Command(
    argument(
        "search",
        help="Words of an id, a title, a field (history, physics) or a way to cite (note, numeric, author-date).",
        metavar="[WORDS]...",
        many=True,
        complete="onrecord.cite.styles:suggested",
    ),
    flag("--own", help="Only your own styles."),
    LIMIT,
    AS_JSON,
    examples=EXAMPLES,
)


def run(*, search: list[str] | None, own: bool, limit: int | None, as_json: bool) -> None:
    """Find citation styles by name, title or field, for cite --style.

    Your own .csl files come first: put them in the folder "styles" in onrecord's data folder (--own shows where).
    A style of yours replaces one with the same id.
    """
    query = " ".join(search or ())
    if not (query.strip() or own or as_json) and (listing := catalogue.printed()) is not None:
        _tell(listing, most(limit))
        return
    with waiting("Looking through the styles …"):
        entries = [entry for entry in catalogue.search(query) if entry.own or not own]
    if own:
        remark(f"Your own styles are the .csl files in {own_folder()}.")
    shown = cut(entries, most(limit))
    if as_json:
        print_json(entry.as_json() for entry in shown)
        tell_cut(len(shown), len(entries))
        return
    if not entries and not own:
        raise NotFoundError(
            f"No citation style has {query[:80]!r} in its id, title or field. Try fewer words."
        )
    print_rows(_HEADINGS, [entry.cells() for entry in shown])
    tell_cut(len(shown), len(entries))


def _tell(listing: str, limit: int | None) -> None:
    """Prints the first lines of a listing: in a pipe they are printed as they stand."""
    if limit is None and not is_terminal():
        print(listing)
        return
    lines = listing.split("\n")
    shown = cut(lines, limit)
    print_rows(_HEADINGS, [line.split("\t") for line in shown])
    tell_cut(len(shown), len(lines))
