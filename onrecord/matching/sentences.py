"""Where sentences end."""

from collections.abc import Iterator

from onrecord.text.patterns import lazy

_ABBREVIATED = frozenset(
    "mr mrs ms dr prof st ste sen rep reps sens gov gen lt col sgt capt maj rev hon jr sr vs no nr bzw ca etc hr frl fr mme mlle "
    "sra srta dña dott sig avv on ing mgr judr bc prof inż ks ul św г ул им акад проф тов д-р art abs bl tz pt mt ft".split()
)
_END = lazy(r"[.!?…]+(?=[\s\"'”’»“)\]]|$)|[。！？؟۔]+")
_WORD_BEFORE = lazy(r"([^\W_]+(?:-[^\W_]+)?)\Z")
# What closes a sentence behind its stop.
_CLOSING = lazy(r"[\"'”’»“」』)\]]*\s*")


def ends(text: str, start: int, end: int) -> Iterator[int]:
    """Behind each stop in `text[start:end]` that ends a sentence: not behind "Mr.", an initial or the day of a month."""
    for stop in _END.finditer(text, start, end):
        after = text[_CLOSING.match(text, stop.end()).end() :][:1]  # type: ignore[union-attr]
        if stop[0] == ".":
            word = _WORD_BEFORE.search(text, max(start, stop.start() - 12), stop.start())
            short = word is not None and (
                len(word[1]) == 1
                or word[1].lower() in _ABBREVIATED
                or (word[1].isdigit() and len(word[1]) < 3)
            )
            if short or after.islower():
                continue
        yield stop.end()


def rest_before(text: str, start: int, low: int) -> int:
    """Where the sentence begins that `start` stands in, not before `low`."""
    for end in ends(text, low, start):
        low = end
    return low


def rest_after(text: str, end: int, high: int) -> int:
    """Where the sentence ends that `end` stands in, not after `high`."""
    return next(ends(text, end, high), high)
