"""The statements of a database."""

from __future__ import annotations

from typing import TYPE_CHECKING

from onrecord.api.noun import Noun, changes, records, several
from onrecord.statements import decide, queries
from onrecord.statements.add import add_quote
from onrecord.statements.edit import edit_quote
from onrecord.statements.edits import Edits
from onrecord.statements.fields import QuoteFields
from onrecord.statements.links import link_statements
from onrecord.statements.tag import tag_statement
from onrecord.views.statement import show_statement

if TYPE_CHECKING:
    from collections.abc import Sequence

    from onrecord.model.records import Quote
    from onrecord.model.statement_links import StatementLinkEntry
    from onrecord.statements.conflicts import Conflict
    from onrecord.statements.decide import Decided
    from onrecord.views.statement import StatementRecord


class Statements(Noun):
    """What was said. KEY, or an unambiguous beginning of it, names a statement; KEY@CITEKEY what one source gives of it."""

    add = records("add quote", QuoteFields, add_quote)
    edit = changes("edit", Edits, edit_quote)

    def get(self, key: str) -> StatementRecord:
        """Everything that is known of a statement: its attributions, their context, checks and history."""
        with self._database.reader() as reader:
            return show_statement(reader, key)

    def quote(self, key: str) -> Quote:
        """One attribution: the one that KEY@CITEKEY names, or of KEY the one to cite."""
        with self._database.reader() as reader:
            [quote] = queries.pointed(
                reader, queries.quotes(reader, queries.attribution_ids(reader, key)[:1])
            )
            return quote

    def quotes(self, key: str) -> list[Quote]:
        """Every attribution that KEY or KEY@CITEKEY names, the one to cite first."""
        with self._database.reader() as reader:
            return list(queries.pointed(reader, queries.quotes(reader, queries.attribution_ids(reader, key))))

    def link(self, key: str, other: str, kind: str) -> StatementLinkEntry:
        """Records how a statement bears on another: "variant_of", "excerpt_of", "translation_of", "corrects" or "retracts" it."""
        with self._database.writer(f"python: link {key} {other}") as store:
            return link_statements(store, key, other, kind)

    def tag(self, key: str, *tags: str, remove: Sequence[str] = ()) -> tuple[str, ...]:
        """Puts tags on a statement and takes others off; those that it then has, in alphabetical order."""
        with self._database.writer(f"python: tag {key}") as store:
            return tag_statement(store, queries.statement_of(store, key), tags, several("remove", remove))

    def conflicts(self, key: str | None = None, *, decided: bool = False) -> list[Conflict]:
        """What sources disagree on, of one statement or of all: what is open, or with `decided` what somebody decided."""
        from onrecord.statements.conflicts import conflicts

        with self._database.reader() as reader:
            return conflicts(reader, key, decided=decided)

    def prefer(self, reference: str, *, reason: str, about: str | None = None) -> Decided:
        """Prefers one attribution to the others of its statement where they disagree, and remembers why.

        `about`: in the conflicts about a "date", "place", "figure", "wording" or "speaker" alone. InputError without a reason.
        """
        with self._database.writer(f"python: prefer {reference}") as store:
            return decide.prefer(store, reference, reason, about)

    def let_stand(self, key: str, *, reason: str, about: str | None = None) -> Decided:
        """Remembers that all sides of a statement's conflicts may stand. ConflictError: sources do not disagree."""
        with self._database.writer(f"python: let stand {key}") as store:
            return decide.let_stand(store, key, reason, about)

    def deprecate(self, reference: str, *, reason: str) -> Decided:
        """Takes an attribution out of every conflict; the reason is printed wherever it is cited."""
        with self._database.writer(f"python: deprecate {reference}") as store:
            return decide.deprecate(store, reference, reason)
