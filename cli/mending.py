"""`onrecord check --fix`: each passage that can be put right is shown and asked about, and then the draft is written, whole."""

from __future__ import annotations

import os
import sys
from pathlib import Path

from onrecord.check import mending
from onrecord.check.judge import check
from onrecord.check.written import written
from onrecord.cli.plain import for_stream, is_terminal, remark, say
from onrecord.cli.terminal import painted
from onrecord.errors import ConflictError, Hint, InputError, UsageError
from onrecord.model.record import record
from onrecord.text.clean import one_line

TYPE_CHECKING = False
if TYPE_CHECKING:
    from collections.abc import Sequence
    from typing import TextIO

    from onrecord.check.draft import Draft
    from onrecord.check.mending import Mending
    from onrecord.check.verdict import Report
    from onrecord.db.reader import Reader

    Checked = tuple[str, Draft, Report]

HELP = """y  put it right    n or an empty line  leave it as it is
a  put this and all the rest right; where the sense turns you are asked all the same
q  leave this and all the rest; what you have accepted is written    ?  these keys"""
_PROMPT = "y put it right, n leave it, a all, q leave the rest, ? all answers > "


@record()
class Into:
    """Where mended drafts go: back into their files, or into `output`; what is never written over, and whether another file is."""

    output: str | None
    database: str
    inputs: Sequence[str]
    force: bool = False


def refuse(files: Sequence[str], output: str | None, *, dry_run: bool, printed: bool) -> None:
    """UsageError where --fix cannot do what else is asked."""
    if printed and not dry_run:
        raise UsageError("--fix asks; --json and --format print. Give one of them, or --fix --dry-run.")
    if dry_run and (printed or output is not None):
        raise UsageError(
            "--dry-run prints a diff, and goes neither with -o FILE nor with --json and --format."
        )
    if output is not None and len(files) > 1:
        raise UsageError("-o FILE goes with one draft.")
    if output == "-":
        raise UsageError("-o FILE is a file here: standard output has the questions.")
    if "-" in files and output is None and not dry_run:
        raise UsageError(
            "Standard input cannot be put right in its place: say where to with -o FILE, or ask for the diff with --dry-run."
        )


def mended(
    reader: Reader,
    file: str,
    name: str,
    draft: Draft,
    report: Report,
    *,
    into: Into,
    ignored: Sequence[str],
    dry_run: bool,
) -> Checked:
    """Asks about a draft and writes it; the draft as it is then, and what is to be said of it."""
    mendings = mending.mendings(reader, draft, report, ignored=ignored)
    # A diff can be made of any text; only some files can be written.
    offers = [one for one in mendings if not one.by_hand] if draft.editable or dry_run else []
    others = [one for one in mendings if one not in offers]
    _tell_others(name, others, draft, dry_run=dry_run, any_=bool(mendings))
    if dry_run:
        _print_diff(name, draft, offers)
        return name, draft, report
    chosen = _chosen(name, offers, _answers(file)) if offers else []
    if chosen:
        data = written(draft, mending.all_edits(chosen), name=file)
        _write(file, draft, data, into)
        many = f"{len(chosen)} passages" if len(chosen) > 1 else "1 passage"
        place = f", written to {one_line(into.output)}" if into.output is not None else ""
        remark(f"{name}: {many} put right{place}.", done=True)
    elif into.output is not None:
        remark(f"{name}: nothing to put right, and nothing written to {one_line(into.output)}.")
    if not chosen or draft.again is None:
        return name, draft, report
    new = draft.again(mending.applied(draft, chosen))
    return name, new, check(reader, new, ignored=ignored)


def _write(file: str, draft: Draft, data: bytes, into: Into) -> None:
    from onrecord.outputs.file import write
    from onrecord.outputs.guard import Guard

    if into.output is not None:
        guard = Guard(into.database, [one for one in into.inputs if one != "-"])
        write(into.output, data, force=into.force, guard=guard, hint=Hint("replace"))
        return
    path = Path(file)
    if not path.is_file() or not os.access(file, os.W_OK):
        raise InputError(f"{one_line(file)} cannot be written: name another file with -o FILE.")
    if path.read_bytes() != draft.data:
        raise ConflictError(
            f"{one_line(file)} was changed meanwhile. Nothing was written: begin again with what it is now."
        )
    write(file, data, force=True, guard=Guard(into.database, [one for one in into.inputs if one != file]))


