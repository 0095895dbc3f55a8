"""The characters of typography that are told apart nowhere: marks, dashes, ellipses; and scripts without spaces."""

from __future__ import annotations

from onrecord.text.patterns import lazy

MARKS = (
    "\"'`´"
    "“”„‟‘’‚‛«»‹›"
    "′″‴‵‶‷⁗"  # primes
    "ʹʺʻʼʽ"  # modifier letters that stand for primes and apostrophes
    "՚׳״"  # Armenian apostrophe, Hebrew geresh and gershayim
    "「」『』《》〈〉〝〞〟｢｣"
    "﹁﹂﹃﹄"
    "＂＇｀"
    "❛❜❝❞❮❯⹂🙶🙷🙸"
)
DASHES = "-‐‑‒–—―−֊־⸺⸻﹘﹣－"
ELLIPSES = "…⋯‥"
# The inside of a character class: Chinese and Japanese, which put no space between words or where lines are joined.
UNSPACED = "\u2e80-\u2fdf\u3001-\u30ff\u31f0-\u31ff\u3400-\u4dbf\u4e00-\u9fff\uf900-\ufaff\uff01-\uff60"
UNSPACED += "\U00020000-\U0003ffff"
_UNSPACED_CHARACTER = lazy(rf"[{UNSPACED}]")


def is_unspaced(character: str) -> bool:
    """Whether it belongs to Chinese or Japanese writing, which puts no spaces between words."""
    return not character.isascii() and _UNSPACED_CHARACTER.match(character) is not None
