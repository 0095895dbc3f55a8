"""The room of a review: what is shown of a source and its proposals, and what becomes of a decision."""

import os
from collections.abc import Callable

from rich.table import Table
from rich.text import Text
from textual.app import App, ComposeResult
from textual.containers import Container, VerticalScroll
from textual.widgets import Static

from onrecord.cli.review_app import order
from onrecord.cli.review_app.article import Article
from onrecord.cli.review_app.desk import Desk, attempt
from onrecord.cli.review_app.fields import fields, status
from onrecord.cli.review_app.prompt import Told
from onrecord.proposals.records import ProposalRecord
from onrecord.text.clean import one_line


class Room(App[None]):
    """The article with its proposals beside it. `_anchor` and `_cursor` are the ends of what is being marked in it."""

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
        proposal = self._one()
        self._article().show(self.desk.proposals, proposal)
        standing, problem = attempt(lambda: self.desk.standing(proposal)) if proposal else ("", None)
        place = f"{order.index(self.desk.proposals, self.current) + 1} of {len(self.desk.proposals)}"
        same, _ = attempt(lambda: self.desk.same_as(proposal)) if proposal else (None, None)
        named = self.desk.named_in(proposal) if proposal else ""
        self._put("#fields", fields(proposal, standing or problem or "", place, named=named, same=same or ()))
        self._say(said if said is not None else self.desk.title)
        self._status()

    def _say(self, said: str) -> None:
        self._said = said
        self._put("#said", Text(one_line(said), no_wrap=True, overflow="ellipsis"))

    def _status(self) -> None:
        self._put("#status", status(self.desk.counts(), self.mode_now, max(self.size.width - 2, 20)))

    def on_resize(self) -> None:
        self._status()

    def _open_one(self, *, to_type: bool = False) -> ProposalRecord | None:
        """The current proposal if it can be changed; otherwise says why not.

        `to_type`: whoever goes on typing a name must not decide with its letters, so that this is said in a window of its own.
        """
        proposal = self._one()
        if proposal is None:
            why = "There is no proposal here."
        elif proposal.state != "open":
            how = "Open it again with o." if proposal.state == "rejected" else "Take that back with u."
            why = f"This one is {proposal.state}. {how}"
        else:
            return proposal
        self._refuse(why) if to_type else self._say(why)
        return None

    def _refuse(self, why: str) -> None:
        """Says why nothing can be typed here; what is typed all the same is no key."""
        self.push_screen(Told(why))

    def _do(self, action: Callable[[], str]) -> bool:
        said, problem = attempt(action)
        if problem is not None:
            attempt(self.desk.refresh)  # somebody else may have decided about it
        self._show(problem or said)
        return problem is None

    def _decide(self, action: Callable[[ProposalRecord], str], *, onward: bool = False) -> None:
        proposal = self._one()
        if proposal is None:
            self._say("There is no proposal here.")
            return
        if self._do(lambda: action(proposal)) and onward:
            self._go_on(proposal)

    def _go_on(self, proposal: ProposalRecord) -> None:
        """Shows the next open proposal, and still what came of the last decision."""
        self.current = order.open_after(self.desk.proposals, proposal)
        self._show(self._said)

    def _browse(self) -> None:
        self.mode_now = "browse"
        self._anchor = None
        self._article().select(None, None)
        self._show()
