"""The CSL styles that are there: one's own before those of the package, found by id, title and field.

What ten thousand styles of the package say of themselves stands in `styles.tsv`, for the version of it that onrecord is
made with (`python -m onrecord.cite.catalogue` writes it anew). Of any other version every style is read.
"""

import html
import unicodedata
from collections.abc import Iterable, Iterator, Sequence
from functools import cached_property
from pathlib import Path

from onrecord.cite import style_list
from onrecord.cite.styles import COMMON, HEAD, installed_folder, own_folder, shipped, stated_id
from onrecord.model.record import record
from onrecord.model.records import Json
from onrecord.text.patterns import lazy

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
    path: Path

    # Folded once for all searches: there are some 2,800 styles.
    @cached_property
    def words(self) -> str:
        """What a search looks in, folded."""
        return folded(" ".join((self.id, self.title, self.short, self.format, *self.fields)))

    @cached_property
    def names(self) -> tuple[str, str, str]:
        """The id, the title and the short title, folded."""
        return folded(self.id), folded(self.title), folded(self.short)

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
            "path": str(self.path),
        }


def search(query: str, among: Iterable[Entry] | None = None) -> list[Entry]:
    """The styles in whose id, titles or fields every word of `query` stands, the likeliest first; all for "".

    One's own styles come before those of the package, and hide those of the same id. `among`: only these, which saves
    reading every style again.
    """
    wanted = folded(query)
    found = [
        entry
        for entry in (_entries(wanted.split()) if among is None else among)
        if all(word in entry.words for word in wanted.split())
    ]
    return sorted(found, key=lambda entry: _rank(entry, wanted))


def common() -> list[Entry]:
    """The styles used most, the most used first."""
    found = (_entry(path, own=False) for name in COMMON if (path := shipped(name)) is not None)
    return [entry for entry in found if entry is not None]


def folded(text: str) -> str:
    """`text` in small letters, without accents, its hyphens as spaces."""
    if text.isascii():
        return " ".join(text.replace("-", " ").lower().split())
    plain = unicodedata.normalize("NFKD", text).replace("-", " ").casefold()
    return " ".join("".join(one for one in plain if not unicodedata.combining(one)).split())


def _entries(words: Sequence[str] = ()) -> Iterator[Entry]:
    """All styles; of the package's, some in which not all of `words` can be are left out unread."""
    seen = set()
    own = own_folder()
    for path in sorted(own.glob("*.csl")) if own.is_dir() else ():
        entry = _entry(path, own=True)
        seen.add(path.stem)
        if entry is not None:
            seen.add(entry.id)
            yield entry
    listed = style_list.rows(words)
    if listed is not None:
        package = installed_folder()
        yield from (_listed(package, row) for row in listed if row[0] not in seen)
        return
    yield from (entry for entry in shipped_entries(words) if entry.id not in seen)


def shipped_entries(words: Sequence[str] = ()) -> Iterator[Entry]:
    """The styles of the package as their files have them; some in which not all of `words` can be are left out."""
    package = installed_folder()
    for folder in (package, package / "dependent"):
        for path in folder.glob("*.csl"):
            if (entry := _entry(path, own=False, words=words)) is not None:
                yield entry


def _listed(package: Path, row: Sequence[str]) -> Entry:
    known_as, title, short, fields, way, parent, locale, folder = row
    return Entry(
        id=known_as,
        title=title,
        short=short,
        fields=tuple(fields.split()),
        format=way,
        parent=parent or None,
        locale=locale or None,
        own=False,
        path=package / folder / f"{known_as}.csl",
    )


def _entry(path: Path, *, own: bool, words: Sequence[str] = ()) -> Entry | None:
    with path.open("rb") as file:
        data = file.read(HEAD).partition(b"</info>")[0]
    # Where every character is what it is, folding is but small letters: there are ten thousand of them.
    if words and data.isascii() and b"&" not in data:
        plain = f"{path.stem} {data.decode()}".lower()
        if not all(word in plain for word in words):
            return None
    head = data.decode("utf-8", "replace")
    titles = [" ".join(html.unescape(title).split()) for title in _TITLES.findall(head)]
    if "<style" not in head or not titles:
        return None
    link = _PARENT.search(head)
    address = _HREF.search(link[0]) if link else None
    categories = _CATEGORY.findall(head)
    locale = _LOCALE.search(head)
    return Entry(
        id=(stated_id(head) or path.stem) if own else path.stem,
        title=titles[0],
        short=titles[1] if len(titles) > 1 else "",
        fields=tuple(dict.fromkeys(value for name, value in categories if name == "field")),
        format=next((value for name, value in categories if name == "citation-format"), ""),
        parent=address[1].rstrip("/").rsplit("/", 1)[-1] if address else None,
        locale=locale[1] if locale else None,
        own=own,
        path=path,
    )


def _rank(entry: Entry, wanted: str) -> tuple[bool, bool, int, bool, bool, str]:
    return (
        wanted not in entry.names,
        not entry.own,
        COMMON.index(entry.id) if entry.id in COMMON else len(COMMON),
        not any(name.startswith(wanted) for name in entry.names),
        entry.parent is not None,
        entry.id,
    )


def listing_text() -> str:
    """`styles.tsv` for the style package that is installed."""
    entries = sorted(shipped_entries(), key=lambda entry: (entry.id, str(entry.path)))
    return style_list.text(_columns(entry) for entry in entries)


def _columns(entry: Entry) -> tuple[str, ...]:
    folder = "dependent" if entry.path.parent.name == "dependent" else ""
    columns = (
        entry.id, entry.title, entry.short, " ".join(entry.fields), entry.format, entry.parent or "",
        entry.locale or "", folder,
    )  # fmt: skip
    return columns if " ".join(columns).isascii() else (*columns, entry.words)


if __name__ == "__main__":
    style_list.FILE.write_text(listing_text(), "utf-8")
