"""From an item with Zotero's field names to the work, and from its annotations to quotations.

An annotation's words are the work's own: whoever annotated did not say them. Nothing of an item is lost: what CSL has no
variable for is kept under `custom.zotero` of the work's record.
"""

import json
from collections.abc import Iterator

from onrecord.errors import InputError
from onrecord.exchange.annotations.values import as_list, nodes, text
from onrecord.exchange.entries import Entry, QuoteEntry, Refused, SourceEntry
from onrecord.exchange.zotero import fields
from onrecord.ingest.html import plain_text
from onrecord.model.records import Json
from onrecord.text import dates
from onrecord.text.clean import one_line
from onrecord.text.patterns import lazy

_EXTRA_LINE = lazy(r"([A-Za-z][A-Za-z._ -]{0,40}?)\s*[:=]\s*(\S.*)")
# Zotero's own way to keep a date beside what was typed: "2024-05-14 14 May 2024", parts unknown as 00.
_MULTIPART = lazy(r"(?a)(\d{4}-\d\d-\d\d) .*")
_QUOTING = ("highlight", "underline")
# What people file by: Zotero's palette, with its names.
_COLOURS = {
    "#ffd400": "yellow", "#ff6666": "red", "#5fb236": "green", "#2ea8e5": "blue", "#a28ae5": "purple",
    "#e56eee": "magenta", "#f19837": "orange", "#aaaaaa": "gray",
}  # fmt: skip


def entries(item: Json, where: str) -> Iterator[Entry]:
    """The work, then the quotations of its annotations; what quotes nothing is refused with the reason."""
    try:
        source = SourceEntry(where=where, csl=csl_item(item))
    except InputError as error:  # a note of markup that nobody can read
        yield Refused(where=where, reason=error.message, kept=item)
        return
    yield source
    for number, attachment in enumerate(nodes(item.get("attachments")), 1):
        for place, node in enumerate(nodes(attachment.get("annotations")), 1):
            yield quotation(node, source, f"{where}, attachment {number}, annotation {place}")


def csl_item(item: Json) -> Json:
    """The item as CSL-JSON; its `id` is the citation key, where Better BibTeX or a line of Extra gives one."""
    kind = text(item.get("itemType")) or ""
    values = {fields.COMMON.get(name, name): value for name, value in item.items() if _said(value)}
    values |= {name: value for name, value in item.items() if _said(value)}
    record: Json = {"id": "", "type": fields.TYPES.get(kind, "document")}
    for name, variable in fields.TEXTS.items():
        if variable not in record and (value := text(values.get(name))):
            record[variable] = value
    for name, variable in fields.DATES.items():
        if value := text(values.get(name)):
            record[variable] = _date(value, text(values.get("language")))
    record |= _creators(item)
    _add_extra(record, text(item.get("extra")) or "")
    record = {variable: value for variable, value in record.items() if value is not None}
    if key := text(item.get("citationKey")) or text(item.get("citekey")):
        record["id"] = key
    if tags := [tag for one in as_list(item.get("tags")) if (tag := _tag(one))]:
        record["keyword"] = ", ".join(dict.fromkeys(tags))
    if kept := _kept(item, kind):
        record["custom"] = {"zotero": kept}
    return record


def _said(value: object) -> bool:
    return isinstance(value, str | int | float) and not isinstance(value, bool) and str(value).strip() != ""


def _creators(item: Json) -> dict[str, list[Json]]:
    creators: dict[str, list[Json]] = {}
    for node in nodes(item.get("creators")):
        variable = fields.CREATORS.get(text(node.get("creatorType")) or "", "author")
        family, given = text(node.get("lastName")), text(node.get("firstName"))
        whole = text(node.get("name"))
        if family and given:
            creators.setdefault(variable, []).append({"family": family, "given": given})
        elif name := whole or family or given:
            # One field: an organisation, or a name that has no parts.
            creators.setdefault(variable, []).append({"literal": name})
    return creators


