"""Short names: slugs for speakers, citekeys for sources, keys for statements."""

from __future__ import annotations

from onrecord.text.digests import base32, sha256
from onrecord.text.patterns import lazy
from onrecord.text.romanised import romanised
from onrecord.text.wordfold import words

TYPE_CHECKING = False
if TYPE_CHECKING:
    from collections.abc import Callable, Sequence


LONGEST_SLUG = 60
_ONE_BY_ONE = 20
_ADDRESS = lazy(r"https?://(?:[^/?#@]*@)?([^/?#:]+)(?::\d+)?([^?#]*)")
_ENDING = lazy(r"\.\w{1,5}$")
_SLUG = lazy(r"[a-z0-9]+(?:-[a-z0-9]+)*")
_CITEKEY = lazy(r"[^\W_](?:[\w:+/.-]*[\w+])?")
# What further citekeys may hold besides: marks that mean nothing to LaTeX, BibTeX, HTML, pandoc or a terminal.
_OTHER_CITEKEY = lazy(r"\w[\w:+/.'!?*()-]*")
_NOT_IN_CITEKEYS = lazy(r"(?:[^\w:+/.]|--+)+")
# KEY@CITEKEY.2 is the second attribution in that source, so no citekey looks like that itself.
_ORDINAL = lazy(r"\.\d+$")
_DOT_OF_ORDINAL = lazy(r"\.(?=\d+$)")
_AROUND = lazy(r"^[\W_]+|\W+$")
_APOSTROPHES = dict.fromkeys(map(ord, "'’ʼ‘`"))
_SMALL_WORDS = frozenset(
    [
        "a",
        "an",
        "the",
        "of",
        "on",
        "in",
        "at",
        "to",
        "for",
        "and",
        "or",
        "de",
        "la",
        "le",
        "der",
        "die",
        "das",
        "el",
        "il",
    ]
)


def slugify(name: str, otherwise: str = "speaker") -> str:
    """`name` in letters a to z, digits and hyphens, at most 60 characters; `otherwise` where nothing is left."""
    slug = "-".join(words(romanised(name.translate(_APOSTROPHES))))
    if len(slug) > LONGEST_SLUG:
        slug = slug[: LONGEST_SLUG + 1].rpartition("-")[0] or slug[:LONGEST_SLUG]
    return slug or otherwise


def is_slug(text: str) -> bool:
    """Whether `text` is written as a slug is."""
    return len(text) <= LONGEST_SLUG and _SLUG.fullmatch(text) is not None


def unique(slug: str, taken: Callable[[str], bool]) -> str:
    """`slug`, or with -2, -3 … the first that is not taken; of more than twenty one that follows a taken one."""
    if not taken(slug):
        return slug
    for number in range(2, _ONE_BY_ONE + 1):
        if not taken(f"{slug}-{number}"):
            return f"{slug}-{number}"
    # A hundred thousand pages of one site: asking for each number in turn would take their square.
    low, high = _ONE_BY_ONE, 2 * _ONE_BY_ONE
    while taken(f"{slug}-{high}"):
        low, high = high, 2 * high
    while high - low > 1:
        middle = (low + high) // 2
        low, high = (middle, high) if taken(f"{slug}-{middle}") else (low, middle)
    return f"{slug}-{high}"


def words_of_address(url: str) -> str:
    """What an address tells of its page, as the words of a title: the site, and the last part of the path."""
    match = _ADDRESS.match(url)
    if match is None:
        return ""
    site = match[1].lower().removeprefix("www.").partition(".")[0]
    last = next((part for part in reversed(match[2].split("/")) if part), "")
    return f"{site} {_ENDING.sub('', last)}".strip()


def citekey(authors: Sequence[str], year: str | None, title: str | None) -> str:
    """A citekey as people write them: the first author's family name and the year, "asmolov-2023".

    Without an author, the first words of the title that mean something; without both, "source".
    """
    if authors:
        who = slugify(authors[0], "")
    else:
        words = [word for word in slugify(title or "", "").split("-") if word not in _SMALL_WORDS]
        who = "-".join(words[:3])
    return "-".join(part for part in (who, year) if part) or "source"


def is_citekey(text: str) -> bool:
    """Whether `text` can be a citekey: letters, digits and - _ : + / . inside, no dot and digits at the end."""
    return len(text) <= 120 and _CITEKEY.fullmatch(text) is not None and not _ORDINAL.search(text)


def is_other_citekey(text: str) -> bool:
    """Whether `text` can be a further name of a source: a citekey, or what another program takes for one and does no harm."""
    return len(text) <= 120 and _OTHER_CITEKEY.fullmatch(text) is not None and text.strip("_") != ""


def as_citekey(text: str) -> str:
    """`text` as a citekey, what none can hold as hyphens; "" where nothing is left."""
    if is_citekey(text):
        return text
    made = _AROUND.sub("", _NOT_IN_CITEKEYS.sub("-", text)[:100])
    made = _DOT_OF_ORDINAL.sub("-", made)
    return made if is_citekey(made) else ""


def statement_key(folded: str, name_key: str, citekey: str | None, *, length: int = 10) -> str:
    """The first `length` characters of base32 SHA-256 over the folded wording and the speaker's name key.

    For an unnamed speaker the citekey counts too: two papers' "senior official" are two.
    """
    said = f"{folded}\0{name_key}" if citekey is None else f"{folded}\0{name_key}\0{citekey}"
    digest = sha256(said.encode())
    # Five bytes make eight letters: no more of the digest is written than is asked for.
    return base32(digest[: -(-length // 8) * 5])[:length]
