"""The page "where it comes from" of a statement, at `/-/trace/KEY`: occurrences in time, who has it from whom, origins."""

from onrecord.pages import links
from onrecord.pages.host import Host
from onrecord.pages.render import Head, render
from onrecord.pages.trace_drawing import DEPTHS, drawing
from onrecord.statements.queries import split_ordinal
from onrecord.text.amounts import many
from onrecord.views.trace import Step, Trace

# So many occurrences are drawn; the others are counted.
MOST = 200
# Pixels of a row, as the style sheet has them, and of the arcs beside the rows.
ROW, ARCS = 76, 56


def html(host: Host, trace: Trace) -> str:
    """The page of a trace."""
    return render(
        host,
        "trace.html",
        title=f"Where it comes from: {trace.text}",
        head=Head(
            address=host.lasting(links.trace_at(trace.key)),
            description=f"{many(trace.origins.sources, 'source')}, {many(len(trace.origins.origins), 'origin')}: {trace.text}",
        ),
        found=trace,
        drawing=drawing(trace, MOST),
        # What another occurrence passed on is in the picture; this is what stands outside of it.
        outside=_outside(trace),
        row=ROW,
        arcs=ARCS,
        depths=DEPTHS,
        citekey=_citekey,
    )


def _outside(trace: Trace) -> list[Step]:
    known = {occurrence.ref for occurrence in trace.occurrences}
    return [step for step in trace.steps if step.origin not in known]


def _citekey(ref: str) -> str:
    """What tells an occurrence from others: its source, with its number there."""
    place = ref.partition("@")[2]
    citekey, ordinal = split_ordinal(place)
    return f"{citekey} ({ordinal})" if ordinal else place
