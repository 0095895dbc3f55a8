"""onrecord export"""

from __future__ import annotations

import os
import sys

from onrecord.cli.options import AS_JSON, DATABASE, KEYS, asking
from onrecord.cli.output import print_json, remark
from onrecord.cli.spec import Command, flag, option
from onrecord.errors import UsageError
from onrecord.exchange.formats import writable
from onrecord.text.clean import one_line

EXAMPLES = """Examples:

onrecord export -o records.jsonl

onrecord export --format bibtex > library.bib

onrecord export aax6nky3vf dahl-2024 -o some.ris

onrecord export -o vault/quotations --format notes

onrecord search ferry | onrecord export - -o ferries.statements.csv"""


COMMAND = Command(
    KEYS,
    option(
        "--output",
        "-o",
        help="Where to write; - is standard output. The extension sets the format.",
        metavar="FILE",
        default="-",
    ),
    option(
        "--format",
        help=f"{', '.join(one.name for one in writable())}. Default: what the file's name says, else jsonl.",
        name="format_",
        complete=tuple([one.name for one in writable()]),
    ),
    flag("--force", help="Overwrite the file if it exists, and notes that no export wrote."),
    DATABASE,
    AS_JSON,
    acts=True,
    examples=EXAMPLES,
)


def run(
    *,
    keys: list[str] | None,
    output: str,
    format_: str | None,
    force: bool,
    database: str | None,
    as_json: bool,
) -> None:
    """Export everything, or what KEYs, citekeys, claims and speakers name, for other programs or in full.

    jsonl and csv keep every row without loss; import reads them back.
    """
    from onrecord.cli.interrupt import standing
    from onrecord.cli.progress import waiting
    from onrecord.cli.reading_input import named
    from onrecord.exchange.transfer import export as write

    there = output != "-" and os.path.lexists(output)
    with standing(lambda: _as_it_was(output, there)):
        names = named(keys)
    if keys and not names:
        raise UsageError("Standard input names nothing to export.")
    if as_json and output == "-":
        raise UsageError("--json says what was written: give a file with --output.")
    with standing(lambda: _as_it_was(output, there)), asking(database) as reader, waiting("Exporting …"):
        exported = write(reader, names, output, sys.stdout.buffer, format=format_, force=force)
    if as_json:
        print_json({"file": output, "format": exported.name})
    elif output != "-":
        remark(f"Wrote {output} ({exported.title}).", done=True)


def _as_it_was(output: str, there: bool) -> str:
    if output == "-":
        return ""
    return f"{one_line(output)} is as it was." if there else f"{one_line(output)} was not written."
