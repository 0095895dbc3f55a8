"""onrecord speakers same"""

from __future__ import annotations

from onrecord.cli.judging import MERGE, command, judged

COMMAND = command("onrecord speakers same sergey-shoygu sergei-shoigu --merge", MERGE)


def run(
    *, speaker: str, other: str, reason: str | None, merge: bool, database: str | None, as_json: bool
) -> None:
    """Record that two speakers are the same. --merge also merges them; onrecord undo reverts both."""
    judged("same", speaker, other, reason, database, as_json=as_json, merge=merge)
