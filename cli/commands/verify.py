"""onrecord verify"""

from collections import Counter
from collections.abc import Sequence
from pathlib import Path
from typing import Annotated

import typer

from onrecord import verify as verification
from onrecord.cli.app import single
from onrecord.cli.options import AsJson, Database, Keys, complete_source, database_path, reading
from onrecord.cli.output import check_mark, place, print_json, print_rows, remark
from onrecord.cli.progress import progress
from onrecord.cli.reading_input import named
from onrecord.db import engine
from onrecord.errors import DatabaseError, UsageError
from onrecord.verify import Check

app = single()

EXAMPLES = """Examples:

onrecord verify --all

onrecord verify k7xq2m k9ab3c@smith-2023

onrecord search --tag sanctions | onrecord verify -

onrecord verify --in smith-2023 --json

onrecord verify --all || echo "a quotation no longer stands in its source"     (for CI)"""


@app.command(epilog=EXAMPLES)
def verify(
    keys: Keys = None,
    everything: Annotated[bool, typer.Option("--all", help="Check every attribution.")] = False,
    source: Annotated[
        list[str] | None,
        typer.Option(
            "--in",
            metavar="CITEKEY",
            help="Check those in this source. Repeatable.",
            autocompletion=complete_source,
            show_default=False,
        ),
    ] = None,
    database: Database = None,
    as_json: AsJson = False,
) -> None:
    """Check recorded wordings against the newest stored text of their sources.

    Outcomes: exact (the code points are equal), typographic (equal but for quotation marks, dashes, spaces and the
    like), elided (with something left out), altered, ambiguous (in several places), absent, not_checkable (indirect
    speech, or no stored text). Exit status 1 when anything is altered, ambiguous or absent.
    """
    if everything == bool(keys or source):
        raise UsageError("Say what to check: KEYs, --in CITEKEY, or --all.")
    with reading(database) as session:
        ids = verification.attribution_ids(session, named(keys), source or ())
        checks = list(progress(verification.check(session, ids), total=len(ids), what="Checking"))
    if checks:
        _keep(database_path(database), checks, ids)
    if as_json:
        print_json(check.as_json() for check in checks)
    else:
        _tell(checks)
    if any(check.failed for check in checks):
        raise typer.Exit(1)


def _keep(path: Path, checks: Sequence[Check], ids: Sequence[int]) -> None:
    """Outcomes are kept beside the records; where that cannot be, the check was worth doing all the same."""
    try:
        with engine.observing(path) as session:
            verification.note(session, checks, ids)
    except DatabaseError as error:
        remark(f"The outcomes were not kept: {error.message}")


def _tell(checks: Sequence[Check]) -> None:
    print_rows(
        ("outcome", "key", "where", "form", "speaker", "wording"),
        [
            (
                check_mark(check.outcome),
                check.quote.key,
                place(check.quote),
                check.quote.form,
                check.quote.speaker.name,
                check.quote.text,
            )
            for check in checks
        ],
        shorten_last=True,
    )
    for check in checks:
        if check.before:
            remark(
                f"{check.quote.ref}: drifted, {check.before} in the copy it was recorded from, {check.outcome} now."
            )
        for one in check.remarks if check.failed or check.outcome == "elided" else ():
            remark(f"{check.quote.ref}: {one}.")
        for left in check.left_out:
            remark(f"{check.quote.ref}: left out “{' '.join(left.split())}”.")
        if check.diff:
            remark(f"{check.quote.ref}: [-in the source-] {{+recorded+}}: {check.diff}")
    counts = Counter(str(check.outcome) for check in checks)
    summary = ", ".join(f"{count} {outcome}" for outcome, count in counts.items())
    remark(f"{len(checks)} checked{': ' if summary else ''}{summary}.")
