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

    Your own .csl files come first: put them into the folder "styles" of onrecord's data folder (--own shows it).
    A style of yours takes the place of one of the same id.
    """
    query = " ".join(search or ())
    whole = not (query.strip() or own or as_json or most(limit) or is_terminal())
    if whole and (lines := catalogue.all_printed()) is not None:
        print("\n".join(lines))
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
    print_rows(
        ("Style", "Title", "Cites by", "Of", "Fields"),
        [entry.cells() for entry in shown],
    )
    tell_cut(len(shown), len(entries))
