"""Files that are loaded line by line: how far they have come, and what became of their lines."""

from collections.abc import Mapping, Sequence
from contextlib import ExitStack
from functools import partial
from io import BytesIO
from pathlib import Path

from onrecord.cli.interrupt import standing
from onrecord.cli.options import command_line
from onrecord.cli.output import print_json, remark, say
from onrecord.cli.progress import advancing
from onrecord.cli.streams import standard_input
from onrecord.errors import UsageError
from onrecord.exchange.bulk.columns import said_of, said_unread
from onrecord.exchange.bulk.fields import Fields
from onrecord.exchange.bulk.load import Loaded, Loading
from onrecord.exchange.formats import load
from onrecord.formats import Format
from onrecord.model.records import Json
from onrecord.outputs.file import written
from onrecord.outputs.guard import Guard
from onrecord.text.amounts import many
from onrecord.text.clean import one_line

# So many remarks on names are printed; a large file may hold thousands of them.
_REMARKED = 10
_REASONS = 5


def load_files(
    path: Path,
    files: Sequence[tuple[str, Format]],
    *,
    rejects: str | None,
    force: bool,
    strict: bool,
    dry_run: bool,
    as_json: bool,
    mapping: Mapping[str, str],
) -> None:
    """Loads the files one after the other. Exit code 1 where a line was refused."""
    done: list[tuple[str, Loaded, Fields]] = []
    guard = Guard(path, (name for name, _ in files))
    remarks: list[str] = []
    with ExitStack() as held:
        kept = held.enter_context(written(rejects, force=force, guard=guard)) if rejects is not None else None
        loading = Loading(path, command_line(), rejects=kept, strict=strict, rehearse=dry_run)
        held.enter_context(standing(lambda: _what_stands(loading, rejects)))
        for name, format_ in files:
            divide = load(format_.rows or "bulk.lines:rows")
            read = load(format_.reader or "")
            fields = Fields(mapping)
            if format_.rows is not None:
                divide = partial(divide, fields=fields)
            elif format_.name == "statements":
                read = fields.read
            elif mapping:
                raise UsageError(
                    f"--map goes with tables and JSON lines of statements, not with {format_.name}."
                )
            steps = loading.load(name, standard_input() if name == "-" else BytesIO(), read, divide)
            shown = advancing(
                steps,
                lambda step: step.bytes,
                total=_size(name),
                what=f"Importing {one_line(name)}",
                count=_lines,
                quiet=True,
            )
            last: Loaded | None = None
            for last in shown:
                remarks += last.remarks
            if last:
                done.append((name, last, fields))
                what = "columns" if format_.rows is not None else "fields"
                _tell_fields(name, fields, what)
    for remarked in remarks[:_REMARKED]:
        remark(f"{remarked}.")
    if len(remarks) > _REMARKED:
        remark(f"… and {len(remarks) - _REMARKED:,} more names like these.")
    _tell(done, rejects, dry_run=dry_run, as_json=as_json)
    if any(one.refused for _, one, _ in done):
        raise SystemExit(1)


def _tell_fields(name: str, fields: Fields, what: str) -> None:
    """Says once what was made of the names of fields, and which were passed over."""
    if fields.guessed:
        remark(f"{one_line(name)}: {said_of(fields.guessed, what)}.")
    if fields.unread:
        remark(f"{one_line(name)}: {said_unread(fields.unread, what)}.")


def _what_stands(loading: Loading, rejects: str | None) -> str:
    operation, added = loading.standing()
    kept = f" {one_line(rejects)} was not written." if rejects is not None else ""
    if operation is None:
        return f"nothing was recorded.{kept}"
    return (
        f"{many(added, 'attribution')} {'was' if added == 1 else 'were'} added and {'stands' if added == 1 else 'stand'}. The same command goes on; "
        f"this takes them back: onrecord undo {operation}.{kept}"
    )


def _size(name: str) -> int | None:
    return None if name == "-" else Path(name).stat().st_size or None


def _lines(step: Loaded) -> str:
    return many(step.lines, "line")


def _tell(
    done: Sequence[tuple[str, Loaded, Fields]], rejects: str | None, *, dry_run: bool, as_json: bool
) -> None:
    for name, loaded, _ in done:
        if loaded.encoding:
            remark(f"{one_line(name)}: it is not UTF-8, and was read as {loaded.encoding}.")
        for number, fields in loaded.noted:
            remark(
                f"{one_line(name)}, line {number:,}, {one_line(', '.join(fields))}: bytes that cannot be read are kept as \ufffd."
            )
        if loaded.damaged > len(loaded.noted):
            remark(f"{one_line(name)}: {loaded.damaged - len(loaded.noted):,} more lines hold such bytes.")
    if as_json:
        records: list[Json] = [
            {
                "file": name,
                "lines": one.lines,
                "added": one.added,
                "known": one.known,
                "refused": one.refused,
                "damaged": one.damaged,
                "encoding": one.encoding or "UTF-8",
                "unread": list(fields.unread),
                "reasons": [
                    {"reason": reason.first, "count": reason.count, "lines": list(reason.lines)}
                    for reason in one.reasons
                ],
                "dry_run": dry_run,
            }
            for name, one, fields in done
        ]
        print_json(records)
        return
    would = "would be " if dry_run else ""
    for name, loaded, _ in done:
        say(
            f"{one_line(name)}: {many(loaded.lines, 'line')}; {would}{many(loaded.added, 'attribution')} added, "
            f"{loaded.known:,} known already, {many(loaded.refused, 'line')} refused."
        )
        for reason in loaded.reasons[:_REASONS]:
            numbers = ", ".join(f"{number:,}" for number in reason.lines)
            more = " …" if reason.count > len(reason.lines) else ""
            where = f"line {numbers}" if reason.count == 1 else f"{reason.count:,} lines ({numbers}{more})"
            remark(f"  {where}: {one_line(reason.first)}")
        if len(loaded.reasons) > _REASONS:
            remark(f"  … and {len(loaded.reasons) - _REASONS} more reasons.")
        if loaded.refused:
            say(
                f"Why stands in {one_line(rejects)}."
                if rejects
                else "All of them, each with its reason: give --rejects FILE."
            )
