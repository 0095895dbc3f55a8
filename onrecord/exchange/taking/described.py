"""What a CSL-JSON item says of a work, as the columns and the creators of a source have it."""

from __future__ import annotations

from onrecord.cite import csl
from onrecord.errors import InputError
from onrecord.exchange.entries import NameEntry
from onrecord.exchange.taking.people import speaker_of
from onrecord.model.record import record
from onrecord.model.vocabulary import CREATOR_ROLES, SOURCE_TYPES
from onrecord.text import dates, edtf, languages, name_order, urls, wrapped
from onrecord.text.clean import LONGEST_NAME, check_name

TYPE_CHECKING = False
if TYPE_CHECKING:
    from collections.abc import Iterator, Sequence
    from typing import Any

    from onrecord.db.rows import Speaker
    from onrecord.db.store import Store
    from onrecord.model.records import Json


@record()
class Described:
    """What an item says, as far as a source has columns for it."""

    type: str
    title: str | None
    container_title: str | None
    publisher: str | None
    issued: str | None
    url: str | None
    accessed: str | None
    language: str | None
    # Where the item's address is that of an archive's copy.
    archive_url: str | None = None


# The columns that say what a variable of CSL says.
COLUMNS = {
    "type": "type", "title": "title", "container-title": "container_title", "publisher": "publisher",
    "issued": "issued", "URL": "url", "accessed": "accessed", "language": "language",
}  # fmt: skip


@record()
class Maker:
    """Somebody who made a work, as the item names them, and the speaker that is."""

    role: str
    name: Json
    speaker: Speaker


def described(item: Json) -> Described:
    """What a cleaned CSL item says."""

    def text(variable: str) -> str | None:
        value = item.get(variable)
        return " ".join(str(value).split()) or None if isinstance(value, str | int | float) else None

    given = text("URL")
    page = wrapped.meant(given) if given and _is_address(given) else None
    type_ = text("type")
    return Described(
        type=type_ if type_ in SOURCE_TYPES else "document",
        title=text("title"),
        container_title=text("container-title"),
        publisher=text("publisher"),
        issued=_date(item.get("issued")),
        url=page.url if page else None,
        accessed=_date(item.get("accessed")),
        language=languages.kept(text("language")),
        archive_url=page.archive if page and page.archive != page.url else None,
    )


def columns(store: Store, fields: Described, source: int | None = None) -> dict[str, Any]:
    """The same as columns of `source` (None: of a new one), with those that follow from them."""
    dated = edtf.parse(fields.issued) if fields.issued else None
    url_key = urls.url_key(fields.url) if fields.url else None
    if url_key and store.value("SELECT 1 FROM sources WHERE url_key = ? AND id IS NOT ?", (url_key, source)):
        # Another work at the same address, such as a chapter of a book: only the first is known by it.
        url_key = None
    return {
        "type": fields.type,
        "title": fields.title,
        "container_title": fields.container_title,
        "publisher": fields.publisher,
        "issued": fields.issued,
        "issued_min": dated.earliest if dated else None,
        "issued_max": dated.latest if dated else None,
        "url": fields.url,
        "url_key": url_key,
        "accessed": fields.accessed,
        "language": fields.language,
    }


def check_makers(item: Json) -> None:
    """InputError: a name in an item is longer than any: to compare it with others would take long."""
    for _, name in names_in(item):
        if len(full := csl.full_name(name)) > LONGEST_NAME:
            check_name(full, "a name")


def makers(store: Store, item: Json) -> list[Maker]:
    """Everybody whom an item names as having made it. AmbiguousError where one could be several known speakers."""
    return [
        Maker(role, name, speaker_of(store, entry_of(name), kind=_kind(name)))
        for role, name in names_in(item)
    ]


def set_creators(store: Store, source: int, made_by: Sequence[Maker]) -> None:
    """Records who made a source that has nobody in these roles, in this order, each once a role."""
    seen: dict[str, set[int]] = {}
    for one in made_by:
        of_role = seen.setdefault(one.role, set())
        if one.speaker.id in of_role:
            continue
        of_role.add(one.speaker.id)
        store.insert(
            "creators",
            source_id=source,
            position=len(of_role),
            role=one.role,
            speaker_id=one.speaker.id,
            named_as=csl.full_name(one.name),
        )


def names_in(item: Json) -> Iterator[tuple[str, Json]]:
    """The names in an item with their roles."""
    for role in CREATOR_ROLES:
        people = item.get(role) if role in csl.NAME_VARIABLES else None
        for name in people if isinstance(people, list) else ():
            yield role, name


def entry_of(name: Json) -> NameEntry:
    """A CSL name as an entry."""
    if literal := name.get("literal"):
        return NameEntry(name=str(literal))
    family, given, suffix = csl.person(name)
    read = " ".join(filter(None, (name_order.in_order(family, given), suffix)))
    turned = csl.full_name(name)
    return NameEntry(
        name=read, family=family, given=given or None, aliases=(turned,) if turned != read else ()
    )


def _kind(name: Json) -> str:
    return "organisation" if name.get("literal") else "person"


def _is_address(url: str) -> bool:
    if not urls.is_web_url(url):
        return False
    try:
        urls.url_key(url)
    except InputError:
        return False
    return True


def _date(value: object) -> str | None:
    return dates.of_csl(value) if isinstance(value, dict) else None
