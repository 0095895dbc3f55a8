"""Minutes whose lines a court numbers: the numbers of lines and pages stand in the margin, and are no words of anybody."""

from itertools import pairwise

from onrecord.ingest.document import Place
from onrecord.ingest.transcript_heads import heads_in
from onrecord.text.patterns import lazy

_NUMBERED = lazy(r"[ \t]{0,12}(?P<number>[0-9]{1,2})(?:(?P<words>[ \t]+\S[^\n]*)|[ \t]*)")
_PAGE = lazy(r"(?i)[ \t]*(?:(?:page|p\.|seite|pagina|página|стр\.)[ \t]*)?(?P<page>[0-9]{1,5})[ \t]*")
# What is looked at before a long text is taken apart.
_FIRST = lazy(r"(?m)^[ \t]{0,12}[0-9]{1,2}(?!\S)")
_BEGINNING = 20_000
_LEAST_LINES = 10
_LEAST_SHARE = 0.85
# Pages of courts have 25 or 28 lines; what goes on for longer is a list.
_MOST_LINES = 60


def without_margin(text: str) -> tuple[str, tuple[Place, ...]] | None:
    """A text without the numbers of its lines, which count from 1 on every page, and where the pages begin that it numbers.

    None for any other text. Each turn begins a paragraph.
    """
    if len(_FIRST.findall(text, 0, _BEGINNING)) < _LEAST_LINES:
        return None
    lines = [line.rstrip() for line in text.split("\n")]
    matches = [(line, _NUMBERED.fullmatch(line)) for line in lines if line.strip()]
    numbers = [int(numbered["number"]) for _, numbered in matches if numbered]
    if len(numbers) < max(_LEAST_LINES, _LEAST_SHARE * len(matches)) or max(numbers) > _MOST_LINES:
        return None
    steps = sum(then in (one + 1, 1) for one, then in pairwise(numbers))
    if steps < _LEAST_SHARE * (len(numbers) - 1):
        return None
    kept: list[str] = []
    pages: list[tuple[int, str]] = []
    expected = 1
    for line, numbered in matches:
        page = _PAGE.fullmatch(line)
        number = int(numbered["number"]) if numbered else 0
        if numbered and number in (expected, 1):
            expected = number + 1
            if words := numbered["words"]:
                kept.append(words)
        elif page:
            # Below the lines of a page or above them: which, the next line numbered 1 tells no better.
            pages.append((len(kept), page["page"]))
            expected = 1
        else:
            kept.append(line)
    return _in_paragraphs(_dedented(kept), _above(pages, len(kept)))


def _above(pages: list[tuple[int, str]], lines: int) -> dict[int, str]:
    """At which line each page begins: its number stands above its lines, or below those of all."""
    if pages and pages[0][0] > 0 and pages[-1][0] == lines:
        return dict(zip([0, *(at for at, _ in pages)], (page for _, page in pages), strict=False))
    return dict(pages)


def _dedented(lines: list[str]) -> list[str]:
    margin = min((len(line) - len(line.lstrip()) for line in lines), default=0)
    return [line[margin:].expandtabs() for line in lines]


def _in_paragraphs(lines: list[str], pages: dict[int, str]) -> tuple[str, tuple[Place, ...]]:
    heads = {
        head.line for head in heads_in("\n".join(lines), frozenset()) if head.kind not in ("alone", "name")
    }
    pieces: list[str] = []
    places: list[Place] = []
    before = start = 0
    for index, line in enumerate(lines):
        if before in heads and pieces:
            pieces.append("\n")
            start += 1
        if index in pages:
            places.append(Place(start, "page", pages[index]))
        pieces.append(f"{line}\n")
        before += len(line) + 1
        start += len(line) + 1
    return "".join(pieces), tuple(places)
