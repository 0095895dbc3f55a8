"""The tool `text_of`: a passage of a stored text with its surroundings."""

from __future__ import annotations

from onrecord.db import reader as readers
from onrecord.errors import NotFoundError, UsageError
from onrecord.mcp.answer import Answer, data
from onrecord.mcp.told import source_head

TYPE_CHECKING = False
if TYPE_CHECKING:
    from onrecord.mcp.asking import Asking
    from onrecord.text.locators import Paragraphs

# In code points: what stands before the words that were looked for, at most.
_BEFORE = 600


def run(
    asking: Asking,
    answer: Answer,
    *,
    source: str,
    words: str | None = None,
    paragraph: int | None = None,
    start: int | None = None,
    copy: int | None = None,
) -> None:
    """The passage from where is asked for to as far as the answer reaches; the last line says where the text goes on."""
    from onrecord.sources import captures, queries
    from onrecord.text.locators import Paragraphs

    if sum(one is not None for one in (words, paragraph, start)) > 1:
        raise UsageError("Give one of words, paragraph and start.")
    with readers.opened(asking.path) as reader:
        number = queries.source_id(reader, source)
        record = queries.source_records(reader, [number])[number]
        stored = captures.copy(reader, record.citekey, copy)
    text, paragraphs = stored.text, Paragraphs(stored.text)
    outcome = ""
    if paragraph is not None:
        first = paragraphs.range_of(paragraph)[0]
    elif words is not None:
        first, outcome = _place(text, words, paragraphs)
    else:
        first = start or 0
    if first >= len(text):
        raise UsageError(f"The text has {len(text)} characters.")
    head = source_head(record)
    newest = ", the newest" if stored.newest else ""
    about = f"copy {stored.number}{newest}, seen {stored.since[:10]}, SHA-256 {stored.sha256[:12]}"
    # Room for the lines around, and for the marks in front of those of the text.
    room = max(100, answer.most - len(head) - len(outcome) - 450)
    last = _end(text, first, room)
    shown = text[first:last]
    position = paragraphs.number_at(first) if len(paragraphs) else 0
    answer.put(
        head,
        f"{about} · characters {first} to {last} of {len(text)}, from paragraph {position} on",
        outcome,
        data(shown),
    )
    answer.close(f"The text goes on: start {last}." if last < len(text) else "The text ends here.")


def _place(text: str, words: str, paragraphs: Paragraphs) -> tuple[int, str]:
    """Where the passage with these words begins, and how they stand there. NotFoundError: nothing is near."""
    from onrecord.matching import find, prepared

    match = find(prepared(text), words)
    spans = match.spans or (match.places[0] if match.places else ())
    start = spans[0].start if spans else match.nearest.start if match.nearest else None
    if start is None:
        raise NotFoundError("These words do not stand in this copy, and nothing near them does.")
    first = paragraphs.range_of(paragraphs.number_at(start))[0]
    if start - first > _BEFORE:
        first = text.find(" ", start - _BEFORE, start) + 1 or start
    return first, f"the words: {match.outcome}, at character {start}"


def _end(text: str, first: int, room: int) -> int:
    """How far a passage reaches whose lines, with the marks in front of them, fit into `room` characters."""
    reached = first
    while reached < len(text):
        end = text.find("\n", reached)
        end = len(text) if end < 0 else end + 1
        # A character that is spelled out takes up to nine.
        cost = 2 + sum(1 if one.isprintable() or one in "\n\t" else 9 for one in text[reached:end])
        if cost > room:
            plain = text[reached : reached + max(0, room - 2)]
            if reached > first or not plain:
                return reached
            cut = reached + (len(plain) if plain.isprintable() else max(1, len(plain) // 9))
            space = text.rfind(" ", reached + 1, cut)
            return space + 1 if space > reached else cut
        room -= cost
        reached = end
    return reached
