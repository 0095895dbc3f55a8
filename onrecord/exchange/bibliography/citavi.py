"""Projects of Citavi: its XML (CitaviExchangeData, also packed as a backup) and its SQLite files (ctv5, ctv6).

Works with their creators, and of what was quoted from them each quotation with its page, keywords and categories.
"""

from collections.abc import Iterator
from typing import BinaryIO

from onrecord.db import foreign
from onrecord.errors import InputError
from onrecord.exchange.bibliography.citavi_project import Project, entries
from onrecord.exchange.entries import Entry
from onrecord.ingest.xml import streamed
from onrecord.ingest.zipped import unzipped
from onrecord.text.clean import one_line

# A project is kept whole until its last line is read: what belongs together stands apart.
_LARGEST = 50_000_000
_XML = b"<CitaviExchangeData"
_TAGS = {
    "Person": ("FirstName", "MiddleName", "LastName", "Prefix", "Suffix"),
    "Periodical": ("Name", "ISSN"),
    "Publisher": ("Name",),
    "Keyword": ("Name",),
    "SeriesTitle": ("Name",),
    "Category": ("Name",),
    "Reference": (
        "ReferenceType", "Title", "Subtitle", "Year", "Date", "AccessDate", "DOI", "Doi", "ISBN", "Isbn", "Abstract", "PageRange", "PageCount",
        "Volume", "Number", "Edition", "PlaceOfPublication", "OnlineAddress", "Language", "LanguageCode", "CitationKey", "BibTeXKey", "Notes",
        "PeriodicalID", "SeriesTitleID",
    ),
    "KnowledgeItem": ("ReferenceID", "CoreStatement", "Text", "PageRange", "PageRangeNumber", "QuotationType"),
}  # fmt: skip
# Relation, and in SQLite its table with the two columns of ids.
_RELATIONS = {
    "ReferenceAuthors": ("ReferenceAuthor", "ReferenceID", "PersonID"),
    "ReferenceEditors": ("ReferenceEditor", "ReferenceID", "PersonID"),
    "ReferenceCollaborators": ("ReferenceCollaborator", "ReferenceID", "PersonID"),
    "ReferenceOrganizations": ("ReferenceOrganization", "ReferenceID", "PersonID"),
    "ReferencePublishers": ("ReferencePublisher", "ReferenceID", "PublisherID"),
    "ReferenceKeywords": ("ReferenceKeyword", "ReferenceID", "KeywordID"),
    "ReferenceReferences": ("ReferenceReference", "ParentReferenceID", "ChildReferenceID"),
    "KnowledgeItemKeywords": ("KnowledgeItemKeyword", "KnowledgeItemID", "KeywordID"),
    "KnowledgeItemCategories": ("KnowledgeItemCategory", "KnowledgeItemID", "CategoryID"),
}


def looks_like(head: bytes) -> bool:
    """Whether it is Citavi's XML, also packed, or one of its databases."""
    return _XML in head.replace(b"\0", b"")


def read(stream: BinaryIO, name: str) -> Iterator[Entry]:
    """A work a reference, a quotation a knowledge item. InputError: it is no project that can be read."""
    shown = one_line(name)
    begins = stream.read(len(foreign.MAGIC))
    stream.seek(0)
    if begins == foreign.MAGIC:
        with foreign.opened(stream, name) as database:
            project = _of_database(database)
            if not project.table("Reference"):
                raise InputError(f"{shown} is an SQLite database without works of Citavi.")
            yield from entries(project)
        return
    if begins.startswith(b"PK"):
        with unzipped(stream, name, "a backup of Citavi") as archive:
            for path in archive.paths:
                content = archive.part(path) or b""
                if content.startswith(foreign.MAGIC) or _XML in content[:2000].replace(b"\0", b""):
                    from io import BytesIO

                    yield from read(BytesIO(content), f"{name}, {path}")
                    return
        raise InputError(f"{shown} is a zip archive without a project of Citavi.")
    if not begins.lstrip(b"\xef\xbb\xbf\xff\xfe\0 \r\n\t").startswith(b"<"):
        raise InputError(
            f"{shown} is not a Citavi project that can be read: open it in Citavi 5 or later and export it as XML."
        )
    stream.seek(0, 2)
    if stream.tell() > _LARGEST:
        raise InputError(f"{shown} is larger than {_LARGEST // 1_000_000} MB. Export a part of it.")
    stream.seek(0)
    project = _of_xml(stream, shown)
    if not project.table("Reference"):
        raise InputError(f"{shown} holds no work of Citavi.")
    yield from entries(project)


def _of_xml(stream: BinaryIO, name: str) -> Project:
    project = Project()
    for element in streamed(stream, name=name, tag=(*_TAGS, "OnetoN")):
        kind = str(element.tag)
        if kind == "OnetoN":
            above = element.getparent()
            ids = [one.strip().lower() for one in (element.text or "").split(";") if one.strip()]
            if above is not None and len(ids) > 1 and str(above.tag) in _RELATIONS:
                project.relate(str(above.tag), ids[0], ids[1:])
        elif id_ := (element.get("id") or "").lower():
            found = ((field, (element.findtext(field) or "").strip()) for field in _TAGS[kind])
            project.add(kind, id_, {field: value for field, value in found if value})
    return project


def _of_database(database: foreign.Foreign) -> Project:
    project = Project()
    for kind, fields in _TAGS.items():
        for row in database.rows(kind, ("ID", *fields)):
            values = {field: written for field in fields if (written := _written(row[field]))}
            project.add(kind, _written(row["ID"]), values)
    for relation, (table, one, other) in _RELATIONS.items():
        rows = list(database.rows(table, (one, other, "Index")))
        rows.sort(key=lambda row: row["Index"] if isinstance(row["Index"], int) else 0)
        for row in rows:
            project.relate(relation, _written(row[one]), [_written(row[other])])
    return project


def _written(value: object) -> str:
    """A value of a database as its XML has it; ids are blobs there."""
    if isinstance(value, bytes):
        return value.hex()
    return (
        ""
        if value is None
        else str(value).strip()
        if not isinstance(value, str) or len(value) != 36
        else value.strip().lower()
    )