def _date(value: str, language: str | None) -> Json | None:
    """A date as somebody typed it: what is no date that can be read without guessing stays in words; None for "0000"."""
    parts = _MULTIPART.fullmatch(value.strip())
    return dates.csl(parts[1] if parts else value.strip(), language)


def _add_extra(record: Json, extra: str) -> None:
    """The lines of Extra that Zotero reads as fields; the rest is the note."""
    rest = []
    for line in extra.split("\n"):
        match = _EXTRA_LINE.fullmatch(line.strip())
        name, value = (match[1].strip(), match[2].strip()) if match else ("", "")
        variable = _variable(name)
        if variable == "citation-key" or name.lower() == "bibtex":
            record["id"] = value
        elif variable == "type" and value.lower() in fields.TYPES.values():
            record["type"] = value.lower()
        elif variable in fields.EXTRA_TEXTS:
            record.setdefault(variable, value)
        elif variable in fields.EXTRA_DATES:
            record.setdefault(variable, _date(value, None))
        elif line.strip():
            rest.append(line.rstrip())
    if rest:
        record["note"] = "\n".join(rest)


def _variable(name: str) -> str:
    plain = name.lower().replace(" ", "-")
    whole = {"doi": "DOI", "isbn": "ISBN", "issn": "ISSN", "pmid": "PMID", "pmcid": "PMCID"}
    return whole.get(plain, plain)


def _tag(value: object) -> str | None:
    return text(value.get("tag")) if isinstance(value, dict) else text(value)


def _kept(item: Json, kind: str) -> Json:
    """What CSL has no variable for: the item type where it has none of its own, notes, and fields without a counterpart."""
    kept: Json = {
        name: value
        for name, value in item.items()
        if name not in fields.BOOKKEEPING
        and fields.COMMON.get(name, name) not in fields.TEXTS
        and fields.COMMON.get(name, name) not in fields.DATES
        and _said(value)
    }
    if kind not in fields.TYPES:
        kept["itemType"] = kind
    notes = [note for one in as_list(item.get("notes")) if (note := plain_text(_note(one)).strip())]
    return kept | ({"notes": notes} if notes else {})


def _note(value: object) -> str:
    written = (text(value.get("note")) if isinstance(value, dict) else text(value)) or ""
    # JSON may hold halves of characters, which no text does.
    return written.encode("utf-8", "replace").decode()


def quotation(item: Json, source: SourceEntry, where: str) -> QuoteEntry | Refused:
    """An annotation as a quotation of its work; refused with the reason where it quotes nothing."""
    wording, kind = text(item.get("annotationText")), text(item.get("annotationType")) or "highlight"
    if not wording or kind not in _QUOTING:
        what = {"note": "a note", "image": "an image", "ink": "a drawing", "text": "a remark"}.get(
            kind, one_line(kind)
        )
        reason = f"It is {what} and quotes nothing." if kind not in _QUOTING else "It marks no words."
        return Refused(where=where, reason=reason, kept=item)
    label = text(item.get("annotationPageLabel"))
    return QuoteEntry(
        where=where,
        text=wording,
        source=source,
        locator_label="page" if label else None,
        locator=label,
        page_index=_page_index(item.get("annotationPosition")),
        note=text(item.get("annotationComment")),
        tags=_tags(item),
    )


def _tags(annotation: Json) -> tuple[str, ...]:
    """The tags of an annotation, and its colour by the name that Zotero shows."""
    tags = [tag for each in as_list(annotation.get("tags")) if (tag := _tag(each))]
    colour = _COLOURS.get((text(annotation.get("annotationColor")) or "").lower())
    return tuple(dict.fromkeys([*tags, *([colour] if colour else [])]))


def _page_index(position: object) -> int | None:
    """The page of the file, counted from 0; the position is JSON, or JSON within a string."""
    if isinstance(position, str):
        try:
            position = json.loads(position)
        except (ValueError, RecursionError):
            return None
    index = position.get("pageIndex") if isinstance(position, dict) else None
    return (
        index if isinstance(index, int) and not isinstance(index, bool) and 0 <= index < 1_000_000 else None
    )
