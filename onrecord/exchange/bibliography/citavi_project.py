"""A project of Citavi as entries, whatever kind of file it was read from."""

import re
from collections.abc import Iterator, Mapping, Sequence
from types import MappingProxyType

from onrecord.exchange.entries import Entry, QuoteEntry, Refused, SourceEntry
from onrecord.ingest.html import plain_text
from onrecord.model.records import Json
from onrecord.text import dates
from onrecord.text.patterns import lazy
from onrecord.text.urls import is_web_url

_TYPES = {
    "ArchiveMaterial": "manuscript", "AudioBook": "book", "AudioOrVideoDocument": "motion_picture", "Book": "book", "BookEdited": "book",
    "Broadcast": "broadcast", "CollectedWorks": "book", "ComputerProgram": "software", "ConferenceProceedings": "book",
    "Contribution": "chapter", "ContributionInLegalCommentary": "chapter", "CourtDecision": "legal_case", "File": "manuscript",
    "InternetDocument": "webpage", "InterviewMaterial": "interview", "JournalArticle": "article-journal", "Lecture": "speech",
    "LegalCommentary": "book", "Manuscript": "manuscript", "Map": "map", "Movie": "motion_picture", "MusicAlbum": "song",
    "MusicTrack": "song", "NewsAgencyReport": "article-newspaper", "NewspaperArticle": "article-newspaper", "Patent": "patent",
    "PersonalCommunication": "personal_communication", "PressRelease": "report", "RadioPlay": "broadcast", "SpecialIssue": "book",
    "Standard": "standard", "StatuteOrRegulation": "legislation", "Thesis": "thesis", "Unpublished": "manuscript",
}  # fmt: skip
_FIELDS = {
    "volume": "Volume", "issue": "Number", "edition": "Edition", "publisher-place": "PlaceOfPublication", "abstract": "Abstract", "note": "Notes",
}  # fmt: skip
# What a knowledge item is: 0 a picture, 1 a direct and 2 an indirect quotation, 3 a summary, 4 a comment, 5 and 6 marked words.
_FORMS = {"1": "direct", "2": "indirect", "5": "direct", "6": "direct"}
_OTHERS = {"0": "It is a picture", "3": "It is a summary", "4": "It is a comment"}
_NAMES = {
    "directquotation": "1",
    "indirectquotation": "2",
    "summary": "3",
    "comment": "4",
    "highlight": "5",
    "highlightred": "6",
    "imagequotation": "0",
}
# How Citavi writes a range of pages: as it is printed (os), and what it counts (nt), in XML within XML.
_PRINTED = lazy(r"<os>([^<>]{1,60})</os>")
_COUNTED = lazy(r"<nt>(\w{1,20})</nt>")
_LABELS = {"column": "column", "paragraph": "section", "margin": "paragraph"}
_NOTHING: Mapping[str, str] = MappingProxyType({})


class Project:
    """The tables of a project: rows by their ids, and which belong to which."""

    def __init__(self) -> None:
        self._tables: dict[str, dict[str, dict[str, str]]] = {}
        self._relations: dict[str, dict[str, list[str]]] = {}

    def add(self, table: str, id_: str, values: dict[str, str]) -> None:
        """A row."""
        self._tables.setdefault(table, {})[id_] = values

    def relate(self, relation: str, owner: str, others: Sequence[str]) -> None:
        """What belongs to a row, in its order."""
        self._relations.setdefault(relation, {}).setdefault(owner, []).extend(others)

    def table(self, name: str) -> dict[str, dict[str, str]]:
        """The rows of a table by their ids."""
        return self._tables.get(name, {})

    def related(self, relation: str, id_: str, table: str) -> list[Mapping[str, str]]:
        """The rows of a table that belong to a row."""
        rows = self.table(table)
        return [rows[one] for one in self._relations.get(relation, {}).get(id_, ()) if one in rows]

    def parents(self) -> dict[str, str]:
        """Of works that stand in another one, which that is."""
        return {
            child: one
            for one, several in self._relations.get("ReferenceReferences", {}).items()
            for child in several
        }


def entries(project: Project) -> Iterator[Entry]:
    """Works, and what was quoted from them. What quotes nothing is refused, each with what it is."""
    works: dict[str, SourceEntry] = {}
    parents = project.parents()
    for number, (id_, row) in enumerate(project.table("Reference").items(), 1):
        item = _item(project, id_, row, parents.get(id_))
        where = f"work {number}"
        if not (item.get("title") or item.get("author")):
            yield Refused(where=where, reason="It has neither a title nor an author.")
            continue
        works[id_] = SourceEntry(where=where, csl=item)
        yield works[id_]
    for number, (id_, row) in enumerate(project.table("KnowledgeItem").items(), 1):
        yield _quote(
            project, id_, row, works.get(row.get("ReferenceID", "").lower()), f"knowledge item {number}"
        )


