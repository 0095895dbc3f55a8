"""onrecord speakers unsure"""

from __future__ import annotations

from onrecord.cli.judging import command, judged

COMMAND = command(
    'onrecord speakers unsure zhang-wei zhang-wei-2 --reason "no source gives more than the name"'
)


def run(*, speaker: str, other: str, reason: str | None, database: str | None, as_json: bool) -> None:
    """Record that nobody can tell yet whether two speakers are the same. speakers dupes --judged shows them again."""
    judged("unsure", speaker, other, reason, database, as_json=as_json)
