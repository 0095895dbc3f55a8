"""Where in the file of a draft words change that change in its text, and no other letter of it."""

from __future__ import annotations

from difflib import SequenceMatcher

from onrecord.check.change import Change, Unplaced
from onrecord.check.draft import Draft
from onrecord.check.mended import words_of
from onrecord.text.patterns import lazy
from onrecord.text.signs import is_unspaced

TYPE_CHECKING = False
if TYPE_CHECKING:
    from collections.abc import Iterator


# What opens and closes one stretch of markup.
_PAIR = lazy(r"([*_]{1,3})\0\1|<([a-z]+)\b[^<>]*>\0</\2>|\\[a-zA-Z]+\{\0\}")


def changes(draft: Draft, start: int, old: str, new: str) -> list[Change]:
    """What makes `new` of the words `old`, which stand at `at` in the text. Unplaced: markup stands between them."""
    return list(_Placing(draft, start, old, new))


class _Placing:
    def __init__(self, draft: Draft, start: int, old: str, new: str) -> None:
        self.draft, self.at, self.old, self.new = draft, start, old, new
        self.words, self.others = words_of(old), words_of(new)

    def __iter__(self) -> Iterator[Change]:
        own = [self.old[slice(*word)] for word in self.words]
        there = [self.new[slice(*word)] for word in self.others]
        for kind, low, high, first, last in SequenceMatcher(None, own, there, autojunk=False).get_opcodes():
            if kind == "replace":
                yield from self._replaced(low, high, first, last)
            elif kind == "delete":
                yield self._deleted(low, high)
            elif kind == "insert":
                yield self._inserted(low, first, last)

    def _replaced(self, low: int, high: int, first: int, last: int) -> Iterator[Change]:
        if high - low == last - first:
            for number in range(high - low):
                yield self._word(low + number, self._words(first + number, first + number + 1))
            return
        words = self._words(first, last)
        whole = self._range(self.words[low][0], self.words[high - 1][1])
        if whole is not None:
            yield Change(*whole, words)
            return
        yield self._word(low, words)
        yield self._deleted(low + 1, high)

    def _word(self, number: int, new: str) -> Change:
        """One word for another; stops and marks that both have are left alone, and with them the markup beside them."""
        start, end = self.words[number]
        while start < end and new and self.old[start] == new[0] and not new[0].isalnum():
            start, new = start + 1, new[1:]
        while start < end and new and self.old[end - 1] == new[-1] and not new[-1].isalnum():
            end, new = end - 1, new[:-1]
        if start == end:
            return self._put(self._point(start), new)
        whole = self._range(start, end)
        if whole is None:
            raise Unplaced
        return Change(*whole, new)

    def _deleted(self, low: int, high: int) -> Change:
        """Words gone with the space behind them, or else with that in front."""
        tried = []
        if high < len(self.words):
            tried.append((self.words[low][0], self.words[high][0]))
        if low:
            tried.append((self.words[low - 1][1], self.words[high - 1][1]))
        for start, end in tried:
            if "\n" not in self.old[start:end] and (whole := self._range(start, end)) is not None:
                return Change(*whole, "")
        if low and high < len(self.words) and (dressed := self._dressed(low, high)) is not None:
            return dressed
        raise Unplaced

    def _dressed(self, low: int, high: int) -> Change | None:
        """Words gone with the markup that is theirs alone."""
        first, last = self._range(*self.words[low]), self._range(*self.words[high - 1])
        before, behind = self._range(*self.words[low - 1]), self._range(*self.words[high])
        if not (first and last and before and behind):
            return None
        gap = self.draft.source[before[1] : first[0]]
        opens = gap.strip()
        closes = self.draft.source[last[1] : behind[0]].strip()
        pair = _PAIR.fullmatch(f"{opens}\0{closes}")
        return Change(before[1], behind[0], gap.removesuffix(opens)) if pair else None

    def _inserted(self, before: int, first: int, last: int) -> Change:
        words = self._words(first, last)
        if before < len(self.words):
            gap = self.new[self.others[last - 1][1] : self.others[last][0]] if last < len(self.others) else ""
            return self._put(self._point(self.words[before][0]), words + gap)
        gap = self.new[self.others[first - 1][1] : self.others[first][0]] if first else ""
        end = self._range(*self.words[-1])
        if end is None:
            raise Unplaced
        return self._put(end[1], gap + words)

    def _put(self, point: int, words: str) -> Change:
        return Change(point, point, words)

    def _words(self, first: int, last: int) -> str:
        text = self.new[self.others[first][0] : self.others[last - 1][1]]
        return text if any(map(is_unspaced, text)) else " ".join(text.split())

    def _range(self, start: int, end: int) -> tuple[int, int] | None:
        ranges = self.draft.places(self.at + start, self.at + end)
        return ranges[0] if len(ranges) == 1 and ranges[0][1] > ranges[0][0] else None

    def _point(self, offset: int) -> int:
        return self.draft.place(self.at + offset)
