"""A passage of a draft: its words, who says them by the draft, and what stands around it."""

from __future__ import annotations

from onrecord.check import aside, evidence
from onrecord.check.draft import Cite
from onrecord.matching.places import holds_words
from onrecord.model.record import record
from onrecord.text.fold import count_unspaced
from onrecord.text.patterns import lazy

# Of fewer words, and by nobody, it is a word mentioned or meant otherwise.
LEAST_WORDS = 4
# Characters of scripts without spaces that count as a word.
_LETTERS_A_WORD = 2
_SMALL = lazy(r"[^\W\d_]")


@record(kw_only=True)
class Passage:
    """A passage of a draft: the words between its marks, or a paragraph of a block quotation.

    `start` and `end` are those of the draft's text, end exclusive; `line` and `column` those of its file, where its marks
    begin. `speaker` is who says it by the draft, as fully as the draft names them; `named_as` as it names them here;
    `role_only`: by an office or a pronoun. `outside` is the sentence around it without what is quoted, `before` and `after` what of it stands
    in front and behind; `clause` what of that in front says what is done with the words; `earlier` the text of the paragraphs up to it. `joins`: the other passages that it breaks off with, in order. `opening` is
    its opening mark.
    """

    start: int
    end: int
    line: int
    column: int
    wording: str
    block: bool = False
    speaker: str | None = None
    named_as: str | None = None
    role_only: bool = False
    via: tuple[str, ...] = ()
    cue: str | None = None
    polarity: str = "asserted"
    attributed: bool = False
    outside: str = ""
    before: str = ""
    after: str = ""
    clause: str = ""
    earlier: str = ""
    cites: tuple[Cite, ...] = ()
    joins: tuple[str, ...] = ()
    opening: str = ""

    @property
    def words(self) -> int:
        """How many words it has; scripts without spaces are counted by their letters."""
        return len(self.wording.split()) + count_unspaced(self.wording) // _LETTERS_A_WORD

    @property
    def compared(self) -> str:
        """The words to look up: without the comma, or in the midst of a sentence of the draft's the stop, that is the draft's."""
        bare = self.wording.rstrip(",، ") if self.wording.rstrip().endswith((",", "،")) else self.wording
        starts = self.wording[:1]
        in_midst = bool(self.before) and self.before.rstrip(' “”«»„"')[-1:].isalnum() and starts.islower()
        if in_midst and bare.endswith(".") and not bare.endswith(".."):
            bare = bare[:-1]
        return bare if holds_words(bare) else self.wording

    @property
    def is_mention(self) -> bool:
        """Words mentioned, or meant otherwise: few of them, and nobody says them."""
        if self._is_answer:
            return False
        said = self.attributed and not (self.named_as and aside.is_of_anybody(self))
        if said and self.speaker is None:
            said = not evidence.is_weak(self)
        return not said and not self.cites and not self.block and self.words < LEAST_WORDS

    @property
    def _is_answer(self) -> bool:
        """A whole utterance behind somebody's name and a colon: "Asked what went wrong, Reyes shrugged: “Everything.”"."""
        before = self.before.rstrip(' “”«»„"‘’「『')
        named = any(word[0].isupper() for word in before.split()[1:])
        return (
            named
            and before.endswith((":", "："))
            and self.wording.rstrip().endswith((".", "!", "?", "。", "！", "？"))
            and not evidence.is_inscribed(self)
        )

    @property
    def is_title(self) -> bool:
        """Set as titles are, and nobody says it."""
        if aside.is_set_as_title(self, self.opening):
            return True
        words = [word for word in self.wording.split() if _SMALL.match(word)]
        long = [word for word in words if len(word) > 3]
        return (
            not (self.attributed or self.block)
            and 1 < len(words) <= 16
            and not self.wording.rstrip().endswith((".", "!", "…"))
            and all(word[0].isupper() for word in [words[0], *long])
            and sum(word[0].isupper() for word in words) > 1
        )
