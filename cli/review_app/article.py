"""The text of the source, line by line: only what is on the screen is ever drawn."""

from collections import defaultdict
from collections.abc import Sequence
from itertools import pairwise

from rich.segment import Segment
from rich.style import Style
from textual import events
from textual.geometry import Size
from textual.message import Message
from textual.scroll_view import ScrollView
from textual.strip import Strip

from onrecord.cli.review_app.layout import Layout, shown
from onrecord.proposals.records import ProposalRecord

GUTTER = 3
MARKS = {"open": "?", "accepted": "✓", "rejected": "✗"}
# They differ without colour too.
STYLES = {
    "open": Style(underline=True, color="yellow"),
    "accepted": Style(bold=True, color="green"),
    "rejected": Style(dim=True, strike=True),
}
CURRENT = Style(reverse=True)
SELECTED = Style(bold=True, reverse=True, underline=True, color="cyan")
NUMB = Style()


class Article(ScrollView):
    """The stored text with its proposals highlighted. Offsets are code points of the stored text."""

    ALLOW_SELECT = False
    can_focus = False

    class Picked(Message):
        """A place was clicked on."""

        def __init__(self, offset: int) -> None:
            super().__init__()
            self.offset = offset

    class Dragged(Message):
        """A stretch was selected with the mouse."""

    def __init__(self, text: str) -> None:
        super().__init__()
        self.text = text
        self.layout_lines = Layout("", 1)  # until the width is known
        self.current: ProposalRecord | None = None
        self.selection: tuple[int, int] | None = None
        self.cursor: int | None = None
        self._proposals: Sequence[ProposalRecord] = ()
        self._by_line: dict[int, list[tuple[int, int, ProposalRecord]]] = {}
        self._marks: dict[int, str] = {}
        self._drag: int | None = None

    def load(self, text: str) -> None:
        """Another text, from its beginning."""
        self.text = text
        self.selection = self.cursor = self.current = None
        self._proposals = ()
        self._lay_out()
        self.scroll_to(0, 0, animate=False, immediate=True)

    def show(self, proposals: Sequence[ProposalRecord], current: ProposalRecord | None) -> None:
        """Highlights these proposals, and brings the current one into view."""
        self.current = current
        if proposals is not self._proposals:
            self._proposals = proposals
            self._index()
        if current is not None:
            self.reveal(current.stretches[0][0], current.stretches[-1][1])
        self.refresh()

    def reveal(self, start: int, end: int) -> None:
        """Scrolls so that a stretch is seen, its beginning at least."""
        first, last = self.layout_lines.line_of(start), self.layout_lines.line_of(max(start, end - 1))
        top, height = round(self.scroll_target_y), max(self.size.height, 1)
        if first >= top and last < top + height:
            return
        above = max((height - (last - first + 1)) // 3, 0)
        self.scroll_to(y=max(first - above, 0), animate=False, immediate=True)

    def first_visible(self) -> int:
        """The first code point on the screen."""
        return self.layout_lines.offset_at(self.scroll_offset.y, 0)

    def select(self, anchor: int | None, cursor: int | None) -> None:
        """Shows a cursor, and what is selected between it and the anchor."""
        self.cursor = cursor
        self.selection = None
        if anchor is not None and cursor is not None and anchor != cursor:
            self.selection = (min(anchor, cursor), max(anchor, cursor))
        if cursor is not None:
            self.reveal(cursor, cursor + 1)
        self.refresh()

    # --- lines -------------------------------------------------------------------------------------------------

    def on_resize(self, event: events.Resize) -> None:
        if self._width() != self.layout_lines.width:
            top = self.first_visible() if self.layout_lines.width > 1 else 0
            self._lay_out()
            self.scroll_to(y=self.layout_lines.line_of(top), animate=False, immediate=True)
            if self.current is not None:
                self.reveal(self.current.stretches[0][0], self.current.stretches[-1][1])

    def _width(self) -> int:
        return max(self.scrollable_content_region.width - GUTTER - 1, 8)

    def _lay_out(self) -> None:
        self.layout_lines = Layout(self.text, self._width())
        self.virtual_size = Size(self._width() + GUTTER, len(self.layout_lines.lines))
        self._index()
        self.refresh()

    def _index(self) -> None:
        by_line: defaultdict[int, list[tuple[int, int, ProposalRecord]]] = defaultdict(list)
        self._marks = {}
        for proposal in self._proposals:
            mark = MARKS[proposal.state]
            line = self.layout_lines.line_of(proposal.stretches[0][0])
            if self._marks.get(line) != MARKS["open"]:  # what waits is not hidden by what is decided
                self._marks[line] = mark
            for start, end in proposal.stretches:
                for number in range(
                    self.layout_lines.line_of(start), self.layout_lines.line_of(max(start, end - 1)) + 1
                ):
                    by_line[number].append((start, end, proposal))
        self._by_line = by_line

    def render_line(self, y: int) -> Strip:
        number = y + self.scroll_offset.y
        base = self.rich_style
        width = self.size.width
        if number >= len(self.layout_lines.lines):
            return Strip.blank(width, base)
        start, end = self.layout_lines.lines[number]
        strip = Strip([self._gutter(number, base), *self._runs(number, start, end, base)])
        return strip.adjust_cell_length(width, base)

    def _gutter(self, number: int, base: Style) -> Segment:
        here = ""
        if self.current and number == self.layout_lines.line_of(self.current.stretches[0][0]):
            here = f"▶{MARKS[self.current.state]}"
        elif number in self._marks:
            here = f" {self._marks[number]}"
        return Segment(here.ljust(GUTTER), base + Style(bold=True))

    def _runs(self, number: int, start: int, end: int, base: Style) -> list[Segment]:
        """The line in pieces of one style each."""
        spans = self._by_line.get(number, [])
        cuts = {start, end}
        edges = [edge for first, last, _ in spans for edge in (first, last)]
        if self.selection:
            edges.extend(self.selection)
        if self.cursor is not None:
            edges.extend((self.cursor, self.cursor + 1))
        cuts.update(edge for edge in edges if start < edge < end)
        order = sorted(cuts)
        pieces = []
        for first, last in pairwise(order):
            words = self.text[first:last]
            pieces.append(Segment("".join(map(shown, words)), base + self._style(first, spans)))
        if self.cursor is not None and self._cursor_ends(number, end):
            pieces.append(Segment(" ", base + SELECTED))
        return pieces

    def _cursor_ends(self, number: int, end: int) -> bool:
        return self.cursor == end and self.layout_lines.line_of(end) == number

    def _style(self, offset: int, spans: list[tuple[int, int, ProposalRecord]]) -> Style:
        if offset == self.cursor or (self.selection and self.selection[0] <= offset < self.selection[1]):
            return SELECTED
        style = NUMB
        for first, last, proposal in spans:
            if first <= offset < last:
                style += STYLES[proposal.state]
                if self.current is not None and proposal.id == self.current.id and self.selection is None:
                    style += CURRENT
        return style

    # --- mouse -------------------------------------------------------------------------------------------------

    def _offset_under(self, event: events.MouseEvent) -> int:
        row = self.scroll_offset.y + event.y
        return self.layout_lines.offset_at(row, max(event.x - GUTTER, 0))

    def on_mouse_down(self, event: events.MouseDown) -> None:
        if event.x < self.scrollable_content_region.width:
            self._drag = self._offset_under(event)
            self.capture_mouse()

    def on_mouse_move(self, event: events.MouseMove) -> None:
        if self._drag is not None:
            self.select(self._drag, self._offset_under(event))

    def on_mouse_up(self, event: events.MouseUp) -> None:
        if self._drag is None:
            return
        self.release_mouse()
        started, self._drag = self._drag, None
        if self.selection:
            self.cursor = None
            self.refresh()
            self.post_message(self.Dragged())
        else:
            self.post_message(self.Picked(started))

    def under(self, offset: int) -> ProposalRecord | None:
        """The proposal at a place, the one that begins last where several do."""
        found = [
            proposal
            for proposal in self._proposals
            if any(start <= offset < end for start, end in proposal.stretches)
        ]
        return found[-1] if found else None
