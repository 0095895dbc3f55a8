"""The markup that CSL-JSON, Zotero and HTML put into titles: <i>, <b>, <sub>, <sup>, small capitals and protected case.

A tag counts where it is one of these and its end stands behind it; every other "<" is a letter of the title.
"""

from __future__ import annotations

from onrecord.text.patterns import lazy

TYPE_CHECKING = False
if TYPE_CHECKING:
    from collections.abc import Callable

_TAG = lazy(
    r"(?i)<(?P<end>/?)(?P<name>i|em|b|strong|sub|sup|sc|u|span)(?P<rest>\s+(?:style|class)=(?:\"[^\"<>]{0,80}\"|'[^'<>]{0,80}'))?\s*>"
)
_MARKS = {"i": "i", "em": "i", "b": "b", "strong": "b", "sub": "sub", "sup": "sup", "sc": "sc", "u": "u"}
_COMMANDS = {
    "i": r"\emph", "b": r"\textbf", "sub": r"\textsubscript", "sup": r"\textsuperscript", "sc": r"\textsc", "u": r"\underline",
}  # fmt: skip


def runs(title: str) -> list[tuple[str, tuple[str, ...]]]:
    """The stretches of a title, each with the marks ("i", "b", "sub", "sup", "sc", "u") that it bears, outermost first."""
    if "<" not in title:
        return [(title, ())]
    tags = list(_TAG.finditer(title))
    paired = _paired([(tag["name"].lower(), bool(tag["end"])) for tag in tags])
    runs_read: list[tuple[str, tuple[str, ...]]] = []
    open_: list[str] = []
    index = 0
    for place, tag in enumerate(tags):
        if place not in paired:
            continue
        if index < tag.start():
            runs_read.append((title[index : tag.start()], tuple([mark for mark in open_ if mark])))
        index = tag.end()
        if tag["end"]:
            open_.pop()
        else:
            open_.append(_mark(tag["name"].lower(), (tag["rest"] or "").lower()))
    if index < len(title):
        runs_read.append((title[index:], ()))
    return runs_read


def _paired(tags: list[tuple[str, bool]]) -> set[int]:
    """The places of tags that open and close each other, well nested."""
    kept: set[int] = set()
    open_: list[tuple[str, int]] = []
    for place, (name, is_end) in enumerate(tags):
        if not is_end:
            open_.append((name, place))
            continue
        at = next((at for at in range(len(open_) - 1, -1, -1) if open_[at][0] == name), None)
        if at is not None:
            kept |= {open_[at][1], place}
            del open_[at:]
    return kept


def _mark(name: str, rest: str) -> str:
    if name == "span":
        return "sc" if "small-caps" in rest or "smallcaps" in rest else ""
    return _MARKS[name]


def plain(title: str) -> str:
    """The letters of a title."""
    return "".join([text for text, _ in runs(title)]) if "<" in title else title


def latex(title: str, escaped: Callable[[str], str]) -> str:
    """A title with LaTeX's commands for its marks; `escaped` makes every letter of it mean itself."""
    return dressed(title, escaped, {mark: (f"{command}{{", "}") for mark, command in _COMMANDS.items()})


def dressed(title: str, escaped: Callable[[str], str], around: dict[str, tuple[str, str]]) -> str:
    """A title as a format writes it.

    `escaped` makes every letter of it mean itself; `around` has what stands before and behind the words that bear a
    mark. A mark that is not in it is left out.
    """
    if "<" not in title:
        return escaped(title)
    pieces = []
    for text, marks in runs(title):
        core = text.strip()
        # Escaping takes off the spaces around, which separate the stretches.
        inside = escaped(core) if core else ""
        first, last = (" " * (text[:1].isspace()), " " * (text[-1:].isspace() and bool(core)))
        for mark in reversed(marks):
            before, behind = around.get(mark, ("", ""))
            inside = f"{before}{inside}{behind}" if inside else ""
        pieces.append(f"{first}{inside}{last}")
    return "".join(pieces).strip()
