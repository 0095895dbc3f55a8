"""The interface: which key does what, and what is shown after it."""

import os
from collections.abc import Callable

from rich.table import Table
from rich.text import Text
from textual import events
from textual.app import App, ComposeResult
from textual.containers import Container, VerticalScroll
from textual.widgets import Static

from onrecord.cli.review_app import order, tokens
from onrecord.cli.review_app.article import Article
from onrecord.cli.review_app.desk import Desk, attempt, via_text
from onrecord.cli.review_app.fields import HELP, KEYS, fields
from onrecord.cli.review_app.prompt import Asking, Help
from onrecord.proposals.edit import ProposalEdits
from onrecord.proposals.records import ProposalRecord
from onrecord.text.clean import one_line


class ReviewApp(App[None]):
    """The review of one source. Every key that decides is stored before the next is read."""

    ENABLE_COMMAND_PALETTE = False
    HORIZONTAL_BREAKPOINTS = [(0, "-narrow"), (100, "-wide")]  # noqa: RUF012  (Textual declares it so)
    VERTICAL_BREAKPOINTS = [(0, "-low"), (20, "-high")]  # noqa: RUF012
    CSS = """
    #panes { height: 1fr; }
    Article { width: 1fr; height: 1fr; overflow-x: hidden; overflow-y: scroll; scrollbar-size-vertical: 1; }
    #about { padding: 0 1; scrollbar-size-vertical: 1; }
    #about Static { height: auto; }
    .-wide #panes { layout: horizontal; }
    .-wide #about { width: 42; height: 1fr; border-left: solid $primary; }
    .-narrow #panes { layout: vertical; }
    .-narrow #about { width: 1fr; height: 10; border-top: solid $primary; }
    .-narrow.-low #about { height: 6; }
    #said { height: 1; text-style: bold; padding: 0 1; }
    #status { height: auto; max-height: 2; padding: 0 1; background: $panel; }
    """

    def __init__(self, desk: Desk) -> None:
        # Textual takes NO_COLOR for shades of grey, unless it leaves colours to the terminal.
        super().__init__(ansi_color=True if "NO_COLOR" in os.environ else None)
        self.desk = desk
        self.desks = [desk]  # all that were opened, in their order
        self.current: int | None = None
        self.mode_now = "browse"
        self._said = ""
        self._anchor: int | None = None
        self._cursor = 0
        self._end_moves = True
        self._keys: dict[str, dict[str, Callable[[], object]]] = {
            "browse": self._browse_keys(),
            "span": {
                "left": lambda: self._move_end(False),
                "right": lambda: self._move_end(True),
                "h": lambda: self._move_end(False),
                "l": lambda: self._move_end(True),
                "tab": self._other_end,
                "enter": self._keep_span,
                "escape": self._browse,
            },
            "mark": {
                "left": lambda: self._to(self._cursor - 1),
                "right": lambda: self._to(self._cursor + 1),
                "up": lambda: self._line(-1),
                "down": lambda: self._line(1),
                "pageup": lambda: self._line(-10),
                "pagedown": lambda: self._line(10),
                "w": lambda: self._to(self._next_word()),
                "b": lambda: self._to(tokens.start_before(self.desk.text, self._cursor)),
                "v": self._begin,
                "space": self._begin,
                "enter": self._add,
                "escape": self._browse,
            },
        }

    def _browse_keys(self) -> dict[str, Callable[[], object]]:
        keys: dict[str, Callable[[], object]] = {
            "a": self._accept,
            "r": lambda: self._decide(self.desk.reject, onward=True),
            "o": lambda: self._decide(self.desk.reopen),
            "f": lambda: self._decide(self.desk.cycle_form),
            "y": lambda: self._decide(self.desk.cycle_polarity),
            "t": lambda: self._decide(self.desk.cycle_kind),
            "x": lambda: self._decide(self.desk.toggle_unnamed),
            "c": self._accept_confident,
            "u": self._undo,
            "s": self._ask_speaker,
            "v": self._ask_via,
            "d": self._ask_said,
            "l": self._ask_claim,
            "e": self._span,
            "N": self._next_open,
            "right_square_bracket": self._next_source,
            "question_mark": self._help,
            "q": self.exit,
            "escape": self._browse,
        }
        article = self._article
        keys |= dict.fromkeys(("n", "j", "down"), lambda: self._step(1))
        keys |= dict.fromkeys(("p", "k", "up"), lambda: self._step(-1))
        keys |= dict.fromkeys(("m", "plus"), self._mark)
        keys["pagedown"] = lambda: article().scroll_page_down(animate=False)
        keys["pageup"] = lambda: article().scroll_page_up(animate=False)
        keys["home"] = lambda: article().scroll_home(animate=False)
        keys["end"] = lambda: article().scroll_end(animate=False)
        return keys

    # --- what is shown -----------------------------------------------------------------------------------------

    def compose(self) -> ComposeResult:
        with Container(id="panes"):
            yield Article(self.desk.text)
            with VerticalScroll(id="about", can_focus=False):
                yield Static("", id="fields")
        yield Static("", id="said")
        yield Static("", id="status")

    def on_mount(self) -> None:
        self.current = order.first_open(self.desk.proposals)
        self._show()

    def _article(self) -> Article:
        return self.screen_stack[0].query_one(Article)

    def _put(self, where: str, text: Text | Table) -> None:
        self.screen_stack[0].query_one(where, Static).update(text)

    def _one(self) -> ProposalRecord | None:
        return order.numbered(self.desk.proposals, self.current)

    def _show(self, said: str | None = None) -> None:
        one = self._one()
        self._article().show(self.desk.proposals, one)
        standing, problem = attempt(lambda: self.desk.standing(one)) if one else ("", None)
        place = f"{order.index(self.desk.proposals, self.current) + 1} of {len(self.desk.proposals)}"
        same, _ = attempt(lambda: self.desk.same_as(one)) if one else (None, None)
        named = self.desk.named_in(one) if one else ""
        self._put("#fields", fields(one, standing or problem or "", place, named=named, same=same or ()))
        self._say(said if said is not None else self.desk.title)
        self._status()

    def _say(self, said: str) -> None:
        self._said = said
        self._put("#said", Text(one_line(said), no_wrap=True, overflow="ellipsis"))

    def _status(self) -> None:
        waiting, accepted, rejected = self.desk.counts()
        text = Text(f"{waiting} open · {accepted} accepted · {rejected} rejected", style="bold")
        keys = KEYS[self.mode_now]
        text.append(f"   {keys}", style="not bold")
        self._put("#status", text)

    # --- keys --------------------------------------------------------------------------------------------------

    def on_key(self, event: events.Key) -> None:
        if len(self.screen_stack) > 1:
            return
        action = self._keys[self.mode_now].get(event.key)
        if action is not None:
            event.stop()
            event.prevent_default()
            action()

    def _do(self, action: Callable[[], str]) -> bool:
        said, problem = attempt(action)
        if problem is not None:
            attempt(self.desk.refresh)  # somebody else may have decided about it
        self._show(problem or said)
        return problem is None

    def _decide(self, action: Callable[[ProposalRecord], str], *, onward: bool = False) -> None:
        one = self._one()
        if one is None:
            self._say("There is no proposal here.")
            return
        if self._do(lambda: action(one)) and onward:
            self._go_on(one)

    def _accept(self) -> None:
        """Accepts the current one; where it is unclear whom it means, that is asked first."""
        one = self._one()
        if one is not None and one.state == "open" and attempt(lambda: self.desk.unclear(one))[0]:
            self._ask_speaker(accepting=True)
        else:
            self._decide(self.desk.accept, onward=True)

    def _undo(self) -> None:
        done, problem = attempt(self.desk.undo)
        if done is None:
            attempt(self.desk.refresh)
            self._show(problem)
            return
        said, number = done
        if order.numbered(self.desk.proposals, number) is not None:
            self.current = number
        elif self._one() is None:
            self.current = order.first_open(self.desk.proposals)
        self._show(said)

    def _accept_confident(self) -> None:
        one = self._one()
        if self._do(self.desk.accept_confident) and one is not None:
            self._go_on(one)

    def _go_on(self, one: ProposalRecord) -> None:
        """Shows the next open proposal, and still what came of the last decision."""
        self.current = order.open_after(self.desk.proposals, one)
        self._show(self._said)

    def _help(self) -> None:
        self.push_screen(Help(HELP))

    # --- going about -------------------------------------------------------------------------------------------

    def _step(self, by: int) -> None:
        if self.desk.proposals:
            self.current = order.beside(self.desk.proposals, self.current, by)
            self._show()

    def _next_open(self) -> None:
        one = self._one()
        if one is not None:
            self.current = order.open_after(self.desk.proposals, one)
            self._show()

    def _next_source(self) -> None:
        citekey, problem = attempt(self.desk.next_source)
        if citekey is None:
            self._say(problem or "No other source has open proposals.")
            return
        desk, problem = attempt(lambda: Desk(self.desk.database, citekey))
        if desk is None:
            self._say(problem or "")
            return
        self.desk = desk
        self.desks.append(desk)
        self._article().load(desk.text)
        self.current = order.first_open(self.desk.proposals)
        self._show()

    def on_article_picked(self, message: Article.Picked) -> None:
        if self.mode_now == "mark":
            self._to(message.offset)
            return
        found = self._article().under(message.offset)
        if found is not None and self.mode_now == "browse":
            self.current = found.id
            self._show()

    # --- asking ------------------------------------------------------------------------------------------------

    def _open_one(self) -> ProposalRecord | None:
        """The current proposal if it can be changed; otherwise says why not."""
        one = self._one()
        if one is None:
            self._say("There is no proposal here.")
        elif one.state != "open":
            how = "Open it again with o." if one.state == "rejected" else "Take that back with u."
            self._say(f"This one is {one.state}. {how}")
        else:
            return one
        return None

    def _storing(self, action: Callable[[str], str]) -> Callable[[str], str | None]:
        def store(value: str) -> str | None:
            said, problem = attempt(lambda: action(value))
            if problem is None:
                self._show(said)
            return problem

        return store

    def _ask_speaker(self, *, accepting: bool = False) -> None:
        if one := self._open_one():
            store = self._storing(lambda value: self.desk.change(one, ProposalEdits(speaker=value)))
            question = "Who says it? It is accepted with your choice." if accepting else "Who says it?"
            asking = Asking(question, one.speaker or "", store, self.desk.choices, choose=accepting)
            self.push_screen(asking, self._accept_chosen if accepting else None)

    def _accept_chosen(self, chosen: bool | None) -> None:
        if chosen:
            self._decide(self.desk.accept, onward=True)

    def _ask_via(self) -> None:
        if one := self._open_one():
            store = self._storing(lambda value: self.desk.set_via(one, value))
            question = "Through whom? Nearest to the speaker first: KCNA [reported]; Reuters"
            self.push_screen(Asking(question, via_text(one.via), store))

    def _ask_said(self) -> None:
        if one := self._open_one():
            store = self._storing(lambda value: self.desk.set_said(one, value))
            value = f"{one.said}, {one.said_basis}" if one.said else ""
            question = "When was it said? A date in EDTF, with its basis: 1962-05-01 or 1962-05, inferred"
            self.push_screen(Asking(question, value, store))

    def _ask_claim(self) -> None:
        one = self._one()
        if one is None:
            self._say("There is no proposal here.")
            return
        question, problem = attempt(lambda: self.desk.question_of_claim(one))
        if question is None:
            self._say(problem or "")
            return
        store = self._storing(lambda value: self.desk.take_stance(one, value))
        self.push_screen(Asking(question, one_line(one.text), store, self.desk.claims))

    # --- places ------------------------------------------------------------------------------------------------

    def _browse(self) -> None:
        self.mode_now = "browse"
        self._anchor = None
        self._article().select(None, None)
        self._show()

    def _span(self) -> None:
        one = self._open_one()
        if one is None:
            return
        selected = self._article().selection
        if selected is not None:
            place = tokens.trimmed(self.desk.text, *selected)
            self._article().select(None, None)
            self._do(lambda: self.desk.move(one, (place,)))
            return
        self._anchor, self._cursor = one.stretches[0][0], one.stretches[-1][1]
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
        one, start, end = self._one(), self._anchor or 0, self._cursor
        self._browse()
        if one is not None:
            self._do(lambda: self.desk.move(one, tokens.moved(one.stretches, start, end)))

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

    # --- adding ------------------------------------------------------------------------------------------------

    def _mark(self) -> None:
        selected = self._article().selection
        if selected is not None:
            self._anchor, self._cursor = selected
            self._add()
            return
        one, article = self._one(), self._article()
        top = article.scroll_offset.y
        seen = one and top <= article.layout_lines.line_of(one.stretches[0][0]) < top + article.size.height
        self._anchor, self.mode_now = None, "mark"
        self._to(one.stretches[0][0] if one and seen else article.first_visible())
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
