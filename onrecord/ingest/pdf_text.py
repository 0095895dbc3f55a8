"""The text of a PDF's pages in one piece: paragraphs run on over columns and pages, notes stand at the end."""

from collections.abc import Iterator, Sequence
from itertools import pairwise

from onrecord.ingest.document import Place
from onrecord.ingest.pdf_columns import in_reading_order
from onrecord.ingest.pdf_drawn import Drawn
from onrecord.ingest.pdf_lines import Line, body_size, lines_of, marks_in, with_marks
from onrecord.ingest.pdf_margins import margins_of, note_label, notes_in, without_line_numbers
from onrecord.ingest.pdf_pieces import Piece, pieces_of
from onrecord.ingest.plain import stored_form
from onrecord.model.record import record
from onrecord.text.patterns import lazy

TYPE_CHECKING = False
if TYPE_CHECKING:
    from pypdf import PageObject

HYPHENS = ("-", "\u2010", "\u00ad")
_ENDS_SENTENCE = lazy(r"[.!?:…。！？][\"”’»)\]」』]*$")
# More lines on a page are a drawing or an attack; their order is that of the file.
_MOST_LINES = 1_500
_LOOSE = 1.35
_UNSURE = (
    "wide gaps in the lines, which may part columns; they were read from left to right, so compare what is quoted with the "
    "page"
)


@record()
class _Page:
    """The stretches of a page in reading order, and its notes."""

    stretches: list[list[Line]]
    notes: list[Line]
    plain: list[str]
    label: str


@record()
class Pages:
    """A text, the page that each part of it stands on, and what a person should know of its reading."""

    text: str
    places: tuple[Place, ...]
    notes: tuple[str, ...]


def text_of(
    pages: Sequence["PageObject"], labels: Sequence[str], *, own_labels: bool, most: int, size: int
) -> Pages | None:
    """The text of pages; `labels` are their numbers as the file has them, if `own_labels`, else counted.

    None where it is longer than `most`. LimitReachedError: the pages take more than a file of `size` bytes may.
    """
    drawn = Drawn(size)
    pieces = [_pieces(page, drawn) for page in pages]
    body = body_size([one for page in pieces if page for one in page])
    lines = [lines_of(page, body) if page else [] for page in pieces]
    margins = margins_of(lines, body)
    numbers = [margin.number for margin in margins]
    printed = any(numbers) and not own_labels
    pages_read: list[_Page] = []
    unsure: list[str] = []
    for index, page in enumerate(pages):
        label = (numbers[index] or labels[index]) if printed else labels[index]
        kept = [line for line in lines[index] if line.row not in margins[index].rows]
        text, notes = notes_in(without_line_numbers(kept), body)
        stretches, doubtful = in_reading_order(text) if text else ([], False)
        unsure += [label] if doubtful else []
        plain = [] if pieces[index] is not None else list(_plain(page))
        pages_read.append(_Page(stretches, notes, plain, label))
    remarks: tuple[str, ...] = ()
    if unsure:
        some = ", ".join(unsure[:10]) + (" …" if len(unsure) > 10 else "")
        remarks = (f"page{'s' if len(unsure) > 1 else ''} {some}: {_UNSURE}",)
    written = _Writer(most).write(pages_read)
    return Pages(*written, remarks) if written is not None else None


def _pieces(page: "PageObject", drawn: Drawn) -> list[Piece] | None:
    from pypdf.errors import LimitReachedError

    try:
        pieces = pieces_of(page, drawn)
    except LimitReachedError:
        raise
    except Exception:  # noqa: BLE001 - fonts and streams that break the format; pypdf may still give their text
        return None
    return pieces if pieces is not None and len(pieces) <= 4 * _MOST_LINES else None


def _plain(page: "PageObject") -> Iterator[str]:
    """Paragraphs of a page as pypdf orders it: one ends at a blank line, or with a stop in a line that is plainly short."""
    lines = [line.strip() for line in stored_form(page.extract_text()).split("\n")]
    longest = max(map(len, lines), default=0)
    paragraph: list[str] = []
    for line in lines:
        if line:
            paragraph.append(line)
        ends = not line or (len(line) < 0.75 * longest and _ENDS_SENTENCE.search(line))
        if ends and paragraph:
            yield _running(paragraph)
            paragraph = []
    if paragraph:
        yield _running(paragraph)


