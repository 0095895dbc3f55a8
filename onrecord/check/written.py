"""The bytes of a draft's file with changes in place, and every other byte as it was."""

from __future__ import annotations

import re
from bisect import bisect_left

from onrecord.check.change import Change
from onrecord.check.draft import Draft
from onrecord.errors import InputError
from onrecord.ingest import charsets
from onrecord.text.clean import one_line
from onrecord.text.patterns import lazy

TYPE_CHECKING = False
if TYPE_CHECKING:
    from collections.abc import Callable, Sequence

_LINE_END = lazy("\r\n?")


def written(draft: Draft, edits: Sequence[Change], *, name: str) -> bytes:
    """The file of a draft with the edits, in its own encoding and with its own line ends.

    InputError: it was read with damage, so that its bytes cannot be told; or it cannot hold a letter of the new words.
    """
    if draft.office is not None:
        return draft.office.with_changes(edits)
    mark, raw, encoding = _raw(draft, name)
    shift = _shifts(raw)
    pieces: list[bytes] = []
    behind = 0
    for edit in edits:
        start, end = shift(edit.start), shift(edit.end)
        pieces += (raw[behind:start].encode(encoding), _encoded(edit.new, encoding, draft.notation, name))
        behind = end
    pieces.append(raw[behind:].encode(encoding))
    return mark + b"".join(pieces)


def _raw(draft: Draft, name: str) -> tuple[bytes, str, str]:
    """The byte-order mark of its file, all of the rest as text, and the codec."""
    marked = [
        mark_and_codec
        for mark_and_codec in charsets.BYTE_ORDER_MARKS
        if draft.data.startswith(mark_and_codec[0])
    ]
    mark, encoding = marked[0] if marked else (b"", draft.encoding)
    body = draft.data[len(mark) :]
    try:
        raw = body.decode(encoding)
        if raw.encode(encoding) == body and _LINE_END.sub("\n", raw) == draft.source:
            return mark, raw, encoding
    except (UnicodeError, LookupError):
        pass
    raise InputError(
        f"{one_line(name)} holds bytes that are no text in its encoding, so that it cannot be written again as it was: "
        "save it as UTF-8 first."
    )


def _encoded(words: str, encoding: str, notation: str, name: str) -> bytes:
    try:
        return words.encode(encoding, "xmlcharrefreplace" if notation == "html" else "strict")
    except UnicodeEncodeError as error:
        letter = words[error.start]
        raise InputError(
            f"{one_line(name)} is in {charsets.shown(encoding)}, which has no {letter}: save it as UTF-8 first."
        ) from None


def _shifts(raw: str) -> Callable[[int], int]:
    """From a place of the text, in which every line end is one letter, to that in the file."""
    twos = [line_end.start() - number for number, line_end in enumerate(re.finditer("\r\n", raw))]
    return lambda place: place + bisect_left(twos, place)
