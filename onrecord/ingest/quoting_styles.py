"""Which styles of paragraphs are those of block quotations, by their names in the languages of word processors."""

from collections.abc import Sequence

from onrecord.text.patterns import lazy

_QUOTES = lazy(
    r"quot|block\s*text|zitat|citat|citaz|citaç|citác|cytat|^cita(?:s|\b|dest)|idézet|alıntı|lainaus|sitat|цитат|παράθε|引用|인용|اقتباس"
)
_SIGNS = lazy(r"attribut|author|source|autor|quelle|fuente|signature|cite\b")
_DEEPEST = 12


class Quoting:
    """The styles of a document, and which of them, or of those that they are made from, are for block quotations."""

    def __init__(self) -> None:
        self._styles: dict[str, tuple[str, str]] = {}

    def add(self, style: str, called: str, based: str) -> None:
        self._styles[style] = called, based

    def holds(self, style: str) -> bool:
        for _ in range(_DEEPEST):
            called, based = self._styles.get(style, ("", ""))
            names = (style.replace("_20_", " ").casefold(), called.casefold())
            if any(_SIGNS.search(name) for name in names):
                return False
            if any(_QUOTES.search(name) for name in names):
                return True
            if not based:
                return False
            style = based
        return False


_ENDS = tuple('.!?…”"»“’。！？」؟।')
_COLONS = (":", "：")
_DASHES = ("—", "–", "―", "--")
_LONGEST_SIGNATURE = 200
_FEWEST_WORDS = 4


def _is_signed(paragraphs: Sequence[tuple[str, bool, bool]], number: int) -> bool:
    """Whether the paragraph behind one, which is indented too, signs it."""
    words, _, indented = paragraphs[number + 1] if number + 1 < len(paragraphs) else ("", False, False)
    return (
        indented
        and words.startswith(_DASHES)
        and len(words) <= _LONGEST_SIGNATURE
        and any(map(str.isupper, words))
    )


def by_indentation(paragraphs: Sequence[tuple[str, bool, bool]]) -> list[tuple[str, bool]]:
    """Paragraphs with whether each is a block quotation, from their words, whether their style says so, and whether they are
    indented by hand: that is a sign where few are, of whole sentences, or behind a colon, and of the signature below."""
    telling = sum(indented for _, _, indented in paragraphs) * 2 <= len(paragraphs)
    lines_read: list[tuple[str, bool]] = []
    for number, (words, styled, indented) in enumerate(paragraphs):
        before = paragraphs[number - 1][0].rstrip() if number else ""
        goes_on = number > 0 and lines_read[-1][1] and paragraphs[number - 1][2]
        whole = len(words.split()) >= _FEWEST_WORDS and words.rstrip().endswith(_ENDS)
        signs = goes_on and words.startswith(_DASHES)
        quoted = indented and (
            signs
            or _is_signed(paragraphs, number)
            or (telling and (whole or before.endswith(_COLONS) or goes_on))
        )
        lines_read.append((words, styled or quoted))
    return lines_read
