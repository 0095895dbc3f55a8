"""onrecord list tags"""

from onrecord.cli.app import single
from onrecord.cli.limits import cut, tell_cut
from onrecord.cli.options import AsJson, Database, ListLimit, asking
from onrecord.cli.output import print_json, print_rows

app = single()


@app.command(epilog="Example:  onrecord list tags")
def list_tags(limit: ListLimit = None, database: Database = None, as_json: AsJson = False) -> None:
    """List the tags with the number of statements that carry them."""
    from onrecord import listing

    with asking(database) as reader:
        tags = listing.tags(reader)
    shown = cut(tags, limit or None)
    if as_json:
        print_json({"tag": name, "statements": count} for name, count in shown)
        tell_cut(len(shown), len(tags))
        return
    print_rows(("tag", "statements"), [(name, str(count)) for name, count in shown])
    tell_cut(len(shown), len(tags))
