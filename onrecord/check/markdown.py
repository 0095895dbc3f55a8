"""Markdown as pandoc writes it, to text with places: citations and block quotations noted, markup gone."""

from __future__ import annotations

import html
from collections.abc import Callable, Collection, Iterator, Mapping, Sequence

from onrecord.check.draft import Builder, Draft
from onrecord.text.patterns import lazy

_FRONT = lazy(r"---[ \t]*\n(?:[^\n]*\n)*?(?:---|\.\.\.)[ \t]*(?:\n|\Z)")
_FENCE = lazy(r"[ ]{0,3}(`{3,}|~{3,})")
_BEFORE = lazy(r"[ \t]*(?:(?:[-*+]|\d{1,9}[.)])[ \t]+)?(?:#{1,6}[ \t]+)?(?:\[\^[^\]\n]{1,99}\]:[ \t]*)?")
_QUOTED = lazy(r"[ ]{0,3}>[ ]?")
_DEFINES = lazy(r"[ ]{0,3}\[(?!\^)[^\]\n]{1,200}\]:[ \t]*\S")
_SIGNS = lazy(r"[ \t]*(?:[—–―]|--)")
_UNDERLINE = lazy(r"[ ]{0,3}(?:=+|-{2,}|[-*_](?:[ \t]*[-*_]){2,})[ \t]*\Z")
_INLINE = lazy(
    r"(?P<hidden><!--|`+)"
    r"|(?P<escaped>\\[!-/:-@\[-`{-~])"
    r"|(?P<image>!\[[^\]\n]{0,2000}\]\([^()\n]{0,2000}\))"
    r"|(?P<cites>\[(?=[^\]]{0,2000}(?<![\w.])-?@[\w{])[^\]]{1,2000}\](?!\())"
    r"|(?P<bare>(?<![\w.@/])-?@\{?[A-Za-z0-9_][\w:.#$%&+?<>~/@-]*\}?(?:[ \n]\[(?P<locator>[^\]\n]{1,200})\])?)"
    r"|(?P<note>\[\^[^\]\n]{1,99}\])"
    r"|(?P<link>\[(?P<words>[^\[\]]{1,2000})\](?:\([^()\n]{0,2000}(?:\([^()\n]{0,500}\)[^()\n]{0,2000})?\)|\[[^\]\n]{0,200}\]|\{[^}\n]{0,200}\}))"
    r"|(?P<q></?q\b[^>\n]{0,500}>)"
    r"|(?P<tag></?[A-Za-z][^<>\n]{0,2000}>)"
    r"|(?P<entity>&(?:#\d{1,7}|#[xX][0-9A-Fa-f]{1,6}|[A-Za-z]\w{1,31});)"
    r"|(?P<stars>\*{1,3}(?=\S)|(?<=\S)\*{1,3})"
    r"|(?P<lines>(?<!\w)_{1,3}(?=\S)|(?<=\S)_{1,3}(?!\w))"
)
_HIDDEN_EDGE = lazy(r"<!--|-->|`+|\n")
_KEY = lazy(r"(?<![\w.])-?@(?:\{([^{}\n]{1,200})\}|([A-Za-z0-9_](?:[\w:.#$%&+?<>~/@-]*\w)?))([^;]*)")


def keys_in(cited: str) -> Iterator[tuple[str, str]]:
    """The keys of a citation with the words behind each: "[@lee, p. 3; @ruiz]"."""
    for match in _KEY.finditer(cited.strip("[]")):
        yield match[1] or match[2], match[3].strip(" ,{}")


def _asides_in(cited: str) -> set[str]:
    """The keys with words in front of them: "see also @lee"."""
    parts = cited.strip("[]").split(";")
    return {key for part in parts if part.partition("@")[0].strip(" -") for key, _ in keys_in(part)}


def read(source: str, *, soft: bool = True, apart: Collection[int] = ()) -> Draft:
    """A draft in Markdown; `soft`: a line end within a paragraph is a space. At `apart` lines of block quotations begin that have
    no sign."""
    lines = Builder()
    blocks = _lines(source, lines, apart)
    whole = Builder()
    _inline(lines, whole, blocks)
    if not soft:
        return Draft(whole.text(), source, whole.origin, whole.ends, whole.cites, whole.blocks)
    return whole.draft(source)


