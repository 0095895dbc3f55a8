"""Proposals decided in an editor: the review file opens, and what it says when the editor ends is done, all of it or nothing."""

from __future__ import annotations

import os
import tempfile
from contextlib import suppress
from pathlib import Path

from onrecord.cli import editor
from onrecord.cli import review_steps as steps
from onrecord.cli.options import asking, recording
from onrecord.cli.output import remark
from onrecord.errors import OnrecordError, UsageError
from onrecord.proposals import queries as proposal_queries
from onrecord.proposals.file import written_review

TYPE_CHECKING = False
if TYPE_CHECKING:
    from onrecord.cli.review_steps import Request

_THEN = "What this file says when the editor is closed is done; close it unchanged, and nothing is."


def review(database: str | None, citekey: str | None, request: Request, *, dry_run: bool) -> None:
    """Opens the proposals of a source, or of all with open ones. A file that cannot be done as it is stays, and is named."""
    program = editor.chosen()
    with asking(database) as reader:
        waiting = proposal_queries.waiting(reader)
        named = [citekey] if citekey else [source.citekey for source in waiting if source.open]
        if not named:
            remark("Nothing waits. Read something with: onrecord ingest FILE")
            return
        text = written_review([proposal_queries.opened(reader, one) for one in named], _THEN)
    descriptor, name = tempfile.mkstemp(prefix="onrecord-review-", suffix=".md")
    with open(descriptor, "w", encoding="utf-8") as file:
        file.write(text)
    try:
        editor.edit(name, program)
        decided = steps.read_file(name)
        if decided == text:
            remark("Nothing was decided.")
        else:
            with recording(database, rehearse=dry_run) as store:
                done = steps.decide(store, request, named, decided)
            steps.tell(done, dry_run=dry_run)
    except OnrecordError as error:
        if _same(name, text):
            _remove(name)
            raise
        raise type(error)(
            f"{error.message.rstrip('.')}. What you wrote is kept: correct it, then onrecord review --from {name}"
        ) from None
    _remove(name)


def refuse_others(options: dict[str, object]) -> None:
    """UsageError where an option is given that decides in another way."""
    for flag, value in options.items():
        if value:
            raise UsageError(f"Give either --edit or {flag}.")


def _same(name: str, text: str) -> bool:
    try:
        return Path(name).read_text("utf-8") == text
    except (OSError, ValueError):
        return not os.path.lexists(name)


def _remove(name: str) -> None:
    with suppress(OSError):
        Path(name).unlink()
