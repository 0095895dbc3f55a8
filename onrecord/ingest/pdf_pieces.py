"""What a PDF page draws: pieces of text with their places, in the order in which they are drawn.

pypdf reads the content streams and decodes the fonts. Where a page is more than this knows of (right-to-left scripts,
fonts that name no letters), there are no pieces, and the caller takes the text as pypdf orders it.
"""

import unicodedata
from collections.abc import Iterator
from typing import TYPE_CHECKING, Any

from onrecord.ingest.pdf_drawn import DEEPEST, SHOWING, Drawn, Operations
from onrecord.model.record import record
from onrecord.text.patterns import lazy

if TYPE_CHECKING:
    from pypdf import PageObject
    from pypdf.generic._font import Font

_Matrix = tuple[float, float, float, float, float, float]
_IDENTITY: _Matrix = (1.0, 0.0, 0.0, 1.0, 0.0, 0.0)
# So many forms may be shown on a page.
_MOST_FORMS = 500
# No sheet holds more letters.
_MOST_GLYPHS = 300_000
# A piece goes on where the next glyph stands no further away than this, in sizes of its letters.
_BACK, _AHEAD = 0.5, 1.4
# A word ends where a gap is wider, in sizes of the letters.
_WORD_GAP = 0.17
_FEWEST_SPACED = 4
_BROKEN = lazy("(?<=[^\\W\\d_]) ([\u2010\u00ad])$")


@record()
class Piece:
    """Words that are drawn in one go: where they begin and end, their base line and the size of their letters, in points.

    Coordinates are those of a page on which they run from left to right and lines from top (greater y) to bottom.
    """

    text: str
    x0: float
    x1: float
    y: float
    size: float


@record()
class _Glyph:
    text: str
    x0: float
    x1: float
    y: float
    size: float
    turned: int


def pieces_of(page: "PageObject", drawn: Drawn) -> list[Piece] | None:
    """The pieces of a page; None where its places cannot be told."""
    drawn.shows = False
    glyphs: list[_Glyph] = []
    for glyph in _glyphs(page, drawn):
        if len(glyphs) == _MOST_GLYPHS:
            from pypdf.errors import LimitReachedError

            raise LimitReachedError("too many letters for a page")
        glyphs.append(glyph)
    if not glyphs:
        return None if drawn.shows else []
    letters = "".join(glyph.text for glyph in glyphs)
    if any(unicodedata.bidirectional(letter) in ("R", "AL") for letter in set(letters)):
        return None
    ways = [glyph.turned for glyph in glyphs]
    upright = max(set(ways), key=ways.count)
    main = [glyph for glyph in glyphs if glyph.turned == upright]
    return [piece for run in _runs(main) if (piece := _piece(run)) is not None]


def _runs(glyphs: list[_Glyph]) -> Iterator[list[_Glyph]]:
    run: list[_Glyph] = []
    for glyph in glyphs:
        if run:
            last, size = run[-1], max(run[-1].size, glyph.size)
            same = abs(glyph.y - last.y) < 0.1 * size and abs(glyph.size - last.size) < 0.15 * size
            if not same or not -_BACK * size < glyph.x0 - last.x1 < _AHEAD * size:
                yield run
                run = []
        run.append(glyph)
    if run:
        yield run


def _piece(run: list[_Glyph]) -> Piece | None:
    """The glyphs of a run as words: where a space is drawn, or a gap is as wide as one."""
    words: list[tuple[str, float]] = []
    last: _Glyph | None = None
    open_word = False
    for glyph in run:
        if glyph.text.isspace() or not glyph.text:
            open_word = False
            continue
        gap = (glyph.x0 - last.x1) / glyph.size if last is not None else 0.0
        if open_word and gap < _WORD_GAP:
            words[-1] = (words[-1][0] + glyph.text, words[-1][1])
        else:
            words.append((glyph.text, gap))
        open_word, last = True, glyph
    if not words or last is None:
        return None
    # Some programs set the hyphen of a broken word in another font, with a gap before it.
    text = _BROKEN.sub(r"\1", " ".join(_unspaced(words)))
    first = next(one for one in run if one.text and not one.text.isspace())
    return Piece(text, first.x0, last.x1, first.y, first.size)