def _chosen(name: str, offers: Sequence[Mending], answers: TextIO) -> list[Mending]:
    """Those that a person accepts."""
    chosen: list[Mending] = []
    everything = False
    for number, offer in enumerate(offers, 1):
        _show(name, offer, f"{number} of {len(offers)}")
        if everything and not offer.turns:
            chosen.append(offer)
            continue
        answer = _answer(answers)
        if answer == "q":
            break
        if answer in ("y", "a"):
            chosen.append(offer)
        everything = everything or answer == "a"
    return chosen


def _answer(answers: TextIO) -> str:
    while True:
        print(_PROMPT, end="", flush=True)
        line = answers.readline()
        if not line:
            print()
            return "q"
        answer = line.strip().lower()
        if answer in ("", "n", "no"):
            return "n"
        if answer in ("y", "yes", "a", "q"):
            return answer[0]
        say(HELP, loud=True)


def _show(name: str, mending: Mending, number: str) -> None:
    passage = mending.verdict.passage
    place = f"{name}:{passage.line}:{passage.column}"
    where = " · ".join(
        part for part in (mending.verdict.speaker, mending.verdict.ref or mending.verdict.source) if part
    )
    lines = [
        (f"{number}. {place}: {mending.verdict.kind.label} ({one_line(where)})", "bold"),
        (f"  - {one_line(passage.wording)}", "red"),
        (f"  + {one_line(mending.wording)}", "green"),
    ]
    if mending.after is not None and mending.after.kind.fails(strict=False):
        lines.append(
            (f"  then still {mending.after.kind.label}: {one_line(mending.after.sentence)}", "yellow")
        )
    print()
    for line, style in lines:
        print(painted([(line, style)]) if is_terminal() else line)


def _tell_others(name: str, mendings: Sequence[Mending], draft: Draft, *, dry_run: bool, any_: bool) -> None:
    """What only a person can put right, and why; `any_`: whether there is anything to put right at all."""
    for offer in mendings:
        passage = offer.verdict.passage
        why = f" ({offer.by_hand})" if offer.by_hand else ""
        new = f" → “{one_line(offer.wording)}”" if offer.wording != passage.wording else ""
        print(f"{name}:{passage.line}:{passage.column}: by hand{why}: “{one_line(passage.wording)}”{new}")
    if draft.editable:
        return
    if draft.office is not None:
        remark(draft.office.locked)
        return
    if not any_:
        rest = "There is nothing to put right in it."
    elif dry_run:
        rest = "The diff is one of its text: make these changes where you wrote it."
    else:
        rest = "Change these words where you wrote it; with --dry-run they are printed as a diff of its text."
    remark(
        f"{name} is of a kind that onrecord reads and does not write; it puts text, Markdown, HTML, LaTeX, Word and OpenDocument right. {rest}"
    )


def _print_diff(name: str, draft: Draft, offers: Sequence[Mending]) -> None:
    """The changes as a unified diff, which `patch` takes."""
    from difflib import unified_diff

    old = draft.source.splitlines(keepends=True)
    new = mending.applied(draft, offers).splitlines(keepends=True)
    for line in unified_diff(old, new, f"a/{name}", f"b/{name}"):
        whole = line if line.endswith("\n") else f"{line}\n\\ No newline at end of file\n"
        print(for_stream(whole, sys.stdout), end="")


def _answers(file: str) -> TextIO:
    """Where the answers come from: standard input, or the terminal where the draft came from that."""
    if file != "-":
        return sys.stdin
    try:
        return Path("/dev/tty").open(encoding="utf-8")
    except OSError:
        raise UsageError(
            "The draft is standard input, and there is no terminal to ask on: name the draft’s file, or give --dry-run."
        ) from None
