"""The CSL styles that are there: one's own before those of the package, found by id, title and field.

What ten thousand styles of the package say of themselves stands in `styles.tsv`, for the version of it that onrecord is
made with (`python -m onrecord.cite.catalogue` writes it anew). Of any other version every style is read.
"""

from __future__ import annotations

import os

from onrecord.cite import style_list
from onrecord.cite.style_files import COMMON, HEAD, installed_folder, own_files, shipped, stated_id
from onrecord.model.record import record
from onrecord.text.patterns import lazy

TYPE_CHECKING = False
if TYPE_CHECKING:
    from collections.abc import Iterable, Iterator, Sequence

    from onrecord.model.records import Json

_TITLES = lazy(r"<title(?:-short)?(?:\s[^>]*)?>([^<]*)</title(?:-short)?>")
_PARENT = lazy(r"<link\b[^>]*\brel=\"independent-parent\"[^>]*>")
_HREF = lazy(r'\bhref="([^"]*)"')
_CATEGORY = lazy(r'<category\b[^>]*?\b(citation-format|field)="([^"]*)"')
_LOCALE = lazy(r'<style\b[^>]*\bdefault-locale="([^"]*)"')


@record(kw_only=True)
class Entry:
    """A style: `format` is how it cites ("author-date", "numeric", "note" …), `parent` the style it depends on."""

    id: str
    title: str
    short: str
    fields: tuple[str, ...]
    format: str
    parent: str | None
    locale: str | None
    own: bool
    path: str

    def words(self) -> str:
        """What a search looks in, folded."""
        return folded(" ".join((self.id, self.title, self.short, self.format, *self.fields)))

    def cells(self) -> tuple[str, ...]:
        """What is printed of it: id, title, format, whose it is and the style that it is a name for, fields."""
        parts = (["yours"] if self.own else []) + ([f"as {self.parent}"] if self.parent else [])
        return self.id, self.title, self.format, ", ".join(parts), ", ".join(self.fields)

    def as_json(self) -> Json:
        return {
            "id": self.id,
            "title": self.title,
            "short_title": self.short or None,
            "fields": list(self.fields),
            "format": self.format or None,
            "parent": self.parent,
            "locale": self.locale,
            "own": self.own,
            "path": self.path,
        }


def search(query: str) -> list[Entry]:
    """The styles in whose id, titles or fields every word of `query` stands, the likeliest first; all for "".

    One's own styles come before those of the package, and hide those of the same id.
    """
    own = [entry for path in own_files() if (entry := _entry(path, own=True)) is not None]
    hidden = {*(entry.id for entry in own), *map(_stem, own_files())}
    others = (entry for entry in _of_the_package(query) if entry.id not in hidden)
    return _ranked([*own, *others], query)


def search_shipped(query: str) -> list[Entry]:
    """As `search`, of the package's styles alone."""
    return _ranked(_of_the_package(query), query)


def printed() -> str | None:
    """The cells of all styles as `search("")` has them, a line each and tabs between; None where only `search` knows."""
    return None if own_files() else style_list.printed()


def common() -> list[Entry]:
    """The styles used most, the most used first."""
    entries = (_entry(path, own=False) for name in COMMON if (path := shipped(name)) is not None)
    return [entry for entry in entries if entry is not None]


def folded(text: str) -> str:
    """`text` in small letters, without accents, its hyphens as spaces."""
    if text.isascii():
        return " ".join(text.replace("-", " ").lower().split())
    import unicodedata

    plain = unicodedata.normalize("NFKD", text).replace("-", " ").casefold()
    return " ".join("".join(one for one in plain if not unicodedata.combining(one)).split())


def _of_the_package(query: str) -> Iterator[Entry]:
    """The styles of the package that may hold all words of the query."""
    words = folded(query).split()
    listed = style_list.lines(words)
    return shipped_entries(words) if listed is None else map(_listed, listed)


def _ranked(entries: Iterable[Entry], query: str) -> list[Entry]:
    """The entries that hold all words of the query, the likeliest first."""
    wanted = folded(query)
    words = wanted.split()
    matching = [entry for entry in entries if _holds(entry, words)]
    return sorted(matching, key=lambda entry: _rank(entry, wanted))


def _holds(entry: Entry, words: Sequence[str]) -> bool:
    if not words:
        return True
    text = entry.words()
    return all(word in text for word in words)


def shipped_entries(words: Sequence[str] = ()) -> Iterator[Entry]:
    """The styles of the package as their files have them; some in which not all of `words` can be are left out."""
    for folder in (installed_folder(), os.path.join(installed_folder(), "dependent")):
        for name in os.listdir(folder):
            if not name.endswith(".csl"):
                continue
            if (entry := _entry(os.path.join(folder, name), own=False, words=words)) is not None:
                yield entry


def _listed(line: str) -> Entry:
    known_as, title, way, origin, fields, short, locale, folder = line.split("\t")[: style_list.COLUMNS]
    return Entry(
        id=known_as,
        title=title,
        short=short,
        fields=tuple(fields.split(", ")) if fields else (),
        format=way,
        parent=origin.removeprefix("as ") or None,
        locale=locale or None,
        own=False,
        path=os.path.join(installed_folder(), folder, f"{known_as}.csl"),
    )


def _entry(path: str, *, own: bool, words: Sequence[str] = ()) -> Entry | None:
    with open(path, "rb") as file:
        data = file.read(HEAD).partition(b"</info>")[0]
    # Where every character is what it is, folding is but small letters: there are ten thousand of them.
    if words and data.isascii() and b"&" not in data:
        plain = f"{_stem(path)} {data.decode()}".lower()
        if not all(word in plain for word in words):
            return None
    import html

    head = data.decode("utf-8", "replace")
    titles = [" ".join(html.unescape(title).split()) for title in _TITLES.findall(head)]
    if "<style" not in head or not titles:
        return None
    link = _PARENT.search(head)
    address = _HREF.search(link[0]) if link else None
    categories = _CATEGORY.findall(head)
    locale = _LOCALE.search(head)
    return Entry(
        id=(stated_id(head) or _stem(path)) if own else _stem(path),
        title=titles[0],
        short=titles[1] if len(titles) > 1 else "",
        fields=tuple(dict.fromkeys(value for name, value in categories if name == "field")),
        format=next((value for name, value in categories if name == "citation-format"), ""),
        parent=address[1].rstrip("/").rsplit("/", 1)[-1] if address else None,
        locale=locale[1] if locale else None,
        own=own,
        path=path,
    )


def _stem(path: str) -> str:
    return os.path.basename(path).removesuffix(".csl")


def _rank(entry: Entry, wanted: str) -> tuple[bool, bool, int, bool, bool, str, str]:
    names = [folded(name) for name in (entry.id, entry.title, entry.short)] if wanted else [""]
    return (
        wanted not in names,
        not entry.own,
        COMMON.index(entry.id) if entry.id in COMMON else len(COMMON),
        not any(name.startswith(wanted) for name in names),
        entry.parent is not None,
        entry.id,
        entry.path,
    )


def listing_text() -> str:
    """`styles.tsv` for the style package that is installed."""
    return style_list.text(_columns(entry) for entry in _ranked(shipped_entries(), ""))


def _columns(entry: Entry) -> list[str]:
    folder = "dependent" if os.path.basename(os.path.dirname(entry.path)) == "dependent" else ""
    columns = [*entry.cells(), entry.short, entry.locale or "", folder]
    return columns if " ".join(columns).isascii() else [*columns, entry.words()]


if __name__ == "__main__":
    with open(style_list.FILE, "w", encoding="utf-8") as file:
        file.write(listing_text())
