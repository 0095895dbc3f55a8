"""Columns that are computed from others, computed again: what a migration leaves behind was made by older rules."""

from sqlalchemy import Connection

from onrecord.text.namekeys import name_key


def name_keys(connection: Connection) -> None:
    """Gives every name of a speaker the key that a search for it would have today. It is no edit: nothing is recorded.

    The full-text index over the names has to be made anew afterwards.
    """
    run = connection.exec_driver_sql
    stale = [
        (key, row) for row, name, held in run("SELECT id, name, name_key FROM speaker_names")
        if (key := name_key(name)) != held
    ]  # fmt: skip
    if not stale:
        return
    triggers = run(
        "SELECT name, sql FROM sqlite_schema WHERE type = 'trigger' AND tbl_name = 'speaker_names' AND name LIKE '%_update'"
    ).fetchall()
    for name, _ in triggers:
        run(f"DROP TRIGGER {name}")
    for pair in stale:
        run("UPDATE speaker_names SET name_key = ? WHERE id = ?", pair)
    for _, sql in triggers:
        run(sql)
