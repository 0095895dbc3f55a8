"""Reading one source for `onrecord ingest`: storing it, and keeping what is proposed of it."""

from __future__ import annotations

from onrecord.cli import review_steps as steps
from onrecord.cli import source_options
from onrecord.cli.engine_option import found_in
from onrecord.cli.options import recording
from onrecord.cli.output import remark
from onrecord.cli.reading_input import document, is_address, reading_as_json
from onrecord.proposals import queries as proposal_queries
from onrecord.proposals.decide import accept_confident
from onrecord.proposals.store import store_proposals
from onrecord.sources.add import add_source

TYPE_CHECKING = False
if TYPE_CHECKING:
    from onrecord.cli.review_steps import Request
    from onrecord.model.records import Json
    from onrecord.proposals.decide import Sweep
    from onrecord.sources.add import SourceFields


class Reading:
    """One source read, stored (or with `dry_run` not), and what was proposed of it."""

    def __init__(
        self,
        database: str | None,
        given: str,
        fields: SourceFields,
        engine: str | None,
        request: Request,
        *,
        allow_private: bool,
        dry_run: bool,
    ) -> None:
        text = document(given, allow_private=allow_private)
        author = fields.authors[0].strip("{} ") if len(fields.authors) == 1 else None
        extracted, made_by = found_in(text, engine, author=author, issued=fields.issued)
        self.dry_run = dry_run
        self.reading = reading_as_json(text)
        self.swept: Sweep | None = None
        with recording(database, rehearse=dry_run) as store:
            self.added = add_source(store, fields, text, fetched=is_address(given))
            self.citekey = self.added.record.citekey
            self.stored = store_proposals(store, self.citekey, text.text, extracted, engine=made_by)
            if dry_run and request.accept:
                self.swept = accept_confident(store, self.citekey, threshold=request.threshold)
            self.proposals = proposal_queries.proposals(store, self.citekey)

    def as_json(self) -> Json:
        return {
            "source": self.citekey,
            "created": self.added.created,
            "new": self.stored.new,
            "known": self.stored.known,
            "still_rejected": self.stored.rejected,
            "proposals": [proposal.as_json() for proposal in self.proposals],
            "dry_run": self.dry_run,
            **self.reading,
        }

    def tell(self, *, quiet: bool) -> None:
        if quiet:
            remark(f"{self.citekey}: {self.stored.new} new, {self.stored.known} known.")
            return
        source_options.tell(self.added)
        steps.summarise(self.proposals)
        if not self.dry_run:
            steps.how_to_go_on(self.proposals, self.citekey)
