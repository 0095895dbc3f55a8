"""The long view of one statement, source or speaker, for people."""

from __future__ import annotations

from onrecord.cli.plain import chain, check_run, doubt, in_words, is_terminal, place, print_quotes
from onrecord.cli.terminal import Run, painted, width, wrapped
from onrecord.model.records import Quote, SourceRecord, SpeakerRecord
from onrecord.text.clean import visible
from onrecord.text.markup import plain

TYPE_CHECKING = False
if TYPE_CHECKING:
    from collections.abc import Callable, Iterable, Sequence

    from onrecord.model.office_records import OfficeEntry
    from onrecord.model.records import Json
    from onrecord.sources.captures import CaptureRecord
    from onrecord.views.statement import CheckRecord, Context, StatementRecord

    # What there is of a thing as JSON, and what prints it for people: whoever asks wants one of them.
    Shown = tuple[Callable[[], Json], Callable[[], None]]


class Page:
    """Lines with headings and indentation: styled on a terminal, plain in a pipe."""

    def __init__(self) -> None:
        self.columns = width() if is_terminal() else None

    def line(self, text: str | Sequence[Run] = "", *, style: str = "", indent: int = 0) -> None:
        runs = [(text, style)] if isinstance(text, str) else text
        margin = " " * indent
        if self.columns is None:
            print(margin + "".join(words for words, _ in runs).replace("\n", "\n" + margin))
            return
        shown = [(visible(words, multiline=True), look) for words, look in runs]
        for line in wrapped(shown, self.columns - indent):
            print(painted([(margin, ""), *line]))

    def heading(self, text: str) -> None:
        self.line()
        self.line(text, style="bold underline")

    def fields(self, pairs: Iterable[tuple[str, str | None]], *, indent: int = 0) -> None:
        for name, value in pairs:
            if value:
                self.line(f"{name}: {value}", indent=indent)


def statement(record: StatementRecord) -> None:
    """The statement as a block quotation, then where it stands, what it says of claims, what was done to it."""
    page, first = Page(), record.first
    page.line(first.key, style="bold yellow")
    page.line(first.shown, indent=4)
    page.line(f"— {chain(first)}", style="bold", indent=4)
    page.line()
    page.fields(
        [
            ("said", first.said),
            ("place", first.place),
            ("occasion", first.occasion),
            ("medium", in_words(first.medium)),
            ("language", first.language),
            ("tags", ", ".join(first.tags)),
            ("note", first.note),
        ]
    )
    page.heading("Attributions" if len(record.quotes) > 1 else "Attribution")
    for quote, context, checks in zip(record.quotes, record.contexts, record.checks, strict=True):
        _attribution(page, quote, first, context, checks)
    if record.links:
        page.heading("Linked statements")
        for linked in record.links:
            page.line(f"{linked.words} {linked.key}  {linked.text}")
            page.line(f"{linked.speaker}, in {linked.citation}", indent=2)
    if record.stances:
        page.heading("Claims")
        for stance in record.stances:
            page.line(
                f"{stance.stance} {stance.claim}: {stance.text}{f' ({stance.note})' if stance.note else ''}"
            )
    if record.history:
        page.heading("History")
        for operation in record.history:
            page.line(f"{operation.id}  {operation.when}  {operation.by}  {operation.command}", style="dim")


def _attribution(
    page: Page, quote: Quote, first: Quote, context: Context | None, checks: Sequence[CheckRecord]
) -> None:
    page.line(_headline(quote))
    if problem := doubt(quote):
        page.line(problem.upper() if page.columns is None else problem, style="bold red", indent=2)
    chain_cues = [f"{hop.speaker.name}{f' ({hop.cue})' if hop.cue else ''}" for hop in quote.passed_on]
    page.fields(
        [
            ("in", quote.source.title and plain(quote.source.title)),
            ("at", _passage_at(quote)),
            ("speaker", quote.speaker.name if quote.speaker != first.speaker else None),
            ("named as", quote.named_as),
            ("cue", quote.cue),
            ("original", quote.original.citekey if quote.original else None),
            ("via", " → ".join(chain_cues)),
            ("wording here", quote.exact if quote.exact and quote.exact != quote.text else None),
            ("dated here", quote.said if quote.said != first.said else None),
            ("translated by", quote.translator.name if quote.translator else None),
            ("quoted from", quote.quoted_from),
        ],
        indent=2,
    )
    if context:
        page.line(_passage(context), indent=4)
    if len(checks) > 1:
        page.line("checked: " + "; ".join(map(_check, checks)), style="dim", indent=2)
    page.line()


