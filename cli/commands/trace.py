"""onrecord trace"""

from __future__ import annotations

from onrecord.cli.options import AS_JSON, DATABASE, asking
from onrecord.cli.plain import for_stream, print_json
from onrecord.cli.spec import STATEMENTS, Command, argument, option
from onrecord.errors import UsageError
from onrecord.views.trace import trace
from onrecord.views.trace_graph import graphviz, mermaid, span

TYPE_CHECKING = False
if TYPE_CHECKING:
    from collections.abc import Iterator

    from onrecord.views.trace import Trace

_FORMATS = ("text", "svg", "mermaid", "graphviz")
COMMAND = Command(
    argument(
        "key",
        help="A statement (KEY, or its first letters).",
        metavar="KEY",
        required=True,
        complete=STATEMENTS,
    ),
    option(
        "--format", help=f"One of: {', '.join(_FORMATS)}.", name="format_", default="text", complete=_FORMATS
    ),
    DATABASE,
    AS_JSON,
    examples="Examples:  onrecord trace k7xq2m  ·  onrecord trace k7xq2m --format svg > trace.svg",
)


def run(*, key: str, format_: str, database: str | None, as_json: bool) -> None:
    """Show where a statement comes from: its occurrences over time, who took it from whom, origins, circles, what became firmer.

    Recorded variants, excerpts and translations are included. Each date is the source's own; an undated occurrence is dated by the
    first source that has it ("by … (seen)").
    """
    if format_ not in _FORMATS:
        raise UsageError(f"{format_!r} is not a format of trace. Choose from: {', '.join(_FORMATS)}.")
    if as_json and format_ != "text":
        raise UsageError("Give one of --json and --format.")
    import sys

    with asking(database) as reader:
        traced = trace(reader, key)
    if as_json:
        print_json(traced.as_json())
        return
    text = {"text": _text, "svg": _svg, "mermaid": mermaid, "graphviz": graphviz}[format_](traced)
    print(for_stream(text, sys.stdout))


def _svg(traced: Trace) -> str:
    from onrecord.pages.trace_drawing import svg

    return svg(traced)


def _text(traced: Trace) -> str:
    return "\n".join(_lines(traced))


def _lines(traced: Trace) -> Iterator[str]:
    number, known = traced.origins.sources, len(traced.origins.origins)
    yield f"{traced.key}  {traced.text}"
    yield f"{number} source{'' if number == 1 else 's'}, {known} origin{'' if known == 1 else 's'}"
    yield ""
    yield "Occurrences"
    for occurrence in traced.occurrences:
        first = "  (first, as far as dates tell)" if traced.first == (occurrence.ref,) else ""
        first = first or ("  (may be the first)" if occurrence.ref in traced.first else "")
        bounds = (
            ""
            if occurrence.earliest == occurrence.latest or not occurrence.earliest
            else f" ({occurrence.earliest} to {occurrence.latest or '…'})"
        )
        doubt = f", {occurrence.status}" if occurrence.status != "sourced" else ""
        yield f"  {span(occurrence)}{bounds}  {occurrence.ref}  {occurrence.form}, {occurrence.speaker}{doubt}{first}"
    if traced.steps:
        yield ""
        yield "What has it from what"
        for step in traced.steps:
            yield f"  {step.ref}  {step.how} {step.origin}"
    yield ""
    yield "Origins"
    for origin in traced.origins.origins:
        name = origin.speaker.name if origin.speaker else origin.citekey
        yield f"  {name}: {', '.join(origin.sources)}"
    for circle in traced.circles:
        yield ""
        yield f"In a circle: {' → '.join([*circle, circle[0]])}."
    for step in traced.too_early:
        yield f"{step.ref} has it from {step.origin}, which appeared later: a date or the step is wrong."
    if traced.firmer:
        yield ""
        yield "Firmer on the way"
        for change in traced.firmer:
            how = "" if change.recorded else ", by their dates alone"
            yield f"  {change.origin} → {change.ref}: {change.told}{how}"
