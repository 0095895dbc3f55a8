"""onrecord where"""

from onrecord import overview
from onrecord.cli.app import single
from onrecord.cli.options import AsJson, Database, database_path
from onrecord.cli.output import print_json, print_rows
from onrecord.db import engine, files

app = single()


@app.command(epilog="Examples:  onrecord where  ·  onrecord where --json")
def where(database: Database = None, as_json: AsJson = False) -> None:
    """Show which database is used, how large it is and what is in it."""
    path = database_path(database)
    with engine.reading(path) as session:
        counts = overview.counts(session)
    facts = {"path": str(path.resolve()), "bytes": path.stat().st_size, "schema": files.schema_version(path)}
    if as_json:
        print_json([{**facts, **counts}])
    else:
        print_rows(("", ""), [(name, str(value)) for name, value in (facts | counts).items()])
