"""A trace as a drawing that other programs make: Mermaid and Graphviz."""

from __future__ import annotations

from onrecord.text.clean import visible

TYPE_CHECKING = False
if TYPE_CHECKING:
    from collections.abc import Iterator

    from onrecord.views.trace import Occurrence, Trace

_MOST_LETTERS = 80


def mermaid(trace: Trace) -> str:
    """A flowchart in Mermaid's language, from the origins down."""
    ids = _ids(trace)
    lines = ["flowchart TD"]
    for name, label, kind in _nodes(trace, ids):
        opening, closing = ("([", "])") if kind != "occurrence" else ("[", "]")
        lines.append(f'    {name}{opening}"{_mermaid(label)}"{closing}')
    firmer = {(one.ref, one.origin): one.told for one in trace.firmer}
    for start, end, how, ref, origin in _edges(trace, ids):
        told = f"{how}; {firmer[ref, origin]}" if (ref, origin) in firmer else how
        lines.append(f'    {start} -->|"{_mermaid(told)}"| {end}')
    return "\n".join(lines)


def graphviz(trace: Trace) -> str:
    """A directed graph in Graphviz's language."""
    ids = _ids(trace)
    lines = ["digraph trace {", "    node [shape=box];"]
    for name, label, kind in _nodes(trace, ids):
        shape = "" if kind == "occurrence" else ", shape=ellipse"
        lines.append(f'    {name} [label="{_dot(label)}"{shape}];')
    firmer = {(one.ref, one.origin): one.told for one in trace.firmer}
    for start, end, how, ref, origin in _edges(trace, ids):
        told = f"{how}\n{firmer[ref, origin]}" if (ref, origin) in firmer else how
        lines.append(f'    {start} -> {end} [label="{_dot(told)}"];')
    return "\n".join([*lines, "}"])


def span(occurrence: Occurrence) -> str:
    """When it appeared, in words: "2023-07", "by 2024-05-01 (seen)", "by 2024-05-01 (quoted)", "no date"."""
    if occurrence.dated is not None:
        return occurrence.dated
    return (
        f"by {occurrence.latest} ({'seen' if occurrence.seen else 'quoted'})"
        if occurrence.latest
        else "no date"
    )


def _ids(trace: Trace) -> dict[tuple[str, str], str]:
    """A plain name for every node: what a source is called may not be one."""
    keys = [("occurrence", occurrence.ref) for occurrence in trace.occurrences]
    keys += [(step.kind, step.origin) for step in trace.steps]
    return {key: f"n{number}" for number, key in enumerate(dict.fromkeys(keys))}


def _nodes(trace: Trace, ids: dict[tuple[str, str], str]) -> Iterator[tuple[str, str, str]]:
    known = {occurrence.ref: occurrence for occurrence in trace.occurrences}
    for (kind, name), node in ids.items():
        one = known.get(name) if kind == "occurrence" else None
        label = f"{one.source}\n{span(one)}\n{one.form}: {_short(one.text)}" if one else name
        yield node, label, kind


def _edges(trace: Trace, ids: dict[tuple[str, str], str]) -> Iterator[tuple[str, str, str, str, str]]:
    for step in trace.steps:
        yield ids[step.kind, step.origin], ids["occurrence", step.ref], step.how, step.ref, step.origin


def _short(text: str) -> str:
    plain = " ".join(text.split())
    return plain if len(plain) <= _MOST_LETTERS else f"{plain[:_MOST_LETTERS]}…"


def _mermaid(text: str) -> str:
    """Text inside Mermaid's quotes: entity codes for what it would read."""
    shown = visible(text, multiline=True)
    codes = {one: f"#{ord(one)};" for one in '#"<>&`\\[]{}|;'}
    return "".join(codes.get(one, one) for one in shown).replace("\n", "<br>")


def _dot(text: str) -> str:
    shown = visible(text, multiline=True)
    return shown.replace("\\", "\\\\").replace('"', '\\"').replace("\n", "\\n")
