"""The text of an answer: never longer than was asked for, and with the words of sources set apart.

Every line of a source's words begins with "> ", and no other line does: what a source says is data, whoever it may speak to.
"""

from __future__ import annotations

from onrecord.text.clean import one_line, visible

LEAST, USUAL, MOST = 500, 8_000, 100_000
# In characters. What is kept free for the line that says what is missing, and how much of a name or a title is shown.
_CLOSING = 200
_LABEL = 200
CUT = "[cut here: max_chars]"


class Answer:
    """Blocks of text, one below the other, as long as they fit into `most` characters."""

    def __init__(self, most: int = USUAL) -> None:
        self.most = most
        self.count = 0
        self.full = False
        self._blocks: list[str] = []
        self._length = 0
        self._closing = ""

    def put(self, *lines: str) -> bool:
        """Adds a block of lines, as long as nothing was left out before. The first one is cut where it is too long."""
        block = "\n".join([line for line in lines if line])
        left = self.most - _CLOSING - self._length
        if self.full or (self._blocks and len(block) > left):
            self.full = True
            return False
        if len(block) > left:
            block = f"{block[: left - len(CUT) - 1]}\n{CUT}"
            self.full = True
        self._blocks.append(block)
        self._length += len(block) + 2
        self.count += 1
        return True

    def close(self, line: str) -> None:
        """The last line: how many there are, and how to go on."""
        self._closing = line if len(line) < _CLOSING else f"{line[: _CLOSING - 3]}…"

    @property
    def text(self) -> str:
        return "\n\n".join([*self._blocks, self._closing] if self._closing else self._blocks)


def data(text: str) -> str:
    """Words of a source, every line of them marked as such, and no character hidden."""
    return "\n".join([f"> {line}" for line in visible(text, multiline=True).split("\n")])


def label(text: str | None) -> str:
    """A name or a title: one line, and not endless."""
    shown = one_line(text or "")
    return shown if len(shown) <= _LABEL else f"{shown[:_LABEL]}…"
