"""Drafts that are e-mails: which of their words are those of the messages that they answer or forward, and so other people's."""

from __future__ import annotations

import re

from onrecord.text.patterns import lazy

TYPE_CHECKING = False
if TYPE_CHECKING:
    from collections.abc import Callable, Iterator, Sequence

    from onrecord.ingest.document import Document

    Ranges = list[tuple[int, int]]

_QUOTED = lazy(r"(?m)^[ \t]?>[^\n]*(?:\n|\Z)")
# Below these lines stands another message, whole.
_BELOW = lazy(
    r"(?im)^(?:-{2,}\s*(?:original message|forwarded message|ursprüngliche nachricht|weitergeleitete nachricht|message d[’']origine|message transféré|mensaje original|mensaje reenviado|messaggio originale|"
    r"messaggio inoltrato|mensagem original|oorspronkelijk bericht|исходное сообщение|пересылаемое сообщение)\s*-{2,}|begin forwarded message:|_{20,})[^\n]*\n"
)
_REPLY = ".//blockquote[@type='cite'] | .//*[contains(concat(' ', @class, ' '), ' gmail_quote ')] | .//*[contains(@class, 'yahoo_quoted')] | .//*[@id='divRplyFwdMsg'] | .//*[@id='appendonsend']/following-sibling::*"
_NOTE = "what it quotes of other messages is other people’s text, and was not looked up ({} words)"


def of_others(read: Document, name: str) -> Callable[[str], tuple[Ranges, Ranges]]:
    """What finds in a text of a mail where other messages stand, and its own block quotations."""
    from onrecord.ingest.mail import markup_of

    markup = markup_of(read.original, name)
    if markup is None:
        quoted = [(block.start, block.end) for block in read.blocks]
        return lambda text: _in_plain(text, quoted if text == read.text else [])
    replies, own = _in_markup(markup, name)
    return lambda text: (_spans(text, replies), _spans(text, own))


def note_on(text: str, others: Ranges) -> str:
    """What is to be said of what was left out."""
    return _NOTE.format(sum(len(text[start:end].split()) for start, end in others))


def blanked(text: str, ranges: Ranges) -> str:
    """The text with spaces in place of the words in some ranges, so that all others stand where they stood."""
    pieces: list[str] = []
    behind = 0
    for start, end in sorted(ranges):
        pieces += (text[behind:start], re.sub(r"[^\n]", " ", text[max(behind, start) : end]))
        behind = max(behind, end)
    return "".join([*pieces, text[behind:]])


def _in_plain(text: str, quoted: Ranges) -> tuple[Ranges, Ranges]:
    from onrecord.check.set_apart import indented

    below = _BELOW.search(text)
    end = below.start() if below else len(text)
    others = [match.span() for match in _QUOTED.finditer(text, 0, end)]
    others += [span for span in quoted if span[1] <= end]
    if below:
        others.append((end, len(text)))
    return others, list(_joined(text, sorted(indented(blanked(text, others)))))


def _joined(text: str, starts: list[int]) -> Iterator[tuple[int, int]]:
    """Lines that follow on each other, as ranges."""
    low = high = -1
    for start in starts:
        end = text.find("\n", start)
        end = len(text) if end < 0 else end
        if start == high + 1:
            high = end
            continue
        if low >= 0:
            yield low, high
        low, high = start, end
    if low >= 0:
        yield low, high


def _in_markup(markup: str, name: str) -> tuple[list[str], list[str]]:
    """The letters and digits of each quoted message, and of each block quotation of the writer's."""
    from onrecord.ingest.html import parsed_html

    page = parsed_html(markup, name)
    replies = page.xpath(_REPLY)
    inside = {element for reply in replies for element in reply.iter()}
    tops = [element for element in replies if not any(above in inside for above in element.iterancestors())]
    own = [
        element
        for element in page.iter("blockquote")
        if element not in inside and next(element.iterancestors("blockquote"), None) is None
    ]
    return [_letters(str(element.text_content())) for element in tops], [
        _letters(str(element.text_content())) for element in own
    ]


def _letters(words: str) -> str:
    return "".join([letter for letter in words if letter.isalnum()])


def _spans(text: str, quoted: Sequence[str]) -> Ranges:
    from onrecord.ingest.quoted_blocks import placed

    return [(block.start, block.end) for block in placed(text, [(letters, None) for letters in quoted])]
