"""Rows of the first version of whole records, brought to what the tables are now.

There, a statement had the language, place, occasion and medium that its attributions have now, and a stored text was
its own and only capture.
"""

from collections.abc import Mapping

MOVED = ("language", "place", "occasion", "medium")


class Older:
    """Brings rows up as they come; statements come before their attributions."""

    def __init__(self) -> None:
        self._of_statement: dict[object, dict[str, object]] = {}

    def brought_up(self, type_: object, row: Mapping[str, object]) -> dict[str, object]:
        """The row as it would be written today. What is of no use is left for whoever stores it to refuse."""
        if type_ == "statement":
            self._of_statement[str(row.get("key"))] = {
                name: row[name] for name in MOVED if row.get(name) is not None
            }
            return {name: value for name, value in row.items() if name not in MOVED}
        if type_ == "attribution" and row.get("status") != "misattributed":
            return {**self._of_statement.get(str(row.get("statement")), {}), **row}
        return dict(row)

    def capture(self, type_: object, row: Mapping[str, object]) -> dict[str, object] | None:
        """The capture that a stored text was."""
        if type_ != "snapshot":
            return None
        return {
            "source": row.get("source"),
            "snapshot": [row.get("source"), row.get("sha256")],
            "captured_at": row.get("captured_at"),
        }
