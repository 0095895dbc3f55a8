"""A line to type something in, with suggestions below it, above the text."""

from collections.abc import Callable

from rich.text import Text
from textual.app import ComposeResult
from textual.containers import Vertical, VerticalScroll
from textual.events import Key
from textual.screen import ModalScreen
from textual.widgets import Input, OptionList, Static
from textual.widgets.option_list import Option

from onrecord.cli.review_app.desk import Choice
from onrecord.text.clean import one_line

Store = Callable[[str], str | None]


class Asking(ModalScreen[bool]):
    """Asks for a value until it can be stored; `store` gives the line that says why it cannot.

    `suggest` gives what the text typed so far may mean, the best first, so that Enter takes it; what was typed stands last, as
    something new. As long as nothing is typed Enter leaves the value as it is, unless one must be chosen (`choose`).
    """

    CSS = """
    Asking { align: center bottom; }
    Asking > Vertical { height: auto; max-height: 80%; border: solid $accent; padding: 0 1; background: $surface; }
    Asking Input { border: none; height: 1; padding: 0; }
    Asking OptionList { height: auto; max-height: 9; border: none; padding: 0; }
    Asking .-colourless > .option-list--option-highlighted { text-style: bold underline; }
    Asking .-colourless > .input--selection { text-style: reverse; }
    Asking #problem { color: $error; text-style: bold; height: auto; }
    """

    def __init__(
        self,
        question: str,
        value: str,
        store: Store,
        suggest: Callable[[str], list[Choice]] | None = None,
        *,
        choose: bool = False,
    ) -> None:
        super().__init__()
        self._choose = choose
        self._question, self._value, self._store, self._suggest = question, value, store, suggest
        self._choices: list[str] = []

    def compose(self) -> ComposeResult:
        with Vertical():
            yield Static(Text(self._question, style="bold"))
            yield Input(self._value, select_on_focus=True)
            if self._suggest is not None:
                options = OptionList(markup=False)
                options.can_focus = False
                yield options
            yield Static("", id="problem")

    def on_mount(self) -> None:
        self.query("Input, OptionList").set_class(self.app.no_color, "-colourless")
        self.query_one(Input).focus()
        self._list(self._value)

    def on_input_changed(self, event: Input.Changed) -> None:
        self.query_one("#problem", Static).update("")
        self._list(event.value)

    def _list(self, typed: str) -> None:
        if self._suggest is None:
            return
        untouched = typed == self._value
        offers = self._suggest(typed if not untouched or self._choose else "")
        listed = self.query_one(OptionList)
        listed.clear_options()
        options = [(offer.value, offer.label) for offer in offers]
        known = any(offer.value == typed for offer in offers)
        if untouched and not self._choose:
            options = [
                (typed, f"{typed} · as it is" if typed else "(nobody)"),
                *(option for option in options if option[0] != typed),
            ]
        elif not typed.strip():
            options.append(("", "(nobody)"))
        elif not known:
            options.append((typed, f"new: {typed}"))
        self._choices = [value for value, _ in options]
        listed.add_options([Option(Text(one_line(label))) for _, label in options])
        listed.highlighted = 0

    def on_key(self, event: Key) -> None:
        if event.key == "escape":
            event.stop()
            self.dismiss(False)
        elif event.key in ("down", "up", "tab", "shift+tab") and self._suggest is not None:
            event.stop()
            event.prevent_default()
            listed = self.query_one(OptionList)
            if event.key in ("down", "tab"):
                listed.action_cursor_down()
            else:
                listed.action_cursor_up()

    def on_option_list_option_selected(self, event: OptionList.OptionSelected) -> None:
        self._keep(self._choices[event.option_index])

    def on_input_submitted(self, event: Input.Submitted) -> None:
        value = event.value
        if self._suggest is not None:
            value = self._choices[self.query_one(OptionList).highlighted or 0]
        self._keep(value)

    def _keep(self, value: str) -> None:
        problem = self._store(value)
        if problem is None:
            self.dismiss(True)
        else:
            self.query_one("#problem", Static).update(Text(one_line(problem)))


class Told(ModalScreen[None]):
    """Says why there is nothing to type; Enter and Esc close it, and all other keys do nothing."""

    CSS = """
    Told { align: center bottom; }
    Told > Vertical { height: auto; border: solid $accent; padding: 0 1; background: $surface; }
    Told Static { height: auto; }
    """

    def __init__(self, text: str) -> None:
        super().__init__()
        self._text = text

    def compose(self) -> ComposeResult:
        with Vertical():
            yield Static(Text(self._text, style="bold"))
            yield Static("Enter or Esc goes on.")

    def on_key(self, event: Key) -> None:
        event.stop()
        event.prevent_default()
        if event.key in ("enter", "escape"):
            self.dismiss(None)


class Help(ModalScreen[None]):
    """The keys; arrows scroll where they do not fit, any other key closes it."""

    CSS = """
    Help { align: center middle; }
    Help > VerticalScroll { width: 80; max-width: 100%; height: auto; max-height: 100%; border: solid $accent; padding: 0 1; }
    Help Static { width: 1fr; height: auto; }
    """

    def __init__(self, text: str) -> None:
        super().__init__()
        self._text = text

    def compose(self) -> ComposeResult:
        with VerticalScroll():
            yield Static(Text(self._text))

    def on_key(self, event: Key) -> None:
        event.stop()
        event.prevent_default()
        scrolled = self.query_one(VerticalScroll)
        if scrolled.max_scroll_y and event.key in ("down", "up", "pagedown", "pageup", "space"):
            lines = {"down": 1, "up": -1, "pageup": -scrolled.size.height}.get(
                event.key, scrolled.size.height
            )
            scrolled.scroll_relative(y=lines, animate=False)
            return
        self.dismiss(None)
