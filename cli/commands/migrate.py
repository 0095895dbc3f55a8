"""onrecord migrate"""

from onrecord.cli.app import single
from onrecord.cli.options import AsJson, Database, database_path
from onrecord.cli.output import print_json, say

app = single()


@app.command(epilog="Example:  onrecord migrate --db archive.db")
def migrate(database: Database = None, as_json: AsJson = False) -> None:
    """Bring an older database to the current schema. A copy of it as it was is kept beside it."""
    from onrecord.db import files, schema

    path = database_path(database)
    backup = schema.upgrade(path)
    if as_json:
        print_json(
            [{"path": str(path), "schema": files.SCHEMA_VERSION, "backup": str(backup) if backup else None}]
        )
    elif backup is None:
        say(f"{path} has the current schema ({files.SCHEMA_VERSION}).")
    else:
        say(f"Migrated {path} to schema {files.SCHEMA_VERSION}. As it was: {backup}")
