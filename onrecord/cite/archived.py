"""The kept copy of a page: which citation styles leave to a sentence after the entry (the Chicago Manual of Style, 14.10).

CSL has no variable for it: `archive` is a building with shelves, and styles print it as one.
"""

from onrecord.model.records import SourceRecord
from onrecord.text.patterns import lazy

_TOLD = lazy(r"Archived (?:(\d{4}-\d\d-\d\d) )?at (\S+)")

_ARCHIVED = {
    "de": "Archiviert",
    "es": "Archivado",
    "fr": "Archivé",
    "it": "Archiviato",
    "nl": "Gearchiveerd",
    "pt": "Arquivado",
    "ru": "Архивная копия",
}


def sentence(source: SourceRecord, language: str = "en") -> str:
    """ "Archived 2021-04-02 at https://…" in the style's language; empty where there is no copy beside the page.

    Where the page has no address of its own, the copy's stands in its place already.
    """
    if not source.archive_url or not source.url:
        return ""
    from onrecord.text import urls  # most sources have no copy, and reading addresses weighs more than citing

    word = _ARCHIVED.get(language.partition("-")[0])
    day = urls.archived_on(source.archive_url)
    begin = " ".join(filter(None, [word or "Archived", day]))
    return f"{begin}: {source.archive_url}" if word else f"{begin} at {source.archive_url}"


def told(sentence: str) -> str | None:
    """The address that an English sentence of ours tells; None where it is another sentence."""
    from onrecord.text import urls

    match = _TOLD.fullmatch(sentence) if sentence.startswith("Archived ") else None
    if match is None or not urls.is_web_url(match[2]) or urls.archived_on(match[2]) != match[1]:
        return None
    return match[2]
