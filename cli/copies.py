"""Stored texts and what changed between two of them, for people: styled on a terminal, with marks in a pipe."""

from __future__ import annotations

from collections.abc import Iterable, Iterator, Sequence

from onrecord.cli.long_view import Page
from onrecord.cli.plain import is_terminal
from onrecord.cli.terminal import Run
from onrecord.matching.revision import Change
from onrecord.sources.captures import Copy
from onrecord.statements.marks import Comparison, Marked
from onrecord.text.locators import Paragraphs
from onrecord.text.stretches import stretches

# In a pipe, around what is recorded, and around what was removed and added (as `git diff --word-diff` has it).
MARK = ("»", "«")
REMOVED = ("[-", "-]")
ADDED = ("{+", "+}")


def text(copy: Copy, marks: Sequence[Marked]) -> None:
    """The text, its paragraphs numbered, recorded statements marked and named where they begin."""
    page = Page()
    paragraphs = Paragraphs(copy.text)
    for number in range(1, len(paragraphs) + 1):
        start, end = paragraphs.range_of(number)
        page.line([(f"[{number}] ", "dim"), *_marked(copy.text, (start, end), marks)])
        page.line()


def _marked(text: str, within: tuple[int, int], marks: Sequence[Marked]) -> Iterator[Run]:
    ranges = [(start, end, number) for number, mark in enumerate(marks) for start, end in mark.stretches]
    named: set[int] = set()
    for piece in stretches(*within, ranges):
        words = text[piece.start : piece.end]
        if piece.inner is None:
            yield words, ""
            continue
        yield (words, "reverse") if is_terminal() else (f"{MARK[0]}{words}{MARK[1]}", "")
        last = marks[piece.inner].stretches[-1][1]
        if piece.inner not in named and piece.end == last:
            named.add(piece.inner)
            yield f" ({_name(marks[piece.inner])})", "yellow"


def _name(mark: Marked) -> str:
    said = "" if mark.polarity == "asserted" else f"{mark.polarity.replace('_', ' ')}: "
    return said + mark.ref


def diff(compared: Comparison) -> None:
    """What was removed, added and changed, paragraph by paragraph; what stayed the same is counted."""
    page = Page()
    page.line(
        f"{compared.citekey}: copy {compared.old.number} ({_since(compared.old)}), copy {compared.new.number} ({_since(compared.new)})",
        style="bold",
    )
    touched = {mark.ref for mark in compared.touched()}
    skipped = 0
    before, after = Paragraphs(compared.old.text), Paragraphs(compared.new.text)
    for change in compared.changes:
        if change.kind == "same":
            skipped += 1
            continue
        skipped = _skipped(page, skipped)
        page.line()
        page.line([(f"{_number(change, before, after)} ", "dim"), *_changed(compared, change)])
        for ref in _in(change, compared.old_marks):
            page.line(
                f"recorded here: {ref}{', touched' if ref in touched else ''}", style="yellow", indent=4
            )
    _skipped(page, skipped)


def _since(copy: Copy) -> str:
    return copy.since[:10] or "undated"


def _skipped(page: Page, count: int) -> int:
    if count:
        page.line()
        page.line(f"… {count} paragraph{'s' if count != 1 else ''} unchanged …", style="dim")
    return 0


def _number(change: Change, before: Paragraphs, after: Paragraphs) -> str:
    old = f"-{before.number_at(change.old[0])}" if change.old[0] < change.old[1] else ""
    new = f"+{after.number_at(change.new[0])}" if change.new[0] < change.new[1] else ""
    return f"[{' '.join(filter(None, (old, new)))}]"


def _changed(compared: Comparison, change: Change) -> Iterator[Run]:
    old, new = compared.old.text, compared.new.text
    if change.kind == "removed":
        yield _struck(old[slice(*change.old)], REMOVED, "red")
    elif change.kind == "added":
        yield _struck(new[slice(*change.new)], ADDED, "green")
    for piece in change.pieces:
        if piece.kind == "same":
            yield new[slice(*piece.new)], ""
        elif piece.kind == "removed":
            yield from _kept_apart(old[slice(*piece.old)], REMOVED, "red")
        else:
            yield from _kept_apart(new[slice(*piece.new)], ADDED, "green")


def _kept_apart(words: str, marks: tuple[str, str], style: str) -> Iterator[Run]:
    bare = words.rstrip()
    yield _struck(bare, marks, style)
    yield words[len(bare) :] or "", ""


def _struck(words: str, marks: tuple[str, str], style: str) -> Run:
    return f"{marks[0]}{words}{marks[1]}", style


def _in(change: Change, marks: Iterable[Marked]) -> list[str]:
    start, end = change.old
    return [mark.ref for mark in marks if any(a < end and b > start for a, b in mark.stretches)]
