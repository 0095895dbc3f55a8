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


def refuse(options: Mapping[str, object]) -> None:
    """UsageError where something was asked for that passages do not have; `options` are options with what each was given."""
    wrong = [name for name, value in options.items() if value]
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
    match = texts.search(reader, typed, filters, sort=sort, limit=most(limit), offset=offset)
    if as_json:
        print_json(passage.as_json() for passage in match.passages)
    elif is_terminal():
        _blocks(match.passages)
    else:
        for passage in match.passages:
            print("\t".join(map(one_field, _line(passage))))
    shown = len(match.passages)
    if not shown and is_terminal():
        remark(
            f"Nothing after number {match.total}." if match.total else "Nothing found in the stored texts."
        )
    elif shown and match.total > offset + shown:
        remark(
            f"{offset + 1:,} to {offset + shown:,} of {match.total:,}, {match.total - offset - shown:,} left out. "
            f"The next: --offset {offset + shown} · all: --limit 0"
        )


def _line(passage: Passage) -> tuple[str | None, ...]:
    return (
        passage.source.citekey,
        format_locator(*passage.locator),
        passage.source.issued,
        _copy(passage),
        " ".join(passage.recorded),
        passage.text,
    )


def _blocks(passages: Sequence[Passage]) -> None:
    for passage in passages:
        for line in _block(passage):
            print(line)


def _block(passage: Passage) -> Iterable[str]:
    about = [
        passage.source.title or "",
        f"published {passage.source.issued}" if passage.source.issued else "",
        _copy(passage),
    ]
    head: list[Run] = [
        (visible(f"{passage.source.citekey}, {format_locator(*passage.locator)}"), "bold yellow"),
        (visible("".join(f" · {part}" for part in about if part)), ""),
    ]
    words = [
        (visible(piece.text, multiline=True), "bold reverse" if piece.marked else "")
        for piece in passage.snippet
    ]
    recorded: Run = (
        (f"on record: {visible(', '.join(passage.recorded))}", "green")
        if passage.recorded
        else ("not on record", "dim")
    )
    for number, runs in enumerate((head, words, [recorded])):
        indent = 2 if number else 0
        for line in wrapped(_in_one_line(runs), width() - indent):
            yield painted([(" " * indent, ""), *line])


def _in_one_line(runs: Sequence[Run]) -> list[Run]:
    return [(" ".join(text.split("\n")), style) for text, style in runs]


def _copy(passage: Passage) -> str:
    return "" if passage.newest else f"copy {passage.copy}, not the newest"
