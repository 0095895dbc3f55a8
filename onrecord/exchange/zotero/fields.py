"""Zotero's item types, fields and creators in terms of CSL 1.0.2, as Zotero's published schema (schema.json) pairs them."""

from collections.abc import Mapping

TYPES: Mapping[str, str] = {
    "artwork": "graphic", "attachment": "document", "audioRecording": "song", "bill": "bill",
    "blogPost": "post-weblog", "book": "book", "bookSection": "chapter", "case": "legal_case",
    "computerProgram": "software", "conferencePaper": "paper-conference", "dataset": "dataset",
    "dictionaryEntry": "entry-dictionary", "document": "document", "email": "personal_communication",
    "encyclopediaArticle": "entry-encyclopedia", "film": "motion_picture", "forumPost": "post",
    "hearing": "hearing", "instantMessage": "personal_communication", "interview": "interview",
    "journalArticle": "article-journal", "letter": "personal_communication",
    "magazineArticle": "article-magazine", "manuscript": "manuscript", "map": "map",
    "newspaperArticle": "article-newspaper", "patent": "patent", "podcast": "broadcast", "preprint": "article",
    "presentation": "speech", "radioBroadcast": "broadcast", "report": "report", "standard": "standard",
    "statute": "legislation", "thesis": "thesis", "tvBroadcast": "broadcast",
    "videoRecording": "motion_picture", "webpage": "webpage",
}  # fmt: skip

# Fields that some item types have in place of a common one.
_SPECIAL: Mapping[str, tuple[str, ...]] = {
    "title": ("caseName", "nameOfAct", "subject"),
    "date": ("dateDecided", "dateEnacted", "issueDate"),
    "publicationTitle": (
        "blogTitle", "bookTitle", "proceedingsTitle", "encyclopediaTitle", "dictionaryTitle", "forumTitle",
        "programTitle", "websiteTitle",
    ),
    "publisher": ("company", "distributor", "institution", "label", "network", "studio", "university", "repository"),
    "place": ("repositoryLocation",),
    "number": (
        "billNumber", "docketNumber", "documentNumber", "episodeNumber", "patentNumber", "publicLawNumber",
        "reportNumber", "archiveID", "identifier",
    ),
    "pages": ("codePages", "firstPage"),
    "volume": ("codeVolume", "reporterVolume"),
    "type": (
        "genre", "letterType", "manuscriptType", "mapType", "postType", "presentationType", "reportType",
        "thesisType", "websiteType",
    ),
    "medium": (
        "artworkMedium", "audioFileType", "audioRecordingFormat", "interviewMedium", "videoRecordingFormat", "format",
    ),
    "authority": ("court", "legislativeBody", "issuingAuthority"),
    "status": ("legalStatus",),
    "versionNumber": ("version",),
}  # fmt: skip
COMMON: Mapping[str, str] = {one: field for field, several in _SPECIAL.items() for one in several}

# CSL's variable for each field. Where two fields have one variable, the first that has a value counts.
TEXTS: Mapping[str, str] = {
    "title": "title", "shortTitle": "title-short", "abstractNote": "abstract",
    "publicationTitle": "container-title", "reporter": "container-title", "code": "container-title",
    "journalAbbreviation": "container-title-short", "publisher": "publisher", "place": "publisher-place",
    "volume": "volume", "codeNumber": "volume", "issue": "issue", "priorityNumbers": "issue", "number": "number",
    "pages": "page", "numPages": "number-of-pages", "numberOfVolumes": "number-of-volumes", "edition": "edition",
    "section": "section", "committee": "section", "session": "chapter-number", "series": "collection-title",
    "seriesTitle": "collection-title", "seriesNumber": "collection-number", "conferenceName": "event-title",
    "meetingName": "event-title", "type": "genre", "programmingLanguage": "genre", "medium": "medium",
    "system": "medium", "artworkSize": "dimensions", "runningTime": "dimensions", "scale": "scale",
    "DOI": "DOI", "ISBN": "ISBN", "ISSN": "ISSN", "url": "URL", "language": "language", "rights": "license",
    "archive": "archive", "archiveLocation": "archive_location", "callNumber": "call-number",
    "applicationNumber": "call-number", "libraryCatalog": "source", "authority": "authority",
    "history": "references", "references": "references", "status": "status", "versionNumber": "version",
}  # fmt: skip
DATES: Mapping[str, str] = {"date": "issued", "accessDate": "accessed", "filingDate": "submitted"}

# Who made it: others than these, and those that come first for an item type (artist, interviewee …), are its authors.
CREATORS: Mapping[str, str] = {
    "bookAuthor": "container-author", "castMember": "performer", "composer": "composer",
    "contributor": "contributor", "cosponsor": "contributor", "counsel": "contributor", "commenter": "contributor",
    "attorneyAgent": "contributor", "wordsBy": "script-writer", "director": "director", "editor": "editor",
    "guest": "guest", "interviewer": "interviewer", "producer": "producer", "recipient": "recipient",
    "reviewedAuthor": "reviewed-author", "scriptwriter": "script-writer", "seriesEditor": "collection-editor",
    "translator": "translator",
}  # fmt: skip

# What a line of the field Extra may give ("Original Date: 1850"), as Zotero's documentation lists it: variables of CSL.
EXTRA_TEXTS = frozenset((
    "annote", "archive-place", "archive_collection", "chapter-number", "citation-label", "collection-number",
    "container-title-short", "dimensions", "division", "DOI", "event-place", "event-title", "genre", "ISBN", "ISSN",
    "jurisdiction", "license", "medium", "number", "number-of-pages", "original-publisher",
    "original-publisher-place", "original-title", "part-number", "part-title", "PMCID", "PMID", "printing-number",
    "references", "reviewed-genre", "reviewed-title", "scale", "section", "status", "supplement-number", "version",
    "volume-title", "publisher-place",
))  # fmt: skip
EXTRA_DATES = frozenset(("available-date", "event-date", "original-date", "submitted", "issued"))
# Zotero's own bookkeeping, which says nothing of the work.
BOOKKEEPING = frozenset((
    "attachments", "collections", "creators", "dateAdded", "dateModified", "desktopItem", "extra", "inPublications",
    "itemID", "itemKey", "itemType", "key", "libraryID", "notes", "parentItem", "relations", "seeAlso", "select",
    "tags", "uniqueFields", "uri", "version", "citationKey", "citekey", "citation", "synced", "deleted",
    "createdByUserID", "lastModifiedByUserID", "groupID", "library", "links", "meta",
))  # fmt: skip
