"""The tools `verify_quote` and `check_text`: what `onrecord check` says of one wording, and of every quotation of a text."""

from __future__ import annotations

from collections import Counter

from onrecord.check.draft import Cite
from onrecord.check.judge import check, verdicts
from onrecord.check.passage import Passage
from onrecord.check.verdict import Kind
from onrecord.db import reader as readers
from onrecord.errors import InputError
from onrecord.matching import render_diff
from onrecord.mcp.answer import Answer, data, label
from onrecord.mcp.told import quote_head, source_head, standing
from onrecord.sources import queries as sources
from onrecord.statements import queries as statements
from onrecord.text.locator_forms import format_locator
from onrecord.text.locators import Paragraphs
from onrecord.text.marks import strip_outer_marks

TYPE_CHECKING = False
if TYPE_CHECKING:
    from collections.abc import Iterator

    from onrecord.check.verdict import Verdict
    from onrecord.db.reader import Reader
    from onrecord.mcp.asking import Asking
    from onrecord.model.records import Quote

# They name nobody, with a capital or without.
_PRONOUNS = frozenset("he she they it we i you".split())


def verify_quote(
    asking: Asking, answer: Answer, *, wording: str, speaker: str | None = None, source: str | None = None
) -> None:
    """Judges one wording."""
    passage = _passage(wording, speaker, source)
    with readers.opened(asking.path) as reader:
        if source is not None:
            # NotFoundError: a draft may cite what is not on record; here it is a mistake.
            sources.source_id(reader, source)
        [verdict] = verdicts(reader, [passage], asking.go_on)
        answer.put(*_told(reader, verdict))


def check_text(asking: Asking, answer: Answer, *, text: str) -> None:
    """Judges the quotations of a text in Markdown, the gravest first; the last line counts them."""
    from onrecord.check.reading import of_text

    draft = of_text(text, "text.md")
    with readers.opened(asking.path) as reader:
        report = check(reader, draft, go_on=asking.go_on)
        for verdict in sorted(report.verdicts, key=lambda verdict: verdict.kind.gravity):
            asking.go_on()
            where = f"line {verdict.passage.line}, column {verdict.passage.column}"
            if not answer.put(*_told(reader, verdict, where)):
                break
    counts = Counter(verdict.kind for verdict in report.verdicts)
    summary = ", ".join(f"{counts[kind]} {_word(kind)}" for kind in Kind if counts[kind])
    if not report.verdicts:
        answer.put("No citation: this text has no quotation to judge.")
    hidden = f" Shown: {answer.count}; for the rest a larger max_chars." if answer.full else ""
    answer.close(
        f"{len(report.verdicts)} judged{': ' if summary else ''}{summary}; "
        f"{report.mentions + report.titles} short ones and titles passed over.{hidden}"
    )


def _passage(wording: str, speaker: str | None, source: str | None) -> Passage:
    """A wording as a draft would have it that gives it to `speaker` and cites `source`. InputError: it has no words."""
    if not any(one.isalnum() for one in wording):
        raise InputError("The wording holds no letter and no digit.")
    words = strip_outer_marks(wording.strip())
    who = speaker.strip() if speaker else ""
    return Passage(
        start=0,
        end=len(words),
        line=1,
        column=1,
        wording=words,
        speaker=who or None,
        named_as=who or None,
        role_only=who[:1].islower() or who.casefold() in _PRONOUNS,
        attributed=bool(who),
        cites=(Cite(source, "", 0),) if source is not None else (),
    )


def _word(kind: Kind) -> str:
    return kind.value.replace("-", "_")


def _told(reader: Reader, verdict: Verdict, where: str = "") -> Iterator[str]:
    """A verdict: the citation, the outcome, the words that were asked for, and what the record or the source has."""
    quote = _quote(reader, verdict.ref) if verdict.ref else None
    passage = verdict.passage
    outcome = f" · outcome: {verdict.outcome}" if verdict.outcome else ""
    line = f"verdict: {_word(verdict.kind)}{outcome}{f' · {where}' if where else ''}"
    if quote is not None:
        yield quote_head(quote)
        yield line
        yield standing(quote)
        if verdict.snapshot is None:
            yield "note: its source has no stored copy to check it against"
    elif verdict.source is not None:
        yield _copy_head(reader, verdict)
        yield line
    else:
        yield "No citation: these words stand neither in the record nor in a stored copy, and nothing near them does."
        yield line
    # What is wrong may hold words of the source.
    why = list(verdict.remarks) if verdict.parts or verdict.source is None else [verdict.sentence]
    if verdict.kind is Kind.unrecorded and verdict.speaker:
        why.append(f"the source gives it to {verdict.speaker}")
    if why:
        yield "why:\n" + "\n".join(map(data, why))
    yield f"asked, given to {label(passage.speaker)}:" if passage.speaker else "asked:"
    yield data(passage.wording)
    if quote is not None:
        yield f"recorded:\n{data(quote.shown)}"
    if verdict.snapshot is not None and (there := verdict.around or verdict.printed):
        yield f"the source has:\n{data(there)}"
    if verdict.parts:
        yield f"the nearest passage, [-as it stands there-] {{+as it was asked+}}:\n{data(render_diff(verdict.parts))}"


def _quote(reader: Reader, ref: str) -> Quote:
    return next(
        quote
        for quote in statements.quotes(reader, statements.attribution_ids(reader, ref))
        if quote.ref == ref
    )


def _copy_head(reader: Reader, verdict: Verdict) -> str:
    """The source, with the number of its copy, counted from 1, and the paragraph of the passage."""
    owner = sources.source_id(reader, verdict.source or "")
    head = source_head(sources.source_records(reader, [owner])[owner])
    if verdict.snapshot is None:
        return head
    [(text, number)] = reader.rows(_COPY, (verdict.snapshot,))
    place = ""
    if verdict.at is not None:
        place = f", {format_locator('paragraph', str(Paragraphs(text).number_at(verdict.at)))}"
    return f"{head} (stored copy {number}{place})"


_COPY = (
    "SELECT sn.text, (SELECT count(*) FROM snapshots AS twin WHERE twin.source_id = sn.source_id AND twin.id <= sn.id) "
    "FROM snapshots AS sn WHERE sn.id = ?"
)
