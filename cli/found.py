"""How a search is asked and its answer told; without rich and Typer, so that an answer is there at once."""

from __future__ import annotations

from onrecord.cli.plain import is_terminal, print_blocks, print_json, print_quotes, remark, say
from onrecord.cli.terminal import Run
from onrecord.search import Hit, Piece
from onrecord.text.clean import visible

TYPE_CHECKING = False
if TYPE_CHECKING:
    from collections.abc import Iterable, Sequence


def as_typed(words: Sequence[str]) -> str:
    """The words of a command line as a query."""
    return " ".join(map(_as_typed, words))


def _as_typed(word: str) -> str:
    """The shell took the quotation marks off a phrase; here they are again."""
    if any(character.isspace() for character in word.strip()) and not any(mark in word for mark in '"“”«»'):
        minus, rest = ("-", word[1:]) if word.startswith("-") else ("", word)
        return f'{minus}"{rest}"'
    return word


def tell_number(number: int, *, as_json: bool) -> None:
    """How many there are."""
    if as_json:
        print_json({"count": number})
    else:
        say(str(number))


def tell(
    hits: Iterable[Hit], shown: int, total: int, offset: int, *, as_json: bool, listing: bool = False
) -> None:
    """Some hits, `shown` of `total` from number `offset` on, each printed as soon as it is read; and what is left out.

    `listing`: that there are none is said in a pipe too.
    """
    if as_json:
        print_json(_as_json(hit) for hit in hits)
    elif is_terminal():
        print_blocks((hit.quote, _runs(hit.snippet), _runs(hit.best_known)) for hit in hits)
    else:
        print_quotes(hit.quote for hit in hits)
    _tell_rest(shown, total, offset, always=listing and not as_json)


def _as_json(hit: Hit) -> dict[str, object]:
    return {
        **hit.quote.as_json(),
        "score": hit.score,
        "snippet": [{"text": piece.text, "marked": piece.marked} for piece in hit.snippet],
    }


def _runs(pieces: Sequence[Piece]) -> list[Run]:
    return [(visible(piece.text), "bold reverse" if piece.marked else "") for piece in pieces]


def _tell_rest(shown: int, total: int, offset: int, *, always: bool) -> None:
    last = offset + shown
    if not shown:
        if always or is_terminal():
            remark("Nothing found." if not total else f"Nothing after number {total}.")
    elif total > last:
        remark(
            f"{offset + 1:,} to {last:,} of {total:,}, {total - last:,} left out. "
            f"The next: --offset {last} · all: --limit 0"
        )
