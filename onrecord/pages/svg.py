"""What every drawing that is a file of its own is made of: no script, no other file, letters of the reader's system."""

from __future__ import annotations

from html import escape

from onrecord.text.clean import one_line

TYPE_CHECKING = False
if TYPE_CHECKING:
    from collections.abc import Iterable

WIDTH, MARGIN = 900, 24
# Families by name, as what makes a PNG knows no others.
_FAMILIES = "system-ui, 'Noto Sans', 'DejaVu Sans', 'Liberation Sans', 'Segoe UI', 'Helvetica Neue', Helvetica, Arial, sans-serif"
_STYLE = (
    f"text {{ font-family: {_FAMILIES}; font-size: 12px; fill: #333 }}"
    " .title { font-size: 16px; font-weight: bold } .quiet { fill: #666 } .end { text-anchor: end }"
)


def whole(height: int, title: str, parts: Iterable[str]) -> str:
    """The file, WIDTH wide."""
    return "\n".join(
        [
            f'<svg xmlns="http://www.w3.org/2000/svg" viewBox="0 0 {WIDTH} {height}" width="{WIDTH}" height="{height}" role="img">',
            f"<title>{plain(title)}</title>",
            f"<style>{_STYLE}</style>",
            f'<rect width="{WIDTH}" height="{height}" fill="#fff"/>',
            *parts,
            "</svg>",
        ]
    )


def text(x: float, y: float, words: str, style: str = "") -> str:
    """Words at a place; `style`: "title", "quiet", "end" (they end there), or several."""
    kind = f' class="{style}"' if style else ""
    return f'<text x="{x:g}" y="{y:g}"{kind}>{plain(words)}</text>'


def cut(words: str, longest: int) -> str:
    """The words in one line, cut to so many letters."""
    line = one_line(words)
    return line if len(line) <= longest else f"{line[: longest - 1]}…"


def plain(words: str) -> str:
    """The words as XML takes them, without hidden characters."""
    return escape(one_line(words))
