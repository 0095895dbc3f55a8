"""The options that say how one thing bears on another."""

from __future__ import annotations

from onrecord.cli.spec import flag
from onrecord.errors import UsageError

TYPE_CHECKING = False
if TYPE_CHECKING:
    from collections.abc import Mapping

_STATEMENTS = {
    "variant_of": "The first statement is another wording of the second.",
    "excerpt_of": "The first statement is an excerpt of the second.",
    "translation_of": "The first statement is a translation of the second.",
    "corrects": "The first statement corrects the second.",
    "retracts": "The first statement retracts the second.",
}
_CLAIMS = {
    "contradicts": "The claims cannot both be true.",
    "supports": "The first claim makes the second likelier.",
}
BETWEEN_STATEMENTS, BETWEEN_CLAIMS = tuple(_STATEMENTS), tuple(_CLAIMS)
LINKS = tuple(
    [
        flag(f"--{kind.replace('_', '-')}", help=told, name=kind)
        for kind, told in (*_STATEMENTS.items(), *_CLAIMS.items())
    ]
)


def kind_of(options: Mapping[str, bool]) -> str | None:
    """The kind of link that was asked for; None for none. UsageError for several."""
    kinds = [kind for kind in (*BETWEEN_STATEMENTS, *BETWEEN_CLAIMS) if options.get(kind)]
    if len(kinds) > 1:
        raise UsageError(f"Give one of {' and '.join('--' + kind.replace('_', '-') for kind in kinds)}.")
    return kinds[0] if kinds else None
