"""What stands around a place: it decides between several places."""

from onrecord.text.fold import fold, is_combining
from onrecord.text.patterns import lazy

# Spaces, dashes, marks and dots are left out of the comparison: the recorded surroundings may be cut inside them.
_NOT_COMPARED = lazy(r'[\s".…-]+')


class Context:
    """The surroundings of a place as they were recorded; empty ones ask for nothing."""

    def __init__(self, prefix: str, suffix: str) -> None:
        self._prefix, self._suffix = _compared(prefix), _compared(suffix)
        self._reach = 2 * max(len(prefix), len(suffix)) + 64

    def __bool__(self) -> bool:
        return bool(self._prefix or self._suffix)

    def fits_before(self, text: str, start: int) -> bool:
        """Whether the recorded prefix stands before `start`, as far as the text goes back."""
        if not self._prefix:
            return True
        first = max(0, start - self._reach)
        there = _compared(text[first:start])
        return there.endswith(self._prefix) or bool(first == 0 and there and self._prefix.endswith(there))

    def fits_after(self, text: str, end: int) -> bool:
        """Whether the recorded suffix stands after `end`, as far as the text goes on."""
        if not self._suffix:
            return True
        last = min(len(text), end + self._reach)
        there = _compared(text[end:last])
        return there.startswith(self._suffix) or bool(
            last == len(text) and there and self._suffix.startswith(there)
        )


def _compared(surroundings: str) -> str:
    text = _NOT_COMPARED.sub("", fold(surroundings).joined())
    while text and is_combining(text[0]):  # its letter was cut off
        text = text[1:]
    return text
