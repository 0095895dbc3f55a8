"""onrecord styles"""

from __future__ import annotations

from onrecord.cite import catalogue
from onrecord.cite.styles import own_folder
from onrecord.cli.limits import cut, most, tell_cut
from onrecord.cli.options import AS_JSON, LIMIT
from onrecord.cli.output import print_json, print_rows, remark
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
    with waiting("Looking through the styles …"):
        found = [entry for entry in catalogue.search(query) if entry.own or not own]
    if own:
        remark(f"Your own styles are the .csl files in {own_folder()}.")
    shown = cut(found, most(limit))
    if as_json:
        print_json(entry.as_json() for entry in shown)
        tell_cut(len(shown), len(found))
        return
    if not found and not own:
        raise NotFoundError(
            f"No citation style has {query[:80]!r} in its id, title or field. Try fewer words."
        )
    print_rows(
        ("Style", "Title", "Cites by", "Of", "Fields"),
        [(entry.id, entry.title, entry.format, _origin(entry), ", ".join(entry.fields)) for entry in shown],
    )
    tell_cut(len(shown), len(found))


def _origin(entry: catalogue.Entry) -> str:
    """Whose it is, and the style that it is a name for."""
    parts = ["yours"] if entry.own else []
    return ", ".join([*parts, f"as {entry.parent}"] if entry.parent else parts)
