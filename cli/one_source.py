"""Reading one source for `onrecord ingest`: storing it, and keeping what is proposed of it."""

from __future__ import annotations

import os
from pathlib import Path

from onrecord import __version__
from onrecord.cli import review_steps as steps
from onrecord.cli import source_options
from onrecord.cli.engine_option import found_in, supported
from onrecord.cli.handed_in import Outside, from_model
from onrecord.cli.options import asking, database_file, recording
from onrecord.cli.output import remark, say
from onrecord.cli.plain import hushed
from onrecord.cli.reading_input import document, is_address, reading_as_json
from onrecord.errors import InputError
from onrecord.model.record import replace
from onrecord.proposals import queries as proposal_queries
from onrecord.proposals.decide import accept_confident
from onrecord.proposals.records import GIVEN
from onrecord.proposals.store import Stored, store_proposals
from onrecord.sources import queries as source_queries
from onrecord.sources import stored
from onrecord.sources.add import AddedSource, add_source
from onrecord.statements.judge import judge_source
from onrecord.text.clean import one_line

TYPE_CHECKING = False
if TYPE_CHECKING:
    from collections.abc import Sequence

    from onrecord.cli.review_steps import Request
    from onrecord.extract import Proposal
    from onrecord.extract.outside.endpoint import Endpoint
    from onrecord.extract.outside.given import HandedIn
    from onrecord.model.records import Json
    from onrecord.proposals.decide import Sweep
    from onrecord.sources.add import SourceFields


def stored_as(database: str | None, text: str) -> str | None:
    """The source that is meant where no file is: by its citekey."""
    if text == "-" or is_address(text) or os.path.lexists(text):
        return None
    if not Path(database_file(database)).exists():
        return None
    with asking(database) as reader:
        if source_queries.owner_of(reader, text) is not None:
            return text
    if (
        text and text.replace("-", "").replace("_", "").isalnum()
    ):  # no ending and no folder: it may be meant as either
        raise InputError(f"There is no file or source {text}.")
    return None


class Reading:
    """One source read, stored (or with `dry_run` not), and what was proposed of it."""

    def __init__(
        self,
        database: str | None,
        file: str,
        fields: SourceFields,
        engine: str | None,
        request: Request,
        *,
        allow_private: bool,
        dry_run: bool,
        command: str | None = None,
        handed: HandedIn | None = None,
        model: Endpoint | None = None,
    ) -> None:
        on_record = stored_as(database, file)
        if on_record is not None:
            with asking(database) as reader:
                text = stored.document(reader, on_record)
        else:
            text = document(file, allow_private=allow_private)
            fields = replace(fields, stem=source_options.stem_of(file))
        author = fields.authors[0].strip("{} ") if len(fields.authors) == 1 else None
        extracted, made_by = found_in(
            text, engine, author=author, issued=fields.issued, language=supported(fields.language)
        )
        self.outside: Outside | None = None
        if handed is not None:
            self.outside = Outside(
                text, extracted, handed, f"{GIVEN} {__version__}", "given by another program", author
            )
        elif model is not None:
            self.outside = from_model(text, extracted, model, author, file)
        self.dry_run = dry_run
        self.reading = reading_as_json(text)
        self.swept: Sweep | None = None
        self.given, self.on_record = file, on_record
        with recording(database, rehearse=dry_run, command=command) as store:
            if on_record is not None:
                known = source_queries.source_named(store, on_record)
                assert known is not None
                self.added = AddedSource(known, False)
            else:
                self.added = add_source(store, fields, text, fetched=is_address(file))
            self.citekey = self.added.record.citekey
            if self.added.attached:
                judge_source(store, self.citekey)
            self.stored = Stored(0, 0, 0)
            for proposals, engine_of in self._batches(extracted, made_by):
                self.stored += store_proposals(store, self.citekey, text.text, proposals, engine=engine_of)
            if dry_run and request.accept:
                self.swept = accept_confident(store, self.citekey, threshold=request.threshold)
            self.proposals = proposal_queries.proposals(store, self.citekey)

    def _batches(self, extracted: Sequence[Proposal], made_by: str) -> list[tuple[Sequence[Proposal], str]]:
        """What is to be proposed, each with what made it: what our rules say of it too is theirs."""
        if self.outside is None:
            return [(extracted, made_by)]
        return [(self.outside.agreed, made_by), (self.outside.others, self.outside.engine)]

    def as_json(self) -> Json:
        return {
            "source": self.citekey,
            "created": self.added.created,
            "attached": self.added.attached,
            "new": self.stored.new,
            "known": self.stored.known,
            "still_rejected": self.stored.rejected,
            "proposals": [proposal.as_json() for proposal in self.proposals],
            "dry_run": self.dry_run,
            **self.reading,
            **(self.outside.as_json() if self.outside else {}),
        }

    def tell_in_a_line(self) -> None:
        """Says what one of many files gave."""
        what = f"attached to {self.citekey}" if self.added.attached else f"added {self.citekey}"
        if not self.added.created and not self.added.attached:
            what = f"known as {self.citekey}"
        counted = f"{self.stored.new} proposed" + (
            f", {self.stored.known} known" if self.stored.known else ""
        )
        say(f"{one_line(self.given)}: {what}; {counted}.")
        if self.added.near:
            remark(f"  it may be {' or '.join(self.added.near)}, which has no text yet.")

    def tell(self, *, quiet: bool, opens: bool) -> None:
        """Says what it is and what is proposed; `opens`: the proposals are shown to be decided next, and so need no list."""
        if self.outside is not None:
            self.outside.tell()
        if quiet or hushed():
            remark(f"{self.citekey}: {self.stored.new} new, {self.stored.known} known.", done=True)
            return
        if self.on_record is None:
            source_options.tell(self.added)
        else:
            say(f"Read the stored copy of {self.citekey}: {self.stored.new} new, {self.stored.known} known.")
        if opens:
            return
        steps.summarise(self.proposals)
        if not self.dry_run:
            steps.how_to_go_on(self.proposals, self.citekey)
