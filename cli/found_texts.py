"""How stored texts are searched from the command line, and the passages told."""

from __future__ import annotations

from onrecord.cli.limits import most
from onrecord.cli.output import print_json
from onrecord.cli.plain import is_terminal, one_field, remark
from onrecord.cli.terminal import Run, painted, width, wrapped
from onrecord.errors import UsageError
from onrecord.search import texts
from onrecord.text.clean import visible
from onrecord.text.locator_forms import format_locator

TYPE_CHECKING = False
if TYPE_CHECKING:
    from collections.abc import Iterable, Mapping, Sequence

    from onrecord.db.reader import Reader
    from onrecord.search.texts import Passage


def refuse(given: Mapping[str, object]) -> None:
    """UsageError where something was asked for that passages do not have; `given` are options with what each was given."""
    wrong = [name for name, value in given.items() if value]
    if wrong:
        raise UsageError(
            f"{wrong[0]} is about quotations: passages of stored texts have no such thing. "
            "With --in-texts take --in, --since, --until and --lang."
        )


def tell(
    reader: Reader,
    typed: str,
    filters: texts.Filters,
    *,
    sort: str,
    limit: int | None,
    offset: int,
    as_json: bool,
) -> None:
    """Prints the passages, each as a block on a terminal and as a line in a pipe; what is left out is said on standard error."""
    found = texts.search(reader, typed, filters, sort=sort, limit=most(limit), offset=offset)
    if as_json:
        print_json(one.as_json() for one in found.passages)
    elif is_terminal():
        _blocks(found.passages)
    else:
        for one in found.passages:
            print("\t".join(map(one_field, _line(one))))
    shown = len(found.passages)
    if not shown and is_terminal():
        remark(
            f"Nothing after number {found.total}." if found.total else "Nothing found in the stored texts."
        )
    elif shown and found.total > offset + shown:
        remark(
            f"{offset + 1:,} to {offset + shown:,} of {found.total:,}, {found.total - offset - shown:,} left out. "
            f"The next: --offset {offset + shown} · all: --limit 0"
        )


def _line(one: Passage) -> tuple[str | None, ...]:
    return (
        one.source.citekey,
        format_locator(*one.locator),
        one.source.issued,
        _copy(one),
        " ".join(one.recorded),
        one.text,
    )


def _blocks(found: Sequence[Passage]) -> None:
    for one in found:
        for line in _block(one):
            print(line)


def _block(one: Passage) -> Iterable[str]:
    about = [
        one.source.title or "",
        f"published {one.source.issued}" if one.source.issued else "",
        _copy(one),
    ]
    head: list[Run] = [
        (visible(f"{one.source.citekey}, {format_locator(*one.locator)}"), "bold yellow"),
        (visible("".join(f" · {part}" for part in about if part)), ""),
    ]
    words = [
        (visible(piece.text, multiline=True), "bold reverse" if piece.marked else "") for piece in one.snippet
    ]
    recorded: Run = (
        (f"on record: {visible(', '.join(one.recorded))}", "green")
        if one.recorded
        else ("not on record", "dim")
    )
    for number, runs in enumerate((head, words, [recorded])):
        indent = 2 if number else 0
        for line in wrapped(_in_one_line(runs), width() - indent):
            yield painted([(" " * indent, ""), *line])


def _in_one_line(runs: Sequence[Run]) -> list[Run]:
    return [(" ".join(text.split("\n")), style) for text, style in runs]


def _copy(one: Passage) -> str:
    return "" if one.newest else f"copy {one.copy}, not the newest"
