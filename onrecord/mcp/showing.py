"""The tool `show`, and what resources give: one thing with everything known of it."""

from __future__ import annotations

from onrecord.db import reader as readers
from onrecord.errors import UsageError
from onrecord.mcp.answer import Answer, data, label
from onrecord.mcp.told import quotation, source_head, standing
from onrecord.text.amounts import many

TYPE_CHECKING = False
if TYPE_CHECKING:
    from collections.abc import Iterator

    from onrecord.db.reader import Reader
    from onrecord.mcp.asking import Asking
    from onrecord.names import Kind
    from onrecord.views.statement import StatementRecord

_MOST = 200


def run(asking: Asking, answer: Answer, *, name: str, kind: Kind | None = None) -> None:
    """Shows what is called so; `kind` says of which noun it must be."""
    from onrecord.names import find_target

    with readers.opened(asking.path) as reader:
        target = find_target(reader, name.strip(), kind=kind)
        match target.kind:
            case "statement" | "attribution":
                _statement(reader, target.name, answer)
            case "source":
                _source(reader, target.row, answer)
            case "speaker":
                _speaker(reader, target.row, answer)
            case "claim":
                _claim(reader, target.row, answer)
            case _:
                raise UsageError(
                    f"{label(name)} is a {target.kind}. Name a statement, source, speaker or claim."
                )


def _statement(reader: Reader, name: str, answer: Answer) -> None:
    from onrecord.views.statement import show_statement

    record = show_statement(reader, name)
    for number, quote in enumerate(record.quotes):
        if not answer.put(*quotation(quote), *_beside(record, number)):
            break
    for stance in record.stances:
        note = f" ({label(stance.note)})" if stance.note else ""
        answer.put(f"It {stance.stance} the claim {stance.claim}{note}:", data(stance.text))
    left = len(record.quotes) - min(answer.count, len(record.quotes))
    answer.close(f"{left} more sources give it." if left else "")


def _beside(record: StatementRecord, number: int) -> Iterator[str]:
    quote, context, checks = record.quotes[number], record.contexts[number], record.checks[number]
    if quote.best_known:
        yield f"best-known wording:\n{data(quote.best_known)}"
    said = [label(one) for one in (quote.said, quote.occasion, quote.place) if one]
    facts = {
        "named as": quote.named_as,
        "cue": quote.cue,
        "said": ", ".join(said),
        "medium": quote.medium,
        "tags": ", ".join(quote.tags),
        "note": quote.note,
    }
    told = [f"{name}: “{label(value)}”" for name, value in facts.items() if value]
    if told:
        yield " · ".join(told)
    if context is not None:
        yield f"in its stored copy of {context.captured_at[:10]}, the words in [[ ]]:"
        yield data("".join([f"[[{text}]]" if marked else text for text, marked in context.printed]))
    if checks:
        yield "checks: " + ", ".join(f"{one.outcome} on {one.at[:10]}" for one in checks[-5:])


def _quotes(reader: Reader, where: str, value: int, answer: Answer) -> None:
    from onrecord.statements import queries

    ids = reader.column(f"SELECT id FROM attributions WHERE {where} ORDER BY id", (value,))
    shown = 0
    for quote in queries.quotes(reader, ids[:_MOST]):
        if not answer.put(*quotation(quote)):
            break
        shown += 1
    rest = " search finds the others." if shown < len(ids) else ""
    answer.close(f"{shown} of {many(len(ids), 'quotation')}.{rest}")


def _source(reader: Reader, row: int, answer: Answer) -> None:
    from onrecord.sources import queries

    source = queries.source_records(reader, [row])[row]
    copies = [
        f"{n}: {snapshot.captured_at[:10]}, {snapshot.characters} characters"
        for n, snapshot in enumerate(source.snapshots, 1)
    ]
    facts = {
        "language": source.language,
        "publisher": source.publisher,
        "archived": source.archive_url,
        "accessed": source.accessed,
        "also cited as": ", ".join(source.aliases),
    }
    told = [f"{name}: {label(value)}" for name, value in facts.items() if value]
    answer.put(
        source_head(source),
        " · ".join([f"type: {source.type}", *told]),
        f"stored copies: {label('; '.join(copies))}"
        if copies
        else "no stored copy: its quotations cannot be checked",
    )
    _quotes(reader, "source_id = ?", row, answer)


def _speaker(reader: Reader, row: int, answer: Answer) -> None:
    from onrecord.speakers import queries

    number = reader.value("SELECT coalesce(merged_into_id, id) FROM speakers WHERE id = ?", (row,))
    speaker = queries.speaker_record(reader, number)
    names = [label(name.name) for name in speaker.names if name.name != speaker.name]
    answer.put(
        f"[{speaker.slug}] {label(speaker.name)}, {speaker.kind}{', unnamed' if speaker.unnamed else ''}",
        f"also: {label(', '.join(names))}" if names else "",
        data(speaker.description) if speaker.description else "",
    )
    _quotes(
        reader,
        "speaker_id IN (SELECT id FROM speakers WHERE ?1 IN (id, merged_into_id))",
        number,
        answer,
    )


def _claim(reader: Reader, row: int, answer: Answer) -> None:
    from onrecord.claims import queries as claims
    from onrecord.statements import queries as statements

    claim = claims.claim_record(reader, row)
    answer.put(f"[{claim.key}] claim", data(claim.text), f"note: “{label(claim.note)}”" if claim.note else "")
    for verdict in claims.verdicts(reader, row):
        told = {name: value for name, value in verdict.as_json().items() if value not in (None, "")}
        answer.put("verdict: " + " · ".join(f"{name}: {label(str(value))}" for name, value in told.items()))
    for statement, stance in reader.rows(
        "SELECT statement_id, stance FROM stances WHERE claim_id = ? ORDER BY id LIMIT ?", (row, _MOST)
    ):
        key = reader.value("SELECT key FROM statements WHERE id = ?", (statement,))
        [first] = statements.quotes(reader, statements.attribution_ids(reader, key)[:1])
        head, _, words = quotation(first)
        if not answer.put(head, f"stance: {stance} · {standing(first)}", words):
            break
