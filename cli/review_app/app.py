"""The interface: which key does what, deciding, and going about among the proposals."""

from collections.abc import Callable

from textual import events

from onrecord.cli.review_app import order, tokens
from onrecord.cli.review_app.article import Article
from onrecord.cli.review_app.desk import Desk, attempt
from onrecord.cli.review_app.fields import HELP
from onrecord.cli.review_app.marking import Marking
from onrecord.cli.review_app.prompt import Help


class ReviewApp(Marking):
    """The review of one source. Every key that decides is stored before the next is read."""

    def __init__(self, desk: Desk) -> None:
        super().__init__(desk)
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

    # --- keys --------------------------------------------------------------------------------------------------

    def on_key(self, event: events.Key) -> None:
        if len(self.screen_stack) > 1:
            return
        action = self._keys[self.mode_now].get(event.key)
        if action is not None:
            event.stop()
            event.prevent_default()
            action()

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
