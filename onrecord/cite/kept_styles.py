"""Styles as they are kept from one command to the next: to read one and prepare it takes longer than a citation."""

from __future__ import annotations

import os

from onrecord.cite.engine_style import Style
from onrecord.cite.style_files import own_files, shipped
from onrecord.model.light import lru_cache
from onrecord.text.kept_tables import table

TYPE_CHECKING = False
if TYPE_CHECKING:
    from typing import Any


def load(name: str, locale: str | None = None) -> Style:
    """As `styles.load`: that of a style of the package is kept, prepared, until its file changes."""
    plain = locale is None or (locale.isascii() and locale.replace("-", "").isalnum())
    path = shipped(name) if plain and not own_files() else None
    if path is None:
        from onrecord.cite import styles

        return styles.load(name, locale)
    return _kept(name, locale, path)


@lru_cache(maxsize=16)
def _kept(name: str, locale: str | None, path: str) -> Style:
    def made() -> tuple[Any, ...]:
        from onrecord.cite import styles

        style = styles.load(name, locale)
        return tuple([getattr(style, field) for field in Style.__annotations__])

    code = [os.path.join(os.path.dirname(__file__), f"{module}.py") for module in ("engine_style", "styles")]
    return Style(*table(f"style-{name}-{locale or ''}", (path, *code), made))
