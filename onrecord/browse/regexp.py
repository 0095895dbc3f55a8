"""REGEXP in SQL, which SQLite leaves to whoever opens it: queries on tables, and the files made of them, may use it."""

import re
import sqlite3


def add(connection: sqlite3.Connection) -> None:
    """Makes `text REGEXP pattern` known, with the patterns of Python."""
    connection.create_function("regexp", 2, _matches, deterministic=True)


def _matches(pattern: str, text: str | None) -> bool | None:
    return None if text is None else re.search(pattern, text) is not None
