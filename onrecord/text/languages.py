"""The languages of texts as BCP 47 tags (RFC 5646): "en", "de-AT", "zh-Hant", whatever people and other programs call them."""

from __future__ import annotations

from onrecord.errors import InputError
from onrecord.model.light import cache
from onrecord.text.patterns import lazy

TYPE_CHECKING = False
if TYPE_CHECKING:
    from collections.abc import Mapping

# language, script, region, and what else a tag may have; a locale of POSIX ends in an encoding or a modifier.
_TAG = lazy(
    r"(?ai)([a-z]{2,3})(?:[-_]([a-z]{4}))?(?:[-_]([a-z]{2}|[0-9]{3}))?((?:[-_](?:[a-z0-9]{5,8}|[0-9][a-z0-9]{3}))*"
    r"(?:[-_][a-z0-9](?:[-_][a-z0-9]{2,8})+)*)(?:\.[a-z0-9-]{1,20})?(?:@[a-z0-9]{1,20})?"
)
_LONGEST = 60


def tag(text: str) -> str | None:
    """The tag that a text means: a tag or locale in any case ("EN_gb"), an ISO 639-2 code ("ger") or a language's name.

    None where it means none. A code of three letters that is in no list is taken for one of ISO 639-3.
    """
    plain = " ".join(text.split())
    if not plain or len(plain) > _LONGEST:
        return None
    named = _by_name().get(_folded(plain))
    if named is not None:
        return named
    match = _TAG.fullmatch(plain)
    if match is None:
        return None
    language, script, region, more = match.groups()
    code = _by_name().get(language.lower(), language.lower() if len(language) == 3 else None)
    if code is None:
        return None
    parts = (code, (script or "").title(), (region or "").upper(), more.strip("-_").replace("_", "-").lower())
    return "-".join(filter(None, parts))


def kept(text: str | None) -> str | None:
    """The tag that another program's word for a language means; its word where that means none."""
    return (tag(text) or text) if text else text


def typed(text: str) -> str:
    """The tag that a person means by what they typed. InputError where it is no language's."""
    meant = tag(text)
    if meant is None:
        raise InputError(
            f"{text!r} is no language: use a code such as en, de-AT or zh-Hant, or a name such as German."
        )
    return meant


def codes(beginning: str = "") -> list[str]:
    """The codes of two letters, for completion."""
    return [
        code for code in sorted(set(_by_name().values())) if len(code) == 2 and code.startswith(beginning)
    ]


def _folded(name: str) -> str:
    return name.casefold().replace("’", "'")


@cache
def _by_name() -> Mapping[str, str]:
    """Tags by codes and folded names."""
    from onrecord.text.language_names import LANGUAGES

    tags: dict[str, str] = {}
    for line in LANGUAGES.splitlines():
        code, others, names = line.split("|")
        if "-" not in code:
            tags[code] = code
        for word in (*others.split(), *names.split(", ")):
            tags[_folded(word)] = code
    return tags