def _passage_at(quote: Quote) -> str | None:
    """The address of the very words, in the recording or on the page; None where nothing tells it."""
    if quote.locator_label != "timestamp" and not quote.passage:
        return None
    from onrecord.text.moments import at_words

    return at_words(quote.source.url, quote.locator_label, quote.locator, quote.passage)


def _check(check: CheckRecord) -> str:
    return f"{in_words(check.outcome)} in copy {check.copy} ({check.at[:10]})"


def _headline(quote: Quote) -> list[Run]:
    line = [(quote.ref, "yellow"), (f"  {quote.form} · {place(quote)} · ", ""), check_run(quote.check_result)]
    if quote.checked_at and quote.check_result:
        line.append((f" ({quote.checked_at[:10]})", "dim"))
    return line


def _passage(context: Context) -> list[Run]:
    passage = [("… ", "dim")] if context.before else []
    for text, marked in context.pieces:
        words = " ".join(text.split())
        left = " " if text[:1].isspace() else ""
        right = " " if text[-1:].isspace() and words else ""
        if marked:
            passage += [(left, ""), (words if is_terminal() else f"»{words}«", "reverse"), (right, "")]
        else:
            passage.append((left + words + right, "dim"))
    return [*passage, (" …", "dim")] if context.after else passage


def source(record: SourceRecord, captures: Sequence[CaptureRecord], quotes: Sequence[Quote]) -> None:
    """A source, its stored copies and when it had them, and what is recorded from it."""
    page = Page()
    page.line(f"{record.citekey}  {plain(record.title or 'untitled')}", style="bold")
    if record.aliases:
        page.line(f"also cited as {', '.join(record.aliases)}")
    page.fields(
        [
            ("type", record.type),
            ("issued", record.issued),
            ("in", record.container_title),
            ("publisher", record.publisher),
            ("url", record.url),
            ("archived at", record.archive_url),
            ("accessed", record.accessed),
            ("language", record.language),
            *((creator.role, creator.named_as or creator.speaker.name) for creator in record.creators),
        ]
    )
    for number, copy in enumerate(record.snapshots, 1):
        page.line(
            f"copy {number}: {copy.captured_at}, {copy.characters:,} characters, {copy.extractor}, sha256 {copy.sha256}"
        )
    if len(captures) > 1:
        page.heading(f"Captures ({len(captures)})")
        for capture in captures:
            page.line(_capture(capture))
    page.heading(f"Quotations ({len(quotes)})")
    print_quotes(quotes)


def _capture(capture: CaptureRecord) -> str:
    what = f"copy {capture.copy}" if capture.copy else f"not read: {capture.reason}"
    archived = f", archived at {capture.archive_url}" if capture.archive_url else ""
    return f"{capture.captured_at}  {what}{archived}"


def speaker(record: SpeakerRecord, quotes: Sequence[Quote], offices: Sequence[OfficeEntry] = ()) -> None:
    """A speaker, every name, every office, and what is recorded of what it said."""
    page = Page()
    page.line(f"{record.slug}  {record.name}", style="bold")
    page.fields(
        [
            ("kind", f"{record.kind}, unnamed" if record.unnamed else record.kind),
            ("description", record.description),
            ("wikidata", record.wikidata_id),
            ("merged into", record.merged_into),
            ("statements", str(record.statements)),
        ]
    )
    if record.names:
        page.heading("Names")
    for name in record.names:
        detail = ", ".join(part for part in (name.kind, name.language, name.script) if part)
        page.line(f"{name.name} ({detail})")
    if offices:
        page.heading("Offices")
    for office in offices:
        page.line(", ".join(part for part in (office.title, office.time, office.source) if part))
    if record.labels:
        page.heading("Unnamed, called")
    for label in record.labels:
        page.line(label)
    if quotes:
        page.heading(f"Quotations ({len(quotes)})")
        print_quotes(quotes)
