"""onrecord variants"""

from __future__ import annotations

from onrecord.cli.options import AS_JSON, DATABASE, asking
from onrecord.cli.plain import is_terminal, one_field, print_json, remark
from onrecord.cli.spec import STATEMENTS, Command, argument, flag
from onrecord.cli.terminal import Run, painted, width, wrapped
from onrecord.errors import UsageError
from onrecord.text.clean import visible
from onrecord.views.variants import Variant, Variants, all_variants, suggested, variants_of

TYPE_CHECKING = False
if TYPE_CHECKING:
    from collections.abc import Iterable

COMMAND = Command(
    argument("key", help="A statement (KEY, or its first letters).", metavar="[KEY]", complete=STATEMENTS),
    flag("--all", help="Show every group of statements with nearly the same wording.", name="every"),
    DATABASE,
    AS_JSON,
    examples="Examples:  onrecord variants k7xq2m  ·  onrecord variants --all --json",
)


def run(*, key: str | None, every: bool, database: str | None, as_json: bool) -> None:
    """Show statements with nearly the same wording, and how each differs from the best-known wording.

    Dropped and added negations, hedges, conditions and figures are named. In a pipe every variant is one line: key of the
    best-known wording, key, speaker, number of sources, recorded link, changes, word diff.
    """
    if (key is None) != every:
        raise UsageError("Name a statement, or give --all.")
    with asking(database) as reader:
        variants: Iterable[Variants] = all_variants(reader) if key is None else [variants_of(reader, key)]
        if as_json:
            print_json(variant.as_json() for variant in variants)
            return
        number = 0
        for variant in variants:
            number += len(variant.variants)
            _print(variant)
    if not number:
        remark(
            "No other statement is worded nearly like it."
            if key
            else "No statements are worded nearly alike."
        )


def _print(group: Variants) -> None:
    if is_terminal():
        if group.variants:
            _block(group)
        return
    for variant in group.variants:
        fields = (
            group.known.key, variant.quote.key, variant.quote.speaker.name, str(variant.sources), variant.linked, _changes(variant),
            variant.diff,
        )  # fmt: skip
        print("\t".join(map(one_field, fields)))


def _changes(variant: Variant) -> str:
    told = [change.told for change in variant.reworded.changes]
    if variant.reworded.sharpened:
        told.insert(0, "sharpened")
    return "; ".join(told) or ("same words" if variant.same_words else "")


def _block(group: Variants) -> None:
    known = group.known
    _line(known.key, "bold yellow", [(visible(known.shown), "")])
    _line(
        known.key, None, [(visible(f"— {known.speaker.name} · {_sources(group.sources)} · best known"), "")]
    )
    for variant in group.variants:
        quote = variant.quote
        _line(quote.key, "bold yellow", [(visible(variant.diff), "")])
        linked = (
            variant.linked or f"not linked: onrecord add link {quote.key} {known.key} {_flag(group, variant)}"
        )
        runs: list[Run] = [
            (visible(f"— {quote.speaker.name} · {_sources(variant.sources)} · "), ""),
            (linked, "dim"),
        ]
        _line(quote.key, None, runs)
        if told := _changes(variant):
            _line(quote.key, None, [(visible(told), "bold red" if variant.reworded.changes else "dim")])
    print()


def _flag(group: Variants, variant: Variant) -> str:
    known = group.known.statement_text or group.known.text
    return f"--{suggested(known, variant.quote.statement_text or variant.quote.text).replace('_', '-')}"


def _sources(number: int) -> str:
    return f"{number} source{'' if number == 1 else 's'}"


def _line(key: str, style: str | None, runs: list[Run]) -> None:
    for number, line in enumerate(wrapped(runs, width() - len(key) - 2)):
        head: Run = (" " * len(key), "") if number or style is None else (key, style)
        print(painted([head, ("  ", ""), *line]))
