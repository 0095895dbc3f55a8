"""The citekey that a new source gets where nobody chose one."""

from __future__ import annotations

from onrecord.text import slugs

TYPE_CHECKING = False
if TYPE_CHECKING:
    from collections.abc import Callable, Sequence
    from typing import Protocol

    from onrecord.db.rows import Speaker

    class Described(Protocol):
        """What is known of a source."""

        @property
        def type(self) -> str | None: ...
        @property
        def title(self) -> str | None: ...
        @property
        def container_title(self) -> str | None: ...
        @property
        def publisher(self) -> str | None: ...
        @property
        def issued(self) -> str | None: ...
        @property
        def language(self) -> str | None: ...
        @property
        def url(self) -> str | None: ...


def made(
    source: Described,
    authors: Sequence[Speaker],
    formula: str | None,
    taken: Callable[[str], bool],
    *,
    stem: str = "",
) -> str:
    """One that is not taken: by the `formula` (`text.citekeys`) where it makes any, else of author, year and title.

    `stem` is what its file is called, for a source that says nothing of itself.
    """
    names = [author.family or author.name for author in authors]
    if formula and (citekey := _by_formula(formula, source, names, taken)):
        return citekey
    year = source.issued[:4] if source.issued and source.issued[:4].isdigit() else None
    title = source.title or slugs.words_of_address(source.url or "")
    if not (names or title) and (called := slugs.slugify(stem, "")):
        return slugs.unique("-".join(filter(None, (called, year))), taken)
    return slugs.unique(slugs.citekey(names, year, title), taken)


def _by_formula(
    formula: str, source: Described, authors: Sequence[str], taken: Callable[[str], bool]
) -> str | None:
    from onrecord.text import citekeys

    facts = citekeys.Facts(
        authors=authors,
        title=source.title or "",
        container=source.container_title or "",
        publisher=source.publisher or "",
        issued=source.issued or "",
        type=source.type or "",
        language=source.language or "",
    )
    citekey = citekeys.make(formula, facts)
    return citekeys.unique(citekey, taken) if citekey else None
