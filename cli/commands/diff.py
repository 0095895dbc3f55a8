"""onrecord diff"""

from __future__ import annotations

import re

from onrecord.cli.options import AS_JSON, DATABASE, OUTPUT, REPLACING, asking, database_file
from onrecord.cli.spec import SOURCES, Command, argument
from onrecord.errors import UsageError

EXAMPLES = """Examples:

onrecord diff smith-2023

onrecord diff smith-2023 1..3

onrecord diff smith-2023 -o changes.txt

onrecord diff smith-2023 --json"""

_RANGE = re.compile(r"(\d{1,9})?\.\.(\d{1,9})?|(\d{1,9})")


COMMAND = Command(
    argument("citekey", help="The source.", metavar="CITEKEY", required=True, complete=SOURCES),
    argument(
        "copies",
        help="The numbers of two stored copies; one alone is compared with the newest. "
        "Default: the newest two.",
        metavar="[A..B]",
    ),
    OUTPUT,
    REPLACING,
    DATABASE,
    AS_JSON,
    examples=EXAMPLES,
)


def run(
    *, citekey: str, copies: str | None, output: str | None, force: bool, database: str | None, as_json: bool
) -> None:
    """Show what changed between two stored copies of a source, with the affected statements.

    [-removed-] and {+added+} mark words; a statement is affected if its own words, or others in its sentence, changed. Exit status
    1 if the copies differ.
    """
    from onrecord.cli import copies as printing
    from onrecord.cli.outlet import printed_to
    from onrecord.cli.output import print_json, remark
    from onrecord.statements.marks import compare_copies

    old, new = _numbers(copies)
    with asking(database) as reader:
        compared = compare_copies(reader, citekey, old, new)
    with printed_to(output, force=force, database=database_file(database)):
        if as_json:
            print_json(as_record(compared))
        elif compared.differs:
            printing.diff(compared)
    if not (as_json or compared.differs):
        remark(
            f"Copy {compared.old.number} and copy {compared.new.number} of {citekey} do not differ in their words."
        )
    if compared.differs:
        raise SystemExit(1)


def _numbers(typed: str | None) -> tuple[int | None, int | None]:
    if typed is None:
        return None, None
    match = _RANGE.fullmatch(typed.strip())
    if match is None or typed.strip() == "..":
        raise UsageError(f"{typed!r} names no two copies: write 1..2.")
    old, new, alone = match.groups()
    return (int(old or alone or 1), int(new) if new else None)


def as_record(compared: Comparison) -> dict[str, object]:
    """A comparison as JSON: offsets in code points, end exclusive."""
    return {
        "source": compared.citekey,
        "old": {"copy": compared.old.number, "captured": list(compared.old.captured)},
        "new": {"copy": compared.new.number, "captured": list(compared.new.captured)},
        "changes": [
            {
                "kind": change.kind,
                "old": compared.old.text[slice(*change.old)],
                "new": compared.new.text[slice(*change.new)],
                "old_range": list(change.old),
                "new_range": list(change.new),
                "words": [
                    {
                        "kind": piece.kind,
                        "text": compared.new.text[slice(*piece.new)]
                        if piece.kind != "removed"
                        else compared.old.text[slice(*piece.old)],
                    }
                    for piece in change.pieces
                ],
            }
            for change in compared.changes
            if change.kind != "same"
        ],
        "touched": [mark.ref for mark in compared.touched()],
    }


TYPE_CHECKING = False
if TYPE_CHECKING:
    from onrecord.statements.marks import Comparison
