"""How a thing is named on a command line: NAME, or with its noun in front where that alone would not do: tag sanctions."""

from __future__ import annotations

from onrecord.errors import UsageError

TYPE_CHECKING = False
if TYPE_CHECKING:
    from collections.abc import Sequence

    from onrecord.names import Kind

# The nouns, and the other words for some of them.
NOUNS: dict[str, Kind] = {
    "statement": "statement", "attribution": "attribution", "source": "source", "speaker": "speaker", "claim": "claim",
    "stance": "stance", "link": "link", "verdict": "verdict", "office": "office", "tag": "tag", "quote": "statement", "quotation": "statement",
}  # fmt: skip
# Those that are named by two others: stance KEY CLAIM is stance KEY/CLAIM, as it was added.
_OF_TWO = ("stance", "link", "verdict", "office")


def one(words: Sequence[str]) -> tuple[str, Kind | None]:
    """The one thing that the words name, and its noun where they say so. UsageError: they name several."""
    kind = NOUNS.get(words[0]) if len(words) > 1 else None
    if kind is None:
        if len(words) > 1:
            raise UsageError(f"One thing at a time: {', '.join(words[:3])}{' …' if len(words) > 3 else ''}")
        return words[0], None
    return _joined(kind, words[1:]) if kind in _OF_TWO else " ".join(words[1:]), kind


def several(words: Sequence[str]) -> list[tuple[str, Kind | None]]:
    """The things that the words name, each with its noun where the first word is one."""
    kind = NOUNS.get(words[0]) if len(words) > 1 else None
    if kind is None:
        return [(name, None) for name in dict.fromkeys(words)]
    names = words[1:]
    if kind in _OF_TWO and len(names) > 1 and not any("/" in name for name in names):
        names = [_joined(kind, names)]
    return [(name, kind) for name in dict.fromkeys(names)]


def number_of(words: Sequence[str] | None) -> int | None:
    """The number of the operation that the words are; None where they are a name, or nothing."""
    if words and len(words) == 1 and words[0].isascii() and words[0].isdigit() and len(words[0]) < 16:
        return int(words[0])
    return None


def _joined(kind: Kind, names: Sequence[str]) -> str:
    """KEY CLAIM as KEY/CLAIM; CLAIM REVIEWER CITEKEY as CLAIM/REVIEWER@CITEKEY."""
    if len(names) == 1:
        return names[0]
    if len(names) == 2 and "/" not in names[0]:
        return "/".join(names)
    if kind == "verdict" and len(names) == 3 and "/" not in names[0]:
        return f"{names[0]}/{names[1]}@{names[2]}"
    raise UsageError(
        f"A {kind} is named by two words, or by one with a / between them: {kind} {'/'.join(names[:2])}"
    )
