"""onrecord where"""

from onrecord.cli.app import single
from onrecord.cli.options import AsJson, Database, asking, database_path
from onrecord.cli.output import print_json, print_rows

app = single()


@app.command(epilog="Examples:  onrecord where  ·  onrecord where --json")
def where(database: Database = None, as_json: AsJson = False) -> None:
    """Show which database is used, how large it is and what is in it."""
    from onrecord import listing
    from onrecord.db import files

    path = database_path(database)
    with asking(database) as reader:
        counts = listing.counts(reader)
    facts = {"path": str(path.resolve()), "bytes": path.stat().st_size, "schema": files.SCHEMA_VERSION}
    if as_json:
        print_json([{**facts, **counts}])
    else:
        print_rows(("", ""), [(name, str(value)) for name, value in (facts | counts).items()])