def _running(lines: list[str]) -> str:
    """The lines as running text; a line end behind a hyphen stays, since nobody can tell whether the hyphen does."""
    return "".join(line + _join(line) for line in lines).rstrip()


def _join(line: str) -> str:
    return "\n" if line.endswith(HYPHENS) else " "


class _Writer:
    def __init__(self, most: int) -> None:
        self.most = most
        self.pieces: list[str] = []
        self.length = 0
        self.places: list[Place] = []
        self.ended = True

    def write(self, pages: Sequence[_Page]) -> tuple[str, tuple[Place, ...]] | None:
        chain = _chain(pages)
        last: Line | None = None
        before: list[Line] = []
        for page in pages:
            labels = {label for line in page.notes if (label := note_label(line.text))} | chain
            first = True
            for paragraph in page.plain:
                self._end()
                last = None
                self._begin(page.label, first=first)
                self._put(paragraph)
                first = False
            for stretch in page.stretches:
                for index, line in enumerate(stretch):
                    text = stored_form(with_marks(line.text, labels)).strip()
                    if not text:
                        continue
                    if last is None or _breaks(last, line, stretch, index, before):
                        self._end()
                    else:
                        self._put(_join(self.pieces[-1]) if self.pieces else "")
                    self._begin(page.label, first=first)
                    self._put(text)
                    first, last, before = False, line, stretch
            if self.length > self.most:
                return None
        for page in pages:
            first = True
            for line in page.notes:
                begins = first or note_label(line.text) is not None
                if begins:
                    self._end()
                else:
                    self._put(_join(self.pieces[-1]))
                self._begin(page.label, first=first)
                self._put(stored_form(with_marks(line.text, set())).strip())
                first = False
        text = "".join(self.pieces).rstrip()
        return (text + "\n" if text else "", tuple(self.places)) if self.length <= self.most else None

    def _begin(self, label: str, *, first: bool) -> None:
        if first:
            self.places.append(Place(self.length, "page", label))

    def _end(self) -> None:
        if self.pieces:
            self._put("\n\n")

    def _put(self, text: str) -> None:
        if text:
            self.pieces.append(text)
            self.length += len(text)


def _chain(pages: Sequence[_Page]) -> set[str]:
    """Raised numbers that go up by one through the whole text: they refer to notes at its end."""
    wanted = 1
    for page in pages:
        for stretch in page.stretches:
            for line in stretch:
                for mark in marks_in(line.text):
                    wanted += mark == str(wanted)
    return {str(number) for number in range(1, wanted)} if wanted > 2 else set()


def _breaks(last: Line, line: Line, stretch: Sequence[Line], index: int, before: Sequence[Line]) -> bool:
    """Whether a new paragraph begins with a line."""
    if abs(last.size - line.size) > 0.12 * max(last.size, line.size):
        return True
    ended = _ENDS_SENTENCE.search(last.text) is not None
    left, right = min(one.x0 for one in stretch), max(one.x1 for one in stretch)
    if index == 0:
        short = last.x1 - last.x0 < 0.85 * (max(one.x1 for one in before) - min(one.x0 for one in before))
        return ended and (short or line.x0 > left + 0.8 * line.size)
    leading = sorted(one.y - after.y for one, after in pairwise(stretch))
    usual = leading[len(leading) // 3] if leading else 0.0
    if last.y - line.y > max(_LOOSE * usual, 1.6 * line.size):
        return True
    full = last.x1 > right - 0.15 * (right - left)
    indented = line.x0 > last.x0 + 0.8 * line.size
    if indented:
        return ended or not full
    if (
        line.x0 < last.x0 - 0.8 * line.size
        and index >= 2
        and abs(stretch[index - 2].x0 - last.x0) < 0.3 * line.size
    ):
        return True
    return ended and last.x1 - left < 0.75 * (right - left)
