"""What draws the pages of a PDF, as far as it places text: each font is read once, and each form that many pages show.

A few bytes of a file can draw thousands of pages, so what is read is counted against the size of the file. A form that is
shown again costs what it says alone: a map of many lines behind every page costs its labels.
"""

from collections.abc import Iterable
from typing import TYPE_CHECKING, Any

if TYPE_CHECKING:
    from pypdf.generic._font import Font

Operations = list[tuple[list[Any], bytes]]
# Forms may show one another, and pages stand under others: so deep.
DEEPEST = 12
SHOWING = (b"Tj", b"TJ", b"'", b'"')
_SAVES, _RESTORES, _FORM = b"q", b"Q", b"Do"
_PLACING = frozenset(
    (*SHOWING, _SAVES, _RESTORES, _FORM, b"cm", b"BT", b"Tf", b"Tm", b"Td", b"TD", b"T*", b"Tc", b"Tw", b"TL", b"Ts", b"Tz")
)  # fmt: skip
# What draws a page is rarely packed to a twentieth of its size.
_LEAST_ALLOWED, _TIMES_ITS_SIZE = 400_000, 20
# No sheet is set of more pieces of text.
_MOST_PIECES = 100_000
# What an operation that is read again costs, as if it were so many bytes, beside what it shows.
_AN_OPERATION = 10
_DRAWN_AGAIN = 9
# So much is kept of a file: a few megabytes of operations, and the fonts of a long book.
_MOST_KEPT, _MOST_FONTS = 50_000, 100


class Drawn:
    """What is known of the streams and fonts of one file of `size` bytes."""

    def __init__(self, size: int) -> None:
        self.shows = False
        self._left = _LEAST_ALLOWED + _TIMES_ITS_SIZE * size
        self._forms: dict[tuple[int, int], tuple[Operations, int]] = {}
        self._kept = 0
        self._fonts: dict[tuple[int, int], Font] = {}
        self._pages: set[tuple[int, int]] = set()

    def page(self, page: Any) -> Operations:
        """Those of a page. No two pages say the same: what draws one already counts ten times when it draws another."""
        contents = page.raw_get("/Contents")
        resolved = contents.get_object()
        named = [
            key for one in (resolved if isinstance(resolved, list) else [contents]) if (key := _key(one))
        ]
        left = self._left
        operations = self.operations(resolved, page.pdf)
        if named and self._pages.issuperset(named):
            self._spend(_DRAWN_AGAIN * (left - self._left))
        self._pages.update(named)
        return operations

    def operations(self, stream: Any, pdf: Any) -> Operations:
        """Those of a page or a form that place text. LimitReachedError: that is too much, for one page or with what came before."""
        from pypdf.generic import ContentStream

        content = ContentStream(stream, pdf, "bytes")
        return placing(content.operations) if self._take(content.get_data()) else []

    def form(self, form: Any, pdf: Any) -> Operations:
        """The same of a form, as it is named: by a reference, or the form itself."""
        key = _key(form)
        if key is not None and (known := self._forms.get(key)) is not None:
            operations, cost = known
            self._spend(cost)
            self.shows |= any(operator in SHOWING for _, operator in operations)
            return operations
        left = self._left
        operations = self.operations(form.get_object(), pdf)
        if key is not None and self._kept + len(operations) <= _MOST_KEPT:
            self._kept += len(operations) + 1
            again = sum(_AN_OPERATION + _said(operands) for operands, _ in operations)
            self._forms[key] = operations, min(left - self._left, again)
        return operations

    def resources(self, holder: Any) -> tuple[dict[str, "Font"], dict[str, Any]]:
        """The fonts and the forms that a page or a form may name, its parents' included."""
        fonts: dict[str, Font] = {}
        forms: dict[str, Any] = {}
        for _ in range(DEEPEST):
            resources = holder.get("/Resources")
            resources = resources.get_object() if resources is not None else {}
            for name, font in _part(resources, "/Font").items():
                if name not in fonts and hasattr(font.get_object(), "get"):
                    fonts[name] = self._font(font)
            forms = {**_part(resources, "/XObject"), **forms}
            holder = holder.get("/Parent")
            holder = holder.get_object() if holder is not None else None
            if holder is None:
                break
        return fonts, forms

    def _font(self, font: Any) -> "Font":
        from pypdf.generic._font import Font

        key = _key(font)
        if key is not None and key in self._fonts:
            return self._fonts[key]
        described = Font.from_font_resource(font.get_object())
        if key is not None:
            if len(self._fonts) == _MOST_FONTS:
                del self._fonts[next(iter(self._fonts))]
            self._fonts[key] = described
        return described

    def _take(self, data: bytes) -> bool:
        """Whether the data may show words, or a form."""
        # Maps and drawings are millions of lines; nothing of them is read.
        shows = any(operator in data for operator in SHOWING)
        self.shows |= shows
        if not shows and _FORM not in data:
            return False
        self._spend(len(data))
        if sum(map(data.count, (b"Tj", b"TJ", b"(", b"<"))) > _MOST_PIECES:
            self._refuse()
        return True

    def _spend(self, cost: int) -> None:
        self._left -= cost
        if self._left < 0:
            self._refuse()

    def _refuse(self) -> None:
        from pypdf.errors import LimitReachedError

        raise LimitReachedError("too much for a page")


def placing(operations: Iterable[tuple[Any, bytes]]) -> Operations:
    """Operations without those that draw no text and place none; what is saved and restored around nothing is left out too."""
    kept: Operations = []
    # Where each state was saved that is not restored yet, and whether anything has been shown since.
    saved: list[int] = []
    shown: list[bool] = []
    for operands, operator in operations:
        if operator not in _PLACING:
            continue
        if operator == _SAVES:
            saved.append(len(kept))
            shown.append(False)
        elif operator == _RESTORES and saved:
            start, says = saved.pop(), shown.pop()
            if not says:
                del kept[start:]
                continue
            if shown:
                shown[-1] = True
        elif shown and (operator == _FORM or operator in SHOWING):
            shown[-1] = True
        kept.append((operands, operator))
    return kept


def _said(operands: list[Any]) -> int:
    """How many bytes an operation shows."""
    parts = (part for one in operands for part in (one if isinstance(one, list) else (one,)))
    return sum(len(part) for part in parts if isinstance(part, bytes | str))


def _key(named: Any) -> tuple[int, int] | None:
    """The number of an object that is named by a reference."""
    from pypdf.generic import IndirectObject

    return (named.idnum, named.generation) if isinstance(named, IndirectObject) else None


def _part(resources: Any, key: str) -> dict[str, Any]:
    part = resources.get(key)
    part = part.get_object() if part is not None else {}
    return dict(part) if isinstance(part, dict) else {}
