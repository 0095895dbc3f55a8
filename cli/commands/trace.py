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
    """Show where a statement comes from: occurrences in time, who has it from whom, origins, circles, what became firmer.

    Its recorded variants, parts and translations are included. A date is given as its source has it; what has none was there
    when somebody first had it ("by … (seen)").
    """
    if format_ not in _FORMATS:
        raise UsageError(f"{format_!r} is not a format of trace. Choose from: {', '.join(_FORMATS)}.")
    if as_json and format_ != "text":
        raise UsageError("Give one of --json and --format.")
    import sys

    with asking(database) as reader:
        found = trace(reader, key)
    if as_json:
        print_json(found.as_json())
        return
    text = {"text": _text, "svg": _svg, "mermaid": mermaid, "graphviz": graphviz}[format_](found)
    print(for_stream(text, sys.stdout))


def _svg(found: Trace) -> str:
    from onrecord.pages.trace_drawing import svg

    return svg(found)


def _text(found: Trace) -> str:
    return "\n".join(_lines(found))


def _lines(found: Trace) -> Iterator[str]:
    number, known = found.origins.sources, len(found.origins.origins)
    yield f"{found.key}  {found.text}"
    yield f"{number} source{'' if number == 1 else 's'}, {known} origin{'' if known == 1 else 's'}"
    yield ""
    yield "Occurrences"
    for one in found.occurrences:
        first = "  (first, as far as dates tell)" if found.first == (one.ref,) else ""
        first = first or ("  (may be the first)" if one.ref in found.first else "")
        bounds = (
            ""
            if one.earliest == one.latest or not one.earliest
            else f" ({one.earliest} to {one.latest or '…'})"
        )
        doubt = f", {one.status}" if one.status != "sourced" else ""
        yield f"  {span(one)}{bounds}  {one.ref}  {one.form}, {one.speaker}{doubt}{first}"
    if found.steps:
        yield ""
        yield "What has it from what"
        for step in found.steps:
            yield f"  {step.ref}  {step.how} {step.origin}"
    yield ""
    yield "Origins"
    for origin in found.origins.origins:
        name = origin.speaker.name if origin.speaker else origin.citekey
        yield f"  {name}: {', '.join(origin.sources)}"
    for circle in found.circles:
        yield ""
        yield f"In a circle: {' → '.join([*circle, circle[0]])}."
    for step in found.too_early:
        yield f"{step.ref} has it from {step.origin}, which appeared later: a date or the step is wrong."
    if found.firmer:
        yield ""
        yield "Firmer on the way"
        for change in found.firmer:
            how = "" if change.recorded else ", by their dates alone"
            yield f"  {change.origin} → {change.ref}: {change.told}{how}"