def _unspaced(words: list[tuple[str, float]]) -> Iterator[str]:
    """Words, those put together that are letter-spaced: "q u a y" is printed so, and is one word."""
    start = 0
    while start < len(words):
        end = start
        while end < len(words) and len(words[end][0]) == 1 and words[end][0].isalpha():
            end += 1
        single = words[start:end]
        if len(single) >= _FEWEST_SPACED and _is_spaced(single):
            least = sorted(gap for _, gap in single[1:])[len(single) // 3]
            # What is printed close to the last letter goes with it: a stop, a comma.
            joined = single[0][0]
            for letter, gap in single[1:]:
                joined += letter if gap < 1.6 * least else f" {letter}"
            yield from joined.split()
            start = end
        else:
            yield words[start][0]
            start += 1


def _is_spaced(single: list[tuple[str, float]]) -> bool:
    """Whether letters that stand apart are letters of words, and no list of letters."""
    return any(letter.islower() for letter, _ in single) or len(single) >= 2 * _FEWEST_SPACED - 2


def _glyphs(page: "PageObject", drawn: Drawn) -> Iterator[_Glyph]:
    if "/Contents" in page:
        yield from _Interpreter(page.pdf, drawn).run(drawn.page(page), page, _IDENTITY, 0)


class _State:
    """The part of the graphics state that places text."""

    def __init__(self, matrix: _Matrix) -> None:
        self.matrix = matrix
        self.font: Font | None = None
        self.size = 12.0
        self.spacing = self.word_spacing = self.leading = self.rise = 0.0
        self.scale = 1.0
        self.text = self.line = _IDENTITY

    def copy(self) -> "_State":
        made = _State(self.matrix)
        made.__dict__.update(self.__dict__)
        return made


class _Interpreter:
    def __init__(self, pdf: Any, drawn: Drawn) -> None:
        self.pdf = pdf
        self.drawn = drawn
        self.forms = 0

    def run(self, operations: Operations, holder: Any, matrix: _Matrix, depth: int) -> Iterator[_Glyph]:
        if not operations:
            return
        fonts, objects = self.drawn.resources(holder)
        state, stack = _State(matrix), list[_State]()
        for operands, operator in operations:
            numbers = [float(one) for one in operands if isinstance(one, int | float)]
            if operator == b"q":
                stack.append(state.copy())
            elif operator == b"Q":
                state = stack.pop() if stack else state
            elif operator == b"Tf" and operands:
                state.font = fonts.get(str(operands[0]))
                state.size = numbers[0] if numbers else state.size
            elif operator == b"Do" and operands and depth < DEEPEST:
                yield from self._form(objects.get(str(operands[0])), holder, state.matrix, depth)
            else:
                _set(state, operator, numbers)
            if operator in SHOWING and operands:
                shown = operands[-1]
                for part in shown if operator == b"TJ" and isinstance(shown, list) else [shown]:
                    if isinstance(part, bytes):
                        yield from _shown(part, state)
                    elif isinstance(part, int | float):
                        state.text = _moved(state.text, -float(part) / 1000 * state.size * state.scale, 0.0)

    def _form(self, form: Any, holder: Any, matrix: _Matrix, depth: int) -> Iterator[_Glyph]:
        self.forms += 1
        if self.forms > _MOST_FORMS:
            from pypdf.errors import LimitReachedError

            raise LimitReachedError("too many forms for a page")
        shown, form = form, form.get_object() if form is not None else None
        if form is None or form.get("/Subtype") != "/Form":
            return
        own = [float(one) for one in form.get("/Matrix", ())]
        inside = _product(_matrix(own), matrix) if len(own) == 6 else matrix
        owner = form if "/Resources" in form else holder
        yield from self.run(self.drawn.form(shown, self.pdf), owner, inside, depth + 1)


_SETTINGS = {
    b"Tc": ("spacing", 1.0),
    b"Tw": ("word_spacing", 1.0),
    b"TL": ("leading", 1.0),
    b"Ts": ("rise", 1.0),
    b"Tz": ("scale", 0.01),
}


def _set(state: _State, operator: bytes, numbers: list[float]) -> None:
    """Does what an operator without names does to the state."""
    if operator == b"cm" and len(numbers) == 6:
        state.matrix = _product(_matrix(numbers), state.matrix)
    elif operator == b"BT":
        state.text = state.line = _IDENTITY
    elif operator == b"Tm" and len(numbers) == 6:
        state.text = state.line = _matrix(numbers)
    elif operator in (b"Td", b"TD") and len(numbers) == 2:
        state.leading = -numbers[1] if operator == b"TD" else state.leading
        state.text = state.line = _moved(state.line, *numbers)
    elif operator in (b"T*", b"'", b'"'):
        state.text = state.line = _moved(state.line, 0.0, -state.leading)
        if operator == b'"' and len(numbers) >= 2:
            state.word_spacing, state.spacing = numbers[:2]
    elif numbers and operator in _SETTINGS:
        name, unit = _SETTINGS[operator]
        setattr(state, name, numbers[0] * unit)


def _shown(data: bytes, state: _State) -> Iterator[_Glyph]:
    """The glyphs of a string; the state stands behind each."""
    font = state.font
    if font is None:
        return
    if isinstance(font.encoding, str):
        codes = data.decode(font.encoding, "replace")
        names: list[str] = list(codes)
    else:
        codes = "".join(map(chr, data))
        names = [font.encoding.get(byte, chr(byte)) for byte in data]
    for code, letter in zip(codes, names, strict=True):
        is_space = code == font.space_char
        width = (font.space_width if is_space else font.get_text_width(code)) / 1000 * state.size
        after = width + state.spacing + (state.word_spacing if is_space else 0.0)
        here = _product((1.0, 0.0, 0.0, 1.0, 0.0, state.rise), _product(state.text, state.matrix))
        state.text = _moved(state.text, after * state.scale, 0.0)
        # Without the letter spacing: the gap is what is printed.
        yield _placed(str(font.character_map.get(letter, letter)), here, width * state.scale, state.size)


def _placed(letter: str, at: _Matrix, width: float, size: float) -> _Glyph:
    """A glyph in coordinates in which its base line runs to the right."""
    a, b, c, d, x, y = at
    if abs(a) >= abs(b):
        turned, along, up, scale, height = (0, x, y, a, d) if a >= 0 else (180, -x, -y, -a, -d)
    else:
        turned, along, up, scale, height = (90, y, -x, b, -c) if b > 0 else (270, -y, x, -b, c)
    # An upside-down axis (Word's "publish") is turned once more by the page's own matrix.
    return _Glyph(letter, along, along + width * abs(scale), up, max(abs(height) * abs(size), 0.1), turned)


def _matrix(numbers: list[float]) -> _Matrix:
    a, b, c, d, e, f = numbers
    return a, b, c, d, e, f


def _moved(matrix: _Matrix, x: float, y: float) -> _Matrix:
    a, b, c, d, e, f = matrix
    return a, b, c, d, e + x * a + y * c, f + x * b + y * d


def _product(first: _Matrix, second: _Matrix) -> _Matrix:
    """First the one, then the other."""
    a, b, c, d, e, f = first
    g, h, i, j, k, m = second
    return a * g + b * i, a * h + b * j, c * g + d * i, c * h + d * j, e * g + f * i + k, e * h + f * j + m
