"""onrecord list speakers"""

from onrecord.cli.app import single
from onrecord.cli.limits import cut, tell_cut
from onrecord.cli.options import AsJson, Database, ListLimit, asking
from onrecord.cli.output import print_json, print_rows

app = single()


@app.command(epilog="Example:  onrecord list speakers")
def list_speakers(limit: ListLimit = None, database: Database = None, as_json: AsJson = False) -> None:
    """List the speakers: slug, kind, number of statements, names."""
    from onrecord import listing

    with asking(database) as reader:
        records = listing.speakers(reader)
    shown = cut(records, limit or None)
    if as_json:
        print_json(record.as_json() for record in shown)
        tell_cut(len(shown), len(records))
        return
    print_rows(
        ("slug", "kind", "statements", "names"),
        [
            (
                record.slug,
                f"{record.kind}, unnamed" if record.unnamed else record.kind,
                str(record.statements),
                "; ".join(name.name for name in record.names) or record.name,
            )
            for record in shown
        ],
    )
    tell_cut(len(shown), len(records))
