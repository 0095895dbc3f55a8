"""Rules of recording that hold for one quotation as for a million: what a wording is, and what a statement is called."""

from __future__ import annotations

from onrecord.errors import InputError
from onrecord.text import slugs
from onrecord.text.clean import check_input

TYPE_CHECKING = False
if TYPE_CHECKING:
    from collections.abc import Iterator

# Letters of a statement's key, where no other statement has it.
KEY_LENGTH = 10
# Letters of what is whole of SHA-256 in base32: five bytes make eight.
_DIGEST_LENGTH = 48


def wording(typed: str) -> str:
    """A wording as it is stored. InputError: it cannot be, or there is nothing to read in it."""
    text = check_input(typed, "the wording")
    if not any(character.isalnum() for character in text):
        raise InputError("The wording holds no letter or digit.")
    return text


def optional(text: str | None, what: str) -> str | None:
    """A text that may be missing as it is stored; None for one without a character. InputError as `check_input`."""
    return (check_input(text, what) or None) if text is not None else None


def keys(folded: str, name_key: str, citekey: str | None) -> Iterator[str]:
    """The keys that a statement may have, the one it gets unless another has it first: who said what, ever longer.

    `folded` is the wording as `fold.identity_fold` has it; `citekey` that of the source of an unnamed speaker, else None.
    """
    for length in range(KEY_LENGTH, _DIGEST_LENGTH + 1):
        yield slugs.statement_key(folded, name_key, citekey, length=length)
