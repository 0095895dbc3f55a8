"""Plots: bars on a terminal, of a few letters, and the file of `--plot`.

The bars are a dozen lines of our own: plotext, the kept library for it, takes 2.9 MB and a second to load.
"""

from __future__ import annotations

from onrecord.cli.plain import remark
from onrecord.cli.spec import flag, option
from onrecord.errors import InputError, UsageError
from onrecord.model.light import import_module
from onrecord.outputs.endings import ending
from onrecord.text.clean import one_line, visible, width

TYPE_CHECKING = False
if TYPE_CHECKING:
    from collections.abc import Callable, Sequence

_EIGHTHS = " ▏▎▍▌▋▊▉█"
# Series one after the other: those of a terminal without colours are told by their pattern.
SHADES = "█▒░▓▚▖▪"
PLOT = option("--plot", help="Also draw it, to a .svg or .png file.", metavar="FILE", kind="file")
FORCE = flag("--force", help="Overwrite the --plot file if it exists.")


def bar(number: int, most: int, columns: int) -> str:
    """A bar as long as `number` is of `most`, in eighths of a column; at least one where there is anything."""
    eighths = round(8 * columns * number / most) if most else 0
    eighths = max(eighths, 1) if number else 0
    return "█" * (eighths // 8) + (_EIGHTHS[eighths % 8] if eighths % 8 else "")


def stacked(counts: Sequence[int], most: int, columns: int) -> str:
    """The counts one after the other, each in the shade of its place; together as long as their sum is of `most`."""
    drawn, upto, whole = "", 0, 0
    for place, count in enumerate(counts):
        upto += count
        end = round(columns * upto / most) if most else 0
        end = max(end, whole + 1) if count else end
        drawn += SHADES[place % len(SHADES)] * max(end - whole, 0)
        whole = max(end, whole)
    return drawn


def padded(text: str, columns: int, *, right: bool = False) -> str:
    """The text in so many columns, with letters of double width counted as two."""
    space = " " * max(columns - width(text), 0)
    return space + text if right else text + space


def shortened(name: str, longest: int) -> str:
    """A name that is safe to print, cut to so many columns."""
    plain = visible(name)
    while width(plain) > longest:
        plain = f"{plain.removesuffix('…')[:-1]}…"
    return plain


def draw(path: str, svg: Callable[[], str], *, force: bool, database: str) -> None:
    """Writes the drawing to `path`, as SVG or PNG as its name ends. UsageError, ConflictError, InputError: nothing was written."""
    kind = ending(path)
    if kind not in ("svg", "png"):
        raise UsageError(f"{one_line(path)} ends neither in .svg nor in .png.")
    from onrecord.outputs import target
    from onrecord.outputs.file import write
    from onrecord.outputs.guard import Guard

    guard = Guard(database)
    target.of(path, guard, force=force)
    drawn = svg()
    write(path, _png(drawn) if kind == "png" else f"{drawn}\n".encode(), force=force, guard=guard)
    remark(f"Written to {one_line(path)}.", done=True)


def _png(svg: str) -> bytes:
    try:
        resvg = import_module("resvg_py")
    except ImportError:
        raise InputError(
            'PNG needs one package more: pip install "onrecord[plot]". Or name a file that ends in .svg.'
        ) from None
    return bytes(resvg.svg_to_bytes(svg_string=svg, zoom=2))
