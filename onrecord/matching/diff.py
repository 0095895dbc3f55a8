"""Word diffs between a source's passage and the wording given."""

from __future__ import annotations

from onrecord.model.record import record
from onrecord.text.signs import is_unspaced

TYPE_CHECKING = False
if TYPE_CHECKING:
    from collections.abc import Sequence
    from typing import Literal

    Kind = Literal["same", "missing", "added", "changed"]
else:
    Kind = str


@record()
class DiffPart:
    """Words in a row of one kind, as they stand in the source and in the wording given.

    `same`: equal once folded. `missing`: in the source only. `added`: in the wording only. `changed`: both.
    """

    kind: Kind
    source: str
    given: str


def render_diff(parts: Sequence[DiffPart]) -> str:
    """One line of plain text in the manner of `git diff --word-diff`: `[-source-]` and `{+given+}`."""
    line = ""
    for part in parts:
        if part.kind == "same":
            piece = part.source
        else:
            piece = (f"[-{part.source}-]" if part.source else "") + (
                f"{{+{part.given}+}}" if part.given else ""
            )
        words = part.source or part.given
        line += ("" if not line or _joins(line, words) else " ") + piece
    return line


def _joins(line: str, words: str) -> bool:
    """Whether no space stands between them: Chinese and Japanese."""
    before = line.rstrip("-+]}")
    return bool(before) and is_unspaced(before[-1]) and is_unspaced(words[0])
