"""A source made ready to be matched many times."""

from bisect import bisect_right
from functools import cached_property, lru_cache

from onrecord.matching.joined import BESIDE_MARKS, GOES, Joined
from onrecord.matching.speech import Speech
from onrecord.text.fold import Folded, fold

# Between two anchors of a squeezed text, in folded characters: what one look-up has to walk at most.
_BLOCK = 4096


class Prepared:
    """A source text, folded on first use and matched many times. `text` is the untouched text."""

    def __init__(self, text: str) -> None:
        self.text = text

    @cached_property
    def folded(self) -> Folded:
        return fold(self.text)

    @cached_property
    def lowered(self) -> str:
        """The folded text in lower case, character for character in the same places."""
        return lower(self.folded.text)

    @cached_property
    def speech(self) -> Speech:
        return Speech(self.text)

    @cached_property
    def joined(self) -> Joined:
        """Without what breaks its quotations off."""
        return Joined(self.folded, self.speech.broken_off, GOES)

    @cached_property
    def pressed(self) -> Joined:
        """Without the commas and stops beside quotation marks."""
        return Joined(self.folded, [[(0, len(self.text))]], BESIDE_MARKS)

    @cached_property
    def squeezed(self) -> "Squeezed":
        return Squeezed(self.folded.text)


@lru_cache(maxsize=4)
def prepared(text: str) -> Prepared:
    """A text made ready, kept for the next wordings that are looked up in it."""
    return Prepared(text)


def lower(text: str) -> str:
    """Lower case of the same length: only U+0130 would grow, and a final sigma is like any other."""
    return text.replace("\u0130", "i").lower().replace("ς", "σ")


def squeeze(text: str) -> str:
    """`text` without the spaces and hyphens of a folded text, the characters that line ends come and go with."""
    return text.replace(" ", "").replace("-", "")


class Squeezed:
    """A folded text without spaces and hyphens, in which words that a line end may have broken are found."""

    def __init__(self, folded: str) -> None:
        self._folded = folded
        self._anchors: list[int] = []
        pieces: list[str] = []
        length = 0
        for start in range(0, len(folded), _BLOCK):
            self._anchors.append(length)
            pieces.append(squeeze(folded[start : start + _BLOCK]))
            length += len(pieces[-1])
        self.text = "".join(pieces)

    def folded_offset(self, offset: int) -> int:
        """Where in the folded text the squeezed character at `offset` stands."""
        block = bisect_right(self._anchors, offset) - 1
        rest = offset - self._anchors[block]
        index = block * _BLOCK
        while True:
            if self._folded[index] not in " -":
                if rest == 0:
                    return index
                rest -= 1
            index += 1

    def offset_from(self, folded_offset: int) -> int:
        """How many squeezed characters stand before `folded_offset` in the folded text."""
        if not self._anchors:
            return 0
        block = min(folded_offset // _BLOCK, len(self._anchors) - 1)
        return self._anchors[block] + len(squeeze(self._folded[block * _BLOCK : folded_offset]))
