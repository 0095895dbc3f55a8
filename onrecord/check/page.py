"""The report of a draft as one HTML file: the draft with its passages marked, and beside each its verdict and evidence.

It loads nothing, runs nothing, and reads in print. Every word of the draft and of the sources is escaped.
"""

from __future__ import annotations

from bisect import bisect_left
from collections.abc import Iterator, Sequence
from html import escape

from onrecord.check.draft import Draft
from onrecord.check.verdict import Kind, Report, Verdict
from onrecord.matching import DiffPart
from onrecord.text.clean import visible
from onrecord.text.patterns import lazy
from onrecord.text.signs import is_unspaced

_STYLE = """
:root { color-scheme: light dark; --bad: #b3261e; --warn: #8a5a00; --good: #1f6f43; --line: #8886; }
@media (prefers-color-scheme: dark) { :root { --bad: #ff8a80; --warn: #ffc766; --good: #7bd8a4; } }
body { font: 1rem/1.6 Georgia, "Times New Roman", serif; margin: 0 auto; max-width: 72rem; padding: 1rem; overflow-wrap: anywhere; }
h1 { font-size: 1.5rem; line-height: 1.2; }
h2 { font-size: 1.15rem; border-top: 1px solid var(--line); padding-top: 1rem; }
table { border-collapse: collapse; }
td, th { padding: .1rem 1rem .1rem 0; text-align: left; vertical-align: top; }
.part { display: grid; grid-template-columns: minmax(0, 3fr) minmax(0, 2fr); gap: 0 2rem; }
.part p { margin: .5rem 0; white-space: pre-line; }
aside { font: .85rem/1.45 system-ui, sans-serif; border-left: 3px solid var(--line); padding: 0 0 0 .8rem; margin: .5rem 0; }
aside p { margin: .2rem 0; }
mark { background: none; color: inherit; border-bottom: 2px solid; padding-bottom: 1px; }
.error { border-color: var(--bad); }
.warning { border-color: var(--warn); }
.note { border-color: var(--good); }
b.error { color: var(--bad); }
b.warning { color: var(--warn); }
b.note { color: var(--good); }
del { color: var(--good); text-decoration: none; border-bottom: 1px solid; }
ins { color: var(--bad); text-decoration: line-through; }
.block { border-left: 1px solid var(--line); padding-left: 1rem; }
.where { color: color-mix(in srgb, currentcolor 70%, transparent); }
code { font-size: .85em; }
sup { font: .7rem system-ui, sans-serif; }
blockquote { margin: .3rem 0; color: color-mix(in srgb, currentcolor 80%, transparent); }
blockquote b { font-weight: 600; color: CanvasText; }
@media (max-width: 45rem) { .part { display: block; } aside { margin-bottom: 1rem; } }
@media print {
  :root { color-scheme: light; font-size: 9pt; }
  body { max-width: none; padding: 0; }
  table { line-height: 1.2; }
  aside, tr { break-inside: avoid; }
  .part p { orphans: 3; widows: 3; }
}
"""
_GAP = lazy(r"\n[^\S\n]*\n\s*")


def html(drafts: Sequence[tuple[str, Draft, Report]], *, strict: bool) -> str:
    """The page for one draft or several."""
    title = "Quotations checked"
    parts = "\n".join(
        part for name, draft, report in drafts for part in _draft(name, draft, report, strict=strict)
    )
    return (
        '<!doctype html>\n<html lang="en">\n<head>\n<meta charset="utf-8">\n'
        '<meta name="viewport" content="width=device-width, initial-scale=1">\n'
        "<meta http-equiv=\"Content-Security-Policy\" content=\"default-src 'none'; style-src 'unsafe-inline'\">\n"
        f"<title>{title}</title>\n<style>{_STYLE}</style>\n</head>\n<body>\n<h1>{title}</h1>\n{parts}\n</body>\n</html>\n"
    )


