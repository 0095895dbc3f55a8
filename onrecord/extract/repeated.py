"""Words in marks of which nobody is said to speak, and which the text gives to somebody elsewhere: a headline, a caption."""

from collections import defaultdict
from collections.abc import Sequence

from onrecord.extract.items import Item
from onrecord.model.record import replace
from onrecord.text.marks import pairs_in
from onrecord.text.patterns import lazy

# Frames of quotations whose speaker nothing beside them tells.
_UNTOLD = frozenset(["marks", "unsourced", "about"])
_SUREST = 0.9
# So many words in a row are nobody else's by chance.
_LEAST_WORDS = 4
_MOST_TRIED = 8
_WORD = lazy(r"[^\W_]+(?:[’'][^\W_]+)*")


def with_speakers(text: str, items: list[Item]) -> list[Item]:
    """The items, those that repeat words of one speaker with that speaker: one statement that stands in two places."""
    untold = [item for item in items if _is_untold(item)]
    if not untold:
        return items
    told = _by_first_words(text, items)
    return [_told(text, item, told) if _is_untold(item) else item for item in items]


def _is_untold(item: Item) -> bool:
    return item.frame in _UNTOLD and item.polarity == "asserted"


def _by_first_words(text: str, items: Sequence[Item]) -> dict[tuple[str, ...], list[tuple[Item, str]]]:
    """The items with a speaker by every few words in a row that they hold, each with all its words."""
    told: defaultdict[tuple[str, ...], list[tuple[Item, str]]] = defaultdict(list)
    for item in items:
        if item.frame in _UNTOLD or item.voice.mention is None or item.polarity != "asserted":
            continue
        words = _words(text[slice(*item.span)])
        whole = f" {' '.join(words)} "
        for start in range(len(words) - _LEAST_WORDS + 1):
            held = told[tuple(words[start : start + _LEAST_WORDS])]
            if len(held) < _MOST_TRIED:
                held.append((item, whole))
    return told


def _told(text: str, item: Item, told: dict[tuple[str, ...], list[tuple[Item, str]]]) -> Item:
    words = _marked_words(text, item)
    if len(words) < _LEAST_WORDS:
        return item
    wanted = f" {' '.join(words)} "
    said = [
        other
        for other, whole in told.get(tuple(words[:_LEAST_WORDS]), ())
        if wanted in whole and other.voice.who is not None and not other.voice.who.unresolved
    ]
    speakers = {other.voice.mention.canonical for other in said if other.voice.mention is not None}
    if len(speakers) != 1:
        return item
    first = max(said, key=lambda other: other.confidence)
    voice = replace(first.voice, group=item.voice.group, cue=None)
    sure = min(first.confidence, _SUREST if item.form == "direct" else item.confidence)
    return replace(item, voice=voice, frame="repeated", confidence=sure)


def _marked_words(text: str, item: Item) -> list[str]:
    """The words of the item in marks; all of them where it stands in marks whole."""
    if item.form == "direct":
        return _words(text[slice(*item.span)])
    inside = [text[pair.inside[0] : pair.inside[1]] for pair in pairs_in(text, *item.span)]
    return _words(max(inside, key=len, default=""))


def _words(text: str) -> list[str]:
    return [found[0].casefold().replace("’", "'") for found in _WORD.finditer(text)]
