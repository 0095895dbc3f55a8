"""A paragraph as words that rules can walk over.

A quotation is one word here (`QUOTE`): what stands inside it never misleads what is looked for outside.
"""

from bisect import bisect_right

from onrecord.model.record import mutable
from onrecord.text.marks import Pair

QUOTE = "“”"


@mutable
class Paragraph:
    """A paragraph's words in parallel lists, and its sentences as ranges of words.

    `starts` and `ends` are code points into the text; `low` holds the words in lower case, `QUOTE` for a
    quotation, whose pair of marks `quotes` gives by the index of its word.
    """

    start: int
    end: int
    starts: list[int]
    ends: list[int]
    low: list[str]
    upper: list[bool]
    quotes: dict[int, Pair]
    sentences: list[tuple[int, int]]

    @property
    def code(self) -> str:
        """The language, as two letters."""
        return "en"

    def __len__(self) -> int:
        return len(self.low)

    def range_of(self, part: tuple[int, int]) -> tuple[int, int]:
        """A range of words as a range of the text."""
        return self.starts[part[0]], self.ends[part[1] - 1]

    def sentence_index(self, index: int) -> int:
        """Which sentence the word at index `index` belongs to."""
        return bisect_right(self.sentences, index, key=lambda sentence: sentence[0]) - 1

    def sentence_at(self, index: int) -> tuple[int, int]:
        """The sentence that the word at index `index` belongs to, as a range of words."""
        return self.sentences[self.sentence_index(index)]

    def begins_sentence(self, index: int) -> bool:
        """Whether a sentence begins with the word at index `index`."""
        return self.sentence_at(index)[0] == index
