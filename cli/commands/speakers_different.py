"""onrecord speakers different"""

from __future__ import annotations

from onrecord.cli.judging import command, judged

COMMAND = command('onrecord speakers different robert-downey-sr robert-downey-jr --reason "father and son"')


def run(*, speaker: str, other: str, reason: str | None, database: str | None, as_json: bool) -> None:
    """Record that two speakers are not the same. They are not suggested again, and cannot be merged by mistake."""
    judged("different", speaker, other, reason, database, as_json=as_json)
