"""Places in the article: moving that of a proposal, and marking a statement that was missed."""

from onrecord.cli.review_app import tokens
from onrecord.cli.review_app.desk import Desk, attempt
from onrecord.cli.review_app.questions import Questions
from onrecord.text.clean import one_line


class Marking(Questions):
    """A room in which places are marked, from the anchor to the cursor, with keys or the mouse."""

    def __init__(self, desk: Desk) -> None:
        super().__init__(desk)
        self._end_moves = True

    def _span(self) -> None:
        proposal = self._open_one()
        if proposal is None:
            return
        selected = self._article().selection
        if selected is not None:
            place = tokens.trimmed(self.desk.text, *selected)
            self._article().select(None, None)
            self._do(lambda: self.desk.move(proposal, (place,)))
            return
        self._anchor, self._cursor = proposal.stretches[0][0], proposal.stretches[-1][1]
        self.mode_now, self._end_moves = "span", True
        self._show_span()

    def _show_span(self) -> None:
        article = self._article()
        article.select(self._anchor, self._cursor)
        article.cursor = None
        which = "end" if self._end_moves else "beginning"
        self._say(f"Moving the {which}: {self._words()}")
        self._status()

    def _words(self) -> str:
        """What is selected; of much only the two ends."""
        words = one_line(self.desk.text[self._anchor : self._cursor])
        return words if len(words) < 60 else f"{words[:28]} … {words[-28:]}"

    def _other_end(self) -> None:
        self._end_moves = not self._end_moves
        self._show_span()

    def _move_end(self, forward: bool) -> None:
        text, start, end = self.desk.text, self._anchor or 0, self._cursor
        if self._end_moves:
            end = tokens.end_after(text, end) if forward else tokens.end_before(text, end)
        else:
            start = tokens.start_after(text, start) if forward else tokens.start_before(text, start)
        if start < end:
            self._anchor, self._cursor = start, end
        self._show_span()

    def _keep_span(self) -> None:
        proposal, start, end = self._one(), self._anchor or 0, self._cursor
        self._browse()
        if proposal is not None:
            self._do(lambda: self.desk.move(proposal, tokens.moved(proposal.stretches, start, end)))

    def on_article_dragged(self) -> None:
        selected = self._article().selection
        if selected is None:
            return
        if self.mode_now == "span":
            self._anchor, self._cursor = tokens.trimmed(self.desk.text, *selected)
            self._show_span()
        elif self.mode_now == "mark":
            self._anchor, self._cursor = selected
            self._say("Enter adds what is selected.")
        else:
            self._say("Selected: + adds it, e makes it the place of the current proposal, Esc forgets it.")

    def _mark(self) -> None:
        selected = self._article().selection
        if selected is not None:
            self._anchor, self._cursor = selected
            self._add()
            return
        proposal, article = self._one(), self._article()
        top = article.scroll_offset.y
        seen = (
            proposal
            and top <= article.layout_lines.line_of(proposal.stretches[0][0]) < top + article.size.height
        )
        self._anchor, self.mode_now = None, "mark"
        self._to(proposal.stretches[0][0] if proposal and seen else article.first_visible())
        self._say("Go to where the missed statement begins, then v or Space.")
        self._status()

    def _next_word(self) -> int:
        """With something begun, the end of the next word; without, its beginning."""
        step = tokens.start_after if self._anchor is None else tokens.end_after
        return step(self.desk.text, self._cursor)

    def _line(self, by: int) -> None:
        lines = self._article().layout_lines
        number, column = lines.line_of(self._cursor), lines.column_of(self._cursor)
        self._to(lines.offset_at(min(max(number + by, 0), len(lines.lines) - 1), column))

    def _to(self, offset: int) -> None:
        self._cursor = min(max(offset, 0), len(self.desk.text))
        self._article().select(self._anchor, self._cursor)

    def _begin(self) -> None:
        if self._anchor is None:
            self._anchor = self._cursor
            self._say("Go to where it ends, then Enter.")
        else:
            self._add()

    def _add(self) -> None:
        if self._anchor is None or self._anchor == self._cursor:
            self._say("Nothing is selected: v or Space begins.")
            return
        start, end = tokens.trimmed(self.desk.text, *sorted((self._anchor, self._cursor)))
        self._browse()
        added, problem = attempt(lambda: self.desk.add(start, end))
        if added is None:
            self._say(problem or "")
            return
        self.current = added.id
        self._show("Added.")
        self._ask_speaker()
