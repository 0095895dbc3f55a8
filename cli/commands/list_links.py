"""onrecord list links"""

from __future__ import annotations

from onrecord.claims import entries
from onrecord.cli.limits import cut, tell_cut, tell_none
from onrecord.cli.options import AS_JSON, DATABASE, LIST_LIMIT, asking
from onrecord.cli.output import print_json, print_rows
from onrecord.cli.spec import Command
from onrecord.model.statement_links import StatementLinkEntry
from onrecord.statements import links as statement_links

TYPE_CHECKING = False
if TYPE_CHECKING:
    from onrecord.model.claim_records import LinkEntry

COMMAND = Command(
    LIST_LIMIT,
    DATABASE,
    AS_JSON,
    examples="Examples:  onrecord list links  ·  onrecord list links --json",
)


def run(*, limit: int | None, database: str | None, as_json: bool) -> None:
    """List links between claims (CLAIM/CLAIM) and between statements (KEY/KEY): name, kind, both wordings."""
    with asking(database) as reader:
        records: list[LinkEntry | StatementLinkEntry] = [
            *entries.links(reader),
            *statement_links.links(reader),
        ]
    shown = cut(records, limit or None)
    if as_json:
        print_json(record.as_json() for record in shown)
    else:
        print_rows(
            ("link", "kind", "first", "second"),
            [(one.ref, one.kind, _text(one), one.other_text) for one in shown],
        )
    if not records and not as_json:
        tell_none("links", "Add one with: onrecord add link NAME NAME")
    tell_cut(len(shown), len(records))


def _text(entry: LinkEntry | StatementLinkEntry) -> str:
    return entry.statement_text if isinstance(entry, StatementLinkEntry) else entry.claim_text
