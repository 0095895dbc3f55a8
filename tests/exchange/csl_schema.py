"""What CSL-JSON may hold: csl-data.json and the variables of CSL 1.0.2, as citationstyles.org publishes them."""

from collections.abc import Iterator

from onrecord.model.records import Json

TYPES = frozenset(
    "article article-journal article-magazine article-newspaper bill book broadcast chapter classic collection dataset "
    "document entry entry-dictionary entry-encyclopedia event figure graphic hearing interview legal_case legislation "
    "manuscript map motion_picture musical_score pamphlet paper-conference patent performance periodical "
    "personal_communication post post-weblog regulation report review review-book software song speech standard thesis "
    "treaty webpage".split()
)
NAMES = frozenset(
    "author chair collection-editor compiler composer container-author contributor curator director editor "
    "editorial-director executive-producer guest host illustrator interviewer narrator organizer original-author performer "
    "producer recipient reviewed-author script-writer series-creator translator".split()
)
DATES = frozenset("accessed available-date event-date issued original-date submitted".split())
NUMBERS = frozenset(
    "chapter-number citation-number collection-number edition first-reference-note-number issue locator number "
    "number-of-pages number-of-volumes page page-first part-number printing-number section supplement-number version "
    "volume".split()
)
STRINGS = frozenset(
    "abstract annote archive archive_collection archive_location archive-place authority call-number citation-key "
    "citation-label collection-title container-title container-title-short dimensions division DOI event event-title "
    "event-place genre ISBN ISSN jurisdiction keyword language license medium note original-publisher "
    "original-publisher-place original-title part-title PMCID PMID publisher publisher-place references reviewed-genre "
    "reviewed-title scale source status title title-short URL volume-title year-suffix".split()
)
NAME_PARTS = frozenset(
    "family given dropping-particle non-dropping-particle suffix comma-suffix static-ordering literal parse-names".split()
)
DATE_PARTS = frozenset("date-parts season circa literal raw edtf".split())


def problems(document: object) -> list[str]:
    """What is wrong with a document, by the published schema; empty where it is valid."""
    if not isinstance(document, list):
        return ["it is not an array"]
    return [f"item {number}: {what}" for number, item in enumerate(document) for what in _of_item(item)]


def _of_item(item: object) -> Iterator[str]:
    if not isinstance(item, dict):
        yield "it is not an object"
        return
    if item.get("type") not in TYPES:
        yield f"type {item.get('type')!r}"
    if not isinstance(item.get("id"), str | int):
        yield "no id"
    for variable, value in item.items():
        if variable in ("id", "type"):
            continue
        if variable in NAMES:
            fits = isinstance(value, list) and all(map(_is_name, value))
        elif variable in DATES:
            fits = isinstance(value, dict) and _is_date(value)
        elif variable in NUMBERS:
            fits = isinstance(value, str | int | float) and not isinstance(value, bool)
        elif variable == "categories":
            fits = isinstance(value, list) and all(isinstance(one, str) for one in value)
        elif variable == "custom":
            fits = isinstance(value, dict)
        else:
            fits = variable in STRINGS and isinstance(value, str)
        if not fits:
            yield f"{variable} = {value!r}"


def _is_name(value: object) -> bool:
    return (
        isinstance(value, dict)
        and value.keys() <= NAME_PARTS
        and all(isinstance(one, str) for one in value.values())
    )


def _is_date(value: Json) -> bool:
    parts = value.get("date-parts", [[2000]])
    return (
        value.keys() <= DATE_PARTS
        and isinstance(parts, list)
        and 1 <= len(parts) <= 2
        and all(
            isinstance(one, list) and 1 <= len(one) <= 3 and all(isinstance(n, str | int) for n in one)
            for one in parts
        )
    )