def _draft(name: str, draft: Draft, report: Report, *, strict: bool) -> Iterator[str]:
    yield f"<section>\n<h2>{_safe(name)}</h2>\n{_summary(report)}"
    numbered = sorted(
        enumerate(report.verdicts, 1), key=lambda numbered_verdict: numbered_verdict[1].passage.start
    )
    starts = [verdict.passage.start for _, verdict in numbered]
    start = 0
    for gap in [*_GAP.finditer(draft.text), None]:
        end = gap.start() if gap else len(draft.text)
        here = numbered[bisect_left(starts, start) : bisect_left(starts, end)]
        if draft.text[start:end].strip():
            words = _marked(draft.text, start, end, here, strict=strict)
            notes = "".join(_note(number, verdict, strict=strict) for number, verdict in here)
            block = ' class="block"' if any(verdict.passage.block for _, verdict in here) else ""
            yield f'<div class="part"><p{block}>{words}</p><div>{notes}</div></div>'
        start = gap.end() if gap else end
    yield "</section>"


def _summary(report: Report) -> str:
    counts = [(kind.replace("-", " "), number) for kind, number in report.counts().items()]
    counts += [
        (what, number)
        for what, number in (
            ("mentioned, not judged", report.mentions),
            ("titles, not judged", report.titles),
            ("ignored", report.ignored),
        )
        if number
    ]
    rows = "".join(f"<tr><th>{_safe(what)}</th><td>{number}</td></tr>" for what, number in counts)
    notes = "".join(f"<p>{_safe(note[:1].upper() + note[1:])}.</p>" for note in report.notes)
    return (f"<table>{rows}</table>" if rows else "<p>No quotation.</p>") + notes


def _marked(text: str, low: int, high: int, here: Sequence[tuple[int, Verdict]], *, strict: bool) -> str:
    pieces, behind = [], low
    for number, verdict in here:
        start, end = verdict.passage.start, min(verdict.passage.end, high)
        pieces.append(_safe(text[behind:start]))
        pieces.append(
            f'<mark class="{_level(verdict.kind, strict=strict)}">{_safe(text[start:end])}</mark><sup>{number}</sup>'
        )
        behind = end
    pieces.append(_safe(text[behind:high]))
    return "".join(pieces)


def _note(number: int, verdict: Verdict, *, strict: bool) -> str:
    level = _level(verdict.kind, strict=strict)
    passage = verdict.passage
    lines = [
        (
            f'<p><b class="{level}">{number} {_safe(verdict.kind.label)}</b> '
            f"<small>line {passage.line}, column {passage.column}</small></p>"
        ),
        f"<p>{_sentence(verdict)}</p>",
    ]
    if verdict.around:
        lines.append(f"<blockquote>{_evidence(verdict)}</blockquote>")
    place = " · ".join(part for part in (verdict.speaker, verdict.ref or verdict.source) if part)
    if place:
        lines.append(f'<p class="where">{_safe(place)}</p>')
    if verdict.command:
        lines.append(f"<p><code>{_safe(verdict.command)}</code></p>")
    return f'<aside class="{level}">{"".join(lines)}</aside>'


def _sentence(verdict: Verdict) -> str:
    """What is wrong; where words differ, the source's and the draft's marked, in the words of a person."""
    if not verdict.diff or verdict.diff not in verdict.sentence:
        return _safe(verdict.sentence)
    before, _, after = verdict.sentence.partition(verdict.diff)
    gap = "" if any(map(is_unspaced, verdict.diff)) else " "
    words = gap.join(filter(None, map(_part, verdict.parts)))
    legend = "<small>(<del>the source</del>, <ins>the draft</ins>)</small>"
    return f"{_safe(before)}{words}{_safe(after)} {legend}"


def _part(part: DiffPart) -> str:
    if part.kind == "same":
        return _safe(part.source)
    pieces = [
        f"<del>{_safe(part.source)}</del>" if part.source else "",
        f"<ins>{_safe(part.given)}</ins>" if part.given else "",
    ]
    return " ".join(filter(None, pieces))


def _evidence(verdict: Verdict) -> str:
    """The passage of the source, and what stands around it."""
    around, there = verdict.around or "", " ".join((verdict.printed or "").split())
    before, parts_around, after = around.partition(there) if there else (around, "", "")
    return f"{_safe(before)}<b>{_safe(parts_around)}</b>{_safe(after)}" if parts_around else _safe(around)


def _level(kind: Kind, *, strict: bool) -> str:
    from onrecord.check.formats import level

    return level(kind, strict=strict)


def _safe(text: str) -> str:
    """Text of strangers: control and direction characters shown, markup escaped."""
    return escape(visible(text, multiline=True), quote=True)
