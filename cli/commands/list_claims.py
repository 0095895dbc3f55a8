"""onrecord list claims"""

from onrecord import positions
from onrecord.cli.app import single
from onrecord.cli.limits import cut, tell_cut
from onrecord.cli.options import AsJson, Database, ListLimit, asking
from onrecord.cli.output import print_json, print_rows
from onrecord.db.words import STANCES

app = single()


@app.command(epilog="Example:  onrecord list claims")
def list_claims(limit: ListLimit = None, database: Database = None, as_json: AsJson = False) -> None:
    """List the claims with the number of statements that assert, deny and question them."""
    with asking(database) as reader:
        records = positions.claim_records(reader)
    shown = cut(records, limit or None)
    if as_json:
        print_json(record.as_json() for record in shown)
        tell_cut(len(shown), len(records))
        return
    print_rows(
        ("claim", *STANCES, "text"),
        [
            (record.key, *(str(len(record.having(stance))) for stance in STANCES), record.text)
            for record in shown
        ],
    )
    tell_cut(len(shown), len(records))
