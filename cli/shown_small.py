"""What `show` shows of a stance, a link, a verdict and a tag."""

from __future__ import annotations

from onrecord.claims import entries
from onrecord.cli.long_view import Page
from onrecord.cli.plain import print_quotes
from onrecord.db.reader import Reader
from onrecord.statements import links as statement_links
from onrecord.statements import queries as statement_queries
from onrecord.statements.tag import tagged

TYPE_CHECKING = False
if TYPE_CHECKING:
    from onrecord.cli.long_view import Shown
    from onrecord.model.claim_records import LinkEntry, StanceEntry, VerdictEntry
    from onrecord.model.office_records import OfficeEntry
    from onrecord.model.records import Quote
    from onrecord.model.statement_links import StatementLinkEntry
    from onrecord.names import Target


def found(reader: Reader, target: Target) -> Shown:
    """The document of what was named, and what prints it for people."""
    if target.kind == "tag":
        quotes = statement_queries.quotes(
            reader, statement_queries.cited_first(reader, tagged(reader, target.row))
        )
        return lambda: {
            "tag": target.name,
            "statements": len(quotes),
            "quotes": [quote.as_json() for quote in quotes],
        }, lambda: _tag(target.name, quotes)
    if target.kind == "link":
        if target.table == "statement_links":
            [between] = statement_links.links(reader, [target.row])
            first = (between.statement, between.statement_text)
            return between.as_json, lambda: _link(between, *first)
        [link] = entries.links(reader, [target.row])
        return link.as_json, lambda: _link(link, link.claim, link.claim_text)
    if target.kind == "office":
        from onrecord.speakers.offices import office

        held = office(reader, target.row)
        return held.as_json, lambda: _office(held)
    if target.kind == "verdict":
        [verdict] = entries.verdicts(reader, [target.row])
        return verdict.as_json, lambda: _verdict(verdict)
    [stance] = entries.stances(reader, [target.row])
    return stance.as_json, lambda: _stance(stance)


def _office(entry: OfficeEntry) -> None:
    page = Page()
    page.line(f"{entry.ref}  {entry.title}", style="bold")
    page.fields(
        [
            ("speaker", f"{entry.speaker}  {entry.speaker_name}"),
            ("time", entry.time),
            ("source", entry.source),
            ("note", entry.note),
        ]
    )


def _stance(entry: StanceEntry) -> None:
    page = Page()
    page.line(f"{entry.ref}  {entry.stance}", style="bold")
    page.fields(
        [
            ("statement", f"{entry.statement}  {entry.statement_text}"),
            ("claim", f"{entry.claim}  {entry.claim_text}"),
            ("note", entry.note),
        ]
    )


def _link(entry: LinkEntry | StatementLinkEntry, name: str, text: str) -> None:
    page = Page()
    page.line(f"{entry.ref}  {entry.kind}", style="bold")
    page.line(f"{name}  {text}")
    page.line(entry.kind, indent=2)
    page.line(f"{entry.other}  {entry.other_text}")


def _verdict(entry: VerdictEntry) -> None:
    page, verdict = Page(), entry.verdict
    page.line(f"{entry.ref}  {verdict.verdict}", style="bold")
    page.fields(
        [
            ("claim", f"{entry.claim}  {entry.claim_text}"),
            ("reviewer", f"{verdict.reviewer.name} ({verdict.reviewer.slug})"),
            ("rating", verdict.on_its_scale()),
            ("published", verdict.published),
            ("source", verdict.source),
        ]
    )


def _tag(name: str, quotes: list[Quote]) -> None:
    page = Page()
    page.line(name, style="bold")
    page.heading(f"Quotations ({len(quotes)})")
    print_quotes(quotes)