def _quote(project: Project, id_: str, row: Mapping[str, str], work: SourceEntry | None, where: str) -> Entry:
    kind = row.get("QuotationType", "")
    kind = _NAMES.get(kind.lower(), kind)
    words, heading = _plain(row.get("Text", "")), _plain(row.get("CoreStatement", ""))
    kept: Json = {"text": words, "core_statement": heading}
    if kind not in _FORMS:
        return Refused(
            where=where,
            reason=f"{_OTHERS.get(kind, 'It is a thought of one’s own')}, and quotes nothing.",
            kept=kept,
        )
    if not words:
        return Refused(where=where, reason="It has no words.", kept=kept)
    if work is None:
        return Refused(where=where, reason="Nothing says which work it is from.", kept=kept)
    label, locator = _place(row)
    tags = (
        one.get("Name", "")
        for relation, table in (("KnowledgeItemKeywords", "Keyword"), ("KnowledgeItemCategories", "Category"))
        for one in project.related(relation, id_, table)
    )
    return QuoteEntry(
        where=where,
        text=words,
        source=work,
        form=_FORMS[kind],
        locator_label=label,
        locator=locator,
        tags=tuple(dict.fromkeys(filter(None, tags))),
        # Citavi makes a heading of the first words itself.
        note=heading if heading and not words.startswith(heading.rstrip(".… ")) else None,
    )


def _place(row: Mapping[str, str]) -> tuple[str | None, str | None]:
    written = row.get("PageRange", "")
    counted = _COUNTED.search(written)
    label = (
        _LABELS.get(counted[1].lower(), "" if counted[1].lower() != "page" else "page") if counted else "page"
    )
    printed = _pages(written)
    if printed is None and (number := row.get("PageRangeNumber", "")).isdigit() and number != "0":
        printed = number
    return (label, printed) if printed and label else (None, None)


def _pages(written: str) -> str | None:
    """The pages as they are printed: the last of the readings is that of the whole range."""
    printed = _PRINTED.findall(written)
    plain = printed[-1] if printed else "" if "<" in written else written
    return " ".join(plain.split())[:60] or None


def _plain(written: str) -> str:
    """The words of a text, which may be RTF or HTML."""
    if written.startswith("{\\rtf"):
        from onrecord.errors import InputError
        from onrecord.ingest.rtf import read_rtf

        try:
            return read_rtf(written.encode("cp1252", "replace"), name="the text", url=None).text.strip()
        except InputError:
            return ""
    return (
        plain_text(written).strip()
        if re.match(r"\s*<(?:html|body|p|div|span)\b", written, re.IGNORECASE)
        else written.strip()
    )


def _item(project: Project, id_: str, row: Mapping[str, str], parent: str | None) -> Json:
    title, below = row.get("Title", ""), row.get("Subtitle", "")
    item: Json = {
        "id": row.get("CitationKey") or row.get("BibTeXKey") or "",
        "type": _TYPES.get(row.get("ReferenceType", ""), "document"),
        "title": f"{title}: {below}" if title and below else title,
        "DOI": row.get("DOI") or row.get("Doi"),
        "ISBN": row.get("ISBN") or row.get("Isbn"),
        "language": row.get("LanguageCode"),
        "page": _pages(row.get("PageRange", "")),
    }
    item |= {variable: row.get(field) for variable, field in _FIELDS.items()}
    address = row.get("OnlineAddress", "")
    item["URL"] = address if is_web_url(address) else None
    if written := row.get("Date") or row.get("Year"):
        item["issued"] = dates.csl(written)
    item["author"] = _people(project, "ReferenceAuthors", id_) or _people(
        project, "ReferenceOrganizations", id_
    )
    item["editor"] = _people(project, "ReferenceEditors", id_)
    item["contributor"] = _people(project, "ReferenceCollaborators", id_)
    publishers = [one.get("Name", "") for one in project.related("ReferencePublishers", id_, "Publisher")]
    item["publisher"] = "; ".join(filter(None, publishers))
    item["keyword"] = ", ".join(
        filter(None, (one.get("Name", "") for one in project.related("ReferenceKeywords", id_, "Keyword")))
    )
    item["collection-title"] = (
        project.table("SeriesTitle").get(row.get("SeriesTitleID", "").lower(), _NOTHING).get("Name")
    )
    paper = project.table("Periodical").get(row.get("PeriodicalID", "").lower(), _NOTHING)
    item["container-title"], item["ISSN"] = paper.get("Name"), paper.get("ISSN")
    whole = project.table("Reference").get(parent or "")
    if whole is not None and parent != id_:
        around = _item(project, parent or "", whole, None)
        item["container-title"] = item["container-title"] or around.get("title")
        if whole.get("ReferenceType") == "ConferenceProceedings":
            item["type"] = "paper-conference"
        for variable in (
            "editor",
            "publisher",
            "publisher-place",
            "ISBN",
            "volume",
            "edition",
            "collection-title",
            "issued",
        ):
            item[variable] = item.get(variable) or around.get(variable)
        item["container-author"] = around.get("author")
    return {variable: value for variable, value in item.items() if value}


def _people(project: Project, relation: str, id_: str) -> list[Json]:
    people: list[Json] = []
    for person in project.related(relation, id_, "Person"):
        given = " ".join(filter(None, (person.get("FirstName"), person.get("MiddleName"))))
        family = " ".join(filter(None, (person.get("Prefix"), person.get("LastName"))))
        if given and family:
            suffix = person.get("Suffix")
            people.append({"family": family, "given": given, **({"suffix": suffix} if suffix else {})})
        elif family or given:
            people.append({"literal": family or given})
    return people