def _lines(source: str, into: Builder, apart: Collection[int]) -> list[tuple[int, int]]:
    """The lines without what stands in front of them; the block quotations, as ranges of what is made."""
    front = _FRONT.match(source)
    place = front.end() if front else 0
    fence = ""
    open_at: int | None = None
    blocks: list[tuple[int, int]] = []
    while place < len(source):
        end = source.find("\n", place)
        end = len(source) if end < 0 else end
        line = source[place:end]
        start = place
        if fence:
            if line.strip().startswith(fence) and not line.strip().strip(fence[0]):
                fence = ""
            line = ""
        elif match := _FENCE.match(line):
            fence, line = match[1], ""
        elif _DEFINES.match(line) or _UNDERLINE.match(line):
            line = ""
        quoted = place in apart and bool(line)
        while line and (mark := _QUOTED.match(line)):
            quoted = True
            start, line = start + mark.end(), line[mark.end() :]
        before = _BEFORE.match(line)
        heading = False
        if before and before.end():
            heading = "#" in before[0]
            start, line = start + before.end(), line[before.end() :]
            if before[0].strip() and not heading:
                into.put("\n", place)
        if quoted and _SIGNS.match(line):
            into.put("\n", place)
        if quoted and open_at is None:
            into.put("\n", place)
            open_at = len(into)
        elif open_at is not None and not quoted and not line.strip():
            blocks.append((open_at, len(into)))
            open_at = None
        into.add(line, range(start, start + len(line)))
        into.put("\n\n" if heading else "\n", end, None if heading else end + 1)
        place = end + 1
    if open_at is not None:
        blocks.append((open_at, len(into)))
    return blocks


def _inline(lines: Builder, into: Builder, blocks: list[tuple[int, int]]) -> None:
    text, origin, ends = lines.text(), lines.origin, lines.ends
    edges: dict[int, int] = {}
    wanted = sorted({edge for block in blocks for edge in block})

    def copy(first: int, last: int) -> None:
        for edge in wanted:
            if first <= edge <= last and edge not in edges:
                edges[edge] = len(into) + edge - first
        into.add(text[first:last], origin[first:last], ends[first:last])

    _walk(text, 0, len(text), copy, into, origin, _hidden_ends(text))
    into.blocks = [(edges.get(first, 0), edges.get(last, len(into))) for first, last in blocks]


def _hidden_ends(text: str) -> dict[int, int]:
    """Where what a place opens ends: a comment at its sign, code behind the next run of as many backticks on its line."""
    ends: dict[int, int] = {}
    comments: list[int] = []
    runs: dict[int, int] = {}
    for edge in _HIDDEN_EDGE.finditer(text):
        if edge[0] == "\n":
            runs.clear()
        elif edge[0] == "<!--":
            comments.append(edge.start())
        elif edge[0] == "-->":
            ends.update(dict.fromkeys(comments, edge.end()))
            comments.clear()
        else:
            before = runs.get(len(edge[0]))
            if before is not None:
                ends[before] = edge.end()
            runs[len(edge[0])] = edge.start()
    return ends


def _walk(
    text: str,
    low: int,
    high: int,
    copy: Callable[[int, int], None],
    into: Builder,
    origin: Sequence[int],
    hidden_ends: Mapping[int, int],
) -> None:
    behind = position = low
    while mark := _INLINE.search(text, position, high):
        kind, start = mark.lastgroup, mark.start()
        position = mark.end()
        if kind == "hidden":
            end = hidden_ends.get(start)
            if end is None or end > high:
                continue
            position = end
        copy(behind, start)
        behind = position
        place = origin[start]
        if mark["link"] is not None:
            _walk(text, *mark.span("words"), copy, into, origin, hidden_ends)
        elif kind == "escaped":
            copy(start, start)
            into.put(text[start + 1], place, place + 2)
        elif mark["cites"] is not None:
            into.cite(list(keys_in(mark[0])), _asides_in(mark[0]))
        elif mark["bare"] is not None:
            # A stop at its end belongs to the sentence.
            key = mark["bare"].partition(" ")[0].partition("\n")[0]
            into.cite([(name, mark["locator"] or place_) for name, place_ in keys_in(key)])
            if mark["locator"] is None and key[-1] in ".,:;?!":
                copy(behind - 1, behind)
        elif kind == "q":
            into.put("”" if mark[0].startswith("</") else "“", place)
        elif kind == "entity":
            into.put(html.unescape(mark[0]), place, place + len(mark[0]))
    copy(behind, high)
