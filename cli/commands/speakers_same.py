"""onrecord speakers same"""

from __future__ import annotations

from onrecord.cli.judging import MERGE, command, judged

COMMAND = command("onrecord speakers same sergey-shoygu sergei-shoigu --merge", MERGE)


def run(
    *, one: str, other: str, reason: str | None, merge: bool, database: str | None, as_json: bool
) -> None:
    """Remember that two speakers are one. --merge merges them too; onrecord undo takes both back."""
    judged("same", one, other, reason, database, as_json=as_json, merge=merge)
